"""What the county's pages of screening show: a finished look-back with a record, lists, an assessment, a key."""

from types import SimpleNamespace

from gongkai.accounts.models import User
from gongkai.screening import word_lists
from gongkai.screening.actions import write_screening
from gongkai.screening.api_keys import make_key
from gongkai.screening.assessments import CONTENT, make_assessment
from gongkai.screening.enums import AnswerChoice, KeepReason, Kind
from gongkai.screening.findings import Finding, Passage, Place
from gongkai.screening.groups import Group, group
from gongkai.screening.models import LookBack
from gongkai.screening.recording import rows_of
from gongkai.screening.word_lists import WordValues

FOUND_IN = "内部名单己户"  # the title of what was found: for the office and the disclosure office only
TEXT = "联系人手机13912345678，身份证号11010519491231002X。"


def found(text: str = TEXT) -> list[Group]:
    """Groups as the detectors would make them of ``text``."""
    findings = [
        Finding(kind, 0, text.index(value), text.index(value) + len(value), value)
        for kind, value in ((Kind.MOBILE, "13912345678"), (Kind.ID_NUMBER, "11010519491231002X"))
    ]
    return group("text", "文字", rows_of(findings, [Passage(text, Place(field="body", paragraph=1))]), {})


def screened_county(*, clerk: User, disclosure_officer: User, administrator: User, now) -> SimpleNamespace:
    agency, county = clerk.agency, clerk.agency.county
    run = LookBack.objects.create(
        county=county, started_by=disclosure_officer, started_at=now, finished_at=now, total=9, done=9
    )
    common = {
        "agency": agency,
        "subject_key": "publications.item:999999",
        "subject_label": FOUND_IN,
        "now": now,
    }
    record = write_screening(**common, content_hash="a" * 64, groups=found(), look_back=run)
    kept = found()
    for each in kept:
        each.choice, each.reason, each.answered_by_id = AnswerChoice.KEEP, KeepReason.NOT_SO, clerk.pk
        each.answered_at = now
    submission = write_screening(**common, content_hash="b" * 64, groups=kept)
    lists = {"county": county, "actor": disclosure_officer, "now": now}
    words = [
        word_lists.add_word(values=WordValues(Kind.TYPO, f"示范词语{each}", instead="示范用语"), **lists)
        for each in "甲乙"
    ]
    word_lists.add_leaders(leaders=[("张示范", "县长"), ("李示范", "副县长")], **lists)
    assessment = make_assessment(
        agency=agency,
        subject_key=common["subject_key"],
        subject_label=FOUND_IN,
        content=dict.fromkeys(CONTENT, "示范的回答。"),
        actor=clerk,
        now=now,
    )
    key, _ = make_key(county=county, name="采编系统", actor=administrator, now=now)
    return SimpleNamespace(
        run=run,
        record=record,
        submission=submission,
        word=words[0],
        leaders=list(county.screening_leaders.all()),
        assessment=assessment,
        key=key,
    )
