"""
The text of a version in passages, for screening, and the way back: covers put into the fields they came from.

Passages come in a fixed order (fields, body, names of files), so a cover names its place by number.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from urllib.parse import unquote

from gongkai.screening.findings import Cover, Passage, Place, covered, covers_by_passage

from .markup import read, write_safe
from .markup.blocks import Block, Figure, Image, Items, Quote, Run, Table, Text
from .models import Attachment, Version

# What of a version the public reads, besides its body. The note on redaction stays inside the office.
FIELDS = ("title", "summary", "keywords", "source", "issuer", "document_number", "disclosure_basis")
FILE_NAME, ALTERNATIVE, ADDRESS = "附件名称", "图片的替代文字", "链接地址"


def passages_of(version: Version, attachments: Sequence[Attachment]) -> list[Passage]:
    """Return the visible text of a version: its fields, then its body, then names and alternative texts of files."""
    passages = [Passage(getattr(version, name), Place(field=name)) for name in FIELDS]
    passages += [passage for passage, _ in _body_passages(read(version.body))]
    for each in attachments:
        passages.append(Passage(each.name, Place(field="attachments", part=FILE_NAME)))
        passages.append(Passage(each.alternative_text, Place(field="attachments", part=ALTERNATIVE)))
    # What lies behind a link is public too; it cannot be covered in part, only removed by hand.
    passages += [Passage(unquote(link), Place(field="body", part=ADDRESS)) for link in links_of(version)]
    return passages


def links_of(version: Version) -> list[str]:
    """Return the addresses the body links to, each once, in order."""
    links = (run.link for _, text in _body_passages(read(version.body)) for run in text.runs if run.link)
    return list(dict.fromkeys(links))


def cover(version: Version, attachments: Sequence[Attachment], covers: Iterable[Cover]) -> None:
    """
    Put ``covers`` into the version and its attachments, which the caller saves.

    The passages must be those of ``passages_of`` for the same content: the caller holds the draft under its lock.
    """
    grouped = covers_by_passage(covers)
    for number, name in enumerate(FIELDS):
        if number in grouped:
            setattr(version, name, covered(getattr(version, name), grouped[number]))
    blocks = read(version.body)
    number = len(FIELDS) - 1
    body_changed = False
    for number, (_, text) in enumerate(_body_passages(blocks), start=len(FIELDS)):
        if number in grouped:
            text.runs = _covered_runs(text.runs, grouped[number])
            body_changed = True
    if body_changed:
        version.body = write_safe(blocks)
    for place, each in enumerate(attachments):
        first = number + 1 + 2 * place
        each.name = covered(each.name, grouped.get(first, []))
        each.alternative_text = covered(each.alternative_text, grouped.get(first + 1, []))


def _covered_runs(runs: list[Run | Image], covers: Sequence[Cover]) -> list[Run | Image]:
    """Cover a paragraph whose text may change its look within the covered piece: the first run takes the cover."""
    for each in covers:
        changed, at = [], 0
        for run in runs:
            if isinstance(run, Image):
                changed.append(run)
                continue
            start, end = max(each.start - at, 0), min(each.end - at, len(run.text))
            if start < end:
                put = each.text if each.start >= at else ""
                run_text = run.text[:start] + put + run.text[end:]
            else:
                run_text = run.text
            at += len(run.text)
            if run_text:
                changed.append(replace(run, text=run_text))
        runs = changed
    return runs


def _body_passages(blocks: list[Block]) -> Iterator[tuple[Passage, Text]]:
    """Yield each paragraph with its block, in reading order; paragraphs outside tables are counted from 1."""
    counted = {"paragraph": 0, "table": 0}
    for block in blocks:
        yield from _of_block(block, counted)


def _of_block(block: Block, counted: dict[str, int]) -> Iterator[tuple[Passage, Text]]:
    match block:
        case Text():
            if re.search(r"\S", block.text):
                counted["paragraph"] += 1
            yield Passage(block.text, Place(field="body", paragraph=counted["paragraph"])), block
        case Quote():
            for part in block.blocks:
                yield from _of_block(part, counted)
        case Items():
            for item in block.items:
                for part in item:
                    yield from _of_block(part, counted)
        case Figure():
            if block.caption:
                yield from _of_block(block.caption, counted)
        case Table():
            counted["table"] += 1
            yield from _of_table(block, counted["table"])


def _of_table(table: Table, number: int) -> Iterator[tuple[Passage, Text]]:
    if table.caption:
        yield Passage(table.caption.text, Place(field="body", table=number)), table.caption
    taken: set[tuple[int, int]] = set()  # places that a cell above or before reaches into
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            taken |= {
                (row + down, column + right) for down in range(cell.rows) for right in range(cell.columns)
            }
            place = Place(field="body", table=number, row=row + 1, column=column + 1)
            for block in cell.blocks:
                for passage, text in _of_block(block, {"paragraph": 0, "table": number}):
                    yield replace(passage, place=place, table=f"body-{number}", row=row, column=column), text
            column += cell.columns
