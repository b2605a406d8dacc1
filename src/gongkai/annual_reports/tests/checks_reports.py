"""Reports for the tests of the checks: one in which everything is right, and ways to put something wrong into it."""

import random
from dataclasses import replace
from decimal import Decimal

from gongkai.annual_reports import layout
from gongkai.annual_reports.checks import Finding, Severity, check
from gongkai.annual_reports.content import Figure, Place, Report, Section
from gongkai.annual_reports.layout import Form

UNIT = "成山县人民政府"
IN_A_TABLE = Place(table=1, row=1, column=1)  # read from a table with real columns
YEAR = 2023

# The six classes of applicants, row by row; rows not named are 0.
# 新收 47 + 上年结转 3 = 办结 46 (予以公开 24, 部分公开 4, 不予公开 2, 无法提供 11, 不予处理 3, 其他处理 2) + 结转下年 4.
REQUESTS = {
    "new": (40, 5, 0, 1, 0, 1),
    "carried_in": (3, 0, 0, 0, 0, 0),
    "open": (20, 3, 0, 1, 0, 0),
    "partial": (4, 0, 0, 0, 0, 0),
    "deny_5": (2, 0, 0, 0, 0, 0),
    "unable_1": (10, 1, 0, 0, 0, 0),
    "refuse_1": (3, 0, 0, 0, 0, 0),
    "misc_1": (1, 0, 0, 0, 0, 1),
    "carried_out": (3, 1, 0, 0, 0, 0),
}
CASES = {"review": (2, 1, 0, 1), "lit_direct": (3, 0, 1, 0), "lit_after_review": (1, 0, 0, 0)}
DOCUMENTS = {
    "t2.normative.issued": 6,
    "t2.normative.repealed": 1,
    "t2.normative.in_force": 32,
    "t2.licences.decisions": 5176,
    "t2.penalties.decisions": 694,
    "t2.enforcement.decisions": 21,
    "t2.fees.amount": "408.26",
}
INTRODUCTION = (
    "本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）和国办公开办函〔2021〕30号编制，包括六个部分。"
    "所列数据统计期限自2023年1月1日起至2023年12月31日止。"
)
SUPERVISION = "（五）监督保障。2023年将政务公开纳入考核，开展社会评议，没有发生责任追究的情形。"
PROBLEMS = "政策解读的形式还不够丰富，基层公开的栏目更新不够及时。2024年将加强培训，逐月检查。"
FEES = "2023年没有收取信息处理费。"


def figure(value: int | str | Decimal | None) -> Figure:
    if value is None:
        return Figure(None, "", place=IN_A_TABLE)
    return Figure(Decimal(value), str(value), place=IN_A_TABLE)


def figures(
    requests: dict[str, tuple[int, ...]] | None = None,
    cases: dict[str, tuple[int, ...]] | None = None,
    form: Form = Form.OF_2021,
) -> dict[str, Figure]:
    """All cells, with every total worked out from what it adds up."""
    requests, cases = dict(REQUESTS if requests is None else requests), CASES if cases is None else cases
    rows = {row.key: requests.get(row.key, (0,) * 6) for row in layout.TABLE_3[form]}
    rows["done"] = tuple(
        sum(column) for column in zip(*(rows[row] for row in layout.outcomes(form)), strict=True)
    )
    cells = {cell: DOCUMENTS.get(cell, 0) for cell in layout.cells_of_table_2(Form.OF_2021)}
    for row, numbers in rows.items():
        for column, number in zip(layout.APPLICANTS, (*numbers, sum(numbers)), strict=True):
            cells[layout.t3(row, column.key)] = number
    for block, numbers in cases.items():
        for result, number in zip(layout.RESULTS, (*numbers, sum(numbers)), strict=True):
            cells[layout.t4(block, result.key)] = number
    return {cell: figure(number) for cell, number in cells.items()}


def report(
    on_request: str = "",
    *,
    proactive: str = "围绕重点领域做好公开。",
    cells: dict[str, int | str | None] | None = None,
    sections: dict[int, str] | None = None,
    unit: str = UNIT,
    year: int = YEAR,
    title: str | None = None,
    base: dict[str, Figure] | None = None,
    forms: dict[str, Form] | None = None,
) -> Report:
    """
    A report in which everything is right, but for what is given.

    ``on_request`` and ``proactive`` are what parts （二） and （一） of section one say, ``cells`` figures to put in.
    """
    texts = {
        0: INTRODUCTION,
        1: f"（一）主动公开。2023年，{proactive}\n（二）依申请公开。{on_request}\n（三）政府信息管理。规范发布流程。\n"
        f"（四）平台建设。维护好政府网站。\n{SUPERVISION}",
        2: "",
        3: "",
        4: "",
        5: PROBLEMS,
        6: FEES,
    } | (sections or {})
    headings = ["", *(f"{layout.ORDINALS[index]}、{name}" for index, name in enumerate(layout.SECTIONS))]
    return Report(
        unit=unit,
        year=year,
        title=f"{unit}{year}年政府信息公开工作年度报告" if title is None else title,
        forms={"t2": Form.OF_2021, "t3": Form.OF_2021} | (forms or {}),
        figures=(figures() if base is None else base)
        | {cell: figure(value) for cell, value in (cells or {}).items()},
        sections=tuple(
            Section(ordinal, headings[ordinal], tuple(text.split("\n")) if text else ())
            for ordinal, text in texts.items()
            if text is not None
        ),
    )


def doubted(whole: Report, *cells: str) -> Report:
    """The same report, read with a doubt about ``cells``."""
    unsure = {cell: replace(whole.figures[cell], doubt="这一格跨页") for cell in cells}
    return replace(whole, figures=dict(whole.figures) | unsure)


def spot(finding: Finding) -> str:
    """The key without the printed words or number in which a key of prose ends."""
    return finding.key.split("=")[0]


def said(findings: list[Finding]) -> list[tuple[Severity, str]]:
    """What matters of findings: how grave, and where."""
    return [(each.severity, spot(each)) for each in findings]


def found(whole: Report, **beside: object) -> list[tuple[Severity, str]]:
    return said(check(whole, **beside))


def random_figures(seed: int) -> dict[str, Figure]:
    """Cells of a report that balances, with few or many requests and cases."""
    dice = random.Random(seed)  # noqa: S311 (numbers for a test, not a secret)
    size = dice.choice((1, 5, 40, 900))
    requests: dict[str, list[int]] = {"new": [], "carried_in": [], "carried_out": []}
    outcomes = layout.outcomes(Form.OF_2021)
    requests |= {row: [] for row in outcomes}
    for column in layout.CLASSES:
        many = size if column == layout.NATURAL else size // 5
        for row in outcomes:
            requests[row].append(dice.randint(0, many) if dice.random() < 0.4 else 0)
        requests["carried_out"].append(dice.randint(0, 2))
        settled = sum(requests[row][-1] for row in outcomes) + requests["carried_out"][-1]
        requests["carried_in"].append(dice.randint(0, min(settled, 3)))
        requests["new"].append(settled - requests["carried_in"][-1])
    cases = {
        block.key: tuple(dice.randint(0, size) if dice.random() < 0.5 else 0 for _ in range(4))
        for block in layout.BLOCKS
    }
    return figures({row: tuple(numbers) for row, numbers in requests.items()}, cases)
