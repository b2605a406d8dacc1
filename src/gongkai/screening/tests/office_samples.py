"""
Office files for the tests, built from raw XML.

Whatever must not leave the office holds a word “hidden-…”; ``planted`` finds them in every part of a package, in
whichever encoding, so a test can say which were there before and that none is there after.
"""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from gongkai.screening.tests import docx_samples, pptx_samples, xlsx_samples

PLANTED = re.compile(r"hidden-[a-z0-9-]+")


def planted(path: Path) -> set[str]:
    """Return the secrets in a package: in the names, the bytes and the UTF-16 of its parts."""
    found: set[str] = set()
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            data = archive.read(entry)
            for text in (
                entry.filename,
                data.decode("utf-8", "ignore"),
                data.decode("utf-16-le", "ignore"),
                data[1:].decode("utf-16-le", "ignore"),
            ):
                found |= set(PLANTED.findall(text))
    return found


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def picture_in(path: Path, ending: str) -> Image.Image:
    """Return the one picture of a package with this ending."""
    found = [data for name, data in parts_of(path).items() if name.endswith(ending)]
    assert len(found) == 1
    return Image.open(io.BytesIO(found[0]))


def _builder(name: str, build: Callable[[Path], Path]) -> Callable[[Path], Path]:
    return lambda folder: build(folder / name)


# By name: what builds the sample in a folder and returns its path.
SAMPLES: dict[str, Callable[[Path], Path]] = {
    name: _builder(name, build)
    for name, build in (docx_samples.SAMPLES | xlsx_samples.SAMPLES | pptx_samples.SAMPLES).items()
}
