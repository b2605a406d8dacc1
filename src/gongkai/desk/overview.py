"""What waits for those who look after the whole county: sections that are late or empty, reviews under way."""

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate

from gongkai.accounts.enums import Role
from gongkai.accounts.models import User
from gongkai.common.todo import TodoEntry, TodoGroup
from gongkai.publications.queries import under_review
from gongkai.sections.freshness import State
from gongkai.sections.outline import owners_of
from gongkai.sections.queries import SectionDue, section_dues
from gongkai.sections.rules import may_manage

MOST_ENTRIES = 20  # of each group; the whole list is a page of its own
LONG_DAYS = 3  # a review that has waited longer is marked

# What a newcomer does first, by role.
FIRST_STEPS = {
    Role.CLERK: "起草：打开“信息”，点“新起草”，选栏目、写标题和正文，然后送审。退回的信息会出现在这一页。",
    Role.FIRST_REVIEWER: "审核：等您审核的信息会出现在这一页，点标题打开，看过以后签“同意”或“退回修改”。",
    Role.SECOND_REVIEWER: "审核：初审同意以后，信息会出现在这一页等您审核。",
    Role.FINAL_REVIEWER: "终审：最后一级同意以后，信息自动发布。",
    Role.SECRECY_REVIEWER: "保密审查：每条信息公开以前，由您逐项确认不涉密、不敏感、不涉及隐私。",
    Role.SECTION_ADMINISTRATOR: "栏目：打开“栏目”，给每个栏目指定主管单位和更新要求；“更新监测”每周看一次。",
    Role.DISCLOSURE_OFFICE: "开通：先在“机构”“人员”里建好单位和账号，再在“审核流程”定好三级审核，在“栏目”建好栏目。",
    Role.SYSTEM_ADMINISTRATOR: "账号：在“人员”里新建账号、重设密码。",
    Role.SECURITY_ADMINISTRATOR: "授权：在“人员”里给每个人授予角色。",
    Role.AUDIT_ADMINISTRATOR: "审计：在“操作记录”里查谁在什么时候做了什么。",
}


def overview(user: User, now: datetime) -> list[TodoGroup]:
    """The groups for section administrators and the disclosure office; nothing for anybody else."""
    if not may_manage(user, user.agency.county):
        return []
    dues = section_dues(user.agency.county, now)
    overdue = sorted(
        (due for due in dues if due.state == State.OVERDUE), key=lambda due: due.freshness.due_on
    )
    empty = [due for due in dues if due.state == State.EMPTY]
    return [
        _sections("超过更新期限的栏目", overdue, "没有超过更新期限的栏目。", "overdue"),
        _sections("空栏目", empty, "没有空栏目。", "high"),
        _reviews(user, now),
    ]


def first_steps(user: User) -> list[str]:
    held = {role for role, _ in user.grants}
    return [sentence for role, sentence in FIRST_STEPS.items() if role in held]


def _sections(title: str, dues: list[SectionDue], empty: str, urgency: str) -> TodoGroup:
    entries = [
        TodoEntry(
            title=due.section.name,
            url=reverse("sections:section", args=[due.section.pk]),
            kind_label="栏目",
            agency=owners_of(due.section),
            since=due.section.last_published_at,
            due_on=due.freshness.due_on,
            state_label=due.freshness.in_words,
            urgency=urgency,
        )
        for due in dues[:MOST_ENTRIES]
    ]
    if len(dues) > MOST_ENTRIES:
        title = f"{title}（共{len(dues)}个，其余见“更新监测”）"
    return TodoGroup(title, entries, empty)


def _reviews(user: User, now: datetime) -> TodoGroup:
    entries = []
    for review in under_review(user)[:MOST_ENTRIES]:
        days = (localdate(now) - localdate(review.opened_at)).days
        level = next((step.label for step in review.steps.all() if step.position == review.position), "")
        entries.append(
            TodoEntry(
                title=review.subject_label,
                url=reverse("publications:item", args=[review.version.item_id]),
                kind_label="信息审核",
                agency=review.agency.short_name,
                since=review.opened_at,
                state_label=f"{level}，{f'已等{days}天' if days else '今天送审'}",
                urgency="soon" if days > LONG_DAYS else "normal",
            )
        )
    return TodoGroup("各单位正在审核", entries, "没有正在审核的信息。")
