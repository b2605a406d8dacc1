"""
What is on the desks today: items in every state, brought there by the product's own actions.

Each action is told the moment it is to count for; the events keep the true time, as everywhere.
"""

import io
import json
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from gongkai.accounts.enums import Role
from gongkai.publications import actions
from gongkai.publications.enums import ItemKind, TakeDownReason
from gongkai.publications.importing.items import import_items
from gongkai.publications.importing.offices import Offices
from gongkai.publications.models import Item, Version
from gongkai.review.enums import Decision, SecrecyKind

from . import texts
from .chance import seeded
from .made_files import EXAMPLE_NUMBERS, roster, workbook
from .offices import BY_CODE, OFFICES, TOWNS, Office
from .screened import answer_findings, confirm_kept
from .setting import Setting
from .texts import Text

RETURN_OPINIONS = (
    "第三段的金额与附件合计数不一致，请核对后重新送审。",
    "名单里有身份证号码，请只保留姓氏和所在村。",
    "依据写的是已经废止的文件，请更换为现行有效的规定。",
    "标题没有写明年度，公众看不出是哪一年的事项，请补上。",
    "图片没有说明文字，请补写替代文字。",
)
SECRECY_REFUSAL = "第二段写明了应急物资库的具体位置和存量，请删去后再送审。"


class Desk:
    """Takes items of one setting through the steps of the work."""

    def __init__(self, setting: Setting, *, now: datetime):
        self.setting, self.now = setting, now

    def draft(
        self, office: Office, text: Text, *, days_ago: float, publish_at: datetime | None = None
    ) -> Item:
        """Start an item and save its draft, with the attached workbook if the text has one."""
        now = self.now - timedelta(days=days_ago)
        clerk = self.setting.person(office.code, Role.CLERK)
        section = self.setting.sections[text.section]
        item = actions.start_item(
            clerk=clerk, agency=self.setting.agencies[office.code], kind=text.kind, section=section, now=now
        )
        content = {
            "title": text.title,
            "section_id": section.pk,
            "body": text.body,
            "summary": text.summary,
            "keywords": text.keywords,
            "theme": office.theme,
            "source": office.full_name,
            "disclosure_basis": "《中华人民共和国政府信息公开条例》第二十条",
            "publish_at": publish_at,
        }
        if text.is_document:
            content |= {"effective_on": text.effective_on, "valid_until": text.valid_until}
        actions.save_draft(
            item_id=item.pk, clerk=clerk, revision=0, content=content, now=now + timedelta(minutes=20)
        )
        if text.rows:
            actions.attach(
                item_id=item.pk,
                clerk=clerk,
                content=io.BytesIO(workbook(text.rows)),
                name="明细表.xlsx",
                now=now + timedelta(minutes=30),
            )
        return item

    def submit(self, item: Item, *, days_ago: float) -> Version:
        draft = item.versions.get(number=None)
        clerk = self.setting.person(item.agency.code, Role.CLERK)
        answer_findings(item, clerk, now=self.at(days_ago))
        draft.refresh_from_db()  # masking in the text counts as a save
        actions.submit(item_id=item.pk, clerk=clerk, revision=draft.revision, now=self.at(days_ago))
        return item.versions.filter(review__isnull=False).latest("number")

    def tick(self, item: Item, version: Version, *, days_ago: float, kinds=tuple(SecrecyKind)) -> None:
        checker = self.setting.person(item.agency.code, Role.SECRECY_REVIEWER)
        confirm_kept(item, version, checker, now=self.at(days_ago))
        for kind in kinds:
            actions.tick_secrecy(
                item_id=item.pk,
                kind=kind,
                checker=checker,
                may_be_public=True,
                seen_hash=version.content_hash,
                now=self.at(days_ago),
            )

    def sign(self, item: Item, version: Version, position: int, *, days_ago: float, decision=Decision.APPROVED, opinion="") -> None:  # fmt: skip
        _, role, code = self.setting.levels(version.section.path, item.agency.code)[position - 1]
        actions.decide(
            item_id=item.pk,
            position=position,
            reviewer=self.setting.person(code, role),
            decision=decision,
            opinion=opinion,
            seen_hash=version.content_hash,
            now=self.at(days_ago),
        )

    def approve(self, item: Item, *, days_ago: float) -> None:
        """All the way: submitted, ticked, three signatures."""
        version = self.submit(item, days_ago=days_ago)
        self.tick(item, version, days_ago=days_ago - 0.1)
        for position in (1, 2, 3):
            self.sign(item, version, position, days_ago=days_ago - 0.1 - position / 10)

    def at(self, days_ago: float) -> datetime:
        return self.now - timedelta(days=days_ago)


