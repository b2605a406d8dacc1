"""
What a check has to say, and the rule that says it. Pure.

A rule function yields ``Found``; ``check`` adds which rule it was and gives each finding its lasting name. A person's
"this is right" or "this is to be corrected" hangs on that name, so it is made of the rule and the place and never of
figures that change when something else is mended.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .case import Case


class Severity(StrEnum):
    """How sure we are, and so what has to happen before the report goes out."""

    ERROR = "error"  # certainly wrong as printed: 应予更正
    WARNING = "warning"  # probably wrong, or not to be judged from this file: 请核实并说明
    HINT = "hint"  # worth a look: 供参考

    @property
    def label(self) -> str:
        return {"error": "错误", "warning": "待核实", "hint": "提示"}[self.value]


@dataclass(frozen=True)
class Side:
    """One of the two things compared: what it is, what it says, and what to light up for the reader."""

    label: str  # Chinese: 表三“（七）总计”行“总计”列, or 正文一、总体情况“办结47件”
    value: str
    cells: tuple[str, ...] = ()  # cell names of ``layout``
    quote: str = ""  # a piece of a paragraph, letter for letter


@dataclass(frozen=True)
class Found:
    """
    What a rule function yields.

    ``place`` names the spot within the rule: a cell, a column, a kind of claim. For prose it ends in the printed words
    or number themselves (“1.handled=47”), since prose has no cells to tell one statement from the next.
    """

    place: str
    severity: Severity
    where: str
    message: str
    left: Side
    right: Side | None = None
    difference: Decimal | None = None  # left − right


@dataclass(frozen=True)
class Finding:
    """One finding, as it is shown and kept. ``key`` is the same whenever the checks are run again."""

    rule: str
    severity: Severity
    where: str
    left: Side
    right: Side | None
    difference: Decimal | None
    message: str
    source: str  # the clause the rule rests on
    key: str


@dataclass(frozen=True)
class Rule:
    """A rule as documentation shows it, with the function that applies it."""

    id: str
    name: str
    demands: str
    clause: str
    apply: Callable[["Case"], Iterator[Found]]


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return ``findings`` with errors first, then warnings, then hints, each in the order they had."""
    order = list(Severity)
    return sorted(findings, key=lambda each: order.index(each.severity))


def counts_by_severity(findings: Collection[Finding]) -> list[tuple[str, str, int]]:
    """Return (label, value, how many) of each severity, the gravest first."""
    return [
        (severity.label, severity.value, sum(each.severity == severity for each in findings))
        for severity in Severity
    ]


def as_json(finding: Finding) -> dict:
    """Return ``finding`` in plain types for JSON; numbers are strings, so that no digit is lost."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "where": finding.where,
        "left": _side_as_json(finding.left),
        "right": _side_as_json(finding.right),
        "difference": None if finding.difference is None else plain(finding.difference),
        "message": finding.message,
        "source": finding.source,
        "key": finding.key,
    }


def _side_as_json(side: Side | None) -> dict | None:
    if side is None:
        return None
    return {"label": side.label, "value": side.value, "cells": list(side.cells), "quote": side.quote}


def plain(number: Decimal) -> str:
    """Return ``number`` without exponent and without needless zeros: “47”, “2648.66”."""
    if number == number.to_integral_value():
        return str(int(number))
    return format(number.normalize(), "f")


def nested(text: str) -> str:
    """Return ``text`` with the marks of quotes inside quotes as GB/T 15834 has them: “‘予以公开’42件”."""
    depth, written = 0, []
    for each in text:
        if each == "“":
            depth += 1
            each = "“" if depth % 2 else "‘"
        elif each == "”" and depth:
            each = "”" if depth % 2 else "’"
            depth -= 1
        written.append(each)
    return "".join(written)


def addition(numbers: list[Decimal]) -> str:
    """
    Return the sum written out: “10+1+0+0=11”.

    Long sums leave out their zeros: “42+2+2+1=47（其余为0）”.
    """
    total = plain(sum(numbers, Decimal(0)))
    if len(numbers) <= 6:
        return f"{'+'.join(map(plain, numbers))}={total}"
    rest = [number for number in numbers if number]
    if not rest:
        return "各格均为0，合计0"
    return f"{'+'.join(map(plain, rest))}={total}（其余为0）" if len(rest) > 1 else f"合计{total}（其余为0）"
