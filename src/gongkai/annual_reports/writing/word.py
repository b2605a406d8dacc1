"""The report as a Word document that an office can go on editing: real headings, real merged cells."""

from math import ceil, floor
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from gongkai.typesetting import word

from .document import DRAFT, ReportDocument
from .outline import Paragraph, corrections, outline, plain, signature, title_lines
from .tables import LEFT, Cell, Grid

KAI = "楷体_GB2312"
# Millimetres; the text is 156 mm wide. In table 3, long figures widen their columns at the cost of the labels.
WIDTHS = {
    "t2": (39,) * 4,
    "t3": (9, 17, 50, 12, 11, 11, 12, 12, 11, 11),
    "t4": (10,) * 15,
}
SIZES = {"t2": 10.5, "t3": 9.0, "t4": 9.0}
WIDEST_OF_TABLE_3 = 15
DIGIT = 0.65  # of the size of type: how wide the widest digits of the usual types are
POINT = 25.4 / 72
SIDES = 1.5  # of a cell, both together
# Word's own margins in a cell would leave a narrow column of table 4 one character wide.
MARGINS = (
    f'<w:tblCellMar {nsdecls("w")}><w:top w:w="40" w:type="dxa"/><w:left w:w="40" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>'
)


def annual_report_docx(document: ReportDocument) -> bytes:
    """Return the report as DOCX, with the same parts and cells as the PDF."""
    report = document.report
    lines = title_lines(report)
    made = word.a4_document(
        title="".join(lines), author=plain(document.issuer or report.unit), margins=(37, 26, 35, 28)
    )
    _set_styles(made)
    if document.draft:
        head = made.sections[0].header.paragraphs[0]
        head.alignment = WD_ALIGN_PARAGRAPH.CENTER
        word.write(head, DRAFT, font=word.STRONG, size=12)
    title = made.add_paragraph(style="Title")
    word.write(title, "\n".join(lines), font=word.TITLE, size=22)
    for part in outline(report):
        if part.heading:
            _heading(made, part.heading, level=1, font=word.STRONG)
        for block in part.blocks:
            if isinstance(block, Grid):
                _table(made, block)
            else:
                _paragraph(made, block)
    signed_by = signature(document)
    for line in signed_by:
        signed = made.add_paragraph()
        signed.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        signed.paragraph_format.right_indent = Pt(32)
        signed.paragraph_format.keep_with_next = line != signed_by[-1]
        word.write(signed, line, size=16)
    if document.corrections:
        _heading(made, "更正", level=1, font=word.STRONG)
        for line in corrections(document):
            _paragraph(made, Paragraph("", line))
    footer = made.sections[0].footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    word.page_numbers(footer, size=10)
    return word.saved(made)


def _set_styles(made: WordDocument) -> None:
    """Word's own headings are blue and Latin; an official document's are black, in its own type."""
    for name in ("Title", "Heading 1", "Heading 2"):
        style = made.styles[name]
        for element in list(style.element.rPr):
            style.element.rPr.remove(element)
        for border in style.element.pPr.findall(qn("w:pBdr")):
            style.element.pPr.remove(border)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = Pt(29)  # 22 lines a page
        style.font.size = Pt(22 if name == "Title" else 16)
    made.styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.styles["Title"].paragraph_format.space_after = Pt(29)


def _heading(made: WordDocument, text: str, *, level: int, font: str) -> None:
    heading = made.add_paragraph(style=f"Heading {level}")
    heading.paragraph_format.first_line_indent = Pt(32)
    word.write(heading, text, font=font, size=16)


def _paragraph(made: WordDocument, paragraph: Paragraph) -> None:
    if paragraph.subheading and not paragraph.text:
        _heading(made, paragraph.subheading, level=2, font=KAI)
        return
    set_as: WordParagraph = made.add_paragraph()
    set_as.paragraph_format.first_line_indent = Pt(32)
    set_as.paragraph_format.line_spacing = Pt(29)
    if paragraph.subheading:
        word.write(set_as, paragraph.subheading, font=KAI, size=16)
    word.write(set_as, paragraph.text, size=16)


