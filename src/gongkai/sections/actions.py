"""
Everything that changes the tree of sections.

``path`` and ``depth`` are written here and nowhere else. Each action locks the county first: two moves at once
could otherwise put each section below the other.
"""

from collections.abc import Collection
from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import Max

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency, County
from gongkai.common import page_cache
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.history.actions import Act, hold_chain, record, record_many

from .models import FormerPath, Section
from .queries import subtree
from .rules import may_manage

LONGEST_PATH = 500
# What ``change_section`` may write. Names, codes, places and archiving have actions of their own.
CHANGEABLE = (
    "description",
    "layout",
    "update_rule",
    "disclosure_part",
    "on_home_page",
    "open_to_all",
    "chain",
)


@transaction.atomic
def create_section(
    *,
    county: County,
    name: str,
    actor: User,
    parent_id: int | None = None,
    code: str = "",
    owners: Collection[Agency] = (),
    **fields,
) -> Section:
    """
    Add a section at the end of its siblings. An empty ``code`` becomes "s" and a number that is still free.

    Raises NotAllowed when the parent is archived, Conflict when a sibling has the code already.
    """
    _lock(county.pk, actor)
    _refuse_unknown(fields)
    parent = Section.objects.get(pk=parent_id, county=county) if parent_id else None
    if parent is not None and parent.archived_at:
        raise NotAllowed(f"栏目“{parent.name}”已经归档，不能在它下面新建栏目。请先恢复它，或者另选上级栏目。")
    last = Section.objects.filter(county=county, parent=parent).aggregate(last=Max("position"))["last"] or 0
    code = code or _free_code(county)
    section = Section(county=county, parent=parent, name=name, code=code, position=last + 1, **fields)
    section.path, section.depth = _place(parent, code)
    _refuse_taken(section, section.path)
    section.save()
    section.owners.set(owners)
    FormerPath.objects.filter(county=county, path=section.path).delete()
    record(section, "section.created", actor=actor, name=name, path=section.path, **_said(section, owners))
    _purge(section.pk)
    return section


@transaction.atomic
def rename_section(*, section_id: int, name: str, code: str, actor: User) -> Section:
    """Change name and code. A new code changes the address of everything below; the old addresses lead on."""
    section = _locked(section_id, actor)
    before = {"name": section.name, "path": section.path}
    section.name, section.code = name, code
    section.save(update_fields=["name", "code"])
    _rewrite_paths(section, section.parent)
    after = {"name": name, "path": section.path}
    if after != before:
        record(section, "section.renamed", actor=actor, before=before, after=after)
        _purge(section.pk)
    return section


@transaction.atomic
def change_section(
    *, section_id: int, actor: User, owners: Collection[Agency] | None = None, **changes
) -> Section:
    """Change how a section behaves and who owns it (``CHANGEABLE`` and ``owners``); leaves what it was before."""
    section = _locked(section_id, actor)
    _refuse_unknown(changes)
    before = _said(section, section.owners.all())
    for name, value in changes.items():
        setattr(section, name, value)
    section.save(update_fields=[*changes])
    if owners is not None:
        section.owners.set(owners)
    after = _said(section, section.owners.all())
    changed = [name for name in after if after[name] != before[name]]
    if changed:
        record(
            section,
            "section.changed",
            actor=actor,
            before={name: before[name] for name in changed},
            after={name: after[name] for name in changed},
        )
        _purge(section.pk)
    return section


@transaction.atomic
def change_owners(
    *, county: County, section_ids: Collection[int], agency: Agency, is_owner: bool, actor: User
) -> int:
    """Make ``agency`` an owner of several sections, or no longer one; returns how many that changed."""
    _lock(county.pk, actor)
    if agency.county_id != county.pk:
        raise NotAllowed(f"“{agency.name}”不是本县的单位，不能主管本县的栏目。")
    sections = Section.objects.filter(county=county, pk__in=section_ids)
    concerned = list(sections.exclude(owners=agency) if is_owner else sections.filter(owners=agency))
    for section in concerned:
        (section.owners.add if is_owner else section.owners.remove)(agency)
    verb = "section.owner_added" if is_owner else "section.owner_removed"
    record_many([Act(section, verb, actor, agency, {"name": agency.name}) for section in concerned])
    _purge(*[section.pk for section in concerned])
    return len(concerned)


