"""
Everything that changes a county's word list and its list of leaders. Each change leaves an event.

A built-in word is never changed: a county line of the same kind and text that is not active silences it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from gongkai.accounts.models import User
from gongkai.agencies.models import County
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.history.actions import Act, hold_chain, record, record_many

from .enums import Kind
from .models import LeaderLine, WordLine
from .rules import may_keep_lists

# What a list can find. The other kinds are found by rules and cannot be taught by a word.
WORD_KINDS = (
    Kind.WRONG_WORDING,
    Kind.OUTDATED_WORDING,
    Kind.SENSITIVE_WORDING,
    Kind.TYPO,
    Kind.SECRECY_WORD,
)
SHORTEST = 2  # a single character stands in every second sentence
SAID = ("instead", "note", "unless", "source")
SEPARATORS = str.maketrans({mark: "、" for mark in ",，;；/|"})


@dataclass(frozen=True)
class WordValues:
    """One line as typed or imported, cleaned."""

    kind: Kind
    text: str
    instead: str = ""
    note: str = ""
    unless: str = ""
    source: str = ""
    is_active: bool = True

    def refusal(self) -> str:
        """Return the sentence that says why this cannot be a line, or nothing."""
        if self.kind not in WORD_KINDS:
            return f"“{self.kind.label}”由系统按规则查找，不能用词表增加。"
        if len(self.text) < SHORTEST:
            return f"词语至少{SHORTEST}个字：单独一个字会标出太多不相干的地方。"
        if self.instead == self.text:
            return "“改为”和词语相同，请写出应当改成什么，或者空着。"
        if strange := [longer for longer in named(self.unless) if self.text not in longer]:
            return f"“不算的情形”里的“{strange[0]}”不包含“{self.text}”，不起作用。请写包含这个词的更长的词。"
        return ""


def named(text: str) -> list[str]:
    """Return the names in a list that people write with any of the usual separators."""
    return [part for part in (part.strip() for part in text.translate(SEPARATORS).split("、")) if part]


def tidy(text: str) -> str:
    return "、".join(dict.fromkeys(named(text)))


@transaction.atomic
def add_word(*, county: County, values: WordValues, actor: User, now: datetime) -> WordLine:
    """Add a line of the county's own. Raises Conflict when it has one of this kind and text already."""
    _lock(county, actor)
    _refuse(values)
    if WordLine.objects.filter(county=county, kind=values.kind, text=values.text).exists():
        raise Conflict(f"本县词表里已经有{values.kind.label}“{values.text}”。请打开那一行修改。")
    line = WordLine.objects.create(county=county, **vars(values), changed_by=actor, changed_at=now)
    record(line, "screening.word_added", actor=actor, kind=values.kind.label, **_said(line))
    return line


@transaction.atomic
def change_word(*, word_id: int, county: County, values: WordValues, actor: User, now: datetime) -> WordLine:
    """Change a line of the county's own; nothing is recorded when nothing changes."""
    _lock(county, actor)
    _refuse(values)
    line = WordLine.objects.select_for_update().get(pk=word_id, county=county)
    others = WordLine.objects.filter(county=county, kind=values.kind, text=values.text).exclude(pk=line.pk)
    if others.exists():
        raise Conflict(f"本县词表里已经有{values.kind.label}“{values.text}”。两行不能相同，请改那一行。")
    before = _all(line)
    for name, value in vars(values).items():
        setattr(line, name, value)
    if (after := _all(line)) != before:
        line.changed_by, line.changed_at = actor, now
        line.save()
        record(line, "screening.word_changed", actor=actor, **_difference(before, after))
    return line


@transaction.atomic
def switch_words(
    *,
    county: County,
    words: Collection[tuple[Kind, str]],
    is_active: bool,
    actor: User,
    now: datetime,
) -> int:
    """
    Switch lines on or off, by kind and text, and return how many that changed.

    Switching a built-in word off leaves a line of the county's own that silences it.
    """
    _lock(county, actor)
    own = {(line.kind, line.text): line for line in WordLine.objects.filter(county=county)}
    acts = []
    for kind, text in dict.fromkeys(words):
        line = own.get((kind, text))
        if (line is None and is_active) or (line is not None and line.is_active == is_active):
            continue
        line = line or WordLine(county=county, kind=kind, text=text)
        line.is_active, line.changed_by, line.changed_at = is_active, actor, now
        line.save()
        verb = "screening.word_switched_on" if is_active else "screening.word_switched_off"
        acts.append(Act(line, verb, actor, data={"kind": Kind(kind).label}))
    record_many(acts)
    return len(acts)


