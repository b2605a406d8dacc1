"""
The demo's past year: items that have gone through review and are public.

Hundreds of items through the product's actions would take a minute, so rows are written in bulk, with the reviews
and signatures such items have. Dates of publication are the demo's own; the events tell the true time of writing.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from django.db.models import OuterRef, Subquery

from gongkai.accounts.enums import Role
from gongkai.files.actions import store
from gongkai.files.models import StoredFile
from gongkai.history.actions import Act, record_many
from gongkai.publications.actions.listing import listing_rows, parents
from gongkai.publications.actions.numbering import take_index_numbers
from gongkai.publications.actions.purging import purge_items
from gongkai.publications.enums import Stage, Validity, Visibility
from gongkai.publications.hashing import content_with, hash_of
from gongkai.publications.markup import clean
from gongkai.publications.models import Attachment, Item, Listing, TopicEntry, Version
from gongkai.review.enums import Decision, ReviewState, SecrecyKind
from gongkai.review.models import Review, ReviewStep, SecrecyTick
from gongkai.sections.models import Section

from .chance import seeded
from .made_files import form, letter, picture, workbook
from .offices import Office
from .screened import public_copy, put_on_record
from .setting import Setting
from .texts import Text

OPINIONS = ("", "", "", "同意。", "内容准确，同意公开。", "已核对数据，同意。")


@dataclass
class Planned:
    """One text with its office and the moment it went public."""

    office: Office
    text: Text
    at: datetime
    number: int  # of the plan; seeds its chances and its document number


def publish_past(setting: Setting, planned: list[Planned]) -> list[Item]:
    """Write ``planned`` as public items with everything an item that went the long way has."""
    planned = sorted(planned, key=lambda plan: plan.at)
    items = _items(setting, planned)
    versions = _versions(setting, planned, items)
    Item.objects.filter(pk__in=[item.pk for item in items]).update(
        visibility=Visibility.PUBLISHED,
        published_version=Subquery(Version.objects.filter(item=OuterRef("pk"), number=1).values("pk")[:1]),
    )
    _listings(setting, planned, items)
    _topics(setting, planned, items)
    _events(setting, planned, items, versions)
    purge_items(items)
    return items


def _items(setting: Setting, planned: list[Planned]) -> list[Item]:
    groups: dict[tuple[str, int], list[Planned]] = {}
    for plan in planned:
        groups.setdefault((plan.office.code, plan.at.year), []).append(plan)
    numbers = {
        id(plan): number
        for (code, _), plans in groups.items()
        for plan, number in zip(
            plans,
            take_index_numbers(agency=setting.agencies[code], today=plans[0].at.date(), count=len(plans)),
            strict=True,
        )
    }
    return Item.objects.bulk_create(
        Item(
            county=setting.county,
            agency=setting.agencies[plan.office.code],
            section=setting.sections[plan.text.section],
            title=plan.text.title,
            stage=Stage.SETTLED,
            index_number=numbers[id(plan)],
            published_at=plan.at,
            listed_at=plan.at,
            display_until=_display_until(plan),
            created_by=setting.person(plan.office.code, Role.CLERK),
            created_at=plan.at - timedelta(days=4),
            changed_at=plan.at,
        )
        for plan in planned
    )


def _display_until(plan: Planned) -> datetime | None:
    return plan.at + timedelta(days=plan.text.display_days) if plan.text.display_days else None


def _versions(setting: Setting, planned: list[Planned], items: list[Item]) -> list[Version]:
    versions, attachments, places, themed = [], [], [], []
    kept: dict[bytes, tuple[StoredFile, StoredFile]] = {}
    files_by_version = []
    for plan, item in zip(planned, items, strict=True):
        version = _version(setting, plan, item)
        files, body = files_of(plan.text, version, plan.number, kept)
        files_by_version.append(files)
        version.body = clean(body)
        also_in = [setting.sections[path] for path in plan.text.also_in]
        topics = [topic for topic, _ in topics_of(setting, plan.text)]
        version.content_hash = hash_of(
            content_with(
                version,
                also_in=[section.pk for section in also_in],
                topics=[topic.pk for topic in topics],
                attachments=files,
            )
        )
        versions.append(version)
        attachments += files
        places += [Version.also_in.through(version=version, section=section) for section in also_in]
        themed += [Version.topics.through(version=version, topic=topic) for topic in topics]
    _reviews(setting, planned, versions)
    Version.objects.bulk_create(versions)
    Attachment.objects.bulk_create(attachments)
    Version.also_in.through.objects.bulk_create(places)
    Version.topics.through.objects.bulk_create(themed)
    for plan, version, files in zip(planned, versions, files_by_version, strict=True):
        put_on_record(
            version,
            files,
            clerk=version.item.created_by,
            checker=setting.person(plan.office.code, Role.SECRECY_REVIEWER),
            now=plan.at,
        )
    return versions


def _version(setting: Setting, plan: Planned, item: Item) -> Version:
    """The frozen first version, still without its body and hash."""
    text, day = plan.text, plan.at.date()
    return Version(
        item=item,
        number=1,
        revision=2,
        title=text.title,
        kind=text.kind,
        section=item.section,
        document_number=f"{plan.office.prefix}〔{day.year}〕{plan.number % 60 + 1}号"
        if text.is_document
        else "",
        issuer=plan.office.full_name if text.is_document else "",
        signed_on=day - timedelta(days=3) if text.is_document else None,
        printed_on=day - timedelta(days=2) if text.is_document else None,
        effective_on=text.effective_on,
        valid_until=text.valid_until,
        validity=Validity.IN_FORCE if text.is_document else "",
        theme=plan.office.theme,
        keywords=text.keywords,
        source=plan.office.full_name,
        summary=text.summary,
        disclosure_basis="《中华人民共和国政府信息公开条例》第二十条",
        redaction_note="姓名已隐去，只保留姓氏。" if "某某" in text.body else "",
        display_until=_display_until(plan),
        edited_by=item.created_by,
        edited_at=plan.at - timedelta(days=3),
        frozen_at=plan.at - timedelta(days=2),
    )


def files_of(
    text: Text, version: Version, number: int, kept: dict[bytes, tuple[StoredFile, StoredFile]]
) -> tuple[list[Attachment], str]:
    """
    The attachments a text asks for, and its body with the picture in it.

    ``kept`` remembers what has been stored and its public copy: the demo uses a few dozen files over and over.
    """

    def stored(content: bytes, name: str) -> dict[str, StoredFile]:
        if content not in kept:
            upload = store(content, name=name)
            kept[content] = (upload, public_copy(upload, version.item.county))
        original, copy = kept[content]
        return {"original": original, "file": copy}

    made = {
        "table": lambda: ("明细表.xlsx", workbook(text.rows)),
        "form": lambda: ("申请表.docx", form()),
        "letter": lambda: ("正式文本.pdf", letter(number % 4)),
    }
    attachments, body = [], text.body
    for position, kind in enumerate(text.files):
        name, content = made[kind]()
        attachments.append(Attachment(version=version, **stored(content, name), name=name, position=position))
    if text.picture:
        content, caption, alternative = picture(text.picture, number)
        shown = Attachment(
            version=version,
            **stored(content, "picture.png"),
            name=f"{caption}.png",
            is_inline=True,
            alternative_text=alternative,
            position=len(attachments),
        )
        attachments.append(shown)
        image = f'<img src="{shown.get_absolute_url()}" alt="{alternative}">'
        body += f"<figure>{image}<figcaption>{caption}</figcaption></figure>"
    return attachments, body


def _reviews(setting: Setting, planned: list[Planned], versions: list[Version]) -> None:
    """Write the signed review of each version, before the versions that point to them."""
    reviews, steps, ticks = [], [], []
    for plan, version in zip(planned, versions, strict=True):
        item = version.item
        chance = seeded("review", plan.number)
        opened = plan.at - timedelta(days=2)
        review = Review(
            agency=item.agency,
            subject_key=item.subject_key,
            subject_label=version.title[:200],
            content_hash=version.content_hash,
            state=ReviewState.APPROVED,
            author=item.created_by,
            opened_at=opened,
            closed_at=plan.at,
            position=3,
        )
        reviews.append(review)
        version.review = review
        for position, (label, role, code) in enumerate(
            setting.levels(plan.text.section, plan.office.code), start=1
        ):
            asks = position == 2 and chance.random() < 0.04
            decided_at = (
                plan.at if position == 3 else opened + timedelta(hours=position * chance.randint(2, 6))
            )
            steps.append(
                ReviewStep(
                    review=review,
                    position=position,
                    label=label,
                    role=role,
                    agency=setting.agencies[code],
                    decision=Decision.APPROVED_WITH_REQUEST if asks else Decision.APPROVED,
                    opinion="同意发布；下次请把附件里的合计数再核对一遍。"
                    if asks
                    else chance.choice(OPINIONS),
                    decided_by=setting.person(code, role),
                    decided_at=decided_at,
                    request_settled_at=decided_at + timedelta(days=1) if asks else None,
                    request_settled_by=item.created_by if asks else None,
                    request_answer="已逐项核对，合计数无误。" if asks else "",
                )
            )
        ticks += [
            SecrecyTick(
                review=review,
                kind=kind,
                may_be_public=True,
                checked_by=setting.person(plan.office.code, Role.SECRECY_REVIEWER),
                checked_at=opened + timedelta(hours=1, minutes=minute),
            )
            for minute, kind in enumerate(SecrecyKind)
        ]
    Review.objects.bulk_create(reviews)
    ReviewStep.objects.bulk_create(steps)
    SecrecyTick.objects.bulk_create(ticks)


def _listings(setting: Setting, planned: list[Planned], items: list[Item]) -> None:
    parent_of = parents(setting.county.pk)
    rows, latest = [], {}
    for plan, item in zip(planned, items, strict=True):
        direct = {setting.sections[path].pk for path in (plan.text.section, *plan.text.also_in)}
        for row in listing_rows(item, direct, parent_of):
            rows.append(row)
            latest[row.section_id] = max(item.listed_at, latest.get(row.section_id, item.listed_at))
    Listing.objects.bulk_create(rows)
    touched = list(Section.objects.filter(pk__in=latest))
    for section in touched:
        section.last_published_at = max(filter(None, (section.last_published_at, latest[section.pk])))
    Section.objects.bulk_update(touched, ["last_published_at"])


def topics_of(setting: Setting, text: Text):
    """The topics whose words a text uses in its title, with the group it goes into."""
    for topic, words in setting.topics:
        if any(word in text.title for word in words):
            yield topic, topic.groups[0 if text.is_document else -1]


def _topics(setting: Setting, planned: list[Planned], items: list[Item]) -> None:
    TopicEntry.objects.bulk_create(
        TopicEntry(topic=topic, item=item, group=group)
        for plan, item in zip(planned, items, strict=True)
        for topic, group in topics_of(setting, plan.text)
    )


def _events(setting: Setting, planned: list[Planned], items: list[Item], versions: list[Version]) -> None:
    acts = []
    for plan, item, version in zip(planned, items, versions, strict=True):
        act = partial(Act, item, agency=item.agency)
        said = {"version": 1, "content_hash": version.content_hash}
        acts += [
            act("item.started", actor=item.created_by, data={"kind": version.kind}),
            act("item.submitted", actor=item.created_by, data=said),
            act(
                "item.published",
                data={**said, "index_number": item.index_number, "demo_date": plan.at.isoformat()},
            ),
        ]
    record_many(acts)
