"""Telephone numbers and mail addresses out of what an office wrote into its contact fields. Pure."""

import re
import unicodedata

PHONE = re.compile(r"(?:0\d{2,3}[-— ]?)?\d{7,8}(?!\d)|1[3-9]\d{9}(?!\d)|\b(?:400|800)[- ]?\d{3}[- ]?\d{4}\b")
AREA = re.compile(r"^0\d{2,3}(?=\d{7,8}$)")
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def phones_in(text: str) -> set[str]:
    """Return the numbers as digits, land lines both with and without their area code."""
    found = set()
    for match in PHONE.finditer(unicodedata.normalize("NFKC", text)):
        digits = re.sub(r"\D", "", match[0])
        found |= {digits, AREA.sub("", digits)}
    return found


def emails_in(text: str) -> set[str]:
    return {match[0].lower() for match in MAIL.finditer(unicodedata.normalize("NFKC", text))}
