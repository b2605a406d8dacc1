"""Everything that changes an item. Grouped by what a clerk is doing; other rooms import from here."""

from .drafts import (
    EditConflict,
    attach,
    change_attachment,
    detach,
    discard,
    drop_revision,
    move_attachment,
    restore,
    revise,
    save_draft,
    settle_copy,
    start_item,
    write_made,
)
from .listing import move_items, relist_under
from .publishing import pin, publish_item, take_down, unpin
from .redacting import add_covers, add_marks, clear_redaction, save_marks
from .reviewing import decide, release_early, settle_request, submit, tick_secrecy, withdraw
from .screening import answer_findings, confirm_kept, mask_all, read_original, take_back_answer

__all__ = [
    "EditConflict",
    "add_covers",
    "add_marks",
    "answer_findings",
    "attach",
    "change_attachment",
    "clear_redaction",
    "confirm_kept",
    "decide",
    "detach",
    "discard",
    "drop_revision",
    "mask_all",
    "move_attachment",
    "move_items",
    "pin",
    "publish_item",
    "read_original",
    "release_early",
    "relist_under",
    "restore",
    "revise",
    "save_draft",
    "save_marks",
    "settle_copy",
    "settle_request",
    "start_item",
    "submit",
    "take_back_answer",
    "take_down",
    "tick_secrecy",
    "unpin",
    "withdraw",
    "write_made",
]
