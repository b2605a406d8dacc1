"""Word documents with python-docx, in the type names that Chinese offices have installed."""

from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

TITLE, BODY, STRONG, LATIN = "方正小标宋简体", "仿宋_GB2312", "黑体", "Times New Roman"


def a4_document(*, title: str, author: str, margins: tuple[int, int, int, int]) -> WordDocument:
    """Return an empty A4 document in 仿宋 12 pt; margins in millimetres: top, right, bottom, left."""
    document = Document()
    document.core_properties.title, document.core_properties.author = title[:255], author[:255]
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.right_margin, page.bottom_margin, page.left_margin = map(Mm, margins)
    normal = document.styles["Normal"]
    normal.font.size = Pt(12)
    normal.font.name = LATIN
    normal.element.get_or_add_rPr().rFonts.set(qn("w:eastAsia"), BODY)
    normal.element.rPr.append(_element("w:lang", **{"w:val": "en-US", "w:eastAsia": "zh-CN"}))
    normal.paragraph_format.space_after = Pt(0)
    return document


def write(paragraph: Paragraph, text: str, *, font: str = BODY, size: int | None = None) -> Run:
    """Add text in this type; Word takes the type of Chinese characters from an attribute of its own."""
    run = paragraph.add_run(text)
    run.font.name = LATIN
    run._element.get_or_add_rPr().rFonts.set(qn("w:eastAsia"), font)
    if size:
        run.font.size = Pt(size)
    return run


def centred(document: WordDocument, text: str, *, font: str, size: int) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    write(paragraph, text, font=font, size=size)
    return paragraph


def grid(document: WordDocument, widths: tuple[int, ...]) -> Table:
    """Add an empty bordered table whose columns have these widths in millimetres."""
    table = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    return table


def fill(cell: _Cell, text: str, *, font: str = BODY, centre: bool = False) -> None:
    """Write one paragraph a line into an empty cell."""
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for number, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        if centre:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        write(paragraph, line, font=font)


def repeat_on_each_page(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(_element("w:tblHeader", **{"w:val": "true"}))


def shade(cell: _Cell, colour: str) -> None:
    cell._tc.get_or_add_tcPr().append(_element("w:shd", **{"w:val": "clear", "w:fill": colour}))


def page_numbers(paragraph: Paragraph, *, size: int) -> None:
    """Write 第 1 页，共 2 页 with numbers that Word counts."""
    for text, code in (("第 ", "PAGE"), (" 页，共 ", "NUMPAGES")):
        write(paragraph, text, size=size)
        field = _element("w:fldSimple", **{"w:instr": code})
        run = write(paragraph, "1", size=size)
        field.append(run._element)
        paragraph._p.append(field)
    write(paragraph, " 页", size=size)


def saved(document: WordDocument) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _element(tag: str, **attributes: str):
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(name), value)
    return element