def fill_desks(setting: Setting, *, now: datetime, scale: float) -> None:
    """Bring items into every state that is not simply “published”; at least one each, however small the scale."""
    desk = Desk(setting, now=now)
    number = iter(range(10_000))
    for make, count in STATES:
        for _ in range(max(1, round(count * scale))):
            make(desk, next(number))


def _text(desk: Desk, number: int, *, documents: bool = False) -> tuple[Office, Text]:
    chance = seeded("desk", number)
    # Every third at 民政局, where the first sign-ins of the demo work; the rest all over the county.
    office = BY_CODE["civil-affairs"] if number % 3 == 0 else chance.choice(OFFICES[1:26])
    day = desk.at(8).date()  # before any of it was sent: a text is not dated later than its review
    if documents:
        return office, texts.measure(office, day, chance)
    make = chance.choice((texts.notice, texts.publicity, texts.news))
    return office, make(office, day, chance)


def _drafting(desk: Desk, number: int) -> None:
    office, text = _text(desk, number)
    desk.draft(office, text, days_ago=0.3 + number % 9)


def _with_findings(desk: Desk, number: int) -> None:
    """A draft as it comes from an office that has not looked: numbers in the list, a hidden sheet in the workbook."""
    office = BY_CODE["civil-affairs"]
    rows = "".join(
        f"<tr><td>{name}</td><td>{id_number}</td><td>100</td></tr>"
        for name, id_number in zip(("张小明", "李大宝"), EXAMPLE_NUMBERS, strict=True)
    )
    text = Text(
        section="notices/publicity",
        kind=ItemKind.PUBLICITY,
        title=f"{office.full_name}关于高龄津贴发放名单的公示",
        body="<p>现将高龄津贴发放名单公示如下，公示期七个工作日。有异议的请拨打监督手机13800138000。</p>"
        f"<table><tr><th>姓名</th><th>身份证号</th><th>金额（元）</th></tr>{rows}</table>",
        summary="高龄津贴发放名单。",
    )
    item = desk.draft(office, text, days_ago=0.1)
    clerk = desk.setting.person(office.code, Role.CLERK)
    actions.attach(
        item_id=item.pk, clerk=clerk, content=io.BytesIO(roster()), name="发放情况.xlsx", now=desk.at(0.05)
    )


def _in_review(level: int, desk: Desk, number: int) -> None:
    office, text = _text(desk, number, documents=number % 4 == 1)
    item = desk.draft(office, text, days_ago=3)
    version = desk.submit(item, days_ago=2.5)
    # At the last level half of the secrecy reviews are done and half wait for one more tick.
    desk.tick(item, version, days_ago=2.4, kinds=tuple(SecrecyKind)[: 3 if number % 2 else 2])
    for position in range(1, level):
        desk.sign(item, version, position, days_ago=2.4 - position / 5)


def _county_document(desk: Desk, number: int) -> None:
    """A normative document of a department that waits for the government office's final signature."""
    chance = seeded("county", number)
    office = BY_CODE["civil-affairs"]
    text = texts.measure(office, desk.now.date(), chance, section="policies/normative")
    item = desk.draft(office, text, days_ago=5)
    version = desk.submit(item, days_ago=4)
    desk.tick(item, version, days_ago=3.9)
    desk.sign(item, version, 1, days_ago=3)
    desk.sign(item, version, 2, days_ago=2)


