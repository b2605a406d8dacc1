from django.db import models


class Role(models.TextChoices):
    """What a person does in an office. The last three keep each other in check (三员分立)."""

    CLERK = "clerk", "信息员（起草）"
    FIRST_REVIEWER = "first_reviewer", "初审人"
    SECOND_REVIEWER = "second_reviewer", "复审人"
    FINAL_REVIEWER = "final_reviewer", "终审人"
    SECRECY_REVIEWER = "secrecy_reviewer", "保密审查员"
    SECTION_ADMINISTRATOR = "section_administrator", "栏目管理员"
    DISCLOSURE_OFFICE = "disclosure_office", "政府信息公开工作机构"
    SYSTEM_ADMINISTRATOR = "system_administrator", "系统管理员"
    SECURITY_ADMINISTRATOR = "security_administrator", "安全管理员"
    AUDIT_ADMINISTRATOR = "audit_administrator", "审计管理员"


REVIEWING_ROLES = frozenset(
    {Role.FIRST_REVIEWER, Role.SECOND_REVIEWER, Role.FINAL_REVIEWER, Role.SECRECY_REVIEWER}
)
ADMINISTERING_ROLES = frozenset(
    {Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR}
)
# Roles that reach over the whole county, whichever of its agencies they were given at.
COUNTY_WIDE_ROLES = frozenset({Role.DISCLOSURE_OFFICE, Role.SECTION_ADMINISTRATOR}) | ADMINISTERING_ROLES

# What 三员分立 keeps apart from administering: everything that produces or approves content.
BUSINESS_ROLES = frozenset(set(Role) - ADMINISTERING_ROLES)
# Whoever signs, administers or runs the disclosure office proves twice who they are, once the county says so.
SECOND_FACTOR_ROLES = REVIEWING_ROLES | ADMINISTERING_ROLES | {Role.DISCLOSURE_OFFICE}


class AccountEvent(models.TextChoices):
    """What history says of accounts (等保: who signed in, who was let in, who was given what)."""

    SIGNED_IN = "account.signed_in", "登录"
    SIGN_IN_FAILED = "account.sign_in_failed", "登录失败"
    LOCKED_OUT = "account.locked_out", "连续登录失败，账号锁定"
    UNLOCKED = "account.unlocked", "解除锁定"
    SECOND_FACTOR_ADDED = "account.second_factor_added", "添加第二重验证"
    SECOND_FACTOR_REMOVED = "account.second_factor_removed", "移除第二重验证"
    RECOVERY_CODES_RENEWED = "account.recovery_codes_renewed", "重新生成恢复码"
    PASSWORD_CHANGED = "account.password_changed", "修改密码"  # noqa: S105
    PASSWORD_RESET = "account.password_reset", "重置为临时密码"  # noqa: S105
    CREATED = "account.created", "建立账号"
    CHANGED = "account.changed", "修改人员资料"
    MOVED = "account.moved", "调动单位"
    DISABLED = "account.disabled", "停用账号"
    ENABLED = "account.enabled", "恢复账号"
    ROLE_GRANTED = "account.role_granted", "授予角色"
    ROLE_REVOKED = "account.role_revoked", "收回角色"
