"""What of WordprocessingML may stand in a public copy: an element not named here does not."""

import re

from lxml import etree

from ..office_drawings import MC, WORD, M, drop, unwrap
from ..office_fonts import is_font_name
from ..packages import Element, damaged

W = WORD
DRAWN = {W + "drawing", W + "pict"}  # their content is another language's

STORY = """
document body hdr ftr footnotes footnote endnotes endnote background p tbl tr tc tblPr tblGrid gridCol trPr tcPr
tblPrEx sectPr pPr rPr r t tab br cr noBreakHyphen softHyphen sym ptab drawing pict hyperlink fldSimple fldChar
instrText footnoteReference endnoteReference footnoteRef endnoteRef separator continuationSeparator ruby rubyPr
rubyAlign hps hpsRaise hpsBaseText lid rt rubyBase bookmarkStart bookmarkEnd txbxContent
"""
PARAGRAPH = """
pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr ilvl numId suppressLineNumbers pBdr top left
bottom right between bar start end shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct
autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc
textDirection textAlignment textboxTightWrap outlineLvl cnfStyle
"""
RUN = """
rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof color w kern position
sz szCs highlight u effect bdr fitText vertAlign rtl cs em lang eastAsianLayout oMath
"""
TABLE = """
tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW tblCellSpacing tblInd tblBorders
tblLayout tblCellMar tblLook insideH insideV tl2br tr2bl gridBefore gridAfter wBefore wAfter cantSplit trHeight
tblHeader tcW gridSpan hMerge vMerge tcBorders noWrap tcMar tcFitText vAlign hideMark
"""
SECTION = """
headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols col
formProt noEndnote titlePg rtlGutter docGrid pos numFmt numStart numRestart
"""
STYLES = """
styles docDefaults rPrDefault pPrDefault style name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat
tblStylePr
"""
NUMBERING = """
numbering abstractNum num abstractNumId lvl start lvlText lvlJc lvlRestart isLgl suff lvlOverride startOverride
multiLevelType styleLink numStyleLink
"""
SETTINGS = """
settings evenAndOddHeaders defaultTabStop characterSpacingControl displayBackgroundShape mirrorMargins
bordersDoNotSurroundHeader bordersDoNotSurroundFooter noLineBreaksAfter noLineBreaksBefore themeFontLang
clrSchemeMapping decimalSymbol listSeparator drawingGridHorizontalSpacing drawingGridVerticalSpacing
displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery autoHyphenation gutterAtTop hideSpellingErrors
compat compatSetting spaceForUL balanceSingleByteDoubleByteWidth doNotLeaveBackslashAlone ulTrailSpace
doNotExpandShiftReturn adjustLineHeightInTable useFELayout growAutofit doNotUseIndentAsNumberingTabStop
doNotSnapToGridInCell doNotWrapTextWithPunct doNotUseEastAsianBreakRules
"""
ALLOWED = {
    W + name
    for names in (STORY, PARAGRAPH, RUN, TABLE, SECTION, STYLES, NUMBERING, SETTINGS)
    for name in names.split()
}
WRAPPERS = {W + "smartTag", W + "customXml", W + "dir", W + "bdo", W + "ins", W + "moveTo"}
NAMES_FONTS = {W + "rFonts", W + "sym"}
FONT_NAMES = {W + name for name in ("ascii", "hAnsi", "eastAsia", "cs", "font")}
TEXTS = {W + "t", W + "instrText", M + "t"}
LEFT_OUT_ATTRIBUTES = re.compile(
    r"(rsid\w*|author|date|initials|tooltip|docLocation|tgtFrame|displacedByCustomXml)$"
)
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
OWN_BOOKMARK = re.compile(r"^_(Toc|Ref)\d+$")


def prune(root: Element) -> None:
    """Leave the allowed elements and attributes. References by ``r:`` attributes are the caller's."""
    if root.tag not in ALLOWED:
        raise damaged()
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag in WRAPPERS:
            waiting += reversed(element)
            unwrap(element)
            continue
        if not _is_allowed(element):
            drop(element)
            continue
        if element.tag not in TEXTS:
            element.text = None
        element.tail = None
        _prune_attributes(element)
        if element.tag not in DRAWN:
            waiting += reversed(element)
            continue
        for inner in element.iter(W + "txbxContent"):
            waiting.append(inner)


def _is_allowed(element: Element) -> bool:
    if element.tag == W + "bookmarkStart":
        return bool(OWN_BOOKMARK.match(element.get(W + "name", "")))
    return element.tag in ALLOWED or element.tag.startswith(M) or element.tag.startswith(MC)


def _prune_attributes(element: Element) -> None:
    if element.tag.startswith(MC):
        kept = {"Requires"}
    elif element.tag.startswith(W):
        kept = {
            name
            for name in element.attrib
            if name.startswith(W) and not LEFT_OUT_ATTRIBUTES.match(name[len(W) :])
        }
        if element.tag in NAMES_FONTS:
            kept -= {name for name in kept & FONT_NAMES if not is_font_name(element.get(name))}
        kept |= {name for name in element.attrib if name.endswith("}id") and "relationships" in name}
        kept.add(XML_SPACE)
    else:
        kept = {name for name in element.attrib if name.startswith(M)} | {XML_SPACE}
    for name in set(element.attrib) - kept:
        del element.attrib[name]


def unwrap_controls(root: Element) -> None:
    """Put the content of content controls in their place: what they are bound to is hidden."""
    for control in list(root.iter(W + "sdt")):
        content = control.find(W + "sdtContent")
        for child in list(control):
            if child is not content:
                control.remove(child)
        if content is not None:
            unwrap(content)
        unwrap(control)


def complete(root: Element) -> None:
    """Give back what Word cannot do without: a last paragraph in each cell and box, ends for bookmarks."""
    for box in root.iter(W + "tc", W + "txbxContent", W + "hdr", W + "ftr", W + "footnote", W + "endnote"):
        if not len(box) or box[-1].tag != W + "p":
            etree.SubElement(box, W + "p")
    for drawing in list(root.iter(*DRAWN)):
        if not len(drawing):
            drop(drawing)
    for row in list(root.iter(W + "tr")):
        if row.find(W + "tc") is None:
            drop(row)
    for table in list(root.iter(W + "tbl")):
        if table.find(W + "tr") is None:
            drop(table)
    open_ = {each.get(W + "id") for each in root.iter(W + "bookmarkStart")}
    for end in list(root.iter(W + "bookmarkEnd")):
        if end.get(W + "id") not in open_:
            drop(end)
