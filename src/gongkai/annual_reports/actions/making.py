"""Making the text that is published, and correcting it afterwards."""

from datetime import date, datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.errors import NotAllowed
from gongkai.history.actions import hold_chain, record
from gongkai.publications import actions as publications
from gongkai.publications.enums import ItemKind

from ..editions import content_of, with_corrections
from ..models import Correction, Edition, Filing
from ..page import page_body
from ..queries import report_of, text_hash
from ..rules import may_correct, may_make
from .filling import locked, refuse_incomplete, refuse_missing_parts


@transaction.atomic
def make_edition(*, filing_id: int, clerk: User, now: datetime) -> Edition:
    """
    Freeze figures and prose and write them into the item that is published; its review is a step of its own.

    Raises NotAllowed while the filing is not accepted, parts of a summary are missing, or errors are open.
    """
    hold_chain()
    filing = locked(filing_id)
    if not may_make(clerk, filing):
        raise NotAllowed(
            "现在不能生成发布稿：单位年报要先审定，审核中的要先撤回，并且只有本单位的信息员可以办理。"
        )
    refuse_missing_parts(filing)
    refuse_incomplete(filing)
    report = report_of(filing)
    content = content_of(report, issuer=filing.unit_name, corrections=_notes(filing))
    return _write(filing, content, clerk, now)


@transaction.atomic
def correct(
    *,
    filing_id: int,
    place: str,
    was: str,
    corrected: str,
    reason: str,
    clerk: User,
    made_on: date,
    now: datetime,
) -> Correction:
    """
    Record a correction of a published report and write it beside the report, which stays as it was.

    The new text goes through review like the first. Raises NotAllowed for a report that is not public.
    """
    hold_chain()
    filing = locked(filing_id)
    if not may_correct(clerk, filing):
        raise NotAllowed("只有已经发布的年报需要更正，由本单位的信息员办理。没有发布的请直接修改。")
    said = {
        "place": place.strip(),
        "was": was.strip(),
        "corrected": corrected.strip(),
        "reason": reason.strip(),
    }
    if not all(said.values()):
        raise NotAllowed("请写明更正的地方、原来的内容、更正后的内容和原因。")
    correction = Correction.objects.create(filing=filing, made_on=made_on, made_by=clerk, **said)
    record(filing, "annual.corrected", actor=clerk, agency=filing.agency, **said)
    frozen = filing.editions.last().content
    _write(filing, with_corrections(frozen, _notes(filing)), clerk, now)
    return correction


def _notes(filing: Filing) -> list[tuple[date, str]]:
    return [(each.made_on, each.sentence) for each in filing.corrections.all()]


def _write(filing: Filing, content: dict, clerk: User, now: datetime) -> Edition:
    item = filing.item
    if item is None:
        item = publications.start_item(
            clerk=clerk,
            agency=filing.agency,
            kind=ItemKind.OTHER,
            section=filing.season.section,
            made_from=filing.subject_key,
            now=now,
        )
        filing.item = item
        filing.save(update_fields=["item"])
    body = page_body(content)
    version = publications.write_made(
        item_id=item.pk,
        made_from=filing.subject_key,
        clerk=clerk,
        title=content["title"],
        body=body,
        now=now,
    )
    edition = Edition.objects.create(
        filing=filing,
        content=content,
        body_hash=text_hash(version.body),
        made_by=clerk,
        made_at=now,
    )
    record(filing, "annual.made", actor=clerk, agency=filing.agency, text_hash=edition.body_hash)
    return edition
