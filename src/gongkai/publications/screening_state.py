"""
What screening says of a draft now: findings in its text, in each of its files, what is answered and what is open.

Text is looked at here, each time (milliseconds); files were looked at by the worker, and a copy of each is made by
the recipe that the answers give.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from gongkai.screening.detectors import detect
from gongkai.screening.detectors.item import ItemFacts, check_item
from gongkai.screening.enums import AnswerChoice, FileState, Kind
from gongkai.screening.findings import Place
from gongkai.screening.groups import Group, answers_of, group
from gongkai.screening.masking import MASKED
from gongkai.screening.models import TEXT, Answer, CleanCopy, FileCheck, Redaction
from gongkai.screening.queries import attached_file, checks_of, lists_of
from gongkai.screening.recipes import hash_of
from gongkai.screening.recording import Row, rows_of
from gongkai.screening.redaction.kinds import PAGED, REDACTABLE

from .completeness import Missing
from .enums import ItemKind
from .link_targets import own_pages
from .markup import image_codes
from .models import Attachment, Item, Version
from .screened_text import ADDRESS, links_of, passages_of

FIELD_LABELS = {"body": "正文", "attachments": "附件"} | {
    each.name: str(each.verbose_name) for each in Version._meta.get_fields() if hasattr(each, "verbose_name")
}


@dataclass
class FileLine:
    """One file of the draft: its check, its copy by the answers as they stand, its findings in groups."""

    attachment: Attachment
    check: FileCheck | None
    copy: CleanCopy | None
    recipe: dict
    groups: list[Group] = field(default_factory=list)

    @property
    def is_waiting(self) -> bool:
        """Whether the worker still has to do something before the file can leave."""
        if self.check is None or self.check.state == FileState.WAITING:
            return True
        return self.is_answered and (self.copy is None or self.copy.state == FileState.WAITING)

    @property
    def problem(self) -> str:
        """Why the file cannot be used, in a full sentence; empty when it can."""
        for step in (self.check, self.copy):
            if step is not None and step.state == FileState.REFUSED:
                return step.reason
        return ""

    @property
    def may_be_redacted(self) -> bool:
        return self.check is not None and self.attachment.file.extension in REDACTABLE

    @property
    def is_answered(self) -> bool:
        return self.check is not None and self.check.state == FileState.DONE and not self.open_groups

    @property
    def open_groups(self) -> list[Group]:
        return [each for each in self.groups if each.is_open]

    @property
    def may_be_masked_at_once(self) -> bool:
        """Whether several kinds wait that masking answers."""
        return sum(each.may_be_masked for each in self.open_groups) > 1

    @property
    def removed(self) -> list[tuple[str, str]]:
        """What the public copy no longer has: (kind, how much and where)."""
        if self.check is None:
            return []
        return [
            (
                Kind(each["kind"]).label,
                "，".join(filter(None, [Place.from_json(each["place"]).in_words(), each["what"]])),
            )
            for each in self.check.hidden
            if each["removable"]
        ]


@dataclass
class ScreeningState:
    text: list[Group]
    files: list[FileLine]

    @property
    def groups(self) -> list[Group]:
        return [*self.text, *(each for line in self.files for each in line.groups)]

    @property
    def is_waiting(self) -> bool:
        return any(line.is_waiting and not line.problem for line in self.files)

    def gaps(self) -> list[Missing]:
        """What stops the submission, each with what to do."""
        gaps = []
        open_by_label: dict[str, list[Group]] = {}
        for each in self.groups:
            if each.is_open:
                open_by_label.setdefault(each.container_label, []).append(each)
        for label, groups in open_by_label.items():
            count, kinds = sum(each.count for each in groups), "、".join(each.kind.label for each in groups)
            gaps.append(
                Missing(
                    "screening", f"{label}里还有{count}处没有处理（{kinds}）：遮盖、删去，或者写明理由保留。"
                )
            )
        for line in self.files:
            name = line.attachment.name
            if line.problem:
                gaps.append(Missing("screening", f"“{name}”不能使用：{line.problem}"))
            elif line.is_waiting:
                gaps.append(Missing("screening", f"“{name}”还在检查或生成公开副本，稍等片刻就好。"))
        return gaps


def state_of(item: Item, draft: Version, *, today: date) -> ScreeningState:
    """Return what screening says of ``draft``; the number of queries does not grow with its files."""
    answers = answers_of(item.subject_key)
    lines = file_lines(item, draft, answers)
    attachments = [line.attachment for line in lines]
    checks = {line.attachment.file_id: line.check for line in lines if line.check}
    rows = text_rows(item, draft, attachments, checks, today=today)
    return ScreeningState(group(TEXT, "文字", rows, answers), lines)


def file_lines(
    item: Item, draft: Version, answers: Mapping[tuple[str, str, str], Answer] | None = None
) -> list[FileLine]:
    """The files of ``draft`` alone, without a look at its text."""
    answers = answers_of(item.subject_key) if answers is None else answers
    attachments = list(draft.attachments.select_related("file"))
    checks = checks_of(each.file_id for each in attachments)
    redactions = {each.container: each for each in Redaction.objects.filter(subject_key=item.subject_key)}
    lines = [
        _line(each, checks.get(each.file_id), answers, redactions.get(each.code)) for each in attachments
    ]
    _find_copies(lines)
    return lines


def file_line(item: Item, draft: Version, code: str) -> FileLine | None:
    """The one file of ``draft`` that ``code`` names."""
    return next((line for line in file_lines(item, draft) if line.attachment.code == code), None)


def text_rows(
    item: Item,
    draft: Version,
    attachments: Sequence[Attachment],
    checks: Mapping[int, FileCheck],
    *,
    today: date,
) -> list[Row]:
    """Rows of what stands in the fields and the body, and of what does not fit together in the item."""
    passages = passages_of(draft, attachments)
    lists = lists_of(item.agency.county)
    findings = detect(passages, lists)
    facts = facts_of(draft, attachments, checks, today=today)
    findings += check_item(facts, passages, lists, own_pages(item.agency.county, facts.links))
    rows = rows_of(findings, passages)
    for row in rows:
        if row["place"].get("part") == ADDRESS:
            row["cover"] = ""
        row["where"] = FIELD_LABELS.get(row["place"].get("field", ""), "")
    return rows


def facts_of(
    version: Version, attachments: Sequence[Attachment], checks: Mapping[int, FileCheck], *, today: date
) -> ItemFacts:
    return ItemFacts(
        title=version.title,
        kind_is_document=version.kind == ItemKind.DOCUMENT,
        document_number=version.document_number,
        issuer=version.issuer,
        source=version.source,
        signed_on=version.signed_on,
        printed_on=version.printed_on,
        effective_on=version.effective_on,
        valid_until=version.valid_until,
        today=today,
        links=tuple(links_of(version)),
        images=len(image_codes(version.body)),
        files=tuple(
            attached_file(each.name, each.file.extension, checks.get(each.file_id))
            for each in attachments
            if not each.is_inline
        ),
    )


def recipe_of(
    rows: Sequence[Row], code: str, answers: Mapping[tuple, Answer], redaction: Redaction | None
) -> dict:
    """What to cover in a file's public copy: the findings answered with “mask”, and the marks drawn on its pages."""
    covers = [
        [row["passage"], row["start"], row["end"], row["cover"]]
        for row in rows
        if row["end"]
        and (answer := answers.get((code, row["kind"], row["fingerprint"])))
        and answer.choice == AnswerChoice.MASK
    ]
    recipe = {"covers": sorted(covers)} if covers else {}
    if redaction is not None:
        recipe |= redaction.recipe(covers)
    return recipe