def _table(made: WordDocument, grid: Grid) -> None:
    """
    Add the table row by row as XML: merging the cells of 28 rows one pair at a time takes a second.

    Word repeats a vertically merged cell, empty, in each row it reaches into.
    """
    widths = _widths(grid)
    table = word.grid(made, widths)
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(parse_xml(MARGINS))
    begins = {(row, column): cell for row, column, cell in grid.placed()}
    reaching_down: dict[int, tuple[Cell, int]] = {}  # by column: the cell, and how many rows it still fills
    for number in range(len(grid.rows)):
        # All rows but the last ask to be kept with the next, so that a table that fits a page stands on one.
        kept = "<w:keepNext/>" if number < len(grid.rows) - 1 else ""
        cells = []
        column = 0
        while column < grid.columns:
            cell, left = reaching_down.pop(column, (None, 0))
            if cell is None:
                cell, left = begins[number, column], begins[number, column].rowspan
                cells.append(_cell(grid, cell, widths[column : column + cell.colspan], kept))
            else:
                cells.append(_continued(cell, widths[column : column + cell.colspan], kept))
            if left > 1:
                reaching_down[column] = (cell, left - 1)
            column += cell.colspan
        table._tbl.append(
            parse_xml(f"<w:tr {nsdecls('w')}><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>")
        )
    for row in table.rows[: grid.header_rows]:
        word.repeat_on_each_page(row)


def _widths(grid: Grid) -> tuple[int, ...]:
    usual = WIDTHS[grid.key]
    if grid.key != "t3":
        return usual
    needed = [0] * grid.columns
    for _, column, cell in grid.placed():
        if cell.name:
            needed[column] = max(needed[column], ceil(_length(cell.text, SIZES["t3"]) + SIDES))
    figures = [min(WIDEST_OF_TABLE_3, max(each)) for each in zip(usual[3:], needed[3:], strict=True)]
    return (*usual[:2], usual[2] - sum(figures) + sum(usual[3:]), *figures)


def _length(figure: str, size: float) -> float:
    """Return how long the figure is at most, in millimetres."""
    return len(figure) * DIGIT * size * POINT


def _size(grid: Grid, cell: Cell, width: int) -> float:
    """Return the size of type; a figure too long for its column is set smaller, never broken into two numbers."""
    size = SIZES[grid.key]
    if not cell.name or _length(cell.text, size) <= width - SIDES:
        return size
    return max(1.0, floor(2 * size * (width - SIDES) / _length(cell.text, size)) / 2)


def _cell(grid: Grid, cell: Cell, widths: tuple[int, ...], kept: str) -> str:
    fonts = f'w:ascii="{word.LATIN}" w:hAnsi="{word.LATIN}" w:eastAsia="{word.BODY}"'
    size = f'<w:sz w:val="{round(_size(grid, cell, sum(widths)) * 2)}"/>'
    run = (
        f"<w:r><w:rPr><w:rFonts {fonts}/>{size}</w:rPr><w:t>{escape(cell.text)}</w:t></w:r>"
        if cell.text
        else ""
    )
    merged = '<w:vMerge w:val="restart"/>' if cell.rowspan > 1 else ""
    align = "left" if cell.align == LEFT else "center"
    return (
        f"<w:tc>{_properties(cell, widths, merged)}"
        f'<w:p><w:pPr>{kept}<w:jc w:val="{align}"/></w:pPr>{run}</w:p></w:tc>'
    )


def _continued(cell: Cell, widths: tuple[int, ...], kept: str) -> str:
    return f"<w:tc>{_properties(cell, widths, '<w:vMerge/>')}<w:p><w:pPr>{kept}</w:pPr></w:p></w:tc>"


def _properties(cell: Cell, widths: tuple[int, ...], merged: str) -> str:
    spanned = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
    return (
        f'<w:tcPr><w:tcW w:w="{Mm(sum(widths)).twips}" w:type="dxa"/>{spanned}{merged}'
        '<w:vAlign w:val="center"/></w:tcPr>'
    )
