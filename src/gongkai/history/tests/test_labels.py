import re
from pathlib import Path

import gongkai
from gongkai.history.labels import LABELS

# What is written as "room.verb" in the source where events are made; the rooms with an enum bring their own words.
VERB = re.compile(r'"((?:item|review|section|topic|chain|calendar|demo|screening)\.[a-z_]+)"')
SUBJECTS = {"review.chain", "review.review", "screening.screening"}


def test_every_verb_that_is_recorded_has_words():
    sources = [
        path
        for path in Path(gongkai.__file__).parent.rglob("*.py")
        if not {"tests", "migrations"} & set(path.parts) and path.name != "labels.py"
    ]
    verbs = {verb for path in sources for verb in VERB.findall(path.read_text(encoding="utf-8"))}
    assert verbs - SUBJECTS - LABELS.keys() == set()
