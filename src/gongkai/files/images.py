"""
Pictures: checked before they are decoded, and kept without what the camera wrote into them.

A phone writes the place, the time and its owner's name into each photograph (domain_rules 10.3).
"""

import warnings
from pathlib import Path

from PIL import Image, ImageOps

MOST_PIXELS = 50_000_000
LONGEST_SIDE = 16_384
FORMATS = {
    "image/jpeg": ("JPEG", "MPO"),
    "image/png": ("PNG",),
    "image/gif": ("GIF",),
    "image/webp": ("WEBP",),
}
# What Pillow found beside the picture. An ICC profile is part of how it looks and stays.
METADATA = {"exif", "xmp", "XML:com.adobe.xmp", "Raw profile type exif", "comment", "photoshop", "mp"}
ENDINGS = {"JPEG": b"\xff\xd9", "PNG": b"IEND\xaeB`\x82", "GIF": b"\x3b"}


class BadImage(Exception):
    """``str(error)`` is the sentence for the clerk."""


def clean(path: Path, media_type: str) -> tuple[int, int]:
    """
    Check the picture at ``path``, rewrite it if it carries more than a picture, and return its width and height.

    A picture without metadata keeps its bytes. A turned photograph is stored upright, because what says that it
    is turned goes too.
    """
    try:
        with warnings.catch_warnings():
            # Our own limit is lower than the one Pillow warns at; a warning here would only repeat it.
            warnings.simplefilter("ignore")
            _check_size(path, media_type)
            with Image.open(path, formats=FORMATS[media_type]) as image:
                image.load()  # fails on a truncated file
                if carries_more(image, path):
                    _rewrite(image, path)
            with Image.open(path, formats=FORMATS[media_type]) as image:
                return image.size
    except BadImage:
        raise
    except Image.DecompressionBombError as error:  # Pillow does not even open far larger ones
        raise BadImage(
            "这张图片的像素太多，公众的手机可能打不开。请缩小到 5000 万像素以内再上传。"
        ) from error
    except Exception as error:  # Pillow's readers raise many kinds for a damaged file
        raise BadImage("这张图片不完整或已经损坏，显示不出来。请换一张能打开的图片重新上传。") from error


def carries_more(image: Image.Image, path: Path) -> bool:
    """Say whether the file holds more than the picture: camera data, comments, or bytes after its end."""
    if image.format == "MPO" or METADATA & image.info.keys() or image.getexif():
        return True
    if getattr(image, "text", None):
        return True
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 64))
        tail = file.read().rstrip(b"\0")
    if image.format == "WEBP":
        return int.from_bytes(_beginning(path)[4:8], "little") + 8 < path.stat().st_size
    return not tail.endswith(ENDINGS[image.format])


def _check_size(path: Path, media_type: str) -> None:
    with Image.open(path, formats=FORMATS[media_type]) as image:
        width, height = image.size
        if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
            raise BadImage(
                f"这张图片有 {width} × {height} 像素，太大，公众的手机可能打不开。请缩小到 5000 万像素以内再上传。"
            )
        if image.format == "PNG":
            image.verify()


def _rewrite(image: Image.Image, path: Path) -> None:
    options = {"icc_profile": image.info["icc_profile"]} if image.info.get("icc_profile") else {}
    format_ = "JPEG" if image.format == "MPO" else image.format
    # Writers look into ``info`` for what to write: only what belongs to the picture stays there.
    kept = {
        key: image.info[key]
        for key in ("transparency", "duration", "loop", "background")
        if key in image.info
    }
    if getattr(image, "is_animated", False) and image.format in {"GIF", "WEBP", "PNG"}:
        image.info = kept
        image.save(path.with_suffix(".clean"), format_, save_all=True, exif=b"", comment=b"", **options)
    else:
        upright = ImageOps.exif_transpose(image)
        upright.info = kept
        if format_ == "JPEG":
            options |= {"quality": 92, "exif": b"", "comment": b""}
        elif format_ == "WEBP":
            options |= {"quality": 92, "exif": b"", "xmp": b""}
        upright.save(path.with_suffix(".clean"), format_, **options)
    path.with_suffix(".clean").replace(path)


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(16)
