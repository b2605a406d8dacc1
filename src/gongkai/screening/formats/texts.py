"""Plain text and CSV: a passage for each line, or for each cell of the table."""

import codecs
import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..enums import Kind
from ..findings import (
    MISPLACED,
    Cover,
    Document,
    Hidden,
    Passage,
    Place,
    Unreadable,
    covered,
    covers_by_passage,
)

LARGEST = 64 * 1024 * 1024
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SEPARATORS = (",", "\t", ";")
# A cell that begins like this is run as a formula by Excel and WPS.
FORMULA = ("=", "@", "+", "-", "\t", "\r")
UNSEEN = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0])


def read(path: Path) -> Document:
    return read_text(text_of(path.read_bytes()))


def clean(path: Path, target: Path, covers: Sequence[Cover]) -> None:
    """Write the text in UTF-8, without characters that nobody sees."""
    lines = _covered(_lines(text_of(path.read_bytes())), covers)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\r\n")


def read_csv(path: Path) -> Document:
    rows, hidden = _rows(text_of(path.read_bytes()))
    document = Document(hidden=hidden)
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            if text.strip():
                place = Place(part=f"第{row + 1}行第{column + 1}列")
                document.passages.append(Passage(text, place, "csv", row, column))
    document.title = _first(passage.text for passage in document.passages)
    return document


def clean_csv(path: Path, target: Path, covers: Sequence[Cover]) -> None:
    """Write the table in UTF-8 with the mark by which Excel knows it, and with nothing that runs as a formula."""
    rows, _ = _rows(text_of(path.read_bytes()))
    filled = [
        (row, column) for row, cells in enumerate(rows) for column, text in enumerate(cells) if text.strip()
    ]
    texts = _covered([rows[row][column] for row, column in filled], covers)
    for (row, column), text in zip(filled, texts, strict=True):
        rows[row][column] = text
    content = io.StringIO()
    csv.writer(content).writerows([[_harmless(cell) for cell in cells] for cells in rows])
    target.write_bytes(codecs.BOM_UTF8 + content.getvalue().encode())


def read_text(text: str) -> Document:
    lines = _lines(text)
    passages = [Passage(line, Place(part=f"第{number}行")) for number, line in lines.items()]
    hidden = []
    if count := sum(ord(character) in UNSEEN for character in text):
        hidden.append(Hidden(Kind.INVISIBLE_TEXT, Place(), f"看不见的字符 {count} 个"))
    return Document(passages, hidden, title=_first(lines.values()))


def text_of(content: bytes) -> str:
    """Decode by the mark at the beginning, else as UTF-8, else as GB 18030, in which Windows writes."""
    if len(content) > LARGEST:
        raise Unreadable("这个文本文件超过 64 MB，系统不能检查。请分成几个文件上传。")
    marked = next((encoding for mark, encoding in MARKS if content.startswith(mark)), None)
    for encoding in [marked] if marked else ["utf-8", "gb18030"]:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Unreadable("系统认不出这个文本文件用的编码。请用记事本打开，另存为并把编码选为“UTF-8”，再上传。")


def _lines(text: str) -> dict[int, str]:
    """Return the lines that say something, by their number. Only real line ends part them."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    tidy = {number: line.translate(UNSEEN).rstrip() for number, line in enumerate(lines, start=1)}
    return {number: line for number, line in tidy.items() if line.strip()}


def _rows(text: str) -> tuple[list[list[str]], list[Hidden]]:
    head = text[:4096]
    separator = max(SEPARATORS, key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=separator))
    except csv.Error as error:
        raise Unreadable(
            "这个 CSV 表格的格式有误，系统读不出来。请用 Excel 或 WPS 打开，另存为 XLSX 后再上传。"
        ) from error
    tidy = [[cell.translate(UNSEEN) for cell in cells] for cells in rows]
    formulas = sum(_harmless(cell) != cell for cells in tidy for cell in cells)
    what = f"会被当作公式运行的单元格 {formulas} 个，公开副本里已改成文字"
    return tidy, [Hidden(Kind.ACTIVE_CONTENT, Place(), what)] if formulas else []


def _harmless(cell: str) -> str:
    if cell.startswith(FORMULA) and not _is_number(cell):
        return "'" + cell
    return cell


def _is_number(cell: str) -> bool:
    """Signed numbers, telephone numbers and a dash that stands for nothing run no formula."""
    return not cell.lstrip("+-").strip("0123456789.,% -—")


def _covered(lines: dict[int, str] | list[str], covers: Sequence[Cover]) -> list[str]:
    texts = list(lines.values()) if isinstance(lines, dict) else lines
    for passage, of_passage in covers_by_passage(covers).items():
        if not 0 <= passage < len(texts):
            raise Unreadable(MISPLACED)
        texts[passage] = covered(texts[passage], of_passage)
    return texts


def _first(texts: Iterable[str]) -> str:
    return next((text.strip()[:200] for text in texts), "")
