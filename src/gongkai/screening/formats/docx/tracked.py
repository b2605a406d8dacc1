"""Tracked changes: the public copy is the document with all of them accepted."""

from ...enums import Kind
from ...findings import Place
from ..office_draft import Draft
from ..office_drawings import drop, unwrap
from ..packages import Element
from .allowed import W

GONE = (W + "del", W + "moveFrom")
COME = (W + "ins", W + "moveTo")
FORMATS = tuple(
    W + name
    for name in (
        *(
            "rPrChange",
            "pPrChange",
            "tblPrChange",
            "trPrChange",
            "tcPrChange",
            "sectPrChange",
            "tblGridChange",
        ),
        *("tblPrExChange", "numberingChange", "cellIns", "cellMerge"),
    )
)


def accept(root: Element, draft: Draft, place: Place) -> None:
    """Accept every change, and count what there was."""
    deleted = [each for each in root.iter(*GONE) if _is_content(each)]
    for each in deleted:
        drop(each)
    inserted = list(root.iter(*COME))
    for each in inserted:
        unwrap(each) if _is_content(each) else drop(each)
    rows = [each.getparent().getparent() for each in root.iter(*GONE) if each.getparent().tag == W + "trPr"]
    cells = [each.getparent().getparent() for each in root.iter(W + "cellDel")]
    for each in rows + cells:
        drop(each)
    marks = [each for each in root.iter(*GONE) if each.getparent().tag == W + "rPr"]
    for mark in marks:
        _join_next(mark)
    formats = list(root.iter(*FORMATS))
    for each in formats:
        drop(each)
    for what, number in (
        ("{} 处删除的内容", len(deleted) + len(rows) + len(cells) + len(marks)),
        ("{} 处插入的内容", len(inserted)),
        ("{} 处格式修改", len(formats)),
    ):
        if number:
            draft.count(Kind.TRACKED_CHANGE, place, what, number)


def _is_content(change: Element) -> bool:
    """Tell changed content from the mark in properties that says that the paragraph or row itself has changed."""
    return change.getparent().tag not in {W + "rPr", W + "trPr"}


def _join_next(mark: Element) -> None:
    """Let a paragraph whose end was deleted run on into the next one, which gives both its look."""
    properties = mark.getparent()
    paragraph = properties.getparent().getparent()
    drop(mark)
    if paragraph is None or paragraph.tag != W + "p":
        return
    following = paragraph.getnext()
    content = [each for each in paragraph if each.tag != W + "pPr"]
    if following is None or following.tag != W + "p":
        if (
            not content
            and paragraph.getparent().tag == W + "body"
            and not len(paragraph.findall(f"{W}pPr/{W}sectPr"))
        ):
            drop(paragraph)
        return
    at = 1 if following.find(W + "pPr") is not None else 0
    for offset, child in enumerate(content):
        following.insert(at + offset, child)
    drop(paragraph)
