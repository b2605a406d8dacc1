"""
回头看: screening over everything a county has published, by the rules and word lists of today.

Started by a person, done by the worker in stretches: ``last_key`` says how far a run has come, and is written in the
transaction that writes what was found up to there, so that a run that was killed goes on where it was.
"""

import logging
import time
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency, County
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.history.actions import Act, hold_chain, record, record_many

from . import antivirus, rules
from .actions import ensure_checked, write_screening
from .detectors import detect
from .detectors.item import check_item
from .enums import FileState, Kind, Level, Occasion
from .findings import Hidden, Lists, Place, Unread
from .groups import Group, answers_of, group
from .models import TEXT, CleanCopy, FileCheck, LookBack, Screening
from .queries import attached_file, lists_of, public_file, released
from .recipes import AS_IT_WAS, hash_of
from .recording import Row, rows_of, unread_row, unremovable_row
from .subjects import Subject, SubjectFile, find_subject, sources

logger = logging.getLogger(__name__)
STRETCH = 200  # subjects looked at in one turn of the worker
WRITE_EVERY = (
    2  # seconds: the page of a run shows how far it is, and one transaction each would wear the disk
)
# ``last_key`` counts the sources before the one at work in its upper digits, and below them that source's own key.
SOURCE = 10**12
SETTLED_NOTE = 200


@transaction.atomic
def start(*, county: County, actor: User, now: datetime) -> LookBack:
    """Begin a run; the worker does the rest. Raises Conflict while another run of the county is under way."""
    if not rules.may_look_back(actor) or actor.agency.county_id != county.pk:
        raise NotAllowed("只有政府信息公开工作机构可以发起回头看。请与他们联系。")
    hold_chain()
    running = LookBack.objects.filter(county=county, finished_at=None).first()
    if running is not None:
        raise Conflict(f"{running}还没有做完，不能再开始一次。请等它完成。")
    total = sum(source.count(county.pk) for source in sources())
    look_back = LookBack.objects.create(county=county, started_by=actor, started_at=now, total=total)
    record(look_back, "screening.look_back_started", actor=actor, count=total)
    return look_back


@transaction.atomic
def settle(*, screening_ids: Collection[int], note: str, actor: User, now: datetime) -> int:
    """
    Say what became of records of the look-back, and return how many that settled.

    Raises NotAllowed without words or for a record that is not the person's to settle, Conflict when every one of
    them was settled by somebody else meanwhile.
    """
    note = note.strip()[:SETTLED_NOTE]
    if not note:
        raise NotAllowed("请写明办理情况，例如“已撤下，遮盖后重新发布”“核对过，是公开的办公电话”。")
    hold_chain()
    rows = list(
        Screening.objects.select_for_update()
        .filter(pk__in=screening_ids, occasion=Occasion.LOOK_BACK)
        .order_by("pk")
    )
    if any(not rules.may_settle(actor, row) for row in rows):
        raise NotAllowed("这些记录里有别的单位的，您不能办结。请只勾选本单位的。")
    settled = [row for row in rows if row.settled_at is None]
    if rows and not settled:
        by = f"{rows[0].settled_by.name}在{timezone.localtime(rows[0].settled_at):%-m月%-d日}"
        raise Conflict(f"“{rows[0].subject_label}”已由{by}办结，您写的没有保存。请刷新页面查看。")
    for row in settled:
        row.settled_at, row.settled_by, row.settled_note = now, actor, note
    Screening.objects.bulk_update(settled, ["settled_at", "settled_by", "settled_note"], batch_size=500)
    record_many(
        [Act(row, "screening.settled", actor, Agency(pk=row.agency_id), {"note": note}) for row in settled]
    )
    return len(settled)


def files_to_take_on(screening: Screening) -> dict[str, SubjectFile]:
    """
    Return the files of what a record of the look-back is about that nobody can download, by their codes.

    They came from the old site and nothing here can read them (an old DOC without a converter), so no clean copy
    was made of them.
    """
    subject = find_subject(screening.subject_key, screening.county_id)
    files = subject.files if subject else ()
    return {each.code: each for each in files if public_file(each.file) is None}


@transaction.atomic
def take_on(*, screening_id: int, code: str, note: str, actor: User, now: datetime) -> CleanCopy:
    """
    Give an old file to the public as it is, on the word of the disclosure office that it may be read by anybody.

    Raises NotAllowed without words or right, Conflict when the file is no longer one that nobody can download.
    """
    note = note.strip()[:SETTLED_NOTE]
    if not note:
        raise NotAllowed("请写明谁打开看过、看到了什么，例如“已用 WPS 打开核对，是空白申请表”。")
    hold_chain()
    screening = Screening.objects.select_for_update().get(pk=screening_id)
    if not rules.may_take_on(actor, screening):
        raise NotAllowed("只有政府信息公开工作机构可以决定旧文件按原样公开。")
    file = files_to_take_on(screening).get(code)
    if file is None:
        raise Conflict("这份文件已经可以下载，或者信息已经撤下、改过，不用再决定。")
    copy, _ = CleanCopy.objects.update_or_create(
        original=file.file,
        recipe_hash=hash_of(AS_IT_WAS),
        defaults={
            "recipe": AS_IT_WAS,
            "state": FileState.DONE,
            "file": file.file,
            "taken_on_by": actor,
            "done_at": now,
            "reason": "",
        },
    )
    said = {"file": file.name, "hash": file.file.sha256, "note": note}
    record(screening, "screening.file_taken_on", actor=actor, agency=screening.agency, **said)
    return copy


def sweep() -> int:
    """Take every run a stretch further; return how many subjects were looked at."""
    runs = LookBack.objects.filter(finished_at=None).select_related("county")
    return sum(_stretch(look_back) for look_back in runs)


