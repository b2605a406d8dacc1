"""
Learn whom a label names, and write the weights that screening reads.

A file of ``label_examples`` holds labels of one sort, parted by blanks; the headings and labels of the tables and forms in
``screening/tests/unseen`` are examples as well, by the slots that stand under or beside them. What is learned is a
multinomial logistic regression on the pieces of one to three characters that labels are made of;
``detectors/personal/labels.py`` adds the weights up. To teach it a label it gets wrong, put the label and others like it
into the file where it belongs and run this again:

    uv run --with scikit-learn==1.9.1 --with-editable . tools/learn_labels.py
"""

import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from weights import write

from gongkai.screening.detectors.personal.headings import LONGEST
from gongkai.screening.detectors.personal.labels import LIST, Named, pieces
from gongkai.screening.tests import unseen
from gongkai.screening.tests.made_up import SLOT

EXAMPLES = Path(__file__).parent / "label_examples"
SEEN = 2  # times that a piece must be seen
REMARK = (
    "Whom a label names: what each piece adds for each sort, in hundredths. Made by tools/learn_labels.py."
)
SORTS = {
    "{name}": Named.PARTY,
    "{name:family}": Named.FAMILY,
    "{name:child}": Named.CHILD,
    "{-name}": Named.OFFICIAL,
    "{-office}": Named.BODY,
    "{-company}": Named.BODY,
}


def of_sets() -> dict[str, str]:
    """Return the labels of tables and forms in the sets, each with the sort that the slots under or beside it tell."""
    seen: dict[str, set[Named]] = {}
    for label, value in _labels_and_values():
        slot = SLOT.fullmatch(value)
        if slot and label and len(label) <= LONGEST and not SLOT.search(label) and not label.isspace():
            seen.setdefault("".join(label.split()), set()).add(SORTS.get(value, Named.NOTHING))
    return {label: (sorts.pop() if len(sorts) == 1 else Named.EITHER).value for label, sorts in seen.items()}


def _labels_and_values() -> Iterator[tuple[str, str]]:
    for each in unseen.SETS:
        for _, heading, row in each.TABLES:
            yield from zip(
                (cell.removeprefix("!") for cell in heading.split("|")), row.split("|"), strict=True
            )
        for form in each.FORMS:
            for line in form:
                yield from pairwise(line.split("|"))


def main() -> None:
    sorts = sorted(path.stem for path in EXAMPLES.glob("*.txt"))
    known = [
        (label, sort)
        for sort in sorts
        for label in (EXAMPLES / f"{sort}.txt").read_text(encoding="utf8").split()
    ]
    labels = [label for label, _ in known]
    if len(set(labels)) < len(labels):
        twice = sorted({label for label in labels if labels.count(label) > 1})
        sys.exit(f"in more than one place: {' '.join(twice)}")
    known += [example for example in of_sets().items() if example[0] not in set(labels)]
    labels, answers = [label for label, _ in known], [sort for _, sort in known]
    counter = CountVectorizer(analyzer=pieces, binary=True, min_df=SEEN)
    counted = counter.fit_transform(labels)
    model = LogisticRegression(C=3, max_iter=3000)
    right = cross_val_score(model, counted, answers, cv=5)
    print(
        f"{len(labels)} labels, {counted.shape[1]} pieces; of labels left out {right.mean():.3f} are told right"
    )
    model.fit(counted, answers)
    write(LIST, REMARK, counter, model)


if __name__ == "__main__":
    main()