def _returned(desk: Desk, number: int) -> None:
    office, text = _text(desk, number)
    item = desk.draft(office, text, days_ago=4)
    version = desk.submit(item, days_ago=3)
    if number % 4 == 0:
        actions.tick_secrecy(
            item_id=item.pk,
            kind=SecrecyKind.SENSITIVE,
            checker=desk.setting.person(office.code, Role.SECRECY_REVIEWER),
            may_be_public=False,
            opinion=SECRECY_REFUSAL,
            seen_hash=version.content_hash,
            now=desk.at(2),
        )
        return
    position = 1 + number % 2
    if position == 2:
        desk.sign(item, version, 1, days_ago=2.5)
    opinion = RETURN_OPINIONS[number % len(RETURN_OPINIONS)]
    desk.sign(item, version, position, days_ago=1.5, decision=Decision.RETURNED, opinion=opinion)


def _waiting_for_its_time(desk: Desk, number: int) -> None:
    office, text = _text(desk, number)
    item = desk.draft(office, text, days_ago=3, publish_at=desk.now + timedelta(days=1 + number % 5, hours=2))
    desk.approve(item, days_ago=1)


def _released_early(desk: Desk, number: int) -> Item:
    chance = seeded("early", number)
    office = BY_CODE[("emergency", "water", "police")[number % 3]]
    item = desk.draft(office, texts.warning(office, desk.now.date(), chance), days_ago=0.4)
    version = desk.submit(item, days_ago=0.38)
    desk.tick(item, version, days_ago=0.36)
    actions.release_early(
        item_id=item.pk,
        releaser=desk.setting.person(office.code, Role.FINAL_REVIEWER),
        reason="预警信息须立即告知公众，审核随后补办。",
        now=desk.at(0.35),
    )
    return item


def _failed_after_early_release(desk: Desk, number: int) -> None:
    item = _released_early(desk, number)
    version = item.versions.filter(review__isnull=False).latest("number")
    desk.sign(
        item,
        version,
        1,
        days_ago=0.2,
        decision=Decision.RETURNED,
        opinion="预警级别与气象部门发布的不一致，请更正。",
    )


def _discarded(desk: Desk, number: int) -> None:
    office, text = _text(desk, number)
    item = desk.draft(office, text, days_ago=20)
    actions.discard(item_id=item.pk, clerk=desk.setting.person(office.code, Role.CLERK), now=desk.at(12))


def _withdrawn(desk: Desk, number: int) -> None:
    office, text = _text(desk, number)
    item = desk.draft(office, text, days_ago=6)
    desk.submit(item, days_ago=5)
    actions.withdraw(item_id=item.pk, clerk=desk.setting.person(office.code, Role.CLERK), now=desk.at(4))


def _approved_with_request(desk: Desk, number: int) -> None:
    """Published, with a change request of the second reviewer that nobody has answered yet."""
    office, text = _text(desk, number)
    item = desk.draft(office, text, days_ago=8)
    version = desk.submit(item, days_ago=7)
    desk.tick(item, version, days_ago=6.9)
    desk.sign(item, version, 1, days_ago=6.5)
    desk.sign(
        item,
        version,
        2,
        days_ago=6,
        decision=Decision.APPROVED_WITH_REQUEST,
        opinion="同意发布；附件请再提供一份PDF版本。",
    )
    desk.sign(item, version, 3, days_ago=5.5)


STATES: tuple[tuple[Callable[[Desk, int], object], int], ...] = (
    (_with_findings, 1),
    (_drafting, 14),
    (partial(_in_review, 1), 8),
    (partial(_in_review, 2), 7),
    (partial(_in_review, 3), 6),
    (_county_document, 3),
    (_returned, 8),
    (_waiting_for_its_time, 4),
    (_released_early, 2),
    (_failed_after_early_release, 1),
    (_discarded, 4),
    (_withdrawn, 2),
    (_approved_with_request, 2),
)


