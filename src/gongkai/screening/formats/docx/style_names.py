"""
Names of styles: those every program knows stay, the office's own become neutral ones.

Nobody who reads the document sees them, and an office can call a style whatever it likes.
"""

import re

from ..office_drawings import drop
from ..packages import Element
from .allowed import W

WORDS = set(
    """
normal heading toc index title subtitle header footer page number footnote endnote text reference annotation subject
balloon list table grid light medium dark colorful accent shading plain body indent first hanging block message note
salutation date closing signature e-mail hyperlink followedhyperlink strong emphasis intense subtle quote book
caption default paragraph font no spacing revision document map macro of figures authorities toa envelope address
return line continue bullet web html acronym cite code definition keyboard preformatted sample typewriter variable
placeholder bibliography theme simple classic columns contemporary elegant professional effects simplified
outline article section unresolved mention smart link char
""".split()
)
KNOWN = re.compile(
    r"(正文|标题|副标题|页眉|页脚|目录|题注|列表|列出段落|普通|普通\(网站\)|网格型|默认段落字体|普通表格|无列表)( ?\d{1,2})?"
)
SHORT_NUMBER = re.compile(r"\d{1,2}")
ID = re.compile(r"[A-Za-z0-9-]{1,40}")
MOST_DIGITS = 3
REFERENCES = {
    W + name
    for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "link", "next", "styleLink", "numStyleLink")
}
OWN, OWN_ID = "样式{}", "own{}"


def neutral(styles: Element | None, users: list[Element]) -> None:
    """Rename styles whose name or id may say something; drop what in ``users`` names a style that is not there."""
    ids: dict[str, str] = {}
    for number, style in enumerate([] if styles is None else list(styles.iterchildren(W + "style")), 1):
        name, id_ = style.find(W + "name"), style.get(W + "styleId", "")
        if name is not None and not _is_known(name.get(W + "val", "")):
            name.set(W + "val", OWN.format(number))
        ids[id_] = id_ if _is_plain(id_) else OWN_ID.format(number)
        style.set(W + "styleId", ids[id_])
    for root in [*users, *([] if styles is None else [styles])]:
        for reference in list(root.iter(*REFERENCES)):
            if (new := ids.get(reference.get(W + "val", ""))) is None:
                drop(reference)
            else:
                reference.set(W + "val", new)


def _is_known(name: str) -> bool:
    words = name.lower().replace("(", " ").replace(")", " ").replace("/", " ").split()
    known = all(each in WORDS or SHORT_NUMBER.fullmatch(each.strip("-")) for each in words if each != "-")
    return bool(words) and _digits(name) <= MOST_DIGITS and (known or bool(KNOWN.fullmatch(name)))


def _is_plain(id_: str) -> bool:
    """Say whether an id may stay; one that looks like those given here is given anew, so that no two are the same."""
    is_own = id_.lower().startswith(OWN_ID[:3])
    return bool(ID.fullmatch(id_)) and _digits(id_) <= MOST_DIGITS and not is_own


def _digits(text: str) -> int:
    return sum(each.isdigit() for each in text)
