"""Files for the tests of redaction, made here: letters, scans, naive redactions, and copies that leak in one way."""

import io
import zipfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pikepdf
import pypdfium2
import typst
from PIL import Image, ImageDraw, ImageFont
from pylopdf_fonts_zh_cn import sans_path

from gongkai.screening.redaction.locate import Located, locate
from gongkai.screening.redaction.marks import Ground, Mark

NAME, NUMBER = "张三", "13800138000"
LETTER = "申请人张三因土地征收提出申请，联系电话 13800138000，住示范县。"
OTHER_PAGE = "第二页没有要遮盖的内容。"
HEAD = '#set page(width: 120mm, height: 80mm, margin: 15mm)\n#set text(font: "Noto Sans SC", size: 12pt, lang: "zh")\n'


def write_pdf(path: Path, *pages: str, head: str = HEAD) -> Path:
    """Write a PDF with one page for each text, in Typst's own markup."""
    path.write_bytes(_set(head + "\n#pagebreak()\n".join(pages)))
    return path


@lru_cache(maxsize=64)
def _set(source: str) -> bytes:
    return typst.compile(
        source.encode(), format="pdf", font_paths=[str(sans_path().parent)], ignore_system_fonts=True
    )


def write_letter(path: Path) -> Path:
    return write_pdf(path, LETTER, OTHER_PAGE)


def marks_for(path: Path, *words: str, ground: Ground = Ground.PRIVACY) -> list[Mark]:
    """Return marks over every certain place of ``words``."""
    found, _ = locate(path, words)
    return [mark for each in found if each.certain for mark in marks_over(each, ground)]


def marks_over(located: Located, ground: Ground = Ground.PRIVACY) -> list[Mark]:
    return [
        Mark(box.page, box.x, box.y, box.width, box.height, ground, located.word) for box in located.boxes
    ]


def text_of(path: Path) -> str:
    """The text of all pages without spaces, as any reader copies it."""
    document = pypdfium2.PdfDocument(path)
    try:
        pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    finally:
        document.close()
    return "".join("".join(pages).split())


def write_naive(path: Path, marks: list[Mark]) -> Path:
    """A letter as people redact it by hand: black boxes drawn over the text."""
    write_letter(path)

    def draw(document: pikepdf.Pdf) -> None:
        for mark in marks:
            page = document.pages[mark.page - 1]
            _, _, width, height = (float(side) for side in page.mediabox)
            box = (
                mark.x * width,
                (1 - mark.bottom) * height,
                mark.width * width,
                mark.height * height,
            )
            page.contents_add(b"q 0 g %.2f %.2f %.2f %.2f re f Q" % box)

    return changed(path, draw)


def changed(path: Path, change: Callable[[pikepdf.Pdf], None]) -> Path:
    """Change a PDF in place, keeping what libraries would add out of it."""
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        change(document)
        document.save(path, static_id=True)
    return path


def write_scan(path: Path, text: str, *, hidden_text: str = "", colour: str = "black") -> Path:
    """A page that is one photograph of ``text``; ``hidden_text`` lies invisibly behind it, as OCR puts it."""
    picture = Image.new("RGB", (900, 600), "white")
    font = ImageFont.truetype(sans_path(), 40)
    ImageDraw.Draw(picture).text((90, 90), text, fill=colour, font=font)
    content = io.BytesIO()
    picture.save(content, "JPEG", quality=90)
    if hidden_text:
        # 40 pixels of 900 on a page of 340 points: a size of 15.1 points, where the picture shows the same.
        source = f'#set page(width: 340pt, height: 226pt, margin: 0pt)\n#set text(font: "Noto Sans SC", size: 15.1pt)\n#place(dx: 34pt, dy: 38pt)[{hidden_text}]'
        write_pdf(path, source, head="")
    else:
        write_pdf(path, "#set page(width: 340pt, height: 226pt)\n#sym.zws", head="")

    def put_picture(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        image = document.make_stream(
            content.getvalue(),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=900,
            Height=600,
            ColorSpace=pikepdf.Name.DeviceRGB,
            BitsPerComponent=8,
            Filter=pikepdf.Name.DCTDecode,
        )
        if "/Resources" not in page:
            page.Resources = pikepdf.Dictionary()
        page.Resources.XObject = pikepdf.Dictionary(Scan=image)
        invisible = page.Contents.read_bytes().replace(b"BT 0 Tr", b"BT 3 Tr")
        page.Contents = document.make_stream(b"q 340 0 0 226 0 0 cm /Scan Do Q " + invisible)

    return changed(path, put_picture)


def write_picture(path: Path, text: str = NAME, **options) -> Path:
    """A picture with ``text`` in black; ``options`` are Pillow's for saving."""
    picture = Image.new("RGB", (400, 200), "white")
    ImageDraw.Draw(picture).text((40, 60), text, fill="black", font=ImageFont.truetype(sans_path(), 40))
    picture.save(path, **options)
    return path


def write_package(path: Path, members: dict[str, bytes | str], *, comment: bytes = b"") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
        package.comment = comment
    return path
