"""
Reading the letters in pictures, where the optional extra ``ocr`` (RapidOCR) is installed; its models come with it.

Without it nothing is guessed: pictures are reported as not looked at.
"""

import contextlib
import importlib.util
import io
import logging
from functools import lru_cache
from typing import Any

from PIL import Image

Corners = list[list[float]]  # of the box around a line, in dots, clockwise from the upper left
LEAST_CERTAIN = 0.5  # below this a line is more guessed than read


@lru_cache(maxsize=1)
def available() -> bool:
    return all(importlib.util.find_spec(name) for name in ("rapidocr", "onnxruntime"))


def read(picture: bytes) -> list[tuple[str, Corners]]:
    """Return the lines of ``picture`` from top to bottom, each with its box."""
    result = _asked(picture, use_det=True, use_cls=True, use_rec=True)
    if result.txts is None:
        return []
    lines = zip(result.txts, result.boxes, result.scores, strict=True)
    return [(text, box.tolist()) for text, box, score in lines if score >= LEAST_CERTAIN]


def lines_of(picture: Image.Image) -> list[Corners]:
    """Return where the lines of ``picture`` are, without reading them; a digit that stands alone is often missed."""
    found = _asked(picture, use_det=True, use_cls=False, use_rec=False)
    return [] if found.boxes is None else [box.tolist() for box in found.boxes]


def read_line(picture: Image.Image) -> tuple[str, float]:
    """Return what a picture of one line says, and how certain that is, from 0 to 1."""
    result = _asked(picture, use_det=False, use_cls=False, use_rec=True)
    return (result.txts[0], float(result.scores[0])) if result.txts else ("", 0.0)


def _asked(picture: bytes | Image.Image, **steps: bool) -> Any:
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
