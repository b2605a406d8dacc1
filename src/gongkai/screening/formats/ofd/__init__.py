"""
OFD (GB/T 33190): read page by page, and written anew without what is not on the pages.

Seals and remarks lie beside the pages in this format; they are named as removed, and the copy does not show them.
"""

from collections.abc import Sequence
from pathlib import Path

from ...findings import Cover, Document
from .package import Body, Package
from .reading import read_body
from .rewriting import Copy


def read(path: Path) -> Document:
    with Package(path) as package:
        return read_body(Body.of(package))


def clean(path: Path, target: Path, covers: Sequence[Cover]) -> None:
    with Package(path) as package:
        Copy(Body.of(package)).make(covers, target)