def _stretch(look_back: LookBack) -> int:
    number, after = divmod(look_back.last_key, SOURCE)
    walked = sources()
    if number >= len(walked):
        _finish(look_back)
        return 0
    subjects = walked[number].subjects(look_back.county_id, after, STRETCH)
    if not subjects:
        LookBack.objects.filter(pk=look_back.pk, last_key=look_back.last_key).update(
            last_key=(number + 1) * SOURCE
        )
        return 1  # not nothing: the worker is to come back at once
    lists = lists_of(look_back.county)
    seen: list[tuple[Subject, list[Group]]] = []
    began = time.monotonic()
    for subject in subjects:
        seen.append((subject, groups_of(subject, look_back.county, lists)))
        if time.monotonic() - began > WRITE_EVERY or subject is subjects[-1]:
            if not _write(look_back, number, seen):
                break  # another worker has gone on from here
            seen, began = [], time.monotonic()
    return len(subjects)


def groups_of(subject: Subject, county: County, lists: Lists) -> list[Group]:
    """
    Return what there is to say about a subject, worst first.

    What cannot be looked at is a finding and not a reason to stop: the others behind it want to be looked at too.
    """
    try:
        return _groups_of(subject, county, lists)
    except antivirus.AntivirusDown:
        raise  # nothing can be looked at until it answers again
    except Exception:
        logger.exception("look-back: %s could not be looked at", subject.subject_key)
        row = unread_row(Unread(Kind.UNREAD_PART, Place(), "检查没有做成，请技术人员查看日志。"))
        return group(TEXT, "整条信息", [row], {})


def _groups_of(subject: Subject, county: County, lists: Lists) -> list[Group]:
    answers = answers_of(subject.subject_key)
    checks = [(each, ensure_checked(each.file, county)) for each in subject.files]
    looked_into = {each.name: attached_file(each.name, each.file.extension, check) for each, check in checks}
    # Pictures of the text are files too, but not among those the item lists under itself.
    listed = tuple(looked_into.get(each.name, each) for each in subject.facts.files)
    facts = replace(subject.facts, files=listed)
    found = [
        *detect(subject.passages, lists),
        *check_item(facts, subject.passages, lists, subject.link_exists),
    ]
    rows = rows_of(found, subject.passages)
    for row in rows:
        row["where"] = subject.field_labels.get(row["place"].get("field", ""), "")
    groups = group(TEXT, "文字", rows, answers)
    served = released([each.file.pk for each in subject.files])
    for each, check in checks:
        rows = rows_of_file(check, is_served=each.file.pk in served)
        groups += group(each.code, each.name, rows, answers)
    for each in groups:
        if each.kind == Kind.METADATA:
            # Every old PDF names the program and often the clerk who made it: worth knowing, not worth a recall.
            each.level = Level.ADVICE
    return groups


def rows_of_file(check: FileCheck, *, is_served: bool) -> list[Row]:
    """
    Rows of a file as it lies behind a public address.

    What is hidden in it counts as found when the public is given these very bytes: then anybody can read it.
    """
    if check.state != FileState.DONE:
        why = check.reason or "文件还没有检查完。"
        return [unread_row(Unread(Kind.UNREAD_PART, Place(), why))]
    exposed = [
        unremovable_row(Hidden(Kind(each["kind"]), Place.from_json(each["place"]), each["what"]))
        for each in check.hidden
        if is_served and each["removable"]
    ]
    return [*check.findings, *exposed]


@transaction.atomic
def _write(look_back: LookBack, number: int, seen: list[tuple[Subject, list[Group]]]) -> bool:
    """Put on record what was found in ``seen`` and how far the run has come; False when another was faster."""
    key = number * SOURCE + seen[-1][0].key
    moved = LookBack.objects.filter(pk=look_back.pk, last_key=look_back.last_key).update(
        last_key=key, done=F("done") + len(seen)
    )
    if not moved:
        return False
    look_back.last_key = key
    for subject, groups in seen:
        if any(each.is_open for each in groups):
            _record(look_back, subject, groups)
    return True


def _record(look_back: LookBack, subject: Subject, groups: list[Group]) -> Screening:
    """Write the record; what was settled in an earlier run and has not changed since stays settled."""
    before = (
        Screening.objects.filter(
            subject_key=subject.subject_key,
            content_hash=subject.content_hash,
            occasion=Occasion.LOOK_BACK,
            settled_at__isnull=False,
        )
        .order_by("-pk")
        .first()
    )
    screening = write_screening(
        agency=Agency(pk=subject.agency_id, county_id=look_back.county_id),
        subject_key=subject.subject_key,
        subject_label=subject.label,
        content_hash=subject.content_hash,
        groups=groups,
        look_back=look_back,
        now=timezone.now(),
    )
    if before is not None and _open_lines(before) == _open_lines(screening):
        screening.settled_at, screening.settled_by_id = before.settled_at, before.settled_by_id
        screening.settled_note = before.settled_note
        screening.save(update_fields=["settled_at", "settled_by", "settled_note"])
    return screening


def _open_lines(screening: Screening) -> set[tuple[str, str, int]]:
    lines = screening.lines.filter(level=Level.MUST, choice="")
    return set(lines.values_list("container", "kind", "count"))


@transaction.atomic
def _finish(look_back: LookBack) -> None:
    now = timezone.now()
    if not LookBack.objects.filter(pk=look_back.pk, finished_at=None).update(
        finished_at=now, total=F("done")
    ):
        return
    record(
        look_back,
        "screening.look_back_finished",
        count=look_back.done,
        found=look_back.screenings.count(),
    )
