"""What the streams of a PDF hold: the text their instructions draw, and their bytes. Pure."""

import re
from collections.abc import Iterator

import pikepdf

DEEPEST = 12
SHOWING = frozenset({"Tj", "TJ", "'", '"'})
PIXEL_FILTERS = frozenset({"/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode"})
LARGEST_STREAM = 1 << 28
BFCHAR = re.compile(rb"beginbfchar(.*?)endbfchar", re.S)
BFRANGE = re.compile(rb"beginbfrange(.*?)endbfrange", re.S)
PAIR = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>")
RANGE = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(?:<([0-9A-Fa-f\s]*)>|\[(.*?)\])", re.S)
HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")

Table = dict[bytes, str]


def texts_drawn(page: pikepdf.Page) -> tuple[list[str], bool]:
    """
    Return the texts that the instructions of ``page`` and of the forms on it draw, in their order, and whether
    some could not be made out.
    """
    reader = _Reader()
    try:
        reader.read(page, page.get("/Resources"), 0)
    except (pikepdf.PdfError, ValueError, TypeError, RecursionError):
        reader.is_unread = True
    return reader.texts, reader.is_unread


class _Reader:
    def __init__(self) -> None:
        self.texts: list[str] = []
        self.is_unread = False
        self.tables: dict[tuple[int, int], Table | None] = {}

    def read(
        self, drawn: pikepdf.Page | pikepdf.Object, resources: pikepdf.Object | None, depth: int
    ) -> None:
        if depth > DEEPEST:
            self.is_unread = True
            return
        table: Table | None = None
        for instruction in pikepdf.parse_content_stream(drawn):
            operator, operands = str(instruction.operator), list(instruction.operands)
            if operator == "Tf" and operands:
                table = self._table(_named(resources, "/Font", operands[0]))
            elif operator in SHOWING and operands:
                self._show(operands[-1], table)
            elif operator == "Do" and operands:
                form = _named(resources, "/XObject", operands[0])
                if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form":
                    self.read(form, form.get("/Resources", resources), depth + 1)

    def _show(self, operand: object, table: Table | None) -> None:
        parts = operand if isinstance(operand, pikepdf.Array) else [operand]
        said = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        if table is None:
            self.texts.append(said.decode("latin-1"))
            return
        step = len(next(iter(table), b"\0\0"))
        codes = [said[at : at + step] for at in range(0, len(said), step)]
        self.is_unread |= any(code not in table for code in codes)
        self.texts.append("".join(table.get(code, "") for code in codes))

    def _table(self, font: pikepdf.Object | None) -> Table | None:
        if font is None or not isinstance(font.get("/ToUnicode"), pikepdf.Stream):
            return None
        key = font.get("/ToUnicode").objgen
        if key not in self.tables:
            self.tables[key] = to_unicode(font.get("/ToUnicode").read_bytes())
        return self.tables[key]


def to_unicode(data: bytes) -> Table:
    """Read a table from codes to characters (a ToUnicode CMap)."""
    table: Table = {}
    for block in BFCHAR.findall(data):
        for code, text in PAIR.findall(block):
            table[_bytes(code)] = _text(_bytes(text))
    for block in BFRANGE.findall(data):
        for low, high, first, several in RANGE.findall(block):
            width = len(_bytes(low))
            start, end = int.from_bytes(_bytes(low), "big"), int.from_bytes(_bytes(high), "big")
            texts = [_text(_bytes(each)) for each in HEX.findall(several)]
            for step in range(min(end - start, 0xFFFF) + 1):
                if several:
                    text = texts[step] if step < len(texts) else ""
                else:
                    text = _text(
                        (int.from_bytes(_bytes(first), "big") + step).to_bytes(len(_bytes(first)), "big")
                    )
                table[(start + step).to_bytes(width, "big")] = text
    return table


def streams_of(document: pikepdf.Pdf) -> Iterator[tuple[str, bytes | None, str]]:
    """
    Yield of every stream where it is, its bytes taken out of their compression (None: cannot be), and what they
    are: "jpeg", "pixels" or "data".
    """
    for found in document.objects:
        if not isinstance(found, pikepdf.Stream):
            continue
        where = f"第{found.objgen[0]}号对象"
        filters = found.get("/Filter", pikepdf.Array())
        names = {str(each) for each in (filters if isinstance(filters, pikepdf.Array) else [filters])}
        is_picture = found.get("/Subtype") == "/Image"
        if "/DCTDecode" in names and len(names) == 1:
            yield where, found.read_raw_bytes(), "jpeg"
        elif names & PIXEL_FILTERS and len(names) == 1:
            yield where, found.read_raw_bytes(), "pixels"
        else:
            try:
                data = found.read_bytes()
            except (pikepdf.PdfError, pikepdf.DataDecodingError, MemoryError):
                data = None
            yield (
                where,
                data if data is None or len(data) <= LARGEST_STREAM else None,
                ("pixels" if is_picture else "data"),
            )


def _named(resources: pikepdf.Object | None, group: str, name: object) -> pikepdf.Object | None:
    found = resources.get(group) if resources is not None else None
    return found.get(str(name)) if isinstance(found, pikepdf.Dictionary) else None


def _bytes(digits: bytes) -> bytes:
    digits = b"".join(digits.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _text(data: bytes) -> str:
    return data.decode("utf-16-be", "replace")
