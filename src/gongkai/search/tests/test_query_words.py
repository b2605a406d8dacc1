import pytest

from gongkai.search.query_words import QUERY_LIMIT, WORD_LIMIT, words_of


def read(query):
    return [(word.units, word.needed, word.exact) for word in words_of(query)]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("低保", [(("低保",), 1, False)]),
        ("城乡低保", [(("城乡", "乡低", "低保"), 2, False)]),
        ("低保 申请", [(("低保",), 1, False), (("申请",), 1, False)]),
        ("低保怎么申请", [(("低保", "申请"), 2, False)]),
        ("目的地", [(("目的", "的地"), 2, False)]),
        ("12345热线", [(("12345", "热线"), 2, False)]),
        ("“养老服务”", [(("养老", "老服", "服务"), 3, True)]),
        ("示民发〔2026〕12号", [(("2026", "12"), 2, True), (("示民", "民发"), 2, False)]),
        ("玥", [(("玥",), 1, False)]),
        ("怎么办", [(("怎么", "么办"), 2, False)]),
        ("", []),
        ("  ，。！？ ", []),
        ("的", []),
        ('""', []),
    ],
)
def test_query_is_taken_apart(query, words):
    assert read(query) == words


def test_number_in_quotes_with_other_words_keeps_both():
    assert read("“低保标准” 2026年") == [(("低保", "保标", "标准"), 3, True), (("2026",), 1, False)]


def test_a_huge_query_is_cut():
    words = words_of("养老补 " * 100_000 + "\x00\ufdfa" * 100_000)
    assert [word.units for word in words] == [("养老", "老补")]
    many = words_of(" ".join(chr(0x4E00 + i) for i in range(QUERY_LIMIT)))
    assert len(many) <= WORD_LIMIT
