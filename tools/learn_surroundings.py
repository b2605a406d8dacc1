"""
Learn from the texts of ``screening/tests/unseen`` what stands around what is nobody's, and write the weights.

    uv run --with scikit-learn==1.9.1 --with-editable . tools/learn_surroundings.py

Every name, plate, account and illness in the running texts of these sets is an example: somebody's, or an
office's and nobody's; so is what the rules find wrongly. What is learned is a logistic regression for each kind on the
pieces that ``detectors/personal/surroundings.py`` cuts what is around it into. Other finds beside it are among them, so
run this after the rules have changed.
"""

import random
from collections.abc import Iterator
from pathlib import Path

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_score
from weights import write

from gongkai.screening.detectors import personal
from gongkai.screening.detectors.personal import surroundings
from gongkai.screening.detectors.personal.reading import fold
from gongkai.screening.detectors.personal.spans import NAMES, Span
from gongkai.screening.enums import Kind
from gongkai.screening.findings import Lists
from gongkai.screening.tests import unseen
from gongkai.screening.tests.made_up import TODAY, Made, prose

DATA = Path(personal.__file__).parent.parent / "data"
# What in the sets makes a value of each kind.
MAKERS = {
    Kind.NAME: {"name"},
    Kind.PLATE: {"plate"},
    Kind.BANK_CARD: {"account", "bank_card"},
    Kind.ILLNESS: {"illness"},
}
ROUNDS, SEEN, STRENGTH = 2, 4, 0.5  # fills of each text, times a piece must be seen, of the regression
REMARK = """\
# How much each piece of what stands around speaks for its being nobody's, in hundredths. Made by
# tools/learn_surroundings.py.
"""
Example = tuple[list[str], bool]  # the pieces around, and whether it is nobody's


def examples(made: Made) -> Iterator[tuple[Kind, Example]]:
    texts = [fold(passage.text) for passage in made.passages]
    found: dict[int, list[Span]] = {}
    for find in personal.detect(made.passages, Lists(today=TODAY.isoformat())):
        found.setdefault(find.passage, []).append(Span(find.kind, find.start, find.end))
    for kind, makers in MAKERS.items():
        kinds = NAMES if kind in NAMES else {kind}
        nobodys = {tuple(place): False for each, *place in made.gold if each in kinds}
        nobodys |= {tuple(place): True for maker, *place in made.silent if maker in makers}
        for number, spans in found.items():
            for span in spans:
                if span.kind == kind:
                    nobodys.setdefault((number, span.start, span.end), True)
        for (number, start, end), is_nobodys in sorted(nobodys.items()):
            beside = surroundings.Beside(found.get(number, ()), kind)
            around = surroundings.pieces(texts[number], start, end, texts[0], beside)
            yield kind, (around, is_nobodys)


def main() -> None:
    surroundings.SURE = 2  # the rules alone
    chance = random.Random(5)  # noqa: S311
    told: dict[Kind, list[Example]] = {kind: [] for kind in MAKERS}
    groups: dict[Kind, list[int]] = {kind: [] for kind in MAKERS}
    for number, each in enumerate(unseen.SETS):
        for _ in range(ROUNDS):
            for template in each.PROSE:
                for kind, example in examples(prose(template, chance)):
                    told[kind].append(example)
                    groups[kind].append(number)
    for kind in MAKERS:
        learn(kind, told[kind], groups[kind])


def learn(kind: Kind, told: list[Example], groups: list[int]) -> None:
    counter = CountVectorizer(analyzer=list, binary=True, min_df=SEEN)
    counted = counter.fit_transform([around for around, _ in told])
    answers = [is_nobodys for _, is_nobodys in told]
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=3000)
    right = cross_val_score(model, counted, answers, groups=groups, cv=GroupKFold(5)).mean()
    print(
        f"{kind}: {len(told)} examples, {counted.shape[1]} pieces; of sets left out {right:.3f} are told right"
    )
    model.fit(counted, answers)
    write(DATA / f"{surroundings.LISTS[kind]}.txt", REMARK, counter, model, surroundings.SCALE)


if __name__ == "__main__":
    main()