@transaction.atomic
def move_section(
    *, section_id: int, parent_id: int | None, actor: User, before_id: int | None = None
) -> Section:
    """
    Put a section, with all below it, under another parent (None: at the top), before a sibling or at the end.

    Raises NotAllowed when the parent lies inside the section or is archived, Conflict when the address is taken.
    The lists of the public site follow in ``desk.tree.move``, which calls this one.
    """
    section = _locked(section_id, actor)
    parent = Section.objects.get(pk=parent_id, county=section.county_id) if parent_id else None
    if parent is not None and f"{parent.path}/".startswith(f"{section.path}/"):
        raise NotAllowed(f"“{parent.name}”就是这个栏目或在它下面，不能作它的上级。请另选上级栏目。")
    if parent is not None and parent.archived_at:
        raise NotAllowed(f"栏目“{parent.name}”已经归档，不能移到它下面。请先恢复它，或者另选上级栏目。")
    before = {"path": section.path, "position": section.position}
    section.parent = parent
    section.save(update_fields=["parent"])
    _rewrite_paths(section, parent)
    siblings = [row for row in _siblings(section) if row.pk != section.pk]
    at = next((at for at, row in enumerate(siblings) if row.pk == before_id), None)
    siblings.insert(_end_of_open(siblings) if at is None else at, section)
    _number(siblings)
    after = {"path": section.path, "position": section.position}
    if after != before:
        record(section, "section.moved", actor=actor, before=before, after=after)
        _purge(section.pk)
    return section


@transaction.atomic
def shift_section(*, section_id: int, by: int, actor: User) -> Section:
    """Move a section ``by`` places among its open siblings: -1 is up, 1 is down. At the end nothing happens."""
    section = _locked(section_id, actor)
    siblings = _siblings(section)
    at = [row.pk for row in siblings].index(section.pk)
    target = max(0, min(at + by, _end_of_open(siblings) - 1))
    if section.archived_at or target == at:
        return section
    siblings.insert(target, siblings.pop(at))
    _number(siblings)
    section.refresh_from_db(fields=["position"])
    record(section, "section.reordered", actor=actor, position=section.position)
    _purge(section.pk)
    return section


@transaction.atomic
def archive_section(
    *,
    section_id: int,
    actor: User,
    now: datetime,
    redirect_to_id: int | None = None,
    with_children: bool = False,
) -> list[Section]:
    """
    Take a section out of the site and of what clerks may choose; its items stay where they are.

    Visitors of its address are led to ``redirect_to``. Raises NotAllowed when open sections lie below and
    ``with_children`` is not said, or when the redirect would lead into what is being archived.
    """
    section = _locked(section_id, actor)
    if section.archived_at:
        raise Conflict(f"栏目“{section.name}”已经归档，不需要再归档一次。")
    leaving = list(subtree(section).filter(archived_at=None).order_by("depth"))
    if len(leaving) > 1 and not with_children:
        raise NotAllowed(
            f"栏目“{section.name}”下面还有{len(leaving) - 1}个在用的栏目。请先把它们移走，或者选择连同下级一起归档。"
        )
    target = Section.objects.get(pk=redirect_to_id, county=section.county_id) if redirect_to_id else None
    if target is not None and (target.archived_at or target in leaving):
        raise NotAllowed(f"不能转到“{target.name}”：它已经归档，或者正要一起归档。请另选一个在用的栏目。")
    for row in leaving:
        row.archived_at, row.redirect_to = now, target
    Section.objects.bulk_update(leaving, ["archived_at", "redirect_to"])
    data = {"redirect_to": target.path if target else ""}
    record_many([Act(row, "section.archived", actor, data=data) for row in leaving])
    # What was led here earlier would now be led twice; browsers give up on long walks.
    Section.objects.filter(redirect_to__in=leaving).update(redirect_to=target)
    _purge(*[row.pk for row in leaving])
    return leaving


@transaction.atomic
def reopen_section(*, section_id: int, actor: User) -> Section:
    """Bring an archived section back to its old place. Raises NotAllowed while its parent is archived."""
    section = _locked(section_id, actor)
    if not section.archived_at:
        raise Conflict(f"栏目“{section.name}”没有归档，正在使用。")
    if section.parent and section.parent.archived_at:
        raise NotAllowed(f"它的上级栏目“{section.parent.name}”还在归档中。请先恢复上级栏目。")
    section.archived_at = section.redirect_to = None
    section.save(update_fields=["archived_at", "redirect_to"])
    record(section, "section.reopened", actor=actor)
    _purge(section.pk)
    return section


