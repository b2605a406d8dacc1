"""
How fast texts are screened: a year of a county (12,630 items of about 3 KB), personal data and everything.

    python -m benchmarks.screening [--items 12630]

The texts are put together from the real items in tests/data/portal; into one of five a paragraph with made-up
personal data is planted, into one of twenty a list of twenty persons. Needs neither a database nor settings, runs in
one process, and ends with one line of JSON. Seconds are those of the processor, not of the clock.
"""

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path

from gongkai.screening import detectors
from gongkai.screening.detectors import personal
from gongkai.screening.enums import Kind
from gongkai.screening.findings import Finding, Leader, Lists, Passage, Place, Word
from gongkai.screening.tests.made_up import (
    TODAY,
    address,
    amount,
    bank_card,
    digits,
    id_number,
    mobile,
    name,
    office,
)

ITEMS = Path(__file__).resolve().parent.parent / "tests" / "data" / "portal" / "items.jsonl"
BYTES = 3000  # of each text
PARAGRAPH = 150  # characters, at the least; twice as many at the most
ROWS = 20
Detector = Callable[[Sequence[Passage], Lists], list[Finding]]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--items", type=int, default=12_630)
    options = parser.parse_args()
    print(json.dumps(measure(options.items)))


def measure(count: int) -> dict:
    texts = list(documents(count))
    lists = county_lists()
    size = sum(len(passage.text.encode()) for passages, _ in texts for passage in passages)
    result = {
        "items": count,
        "bytes_each": size // count,
        "planted": sum(planted for _, planted in texts),
    }
    for label, detect in (("personal", personal.detect), ("everything", detectors.detect)):
        result |= {f"{label}_{key}": value for key, value in _run(detect, texts, lists).items()}
    return result


def _run(detect: Detector, texts: list[tuple[list[Passage], int]], lists: Lists) -> dict:
    detect(texts[0][0], lists)  # word lists are read once, before the first text
    found, slowest = 0, 0.0
    begun = time.process_time()
    for passages, _ in texts:
        before = time.process_time()
        found += len(detect(passages, lists))
        slowest = max(slowest, time.process_time() - before)
    seconds = time.process_time() - begun
    return {
        "seconds": round(seconds, 1),
        "items_per_second": round(len(texts) / seconds),
        "slowest_ms": round(slowest * 1000, 1),
        "found": found,
    }


def documents(count: int, seed: int = 7) -> Iterator[tuple[list[Passage], int]]:
    """Yield the passages of each text, and how many pieces of personal data were planted into it."""
    chance = random.Random(seed)
    source = cycle([part for body in _bodies() for part in _paragraphs(body)])
    for number in range(count):
        parts: list[str] = []
        while sum(len(part.encode()) for part in parts) < BYTES:
            parts.append(next(source))
        planted = 0
        if number % 5 == 0:
            parts.insert(len(parts) // 2, _person(chance))
            planted += 4
        passages = [Passage(part, Place(field="body", paragraph=at)) for at, part in enumerate(parts, 1)]
        if number % 20 == 0:
            passages += _person_list(chance)
            planted += 4 * ROWS
        yield passages, planted


def _bodies() -> list[str]:
    with ITEMS.open(encoding="utf-8") as file:
        return [body for body in (json.loads(line)["body"] for line in file) if body]


def _paragraphs(body: str) -> Iterator[str]:
    """Yield ``body`` cut at ends of sentences: the stored bodies have lost their paragraphs."""
    start = 0
    while start < len(body):
        stop = body.find("。", start + PARAGRAPH, start + 2 * PARAGRAPH) + 1 or start + 2 * PARAGRAPH
        yield body[start:stop]
        start = stop


def _person(chance: random.Random) -> str:
    return (
        f"申请人{name(chance)}，身份证号{id_number(chance)}，"
        f"住{address(chance)}，电话{mobile(chance)}，经审核符合条件。"
    )


def _person_list(chance: random.Random) -> Iterator[Passage]:
    rows = [["姓名", "身份证号", "联系电话", "银行卡号", "补助金额"]]
    for _ in range(ROWS):
        rows.append([name(chance), id_number(chance), mobile(chance), bank_card(chance), amount(chance)])
    for number, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            place = Place(field="body", table=1, row=number + 1, column=column + 1)
            yield Passage(cell, place, "表1", number, column)


def county_lists(seed: int = 11) -> Lists:
    """Return lists as long as a county's: what is looked up in them is part of the work."""
    chance = random.Random(seed)
    phones = [f"594{digits(chance, 7)}" for _ in range(2000)]
    return Lists(
        office_phones=frozenset([*phones, *(phone[3:] for phone in phones)]),
        office_emails=frozenset(f"office{number}@example.com" for number in range(300)),
        agency_names=tuple({f"{office(chance)}{number}分局" for number in range(60)}),
        places=tuple(f"示范镇第{number}村" for number in range(400)),
        words=tuple(Word(Kind.WRONG_WORDING, f"示范错词{number}", "示范词") for number in range(500)),
        leaders=tuple(Leader(name(chance), ("示范县副县长", "副县长")) for _ in range(12)),
        today=TODAY.isoformat(),
    )


if __name__ == "__main__":
    main()
