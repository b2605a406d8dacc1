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
)
from .listing import move_items, relist_under
from .publishing import pin, publish_item, take_down, unpin
from .reviewing import decide, release_early, settle_request, submit, tick_secrecy, withdraw

__all__ = [
    "EditConflict",
    "attach",
    "change_attachment",
    "decide",
    "detach",
    "discard",
    "drop_revision",
    "move_attachment",
    "move_items",
    "pin",
    "publish_item",
    "release_early",
    "relist_under",
    "restore",
    "revise",
    "save_draft",
    "settle_copy",
    "settle_request",
    "start_item",
    "submit",
    "take_down",
    "tick_secrecy",
    "unpin",
    "withdraw",
]