def _lock(county_id: int, actor: User) -> County:
    hold_chain()
    county = County.objects.select_for_update().get(pk=county_id)
    if not may_manage(actor, county):
        raise NotAllowed("只有本县的栏目管理员和政府信息公开工作机构可以调整栏目。请与他们联系。")
    return county


def _locked(section_id: int, actor: User) -> Section:
    """Lock the county's tree, then read the section as it is now."""
    county_id = Section.objects.values_list("county", flat=True).get(pk=section_id)
    _lock(county_id, actor)
    return Section.objects.select_related("parent").get(pk=section_id)


def _place(parent: Section | None, code: str) -> tuple[str, int]:
    path, depth = (f"{parent.path}/{code}", parent.depth + 1) if parent else (code, 1)
    if len(path) > LONGEST_PATH:
        raise NotAllowed("栏目的层级太深，网址太长。请缩短网址代码，或者移到更高的层级。")
    return path, depth


def _rewrite_paths(section: Section, parent: Section | None) -> None:
    """Give the section and all below it the addresses of their new place, and remember the old ones."""
    old = section.path
    new, depth = _place(parent, section.code)
    if new == old:
        return
    _refuse_taken(section, new)
    rows = list(subtree(section).select_for_update())
    former = [FormerPath(county_id=section.county_id, path=row.path, section=row) for row in rows]
    deeper = depth - section.depth
    for row in rows:
        row.path, row.depth = new + row.path.removeprefix(old), row.depth + deeper
    if longest := max(
        (row for row in rows if len(row.path) > LONGEST_PATH), key=lambda row: len(row.path), default=None
    ):
        raise NotAllowed(f"移动以后，栏目“{longest.name}”的网址太长。请缩短网址代码，或者移到更高的层级。")
    Section.objects.bulk_update(rows, ["path", "depth"], batch_size=500)
    FormerPath.objects.filter(county=section.county_id, path__in=[row.path for row in rows]).delete()
    FormerPath.objects.bulk_create(
        former, update_conflicts=True, unique_fields=["county", "path"], update_fields=["section"]
    )
    section.path, section.depth = new, depth
    _purge(*[row.pk for row in rows])


def _refuse_taken(section: Section, path: str) -> None:
    taken = Section.objects.filter(county=section.county_id, path=path).exclude(pk=section.pk).first()
    if taken is not None:
        where = "（已归档）" if taken.archived_at else ""
        raise Conflict(f"同一位置的栏目“{taken.name}”{where}已经用了网址代码“{taken.code}”。请换一个代码。")


def _refuse_unknown(fields) -> None:
    unknown = set(fields) - set(CHANGEABLE)
    if unknown:
        raise TypeError(f"a section's {sorted(unknown)} cannot be changed here")


def _free_code(county: County) -> str:
    """Return "s" and a number that no section of the county uses; clerks need not think of English names."""
    taken = set(Section.objects.filter(county=county, code__startswith="s").values_list("code", flat=True))
    number = 1001
    while f"s{number}" in taken:
        number += 1
    return f"s{number}"


def _siblings(section: Section) -> list[Section]:
    """The sections beside this one, itself included: open ones in order, then archived ones."""
    rows = Section.objects.filter(county=section.county_id, parent=section.parent_id).order_by(
        "position", "pk"
    )
    return sorted(rows, key=lambda row: row.archived_at is not None)


def _end_of_open(siblings: list[Section]) -> int:
    return sum(row.archived_at is None for row in siblings)


def _number(siblings: list[Section]) -> None:
    moved = []
    for position, row in enumerate(siblings, start=1):
        if row.position != position:
            row.position = position
            moved.append(row)
    Section.objects.bulk_update(moved, ["position"], batch_size=500)


def _said(section: Section, owners) -> dict:
    """What an event says of a section's settings: words, not ids, because it is read years later."""
    return {
        "description": section.description,
        "layout": section.get_layout_display(),
        "update_rule": section.get_update_rule_display(),
        "disclosure_part": section.get_disclosure_part_display(),
        "on_home_page": section.on_home_page,
        "open_to_all": section.open_to_all,
        "chain": section.chain.name if section.chain else "",
        "owners": sorted(agency.short_name for agency in owners),
    }


def _purge(*section_ids: int) -> None:
    """Forget the pages of these sections, and every page, since each shows the navigation."""
    tags = [f"section:{pk}" for pk in section_ids]
    transaction.on_commit(partial(page_cache.purge, "layout", *tags))
