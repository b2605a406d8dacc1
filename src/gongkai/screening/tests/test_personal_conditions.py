import pytest

from .personal_finds import in_rows, in_texts


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("张三，1990年5月1日出生", [("name", "张三"), ("birth_date", "1990年5月1日")]),
        ("出生日期：1990-05-01", [("birth_date", "1990-05-01")]),
        ("张三，男，1990年5月生，", [("name", "张三"), ("birth_date", "1990年5月")]),
        ("张三患有尿毒症", [("name", "张三"), ("illness", "尿毒症")]),
        ("张三被诊断为戈谢病。", [("name", "张三"), ("illness", "戈谢病")]),
        ("张三身患莱姆病，", [("name", "张三"), ("illness", "莱姆病")]),
        ("张三，肢体二级残疾", [("name", "张三"), ("disability", "肢体二级残疾")]),
        ("张三（视力残疾（一级））", [("name", "张三"), ("disability", "视力残疾（一级）")]),
        ("张三，残疾等级：三级", [("name", "张三"), ("disability", "三级")]),
    ],
)
def test_what_is_said_of_a_person_is_found(text, finds):
    assert in_texts(text) == finds


@pytest.mark.parametrize(
    "text",
    [
        "2016年9月1日以后出生的儿童",
        "1960年12月31日以前出生且缴费满15年的人员",
        "事故发生于1987年1月1日，",
        "1990年5月1日生效",
        "张三，男，汉族，1970年5月生，现任示范县民政局局长",
        "做好艾滋病、结核病防治工作",
        "患有精神病的人员由医疗机构收治",
        "将肺癌、尿毒症等36种疾病纳入保障范围",
        "对持有残疾人证、残疾等级为一级的人员发放补贴",
        "肢体残疾一级、二级的考生可以申请延长考试时间",
    ],
)
def test_rules_and_policies_are_not_found(text):
    assert in_texts(text) == []


def test_the_day_of_birth_of_an_official_is_found_and_the_month_is_not():
    assert in_texts("张三，男，1970年5月6日出生，现任示范县民政局局长") == [
        ("name", "张三"),
        ("birth_date", "1970年5月6日"),
    ]


def test_columns_of_births_illnesses_and_disabilities_are_found_where_persons_are_named():
    rows = [["姓名", "出生年月", "病种", "残疾类别"], ["张三", "199005", "罕见病甲", "肢体"]]
    assert in_rows(rows) == [
        ("name", "张三"),
        ("birth_date", "199005"),
        ("illness", "罕见病甲"),
        ("disability", "肢体"),
    ]
    assert in_rows([["病种", "残疾类别", "人数"], ["尿毒症", "肢体", "12"]]) == []


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("村民张三家中，老人31岁，帕金森病多年，日常服药。", [("illness", "帕金森病")]),
        ("家住河东的张三拉着他的手。去年查出糖尿病后，住院三次。", [("illness", "糖尿病")]),
        ("父亲李四与乳腺癌抗争了六年。", [("illness", "乳腺癌")]),
        ("母亲李四是帕金森病患者，不能受寒。", [("illness", "帕金森病")]),
        ("我是教师张三，为父亲治尿毒症。", [("illness", "尿毒症")]),
        ("张三说自己得的是糖尿病。", [("illness", "糖尿病")]),
        ("张三讲解怎样防治糖尿病。", []),
        ("麦子得了纹枯病，好比人得了肝硬化。", []),
    ],
)
def test_an_illness_is_found_by_what_is_told_of_it(text, finds):
    assert [find for find in in_texts(text) if find[0] == "illness"] == finds


def test_a_birth_that_is_corrected_is_found():
    text = "居民张三，登记出生日期为2001年10月21日，申请更正为1964年9月28日。"
    assert [value for kind, value in in_texts(text) if kind == "birth_date"] == [
        "2001年10月21日",
        "1964年9月28日",
    ]


def test_an_illness_in_a_text_about_somebody_is_found_though_no_word_says_whose_it_is():
    texts = ("张建国，身份证号11010519491231002X。", "既往：冠心病。长期服药。")
    assert ("illness", "冠心病") in in_texts(*texts)
    assert ("illness", "冠心病") not in in_texts(texts[0], "卫生院将开展冠心病防治知识宣传。")


def test_an_illness_of_one_person_is_found_though_he_is_not_named():
    assert in_texts("无名氏，男，60岁，经县医院检查确诊为脑梗死。") == [("illness", "脑梗死")]
    assert in_texts("志愿者来到残疾居民吕某某家中，他突发脑梗死，行动不便。") == []


def test_an_illness_is_told_from_the_word_that_its_last_character_begins():
    text = "张建国，身份证号11010519491231002X，2026年9月25日因高血压病逝，养老待遇已停发。"
    assert ("illness", "高血压") in in_texts(text)
