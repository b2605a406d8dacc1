"""Picture files as the grey rasters that are read: upright, on white, in the one size, and never too large."""

import io
import warnings

from PIL import Image, ImageOps

DOTS_PER_POINT = (
    200 / 72
)  # the size every picture is brought to: smaller digits are misread, larger ones only take longer
A4 = (595.0, 842.0)  # points
MOST_BYTES = 20_000_000  # of one picture file
MOST_DOTS = 40_000_000  # as it is stored
MOST_READ = 16_000_000  # once it has the size to be read: four pages
LEAST_DOTS = (200, 60)  # of width and height; smaller ones are icons
FORMATS = ("PNG", "JPEG", "BMP", "GIF", "TIFF", "WEBP")


def raster(content: bytes) -> Image.Image | None:
    """Return the picture in ``content``, taken to fill a page of A4 from side to side, or None when it cannot be read."""
    if len(content) > MOST_BYTES:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "error"
            )  # Pillow only warns of a picture that unpacks to far more than its file
            with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
                if picture.width * picture.height > MOST_DOTS or not _is_large(picture):
                    return None
                return sized(grey(ImageOps.exif_transpose(picture)))
    except Exception:  # Pillow's readers raise many kinds for a damaged picture
        return None


def _is_large(picture: Image.Image) -> bool:
    return picture.width >= LEAST_DOTS[0] and picture.height >= LEAST_DOTS[1]


def grey(picture: Image.Image) -> Image.Image:
    """Return ``picture`` in greys on white paper."""
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture)
    return picture.convert("L")


def sized(picture: Image.Image) -> Image.Image | None:
    """Return ``picture`` as wide as a page, on its side when it is wider than high; None when it is far too long."""
    points = A4[0] if picture.height >= picture.width else A4[1]
    width = round(points * DOTS_PER_POINT)
    height = round(picture.height * width / picture.width)
    if width * height > MOST_READ:
        return None
    if (width, height) == picture.size:
        return picture
    return picture.resize((width, height), Image.Resampling.LANCZOS)
