import json
from pathlib import Path

from gongkai.screening.detectors import personal
from gongkai.screening.findings import Lists, Passage, Place

from .made_up import TODAY

ITEMS = Path(__file__).resolve().parents[4] / "tests" / "data" / "portal" / "items.jsonl"
# What is found in the sixty real items and is rightly found: (line, kind, value). Their names and numbers were masked.
DEFENDED: list[tuple[int, str, str]] = []


def test_real_items_give_no_finds_that_could_not_be_defended():
    found = []
    for number, line in enumerate(ITEMS.read_text(encoding="utf-8").splitlines(), start=1):
        item = json.loads(line)
        passages = [Passage(item["title"], Place(field="title")), Passage(item["body"], Place(field="body"))]
        for each in personal.detect(passages, Lists(today=TODAY.isoformat())):
            found.append((number, str(each.kind), each.value))
    assert found == DEFENDED


def test_data_planted_into_real_items_is_found_and_nothing_beside_it():
    number = "11010519491231002X"
    wrong = []
    for line in ITEMS.read_text(encoding="utf-8").splitlines():
        body = json.loads(line)["body"]
        middle = body.find("。", len(body) // 2) + 1
        text = f"{body[:middle]}村民张建国（身份证号{number}）申请补助。{body[middle:]}"
        found = [(str(each.kind), each.value) for each in personal.detect([Passage(text)], Lists())]
        if found != [("name", "张建国"), ("id_number", number)]:
            wrong.append((text[middle : middle + 40], found))
    assert wrong == []
