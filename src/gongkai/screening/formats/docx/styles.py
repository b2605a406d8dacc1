"""Styles and lists: what of them the text uses."""

from ..office_drawings import drop
from ..packages import Element
from .allowed import W

USES = (W + "pStyle", W + "rStyle", W + "tblStyle", W + "numStyleLink", W + "styleLink")
LEADS = ("basedOn", "link", "next")
TITLES = {"title", "heading 1", "标题", "标题 1"}


def keep_used(styles: Element, stories: list[Element]) -> None:
    """Drop styles nobody uses: their names tell of other documents."""
    by_id = {each.get(W + "styleId", ""): each for each in styles.iterchildren(W + "style")}
    used = {name for name, each in by_id.items() if each.get(W + "default") in {"1", "true"}}
    used |= {each.get(W + "val", "") for story in stories for each in story.iter(*USES)}
    waiting = list(used)
    while waiting:
        style = by_id.get(waiting.pop())
        if style is None:
            continue
        for lead in LEADS:
            found = style.find(W + lead)
            if found is not None and found.get(W + "val", "") not in used:
                used.add(found.get(W + "val", ""))
                waiting.append(found.get(W + "val", ""))
    for name, each in by_id.items():
        if name not in used:
            drop(each)


def headings(styles: Element | None) -> set[str]:
    """Return the ids of styles for titles and first headings."""
    found: set[str] = set()
    for style in styles.iterchildren(W + "style") if styles is not None else ():
        name = style.find(W + "name")
        if name is not None and name.get(W + "val", "").lower() in TITLES:
            found.add(style.get(W + "styleId", ""))
    return found


def keep_used_lists(numbering: Element, users: list[Element]) -> None:
    """Drop lists nobody uses."""
    used = {each.get(W + "val") for user in users for each in user.iter(W + "numId")}
    linked = any(True for _ in numbering.iter(W + "numStyleLink"))
    for each in list(numbering.iterchildren(W + "num")):
        if each.get(W + "numId") not in used and not linked:
            drop(each)
    kept = {each.get(W + "val") for each in numbering.iter(W + "abstractNumId")}
    for each in list(numbering.iterchildren(W + "abstractNum")):
        if each.get(W + "abstractNumId") not in kept:
            drop(each)
