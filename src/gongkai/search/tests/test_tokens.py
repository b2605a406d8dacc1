from gongkai.search.tokens import normalise, tokens_of


def test_characters_become_singles_and_pairs():
    tokens = tokens_of("低保的标准")
    assert (tokens.singles, tokens.pairs) == ("低 保 标 准", "低保 保的 的标 标准 |")


def test_numbers_and_latin_words_stay_whole():
    tokens = tokens_of("拨打12345热线、GB18030")
    assert (tokens.singles, tokens.pairs) == ("拨 打 12345 热 线 gb18030", "拨打 打12345 12345热 热线 | |")


def test_pairs_do_not_reach_over_punctuation_or_a_lines_end():
    assert tokens_of("养老。服务\n补贴").pairs == "养老 | 服务 | 补贴 |"


def test_spaces_between_numbers_and_characters_do_not_part_them():
    assert tokens_of("2026 年 3 月").pairs == tokens_of("2026年3月").pairs


def test_full_width_and_upper_case_are_the_same_word():
    assert normalise("ＡＢＣ１２３") == normalise("abc123")


def test_document_number_is_the_same_in_any_brackets():
    written = [
        "示民发〔2026〕12号",
        "示民发[2026]12号",
        "示民发（2026）第012号",
        "示民发【2026】12 号",
        "示民发﹝2026﹞12号",
    ]
    assert {tokens_of(number).pairs for number in written} == {"示民 民发 发2026 2026_12 12号 |"}


def test_two_numbers_side_by_side_are_not_a_longer_number():
    assert "202612" not in tokens_of("2026 12").pairs
