"""
Findings as people deal with them: all of one kind in one container that are answered alike, together.

Built from the rows of ``recording`` and the answers on record; used by the writing page, the reviewers' page and the
record that is written when a content is frozen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from .enums import AnswerChoice, KeepReason, Kind, Level
from .facts import FACTS, Fact
from .findings import Place
from .models import Answer
from .recording import Row

# What a person decided, as far as two findings must agree in it to stand in one group.
Decided = tuple[str, str, str, int | None, datetime | None]
OPEN: Decided = ("", "", "", None, None)


@dataclass
class Group:
    container: str
    container_label: str
    kind: Kind
    level: Level
    rows: list[Row] = field(default_factory=list)
    choice: str = ""
    reason: str = ""
    note: str = ""
    answered_by_id: int | None = None
    answered_by_name: str = ""
    answered_at: datetime | None = None

    @property
    def fact(self) -> Fact:
        return FACTS[self.kind]

    @property
    def count(self) -> int:
        return len(self.rows)

    @property
    def is_open(self) -> bool:
        """Whether it still stops the submission."""
        return self.level == Level.MUST and not self.choice

    @property
    def may_be_masked(self) -> bool:
        return bool(self.rows) and all(row["cover"] for row in self.rows)

    @property
    def is_kept(self) -> bool:
        return self.choice == AnswerChoice.KEEP

    @property
    def is_masked(self) -> bool:
        return self.choice == AnswerChoice.MASK

    @property
    def reason_label(self) -> str:
        return KeepReason(self.reason).label if self.reason else ""

    def samples(self, most: int) -> list[dict[str, str]]:
        return [sample_of(row) for row in self.rows[:most]]


def sample_of(row: Row) -> dict[str, str]:
    """The little of a finding that is shown: where, what stands around it, what is wrong. Masked already."""
    where = [row.get("where", ""), Place.from_json(row["place"]).in_words()]
    return {
        "place": "，".join(filter(None, where)),
        "before": row["before"],
        "shown": row["shown"],
        "after": row["after"],
        "note": row["note"],
        "suggestion": row["suggestion"],
    }


def answers_of(subject_key: str) -> dict[tuple[str, str, str], Answer]:
    """The answers on record, by (container, kind, fingerprint)."""
    answers = Answer.objects.filter(subject_key=subject_key).select_related("answered_by")
    return {(each.container, each.kind, each.fingerprint): each for each in answers}


def group(
    container: str,
    label: str,
    rows: Iterable[Row],
    answers: Mapping[tuple[str, str, str], Answer],
) -> list[Group]:
    """Sort the rows of one container into groups, what must be answered first."""
    grouped: dict[tuple, Group] = {}
    for row in rows:
        kind = Kind(row["kind"])
        answer = answers.get((container, row["kind"], row["fingerprint"]))
        decided = _decided(answer)
        if (kind, decided) not in grouped:
            choice, reason, note, by, at = decided
            grouped[kind, decided] = Group(
                container=container,
                container_label=label,
                kind=kind,
                level=level_of(row),
                choice=choice,
                reason=reason,
                note=note,
                answered_by_id=by,
                answered_by_name=answer.answered_by.name if answer else "",
                answered_at=at,
            )
        grouped[kind, decided].rows.append(row)
    order = list(Kind)
    return sorted(
        grouped.values(),
        key=lambda each: (not each.is_open, each.level != Level.MUST, order.index(each.kind)),
    )


def level_of(row: Row) -> Level:
    """Hidden data that could not be taken out has to be answered, whatever its kind asks as a rule."""
    level = FACTS[Kind(row["kind"])].level
    return Level.MUST if level == Level.REMOVED else level


def _decided(answer: Answer | None) -> Decided:
    if answer is None:
        return OPEN
    return answer.choice, answer.reason, answer.note, answer.answered_by_id, answer.answered_at


def lists_persons(lines: Iterable) -> bool:
    """
    Whether a list of persons is to be published, which asks for an impact assessment before (《个人信息保护法》第55条).

    ``lines`` are groups or lines on record; a single name that was kept makes no list.
    """
    return any(
        line.choice == AnswerChoice.KEEP
        and line.kind in LIST_KINDS
        and (line.count > 1 or line.kind == Kind.HEADING)
        for line in lines
    )


LIST_KINDS = frozenset({Kind.NAME, Kind.CHILD, Kind.FAMILY, Kind.HEADING, Kind.DISABILITY, Kind.ILLNESS})
