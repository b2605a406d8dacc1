"""Everything that changes what screening keeps. Grouped by what is being looked at."""

from .answering import answer_all, forget_answers
from .files import ask_for_check, ask_for_checks, ask_for_copy, ensure_checked, ensure_copied
from .records import confirm_kept, write_screening

__all__ = [
    "answer_all",
    "ask_for_check",
    "ask_for_checks",
    "ask_for_copy",
    "confirm_kept",
    "ensure_checked",
    "ensure_copied",
    "forget_answers",
    "write_screening",
]
