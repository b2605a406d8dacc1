"""
Counts which characters stand side by side in ordinary text, for ``screening/detectors/data/ordinary_pairs.txt``.

    python tools/count_pairs.py LAWS.jsonl.xz DICTIONARY.txt

The laws are lines of JSON with ``articles``, each with its ``text``; cases, which name persons, are left out. The
dictionary has a word, how often it was seen and its part of speech in each line, as jieba's has; names (``nr``) are
left out. Prints the list; see the head of the list for how it is written.
"""

import json
import lzma
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from gongkai.screening.detectors.personal.likelihood import BEGIN, END, LEVELS, STEPS
from gongkai.screening.detectors.personal.names import GIVEN_NAMES, SINGLE_FAMILY_NAMES

RUN = re.compile("[一-鿿]+")
WORD_WEIGHT = 0.15  # of a time a word was seen, so that the dictionary does not outweigh the laws
LEAST = 3  # times; what was seen less often says little
LEAST_ELSEWHERE = 8  # of pairs without a character that names are made of
HEAD = """\
# How often characters stand side by side in ordinary text: 3,400 laws and regulations, and the word list of jieba
# 0.42.1 (MIT licence, Copyright (c) 2013 Sun Junyi) by its frequencies, without names. Written by tools/count_pairs.py.
# A line: a character, how often it was seen, then each character seen behind it with how often. How often is a letter,
# two of them for each doubling. ^ is where a run of characters begins and $ where it ends."""


def texts(laws: str) -> Iterator[str]:
    for line in lzma.open(laws, "rt", encoding="utf8"):
        law = json.loads(line)
        if law.get("level") != "案例":
            yield from (article["text"] for article in law["articles"])


def main(laws: str, dictionary: str) -> None:
    single, pairs = Counter(), Counter()
    for text in texts(laws):
        for run in RUN.findall(text):
            whole = BEGIN + run + END
            single.update(whole[:-1])
            pairs.update(first + second for first, second in zip(whole, whole[1:], strict=False))
    for line in Path(dictionary).read_text(encoding="utf8").splitlines():
        word, seen, part = line.split()
        if part.startswith("nr"):
            continue
        weight = max(1, int(seen) * WORD_WEIGHT)
        for run in RUN.findall(word):
            for first, second in zip(run, run[1:], strict=False):
                pairs[first + second] += weight
            for character in run:
                single[character] += weight
    telling = GIVEN_NAMES | set(SINGLE_FAMILY_NAMES) | {BEGIN, END}
    behind = defaultdict(str)
    for pair, seen in sorted(pairs.items()):
        if seen >= (LEAST if telling & set(pair) else LEAST_ELSEWHERE):
            behind[pair[0]] += pair[1] + level(seen)
    print(HEAD)
    for character, seen in sorted(single.items()):
        if seen >= LEAST:
            print(character + level(seen) + behind[character])


def level(seen: float) -> str:
    return LEVELS[min(len(LEVELS) - 1, round(STEPS * math.log2(seen)))]


if __name__ == "__main__":
    main(*sys.argv[1:])
