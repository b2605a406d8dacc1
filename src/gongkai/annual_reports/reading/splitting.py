"""
Numbers that lost what stood between them: “640020470” is 64, 0, 0, 2, 0, 4, 70 if the six are to make the seventh.

Every way to cut the digits is tried that keeps the sums; a number is taken only where all ways agree. What comes out
always carries a doubt, since a report that does not add up would be cut wrongly or not at all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

DOUBT = "原文数字连在一起，按勾稽关系拆分。"
# Where recognition may have dropped a digit, no way to cut the rest is the right one.
NOT_FROM_PICTURE = "图片里{row}的格线认不全，数字没有读入，请对照原图填写。"
LONGEST = 60  # digits of one row
MOST_DIGITS = 9  # of one number
MOST_WAYS = 2_000  # of one row
MOST_STEPS = 200_000  # over a whole table

Numbers = tuple[int, ...]


@dataclass
class Budget:
    """How many more steps may be taken; a hostile file must not keep the machine busy."""

    left: int = MOST_STEPS

    def spend(self) -> bool:
        self.left -= 1
        return self.left >= 0


def ways(pieces: Sequence[str], count: int, budget: Budget) -> list[Numbers]:
    """
    Return every way to cut ``pieces`` of digits into ``count`` numbers, none with a zero before it.

    Pieces stand apart in the text, so no number reaches over two of them.
    """
    if (
        sum(map(len, pieces)) > LONGEST
        or not count >= len(pieces) > 0
        or not all(p.isdecimal() for p in pieces)
    ):
        return []
    found: list[Numbers] = []
    for each in _cut(tuple(pieces), count, budget):
        found.append(each)
        if len(found) > MOST_WAYS:
            return []
    return found if budget.left >= 0 else []


def _cut(pieces: tuple[str, ...], count: int, budget: Budget) -> Iterator[Numbers]:
    if not budget.spend():
        return
    if not pieces:
        if count == 0:
            yield ()
        return
    digits = pieces[0]
    if sum(map(len, pieces)) < count or count < len(pieces):
        return
    lengths = (1,) if digits[0] == "0" else range(1, min(len(digits), MOST_DIGITS) + 1)
    for length in lengths:
        rest = (digits[length:], *pieces[1:]) if length < len(digits) else pieces[1:]
        number = int(digits[:length])
        for after in _cut(rest, count - 1, budget):
            yield (number, *after)


def balanced(pieces: Sequence[str], budget: Budget) -> list[Numbers]:
    """Return the ways to cut ``pieces`` into seven numbers of which the first six make the seventh."""
    if sum(map(len, pieces)) > LONGEST or not 0 < len(pieces) <= 7 or not all(p.isdecimal() for p in pieces):
        return []
    last = pieces[-1]
    found: set[Numbers] = set()
    for length in range(1, min(len(last), MOST_DIGITS) + 1):
        total = last[-length:]
        if total[0] == "0" and length > 1:
            continue
        head = (*pieces[:-1], last[:-length]) if length < len(last) else tuple(pieces[:-1])
        for six in _adding_up(head, 6, int(total), budget):
            found.add((*six, int(total)))
            if len(found) > MOST_WAYS:
                return []
    return sorted(found) if budget.left >= 0 else []


def _adding_up(pieces: tuple[str, ...], count: int, left: int, budget: Budget) -> Iterator[Numbers]:
    if not budget.spend() or left < 0:
        return
    if not pieces:
        if count == 0 and left == 0:
            yield ()
        return
    if sum(map(len, pieces)) < count or count < len(pieces):
        return
    digits = pieces[0]
    lengths = (1,) if digits[0] == "0" else range(1, min(len(digits), MOST_DIGITS) + 1)
    for length in lengths:
        number = int(digits[:length])
        if number > left:
            break
        rest = (digits[length:], *pieces[1:]) if length < len(digits) else pieces[1:]
        for after in _adding_up(rest, count - 1, left - number, budget):
            yield (number, *after)


def in_blocks(pieces: Sequence[str], size: int, count: int, budget: Budget) -> list[Numbers]:
    """Return the ways to cut ``pieces`` into ``count`` blocks of ``size`` numbers, the last of each the sum of the rest."""
    if sum(map(len, pieces)) > LONGEST or not pieces or not all(p.isdecimal() for p in pieces):
        return []
    found: list[Numbers] = []
    for each in _blocks(tuple(pieces), size, count, (), budget):
        found.append(each)
        if len(found) > MOST_WAYS:
            return []
    return found if budget.left >= 0 else []


def _blocks(
    pieces: tuple[str, ...], size: int, count: int, begun: Numbers, budget: Budget
) -> Iterator[Numbers]:
    if not budget.spend():
        return
    if not pieces:
        if count == 0 and not begun:
            yield ()
        return
    if not count or sum(map(len, pieces)) < size * count - len(begun):
        return
    digits = pieces[0]
    if len(begun) == size - 1:
        total = str(sum(begun))
        lengths: Sequence[int] = (len(total),) if digits.startswith(total) else ()
    else:
        lengths = (1,) if digits[0] == "0" else range(1, min(len(digits), MOST_DIGITS) + 1)
    for length in lengths:
        rest = (digits[length:], *pieces[1:]) if length < len(digits) else pieces[1:]
        number = int(digits[:length])
        ended = len(begun) == size - 1
        for after in _blocks(rest, size, count - ended, () if ended else (*begun, number), budget):
            yield (number, *after)


def agreed(solutions: Sequence[Sequence[Numbers]], rows: Sequence[str]) -> dict[str, Numbers]:
    """Return the rows on which all ``solutions`` agree; each solution has one entry a row, in that order."""
    return {
        row: solutions[0][index]
        for index, row in enumerate(rows)
        if solutions and all(each[index] == solutions[0][index] for each in solutions)
    }


def fitting(
    outcomes: Sequence[Sequence[Numbers]],
    frame: Sequence[Sequence[Numbers]],
    budget: Budget,
) -> list[tuple[Numbers, ...]]:
    """
    Return the choices (one of each row's ways) that satisfy 新收 + 上年结转 = 总计 + 结转下年 and Σ outcomes = 总计 in
    each column: the outcomes' numbers, then those of ``frame``, which is 新收, 上年结转, 总计, 结转下年.

    Empty when there is none, or when there were too many to try.
    """
    found: list[tuple[Numbers, ...]] = []
    order = sorted(range(len(outcomes)), key=lambda index: len(outcomes[index]))
    for new in frame[0]:
        for before in frame[1]:
            for done in frame[2]:
                for after in frame[3]:
                    if not budget.spend():
                        return []
                    if any(a + b != c + d for a, b, c, d in zip(new, before, done, after, strict=True)):
                        continue
                    for chosen in _summing(outcomes, order, done, budget):
                        by_row = dict(zip(order, chosen, strict=True))
                        picked = tuple(by_row[index] for index in range(len(outcomes)))
                        found.append((*picked, new, before, done, after))
                        if len(found) > MOST_WAYS:
                            return []
    return found if budget.left >= 0 else []


def _summing(
    outcomes: Sequence[Sequence[Numbers]], order: Sequence[int], left: Numbers, budget: Budget
) -> Iterator[tuple[Numbers, ...]]:
    if not order:
        if not any(left):
            yield ()
        return
    for way in outcomes[order[0]]:
        if not budget.spend():
            return
        rest = tuple(a - b for a, b in zip(left, way, strict=True))
        if min(rest) >= 0:
            for after in _summing(outcomes, order[1:], rest, budget):
                yield (way, *after)
