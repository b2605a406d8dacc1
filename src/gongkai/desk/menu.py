"""
The navigation of the desk, as data: what each person may use, in the order of a working day.

A page that is built adds one line here, and ``test_every_line_of_the_menu_leads_somewhere`` holds it to that.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from gongkai.accounts.enums import ADMINISTERING_ROLES, Role
from gongkai.annual_reports.rules import may_see_reports
from gongkai.history.rules import may_read_history
from gongkai.screening.rules import may_keep_keys, may_see_lists
from gongkai.sections.rules import may_see_tree


@dataclass(frozen=True)
class Line:
    label: str
    url_name: str
    may: Callable[[object], bool]


@dataclass(frozen=True)
class Group:
    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Link:
    label: str
    url: str
    is_current: bool


def anyone(user) -> bool:
    return True


def anyone_with_a_role(user) -> bool:
    return bool(user.grants)


def works_on_items(user) -> bool:
    """Whether a person has a role that has to do with information, and does not only administer the system."""
    return any(held not in ADMINISTERING_ROLES for held, _ in user.grants)


def holds(*roles: Role) -> Callable[[object], bool]:
    """Whether a person has one of ``roles`` at any agency."""
    return lambda user: any(held in roles for held, _ in user.grants)


MENU = (
    Group(
        "办理",
        (
            Line("待办", "desk:todo", anyone),
            Line("信息", "publications:items", works_on_items),
            Line("审核", "publications:queue", works_on_items),
            Line("年度报告", "annual_reports:seasons", may_see_reports),
            Line("筛查情况", "screening:overview", may_see_lists),
            Line("回头看", "screening:look_backs", may_see_lists),
            Line("影响评估", "screening:assessments", may_see_lists),
        ),
    ),
    Group(
        "网站",
        (
            Line("栏目", "sections:tree", may_see_tree),
            Line("更新监测", "sections:monitor", may_see_tree),
            Line("专题", "sections:topics", may_see_tree),
            Line("审核流程", "desk:chains:list", holds(Role.SECTION_ADMINISTRATOR, Role.DISCLOSURE_OFFICE)),
        ),
    ),
    Group(
        "管理",
        (
            Line("机构", "agencies:list", anyone_with_a_role),
            Line("人员", "people:list", anyone_with_a_role),
            Line("角色分工", "people:matrix", anyone_with_a_role),
            Line(
                "网站设置",
                "agencies:county",
                holds(Role.DISCLOSURE_OFFICE, Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR),
            ),
            Line("工作日历", "calendar:this_year", anyone_with_a_role),
            Line("词表", "screening:words", may_see_lists),
            Line("领导名单", "screening:leaders", may_see_lists),
            Line("筛查接口密钥", "screening:keys", may_keep_keys),
            Line("操作记录", "history:list", may_read_history),
            Line("我的账号", "people:me", anyone),
        ),
    ),
)


def menu_for(user, path: str) -> list[tuple[str, list[Link]]]:
    """Return the groups of links this person may use; the link to the page at ``path`` is marked."""
    lines = [(group.label, line, reverse(line.url_name)) for group in MENU for line in group.lines]
    # The longest address that begins the path is where we are: /desk/sections/monitor/ lies under /desk/sections/ too.
    current = max((url for _, _, url in lines if path.startswith(url)), key=len, default=None)
    groups: dict[str, list[Link]] = {}
    for label, line, url in lines:
        if line.may(user):
            groups.setdefault(label, []).append(Link(line.label, url, url == current))
    return list(groups.items())
