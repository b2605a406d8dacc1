import pytest

from gongkai.screening.detectors.personal.likelihood import end_of_name, names_in


def read(text: str, *expected: int) -> list[str]:
    return [text[begin:end] for begin, end in names_in(text, 0, len(text), frozenset(expected))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("矿区临时工程玲存放在板房内的被褥", ["程玲"]),
        ("转款至张明账户", ["张明"]),
        ("该弃婴由康洋雨临时看护", ["康洋雨"]),
        ("死者钟海丧葬费汇入其女何芳佳的账户", ["钟海", "何芳佳"]),
        ("困境儿童吕琴随爷爷傅勇涵生活", ["吕琴", "傅勇涵"]),
        ("经双方老邻居常秀从中说和", ["常秀"]),
        ("授予蒋春诗、常怡红、戴勇宇称号", ["蒋春诗", "常怡红", "戴勇宇"]),
        ("欧阳娜提交的材料收悉", ["欧阳娜"]),
    ],
)
def test_names_are_told_from_the_words_around_them(text, names):
    assert read(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "现将有关事项通知如下，请各单位认真贯彻执行。",
        "加强安全生产监督管理，严格落实常态化防控措施。",
        "本项目位于黄河路东侧，计划于今年六月开工建设。",
        "高温补贴发放标准、范围和程序由县人力资源和社会保障局公布。",
        "县水利局要关注水库大坝的安全，对于查出的问题立即整改。",
        "",
        "，。；",
    ],
)
def test_ordinary_text_has_no_names(text):
    assert read(text) == []


def test_a_word_that_asks_for_a_name_makes_one_likelier():
    text = "儿子高明"
    assert read(text, 2) == ["高明"]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("张三身患重病", 2),
        ("张建国身患重病", 3),
        ("尉迟鹏诉县医保局一案", 3),
        ("张", 0),
        ("事项", 0),
        ("", 0),
    ],
)
def test_a_name_ends_where_the_next_word_begins(text, end):
    assert end_of_name(text, 0) == end


def test_names_are_looked_for_only_where_asked():
    text = "张建国、李建华"
    assert names_in(text, 4, len(text)) == [(4, 7)]
    assert names_in(text, 0, 3) == [(0, 3)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("外孙女田娜年仅三岁", ["田娜"]),  # a whole word that follows names
        ("上午十点，曹宇拎着布兜走进大厅", ["曹宇"]),  # a character that no name has
        ("黎红正在晒太阳", ["黎红"]),  # one that seldom ends a name
        ("康振宏来电反映", ["康振宏"]),
    ],
)
def test_a_name_ends_before_what_names_are_not_made_of(text, names):
    assert read(text) == names
