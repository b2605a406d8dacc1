"""
Learn from the labels in ``label_examples`` whom a label names, and write the weights that screening reads.

A file of the folder holds labels of one sort, parted by blanks. What is learned is a multinomial logistic regression on
the pieces of one to three characters that labels are made of; ``detectors/personal/labels.py`` adds the weights up. To
teach it a label it gets wrong, put the label and others like it into the file where it belongs and run this again:

    uv run --with scikit-learn==1.9.1 --with-editable . tools/learn_labels.py
"""

import sys
from pathlib import Path

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from weights import write

from gongkai.screening.detectors import personal
from gongkai.screening.detectors.personal.labels import SCALE, pieces

EXAMPLES = Path(__file__).parent / "label_examples"
WEIGHTS = Path(personal.__file__).parent.parent / "data" / "label_weights.txt"
SEEN = 2  # times that a piece must be seen
REMARK = """\
# Whom a label names: what each piece of a label adds for each sort, in tenths. Made by tools/learn_labels.py.
"""


def main() -> None:
    sorts = sorted(path.stem for path in EXAMPLES.glob("*.txt"))
    known = [
        (label, sort)
        for sort in sorts
        for label in (EXAMPLES / f"{sort}.txt").read_text(encoding="utf8").split()
    ]
    labels, answers = [label for label, _ in known], [sort for _, sort in known]
    if len(set(labels)) < len(labels):
        twice = sorted({label for label in labels if labels.count(label) > 1})
        sys.exit(f"in more than one place: {' '.join(twice)}")
    counter = CountVectorizer(analyzer=pieces, binary=True, min_df=SEEN)
    counted = counter.fit_transform(labels)
    model = LogisticRegression(C=3, max_iter=3000)
    right = cross_val_score(model, counted, answers, cv=5)
    print(
        f"{len(labels)} labels, {counted.shape[1]} pieces; of labels left out {right.mean():.3f} are told right"
    )
    model.fit(counted, answers)
    write(WEIGHTS, REMARK + "\t".join(["", *model.classes_]) + "\n", counter, model, SCALE)


if __name__ == "__main__":
    main()
