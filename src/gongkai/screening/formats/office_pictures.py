"""
Pictures inside office files: what one sees of them and nothing else.

A cropped picture carries the whole; a photograph carries the camera, the place and the owner. Both go by writing
the pixels anew. Turned photographs stay as they lie in the file: Office does not look at what the camera wrote.
"""

import io
import warnings
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image, ImageSequence

from gongkai.files.images import LONGEST_SIDE, MOST_PIXELS

from ..enums import Kind
from ..findings import Hidden, Place, Unread, Unreadable
from .packages import Part

SMALLEST = 40  # pixels; a bullet or a rule, no text
FORMATS = {  # what Pillow calls it: how it is written, the extension and the content type
    "JPEG": ("JPEG", "jpeg", "image/jpeg"),
    "MPO": ("JPEG", "jpeg", "image/jpeg"),
    "PNG": ("PNG", "png", "image/png"),
    "GIF": ("GIF", "gif", "image/gif"),
    "WEBP": ("PNG", "png", "image/png"),
    "BMP": ("PNG", "png", "image/png"),
    "DIB": ("PNG", "png", "image/png"),
    "TIFF": ("PNG", "png", "image/png"),
}
DRAWN = {"emf": "image/x-emf", "wmf": "image/x-wmf"}  # drawing commands, which nothing here can read
GPS, CAMERA = 0x8825, {0x010F, 0x0110, 0x013B, 0x9003, 0x0132}


@dataclass(frozen=True)
class Crop:
    """The parts of width and height cut off at left, top, right and bottom, from 0 to 1."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    def __bool__(self) -> bool:
        return max(self.left, self.top, self.right, self.bottom) > 0.0005

    def box(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Return the pixels that stay; at least one of them does."""
        left, top = min(width - 1, round(width * self.left)), min(height - 1, round(height * self.top))
        right = max(left + 1, round(width * (1 - self.right)))
        bottom = max(top + 1, round(height * (1 - self.bottom)))
        return left, top, min(width, right), min(height, bottom)


class Pictures:
    """The pictures of one file: each cleaned once, told of once."""

    def __init__(self, read: Callable[[str], bytes]):
        self._read = read
        self._parts: dict[tuple[str, Crop], Part] = {}
        self._sources: dict[Part, tuple[str, Crop]] = {}
        self._told: set[str] = set()
        self.shown: list[tuple[Place, Part]] = []  # in reading order, without the small and the repeated

    def part(self, source: str, crop: Crop, name: str) -> Part | None:
        """
        Return the part that shows ``source``; None for a picture that cannot be opened.

        Its content is filled in by ``clean``: reading needs no pixels.
        """
        key = (source, crop)
        if key not in self._parts:
            data = self._read(source)
            kind = kind_of(data)
            if kind is None:
                return None
            if kind not in DRAWN:
                size_of(data)  # refuses one that is too large
            extension, content_type = (kind, DRAWN[kind]) if kind in DRAWN else FORMATS[kind][1:]
            self._parts[key] = part = Part(f"{name}.{extension}", "image", content_type, b"")
            self._sources[part] = key
        return self._parts[key]

    def tell(self, part: Part, place: Place) -> tuple[list[Hidden], list[Unread]]:
        """Return what is hidden in a visible picture, and that nobody has read it."""
        (source, crop), data = self._source(part)
        hidden: list[Hidden] = []
        if crop:
            hidden.append(Hidden(Kind.CROPPED_PICTURE, place, "图片", removable=not is_drawn(part)))
        if source not in self._told:
            hidden += [Hidden(Kind.LOCATION, place, what) for what in camera_data(data)]
        again = source in self._told
        self._told.add(source)
        if is_drawn(part):
            why = f"{part.name.rpartition('.')[2].upper()} 格式的图形，系统打不开。"
            return hidden, [] if again else [Unread(Kind.UNREAD_PART, place, why)]
        width, height = size_of(data)
        if crop:
            left, top, right, bottom = crop.box(width, height)
            width, height = right - left, bottom - top
        if again or min(width, height) < SMALLEST:
            return hidden, []
        self.shown.append((place, part))
        return hidden, [Unread(Kind.UNREAD_PICTURE, place, f"图片，{width} × {height} 像素。")]

    def fill(self) -> None:
        """Write the pixels of every part that was asked for."""
        for (source, crop), part in self._parts.items():
            part.content = self._read(source) if is_drawn(part) else cleaned(self._read(source), crop)

    def bytes_of(self, part: Part) -> bytes:
        (source, crop), data = self._source(part)
        return cleaned(data, crop)

    def _source(self, part: Part) -> tuple[tuple[str, Crop], bytes]:
        key = self._sources[part]
        return key, self._read(key[0])


