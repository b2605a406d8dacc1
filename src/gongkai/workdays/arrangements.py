"""
The yearly notice as data: pure reading, no database.

``read_notice`` reads the text of 国务院办公厅关于××××年部分节假日安排的通知 as it stands on the web; ``read_table`` reads CSV, TSV
or JSON. Both keep only the days that differ from the plain week and say what they doubt, because a day read
wrongly moves every deadline of the county.
"""

import csv
import io
import json
import re
from dataclasses import dataclass
from datetime import date, timedelta

WEEKDAYS = "一二三四五六日"
NUMBER = re.compile(r"国办发明电\s*[〔\[［(（]\s*(\d{4})\s*[〕\]］)）]\s*(\d+)\s*号")
YEAR = re.compile(r"(\d{4})\s*年\s*(?:部分)?\s*节假日")
PARAGRAPH = re.compile(
    r"(?:^|[。\n])\s*(?:[（(]?[一二三四五六七八九十]+[）)]?\s*[、.．]\s*)?([^\s：:。，,、]{1,12}(?:、[^\s：:。，,、]{1,12})?)\s*[：:]\s*"
    r"(?=(?:\d{4}年)?\d{1,2}月\d{1,2}日)"
)
DATE = r"(?:(\d{4})\s*年)?(?:(\d{1,2})\s*月)?(\d{1,2})\s*日(?:[（(]([^）)]*)[）)])?"
SPAN = re.compile(DATE + r"(?:\s*(?:至|—|－|-|到)\s*" + DATE + ")?")
COUNT = re.compile(r"共\s*(\d+)\s*天|放假\s*(\d+)\s*天")
REST_WORDS = {"rest", "放假", "休", "休息", "0", "false"}
WORK_WORDS = {"work", "上班", "班", "工作", "1", "true"}


@dataclass(frozen=True, order=True)
class Day:
    """A weekday off, or a weekend day worked."""

    date: date
    is_workday: bool
    note: str = ""


@dataclass(frozen=True)
class Arrangement:
    """What a notice says about one year; ``doubts`` are sentences for the person who will confirm it."""

    year: int | None
    source: str
    days: tuple[Day, ...]
    doubts: tuple[str, ...] = ()


def differs_from_the_week(day: date, is_workday: bool) -> bool:
    return is_workday == (day.weekday() >= 5)


def read_notice(text: str, year: int | None = None) -> Arrangement:
    """Read the text of a notice. ``year`` is needed only when the text does not name it."""
    text = text.replace("\u3000", " ").replace("\xa0", " ")
    found = YEAR.search(text)
    if year is None and found:
        year = int(found[1])
    number = NUMBER.search(text)
    source = f"国办发明电〔{number[1]}〕{number[2]}号" if number else ""
    if year is None:
        return Arrangement(
            None, source, (), ("没有读出通知是哪一年的。请连同标题一起粘贴，或在上面选定年份。",)
        )
    days: dict[date, Day] = {}
    doubts: list[str] = []
    if found and int(found[1]) != year:
        doubts.append(f"通知的标题写的是{found[1]}年，与选定的{year}年不同。请核对年份。")
    starts = list(PARAGRAPH.finditer(text))
    for index, start in enumerate(starts):
        end = starts[index + 1].start() if index + 1 < len(starts) else len(text)
        paragraph = re.sub(r"\s+", "", text[start.end() : end])  # a pasted line may break anywhere
        _read_holiday(start[1], paragraph, year, days, doubts)
    if not days:
        doubts.append(
            "没有读出任何放假或上班的日期。请粘贴通知全文，例如“元旦：1月1日（周四）至3日（周六）放假调休，共3天。”"
        )
    return Arrangement(year, source, tuple(sorted(days.values())), tuple(doubts))


