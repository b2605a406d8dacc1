"""The text of OFD pages, line by line, with the elements it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from .package import Element, children, is_unseen, name_of, numbers

SAME_LINE = 0.5  # of the size of type
GAP = 0.6  # of the size of type, from which on two pieces are words of their own


@dataclass(eq=False)
class Piece:
    """A TextCode with where it begins in its line."""

    owner: Element  # the TextObject
    code: Element
    start: int


@dataclass(eq=False)
class Line:
    pieces: list[Piece] = field(default_factory=list)
    text: str = ""
    y: float = 0.0
    end: float = 0.0  # where the last letter begins
    size: float = 0.0


def lines_of(root: Element) -> list[Line]:
    """Join the text objects of a page or template that stand on one line, in the order in which they are drawn."""
    lines: list[Line] = []
    for owner in seen(root, "TextObject"):
        size = (numbers(owner.get("Size", "")) or [3.0])[0]
        for code in children(owner, "TextCode"):
            text = code.text or ""
            if not text:
                continue
            x, y = _origin(owner, code)
            end = x + sum(deltas(code.get("DeltaX", "")))
            line = lines[-1] if lines else None
            if line is None or abs(line.y - y) > SAME_LINE * size or x < line.end - size:
                line = Line(y=y, end=x)
                lines.append(line)
            elif x - line.end > (1 + GAP) * size and not line.text.endswith(" "):
                line.text += " "
            line.pieces.append(Piece(owner, code, len(line.text)))
            line.text += text
            line.end, line.size = end, size
    return [line for line in lines if line.text.strip()]


def seen(root: Element, name: str) -> Iterator[Element]:
    """Yield the elements of this name that no reader is told to leave out."""
    for each in root:
        if is_unseen(each):
            continue
        if name_of(each) == name:
            yield each
        else:
            yield from seen(each, name)


def deltas(text: str) -> list[float]:
    """Expand the steps between letters: “g 3 4.2” stands for three steps of 4.2 (GB/T 33190 11.3)."""
    words = text.split()
    steps: list[float] = []
    at = 0
    while at < len(words):
        if words[at] == "g" and at + 2 < len(words):
            count, step = numbers(f"{words[at + 1]} {words[at + 2]}") or (0.0, 0.0)
            steps += [step] * min(int(count), 100_000)
            at += 3
        else:
            steps += numbers(words[at])
            at += 1
    return steps


def _origin(owner: Element, code: Element) -> tuple[float, float]:
    """Return where a TextCode begins on the page."""
    left, top, *_ = [*numbers(owner.get("Boundary", "")), 0.0, 0.0]
    x = (numbers(code.get("X", "")) or [0.0])[0]
    y = (numbers(code.get("Y", "")) or [0.0])[0]
    matrix = numbers(owner.get("CTM", ""))
    if len(matrix) == 6:
        a, b, c, d, e, f = matrix
        x, y = a * x + c * y + e, b * x + d * y + f
    return left + x, top + y
