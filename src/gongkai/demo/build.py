"""Building 示范县 in one go: ``build`` writes everything or nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils.timezone import localdate, make_aware

from gongkai.agencies.enums import AgencyKind
from gongkai.agencies.models import County
from gongkai.common.errors import NotAllowed
from gongkai.publications.models import Item
from gongkai.screening.sandbox import in_this_process

from . import texts
from .annual import file_annual_reports
from .chance import seeded
from .in_flight import change_the_past, fill_desks, import_old_site
from .offices import BY_CODE, DEPARTMENTS, OFFICES
from .published import Planned, publish_past
from .setting import SITE_ID_CODE, Setting, archive_old, make_setting

# empty: county, offices and people only; autumn: with a year of items and last year's annual reports;
# january: the same, while the annual reports are being filed
STAGES = ("empty", "autumn", "january")
DAYS = 360


@dataclass(frozen=True)
class Built:
    county: County
    items: int
    was_there: bool


def build(
    *,
    now: datetime,
    stage: str = "autumn",
    scale: float = 1.0,
    progress: Callable[[str], None] = lambda text: None,
) -> Built:
    """
    Write the demo county, unless it is there already, and return it.

    ``scale`` makes it smaller for tests; every state is there at any scale. Raises NotAllowed when the database
    holds a county that is not the demo's: made-up items must never stand beside real ones.
    """
    county = demo_county()
    if county is not None:
        return Built(county, Item.objects.filter(county=county).count(), was_there=True)
    with in_this_process(), transaction.atomic():
        progress("正在建立示范县：机构、人员、栏目……")
        setting = make_setting(now=now)
        if stage != "empty":
            progress("正在写入过去一年的公开信息……")
            items = publish_past(setting, plan_the_year(setting, now=now, scale=scale))
            progress("正在办理审核中的信息……")
            change_the_past(setting, items, now=now, scale=scale)
            fill_desks(setting, now=now, scale=scale)
            progress("正在迁入旧网站的信息……")
            import_old_site(setting, now=now, scale=scale)
            progress("正在编制各单位和全县的年度报告……")
            file_annual_reports(setting, now=now, stage=stage)
        archive_old(setting, now=now)
    return Built(setting.county, Item.objects.filter(county=setting.county).count(), was_there=False)


def demo_county() -> County | None:
    """The demo county if it is here; raises NotAllowed when another county is."""
    others = County.objects.exclude(site_id_code=SITE_ID_CODE).values_list("name", flat=True)
    if others:
        raise NotAllowed(
            f"这个数据库里已经有“{others[0]}”，不能写入演示数据。请用环境变量 GONGKAI_DATA_DIR 另指一个空的目录再运行。"
        )
    return County.objects.filter(site_id_code=SITE_ID_CODE).first()


def plan_the_year(setting: Setting, *, now: datetime, scale: float) -> list[Planned]:
    """What was published when: regular items of every office, and something recent enough in each section."""
    made: list[tuple] = []  # (office, text maker, days ago)
    for place, office in enumerate(OFFICES):
        made += _of_office(office, place)
    made = made[:: max(1, round(1 / scale))]
    made += _of_sections(setting)
    planned = []
    for number, (office, make, days_ago) in enumerate(made):
        chance = seeded("year", number)
        day = localdate(now) - timedelta(days=days_ago)
        day -= timedelta(days=max(0, day.weekday() - 4))  # offices publish on weekdays
        at = make_aware(datetime.combine(day, time(chance.randint(8, 17), chance.randint(0, 59))))
        planned.append(
            Planned(office, make(office, day, chance), min(at, now - timedelta(minutes=5)), number)
        )
    return _documents_explained(planned)


def _of_office(office, place: int) -> list[tuple]:
    """About ten items a year, spread so that neighbouring offices differ."""

    def ago(number: int) -> int:
        return 2 + (place * 37 + number * 53) % DAYS

    items = [
        (office, texts.guide, 300 + place % 40),
        (office, texts.organisation, 250 + place % 40),
        (office, texts.budget, 240 + place % 20),
        (office, texts.final_accounts, 60 + place % 20),
        *((office, texts.news, ago(number)) for number in range(3)),
        (office, texts.notice, ago(20)),
        (office, texts.publicity, ago(31)),
    ]
    if office in DEPARTMENTS:
        items += [(office, texts.measure, ago(number + 40)) for number in range(2)]
    return items


def _of_sections(setting: Setting) -> list[tuple]:
    """At least two items in each section that holds items, one of them inside its time for updating."""
    rows = [(BY_CODE["statistics"], texts.statistics, days) for days in (20, 110, 200)]
    rows += [(BY_CODE["emergency"], texts.warning, days) for days in (6, 15, 24, 80, 150)]
    for place, (path, section) in enumerate(setting.sections.items()):
        if section.layout == "group" or path in {
            "open/disclosure/guide",
            "open/disclosure/reports",  # its items are made of filings
            "open/disclosure/content/statistics",
        }:
            continue
        owners = [BY_CODE[agency.code] for agency in section.owners.all()]
        for number in range(3 if path.startswith(("news", "policies", "notices")) else 2):
            office = owners[(place + number * 5) % len(owners)]
            rows.append((office, _maker(path, section.name), 1 + (place % 9) + number * 45))
    return rows


def _maker(path: str, name: str):
    if path.startswith("news/"):
        return _moved(texts.news, path)
    if path.startswith("policies/") and path not in {"policies/interpretation", "policies/repealed"}:
        return lambda office, day, chance: texts.measure(office, day, chance, section=path)
    if path == "policies/interpretation":
        return texts.interpretation
    if path.startswith("open/disclosure/content/inspections/") or path == "open/fields/random-checks":
        return lambda office, day, chance: texts.inspection(office, day, chance, section=path)
    makers = {"notices/announcements": texts.notice, "notices/publicity": texts.publicity}
    return makers.get(path) or (
        lambda office, day, chance: texts.plain(office, day, chance, section=path, name=name)
    )


def _moved(make, path: str):
    def made(office, day, chance):
        text = make(office, day, chance)
        text.section = path
        return text

    return made


def _documents_explained(planned: list[Planned]) -> list[Planned]:
    """Every third document gets its interpretation a few days later (domain_rules 7.2)."""
    documents = [plan for plan in planned if plan.text.is_document and plan.office.kind != AgencyKind.TOWN]
    for number, plan in enumerate(documents[::3]):
        chance = seeded("explained", number)
        text = texts.interpretation(plan.office, plan.at.date(), chance, of=plan.text)
        planned.append(Planned(plan.office, text, plan.at + timedelta(hours=3), len(planned)))
    return planned
