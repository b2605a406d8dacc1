"""What ``learn_labels.py`` and ``learn_surroundings.py`` share: how learned weights are written for screening to read."""

from pathlib import Path

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression


def write(path: Path, head: str, counter: CountVectorizer, model: LogisticRegression, scale: int) -> None:
    """
    Write ``head``, then a line for each piece: the piece and its weights, times ``scale`` and rounded.

    The first line has no piece: what is added always. Pieces whose weights are all 0 are left out.
    """
    rows = [("", model.intercept_)]
    rows += [(piece, model.coef_[:, at]) for piece, at in sorted(counter.vocabulary_.items())]
    with path.open("w", encoding="utf8") as file:
        file.write(head)
        for piece, weights in rows:
            whole = [round(weight * scale) for weight in weights]
            if any(whole):
                file.write("\t".join([piece, *map(str, whole)]) + "\n")
