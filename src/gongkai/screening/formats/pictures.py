"""
Pictures: what is written in them is read where recognition is installed, and what a camera wrote beside it goes.

The copy is encoded anew from its pixels, so that nothing that followed the picture in the file comes along.
"""

import io
import warnings
from collections.abc import Sequence
from pathlib import Path

from PIL import ExifTags, Image, ImageOps, ImageSequence

from gongkai.files.images import MOST_PIXELS

from ..enums import Kind
from ..findings import Cover, Document, Hidden, Passage, Place, Unread, Unreadable
from . import reading_pictures

MOST_FRAMES = 500
QUALITY = 92
BEGINNINGS = {b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png", b"GIF8": "gif", b"RIFF": "webp"}
FORMATS = {"jpg": ("JPEG", "MPO"), "png": ("PNG",), "gif": ("GIF",), "webp": ("WEBP",)}
ENDINGS = {"JPEG": b"\xff\xd9", "PNG": b"IEND\xaeB`\x82", "GIF": b"\x3b"}
# What belongs to how the picture looks; the rest of what Pillow finds beside it is a remark.
LOOKS = {
    *("icc_profile", "transparency", "duration", "loop", "background", "version", "extension", "timestamp"),
    *("jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "gamma", "aspect", "interlace", "srgb"),
    *("adobe", "adobe_transform", "progressive", "progression", "chromaticity", "default_image", "blend"),
    *("disposal", "bbox", "mp", "mpoffset"),
}
BROKEN = "这张图片不完整或已经损坏，显示不出来。请换一张能打开的图片重新上传。"
TOO_LARGE = "这张图片的像素太多，系统不能检查。请缩小到 5000 万像素以内再上传。"


def read(path: Path) -> Document:
    content = path.read_bytes()
    with _opened(content) as image:
        document = Document(hidden=_hidden(image, content), pages=1)
    place = Place(part="图片")
    if not reading_pictures.available():
        document.unread.append(Unread(Kind.UNREAD_PICTURE, place, "图片里的文字系统读不出来。"))
        return document
    for number, line in enumerate(reading_pictures.read(content), start=1):
        document.passages.append(Passage(line.text, Place(part=f"图片文字第{number}行"), boxes=line.boxes))
    return document


def clean(path: Path, target: Path, covers: Sequence[Cover]) -> None:
    if covers:
        raise Unreadable("图片里的文字不能逐字替换，只能遮盖。")
    with _opened(path.read_bytes()) as image:
        try:
            target.write_bytes(encoded(image))
        except Exception as error:  # Pillow's readers and writers raise many kinds for a damaged picture
            raise Unreadable(BROKEN) from error


def encoded(image: Image.Image) -> bytes:
    """Return the picture as a file of its own kind that holds its pixels and its colours, and nothing else."""
    format_ = "JPEG" if image.format == "MPO" else str(image.format)
    options = {"icc_profile": image.info["icc_profile"]} if image.info.get("icc_profile") else {}
    content = io.BytesIO()
    if getattr(image, "is_animated", False) and format_ != "JPEG":
        frames = [frame.copy() for frame in ImageSequence.Iterator(image)]
        for frame in frames:
            _forget(frame)
        loop = {"loop": image.info["loop"]} if "loop" in image.info else {}
        durations = {"duration": [frame.info.get("duration", 100) for frame in frames]}
        frames[0].save(content, format_, save_all=True, append_images=frames[1:], **loop, **durations)
        return content.getvalue()
    image.seek(0)
    turned = _exif(image).get(ExifTags.Base.Orientation, 1) not in {0, 1}
    upright = ImageOps.exif_transpose(image) if turned else image
    if format_ == "JPEG":
        # With the tables it was made with, encoding once more loses next to nothing.
        keep = not turned and image.format == "JPEG" and image.mode in {"L", "RGB", "CMYK"}
        options |= {"quality": "keep" if keep else QUALITY, "exif": b"", "comment": b""}
        upright.load()
    elif format_ == "WEBP":
        options |= {"quality": QUALITY, "exif": b"", "xmp": b""}
    _forget(upright)
    upright.save(content, format_, **options)
    return content.getvalue()


def _exif(image: Image.Image) -> Image.Exif:
    try:
        return image.getexif()
    except Exception:  # a damaged list is no fault of the picture's, and is not kept either way
        return Image.Exif()


def _forget(image: Image.Image) -> None:
    image.info = {key: image.info[key] for key in ("transparency", "duration") if key in image.info}


def _opened(content: bytes) -> Image.Image:
    """Open and decode a picture of at most 50 million pixels."""
    kind = next((name for start, name in BEGINNINGS.items() if content.startswith(start)), None)
    if kind is None:
        raise Unreadable(BROKEN)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own limits: ours is lower
            image = Image.open(io.BytesIO(content), formats=FORMATS[kind])
            if image.width * image.height > MOST_PIXELS or getattr(image, "n_frames", 1) > MOST_FRAMES:
                raise Unreadable(TOO_LARGE)
            image.load()
            return image
    except Unreadable:
        raise
    except Image.DecompressionBombError as error:
        raise Unreadable(TOO_LARGE) from error
    except Exception as error:  # Pillow's readers raise many kinds for a damaged file
        raise Unreadable(BROKEN) from error


def _hidden(image: Image.Image, content: bytes) -> list[Hidden]:
    exif = _exif(image)
    found = []
    if ExifTags.IFD.GPSInfo in exif:
        found.append(Hidden(Kind.LOCATION, Place(), "拍摄地点"))
    if set(exif) - {ExifTags.IFD.GPSInfo, ExifTags.Base.Orientation}:
        found.append(Hidden(Kind.LOCATION, Place(), "拍摄时间、设备等照片信息"))
    if image.info.keys() - LOOKS - {"exif"}:
        found.append(Hidden(Kind.METADATA, Place(), "图片里的说明和属性"))
    if image.format == "MPO":
        found.append(Hidden(Kind.EMBEDDED_FILE, Place(), "照片里另存的第二张图"))
    if _goes_on(image, content):
        found.append(Hidden(Kind.EMBEDDED_FILE, Place(), "图片后面夹带的其他内容"))
    return found


def _goes_on(image: Image.Image, content: bytes) -> bool:
    """Say whether bytes follow the end of the picture, or an archive ends where it ends."""
    if b"PK\x05\x06" in content[-65_557:]:
        return True
    if image.format == "WEBP":
        return int.from_bytes(content[4:8], "little") + 8 < len(content)
    return image.format in ENDINGS and not content.rstrip(b"\0").endswith(ENDINGS[image.format])
