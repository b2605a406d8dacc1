"""Attacking pictures: what they carry beside their pixels, and what is under the marks. Pure."""

import io
import warnings
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageFilter, ImageOps

from gongkai.files.images import ENDINGS, METADATA

from ..marks import Mark
from ..paint import paint, pixels_of
from ..raster import TWO_TONE_THRESHOLD
from ..render import MOST_PIXELS
from .leaks import Leak, Secrets

SEAM = 2  # pixels at the edge of a mark, where drawing to scale mixes it with what lies beside
SMEAR = 2  # pixels that are averaged: JPEG leaves single pixels off colour
MOST_DIFFERENCE = 56  # of 255
NOT_READ = "这张图片系统读不通，不能确认没有泄露。"
TRANSPARENT = "遮盖框是透明的，下面的内容看得见。"


def attack_picture(data: bytes, sought: Secrets, marks: Sequence[Mark] | None, where: str) -> list[Leak]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as image:
                if image.width * image.height > MOST_PIXELS:
                    return [Leak(where, NOT_READ)]
                image.load()
                leaks = _beside_the_pixels(image, data, where)
                if marks:
                    leaks += _under_marks_of_picture(image, marks, where)
    except Exception:  # Pillow's readers raise many kinds for a damaged file
        return [Leak(where, NOT_READ), *sought.in_bytes(data, where, is_compressed=True)]
    return [*leaks, *sought.in_bytes(data, where, is_compressed=True)]


def _beside_the_pixels(image: Image.Image, data: bytes, where: str) -> list[Leak]:
    leaks = []
    if METADATA & image.info.keys() or image.getexif() or getattr(image, "text", None):
        leaks.append(Leak(where, "图片里留有拍摄信息、说明或缩略图，原图可能在里面。"))
    if image.format in ENDINGS and not data.rstrip(b"\0").endswith(ENDINGS[image.format]):
        leaks.append(Leak(where, "图片结尾后面还有别的数据。"))
    if image.format == "WEBP" and int.from_bytes(data[4:8], "little") + 8 < len(data):
        leaks.append(Leak(where, "图片结尾后面还有别的数据。"))
    return leaks


def _under_marks_of_picture(image: Image.Image, marks: Sequence[Mark], where: str) -> list[Leak]:
    upright = ImageOps.exif_transpose(image)
    if upright.has_transparency_data:
        alpha = upright.convert("RGBA").getchannel("A")
        if any(alpha.crop(pixels_of(mark, alpha.size)).getextrema()[0] < 255 for mark in marks):
            return [Leak(where, TRANSPARENT)]
    return under_marks(upright.convert("RGB"), marks, where)


def under_marks(shown: Image.Image, marks: Sequence[Mark], where: str) -> list[Leak]:
    """Paint the marks once more over the picture: where that changes it, something else showed."""
    again = shown.copy()
    paint(again, marks)
    if not any(shown.convert("L").histogram()[1:255]):
        # Of two tones: the smooth edges of the labels have become black or white there.
        levels = [255 if level >= TWO_TONE_THRESHOLD else 0 for level in range(256)]
        again = again.point(levels * len(again.getbands()))
    if any(_is_changed(shown, again, mark) for mark in marks):
        return [Leak(where, "遮盖框没有盖严，下面的内容看得见。")]
    return []


def _is_changed(shown: Image.Image, again: Image.Image, mark: Mark) -> bool:
    left, top, right, bottom = pixels_of(mark, shown.size)
    inner = (left + SEAM, top + SEAM, right - SEAM, bottom - SEAM)
    if inner[2] <= inner[0] or inner[3] <= inner[1]:
        return False
    change = ImageChops.difference(shown.crop(inner), again.crop(inner)).convert("L")
    return change.filter(ImageFilter.BoxBlur(SMEAR)).getextrema()[1] > MOST_DIFFERENCE
