"""
Which letters of a page can be seen.

The page is drawn twice, with its text and without: where nothing changes, there is text that nobody sees, however
it was hidden (behind a box, in the colour of the ground, clipped away, with no ink, beside the page). Only what
changes nothing is reported, so that shading below text, seals and transparent marks are no findings.
"""

from collections import defaultdict
from collections.abc import Sequence

import pypdfium2.raw as raw
from PIL import Image, ImageChops

from .drawing import Box, Drawn, Glyph, Page, area_of, holds_centre, overlap

SEEN = 16  # of 255: a fainter difference is not seen on a screen
UNIFORM = 12
DARK = 110
TINY = 1.5  # points: type that nobody reads
SMALLEST_COVER = 3.0  # points: thinner areas are rules and underlines
SCAN_SHARE = 0.8  # of a page, from which on a picture is the page
FEW_LETTERS = 50  # a scanned page may have a printed page number
COVERS_ON_SCAN = 0.5  # larger areas are the ground of the page


def judge(page: Page, painted_over: Sequence[Box] = ()) -> None:
    """
    Set the state of each letter of ``page``.

    ``painted_over`` are boxes that the original draws over the page and the copy does not.
    """
    glyphs = [each for line in page.lines for each in line if each.order >= 0]
    if not glyphs:
        return
    texts = [each for each in page.objects if each.kind == raw.FPDF_PAGEOBJ_TEXT]
    shown = page.picture()
    ink = _difference(shown, page.without(texts))
    scan = scan_of(page)
    _judge_covered(page, glyphs, shown, scan)
    for glyph in glyphs:
        if glyph.state == "shown" and glyph.text.strip():
            if scan and overlap(scan.box, glyph.box) and not _is_inked(ink, page, glyph.box):
                glyph.state = _state_on_scan(page, shown, glyph)
            elif not holds_centre(page.box, glyph.box) or not _is_inked(ink, page, glyph.box):
                glyph.state = "invisible"
            elif 0 < glyph.box[3] - glyph.box[1] < TINY and glyph.text.isalnum() and glyph.text not in "一":
                glyph.state = "invisible"
        if any(holds_centre(box, glyph.box) for box in painted_over):
            glyph.state = "covered"
    for line in page.lines:
        _follow_neighbours(line)


def scan_of(page: Page) -> Drawn | None:
    """Return the picture that is as large as the page, the lowest if there are several."""
    for each in page.objects:
        if each.kind == raw.FPDF_PAGEOBJ_IMAGE:
            if area_of(overlap(each.box, page.box)) >= SCAN_SHARE * page.area:
                return each
    return None


def covers_on_scan(page: Page, scan: Drawn) -> int:
    """Count the plain areas painted over a scanned page: below them the scan is whole."""
    shown: Image.Image | None = None
    count = 0
    for each in page.objects[scan.order + 1 :]:
        box = overlap(each.box, page.box)
        if not each.opaque or box is None or min(box[2] - box[0], box[3] - box[1]) < SMALLEST_COVER + 1:
            continue
        if area_of(box) < COVERS_ON_SCAN * page.area:
            shown = shown or page.picture()
            count += _is_uniform(shown, page, box)
    return count


def _judge_covered(page: Page, glyphs: list[Glyph], shown: Image.Image, scan: Drawn | None) -> None:
    by_object: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        by_object[glyph.order].append(glyph)
    first = min(by_object)
    covers = [
        each
        for each in page.objects[first + 1 :]
        if each.opaque
        and each is not scan
        and min(each.box[2] - each.box[0], each.box[3] - each.box[1]) >= SMALLEST_COVER
    ]
    below: list[tuple[Glyph, Box]] = []
    for order, letters in by_object.items():
        whole = _around(letters)
        for cover in covers:
            if cover.order > order and overlap(cover.box, whole):
                below += [(each, cover.box) for each in letters if holds_centre(cover.box, each.box)]
    if not below:
        return
    objects = sorted({glyph.order for glyph, _ in below})
    ink = _difference(shown, page.without([page.objects[order] for order in objects]))
    for glyph, cover in below:
        part = overlap(glyph.box, cover)
        if part is None or glyph.state != "shown" or not glyph.text.strip():
            continue
        if scan and not _is_inked(ink, page, glyph.box):
            # Text recognised on a scan leaves no ink; a plain area over it covers it, a seal does not.
            glyph.state = "covered" if _is_uniform(shown, page, part) else "shown"
        elif not _is_inked(ink, page, part):
            glyph.state = "covered"


def _state_on_scan(page: Page, shown: Image.Image, glyph: Glyph) -> str:
    """Recognised text lies over the ink of the scan; over a black area somebody blackened the picture only."""
    return "covered" if _is_uniform(shown, page, glyph.box, darkest_only=True) else "shown"


def _follow_neighbours(line: list[Glyph]) -> None:
    """Punctuation has too little ink to be judged, and spaces none: they share the lot of what stands before."""
    before = next((each.state for each in line if each.text.isalnum()), None)
    for glyph in line:
        if glyph.text.isalnum():
            before = glyph.state
        elif before is not None:
            glyph.state = before


def _around(glyphs: list[Glyph]) -> Box:
    return (
        *(min(each.box[0] for each in glyphs), min(each.box[1] for each in glyphs)),
        *(max(each.box[2] for each in glyphs), max(each.box[3] for each in glyphs)),
    )


def _difference(one: Image.Image, other: Image.Image) -> Image.Image:
    """Return how far each dot of two pictures differs, in the channel in which it differs most."""
    bands = ImageChops.difference(one, other).split()
    return ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])


def _is_inked(ink: Image.Image, page: Page, box: Box) -> bool:
    return ink.crop(page.pixels(box)).getextrema()[1] >= SEEN


def _is_uniform(shown: Image.Image, page: Page, box: Box, darkest_only: bool = False) -> bool:
    left, top, right, bottom = page.pixels(box)
    # The outermost dots belong to the edge of the area.
    inner = (left + 1, top + 1, max(left + 2, right - 1), max(top + 2, bottom - 1))
    ranges = shown.crop(inner).getextrema()
    if darkest_only and max(high for _, high in ranges) > DARK:
        return False
    return all(high - low <= UNIFORM for low, high in ranges)
