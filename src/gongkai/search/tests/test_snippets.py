from gongkai.search.snippets import marked, pattern, snippet


def test_title_is_escaped_and_finds_are_marked():
    assert marked("<b>低保</b>&标准", pattern(["低保"])) == "&lt;b&gt;<mark>低保</mark>&lt;/b&gt;&amp;标准"


def test_text_that_looks_like_a_mark_stays_text():
    found = snippet("<mark><script>alert(1)</script>低保", pattern(["低保", "script"]))
    assert found == (
        "&lt;mark&gt;&lt;<mark>script</mark>&gt;alert(1)&lt;/<mark>script</mark>&gt;<mark>低保</mark>"
    )


def test_overlapping_pairs_are_one_mark():
    assert marked("养老服务补贴", pattern(["养老", "老服", "服务"])) == "<mark>养老服务</mark>补贴"


def test_case_and_width_do_not_matter_but_whole_numbers_do():
    assert marked("ＧＢ18030、GB180301", pattern(["gb18030"])) == "<mark>ＧＢ18030</mark>、GB180301"


def test_excerpt_shows_the_part_with_most_different_words():
    text = "低保" + "一" * 500 + "低保申请" + "二" * 500
    assert (
        snippet(text, pattern(["低保", "申请"]), length=24) == f"…{'一' * 4}<mark>低保申请</mark>{'二' * 16}…"
    )


def test_excerpt_without_finds_is_the_beginning():
    assert snippet("甲乙\n\n 丙丁", None) == "甲乙 丙丁"
    assert snippet("甲" * 200, pattern(["乙乙"]), length=10) == "甲" * 10 + "…"


def test_regular_expression_characters_are_only_characters():
    assert marked("甲*乙（丙）", pattern(["*乙（"])) == "甲<mark>*乙（</mark>丙）"
