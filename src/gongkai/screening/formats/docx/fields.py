"""Fields: codes that say where text comes from. The copy keeps the text, and codes that only count pages."""

import re
from dataclasses import dataclass, field

from lxml import etree

from ...enums import Kind
from ...findings import Place
from ..office_draft import Draft
from ..office_drawings import drop, unwrap
from ..packages import Element
from .allowed import W

PAGES = {"PAGE", "NUMPAGES", "SECTIONPAGES"}
OUTSIDE = {"INCLUDETEXT", "INCLUDEPICTURE", "LINK", "DDE", "DDEAUTO", "DATABASE", "IMPORT", "INCLUDE", "RD"}
DATA = {"MERGEFIELD", "MERGEREC", "MERGESEQ", "DOCPROPERTY", "DOCVARIABLE", "AUTHOR", "USERNAME", "FILENAME"}
DATA |= {
    "LASTSAVEDBY",
    "TEMPLATE",
    "COMMENTS",
    "KEYWORDS",
    "SUBJECT",
    "TITLE",
    "INFO",
    "ASK",
    "FILLIN",
    "QUOTE",
    "SET",
}
DATA |= {
    "IF",
    "XE",
    "TC",
    "TA",
    "MACROBUTTON",
    "ADDIN",
    "PRIVATE",
    "USERADDRESS",
    "USERINITIALS",
    "COMPARE",
    "NEXTIF",
}
ADDRESS = re.compile(r'^\s*HYPERLINK\s+"?([^"\s]+)"?', re.IGNORECASE)
CHECKED, UNCHECKED = "☑", "☐"
OFF = {"0", "false", "off"}


@dataclass
class Field:
    begin: Element
    in_code: bool = True
    code: list[Element] = field(default_factory=list)  # everything between its beginning and its result
    marks: list[Element] = field(default_factory=list)

    @property
    def words(self) -> str:
        return "".join(each.text or "" for each in self.code if each.tag == W + "instrText")


def flatten(root: Element, draft: Draft, place: Place) -> None:
    """Put the result of each field in its place."""
    fields = _fields(root)
    if fields is None:  # ends are missing: no telling what is code and what is text, so only the codes go
        for each in list(root.iter(W + "fldChar", W + "instrText")):
            drop(each)
    kept = [code for each in fields or [] if (code := _flatten(each, draft, place)) is not None]
    for each in list(root.iter(W + "instrText")):
        if each not in kept:
            drop(each)
    for simple in list(root.iter(W + "fldSimple")):
        code = simple.get(W + "instr", "")
        if name_of(code) in PAGES:
            simple.set(W + "instr", name_of(code))
            for extra in list(simple.iterchildren(W + "fldData")):
                simple.remove(extra)
            continue
        _tell(code, draft, place)
        unwrap(simple)


def name_of(code: str) -> str:
    return next(iter(code.split()), "").upper()


def _fields(root: Element) -> list[Field] | None:
    """Return the fields, inner ones before the outer; None when they do not close."""
    found: list[Field] = []
    open_: list[Field] = []
    for run in root.iter(W + "r"):
        for element in run:
            kind = element.get(W + "fldCharType") if element.tag == W + "fldChar" else ""
            if kind == "begin":
                for outer in open_:
                    if outer.in_code:
                        outer.code.append(element)
                open_.append(Field(element, marks=[element]))
                continue
            if kind and not open_:
                return None
            for each in open_[:-1] if kind else open_:
                if each.in_code and element.tag != W + "rPr":
                    each.code.append(element)
            if kind:
                open_[-1].marks.append(element)
                open_[-1].in_code = False
            if kind == "end":
                found.append(open_.pop())
    return None if open_ else found


def _flatten(each: Field, draft: Draft, place: Place) -> Element | None:
    """Take a field apart; return the element of its code when the code stays."""
    words = each.words
    name = name_of(words)
    address = ADDRESS.match(words)
    codes = [element for element in each.code if element.tag == W + "instrText"]
    form = each.begin.find(W + "ffData")
    if form is not None:
        draft.count(Kind.FORM_FIELD, place, "{} 个表单域")
        _show_choice(form, each.begin)
    if name in PAGES and len(each.marks) == 3:
        kept = f" {name} "
    elif address and draft.link(address[1]):
        kept = f' HYPERLINK "{address[1]}" '
    else:
        kept = ""
        _tell(words, draft, place)
    for element in each.code:
        if not kept or element is not codes[0]:
            drop(element)
    if kept:
        codes[0].text = kept
    for mark in each.marks:
        if kept:
            for child in list(mark):
                mark.remove(child)
        else:
            drop(mark)
    return codes[0] if kept else None


def _tell(words: str, draft: Draft, place: Place) -> None:
    name, address = name_of(words), ADDRESS.match(words)
    if name in OUTSIDE or (name == "HYPERLINK" and address and not address[1].startswith("\\l")):
        draft.count(Kind.EXTERNAL_LINK, place, "{} 处指向别的文件的域代码")
    elif name in DATA:
        draft.count(Kind.NAMED_RANGE, place, "{} 处域代码")


def _show_choice(form: Element, begin: Element) -> None:
    """Write what a tick box or a drop-down list shows, which is in no text of its own."""
    box, choices = form.find(W + "checkBox"), form.find(W + "ddList")
    if box is not None:
        checked = box.find(W + "checked")
        if checked is None:
            checked = box.find(W + "default")
        on = checked is not None and checked.get(W + "val", "1") not in OFF
        shown = CHECKED if on else UNCHECKED
    elif choices is not None:
        entries = [each.get(W + "val", "") for each in choices.iterchildren(W + "listEntry")]
        result = choices.find(W + "result")
        number = int(result.get(W + "val", "0")) if result is not None else 0
        shown = entries[number] if 0 <= number < len(entries) else ""
    else:
        return
    text = etree.Element(W + "t")
    text.text = shown
    begin.addprevious(text)
