"""
Reading the letters in pictures, where the optional extra ``ocr`` (RapidOCR) is installed; its models come with it.

Without it nothing is guessed: pictures are reported as not looked at.
"""

import contextlib
import hashlib
import importlib.util
import io
import logging
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from PIL import Image, ImageOps

from ..findings import CharacterBox

Corners = list[list[float]]  # of the box around a line, in dots, clockwise from the upper left
MOST_KEPT = 200  # pictures whose lines are remembered
LEAST_CERTAIN = 0.5  # below this a line is more guessed than read


class Line(NamedTuple):
    text: str
    boxes: tuple[CharacterBox, ...]  # of each character; empty when they could not be told apart


_read: dict[bytes, list[Line]] = {}


@lru_cache(maxsize=1)
def available() -> bool:
    return all(importlib.util.find_spec(name) for name in ("rapidocr", "onnxruntime"))


def read(picture: bytes) -> list[Line]:
    """Return the lines of ``picture``, turned the way it is shown, from top to bottom."""
    name = hashlib.sha256(picture).digest()
    if name not in _read:  # a copy is made of what was read, and reading takes seconds
        if len(_read) >= MOST_KEPT:
            _read.clear()
        _read[name] = _lines(picture)
    return _read[name]


def _lines(picture: bytes) -> list[Line]:
    with Image.open(io.BytesIO(picture)) as image:
        turned = ImageOps.exif_transpose(image)
        # What is transparent stays so: the reader chooses a ground on which the letters stand out.
        upright = turned.convert("RGBA" if turned.has_transparency_data else "RGB")
    words = {"return_word_box": True, "return_single_char_box": True}
    result = _asked(upright, use_det=True, use_cls=True, use_rec=True, **words)
    if result.txts is None:
        return []
    lines = zip(result.txts, result.word_results, result.scores, strict=True)
    return [
        Line(text, _boxes(text, found, upright.size))
        for text, found, score in lines
        if score >= LEAST_CERTAIN
    ]


def _boxes(
    text: str, found: Sequence[tuple[str, float, Corners]], size: tuple[int, int]
) -> tuple[CharacterBox, ...]:
    """Return the box of each character of ``text``; the reader gives them in order, without those of spaces."""
    left = list(found)
    boxes: list[CharacterBox] = []
    for character in text:
        if character.isspace():
            boxes.append(None)
        elif left and left[0][0] == character:
            across, down = zip(*left.pop(0)[2], strict=True)
            width, height = size
            boxes.append((min(across) / width, min(down) / height, max(across) / width, max(down) / height))
        else:
            return ()
    return tuple(boxes)


def lines_of(picture: Image.Image) -> list[Corners]:
    """Return where the lines of ``picture`` are, without reading them; a digit that stands alone is often missed."""
    found = _asked(picture, use_det=True, use_cls=False, use_rec=False)
    return [] if found.boxes is None else [box.tolist() for box in found.boxes]


def read_line(picture: Image.Image) -> tuple[str, float]:
    """Return what a picture of one line says, and how certain that is, from 0 to 1."""
    result = _asked(picture, use_det=False, use_cls=False, use_rec=True)
    return (result.txts[0], float(result.scores[0])) if result.txts else ("", 0.0)


def _asked(picture: Image.Image, **steps: bool) -> Any:
    with contextlib.redirect_stdout(io.StringIO()):  # it reports its progress there
        return _reader()(picture, **steps)


@lru_cache(maxsize=1)
def _reader() -> Any:
    from rapidocr import RapidOCR  # takes seconds and half a gigabyte: only when a picture has to be read

    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    threads = {
        "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        "Rec.rec_img_shape": [
            3,
            48,
            48,
        ],  # the least width: a lone digit is not padded to seven times its own
    }
    return RapidOCR(params={"Global.log_level": "error", **threads})