def _line(
    attachment: Attachment, check: FileCheck | None, answers: Mapping, redaction: Redaction | None
) -> FileLine:
    rows = coverable(check.findings, attachment.file.extension) if check else []
    if redaction is not None and redaction.file_id != attachment.file_id:
        redaction = None  # drawn on a file that has been replaced since
    recipe = recipe_of(rows, attachment.code, answers, redaction)
    label = f"正文图片“{attachment.name}”" if attachment.is_inline else f"附件“{attachment.name}”"
    return FileLine(attachment, check, None, recipe, group(attachment.code, label, rows, answers))


def coverable(rows: Sequence[Row], extension: str) -> Sequence[Row]:
    """Rows whose cover can be put into such a file: into pages and pictures only black boxes, no corrections."""
    return [
        row | {"cover": ""} if _is_paged(row, extension) and row["kind"] not in MASKED else row
        for row in rows
    ]


def _is_paged(row: Row, extension: str) -> bool:
    """Say whether a finding stands on a page or picture, also on one inside an archive."""
    member = row["place"].get("member", "")
    return (PurePath(member).suffix.lower().lstrip(".") if member else extension) in PAGED


def _find_copies(lines: Sequence[FileLine]) -> None:
    made = {
        (each.original_id, each.recipe_hash): each
        for each in CleanCopy.objects.filter(
            original__in=[line.attachment.file_id for line in lines]
        ).select_related("file")
    }
    for line in lines:
        line.copy = made.get((line.attachment.file_id, hash_of(line.recipe)))
