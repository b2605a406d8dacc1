"""Plain text of old sites: where one paragraph ends and the next begins."""

import re

# 老网站常把各段粘成一行, with the two full-width spaces of the next paragraph's indent left as the only trace.
GLUED = re.compile(r"(?<=[。！？；：”）\)])(?=(?:\u3000{2}|\u3000?(?:[\xa0 ]{4})+)\S)")
INDENT = re.compile(r"^(?:\u3000{1,4}|[\xa0 ]{4,8})")


def paragraphs_of(text: str) -> list[tuple[str, bool]]:
    """Return the paragraphs of ``text``, each with whether its first line is indented."""
    lines = (
        part for line in re.split(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]", text) for part in GLUED.split(line)
    )
    return [(line.strip(), bool(INDENT.match(line))) for line in lines if line.strip()]