def _read_holiday(name: str, text: str, year: int, days: dict[date, Day], doubts: list[str]) -> None:
    for sentence in re.split(r"[。；;]", text):
        is_workday = "上班" in sentence
        if not is_workday and "放假" not in sentence:
            continue
        rest, month = 0, None
        for span in SPAN.finditer(sentence):
            try:
                first = date(int(span[1] or year), int(span[2] or month or 0), int(span[3]))
                last = first
                if span[7]:
                    last = date(int(span[5] or first.year), int(span[6] or first.month), int(span[7]))
            except ValueError:
                doubts.append(f"{name}：“{span[0]}”不是一个日期。请核对原文。")
                continue
            month = last.month
            doubts.extend(_weekday_doubts(name, (first, span[4]), (last, span[8])))
            if not timedelta(0) <= last - first <= timedelta(days=15):
                doubts.append(f"{name}：“{span[0]}”起止颠倒或太长，没有读入。请核对原文。")
                continue
            for offset in range((last - first).days + 1):
                day = first + timedelta(days=offset)
                rest += 1
                if differs_from_the_week(day, is_workday):
                    days[day] = Day(day, is_workday, f"{name}调休" if is_workday else name)
                elif is_workday:
                    doubts.append(f"{name}：{_words(day)}本来就是工作日，通知却说上班。请核对原文。")
        counted = COUNT.search(sentence)
        if counted and not is_workday and int(counted[1] or counted[2]) != rest:
            doubts.append(f"{name}：通知写共{counted[1] or counted[2]}天，按起止日期是{rest}天。请核对原文。")


def _weekday_doubts(name, *written):
    for day, words in written:
        found = re.search(r"(?:周|星期)([一二三四五六日天])", words or "")
        if found and found[1].replace("天", "日") != WEEKDAYS[day.weekday()]:
            yield f"{name}：{_words(day)}是周{WEEKDAYS[day.weekday()]}，通知却写周{found[1]}。请核对年份和日期。"


def _words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def read_table(text: str) -> Arrangement:
    """
    Read ``{"year", "source", "days": [{"date", "is_workday", "note"}]}`` or lines of date, 放假/上班, note.

    Lines are separated by commas or tabs; a line that begins with # is a remark and a heading line is passed over.
    """
    doubts: list[str] = []
    if text.lstrip().startswith("{"):
        try:
            given = json.loads(text)
            rows = [(row["date"], str(row["is_workday"]), row.get("note", "")) for row in given["days"]]
            year, source = int(given["year"]), str(given.get("source", ""))
        except (ValueError, KeyError, TypeError, AttributeError):
            sentence = "JSON 应写成 {“year”: 2027, “source”: “…”, “days”: [{“date”, “is_workday”, “note”}]}。请核对文件。"
            return Arrangement(None, "", (), (sentence,))
    else:
        lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
        delimiter = "\t" if lines and "\t" in lines[0] else ","
        rows = [
            (*row, "", "", "")[:3] for row in csv.reader(io.StringIO("\n".join(lines)), delimiter=delimiter)
        ]
        year, source = None, ""
        if rows and not re.match(r"\d", rows[0][0].strip()):
            rows = rows[1:]
    days: dict[date, Day] = {}
    for number, (day_text, kind, note) in enumerate(rows, start=1):
        try:
            day = date.fromisoformat(day_text.strip().replace("/", "-"))
        except (ValueError, AttributeError):
            doubts.append(f"第{number}行的日期“{day_text}”认不出来。请写成 2027-01-01。")
            continue
        word = kind.strip().lower()
        if word not in REST_WORDS | WORK_WORDS:
            doubts.append(f"第{number}行的“{kind}”认不出来。请写“放假”或“上班”。")
            continue
        if differs_from_the_week(day, word in WORK_WORDS):
            days[day] = Day(day, word in WORK_WORDS, note.strip())
    if year is None and days:
        in_years = [day.year for day in days]
        year = max(set(in_years), key=in_years.count)
    if not days:
        doubts.append("没有读出任何日期。每行写：日期、放假或上班、说明。")
    return Arrangement(year, source, tuple(sorted(days.values())), tuple(doubts))


def read(text: str, year: int | None = None) -> Arrangement:
    """Read a notice or a table, whichever ``text`` is."""
    text = text.lstrip("\ufeff")
    if re.search(r"\d\s*日", text) and not text.lstrip().startswith("{"):
        return read_notice(text, year)
    return read_table(text)
