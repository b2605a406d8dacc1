"""OFD files (GB/T 33190): the characters and lines of their pages, put together as those of a PDF are."""

import math
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from gongkai.screening.findings import Unreadable as NotReadable
from gongkai.screening.formats.ofd.lines import deltas, seen
from gongkai.screening.formats.ofd.package import Body, Element, Package, children, numbers

from ..content import Unreadable
from .blocks import Source, TooLarge
from .printed import LEAST_PICTURE, MOST_OBJECTS, MOST_PAGES, Glyph, Printed, blocks_of, straight
from .rulings import Stroke
from .turning import quarters_of

POINTS = 72 / 25.4  # OFD measures in millimetres
A4 = (0.0, 0.0, 210.0, 297.0)
STEP = re.compile(r"([SMLQBAC])([^SMLQBAC]*)")


def read(data: bytes) -> Source:
    """Return the blocks of an OFD file, or raise Unreadable."""
    with tempfile.TemporaryDirectory(prefix="gongkai-ofd-") as folder:
        path = Path(folder) / "report.ofd"
        path.write_bytes(data)
        try:
            with Package(path) as package:
                body = Body.of(package)
                return Source(blocks_of(_pages(body)), [])
        except NotReadable as error:
            raise Unreadable(str(error)) from error


def _pages(body: Body) -> Iterator[Printed]:
    for count, page in enumerate(body.pages(), start=1):
        if count > MOST_PAGES:
            raise TooLarge
        roots = [*(body.package.tree(path) for path in page.templates), page.root]
        width, height = _size(page.root)
        glyphs: list[Glyph] = []
        across: list[Stroke] = []
        upright: list[Stroke] = []
        pictures: list[tuple[float, None]] = []
        for root in roots:
            for owner in seen(root, "TextObject"):
                glyphs += _glyphs(owner, height)
            for drawn, owner in enumerate(seen(root, "PathObject")):
                if drawn > MOST_OBJECTS:
                    raise TooLarge
                for is_across, stroke in _strokes(owner, height):
                    (across if is_across else upright).append(stroke)
            for owner in seen(root, "ImageObject"):
                _, top, wide, tall = _boundary(owner)
                if wide * POINTS >= LEAST_PICTURE[0] and tall * POINTS >= LEAST_PICTURE[1]:
                    pictures.append(((height - top) * POINTS, None))
        yield Printed(width * POINTS, height * POINTS, glyphs, across, upright, pictures)


def _size(root: Element) -> tuple[float, float]:
    for area in children(root, "Area"):
        for box in children(area, "PhysicalBox"):
            values = numbers(box.text or "")
            if len(values) == 4 and values[2] > 0 and values[3] > 0:
                return values[2], values[3]
    return A4[2], A4[3]


def _boundary(owner: Element) -> tuple[float, float, float, float]:
    values = numbers(owner.get("Boundary", ""))
    return (values[0], values[1], values[2], values[3]) if len(values) == 4 else (0.0, 0.0, 0.0, 0.0)


def _matrix(owner: Element) -> tuple[float, float, float, float, float, float]:
    values = numbers(owner.get("CTM", ""))
    if len(values) == 6:
        return (values[0], values[1], values[2], values[3], values[4], values[5])
    return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _glyphs(owner: Element, height: float) -> Iterator[Glyph]:
    """Yield the letters of a text object where they stand; a letter is taken to be as wide as the step after it."""
    left, top, *_ = _boundary(owner)
    a, b, c, d, e, f = _matrix(owner)
    if quarters_of(a, -b) is None:  # a watermark
        return
    size = (numbers(owner.get("Size", "")) or [3.0])[0]
    for code in children(owner, "TextCode"):
        text = code.text or ""
        x, y = ((numbers(code.get(name, "")) or [0.0])[0] for name in ("X", "Y"))
        steps = deltas(code.get("DeltaX", ""))
        falls = deltas(code.get("DeltaY", ""))
        for at, letter in enumerate(text):
            wide = size if ord(letter) > 0x2E80 else size / 2
            place_x, place_y = left + a * x + c * y + e, top + b * x + d * y + f
            scale = abs(a) or 1.0
            if not letter.isspace() and letter.isprintable():
                base = (height - place_y) * POINTS
                yield Glyph(
                    letter,
                    place_x * POINTS,
                    (place_x + wide * scale) * POINTS,
                    base,
                    base + size * abs(d or 1.0) * 0.35 * POINTS,
                    size * math.hypot(a, b) * POINTS,
                )
            x += steps[at] if at < len(steps) else wide
            y += falls[at] if at < len(falls) else 0.0


def _strokes(owner: Element, height: float) -> Iterator[tuple[bool, Stroke]]:
    """Yield the straight parts of a path (GB/T 33190 9.3); a filled box as thin as a line is one too."""
    left, top, *_ = _boundary(owner)
    a, b, c, d, e, f = _matrix(owner)
    start = last = None
    for data in children(owner, "AbbreviatedData"):
        for letter, rest in STEP.findall((data.text or "")[:200_000]):
            values = numbers(rest)
            if letter == "C":
                if start is not None and last is not None:
                    yield from straight(last, start)
                last = start
                continue
            if len(values) < 2:
                continue
            x, y = values[-2], values[-1]
            point = (
                (left + a * x + c * y + e) * POINTS,
                (height - (top + b * x + d * y + f)) * POINTS,
            )
            if letter in "SM":
                start = point
            elif letter == "L" and last is not None:
                yield from straight(last, point)
            last = point
