"""Pictures of pages, for the clerk's screen and for burning. Pure."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

from gongkai.files.images import MOST_PIXELS

from ..findings import Unreadable
from .kinds import PAGED, PICTURES
from .pages import opened, page_of

__all__ = ["PAGED", "PICTURES", "draw", "page_sizes", "picture", "render"]

POINTS_PER_INCH = 72
PICTURE_SIDE = 2_400  # a picture on the clerk's screen is not shown larger

NOT_A_PICTURE = "这张图片打不开，可能已经损坏，不能遮盖。请换一张能打开的图片，再上传。"
MOVING_PICTURE = "这是会动的图片，系统不能逐帧遮盖。请用看图软件截取其中一幅，存为 JPG 或 PNG，再上传。"
TOO_LARGE = "这张图片的像素太多，不能遮盖。请缩小到 5000 万像素以内，再上传。"
NOT_PAGED = "这种文件不能一页一页遮盖。请用遮盖词语的办法，或者转成 PDF 再上传。"


def page_sizes(path: Path, *, extension: str) -> list[tuple[float, float]]:
    """Return width and height of each page as displayed: points of a PDF, pixels of a picture."""
    if extension == "pdf":
        sizes = []
        with opened(path) as document:
            for number in range(1, len(document) + 1):
                with page_of(document, number) as page:
                    sizes.append(page.get_size())
        return sizes
    with picture(path, extension=extension) as image:
        return [image.size]


def render(path: Path, page: int, dpi: int = 110, *, extension: str) -> bytes:
    """Return page ``page`` (from 1) as a PNG, the way readers see it: with filled fields and stamps."""
    if extension == "pdf":
        with opened(path) as document:
            if not 1 <= page <= len(document):
                raise Unreadable(f"这份文件只有{len(document)}页，没有第{page}页。")
            with page_of(document, page) as opened_page:
                return _png(draw(opened_page, dpi))
    with picture(path, extension=extension) as image:
        if page != 1:
            raise Unreadable(f"图片只有一页，没有第{page}页。")
        image.thumbnail((PICTURE_SIDE, PICTURE_SIDE))
        return _png(image)


def draw(page: pypdfium2.PdfPage, dpi: float, *, grey: bool = False) -> Image.Image:
    """Draw ``page`` on white at ``dpi``, or less finely when it is so large that memory would run out."""
    width, height = page.get_size()
    scale = dpi / POINTS_PER_INCH
    scale *= min(1.0, (MOST_PIXELS / (width * height * scale * scale)) ** 0.5)
    try:
        bitmap = page.render(scale=scale, grayscale=grey)
    except (pypdfium2.PdfiumError, MemoryError) as error:
        raise Unreadable("有一页画不出来，不能遮盖。请用 WPS 打开文件后打印成新的 PDF，再上传。") from error
    try:
        return bitmap.to_pil().convert("L" if grey else "RGB")
    finally:
        bitmap.close()


@contextmanager
def picture(path: Path, *, extension: str) -> Iterator[Image.Image]:
    """Open a picture, turned the way it is shown, in RGB, RGBA or L. Raises Unreadable."""
    if extension not in PICTURES:
        raise Unreadable(NOT_PAGED)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # our own limit is lower than the one Pillow warns at
            with Image.open(path, formats=[PICTURES[extension]]) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise Unreadable(TOO_LARGE)
                if getattr(image, "is_animated", False):
                    raise Unreadable(MOVING_PICTURE)
                upright = ImageOps.exif_transpose(image)
                shown = upright.convert(_mode(upright))
    except Unreadable:
        raise
    except Exception as error:  # Pillow's readers raise many kinds for a damaged file
        raise Unreadable(NOT_A_PICTURE) from error
    shown.info = {}
    yield shown


def _mode(image: Image.Image) -> str:
    if image.mode in {"1", "L"}:
        return "L"
    has_alpha = image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info
    return "RGBA" if has_alpha else "RGB"


def _png(image: Image.Image) -> bytes:
    output = io.BytesIO()
    image.save(output, "PNG", compress_level=3)
    return output.getvalue()
