"""
OFD (GB/T 33190-2016) from a finished PDF, so that both show the same page.

Text stays text, letter by letter at its place, in embedded type that holds only the characters used; lines and
areas stay drawings. Only what our templates draw is known: a PDF with pictures, dashed lines or turned text is
refused rather than shown wrongly. Digital seals (GB/T 38540) are put on by the office's own seal software.
"""

from datetime import date

from .package import packed
from .pages import CannotConvert, pages_of
from .type import embedded

__all__ = ["CannotConvert", "ofd_of_pdf"]


def ofd_of_pdf(pdf: bytes, *, title: str, author: str, created_on: date | None) -> bytes:
    """
    Return the OFD that shows the pages of ``pdf``, which ``compile_pdf`` has just made with the same fonts.

    The same arguments give the same bytes. Raises CannotConvert when the PDF draws what this writer does not know.
    """
    pages = pages_of(pdf)
    used: dict[str, set[str]] = {}
    for page in pages:
        for text in page.texts:
            used.setdefault(text.font, set()).update(text.characters)
    return packed(pages, embedded(used), title=title, author=author, created_on=created_on)
