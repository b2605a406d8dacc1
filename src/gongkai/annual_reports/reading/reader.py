"""
From a file to a report: told what it is, made blocks, sorted into the three tables and six sections.
"""

from collections.abc import Callable, Iterator, Sequence

from .. import layout
from ..content import Figure, Report, Unreadable
from . import (
    cutting,
    docx,
    exchange,
    html,
    kinds,
    ofd,
    pdf,
    pictures,
    prose,
    rows,
    table2,
    table3,
    table4,
    text,
    workbook,
)
from .blocks import Block, Paragraph, Picture, Source, Table, TooLarge
from .headings import section_of
from .results import TableRead

MOST_BYTES = 50_000_000
TOO_LARGE = (
    "这个文件太大，不像一份年度报告。请确认上传的是年度报告本身；如果里面有很多图片，请去掉图片后再上传。"
)
NOT_READ = "{name}是图片，系统不能从图片里读数字，没有读入。请对照原文手工填写。"
NOT_RECOGNISED = "{name}是图片，系统识别了图片，但没有认出这张表，没有读入。请对照原文手工填写。"
MOST_NAMED = 3  # cells in one message
SOURCES: dict[str, Callable[[bytes], Source]] = {
    "pdf": pdf.read,
    "docx": docx.read,
    "ofd": ofd.read,
    "xlsx": workbook.read,
    "html": lambda data: html.read(kinds.text_of(data)),
    "text": lambda data: text.read(kinds.text_of(data)),
    "picture": pictures.read_file,
}


def read(data: bytes, name: str, *, recognises: bool = False) -> Report:
    """
    Return the report that a file holds, or raise Unreadable with the reason.

    The kind of file is told by its content; ``name`` only helps where that says nothing. A table that cannot be read is
    named in ``refused`` with the reason, and its cells are left out, never filled. With ``recognises`` tables that are
    pictures are read too, which takes five seconds a page and needs the extra ``ocr``.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable(TOO_LARGE)
    kind = kinds.kind_of(data, name)
    if kind == "json":
        return exchange.read(kinds.text_of(data))
    if kind == "picture" and not recognises:
        raise Unreadable(kinds.PICTURE)
    try:
        source = SOURCES[kind](data)
        report = _report(source)
        if recognises and report.drawn:
            report = _report(pictures.read_pictures(source), recognised=True)
        if kind == "picture" and not report.figures:
            raise Unreadable(kinds.PICTURE_NOT_READ)
    except TooLarge as error:
        raise Unreadable(TOO_LARGE) from error
    return report


def _report(source: Source, *, recognised: bool = False) -> Report:
    """``recognised`` says that pictures were looked at already."""
    blocks = cutting.cut(_split(source.blocks))
    heading = prose.title_of(blocks, source.titles)
    lines = rows.sort(blocks)
    sections = prose.sections_of(blocks, heading)
    read_tables = {
        "t2": table2.read(lines.of["t2"], prose.documents_said(sections)),
        "t3": table3.read(lines.of["t3"]),
        "t4": table4.read(lines.of["t4"]),
    }
    figures: dict[str, Figure] = {}
    for each in read_tables.values():
        figures |= each.figures
    refused = _refused(read_tables, blocks)
    drawn = tuple(table for table in refused if _is_drawn(read_tables[table], blocks, table))
    for table in drawn:
        reason = NOT_RECOGNISED if recognised else NOT_READ
        refused[table] = reason.format(name=rows.TABLES[table])
    return Report(
        unit=heading.unit,
        year=heading.year,
        title=heading.title,
        forms={table: each.form for table, each in read_tables.items() if each.form and each.figures},
        figures=pictures.judged(figures, read_tables["t3"].form),
        sections=sections,
        notes=(*source.notes, *(note for each in read_tables.values() for note in each.notes)),
        refused=refused,
        drawn=drawn,
        is_recognised=any(isinstance(each, Paragraph) and each.place.is_recognised for each in blocks),
    )


def _split(blocks: Sequence[Block]) -> list[Block]:
    """Cut paragraphs in which headings of sections stand, as when a page lost its line breaks."""
    result: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and len(block.text) > 30:
            result += (Paragraph(each, block.place) for each in text.split(block.text))
        else:
            result.append(block)
    return result


def _refused(read_tables: dict[str, TableRead], blocks: Sequence[Block]) -> dict[str, str]:
    """Say of each table why it, or a part of it, could not be read."""
    refused: dict[str, str] = {}
    for table, each in read_tables.items():
        name = rows.TABLES[table]
        reasons = "".join([*each.unread, *_illegible(each)])
        if each.figures:
            if reasons:
                refused[table] = f"{name}没有全部读出：{reasons}"
        elif reasons:
            refused[table] = f"{name}没有读出：{reasons}"
        else:
            refused[table] = f"文件里没有找到{name}，没有读入。请检查文件是否完整，或者对照原文手工填写。"
    return refused


def _illegible(table: TableRead) -> Iterator[str]:
    """Name the cells of a picture that could not be made out."""
    cells = [each for each in table.illegible if each not in table.figures]
    if cells:
        shown = "、".join(layout.in_words(each) for each in cells[:MOST_NAMED])
        more = "等" if len(cells) > MOST_NAMED else ""
        yield f"图片里有{len(cells)}格认不清（{shown}{more}），没有读入，请对照原图填写。"


def _is_drawn(table: TableRead, blocks: Sequence[Block], name: str) -> bool:
    """Whether nothing of a table was read, and a picture stands where it should."""
    is_empty = not (table.figures or table.unread or table.illegible)
    return is_empty and _is_picture(blocks, rows.SECTION_OF_TABLE[name])


def _is_picture(blocks: Sequence[Block], section: int) -> bool:
    """Whether a picture stands where the table should, or, without headings, anywhere but no table does."""
    current = 0
    seen_headings = False
    pictures: set[int] = set()
    has_table = False
    for block in blocks:
        if isinstance(block, Paragraph):
            found = section_of(block.text)
            current = found or current
            seen_headings |= found == section
        elif isinstance(block, Picture) or (isinstance(block, Table) and block.has_picture):
            pictures.add(current)
        has_table |= isinstance(block, Table)
    return section in pictures if seen_headings else bool(pictures) and not has_table
