"""The language of number formats, taken apart: sections, places for digits, and what stands around them."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|_(.)|\*(.)|(\[[^\]]*\])|(General|G/通用格式)|([Ee][+-])|([0#?.,%@/])|(.)',
    re.IGNORECASE | re.DOTALL,
)
CONDITION = re.compile(r"^\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]$")
CURRENCY = re.compile(r"^\[\$([^-\]]*)")
LANGUAGE = re.compile(r"-[0-9A-F]{1,4}\]$", re.IGNORECASE)
NUMERALS = re.compile(r"^\[DBNum|^\[NatNum", re.IGNORECASE)
NUMERALS_WHOLE = re.compile(r"^\[(DB|Nat)Num\d{1,2}\]$", re.IGNORECASE)
ELAPSED = re.compile(r"^\[(h+|m+|s+)\]$", re.IGNORECASE)
COMPARE = {
    "<": Decimal.__lt__,
    "<=": Decimal.__le__,
    ">": Decimal.__gt__,
    ">=": Decimal.__ge__,
    "=": Decimal.__eq__,
    "<>": Decimal.__ne__,
}


@dataclass
class Section:
    """One of the parts between semicolons."""

    code: str
    condition: tuple[str, Decimal] | None = None
    is_general: bool = False
    is_strange: bool = False
    exponent: bool = False
    grouped: bool = False
    percents: int = 0
    thousands_cut: int = 0
    decimals: int = 0
    # Places for digits and the text between them; a place is one of 0 # ?, "." is the decimal point.
    parts: list[tuple[bool, str]] = field(default_factory=list)

    @property
    def places(self) -> int:
        return sum(1 for is_place, text in self.parts if is_place and text != ".")

    @property
    def before(self) -> str:
        """The text before the first digit, or all text when there are no digits."""
        text = ""
        for is_place, each in self.parts:
            if is_place:
                break
            text += each
        return text

    @property
    def after(self) -> str:
        texts = [] if not any(is_place for is_place, _ in self.parts) else [t for p, t in self.parts if not p]
        return "".join(texts)[len(self.before) :]

    @property
    def is_for_text(self) -> bool:
        return any(token[8] == "@" for token in TOKEN.finditer(self.code))

    def words(self, text: str) -> str:
        """Return what this section, when it is the one for text, shows of ``text``: “@” stands for it."""
        out = ""
        for token in TOKEN.finditer(self.code):
            quoted, escaped, _, _, bracket, general, _, sign, other = token.groups()
            if general or sign == "@":
                out += text
            elif bracket is not None:
                found = CURRENCY.match(bracket)
                out += found[1] if found else ""
            else:
                out += quoted or escaped or other or ""
        return out

    def alone(self, *, signed: bool) -> str:
        """
        Return the code of a format that has only this section.

        What a reader of the format passes over (conditions, colours, letters that only give blanks their width) is
        not in it. Thrice the same section shows no minus sign.
        """
        code = _bare(self.code)
        return code if signed else ";".join([code] * 3)

    def meets(self, number: Decimal) -> bool:
        sign, limit = self.condition
        return bool(COMPARE[sign](number, limit))

    def fill(self, number: Decimal) -> str:
        """Put the digits of a rounded number in their places."""
        whole, _, fraction = f"{number:f}".partition(".")
        whole = whole.lstrip("0")
        point = next(
            (at for at, (is_p, text) in enumerate(self.parts) if is_p and text == "."), len(self.parts)
        )
        left = self._left(self.parts[:point], whole)
        return left + self._right(self.parts[point:], fraction)

    def _left(self, parts: list[tuple[bool, str]], digits: str) -> str:
        places = [at for at, (is_place, _) in enumerate(parts) if is_place]
        out: list[str] = []
        written = 0

        def write(digit: str) -> None:
            nonlocal written
            if self.grouped and written and written % 3 == 0:
                out.append(",")
            out.append(digit)
            written += 1

        for at in range(len(parts) - 1, -1, -1):
            is_place, text = parts[at]
            if not is_place:
                out.append(text[::-1])
                continue
            if digits:
                write(digits[-1])
                digits = digits[:-1]
            elif text == "0":
                write("0")
            elif text == "?":
                out.append(" ")
            if at == places[0]:
                while digits:
                    write(digits[-1])
                    digits = digits[:-1]
        return "".join(out)[::-1]

    def _right(self, parts: list[tuple[bool, str]], digits: str) -> str:
        out = ""
        for at, (is_place, text) in enumerate(parts):
            if is_place and text == ".":
                out += "."
            elif is_place:
                later = digits[1:].strip("0") == "" and text == "#" and digits[:1] in {"", "0"}
                optional = later and all(t in "#" for p, t in parts[at:] if p)
                out += "" if optional else digits[:1] or "0"
                digits = digits[1:]
            else:
                out += text
        return out


def sections_of(code: str) -> list[Section]:
    return [_section(each) for each in _split(code)]


def text_section(sections: list[Section]) -> Section | None:
    """Return the section for text: the fourth, or else the last when it says “@”; None when text shows as it is."""
    if len(sections) > 3:
        return sections[3]
    return sections[-1] if sections[-1].is_for_text else None


@lru_cache(maxsize=4096)
def _bare(code: str) -> str:
    return "".join(map(_kept, TOKEN.finditer(code)))


def _kept(token: re.Match[str]) -> str:
    """Return what of a token stays in the public copy."""
    _, _, space, repeated, bracket, *_ = token.groups()
    if space is not None:
        return "_)" if space.isalnum() else token[0]
    if repeated is not None:
        return "" if repeated.isalnum() else token[0]
    if bracket is None or ELAPSED.match(bracket) or NUMERALS_WHOLE.match(bracket):
        return token[0]
    currency, language = CURRENCY.match(bracket), LANGUAGE.search(bracket)
    if currency is None or not (currency[1] or language):
        return ""
    return f"[${currency[1]}{language[0] if language else ']'}"


def _split(code: str) -> list[str]:
    """Split at semicolons, but not at those in quotes or behind a backslash."""
    found, start = [], 0
    for token in TOKEN.finditer(code):
        if token[0] == ";":
            found.append(code[start : token.start()])
            start = token.end()
    return [*found, code[start:]]


def _section(code: str) -> Section:
    section = Section(code)
    commas = 0  # seen since the last place
    after_point = False
    for token in TOKEN.finditer(code):
        quoted, escaped, space, repeated, bracket, general, exponent, sign, other = token.groups()
        if bracket is not None:
            if found := CONDITION.match(bracket):
                section.condition = (found[1], Decimal(found[2]))
            elif found := CURRENCY.match(bracket):
                section.parts.append((False, found[1]))
            elif NUMERALS.match(bracket):
                section.is_strange = True
        elif general:
            section.is_general = True
            section.parts.append((True, "0"))
        elif exponent:
            section.exponent = True
        elif sign in {"0", "#", "?"} and not section.exponent:
            if commas:
                section.grouped = True
                commas = 0
            section.parts.append((True, sign))
            section.decimals += after_point
        elif sign == "." and not after_point and not section.exponent:
            section.thousands_cut += commas
            commas = 0
            after_point = True
            section.parts.append((True, "."))
        elif sign == ",":
            commas += bool(section.places)
        elif sign == "/":
            section.is_strange = True
        elif sign == "%":
            section.percents += 1
            section.parts.append((False, "%"))
        elif space is not None:
            section.parts.append((False, " "))
        elif repeated is None and sign is None:
            literal = next(each for each in (quoted, escaped, other) if each is not None)
            section.parts.append((False, literal))
    section.thousands_cut += commas
    return section
