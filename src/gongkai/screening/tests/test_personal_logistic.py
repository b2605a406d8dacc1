import pytest

from gongkai.screening.detectors.personal import logistic
from gongkai.screening.detectors.personal.logistic import Weights, pairs, plain


@pytest.fixture
def written(monkeypatch):
    def write(*rows: str) -> Weights:
        monkeypatch.setattr(logistic, "lines", lambda name: list(rows))
        return Weights("any")

    return write


def test_each_piece_is_weighed_once_and_unknown_ones_not(written):
    told = written("\tno\tyes", "\t0", "车\t100")
    assert told.likely(["车", "车", "船"])["yes"] == pytest.approx(0.7311, abs=1e-4)
    assert told.likely([])["yes"] == 0.5


def test_of_several_sorts_each_has_its_weights(written):
    told = written("\ta\tb\tc", "\t0\t0\t0", "王\t0\t300\t-100")
    share = told.likely(["王"])
    assert max(share, key=share.get) == "b"
    assert sum(share.values()) == pytest.approx(1)


def test_heights_too_great_for_exp_are_no_error(written):
    told = written("\tno\tyes", "\t0", "车\t900000")
    assert told.likely(["车"]) == {"no": 0, "yes": 1}


def test_pieces_hold_no_break_and_no_digit_but_one():
    assert plain("电话\t12\n3\x1d") == "电话 00 0 "
    assert pairs("甲乙丙") == ["甲乙", "乙丙"]
