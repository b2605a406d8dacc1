"""
Review chains: how many levels, who decides at each. Laid down by the disclosure office.

A change counts for what is submitted from now on; a review that is open holds a copy of its levels.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from gongkai.accounts.enums import Role
from gongkai.accounts.models import User
from gongkai.agencies.models import Agency, County
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.history.actions import hold_chain, record

from .actions import LEAST_LEVELS
from .models import Chain, ChainLevel

# Who may stand in a level. The secrecy review is not a level: its three ticks come beside every chain.
LEVEL_ROLES = (Role.FIRST_REVIEWER, Role.SECOND_REVIEWER, Role.FINAL_REVIEWER)


@dataclass(frozen=True)
class Level:
    """A level as it is laid down; without ``agency`` the drafting office itself decides."""

    label: str
    role: str
    agency: Agency | None = None


def may_manage_chains(user: User, county: County) -> bool:
    return user.agency.county_id == county.pk and (
        user.has_role(Role.DISCLOSURE_OFFICE) or user.has_role(Role.SECTION_ADMINISTRATOR)
    )


@transaction.atomic
def create_chain(*, county: County, name: str, levels: Sequence[Level], actor: User) -> Chain:
    """Lay down a chain; the county's first one becomes the default. Raises NotAllowed below three levels."""
    _lock(county.pk, actor)
    _refuse_taken(county.pk, name)
    is_first = not Chain.objects.filter(county=county).exists()
    chain = Chain.objects.create(county=county, name=name, is_default=is_first)
    _write(chain, levels)
    record(chain, "chain.created", actor=actor, name=name, levels=_said(chain), is_default=is_first)
    return chain


@transaction.atomic
def change_chain(*, chain_id: int, name: str, levels: Sequence[Level], actor: User) -> Chain:
    """Change name and levels for everything that is submitted from now on."""
    chain = _locked(chain_id, actor)
    _refuse_taken(chain.county_id, name, but=chain.pk)
    before = {"name": chain.name, "levels": _said(chain)}
    chain.name = name
    chain.save(update_fields=["name"])
    chain.levels.all().delete()
    _write(chain, levels)
    after = {"name": name, "levels": _said(chain)}
    if after != before:
        record(chain, "chain.changed", actor=actor, before=before, after=after)
    return chain


@transaction.atomic
def make_default(*, chain_id: int, actor: User) -> Chain:
    """Use this chain for every section that names none and whose ancestors name none."""
    chain = _locked(chain_id, actor)
    former = Chain.objects.filter(county=chain.county_id, is_default=True).first()
    if former == chain:
        raise Conflict(f"“{chain.name}”已经是默认流程。")
    Chain.objects.filter(county=chain.county_id, is_default=True).update(is_default=False)
    chain.is_default = True
    chain.save(update_fields=["is_default"])
    record(chain, "chain.made_default", actor=actor, before=former.name if former else "", after=chain.name)
    return chain


def _lock(county_id: int, actor: User) -> None:
    hold_chain()
    county = County.objects.select_for_update().get(pk=county_id)
    if not may_manage_chains(actor, county):
        raise NotAllowed("只有本县的政府信息公开工作机构和栏目管理员可以调整审核流程。请与他们联系。")


def _locked(chain_id: int, actor: User) -> Chain:
    _lock(Chain.objects.values_list("county", flat=True).get(pk=chain_id), actor)
    return Chain.objects.get(pk=chain_id)


def _refuse_taken(county_id: int, name: str, but: int | None = None) -> None:
    if Chain.objects.filter(county=county_id, name=name).exclude(pk=but).exists():
        raise Conflict(f"已经有叫“{name}”的审核流程。请换一个名称。")


def _write(chain: Chain, levels: Sequence[Level]) -> None:
    if len(levels) < LEAST_LEVELS:
        raise NotAllowed(f"审核流程至少要有{LEAST_LEVELS}级，现在只有{len(levels)}级。请补全后再保存。")
    for level in levels:
        if level.role not in LEVEL_ROLES:
            raise NotAllowed(f"“{Role(level.role).label}”不能作审核级次。请选初审人、复审人或终审人。")
        if level.agency is not None and level.agency.county_id != chain.county_id:
            raise NotAllowed(f"“{level.agency.name}”不是本县的单位，不能作审核单位。")
    ChainLevel.objects.bulk_create(
        ChainLevel(chain=chain, position=position, label=level.label, role=level.role, agency=level.agency)
        for position, level in enumerate(levels, start=1)
    )


def _said(chain: Chain) -> list[str]:
    levels = chain.levels.select_related("agency").order_by("position")
    return [
        f"{level.label}：{level.agency.short_name if level.agency else '起草单位'}{level.get_role_display()}"
        for level in levels
    ]
