"""
Lists words that begin like names and are none, for ``screening/detectors/data/dictionary_words.txt``.

    python tools/list_words.py DICTIONARY.txt

The dictionary is written as jieba's is: a word, how often it was seen, its part of speech. A word is taken when it
begins with a family name and has a character that given names are not made of; names (``nr``) are left out.
"""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from gongkai.screening.detectors.personal.names import GIVEN_NAMES, NEVER_IN_NAMES, SINGLE_FAMILY_NAMES

LIKE_A_NAME = re.compile(f"[{SINGLE_FAMILY_NAMES}][一-鿿]{{1,2}}")
LEAST = 10  # times a word was seen; rarer ones are seldom met and often no words
HEAD = """\
# Words that begin with a family name and are no names: from the word list of jieba 0.42.1 (MIT licence, Copyright (c)
# 2013 Sun Junyi). Written by tools/list_words.py; words found wanting by hand stand in common_words.txt."""
A_LINE = 40  # words


def main(dictionary: str) -> None:
    words = []
    for line in Path(dictionary).read_text(encoding="utf8").splitlines():
        word, seen, part = line.split()
        given = set(word[1:])
        is_word = (
            given - GIVEN_NAMES and not given & NEVER_IN_NAMES
        )  # with the latter no name is seen in it anyway
        if LIKE_A_NAME.fullmatch(word) and is_word and int(seen) >= LEAST and not part.startswith("nr"):
            words.append(word)
    words.sort()
    print(HEAD)
    for at in range(0, len(words), A_LINE):
        print(*words[at : at + A_LINE])


if __name__ == "__main__":
    main(*sys.argv[1:])
