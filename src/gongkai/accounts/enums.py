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
