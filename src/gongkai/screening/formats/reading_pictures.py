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

Corners = list[list[float]]  # of the box around a line, in dots, clockwise from the upper left
LEAST_CERTAIN = 0.5  # below this a line is more guessed than read


@lru_cache(maxsize=1)
def available() -> bool:
    return all(importlib.util.find_spec(name) for name in ("rapidocr", "onnxruntime"))


def read(picture: bytes) -> list[tuple[str, Corners]]:
    """Return the lines of ``picture`` from top to bottom, each with its box."""
    with contextlib.redirect_stdout(io.StringIO()):  # it reports its progress there
        result = _reader()(picture)
    if result.txts is None:
        return []
    lines = zip(result.txts, result.boxes, result.scores, strict=True)
    return [(text, box.tolist()) for text, box, score in lines if score >= LEAST_CERTAIN]


@lru_cache(maxsize=1)
def _reader() -> Any:
    from rapidocr import RapidOCR  # takes seconds and half a gigabyte: only when a picture has to be read

    logging.getLogger("RapidOCR").setLevel(logging.WARNING)
    threads = {
        "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    }
    return RapidOCR(params={"Global.log_level": "warning", **threads})
