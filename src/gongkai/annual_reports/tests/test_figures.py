from datetime import date
from decimal import Decimal

import pytest

from gongkai.agencies.enums import Level
from gongkai.annual_reports.compiling import compiled
from gongkai.annual_reports.deadlines import days_late, due_on, statutory_limit
from gongkai.annual_reports.drafting import drafted, share
from gongkai.annual_reports.figures import (
    TYPED_CELLS,
    BadNumber,
    blanks,
    completed,
    expected_in_force,
    parse_typed,
    printed,
)
from gongkai.annual_reports.layout import NATURAL, TOTAL, all_cells, is_sum, t2, t3, t4
from gongkai.annual_reports.queries import report_from
from gongkai.annual_reports.seed import SEED

COUNT, MONEY = t3("new", NATURAL), t2("fees", "amount")


@pytest.mark.parametrize(
    ("typed", "cell", "kept"),
    [
        ("47", COUNT, "47"),
        (" ４７ ", COUNT, "47"),
        ("1,234,567", COUNT, "1234567"),
        ("1，234", COUNT, "1234"),
        ("007", COUNT, "7"),
        ("47.0", COUNT, "47"),
        ("", COUNT, ""),
        ("2648.66", MONEY, "2648.66"),
        ("2648.660", MONEY, "2648.66"),
        ("24252.311082", MONEY, "24252.311082"),
        ("0.00", MONEY, "0"),
    ],
)
def test_numbers_are_understood_as_people_type_them(typed, cell, kept):
    assert parse_typed(typed, cell) == kept


@pytest.mark.parametrize(
    ("typed", "cell", "said"),
    [
        ("无", COUNT, "只填数字"),
        ("/", COUNT, "只填数字"),
        ("-3", COUNT, "只填数字"),
        ("1,23", COUNT, "只填数字"),
        ("1e5", COUNT, "只填数字"),
        ("47.5", COUNT, "只能填整数"),
        ("9" * 13, COUNT, "数字太大"),
        ("0.1234567", MONEY, "六位小数"),
    ],
)
def test_what_is_no_number_is_refused_with_what_to_type(typed, cell, said):
    with pytest.raises(BadNumber, match=said):
        parse_typed(typed, cell)


def test_a_report_has_two_hundred_cells_of_which_totals_are_never_typed():
    assert len(all_cells()) == 200
    assert len(TYPED_CELLS) == 10 + 24 * 6 + 3 * 4
    assert [cell for cell in TYPED_CELLS if is_sum(cell)] == []


def test_totals_follow_from_what_was_typed():
    cells = completed(
        {COUNT: "3", t3("new", "business"): "2", t3("open", NATURAL): "1", t4("review", "upheld"): "4"}
    )
    assert (cells[t3("new", TOTAL)], cells[t3("done", NATURAL)], cells[t3("done", TOTAL)]) == (5, 1, 1)
    assert cells[t4("review", TOTAL)] == 4
    assert cells[t4("lit_direct", TOTAL)] is None  # of blanks only


def test_the_seed_report_is_whole_and_balanced():
    cells = completed(SEED)
    assert blanks(SEED) == []
    assert (cells[t3("new", TOTAL)], cells[t3("done", TOTAL)], cells[t4("review", TOTAL)]) == (47, 47, 2)
    assert (cells[t2("licences", "decisions")], cells[MONEY]) == (13034, Decimal("2648.66"))


def test_a_blank_in_every_part_stays_blank_in_the_sum():
    parts = [{COUNT: "3"}, {COUNT: "4", MONEY: "0.5"}, {}]
    assert compiled(parts, [(MONEY, Decimal("-0.2"))]) == {COUNT: "7", MONEY: "0.3"}


def test_documents_in_force_follow_from_last_year():
    before = report_from(
        unit="示范县", year=2024, cells=completed({t2("normative", "in_force"): "6"}), prose={}
    )
    kept = {t2("normative", "issued"): "2", t2("normative", "repealed"): "0"}
    assert expected_in_force(kept, before, "normative") == (8, "上年6＋制发2－废止0＝8")
    assert expected_in_force({}, before, "normative") is None


def test_deadlines_do_not_move_when_they_are_rest_days():
    # 2026-01-31 is a Saturday, 2027-01-31 a Sunday.
    assert [due_on(2025, "own"), due_on(2026, "own")] == [date(2026, 1, 31), date(2027, 1, 31)]
    assert (due_on(2025, "summary"), statutory_limit(2025)) == (date(2026, 2, 20), date(2026, 3, 31))
    assert due_on(2025, "summary", Level.CITY) == date(2026, 3, 10)
    assert due_on(2025, "summary", Level.PROVINCE) == date(2026, 3, 31)
    due = due_on(2025, "own")
    assert days_late(due, date(2026, 1, 31), date(2026, 5, 1)) == 0
    assert days_late(due, date(2026, 2, 2), date(2026, 5, 1)) == 2
    assert days_late(due, None, date(2026, 2, 10)) == 10


def test_prose_says_what_the_tables_say():
    previous = report_from(unit="示范县", year=2024, cells=completed({t3("new", NATURAL): "57"}), prose={})
    prose = drafted(
        unit="示范县人民政府",
        year=2025,
        cells=completed(SEED),
        previous=previous,
        is_summary=True,
        offices=39,
    )
    assert "2025年新收政府信息公开申请47件，比2024年下降17.5%，没有上年结转。" in prose["1"]
    assert (
        "予以公开42件，占89.4%，部分公开2件，占4.3%，无法提供2件，占4.3%，不予处理1件，占2.1%。" in prose["1"]
    )
    assert "综合39个单位的年度报告编制而成" in prose["0"]
    assert [ordinal for ordinal in prose if "【请补写" in prose[ordinal]] == ["1", "5", "6"]


@pytest.mark.parametrize(
    ("part", "whole", "said"), [(42, 47, "89.4%"), (1, 8, "12.5%"), (1, 16, "6.3%"), (3, 3, "100.0%")]
)
def test_shares_are_rounded_half_up(part, whole, said):
    assert share(part, whole) == said


def test_numbers_are_printed_without_exponents_and_needless_zeros():
    assert [printed(Decimal(each)) for each in ("100", "1E+2", "2.500", "0.0")] == ["100", "100", "2.5", "0"]
    assert printed(None) == ""
