"""
Writing a PDF that holds one picture and one invisible text a page, and nothing else. Pure.

Written anew, byte by byte: no library carries over an identifier, a date, a producer or a font of the original. The
one font draws the same square for every character, because readers leave out text without extent. Its table of
characters is made of the text that stays, in the order of Unicode, so that it tells nothing the text does not.
"""

import io
import zlib
from collections.abc import Sequence
from typing import BinaryIO

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph

from .layer import Piece
from .raster import Encoded

CATALOGUE, PAGES, FONT, DESCENDANT, DESCRIPTOR, FONT_FILE, GLYPHS, CHARACTERS = range(1, 9)
FULL, HALF = 1000, 500  # thousandths of the size
TOP, BOTTOM = 880, -140
HALF_WIDE = range(0x20, 0x7F)
SURROGATES = range(0xD800, 0xE000)  # free as codes: no character has them
LINES_OF_A_TABLE = 100  # what the format allows in one go
EPOCH = 0  # seconds; the font says it was made in 1904


class Paper:
    """A PDF under way: pages go to ``file`` one by one, what they share is written by ``finish``."""

    def __init__(self, file: BinaryIO):
        self.file = file
        self.starts: dict[int, int] = {}
        self.pages: list[int] = []
        self.codes: dict[str, int] = {}  # character → its code in the font
        self.next_number = CHARACTERS + 1
        self._write(b"%PDF-1.7\n%\xe4\xb8\xad\xe6\x96\x87\n")

    def add_page(
        self, size: tuple[float, float], pixels: tuple[int, int], picture: Encoded, pieces: Sequence[Piece]
    ) -> None:
        page, content, image = range(self.next_number, self.next_number + 3)
        self.next_number += 3
        width, height = size
        fonts = b" /Font <</F %d 0 R>>" % FONT if pieces else b""
        self._object(
            page,
            b"<</Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Contents %d 0 R"
            b" /Resources <</XObject <</P %d 0 R>>%s>>>>"
            % (PAGES, _number(width), _number(height), content, image, fonts),
        )
        drawn = [b"q %s 0 0 %s 0 0 cm /P Do Q" % (_number(width), _number(height))]
        if pieces:
            drawn += [b"BT 3 Tr", *(self._piece(piece, height) for piece in pieces), b"ET"]
        self._stream(content, b"/Filter /FlateDecode", zlib.compress(b"\n".join(drawn)))
        self._stream(
            image,
            b"/Type /XObject /Subtype /Image /Width %d /Height %d %s" % (*pixels, picture.entries),
            picture.data,
        )
        self.pages.append(page)

    def finish(self) -> None:
        self._object(CATALOGUE, b"<</Type /Catalog /Pages %d 0 R /Lang (zh-CN)>>" % PAGES)
        kids = b" ".join(b"%d 0 R" % page for page in self.pages)
        self._object(PAGES, b"<</Type /Pages /Count %d /Kids [%s]>>" % (len(self.pages), kids))
        if self.codes:
            self._font()
        self._end()

    def _piece(self, piece: Piece, height: float) -> bytes:
        """One piece of text: where it begins, and each character pushed to its own place."""
        said, together = [], b""
        for at, character in enumerate(piece.text):
            together += b"%04X" % self._code(character)
            step = _step(piece, at)
            push = round(_width(character) - step) if step is not None else 0
            if push or at + 1 == len(piece.text):
                said += [b"<%s>" % together, b"%d" % push]
                together = b""
        # y grows upwards in the file and downwards on the page.
        across, up = piece.across, -piece.down
        matrix = (across * piece.stretch, up * piece.stretch, -up, across, piece.x, height - piece.y)
        return b"/F %s Tf %s Tm [%s] TJ" % (
            _number(piece.size),
            b" ".join(map(_number, matrix)),
            b" ".join(said[:-1]),
        )

    def _code(self, character: str) -> int:
        """Return the code of a character: its number in Unicode, or a free one where that has no two bytes."""
        if character not in self.codes:
            far = sum(ord(known) > 0xFFFF for known in self.codes)
            self.codes[character] = ord(character) if ord(character) <= 0xFFFF else SURROGATES[far]
        return self.codes[character]

    def _font(self) -> None:
        squares = _squares()
        self._object(
            FONT,
            b"<</Type /Font /Subtype /Type0 /BaseFont /Squares /Encoding /Identity-H"
            b" /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>" % (DESCENDANT, CHARACTERS),
        )
        self._object(
            DESCENDANT,
            b"<</Type /Font /Subtype /CIDFontType2 /BaseFont /Squares /CIDToGIDMap %d 0 R /DW %d"
            b" /W [%d %d %d] /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"
            b" /FontDescriptor %d 0 R>>" % (GLYPHS, FULL, HALF_WIDE[0], HALF_WIDE[-1], HALF, DESCRIPTOR),
        )
        self._object(
            DESCRIPTOR,
            b"<</Type /FontDescriptor /FontName /Squares /Flags 4 /FontBBox [0 %d %d %d] /ItalicAngle 0"
            b" /Ascent %d /Descent %d /CapHeight %d /StemV 80 /FontFile2 %d 0 R>>"
            % (BOTTOM, FULL, TOP, TOP, BOTTOM, TOP, FONT_FILE),
        )
        self._stream(FONT_FILE, b"/Filter /FlateDecode /Length1 %d" % len(squares), zlib.compress(squares))
        self._stream(GLYPHS, b"/Filter /FlateDecode", zlib.compress(_squares_of_codes()))
        self._stream(CHARACTERS, b"/Filter /FlateDecode", zlib.compress(_table(self.codes)))

    def _object(self, number: int, body: bytes) -> None:
        self.starts[number] = self.file.tell()
        self._write(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    def _stream(self, number: int, entries: bytes, data: bytes) -> None:
        self._object(number, b"<<%s /Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data))

    def _end(self) -> None:
        start = self.file.tell()
        size = self.next_number
        # Numbers that were not needed (a file without any text has no font) are listed as free.
        rows = [
            b"%010d 00000 n \n" % self.starts[number] if number in self.starts else b"0000000000 65535 f \n"
            for number in range(size)
        ]
        self._write(
            b"xref\n0 %d\n%strailer\n<</Size %d /Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n"
            % (size, b"".join(rows), size, CATALOGUE, start)
        )

    def _write(self, data: bytes) -> None:
        self.file.write(data)


def _step(piece: Piece, at: int) -> float | None:
    """Return how far the character after ``at`` stands from it, in thousandths of the size; None after the last."""
    if at + 1 == len(piece.text):
        return None
    return (piece.offsets[at + 1] - piece.offsets[at]) / piece.size * FULL


def _width(character: str) -> int:
    return HALF if ord(character) in HALF_WIDE else FULL


def _table(codes: dict[str, int]) -> bytes:
    """Return the table from codes to characters (a ToUnicode CMap)."""
    rows = [
        b"<%04X> <%s>" % (code, character.encode("utf-16-be").hex().upper().encode())
        for character, code in sorted(codes.items(), key=lambda pair: pair[1])
    ]
    blocks = [rows[at : at + LINES_OF_A_TABLE] for at in range(0, len(rows), LINES_OF_A_TABLE)]
    return b"\n".join(
        [
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            b"/CMapName /Shown def /CMapType 2 def",
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange",
            *(b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks),
            b"endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    )


def _squares_of_codes() -> bytes:
    """Return the table from codes to squares: the second, half as wide, for Latin letters and digits."""
    return b"".join(b"\0\2" if code in HALF_WIDE else b"\0\1" for code in range(65_536))


def _squares() -> bytes:
    """Return a TrueType font of two squares."""
    builder = FontBuilder(FULL, isTTF=True)
    builder.setupGlyphOrder([".notdef", "full", "half"])
    builder.setupCharacterMap({})
    builder.setupGlyf({".notdef": _square(FULL), "full": _square(FULL), "half": _square(HALF)})
    builder.setupHorizontalMetrics({".notdef": (FULL, 0), "full": (FULL, 0), "half": (HALF, 0)})
    builder.setupHorizontalHeader(ascent=TOP, descent=BOTTOM)
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=TOP, sTypoDescender=BOTTOM, usWinAscent=TOP, usWinDescent=-BOTTOM)
    builder.setupPost(keepGlyphNames=False)
    builder.updateHead(created=EPOCH, modified=EPOCH)
    builder.font.recalcTimestamp = False
    output = io.BytesIO()
    builder.font.save(output)
    return output.getvalue()


def _square(width: int) -> Glyph:
    pen = TTGlyphPen(None)
    pen.moveTo((0, BOTTOM))
    for corner in ((0, TOP), (width, TOP), (width, BOTTOM)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def _number(value: float) -> bytes:
    return f"{round(value, 3) + 0.0:.3f}".rstrip("0").rstrip(".").encode()
