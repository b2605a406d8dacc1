"""What ``gongkai screen`` and the interface for other programs answer: one report for each text or file."""

from pathlib import Path
from typing import Any

from gongkai.files.types import FileRefused, recognise

from . import antivirus, sandbox
from .detectors import detect
from .enums import Kind, Level
from .facts import FACTS
from .findings import Hidden, Lists, Passage, Place, Unreadable
from .groups import level_of
from .recording import Row, found_row, rows_of, unread_row, unremovable_row

Report = dict[str, Any]
READ, REFUSED = "read", "refused"


def report_of_text(text: str, *, name: str, lists: Lists, with_values: bool = False) -> Report:
    passages = [
        Passage(line, Place(paragraph=number))
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip()
    ]
    found = detect(passages, lists)
    return {
        "file": name,
        "state": READ,
        "reason": "",
        "pages": 0,
        "characters": sum(len(passage.text) for passage in passages),
        "findings": [
            told(row, each.value if with_values else None)
            for row, each in zip(rows_of(found, passages), found, strict=True)
        ],
        "hidden": [],
    }


def report_of_file(path: Path, *, name: str, lists: Lists, with_values: bool = False) -> Report:
    """
    Look into a file in the sandbox; a file that cannot be looked at is refused with the reason.

    Raises antivirus.AntivirusDown when the scanner is configured and does not answer.
    """
    try:
        with path.open("rb") as content:
            kind = recognise(content, name=name)
        if virus := antivirus.scan(path):
            return refused(name, f"杀毒软件在这个文件里发现了“{virus}”，没有打开。请联系技术人员处理。")
        seen = sandbox.inspect(path, extension=kind.extension, lists=lists)
    except (FileRefused, Unreadable, antivirus.NotScanned) as error:
        return refused(name, str(error))
    rows = [
        (found_row(each.finding, each.place, each.before, each.shown, each.after), each.finding.value)
        for each in seen.findings
    ]
    rows += [(unremovable_row(each), "") for each in seen.hidden if not each.removable]
    rows += [(unread_row(each), "") for each in seen.unread]
    return {
        "file": name,
        "state": READ,
        "reason": "",
        "pages": seen.pages,
        "characters": seen.characters,
        "findings": [told(row, value if with_values else None) for row, value in rows],
        "hidden": [_hidden(each) for each in seen.hidden],
    }


def refused(name: str, reason: str) -> Report:
    return {
        "file": name,
        "state": REFUSED,
        "reason": reason,
        "pages": 0,
        "characters": 0,
        "findings": [],
        "hidden": [],
    }


def must_be_answered(report: Report) -> list[dict[str, Any]]:
    """The findings that would stop a submission."""
    return [each for each in report["findings"] if each["level"] == Level.MUST]


def told(row: Row, value: str | None = None) -> dict[str, Any]:
    """
    One finding as it is told: what it is, where, why it matters and what to do.

    All of it is masked, unless the found ``value`` itself is handed in for the technician's own eyes.
    """
    kind = Kind(row["kind"])
    fact = FACTS[kind]
    said = {
        "kind": kind.value,
        "label": kind.label,
        "level": level_of(row).value,
        "place": row["place"],
        "place_in_words": Place.from_json(row["place"]).in_words(),
        "before": row["before"],
        "shown": row["shown"],
        "after": row["after"],
        "note": row["note"],
        "suggestion": row["suggestion"],
        "why": fact.why,
        "remedy": fact.remedy,
    }
    return said if value is None else {**said, "value": value}


def _hidden(hidden: Hidden) -> dict[str, Any]:
    kind = Kind(hidden.kind)
    return {
        "kind": kind.value,
        "label": kind.label,
        "place": hidden.place.as_json(),
        "place_in_words": hidden.place.in_words(),
        "what": hidden.what,
        "removable": hidden.removable,
        "why": FACTS[kind].why,
    }
