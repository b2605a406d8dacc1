"""
Learn from the texts of ``screening/tests`` that are not held back whose something is by what stands around it, and write the weights.

    uv run --with scikit-learn==1.9.1 --with-editable . tools/learn_surroundings.py

Every name, plate, account, mail box, telephone, illness and disability in them is an example: of somebody, or an
office's and nobody's; so is what only looks like one. What is learned is a logistic regression for each kind, and for running
text and tables, on the pieces that ``surroundings`` and ``in_tables`` of ``detectors/personal`` cut what is around it into.
Other finds beside it are among them, so run this after the rules, or the weights of labels, have changed.
"""

import random
from collections.abc import Iterable, Iterator

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_score
from weights import write

from gongkai.screening.detectors import personal
from gongkai.screening.detectors.personal import in_tables, judging, surroundings
from gongkai.screening.detectors.personal.layout import tables_of
from gongkai.screening.detectors.personal.reading import Reading, fold
from gongkai.screening.detectors.personal.spans import Places, Span
from gongkai.screening.enums import Kind
from gongkai.screening.findings import Lists
from gongkai.screening.tests import tuned_on, unseen
from gongkai.screening.tests.made_up import TODAY, Made, alone, form, prose, table

LISTS = Lists(today=TODAY.isoformat())
# What in the sets makes a value of each kind.
MAKERS = {
    Kind.NAME: {"name"},
    Kind.PLATE: {"plate"},
    Kind.BANK_CARD: {"account", "bank_card"},
    Kind.EMAIL: {"email"},
    Kind.LANDLINE: {"landline"},
    Kind.ILLNESS: {"illness"},
    Kind.DISABILITY: {"disability", "disability_said"},
}
ROUNDS = 2  # fills of each text
# How many times a piece must be seen, and how much a weight may grow.
SEEN = {("text", Kind.NAME): 5, "text": 3, "table": 2}
STRENGTH = {"text": 0.5, "table": 1}
REMARK = "How much each piece of what stands around speaks for each, in hundredths. Made by tools/learn_surroundings.py."
Example = tuple[
    str, Kind, list[str], str
]  # where, the kind judged, the pieces around, the kind or that it is nobody's


def found_in(made: Made) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    for find in personal.detect(made.passages, LISTS):
        found.setdefault(find.passage, []).append(Span(find.kind, find.start, find.end))
    return found


def in_texts(made: Made) -> Iterator[Example]:
    found = found_in(made)
    optional, title = {each[1:] for each in alone(made)}, fold(made.passages[0].text)
    for number, passage in enumerate(made.passages):
        reading, spans = Reading(number, fold(passage.text), LISTS), found.get(number, [])
        for kind in judging.KINDS:
            beside = surroundings.Beside(spans, kind)
            looks = surroundings.candidates(kind, reading, spans)
            for (start, end), answer in _answers(made, number, kind, spans, looks):
                if (number, start, end) not in optional:
                    yield "text", kind, surroundings.pieces(kind, reading, title, start, end, beside), answer


def in_cells(made: Made) -> Iterator[Example]:
    found = found_in(made)
    for each in tables_of(made.passages).values():
        for cells in each.rows.values():
            line = in_tables.Line(each, cells, found, LISTS.today)
            for at, cell in enumerate(cells):
                if cell.label:
                    continue
                reading, spans = Reading(cell.number, cell.text, LISTS), found.get(cell.number, [])
                for kind in judging.KINDS:
                    looks = in_tables.candidates(kind, reading, spans)
                    for place, answer in _answers(made, cell.number, kind, spans, looks):
                        yield "table", kind, line.pieces(at, *place), answer


def _answers(
    made: Made, number: int, kind: Kind, spans: list[Span], looks: Iterable[tuple[int, int]]
) -> list[tuple[tuple[int, int], str]]:
    """Return of what looks like ``kind`` in a passage what it is; what overlaps with a true one is left out."""
    true = {
        (start, end): str(each)
        for each, at, start, end in made.gold
        if at == number and judging.judged_as(each) == kind
    }
    true |= {
        (start, end): judging.NOBODYS
        for maker, at, start, end in made.silent
        if at == number and maker in MAKERS[kind]
    }
    places = Places(Span(kind, *place) for place in true)
    alike = {(span.start, span.end) for span in spans if judging.judged_as(span.kind) == kind} | set(looks)
    others = {place: judging.NOBODYS for place in alike if not places.touches(Span(kind, *place))}
    return sorted((true | others).items())


def main() -> None:
    judging.judged = lambda where, spans, pieces, candidates: list(spans)  # what the rules find alone
    chance = random.Random(5)  # noqa: S311
    told: dict[tuple[str, Kind], list[tuple[int, list[str], str]]] = {}
    for number, each in enumerate((tuned_on, *tuned_on.LATER, *unseen.SETS)):
        for turn in range(ROUNDS):
            for template in each.PROSE:
                _keep(told, number, in_texts(prose(template, chance)))
            for template in each.TABLES:
                _keep(told, number, in_cells(table(*template[:3], 1 + turn, chance)))
            for template in each.FORMS:
                _keep(told, number, in_cells(form(template, chance)))
    for (where, kind), examples in sorted(told.items()):
        learn(where, kind, examples)


def _keep(told: dict, number: int, examples: Iterator[Example]) -> None:
    for where, kind, around, answer in examples:
        told.setdefault((where, kind), []).append((number, around, answer))


def learn(where: str, kind: Kind, examples: list[tuple[int, list[str], str]]) -> None:
    counter = CountVectorizer(analyzer=list, binary=True, min_df=SEEN.get((where, kind), SEEN[where]))
    counted = counter.fit_transform([around for _, around, _ in examples])
    answers = [answer for *_, answer in examples]
    model = LogisticRegression(C=STRENGTH[where], max_iter=3000)
    sets = [number for number, *_ in examples]
    right = cross_val_score(model, counted, answers, groups=sets, cv=GroupKFold(5)).mean()
    print(
        f"{kind} in {where}: {len(examples)} examples, {counted.shape[1]} pieces;"
        f" of sets left out {right:.3f} are told right"
    )
    model.fit(counted, answers)
    write(judging.list_of(where, kind), REMARK, counter, model)


if __name__ == "__main__":
    main()