def is_drawn(part: Part) -> bool:
    return part.content_type in DRAWN.values()


def kind_of(data: bytes) -> str | None:
    """Return what Pillow calls the format, "emf", "wmf", or None for what is not a picture we know."""
    if data[:4] == b"\x01\x00\x00\x00" and data[40:44] == b" EMF":
        return "emf"
    if data[:4] in {b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00"}:
        return "wmf"
    try:
        with _identified(data) as image:
            return image.format if image.format in FORMATS else None
    except Unreadable:
        return None


def size_of(data: bytes) -> tuple[int, int]:
    with _opened(data) as image:
        return image.size


def lets_through(data: bytes) -> bool:
    """Say whether what lies under a picture may show: it has transparent pixels, or nobody here can tell."""
    if kind_of(data) in {None, *DRAWN}:
        return True
    with _identified(data) as image:
        return image.has_transparency_data


def camera_data(data: bytes) -> list[str]:
    """Say in words what a camera wrote into the picture."""
    if kind_of(data) in {None, *DRAWN}:
        return []
    with _opened(data) as image, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exif = image.getexif()
        except Exception:  # a damaged list is no picture's fault; it is not kept either way
            return []
        found = ["拍摄地点"] if GPS in exif else []
        return found + (["拍摄时间、设备或拍摄人"] if CAMERA & set(exif) else [])


def cleaned(data: bytes, crop: Crop) -> bytes:
    """Return the visible pixels in a file of their own, of the format that ``FORMATS`` gives for this one."""
    with _opened(data) as image:
        try:
            return _written(image, crop)
        except Exception as error:  # Pillow's readers raise many kinds for a damaged picture
            raise Unreadable("文件里有一张图片已经损坏。请在原文件里删去或换掉这张图片，再上传。") from error


def _written(image: Image.Image, crop: Crop) -> bytes:
    format_ = FORMATS[image.format][0]
    options = {"icc_profile": image.info["icc_profile"]} if image.info.get("icc_profile") else {}
    if getattr(image, "is_animated", False) and format_ == "GIF" and not crop:
        frames = [frame.copy() for frame in ImageSequence.Iterator(image)]
        for frame in frames:
            frame.info = {key: frame.info[key] for key in ("transparency", "duration") if key in frame.info}
        loop = {"loop": image.info["loop"]} if "loop" in image.info else {}
        return _saved(frames[0], format_, save_all=True, append_images=frames[1:], **loop)
    image.seek(0)
    image.load()
    # ``copy`` and ``crop`` both leave the class behind that knows the JPEG's own tables.
    if format_ == "JPEG":
        if image.format == "JPEG" and not crop and image.mode in {"L", "RGB", "CMYK"}:
            options |= {"quality": "keep"}
        else:
            options |= {"quality": 92}
    bare = image.crop(crop.box(*image.size)) if crop else image
    transparency = image.info.get("transparency")
    bare.info = {} if transparency is None else {"transparency": transparency}
    if format_ == "PNG" and bare.mode not in {"1", "L", "LA", "P", "RGB", "RGBA", "I", "I;16"}:
        bare = bare.convert("RGB")
        options = {}
    return _saved(bare, format_, exif=b"", **options)


def _saved(image: Image.Image, format_: str, **options: object) -> bytes:
    if format_ == "GIF":
        options.pop("exif", None)
        options.pop("icc_profile", None)
    target = io.BytesIO()
    image.save(target, format_, **options)
    return target.getvalue()


def _identified(data: bytes) -> Image.Image:
    """Open a picture without its pixels."""
    try:
        with warnings.catch_warnings():
            # Our own limit is lower than the one Pillow warns at; a warning here would only repeat it.
            warnings.simplefilter("ignore")
            return Image.open(io.BytesIO(data), formats=sorted(set(FORMATS) - {"MPO"}))
    except Exception as error:  # Pillow's readers raise many kinds for what is no picture
        raise Unreadable("文件里有一张图片打不开。请在原文件里删去或换掉这张图片，再上传。") from error


def _opened(data: bytes) -> Image.Image:
    """Open a picture, refusing one whose pixels would fill the memory."""
    image = _identified(data)
    width, height = image.size
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        image.close()
        raise Unreadable(
            f"文件里有一张图片有 {width} × {height} 像素，太大。请缩小到 5000 万像素以内，再上传。"
        )
    return image
