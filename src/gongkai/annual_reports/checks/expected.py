"""
What the tables have to say to a claim of the prose. Pure.

For each kind of claim: the figures that agree with it outright, and the wider or narrower ones that would explain it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from .. import layout
from ..layout import Form
from .case import NOT_PROCESSED, REFUSED, UNABLE, Figures, column_name, row_name
from .claims import Claim
from .words import APPLICANTS, BLOCKS_OF, COURTS, DECISIONS, DOCUMENTS, OUTCOMES, REASONS, RESULTS, TOTALS

_ORGANISATIONS = tuple(key for key in layout.CLASSES if key != layout.NATURAL)
_NAMES_OF_OUTCOMES = {
    "open": "（一）予以公开",
    "partial": "（二）部分公开",
    "refused": "（三）不予公开",
    "unable": "（四）无法提供",
    "not_processed": "（五）不予处理",
    "other_handling": "（六）其他处理",
}


# What prose may sum up under the first name of each.
_COUNTED_TOGETHER = (
    ("open", "partial"),
    ("refused", "unable"),
    ("refused", "not_processed"),
    ("refused", "unable", "not_processed"),
    ("not_processed", "other_handling"),
    ("unable", "not_processed", "other_handling"),
)


@dataclass(frozen=True)
class Figure:
    """A number the tables have for a claim: what it is, in words, and the cells it is made of."""

    name: str
    value: Decimal
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Expected:
    """What the tables say to a claim. ``right`` figures agree with it outright, ``wider`` ones explain it."""

    right: tuple[Figure, ...]
    wider: tuple[Figure, ...] = ()

    def agrees(self, value: Decimal) -> bool:
        return any(figure.value == value for figure in self.right)

    def explains(self, value: Decimal) -> Figure | None:
        return next((figure for figure in self.wider if figure.value == value), None)


def rows_of_outcome(figures: Figures, kind: str) -> tuple[str, ...]:
    """Return the rows of table 3 under one of the six outcomes."""
    return {
        "open": ("open",),
        "partial": ("partial",),
        "refused": REFUSED,
        "unable": UNABLE,
        "not_processed": NOT_PROCESSED,
        "other_handling": figures.other_handling,
    }[kind]


def figure_of_rows(
    figures: Figures, rows: Sequence[str], name: str, columns: Sequence[str] = (layout.TOTAL,)
) -> Figure:
    cells = tuple(layout.t3(row, column) for row in rows for column in columns)
    return Figure(name, figures.sum(cells), cells)


def expected(figures: Figures, claim: Claim) -> Expected | None:
    """Return what the tables say to ``claim``; None when the table is not there or does not tell."""
    said = _of_table(figures, claim)
    if said is None or any(cell not in figures.report.figures for cell in said.right[0].cells):
        return None
    return said


def _of_table(figures: Figures, claim: Claim) -> Expected | None:
    kind = claim.kind
    if kind in TOTALS:
        return _of_total(figures, kind) if figures.has("t3") else None
    if kind in ("carried_in", "carried_out") or kind in REASONS:
        if not figures.has("t3"):
            return None
        return Expected(_both_ways(figures, (kind,), f"表三“{row_name(kind)}”"))
    if kind in APPLICANTS:
        return _of_applicants(figures, kind) if figures.has("t3") else None
    if all(each in OUTCOMES for each in claim.kinds):
        return _of_outcomes(figures, claim.kinds) if figures.has("t3") else None
    if kind in COURTS:
        return _of_cases(figures, kind) if figures.has("t4") else None
    if kind in RESULTS:
        return _of_results(figures, claim.topic, kind) if figures.has("t4") else None
    if kind in DOCUMENTS:
        return _of_documents(figures, kind)
    if kind in DECISIONS:
        return _of_decisions(figures, kind)
    return None


def _both_ways(figures: Figures, rows: Sequence[str], name: str) -> tuple[Figure, ...]:
    """
    Return the total of ``rows`` as printed, and as their six classes add up to.

    Where the two differ, T3-H blames the total; prose that tells the sum is right.
    """
    return (
        figure_of_rows(figures, rows, f"{name}行总计列"),
        figure_of_rows(figures, rows, f"{name}行各类申请人之和", layout.CLASSES),
    )


def _of_total(figures: Figures, kind: str) -> Expected:
    new = figure_of_rows(figures, ("new",), "表三“一、本年新收”行总计列")
    received = _both_ways(figures, ("new",), "表三“一、本年新收”")
    concluded = (
        *_both_ways(figures, ("done",), "表三“（七）总计”"),
        figure_of_rows(figures, figures.outcomes, "表三（一）至（六）之和"),
    )
    with_carried = figure_of_rows(figures, ("new", "carried_in"), "表三新收与上年结转之和")
    done = figure_of_rows(figures, ("done",), "表三“（七）总计”行总计列")
    answered = [
        Figure(f"表三办理结果总计减{name}", done.value - figures.rows(rows), done.cells)
        for name, rows in (
            ("“其他处理”", figures.other_handling),
            ("“3.其他”", figures.other_handling[-1:]),
            ("“不予处理”“其他处理”", (*NOT_PROCESSED, *figures.other_handling)),
        )
    ]
    return {
        "new": Expected(received, (with_carried, done)),
        "received": Expected(received, (with_carried, done)),
        "accepted": Expected((new, with_carried), (done,)),
        "handled": Expected(concluded, (with_carried, new)),
        "replied": Expected((*concluded, *answered), (with_carried, new)),
        "processed": Expected((*concluded, with_carried, new), tuple(answered)),
    }[kind]


def _of_applicants(figures: Figures, kind: str) -> Expected:
    columns = _ORGANISATIONS if kind == "organisations" else (kind,)
    name = "法人或其他组织" if kind == "organisations" else column_name(kind)
    return Expected(
        (
            figure_of_rows(figures, ("new",), f"表三新收“{name}”", columns),
            figure_of_rows(figures, ("new", "carried_in"), f"表三新收与上年结转之和“{name}”", columns),
            figure_of_rows(figures, ("done",), f"表三“（七）总计”行“{name}”列", columns),
        )
    )


def _of_outcomes(figures: Figures, kinds: tuple[str, ...]) -> Expected:
    """Wider readings: prose often counts 部分公开 as 公开, and all that was not given as one."""
    rows = {kind: rows_of_outcome(figures, kind) for kind in OUTCOMES}

    def figure(of: Sequence[str]) -> Figure:
        name = "、".join(_NAMES_OF_OUTCOMES[kind] for kind in of)
        together = "之和" if len(of) > 1 else ""
        return figure_of_rows(figures, [row for kind in of for row in rows[kind]], f"表三“{name}”{together}")

    by_class = [row for kind in kinds for row in rows[kind]]
    wider = [each for each in _COUNTED_TOGETHER if set(kinds) < set(each)]
    return Expected(
        (figure(kinds), figure_of_rows(figures, by_class, "表三各类申请人之和", layout.CLASSES)),
        tuple(figure(each) for each in wider),
    )


def _of_cases(figures: Figures, kind: str) -> Expected:
    blocks = BLOCKS_OF[kind]
    totals = tuple(layout.t4(block, layout.TOTAL) for block in blocks)
    results = tuple(layout.t4(block, each.key) for block in blocks for each in layout.RESULTS[:-1])
    pending = tuple(layout.t4(block, "pending") for block in blocks)
    name = "、".join(each.label for each in layout.BLOCKS if each.key in blocks)
    value = figures.sum(totals)
    return Expected(
        # Where the total itself is wrong, T4-S says so; prose that counts the results is right.
        (
            Figure(f"表四“{name}”总计", value, totals),
            Figure(f"表四“{name}”各结果之和", figures.sum(results), results),
        ),
        (
            Figure(f"表四“{name}”已审结的", value - figures.sum(pending), (*totals, *pending)),
            Figure(f"表四“{name}”尚未审结的", figures.sum(pending), pending),
            *(
                Figure(
                    f"表四“{each.label}”总计",
                    figures.value(layout.t4(each.key, layout.TOTAL)),
                    (layout.t4(each.key, layout.TOTAL),),
                )
                for each in layout.BLOCKS
                if each.key in blocks and len(blocks) > 1
            ),
        ),
    )


def _of_results(figures: Figures, topic: str, result: str) -> Expected:
    blocks = BLOCKS_OF[topic]
    cells = tuple(layout.t4(block, result) for block in blocks)
    label = next(each.label for each in layout.RESULTS if each.key == result)
    single = tuple(
        Figure(f"表四“{each.label}”的“{label}”", figures.value(layout.t4(each.key, result)), ())
        for each in layout.BLOCKS
        if each.key in blocks and len(blocks) > 1
    )
    return Expected((Figure(f"表四“{label}”", figures.sum(cells), cells),), single)


def _of_documents(figures: Figures, kind: str) -> Expected | None:
    if not figures.has("t2") or figures.report.forms["t2"] is not Form.OF_2021:
        return None
    cell = layout.t2("normative", kind)
    with_rules = (layout.t2("regulations", kind), cell)
    return Expected(
        (Figure(layout.in_words(cell), figures.value(cell), (cell,)),),
        (Figure("表二规章与行政规范性文件之和", figures.sum(with_rules), with_rules),),
    )


def _of_decisions(figures: Figures, kind: str) -> Expected | None:
    if not figures.has("t2") or figures.report.forms["t2"] is not Form.OF_2021:
        return None
    cell = layout.t2(kind, "decisions")
    return Expected((Figure(layout.in_words(cell), figures.value(cell), (cell,)),))
