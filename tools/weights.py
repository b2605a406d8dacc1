"""What ``learn_labels.py`` and ``learn_surroundings.py`` share: how learned weights are written for screening to read."""

from pathlib import Path

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from gongkai.screening.detectors import personal
from gongkai.screening.detectors.personal.logistic import SCALE

LISTS = Path(personal.__file__).parent.parent / "data"


def write(name: str, remark: str, counter: CountVectorizer, model: LogisticRegression) -> None:
    """
    Write the list ``name`` as ``detectors/personal/logistic.py`` reads it; pieces that add nothing are left out.
    """
    rows = [("", model.intercept_)]
    rows += [(piece, model.coef_[:, at]) for piece, at in sorted(counter.vocabulary_.items())]
    with (LISTS / f"{name}.txt").open("w", encoding="utf8") as file:
        file.write(f"# {remark}\n" + "\t".join(["", *model.classes_]) + "\n")
        for piece, weights in rows:
            whole = [round(weight * SCALE) for weight in weights]
            if any(whole) or not piece:
                file.write("\t".join([piece, *map(str, whole)]) + "\n")
