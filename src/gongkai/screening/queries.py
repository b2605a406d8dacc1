"""Reads that several pages share: the county's lists, what waits, what is released."""

from collections.abc import Iterable

from django.core.cache import cache
from django.db.models import Count, Max, Q
from django.utils.timezone import localdate

from gongkai.agencies.models import Agency, County
from gongkai.files.models import StoredFile

from .contacts import emails_in, phones_in
from .detectors.item import AttachedFile
from .enums import FileState, Kind
from .findings import Leader, Lists, Word
from .models import CleanCopy, FileCheck, LeaderLine, WordLine
from .recipes import AS_IT_WAS, hash_of

LISTS_KEPT = 3600  # seconds; a change of the lists or agencies makes a new entry at once


def lists_of(county: County) -> Lists:
    """Return what the detectors need to know of ``county``; kept in memory until lists or agencies change."""
    stamp = _stamp(county)
    key = f"screening-lists:{county.pk}:{stamp}"
    lists = cache.get(key)
    if lists is None:
        lists = _read_lists(county)
        cache.set(key, lists, LISTS_KEPT)
    return lists


def _stamp(county: County) -> str:
    words = WordLine.objects.filter(county=county).aggregate(n=Count("pk"), last=Max("changed_at"))
    leaders = LeaderLine.objects.filter(county=county).aggregate(n=Count("pk"), last=Max("changed_at"))
    # Agencies carry no moment of change; what is read of them is small enough to be the stamp itself.
    offices = hash(tuple(_offices(county)))
    return f"{words['n']}.{words['last']}.{leaders['n']}.{leaders['last']}.{offices}.{localdate()}".replace(
        " ", "T"
    )


def _offices(county: County) -> list[tuple[str, ...]]:
    named = Agency.objects.filter(county=county).values_list(
        "name", "short_name", "phone", "fax", "email", "address"
    )
    return [*named, (county.name, county.short_name, county.phone, "", "", county.address)]


def _read_lists(county: County) -> Lists:
    offices = _offices(county)
    words = WordLine.objects.filter(county=county)
    return Lists(
        office_phones=frozenset(
            digits for _, _, phone, fax, _, _ in offices for digits in phones_in(f"{phone} {fax}")
        ),
        office_emails=frozenset(mail for office in offices for mail in emails_in(office[4])),
        agency_names=tuple(
            dict.fromkeys(name for full, short, *_ in offices for name in (full, short) if name)
        ),
        places=tuple(
            short.removesuffix("人民政府") for _, short, *_ in offices if short.endswith(("镇", "乡", "街道"))
        ),
        site_hosts=(county.domain,),
        words=tuple(
            Word(
                Kind(word.kind),
                word.text,
                word.instead,
                word.note,
                tuple(each for each in word.unless.split("、") if each),
            )
            for word in words
            if word.is_active
        ),
        leaders=tuple(
            Leader(leader.name, tuple(each for each in leader.titles.split("、") if each))
            for leader in LeaderLine.objects.filter(county=county)
        ),
        silenced=frozenset((word.kind, word.text) for word in words if not word.is_active),
        today=localdate().isoformat(),
    )


def checks_of(file_ids: Iterable[int]) -> dict[int, FileCheck]:
    """Return what is known of stored files, by the key of the file; those nobody asked about are left out."""
    return {check.file_id: check for check in FileCheck.objects.filter(file__in=list(file_ids))}


def attached_file(name: str, extension: str, check: FileCheck | None) -> AttachedFile:
    """What the checks of an item as a whole need to know of one of its files."""
    if check is None:
        return AttachedFile(name=name, extension=extension)
    return AttachedFile(
        name=name,
        extension=extension,
        title=check.title,
        beginning=check.beginning,
        characters=check.characters,
    )


def released(file_ids: Iterable[int]) -> set[int]:
    """Return those of the stored files that the public may have: each is the result of a finished clean copy."""
    return set(
        CleanCopy.objects.filter(state=FileState.DONE, file__in=list(file_ids)).values_list("file", flat=True)
    )


def public_file(stored: StoredFile) -> StoredFile | None:
    """
    Return what the public may have of ``stored``: itself if it is a finished clean copy, else a copy made of it.

    Items moved from an old site keep their uploads in frozen versions; their copies are found this way.
    """
    plain = (hash_of({}), hash_of(AS_IT_WAS))
    copies = CleanCopy.objects.filter(state=FileState.DONE).select_related("file")
    own = copies.filter(Q(file=stored) | Q(original=stored, recipe_hash__in=plain))
    found = sorted(own, key=lambda each: each.file_id != stored.pk)
    return found[0].file if found else None
