"""
A page as a picture, in the fewest bytes that keep it readable: two tones for print, sixteen greys or a small palette
for tables and letterheads, JPEG for scans and photographs. Pure.
"""

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter

TWO_TONE_FINER = 1.5  # black and white needs finer pixels than grey to look as smooth, and is still smaller
TWO_TONE_THRESHOLD = 160  # above the middle: thin strokes stay whole
NEARLY_BLACK, NEARLY_WHITE = 24, 232
SHADED_SHARE = 0.001  # of blocks of 3 × 3 pixels that are grey all over: more is shading or a picture
BLOCK, SHARE_OF_BLOCK, LONELY_BLOCKS = 4, 0.2, 12  # faint writing of a character or two has more
LEAST_TINT = 12  # what channels differ by in a colour; less is noise of a scanner
TINTED_SHARE = 0.0002
RESTLESS_SHARE = 0.3
GREYS = 16
PALETTE = 32
LARGEST_PALETTE_ERROR = 28  # of a block of 8 × 8 pixels; more would show
JPEG_QUALITY = 82
FLATE_LEVEL = 6
ROWS_PER_STRIP, STRIP_OFFSETS, STRIP_BYTE_COUNTS, PHOTOMETRIC = 278, 273, 279, 262  # TIFF tags


@dataclass(frozen=True)
class Encoded:
    """An image stream of a PDF: its data and the entries of its dictionary."""

    data: bytes
    entries: bytes


def has_colour(page: Image.Image) -> bool:
    red, green, blue = page.split()
    tint = ImageChops.lighter(ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return sum(tint.histogram()[LEAST_TINT:]) > TINTED_SHARE * page.width * page.height


def is_two_tone(grey: Image.Image) -> bool:
    """
    Whether a page loses nothing in black and white: its only greys are the seams of smooth letters.

    Seams are at most a few pixels wide, and lie between dark and light; pale or faint writing does not.
    """
    between = _where(grey, lambda level: NEARLY_BLACK < level < NEARLY_WHITE)
    blocks = between.reduce(3)
    if blocks.histogram()[255] > SHADED_SHARE * blocks.width * blocks.height:
        return False
    becomes_black = _where(grey, lambda level: level < TWO_TONE_THRESHOLD)
    becomes_white = ImageChops.invert(becomes_black)
    faint = ImageChops.darker(between, becomes_white)
    pale = ImageChops.darker(between, becomes_black)
    return _away_from(faint, becomes_black) + _away_from(pale, becomes_white) <= LONELY_BLOCKS


def _away_from(some: Image.Image, others: Image.Image) -> int:
    """Return in how many blocks of the page there is a good deal of ``some`` and none of ``others`` around."""
    many = some.reduce(BLOCK).point([255 if level > 255 * SHARE_OF_BLOCK else 0 for level in range(256)])
    near = others.reduce(BLOCK).point([255 if level else 0 for level in range(256)])
    return ImageChops.subtract(many, near.filter(ImageFilter.MaxFilter(3))).histogram()[255]


def _where(grey: Image.Image, holds: Callable[[int], bool]) -> Image.Image:
    return grey.point([255 if holds(level) else 0 for level in range(256)])


def encode_two_tone(grey: Image.Image) -> Encoded:
    page = grey.point([255 if level >= TWO_TONE_THRESHOLD else 0 for level in range(256)], mode="1")
    output = io.BytesIO()
    page.save(output, "TIFF", compression="group4", tiffinfo={ROWS_PER_STRIP: page.height})
    with Image.open(output) as tiff:
        (start,), (length,) = tiff.tag_v2[STRIP_OFFSETS], tiff.tag_v2[STRIP_BYTE_COUNTS]
        is_black_one = tiff.tag_v2[PHOTOMETRIC] == 0
    parameters = b"<</K -1 /Columns %d /Rows %d /BlackIs1 %s>>" % (
        page.width,
        page.height,
        b"false" if is_black_one else b"true",
    )
    return Encoded(
        output.getvalue()[start : start + length],
        b"/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms " + parameters,
    )


def encode_grey(grey: Image.Image) -> Encoded:
    photograph = _jpeg(grey, b"/DeviceGray")
    if _is_restless(grey):
        return photograph
    steps = grey.point([round(level / 255 * (GREYS - 1)) for level in range(256)])
    palette = bytes(round(step * 255 / (GREYS - 1)) for step in range(GREYS))
    return _smaller(_indexed(steps.tobytes(), b"/DeviceGray", palette), photograph)


def encode_colour(page: Image.Image) -> Encoded:
    photograph = _jpeg(page, b"/DeviceRGB")
    if _is_restless(page.getchannel("G")):
        return photograph
    few = page.quantize(PALETTE, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    error = ImageChops.difference(page, few.convert("RGB")).reduce(8)
    if max(high for _, high in error.getextrema()) > LARGEST_PALETTE_ERROR:
        return photograph
    palette = bytes(few.getpalette()[: PALETTE * 3])
    return _smaller(_indexed(few.tobytes(), b"/DeviceRGB", palette), photograph)


def _is_restless(grey: Image.Image) -> bool:
    """Whether neighbours differ nearly everywhere, as in a scan or photograph: there only JPEG is small."""
    steps = ImageChops.difference(grey, ImageChops.offset(grey, 1, 0)).histogram()
    return sum(steps[1:]) > RESTLESS_SHARE * grey.width * grey.height


def _indexed(pixels: bytes, space: bytes, palette: bytes) -> Encoded:
    highest = len(palette) // (1 if space == b"/DeviceGray" else 3) - 1
    return Encoded(
        zlib.compress(pixels, FLATE_LEVEL),
        b"/ColorSpace [/Indexed %s %d <%s>] /BitsPerComponent 8 /Filter /FlateDecode"
        % (space, highest, palette.hex().encode()),
    )


def _jpeg(image: Image.Image, space: bytes) -> Encoded:
    output = io.BytesIO()
    image.save(output, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return Encoded(output.getvalue(), b"/ColorSpace %s /BitsPerComponent 8 /Filter /DCTDecode" % space)


def _smaller(one: Encoded, other: Encoded) -> Encoded:
    return min(one, other, key=lambda each: len(each.data))
