"""
Reports as pictures, and somebody who reads them: our own PDF made a scan, and a reader who knows what stands where.

The reader answers from the text of the PDF for whatever area of the page it is asked, so that all but the recognition of
letters itself is tried without the extra ``ocr``.
"""

import io
from collections.abc import Mapping
from decimal import Decimal

import pypdfium2
from PIL import Image

from gongkai.annual_reports.content import Figure
from gongkai.annual_reports.layout import Form
from gongkai.annual_reports.reading import pdf
from gongkai.annual_reports.reading.pictures import cells, page
from gongkai.annual_reports.reading.rasters import DOTS_PER_POINT
from gongkai.annual_reports.writing.pdf import annual_report_pdf
from gongkai.screening.formats import reading_pictures

from . import report_samples
from .written_reports import document, report

LINE = 3.0  # points: letters whose bases are no further apart stand on one line


def written(numbers: Mapping[str, Decimal | None] | None = None, form: Form = Form.OF_2021) -> bytes:
    """Return a report as we publish it in PDF, with ``numbers`` or those of ``report_samples``."""
    figures = {name: Figure(number) for name, number in (numbers or report_samples.figures(form)).items()}
    made = report(form, figures=figures)
    return annual_report_pdf(document(report=made, issuer="", published_on=None, corrections=()))


def pages(content: bytes, *, turned: float = 0.0, scale: float = DOTS_PER_POINT) -> list[Image.Image]:
    """Return the pages of a PDF as pictures, each lying ``turned`` degrees askew."""
    document = pypdfium2.PdfDocument(content)
    try:
        drawn = [page.render(scale=scale, grayscale=True).to_pil().convert("L") for page in document]
    finally:
        document.close()
    return [each.rotate(turned, Image.Resampling.BICUBIC, fillcolor=255) for each in drawn]


def scan(pictures: list[Image.Image], *, scale: float = DOTS_PER_POINT) -> bytes:
    """Return a PDF that is nothing but ``pictures``."""
    content = io.BytesIO()
    pictures[0].save(
        content, "PDF", save_all=True, append_images=pictures[1:], resolution=scale * 72, quality=90
    )
    return content.getvalue()


def png(picture: Image.Image) -> bytes:
    content = io.BytesIO()
    picture.save(content, "PNG")
    return content.getvalue()


class Reader:
    """Stands in for recognition: reads the page that was looked at last from the PDF it was made of."""

    def __init__(self, content: bytes) -> None:
        document = pypdfium2.PdfDocument(content)
        self.pages = [(page.get_size(), pdf._glyphs(page)[0]) for page in document]
        document.close()
        self.page = 0
        self.misread: dict[str, tuple[str, float]] = {}  # by what is printed: what is read, and how certain
        self.asked: list[str] = []

    def put_in_place(self, monkeypatch) -> None:
        printed = page.printed

        def reading(looked, number):
            self.page = max(1, number)
            return printed(looked, number)

        monkeypatch.setattr(page, "printed", reading)
        monkeypatch.setattr(cells.Sheet, "crop", lambda sheet, area, around, width: area)
        monkeypatch.setattr(reading_pictures, "read_line", self.read_line)
        monkeypatch.setattr(reading_pictures, "lines_of", self.lines_of)
        monkeypatch.setattr(reading_pictures, "available", lambda: True)

    def read_line(self, area):
        (_, height), glyphs = self.pages[self.page - 1]
        left, top, right, bottom = (each / DOTS_PER_POINT for each in area)
        inside = [
            each
            for each in glyphs
            if left - 1 <= (each.left + each.right) / 2 <= right + 1
            and height - bottom - 1 <= each.middle <= height - top + 1
        ]
        text = "".join(each.text for each in sorted(inside, key=lambda each: each.left))
        self.asked.append(text)
        return self.misread.get(text, (text, 0.99))

    def lines_of(self, picture):
        """Return the lines of the whole page; those in its tables are not asked for, as they are painted over."""
        (_, height), glyphs = self.pages[self.page - 1]
        lines: list[list] = []
        for each in sorted(glyphs, key=lambda glyph: (-glyph.base, glyph.left)):
            if lines and abs(lines[-1][0].base - each.base) <= LINE:
                lines[-1].append(each)
            else:
                lines.append([each])
        found = []
        for line in lines:
            box = (
                min(each.left for each in line),
                height - max(each.middle for each in line) - 7,
                max(each.right for each in line),
                height - min(each.base for each in line) + 3,
            )
            left, top, right, bottom = (each * DOTS_PER_POINT / 2 for each in box)
            if _is_written_on(picture, (int(left), int(top), int(right), int(bottom))):
                found.append([[left, top], [right, top], [right, bottom], [left, bottom]])
        return found


def _is_written_on(picture: Image.Image, area: tuple[int, int, int, int]) -> bool:
    return picture.convert("L").crop(area).getextrema()[0] < 128
