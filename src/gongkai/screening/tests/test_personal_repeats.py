from .personal_finds import in_texts

ID = "11010519491231002X"


def test_a_name_found_once_is_found_in_the_title_and_in_later_sentences():
    found = in_texts(
        "关于注销张大山残疾人证的公告",
        f"持证人张大山，身份证号{ID}。",
        "会议认为，张大山的情况属实。",
    )
    assert [each for each in found if each[1] == "张大山"] == [("name", "张大山")] * 3


def test_two_characters_that_may_be_a_word_are_found_again_only_where_a_name_can_stand():
    found = in_texts(
        f"申请人高明，身份证号{ID}。",
        "对高明作出处罚。",
        "做法更高明之处在于公开。",
        "高明：",
    )
    assert [each for each in found if each[1] == "高明"] == [("name", "高明")] * 3


def test_nothing_is_repeated_where_nobody_was_found():
    assert in_texts("高明时段加开班车。", "张大山负责办公室工作。") == []