@transaction.atomic
def import_words(
    *, county: County, lines: Iterable[WordValues], actor: User, now: datetime
) -> tuple[int, int]:
    """Add or change every line, or none; return how many were added and how many changed."""
    _lock(county, actor)
    own = {(line.kind, line.text): line for line in WordLine.objects.filter(county=county)}
    acts, added, changed = [], [], []
    for values in lines:
        _refuse(values)
        line = own.get((values.kind, values.text))
        if line is None:
            line = WordLine(county=county, **vars(values), changed_by=actor, changed_at=now)
            added.append(line)
            continue
        before = _all(line)
        for name, value in vars(values).items():
            setattr(line, name, value)
        if (after := _all(line)) != before:
            line.changed_by, line.changed_at = actor, now
            changed.append(line)
            acts.append(Act(line, "screening.word_changed", actor, data=_difference(before, after)))
    WordLine.objects.bulk_create(added, batch_size=500)
    WordLine.objects.bulk_update(changed, [*SAID, "is_active", "changed_by", "changed_at"], batch_size=200)
    record_many(
        [
            *(
                Act(line, "screening.word_added", actor, data={"kind": Kind(line.kind).label, **_said(line)})
                for line in added
            ),
            *acts,
        ]
    )
    return len(added), len(changed)


@transaction.atomic
def add_leaders(
    *, county: County, leaders: Iterable[tuple[str, str]], actor: User, now: datetime
) -> tuple[int, int]:
    """
    Add (name, titles) at the end of the list; one who is on it already gets the new titles.

    Returns how many were added and how many changed.
    """
    _lock(county, actor)
    own = {line.name: line for line in LeaderLine.objects.filter(county=county)}
    last = LeaderLine.objects.filter(county=county).aggregate(last=Max("position"))["last"] or 0
    added = changed = 0
    for name, titles in leaders:
        line = own.get(name)
        if line is None:
            last, added = last + 1, added + 1
            own[name] = line = LeaderLine.objects.create(
                county=county, name=name, titles=titles, position=last, changed_by=actor, changed_at=now
            )
            record(line, "screening.leader_added", actor=actor, titles=titles)
        elif line.titles != titles:
            changed += 1
            _write_leader(line, name, titles, actor, now)
    return added, changed


@transaction.atomic
def change_leader(
    *, leader_id: int, county: County, name: str, titles: str, actor: User, now: datetime
) -> LeaderLine:
    _lock(county, actor)
    line = LeaderLine.objects.select_for_update().get(pk=leader_id, county=county)
    if LeaderLine.objects.filter(county=county, name=name).exclude(pk=line.pk).exists():
        raise Conflict(f"名单里已经有“{name}”。同名的人请在职务里一并写明，用顿号隔开。")
    if (line.name, line.titles) != (name, titles):
        _write_leader(line, name, titles, actor, now)
    return line


@transaction.atomic
def remove_leader(*, leader_id: int, county: County, actor: User) -> None:
    """Take a leader off the list; what the list said stays in the event."""
    _lock(county, actor)
    line = LeaderLine.objects.select_for_update().get(pk=leader_id, county=county)
    record(line, "screening.leader_removed", actor=actor, titles=line.titles)
    line.delete()


@transaction.atomic
def shift_leader(*, leader_id: int, county: County, by: int, actor: User) -> None:
    """Move a leader ``by`` places: -1 is up, 1 is down. At the end nothing happens."""
    _lock(county, actor)
    lines = list(LeaderLine.objects.filter(county=county))
    at = [line.pk for line in lines].index(leader_id)
    target = max(0, min(at + by, len(lines) - 1))
    if target == at:
        return
    line = lines.pop(at)
    lines.insert(target, line)
    for position, each in enumerate(lines, start=1):
        each.position = position
    LeaderLine.objects.bulk_update(lines, ["position"])
    record(line, "screening.leader_moved", actor=actor, position=line.position)


def _lock(county: County, actor: User) -> None:
    hold_chain()
    County.objects.select_for_update().get(pk=county.pk)
    if not may_keep_lists(actor) or actor.agency.county_id != county.pk:
        raise NotAllowed("只有政府信息公开工作机构可以修改词表和领导名单。请与他们联系。")


def _refuse(values: WordValues) -> None:
    if refusal := values.refusal():
        raise NotAllowed(refusal)


def _write_leader(line: LeaderLine, name: str, titles: str, actor: User, now: datetime) -> None:
    before = {"name": line.name, "titles": line.titles}
    line.name, line.titles, line.changed_by, line.changed_at = name, titles, actor, now
    line.save()
    record(
        line, "screening.leader_changed", actor=actor, before=before, after={"name": name, "titles": titles}
    )


def _said(line: WordLine) -> dict[str, str]:
    return {name: getattr(line, name) for name in SAID if getattr(line, name)}


def _all(line: WordLine) -> dict[str, object]:
    return {
        "kind": Kind(line.kind).label,
        "text": line.text,
        **{name: getattr(line, name) for name in SAID},
        "is_active": line.is_active,
    }


def _difference(before: dict, after: dict) -> dict[str, dict]:
    names = [name for name in after if after[name] != before[name]]
    return {
        "before": {name: before[name] for name in names},
        "after": {name: after[name] for name in names},
    }
