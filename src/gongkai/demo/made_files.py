"""Pictures and attachments the demo makes for itself: nothing is fetched, nobody is shown."""

import io
from functools import cache
from pathlib import Path

import docx
import pylopdf_fonts_zh_cn
import typst
import xlsxwriter
from PIL import Image, ImageDraw

from .chance import seeded

SIZE = (960, 540)


def picture(kind: str, number: int) -> tuple[bytes, str, str]:
    """A drawn picture as PNG, its caption and its alternative text. Equal numbers give equal pictures."""
    return {"landscape": _landscape, "chart": _chart, "map": _map}[kind](number % 6)


@cache
def _landscape(number: int) -> tuple[bytes, str, str]:
    chance = seeded("landscape", number)
    image = Image.new("RGB", SIZE, (196, 222, 240))
    draw = ImageDraw.Draw(image)
    draw.ellipse((700, 60, 790, 150), fill=(250, 220, 140))
    for layer, colour in enumerate(((150, 180, 170), (110, 155, 120), (150, 185, 95))):
        height = 250 + layer * 90
        points = [(x, height + chance.randint(-45, 45)) for x in range(0, SIZE[0] + 121, 120)]
        draw.polygon([(0, SIZE[1]), *points, (SIZE[0], SIZE[1])], fill=colour)
    for x in range(60, 900, 140):
        top = 400 + chance.randint(-20, 40)
        draw.rectangle((x, top, x + 70, top + 55), fill=(238, 232, 220))
        draw.polygon([(x - 10, top), (x + 35, top - 30), (x + 80, top)], fill=(170, 80, 60))
    return _png(image), "田野与村舍（示意图）", "示意图：远山、田野和几间红顶房屋。"


@cache
def _chart(number: int) -> tuple[bytes, str, str]:
    chance = seeded("chart", number)
    image = Image.new("RGB", SIZE, (255, 255, 255))
    draw = ImageDraw.Draw(image)
    values = [chance.randint(30, 96) for _ in range(6)]
    draw.line((90, 460, 900, 460), fill=(90, 90, 90), width=3)
    for place, value in enumerate(values):
        left = 130 + place * 125
        draw.rectangle(
            (left, 460 - value * 4, left + 75, 460),
            fill=(166, 27, 27) if value == max(values) else (70, 110, 150),
        )
        draw.text((left + 20, 435 - value * 4), str(value), fill=(40, 40, 40), font_size=24)
        draw.text((left + 28, 472), str(place + 1), fill=(40, 40, 40), font_size=24)
    said = "、".join(map(str, values))
    return _png(image), "办理量分月情况（单位：件）", f"柱状图：1至6月办理量依次为{said}件。"


@cache
def _map(number: int) -> tuple[bytes, str, str]:
    chance = seeded("map", number)
    image = Image.new("RGB", SIZE, (244, 241, 230))
    draw = ImageDraw.Draw(image)
    for row in range(3):
        for column in range(4):
            x, y = 90 + column * 200, 50 + row * 150
            shade = chance.randint(190, 235)
            draw.rectangle(
                (x, y, x + 190, y + 140), fill=(shade, 226, shade - 20), outline=(120, 130, 110), width=3
            )
    draw.line([(60, 330), (330, 290), (600, 360), (910, 260)], fill=(110, 160, 210), width=14)
    return _png(image), "位置示意图", "示意图：十二个方格表示各片区，一条河自西向东穿过。"


def _png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.quantize(64).save(buffer, "PNG", optimize=False)
    return buffer.getvalue()


def workbook(rows: tuple[tuple[str, ...], ...]) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet("明细")
    bold = book.add_format({"bold": True, "bg_color": "#f0f0f0", "border": 1})
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row, bold if number == 0 else None)
    sheet.set_column(0, max(len(row) for row in rows) - 1, 18)
    book.close()
    return buffer.getvalue()


# The two numbers that GB 11643 prints as examples: valid, and nobody's.
EXAMPLE_NUMBERS = ("11010519491231002X", "440524188001010014")


@cache
def form() -> bytes:
    """A blank application form in Word."""
    document = docx.Document()
    document.add_heading("申请表", level=1)
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for label in ("申请人", "联系电话", "申请事项", "有关情况说明", "申请日期"):
        table.add_row().cells[0].text = label
    document.add_paragraph("本表一式一份，由申请人填写。")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@cache
def letter(number: int) -> bytes:
    """A scanned-looking official sheet as PDF."""
    source = (
        '#set page(paper: "a4", margin: (x: 28mm, y: 35mm))\n#set text(font: "Noto Serif SC", lang: "zh", region: "cn", size: 14pt)\n'
        f"#align(center)[#text(size: 20pt)[示范县文件（正式文本第{number + 1}种）]]\n\n"
        "这是演示数据里的正式文本。文字与网页正文一致，供下载和打印。\n\n#align(right)[示范县]\n"
    )
    return typst.compile(
        source.encode(),
        format="pdf",
        font_paths=[str(Path(pylopdf_fonts_zh_cn.__file__).parent)],
        ignore_system_fonts=True,
    )


@cache
def roster() -> bytes:
    """A workbook as offices make them: a list for the public, and behind it a hidden sheet nobody should see."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"author": "演示起草人", "company": "演示单位"})
    shown, base = book.add_worksheet("公示表"), book.add_worksheet("底册")
    shown.write_row(0, 0, ("村（社区）", "人数", "金额（元）"))
    for row, name in enumerate(("甲村", "乙村", "丙社区"), start=1):
        shown.write_row(row, 0, (name, 10 + row, (10 + row) * 100))
    base.write_row(0, 0, ("姓名", "身份证号", "银行卡号"))
    base.write_row(1, 0, ("张某", EXAMPLE_NUMBERS[0], "6222020000000000000"))
    base.hide()
    shown.write_comment("B2", "这个数还要核一下")
    book.close()
    return buffer.getvalue()
