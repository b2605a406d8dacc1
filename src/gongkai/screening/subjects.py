"""
What can be screened again once it is public: the subjects that other rooms hand to the look-back.

``screening`` stands below the rooms whose texts it looks at: ``settings.SCREENING_SOURCES`` names, for each kind, a
function ``subjects(county_id: int, after: int, limit: int) -> list[Subject]`` that gives the next public subjects
of a county in the order of their keys, and ``count(county_id) -> int`` of them as ``counts``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.module_loading import import_string

from gongkai.files.models import StoredFile

from .detectors.item import ItemFacts
from .findings import Passage


def unknown(address: str) -> bool | None:
    return None


@dataclass(frozen=True, kw_only=True)
class SubjectFile:
    """A file of a subject: its code, the name readers see, the stored content that is public."""

    code: str
    name: str
    file: StoredFile


@dataclass(frozen=True, kw_only=True)
class Subject:
    """One public thing: its text in passages, what it says of itself, its files."""

    key: int
    subject_key: str
    label: str
    agency_id: int
    content_hash: str
    passages: Sequence[Passage]
    facts: ItemFacts
    files: Sequence[SubjectFile]
    link_exists: Callable[[str], bool | None] = unknown  # whether an address of our own leads anywhere
    field_labels: Mapping[str, str] = field(
        default_factory=dict
    )  # what people call the fields of its passages


@dataclass(frozen=True)
class Source:
    subjects: Callable[[int, int, int], list[Subject]]
    count: Callable[[int], int]


def sources() -> list[Source]:
    return [
        Source(import_string(f"{path}.subjects"), import_string(f"{path}.count"))
        for path in settings.SCREENING_SOURCES
    ]


def find_subject(subject_key: str, county_id: int) -> Subject | None:
    """Return the public thing with this key, or None when it is no longer public."""
    key = int(subject_key.rpartition(":")[2])
    found = (each for source in sources() for each in source.subjects(county_id, key - 1, 1))
    return next((each for each in found if each.subject_key == subject_key), None)
