"""What may be masked in which file: pages and pictures take boxes, no corrections."""

import pytest

from gongkai.publications.screening_state import coverable
from gongkai.screening.enums import Kind


def row(kind: Kind, member: str = "") -> dict:
    return {"kind": str(kind), "cover": "**", "place": {"member": member} if member else {}}


@pytest.mark.parametrize(
    ("kind", "extension", "member", "cover"),
    [
        (Kind.NAME, "docx", "", "**"),
        (Kind.TYPO, "docx", "", "**"),
        (Kind.NAME, "pdf", "", "**"),
        (Kind.TYPO, "pdf", "", ""),
        (Kind.NAME, "jpg", "", "**"),
        (Kind.TYPO, "png", "", ""),
        (Kind.NAME, "zip", "名单/扫描.PDF", "**"),
        (Kind.TYPO, "zip", "名单/扫描.PDF", ""),
        (Kind.TYPO, "zip", "通知.docx", "**"),
    ],
)
def test_what_stands_on_pages_and_pictures_is_covered_and_not_corrected(kind, extension, member, cover):
    assert [each["cover"] for each in coverable([row(kind, member)], extension)] == [cover]
