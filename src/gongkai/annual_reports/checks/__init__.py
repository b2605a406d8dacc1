"""
The checks over an annual report: figures against each other, against last year, against the units, against the prose.

Pure: no Django, no database, no clock. ``check`` gives all that was found; ``RULES`` lists the rules, one function each,
with what they demand and the clause they rest on.
"""

from .findings import Finding, Rule, Severity, Side, as_json, counts_by_severity, gravest_first
from .rules import RULES, check

__all__ = [
    "RULES",
    "Finding",
    "Rule",
    "Severity",
    "Side",
    "as_json",
    "check",
    "counts_by_severity",
    "gravest_first",
]
