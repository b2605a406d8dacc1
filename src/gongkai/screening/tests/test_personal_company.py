"""Names that stand in company, and what the company says of them."""

import pytest

from gongkai.screening.detectors import personal
from gongkai.screening.findings import Lists, Passage, Place

LISTS = Lists(today="2026-11-25")


def found(*texts: str) -> list[tuple[str, str]]:
    finds = personal.detect([Passage(text) for text in texts], LISTS)
    return [(each.kind.value, each.value) for each in finds]


def in_table(*rows: str) -> list[tuple[str, str]]:
    cells = [
        Passage(cell, Place(table=1), table="表1", row=row, column=column)
        for row, line in enumerate(rows)
        for column, cell in enumerate(line.split("|"))
    ]
    return [(each.kind.value, each.value) for each in personal.detect(cells, LISTS)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("镇妇联决定授予蒋春诗、常怡红、戴勇宇“好媳妇”称号。", ["蒋春诗", "常怡红", "戴勇宇"]),
        ("因死亡核减康云军、吕军涵、任诗等三人。", ["康云军", "吕军涵", "任诗"]),
        ("象棋个人赛前三名：丁梓平、吴艳鹏、程红娟。", ["丁梓平", "吴艳鹏", "程红娟"]),
        ("土地承包甲方（流出方）雷琴辉、康勇、马强凤。", ["雷琴辉", "康勇", "马强凤"]),
    ],
)
def test_several_names_side_by_side_are_a_list(text, names):
    assert found(text) == [("name", name) for name in names]


@pytest.mark.parametrize(
    "text",
    [
        "副县长贾怡娟、林建云出席会议。",
        "执法人员董轩梓、钱杰在例行检查中发现问题。",
        "卜子夏、司马懿、韩愈、李商隐等名人文化。",
        "分洪区包括武湖、张渡湖、白潭湖、康山圩、珠湖圩。",
        "经营白菜、黄瓜、石榴、金桔等农产品。",
        "途经江苏、安徽、河南三省。",
    ],
)
def test_officials_great_men_and_places_are_no_list_of_persons(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("我校四年级学生武军敏获一等奖。", "武军敏"),
        ("家里还有一个上小学的女儿秦平。", "秦平"),
        ("将邹秀明七岁的儿子侯宇磊咬伤。", "侯宇磊"),
        ("关于陆浩凤事实无人抚养儿童认定的公示", "陆浩凤"),
        ("蔡永小朋友今年9岁。", "蔡永"),
    ],
)
def test_who_is_at_a_primary_school_or_young_is_a_child(text, name):
    assert ("child", name) in found(text)


def test_a_grown_son_is_family_and_no_child():
    assert ("family", "侯宇磊") in found("将邹秀明三十岁的儿子侯宇磊打伤。")


@pytest.mark.parametrize(
    "text",
    [
        "委托代理人：唐勇，系申请人之子。联系电话13912345678。",
        "其他继承人唐勇（系申请人的弟弟）自愿放弃继承，电话13912345678。",
        "你申请查阅本人与唐勇（系你丈夫）的登记材料，电话13912345678。",
    ],
)
def test_kinship_may_be_said_behind_the_name(text):
    assert ("family", "唐勇") in found(text)


def test_a_person_is_of_the_same_kind_wherever_the_document_names_them():
    assert found("四年级学生傅玲凤受伤。", "学校将傅玲凤送往医院。") == [
        ("child", "傅玲凤"),
        ("child", "傅玲凤"),
    ]


def test_name_and_number_in_one_cell_are_both_found():
    assert in_table("姓名/联系方式|类别", "苏杰 16634589860|大龄失业人员") == [
        ("name", "苏杰"),
        ("mobile", "16634589860"),
    ]


def test_of_whom_a_business_names_to_be_rung_up_only_a_mobile_is_a_find():
    head = "企业名称|联系人|联系电话"
    assert in_table(head, "示范县宏远建筑有限公司|罗华|15071456799") == [("mobile", "15071456799")]
    assert in_table(head, "示范县宏远建筑有限公司|罗华|0594-2345678") == []


def test_kinship_in_brackets_is_no_heading():
    assert in_table("学生姓名|家长（母亲）|金额", "魏宇|董伟海（母亲）|300") == [
        ("child", "魏宇"),
        ("family", "董伟海"),
    ]


def test_a_form_about_a_family_tells_the_child_from_the_others():
    rows = "申请人|贺洋红|申请人身份证号|11010519491231002X", "子女姓名|孟永敏（女儿，11岁）|金额|300"
    assert [each for each in in_table(*rows) if each[0] != "id_number"] == [
        ("name", "贺洋红"),
        ("child", "孟永敏"),
    ]


def test_a_column_of_personal_data_without_values_is_pointed_out_in_a_list_of_persons():
    assert in_table("姓名|身份证号码|金额", "吕明静|-|300", "冯桂||300") == [
        ("heading", "身份证号码"),
        ("name", "吕明静"),
        ("name", "冯桂"),
    ]
    assert in_table("姓名|身份证号码|金额", "||", "||") == []


def test_a_cell_that_speaks_of_a_residence_is_read():
    assert in_table("姓名|说明", "冯桂|住所示范县和平路8号3单元201室") == [
        ("name", "冯桂"),
        ("address", "示范县和平路8号3单元201室"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "沈宇敏书记询问了情况，联系电话13912345678。",
        "县残联理事长常伟永带队，联系电话13912345678。",
        "县机关事务服务中心对浙C97304大众轿车等公务用车公开拍卖。",
    ],
)
def test_who_bears_a_title_and_what_an_office_drives_are_no_finds(text):
    assert {kind for kind, _ in found(text)} <= {"mobile"}
