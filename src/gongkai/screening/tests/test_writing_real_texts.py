"""The 60 items of a real portal (tests/data/portal): every finding has been read, and each can be defended."""

import json
from datetime import date
from pathlib import Path

from gongkai.screening.detectors.item import AttachedFile, ItemFacts, check_item
from gongkai.screening.detectors.writing import detect
from gongkai.screening.enums import Kind
from gongkai.screening.findings import Lists, Passage, Place

ITEMS = Path(__file__).resolve().parents[4] / "tests" / "data" / "portal" / "items.jsonl"
TODAY = date(2026, 11, 25)
LISTS = Lists(today=TODAY.isoformat(), site_hosts=("www.pingtan.gov.cn",))
PICTURES = (".jpg", ".png")


def items():
    with ITEMS.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            yield number, json.loads(line)


def passages_of(item):
    fields = ("title", "doc_number", "body")
    return [Passage(item[name], Place(field=name)) for name in fields]


def facts_of(item):
    names = item["attachments"]
    return ItemFacts(
        title=item["title"],
        kind_is_document=bool(item["doc_number"]),
        document_number=item["doc_number"],
        issuer=item.get("box_issuer", ""),
        source=item["issuing_agency"],
        signed_on=date.fromisoformat(item["signed_on"]) if item["signed_on"] else None,
        today=TODAY,
        images=sum(name.endswith(PICTURES) for name in names),
        files=tuple(
            AttachedFile(name, name.rpartition(".")[2]) for name in names if not name.endswith(PICTURES)
        ),
    )


def test_what_is_found_in_the_texts_of_a_real_portal():
    found = [
        (number, each.kind, each.value)
        for number, item in items()
        for each in detect(passages_of(item), LISTS)
    ]
    assert found == [
        (6, Kind.DOCUMENT_NUMBER, "﹝2020﹞47号"),
        (11, Kind.DOCUMENT_NUMBER, "〔2012)14号"),
        (12, Kind.DOCUMENT_NUMBER, "〔2021〕79 号"),
        (19, Kind.TYPO, "选拨"),
        (30, Kind.TYPO, "MsoNormal"),
        (34, Kind.TYPO, "）"),
        (36, Kind.TYPO, ","),
        (36, Kind.DOCUMENT_NUMBER, "〔1995〕6 号"),
        (36, Kind.DOCUMENT_NUMBER, "〔2005〕26 号"),
        (40, Kind.TYPO, "&nbsp;"),
        (46, Kind.TYPO, ","),
        (48, Kind.TYPO, ","),
        (49, Kind.TYPO, "“5？10”"),
        (53, Kind.TYPO, ","),
        (54, Kind.TYPO, "&nbsp;"),
        (55, Kind.NUMBER_FORM, "二○○九年"),
        (58, Kind.TYPO, ","),
    ]


def test_what_does_not_fit_together_in_the_items_of_a_real_portal():
    found = [
        (number, each.kind, each.value)
        for number, item in items()
        for each in check_item(facts_of(item), passages_of(item), LISTS, lambda address: None)
    ]
    assert found == [
        (
            8,
            Kind.STRANGE_ATTACHMENT,
            "平潭综合实验区管委会办公室关于印发平潭综合实验区营造林项目管理办法（试行）的通知（原件）.pdf",
        ),
        (10, Kind.DOCUMENT_NUMBER, "岚综管综〔2015〕89号"),
        (11, Kind.DOCUMENT_NUMBER, "闽岚综实管〔2012)14号"),
        (12, Kind.DOCUMENT_NUMBER, "岚综管综〔2021〕87号"),
        (17, Kind.EMPTY_BODY, ""),
        (18, Kind.EMPTY_BODY, ""),
        (21, Kind.DOCUMENT_NUMBER, "岚综委干〔2024〕47号"),
        (29, Kind.EMPTY_BODY, ""),
        (30, Kind.MISSING_ATTACHMENT, "4个附件"),
        (31, Kind.EMPTY_BODY, ""),
        (47, Kind.EMPTY_BODY, ""),
        (48, Kind.DOCUMENT_NUMBER, "岚综管综〔2017〕18号"),
        (49, Kind.DOCUMENT_NUMBER, "岚综管综〔2015〕153号"),
        (50, Kind.DOCUMENT_NUMBER, "岚综管综〔2015〕130号"),
        (51, Kind.DOCUMENT_NUMBER, "岚综管综〔2015〕181号"),
        (52, Kind.TYPO, "平潭综合实验区管委会关于平潭综合实验区管委会关于"),
        (52, Kind.DOCUMENT_NUMBER, "岚综管综〔2016〕48号"),
        (53, Kind.DOCUMENT_NUMBER, "岚政综〔2022〕103号"),
        (57, Kind.EMPTY_BODY, ""),
        (
            60,
            Kind.STRANGE_ATTACHMENT,
            "平潭综合实验区经济发展局关于开展“百店千味”餐饮消费券发放活动的通知(1)(1).pdf",
        ),
    ]
