"""
Which characters of a page can be seen: not those under a box or picture, in the colour of the ground, or cut away.

A page is drawn with its text and without; where the two differ, text shows. Text that was written over other text
(a box painted over a name, and something else in its place) would make the one below look visible, so text that lies
over other text is drawn apart from it.
"""

import ctypes
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from .pages import Character, Rectangle
from .render import draw

LEAST_SIZE = 2.0  # points; smaller text is not read by anybody
LEAST_CONTRAST = 16  # of 255, between the page with its text and without
LEAST_INK = 48  # of 255: what a scan must show where OCR says there is a character
MIDDLE = 0.15  # of a square's sides is left out on each side, because neighbours reach in
DEEPEST_FORM = 12
MOST_LAYERS = 4  # of text over text; what lies deeper is not looked for
LAID_OVER = 0.3  # of the smaller of two characters
GRID = 24.0  # points


@dataclass(frozen=True)
class View:
    """A page as it is shown, in grey, and where its text makes a difference: one picture for each layer of text."""

    shown: Image.Image
    contrasts: Sequence[Image.Image]
    layers: dict[int, int]  # text object → its layer
    scale: float  # pixels a point

    def shows(self, character: Character) -> bool:
        if character.size < LEAST_SIZE:
            return False
        if character.is_invisible:
            return _range(self.shown, self._pixels(character.ink)) >= LEAST_INK
        layer = self.layers.get(character.drawn_by, MOST_LAYERS)
        if layer >= len(self.contrasts):
            return False
        # A font that stands in for one the file does not carry draws beside where PDFium says the ink is.
        return any(
            _highest(self.contrasts[layer], self._pixels(place)) >= LEAST_CONTRAST
            for place in (character.ink, _middle(character.cell))
        )

    def _pixels(self, place: Rectangle) -> tuple[int, int, int, int]:
        return (
            max(0, int(place.left * self.scale)),
            max(0, int(place.top * self.scale)),
            min(self.shown.width, int(place.right * self.scale) + 1),
            min(self.shown.height, int(place.bottom * self.scale) + 1),
        )


def view_of(page: pypdfium2.PdfPage, found: Sequence[Character], shown: Image.Image, dpi: float) -> View:
    """
    Return how the text of ``page`` can be seen; ``shown`` is the page drawn in grey at ``dpi``.

    The page is left without its text.
    """
    texts = _texts(page)
    layers = _layers(found, [_address(text) for text in texts])
    _set_drawn(texts, False)
    bare = draw(page, dpi, grey=True)
    deepest = max(layers.values(), default=0)
    if not deepest:
        contrasts = [ImageChops.difference(shown, bare)]
    else:
        contrasts = []
        for number in range(min(deepest + 1, MOST_LAYERS)):
            of_layer = [text for text in texts if layers[_address(text)] == number]
            _set_drawn(of_layer, True)
            contrasts.append(ImageChops.difference(draw(page, dpi, grey=True), bare))
            _set_drawn(of_layer, False)
    return View(shown, contrasts, layers, shown.width / page.get_width())


def _texts(page: pypdfium2.PdfPage) -> list[pdfium.FPDF_PAGEOBJECT]:
    """Return the text objects of a page in the order they are drawn in, those inside forms included."""
    found: list[pdfium.FPDF_PAGEOBJECT] = []

    def collect(drawn: pdfium.FPDF_PAGEOBJECT, depth: int) -> None:
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            found.append(drawn)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
            for number in range(pdfium.FPDFFormObj_CountObjects(drawn)):
                collect(pdfium.FPDFFormObj_GetObject(drawn, number), depth - 1)

    for number in range(pdfium.FPDFPage_CountObjects(page)):
        collect(pdfium.FPDFPage_GetObject(page, number), DEEPEST_FORM)
    return found


def _set_drawn(texts: Sequence[pdfium.FPDF_PAGEOBJECT], is_drawn: bool) -> None:
    for text in texts:
        pdfium.FPDFPageObj_SetIsActive(text, is_drawn)


def _layers(found: Sequence[Character], order: Sequence[int]) -> dict[int, int]:
    """Return the layer of each text object: 0 where nothing is written over it."""
    place = {address: number for number, address in enumerate(order)}
    over: dict[int, set[int]] = defaultdict(set)  # what lies over an object
    grid: dict[tuple[int, int], list[Character]] = defaultdict(list)
    for character in found:
        if character.is_made_up or character.is_invisible or character.drawn_by not in place:
            continue
        square = (int(character.cell.left // GRID), int(character.cell.top // GRID))
        for across in (-1, 0, 1):
            for down in (-1, 0, 1):
                for other in grid[square[0] + across, square[1] + down]:
                    if other.drawn_by != character.drawn_by and _is_laid_over(character, other):
                        below, above = sorted(
                            (character.drawn_by, other.drawn_by), key=lambda address: place[address]
                        )
                        over[below].add(above)
        grid[square].append(character)
    layers: dict[int, int] = {}
    for address in reversed(order):
        layers[address] = max((layers[above] + 1 for above in over[address]), default=0)
    return layers


def _is_laid_over(one: Character, other: Character) -> bool:
    if one.text == other.text:  # drawn twice, to look bold
        return False
    width = min(one.ink.right, other.ink.right) - max(one.ink.left, other.ink.left)
    height = min(one.ink.bottom, other.ink.bottom) - max(one.ink.top, other.ink.top)
    smaller = min(one.ink.area, other.ink.area)
    return width > 0 and height > 0 and width * height > LAID_OVER * smaller


def _middle(cell: Rectangle) -> Rectangle:
    across, down = MIDDLE * (cell.right - cell.left), MIDDLE * (cell.bottom - cell.top)
    return Rectangle(cell.left + across, cell.top + down, cell.right - across, cell.bottom - down)


def _range(image: Image.Image, pixels: tuple[int, int, int, int]) -> int:
    """Return how far the darkest and the lightest of some pixels lie apart."""
    if pixels[2] <= pixels[0] or pixels[3] <= pixels[1]:
        return 0
    darkest, lightest = image.crop(pixels).getextrema()
    return lightest - darkest


def _highest(image: Image.Image, pixels: tuple[int, int, int, int]) -> int:
    if pixels[2] <= pixels[0] or pixels[3] <= pixels[1]:
        return 0
    return image.crop(pixels).getextrema()[1]


def _address(drawn: pdfium.FPDF_PAGEOBJECT) -> int:
    return ctypes.cast(drawn, ctypes.c_void_p).value or 0
