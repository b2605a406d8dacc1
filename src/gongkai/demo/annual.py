"""
The annual reports of 示范县 on last year: 39 filings, and the county's summary, published.

Their sum is, cell for cell, the report that a real county published on 2022 (``annual_reports.seed``), so that anybody
can lay the summary beside the original. How the figures are divided among the offices is made up.
"""

from collections import defaultdict
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from gongkai.accounts.enums import Role
from gongkai.annual_reports import actions
from gongkai.annual_reports.drafting import TO_WRITE
from gongkai.annual_reports.enums import Scope
from gongkai.annual_reports.figures import FORM, TYPED_CELLS, printed
from gongkai.annual_reports.layout import NATURAL, is_money, outcomes, t2, t3, t4
from gongkai.annual_reports.models import Filing, Season
from gongkai.annual_reports.queries import draft_of
from gongkai.annual_reports.seed import SEED

from .chance import seeded
from .in_flight import Desk
from .offices import OFFICES
from .setting import Setting

SECTION = "open/disclosure/reports"
SHANGHAI = ZoneInfo("Asia/Shanghai")
# Which offices have what there is to divide: whoever is asked most, whoever decides most.
ASKED = ("land", "housing", "civil-affairs", "agriculture", "education", "police", "office")
PUBLISHED = 6  # how many offices have their own report out; the others are accepted and wait to be made
# What a person adds to the drafted prose, by the word that the line to be written begins with.
WRITTEN = {
    "信息审核发布": "落实信息发布三级审核和保密审查，对现行有效的规范性文件逐件核对，动态调整公开目录。",
    "政府网站": "维护政府信息公开专栏，按月检查栏目更新；在政务服务大厅设查阅点，公报免费取阅。",
    "工作考核": "把政务公开列入年度工作考核，每季度通报检查情况；组织社会评议；本年度没有责任追究的情形。开展业务培训3次。",
    "监督检查": "按季度自查，参加全县业务培训，没有发生责任追究的情形。",
    "本年度工作中": "政策解读的形式还比较单一，个别栏目更新不够及时。",
    "上年报告所列": "上年所列目录不细的问题已经整改，目录细化到具体事项。下一步增加图表解读，按月检查栏目更新。",
}


def file_annual_reports(setting: Setting, *, now: datetime, stage: str) -> Season:
    """
    File the reports on last year. In stage ``january`` the work is under way: some filings are handed in, some not,
    and nothing is published; otherwise everything is accepted and the county's report is public.
    """
    year = now.year - 1
    at = datetime(now.year, 1, 12, 9, tzinfo=SHANGHAI)
    officer = setting.person("office", Role.DISCLOSURE_OFFICE)
    season = actions.open_season(
        county=setting.county, year=year, section=setting.sections[SECTION], actor=officer, now=at
    )
    divided = divide()
    own = list(season.filings.filter(scope=Scope.OWN).select_related("agency"))
    for number, filing in enumerate(own):
        _fill(setting, filing, divided[filing.agency.code], at + timedelta(minutes=9 * number))
        if stage == "january" and number % 3 == 2:
            continue
        _hand_in(setting, filing, at + timedelta(days=3))
        if stage != "january" or number % 3 == 0:
            actions.accept(filing_id=filing.pk, actor=officer, now=at + timedelta(days=5))
    if stage != "january":
        summary = season.filings.get(scope=Scope.SUMMARY)
        _write_prose(summary, officer, at + timedelta(days=20))
        for filing in [*own[:PUBLISHED], summary]:
            _publish(setting, filing, at + timedelta(days=21), now=now)
    return season


def divide() -> dict[str, dict[str, str]]:
    """Return the cells of each office by its code; together they are ``SEED``, and each report balances."""
    cells: dict[str, dict[str, Decimal]] = {
        office.code: dict.fromkeys(TYPED_CELLS, Decimal(0)) for office in OFFICES
    }
    codes = [office.code for office in OFFICES]
    concluded = [row for row in outcomes(FORM) for _ in range(int(SEED[t3(row, NATURAL)]))]
    for number, row in enumerate(concluded):  # one request after another, each with how it ended
        code = seeded("request", number).choice([*ASKED * 3, *codes])
        cells[code][t3("new", NATURAL)] += 1
        cells[code][t3(row, NATURAL)] += 1
    for entry, column in (("normative", "issued"), ("normative", "in_force")):
        for number in range(int(SEED[t2(entry, column)])):
            cells[codes[number % len(codes)]][t2(entry, column)] += 1
    for number in range(int(SEED[t4("review", "upheld")])):
        cells[ASKED[number]][t4("review", "upheld")] += 1
    for cell in (
        t2("licences", "decisions"),
        t2("penalties", "decisions"),
        t2("enforcement", "decisions"),
        t2("fees", "amount"),
    ):
        for code, part in _parts(cell, Decimal(SEED[cell]), codes).items():
            cells[code][cell] += part
    return {code: {cell: printed(number) for cell, number in held.items()} for code, held in cells.items()}


def _parts(cell: str, whole: Decimal, codes: list[str]) -> dict[str, Decimal]:
    """Divide ``whole`` unevenly; towns have less than departments, and the remainder falls to the last."""
    unit = Decimal("0.01") if is_money(cell) else Decimal(1)
    weights = {code: seeded(cell, code).randint(1, 40 if at < 26 else 6) for at, code in enumerate(codes)}
    total = sum(weights.values())
    parts: dict[str, Decimal] = defaultdict(Decimal)
    for code in codes:
        parts[code] = (whole * weights[code] / total).quantize(unit, rounding="ROUND_DOWN")
    parts[codes[1]] += whole - sum(parts.values())
    return parts


def _fill(setting: Setting, filing: Filing, cells: dict[str, str], now: datetime) -> None:
    clerk = setting.person(filing.agency.code, Role.CLERK)
    actions.save_filing(filing_id=filing.pk, person=clerk, revision=0, cells=cells, prose={}, now=now)
    filing.refresh_from_db()
    _write_prose(filing, clerk, now)


def _write_prose(filing: Filing, person, now: datetime) -> None:
    prose = {ordinal: _written(text) for ordinal, text in draft_of(filing).items()}
    prose["6"] = f"{filing.season.year}年没有收取信息处理费。没有其他需要报告的事项。"
    actions.save_filing(
        filing_id=filing.pk, person=person, revision=filing.revision, cells={}, prose=prose, now=now
    )
    filing.refresh_from_db()


def _written(text: str) -> str:
    before, after = TO_WRITE.split("{}")
    for word, sentence in WRITTEN.items():
        start = text.find(before + word)
        if start >= 0:
            end = text.index(after, start) + len(after)
            text = text[:start] + sentence + text[end:]
    return text


def _hand_in(setting: Setting, filing: Filing, now: datetime) -> None:
    clerk = setting.person(filing.agency.code, Role.CLERK)
    actions.submit(filing_id=filing.pk, clerk=clerk, revision=filing.revision, now=now)


def _publish(setting: Setting, filing: Filing, at: datetime, *, now: datetime) -> None:
    """Make the text and take it through screening and review like any other item."""
    clerk = setting.person(filing.agency.code, Role.CLERK)
    item = actions.make_edition(filing_id=filing.pk, clerk=clerk, now=at).filing.item
    Desk(setting, now=now).approve(item, days_ago=(now - at).total_seconds() / 86400)
