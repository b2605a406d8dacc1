"""A county's worth of generated columns and items, in the form an old site exports them."""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from gongkai.demo import texts
from gongkai.demo.chance import seeded
from gongkai.demo.offices import OFFICES

FIRST_LEVEL, SECOND_LEVEL = 189, 567  # what one real county lists
ROOT = "zwgk"
# One item in three goes into a section that the home page lists.
ON_HOME = (
    "news/county",
    "news/departments",
    "news/towns",
    "notices/announcements",
    "notices/publicity",
    "policies/departments",
)


def write_columns(path: Path) -> int:
    """Write the columns: one root, 189 columns under it, three under each of those."""
    lines = ["path\tname\ttotal", f"{ROOT}\t政务公开\t1"]
    for number in range(FIRST_LEVEL):
        lines.append(f"{ROOT}/c{number:03d}\t栏目{number + 1}\t1")
        lines += [f"{ROOT}/c{number:03d}/s{part}\t栏目{number + 1}之{part + 1}\t1" for part in range(3)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return len(lines) - 1


def rows(count: int, *, last_day: date) -> Iterator[dict]:
    """Yield ``count`` items of about 3 KB of text, spread over ten years and all columns."""
    makers = (texts.notice, texts.measure, texts.publicity, texts.news, texts.budget, texts.organisation)
    for number in range(count):
        chance = seeded("bench", number)
        office = OFFICES[number % len(OFFICES)]
        at = datetime(last_day.year, last_day.month, last_day.day, 9) - timedelta(
            minutes=number * 5_000_000 // count
        )
        text = makers[number % len(makers)](office, at.date(), chance)
        column = number * 7919 % FIRST_LEVEL
        words = [text.body]
        while sum(map(len, words)) < 1700:
            words.append(texts.notice(office, at.date(), chance).body)
        yield {
            "url": f"http://old.example/{ROOT}/{at:%Y%m}/t{at:%Y%m%d}_{number}.htm",
            "column": f"栏目{column + 1}",
            "column_path": ON_HOME[number % 6] if number % 9 < 3 else f"{ROOT}/c{column:03d}/s{number % 3}",
            "title": f"{text.title}（第{number + 1}号）",
            "issuing_agency": office.full_name,
            "published_on": f"{at:%Y-%m-%d %H:%M}",
            "body": texts.plain_words("".join(words)),
        }


def write_items(path: Path, count: int, *, last_day: date) -> int:
    """Write the items and return how many bytes their bodies take."""
    size = 0
    with path.open("w", encoding="utf-8") as file:
        for row in rows(count, last_day=last_day):
            size += len(row["body"].encode())
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return size
