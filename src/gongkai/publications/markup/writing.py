"""Blocks in, canonical HTML out: the same blocks give the same bytes."""

from html import escape

from .blocks import MARKS, Block, Cell, Figure, Image, Items, Quote, Rule, Run, Table, Text


def write(blocks: list[Block]) -> str:
    return "".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Text():
            return f"<{block.tag}{_classes(block)}>{write_runs(block.runs)}</{block.tag}>"
        case Quote():
            return f"<blockquote>{write(block.blocks)}</blockquote>"
        case Items():
            tag = "ol" if block.ordered else "ul"
            start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
            items = "".join(f"<li>{_loose(item)}</li>" for item in block.items)
            return f"<{tag}{start}>{items}</{tag}>"
        case Table():
            return _table(block)
        case Figure():
            caption = f"<figcaption>{write_runs(block.caption.runs)}</figcaption>" if block.caption else ""
            return f"<figure>{write_runs(block.images)}{caption}</figure>"
        case Rule():
            return "<hr>"


def _table(table: Table) -> str:
    caption = f"<caption>{write_runs(table.caption.runs)}</caption>" if table.caption else ""
    parts = (("thead", table.head), ("tbody", table.body), ("tfoot", table.foot))
    return f"<table>{caption}{''.join(_rows(tag, rows) for tag, rows in parts if rows)}</table>"


def _rows(tag: str, rows: list[list[Cell]]) -> str:
    lines = ("".join(_cell(cell) for cell in row) for row in rows)
    return f"<{tag}>{''.join(f'<tr>{line}</tr>' for line in lines)}</{tag}>"


def _cell(cell: Cell) -> str:
    attributes = ""
    if cell.scope:
        attributes += f' scope="{cell.scope}"'
    if cell.columns > 1:
        attributes += f' colspan="{cell.columns}"'
    if cell.rows > 1:
        attributes += f' rowspan="{cell.rows}"'
    if cell.align:
        attributes += f' class="align-{cell.align}"'
    return f"<{cell.tag}{attributes}>{_loose(cell.blocks)}</{cell.tag}>"


def _loose(blocks: list[Block]) -> str:
    """A single plain paragraph stands in its item or cell without a tag of its own, also before a nested list."""
    if blocks and is_plain(blocks[0]) and (len(blocks) == 1 or isinstance(blocks[1], Items)):
        return write_runs(blocks[0].runs) + write(blocks[1:])
    return write(blocks)


def is_plain(block: Block) -> bool:
    return isinstance(block, Text) and block.tag == "p" and not block.align and not block.indent


def _classes(block: Text) -> str:
    names = [f"align-{block.align}"] if block.align else []
    if block.indent:
        names.append("indent")
    return f' class="{" ".join(names)}"' if names else ""


def write_runs(runs: list[Run | Image]) -> str:
    """Write runs with as few tags as possible: neighbours share the marks they have in common."""
    out, open_tags = [], []
    for run in runs:
        wanted = [f"a\0{run.link}"] if run.link else []
        if isinstance(run, Run):
            wanted += [mark for mark in MARKS if mark in run.marks]
        shared = 0
        while shared < min(len(open_tags), len(wanted)) and open_tags[shared] == wanted[shared]:
            shared += 1
        out += _closing(open_tags[shared:])
        out += [_opening(tag) for tag in wanted[shared:]]
        open_tags = wanted
        out.append(
            _image(run) if isinstance(run, Image) else escape(run.text, quote=False).replace("\n", "<br>")
        )
    return "".join(out + _closing(open_tags))


def _opening(tag: str) -> str:
    name, _, link = tag.partition("\0")
    return f'<a href="{escape(link)}">' if link else f"<{name}>"


def _closing(tags: list[str]) -> list[str]:
    return [f"</{tag.partition(chr(0))[0]}>" for tag in reversed(tags)]


def _image(image: Image) -> str:
    attributes = f'src="{escape(image.source)}" alt="{escape(image.alternative)}"'
    if image.width:
        attributes += f' width="{image.width}"'
    if image.height:
        attributes += f' height="{image.height}"'
    return f"<img {attributes}>"
