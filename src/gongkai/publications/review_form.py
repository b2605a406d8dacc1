"""The 审核单 of one version of an item, as a file to print and file away."""

from datetime import datetime

from django.utils.http import content_disposition_header

from gongkai.review.enums import ReviewState, SecrecyKind
from gongkai.review.models import Review
from gongkai.screening.enums import AnswerChoice
from gongkai.typesetting.review_form import Level, ReviewForm, Tick, review_form_docx, review_form_pdf

from .models import Item, Version
from .queries import screenings_of

WRITERS = {
    "pdf": (review_form_pdf, "application/pdf"),
    "docx": (review_form_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


def review_form_file(item: Item, version: Version, *, form: str, now: datetime) -> tuple[bytes, str, str]:
    """Return (content, media type, Content-Disposition) of the form as ``form``: "pdf" or "docx"."""
    write, media_type = WRITERS[form]
    name = f"审核单_{version.title[:60]}_第{version.number}版.{form}"
    return write(review_form(item, version, now=now)), media_type, content_disposition_header(True, name)


def review_form(item: Item, version: Version, *, now: datetime) -> ReviewForm:
    """Gather what the form prints (domain_rules 10.2)."""
    review = (
        Review.objects.select_related("author", "agency", "early_by")
        .prefetch_related("steps__decided_by", "steps__agency", "secrecy_ticks__checked_by")
        .get(pk=version.review_id)
    )
    ticks = {tick.kind: tick for tick in review.secrecy_ticks.all()}
    is_out = review.state == ReviewState.APPROVED or review.early_at is not None
    return ReviewForm(
        county_name=item.agency.county.name,
        title=version.title,
        agency=review.agency.name,
        author=review.author.name,
        version_number=version.number,
        content_hash=version.content_hash,
        opened_at=review.opened_at,
        printed_at=now,
        sections=[section.name for section in [version.section, *version.also_in.all()]],
        index_number=item.index_number or "",
        document_number=version.document_number,
        disclosure_attribute=version.get_disclosure_attribute_display(),
        disclosure_basis=version.disclosure_basis,
        attachments=[each.name for each in version.attachments.all() if not each.is_inline],
        redaction_note=_redaction(version),
        early_reason=review.early_reason,
        early_person=review.early_by.name if review.early_by else "",
        early_at=review.early_at,
        secrecy=[_tick(kind, ticks.get(kind)) for kind in SecrecyKind],
        levels=[
            Level(
                label=step.label,
                decision=step.get_decision_display() if step.decision else "",
                opinion=step.opinion,
                person=step.decided_by.name if step.decided_by else "",
                agency=step.agency.short_name,
                at=step.decided_at,
            )
            for step in review.steps.all()
        ],
        published_at=_published_at(item, version) if is_out else None,
        channel="政府网站" if is_out else "",
    )


def _redaction(version: Version) -> str:
    """What the clerk wrote on masking, and what screening found and became of it."""
    record = screenings_of(version).first()
    lines = record.lines.select_related("confirmed_by") if record else []
    said = [version.redaction_note] if version.redaction_note else []
    for line in lines:
        if not line.choice:
            continue
        where = f"{line.container_label}的{line.get_kind_display()}{line.count}处"
        if line.choice == AnswerChoice.MASK:
            said.append(f"{where}已遮盖")
            continue
        note = f"：{line.note}" if line.note else ""
        by = f"，{line.confirmed_by.name}确认" if line.confirmed_by else ""
        said.append(f"{where}保留（{line.get_reason_display()}{note}{by}）")
    return "；".join(said)


def _tick(kind: SecrecyKind, tick) -> Tick:
    if tick is None:
        return Tick(label=kind.label)
    return Tick(
        label=kind.label,
        answer="不涉及，可以公开" if tick.may_be_public else "涉及，不能公开",
        opinion=tick.opinion,
        person=tick.checked_by.name,
        at=tick.checked_at,
    )


def _published_at(item: Item, version: Version) -> datetime | None:
    """When this version became public: the first at publication, a later one at its update."""
    if item.published_version_id != version.pk:
        return item.published_at if version.number == 1 else None
    return item.updated_at or item.published_at
