"""The county's tables beside the tables of its units: every cell is the sum of theirs. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .. import layout
from ..content import Report
from ..layout import Form
from .case import NAMES_OF_TABLES, Case, Figures, name_of
from .findings import Found, Severity, Side, plain

# When more cells than this differ, a unit is missing or counted twice, and cell by cell says nothing.
CELLS_TO_SAY_ONE_BY_ONE = 20


@dataclass(frozen=True)
class _Difference:
    cells: tuple[str, ...]
    printed: Decimal
    by_unit: dict[str, Decimal]
    sure: bool

    @property
    def added(self) -> Decimal:
        return sum(self.by_unit.values(), Decimal(0))

    @property
    def name(self) -> str:
        return name_of(self.cells[0]) if len(self.cells) == 1 else "表三“（六）其他处理”各行合计"


def cells_are_sums_of_units(case: Case) -> Iterator[Found]:
    """AGG: each cell of the summary is the sum of the units' cells."""
    if not case.units:
        return
    units = [Figures(each) for each in case.units]
    differences = []
    for table in NAMES_OF_TABLES:
        if not case.figures.has(table):
            continue
        left_out = list(_left_out(table, case, units))
        yield from left_out
        differences += _differences(table, case.figures, units, complete=not left_out)
    if len(differences) > CELLS_TO_SAY_ONE_BY_ONE:
        yield _too_many(differences, len(units))
    else:
        yield from map(_one, differences)


def _left_out(table: str, case: Case, units: Sequence[Figures]) -> Iterator[Found]:
    """Say which units' tables cannot be added, or are of another year."""
    name, year = NAMES_OF_TABLES[table], case.report.year
    missing = [_name(unit.report) for unit in units if not _comparable(table, case.figures, unit)]
    other_year = (
        [_name(unit.report) for unit in units if unit.report.year not in (year, None)] if year else []
    )
    for names, place, what in (
        (missing, "missing", f"没有可以相加的{name}（缺少、没有读出，或者版式不同）"),
        (other_year, "year", "的报告不是同一年度"),
    ):
        if names:
            yield Found(
                place=f"{place}.{table}",
                severity=Severity.WARNING,
                where=f"各单位{name}",
                message=f"{len(names)}个单位{what}：{'、'.join(names)}。{name}的汇总核对不完整，只作参考。",
                left=Side(f"各单位{name}", f"{len(units) - len(names)}/{len(units)}"),
            )


def _differences(
    table: str, whole: Figures, units: Sequence[Figures], *, complete: bool
) -> Iterator[_Difference]:
    added = [unit for unit in units if _comparable(table, whole, unit)]
    for cells in _compared(table, whole, added):
        if whole.unread(cells):
            continue
        printed = whole.sum(cells)
        by_unit = {f"{index}.{_name(unit.report)}": unit.sum(cells) for index, unit in enumerate(added)}
        if printed == sum(by_unit.values()):
            continue
        sure = complete and not any(
            each.doubtful(cell for cell in cells if len(cells) == 1 or cell in each.report.figures)
            for each in (whole, *added)
        )
        yield _Difference(cells, printed, by_unit, sure)


def _comparable(table: str, whole: Figures, unit: Figures) -> bool:
    if not unit.has(table) or table in unit.report.refused:
        return False
    return table != "t2" or unit.report.forms["t2"] is whole.report.forms["t2"]


def _compared(table: str, whole: Figures, units: Sequence[Figures]) -> Iterator[tuple[str, ...]]:
    """
    Yield the cells to compare, each alone.

    （六）其他处理 has one row in the form of 2019 and three in that of 2021; where both occur its rows are compared
    together.
    """
    if table == "t2":
        yield from ((cell,) for cell in layout.cells_of_table_2(whole.report.forms["t2"]))
    elif table == "t4":
        yield from ((cell,) for cell in layout.CELLS_OF_TABLE_4)
    else:
        mixed = len({each.form_of_table_3 for each in (whole, *units)}) > 1
        for row in layout.TABLE_3[whole.form_of_table_3]:
            if mixed and row.key in whole.other_handling:
                continue
            yield from ((layout.t3(row.key, column.key),) for column in layout.APPLICANTS)
        if mixed:
            rows = ("misc", *(row for row in layout.outcomes(Form.OF_2021) if row.startswith("misc")))
            for column in layout.APPLICANTS:
                yield tuple(layout.t3(row, column.key) for row in rows)


def _one(difference: _Difference) -> Found:
    printed, added = difference.printed, difference.added
    shares = [
        f"{key.split('.', 1)[1]}{plain(number)}" for key, number in difference.by_unit.items() if number
    ]
    listed = f"（{'、'.join(shares[:6])}{'等' if len(shares) > 6 else ''}）" if shares else ""
    return Found(
        place=difference.cells[0],
        severity=Severity.ERROR if difference.sure else Severity.WARNING,
        where=difference.name,
        message=f"{difference.name}填{plain(printed)}，各单位之和为{plain(added)}{listed}，"
        f"相差{plain(abs(printed - added))}。因联合发文、申请转送等需要调整的，请写明调整数。",
        left=Side(difference.name, plain(printed), difference.cells),
        right=Side("各单位之和", plain(added)),
        difference=printed - added,
    )


def _too_many(differences: Sequence[_Difference], units: int) -> Found:
    cells = tuple(cell for each in differences for cell in each.cells)
    examples = "；".join(
        f"{each.name}填{plain(each.printed)}，各单位之和{plain(each.added)}" for each in differences[:3]
    )
    return Found(
        place="many",
        severity=Severity.WARNING,
        where="汇总表",
        message=f"{len(differences)}格与{units}个单位之和不一致，多半是缺少或者重复计算了单位，请先核对单位名单。"
        f"例如：{examples}。",
        left=Side("汇总表", f"{len(differences)}格不一致", cells),
        right=Side("各单位之和", f"{units}个单位"),
    )


def _name(report: Report) -> str:
    return report.unit or "（未写单位名称的报告）"
