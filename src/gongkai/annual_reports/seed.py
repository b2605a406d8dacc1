"""
The figures of a report that a real county published: 成武县人民政府, 2022. Public facts.

The demo county divides them among its offices, so that its summary can be laid beside the original; tests add them up.
"""

from .figures import TYPED_CELLS
from .layout import NATURAL, t2, t3, t4

SEED = {cell: "0" for cell in TYPED_CELLS} | {
    t3("new", NATURAL): "47",
    t3("open", NATURAL): "42",
    t3("partial", NATURAL): "2",
    t3("unable_1", NATURAL): "2",
    t3("refuse_1", NATURAL): "1",
    t2("normative", "issued"): "2",
    t2("normative", "in_force"): "8",
    t2("licences", "decisions"): "13034",
    t2("penalties", "decisions"): "10310",
    t2("enforcement", "decisions"): "44",
    t2("fees", "amount"): "2648.66",
    t4("review", "upheld"): "2",
}