def change_the_past(setting: Setting, items: list[Item], *, now: datetime, scale: float) -> None:
    """Revise, pin, let expire and take down some of what has been published."""
    desk = Desk(setting, now=now)
    documents = [item for item in items if "印发" in item.title and item.display_until is None]
    for item in documents[-max(1, round(5 * scale)) :]:
        _revise(desk, item)
    for item in items:
        if item.display_until and item.display_until <= now:
            actions.take_down(
                item_id=item.pk, actor=None, reason=TakeDownReason.EXPIRED, now=item.display_until
            )
    lasting = [item for item in items if item.display_until is None and item not in documents[-5:]]
    notes = {
        TakeDownReason.PENALTY_CHANGED: "行政处罚决定经行政复议被撤销，撤回已公开的信息。",
        TakeDownReason.ERROR: "附件中的补贴标准有误，更正后另行发布。",
        TakeDownReason.DUPLICATE: "与部门文件栏目中的同一文件重复。",
    }
    reasons = [
        reason
        for reason in TakeDownReason
        if reason not in {TakeDownReason.EXPIRED, TakeDownReason.REVIEW_FAILED}
    ]
    for place, reason in enumerate(reasons):
        item = lasting[len(lasting) // 2 + place]
        actor = setting.person(item.agency.code, Role.FINAL_REVIEWER)
        actions.take_down(
            item_id=item.pk, actor=actor, reason=reason, note=notes.get(reason, ""), now=desk.at(9 - place)
        )
    for item in documents[:2]:
        actions.pin(item_id=item.pk, actor=setting.person("office", Role.DISCLOSURE_OFFICE))


def _revise(desk: Desk, item: Item) -> None:
    clerk = desk.setting.person(item.agency.code, Role.CLERK)
    draft = actions.revise(item_id=item.pk, clerk=clerk, now=desk.at(3))
    actions.save_draft(
        item_id=item.pk,
        clerk=clerk,
        revision=draft.revision,
        content={"body": draft.body.replace("个工作日内作出决定", "个工作日内作出决定并书面告知申请人")},
        now=desk.at(2.9),
    )
    desk.approve(item, days_ago=2.5)


def import_old_site(setting: Setting, *, now: datetime, scale: float) -> None:
    """Move items over from an old site, with some of the slips such sites have."""
    rows = []
    for number in range(max(6, round(36 * scale))):
        chance = seeded("old", number)
        office = chance.choice(OFFICES[1:])
        at = now - timedelta(days=400 + number * 17)
        text = texts.notice(office, at.date(), chance)
        heading = "" if number % 4 else f"{office.prefix}〔{at.year}〕{number + 1} 号 "
        row = {
            "url": f"http://old.shifan.example/xxgk/{at:%Y%m}/t{at:%Y%m%d}_{1000 + number}.htm",
            "column": "公告通告",
            "column_path": "notices/announcements" if office not in TOWNS else f"towns/{office.code}",
            "title": text.title.replace("关于", " 关于") if number % 5 == 0 else text.title,
            "issuing_agency": (office.full_name, office.short, "示范县政府网", office.full_name)[number % 4],
            "published_on": f"{at:%Y-%m-%d} 00:00" if number % 6 == 0 else f"{at:%Y-%m-%d %H:%M}",
            "body": heading + texts.plain_words(text.body),
        }
        rows.append(row)
        if number % 9 == 4:
            rows.append(row | {"url": row["url"].replace("_1", "_2")})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "旧网站.jsonl"
        path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
        import_items(
            path,
            county=setting.county,
            default_agency=setting.agencies["office"],
            offices=Offices.of_county(setting.county),
            now=now,
        )
