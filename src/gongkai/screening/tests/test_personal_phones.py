import pytest

from .personal_finds import in_rows, in_texts

OFFICE = {"office_phones": frozenset({"05942345678", "2345678", "13900001111"})}


@pytest.mark.parametrize(
    "written",
    [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "138 00138000",
        "1380013 8000",
        "+8613800138000",
        "+86 138-0013-8000",
        "0086-13800138000",
        "013800138000",
        "１３８００１３８０００",
        "138\u200b0013\u200b8000",
    ],
)
def test_a_mobile_is_found_however_it_is_written(written):
    assert in_texts(f"请拨打{written}。") == [("mobile", written)]


def test_digits_one_by_one_are_a_mobile_only_behind_a_word_for_one():
    assert in_texts("手机 1 3 8 0 0 1 3 8 0 0 0") == [("mobile", "1 3 8 0 0 1 3 8 0 0 0")]
    assert in_texts("一、新收 1 3 8 0 0 1 3 8 0 0 0") == []


@pytest.mark.parametrize(
    "text",
    [
        "总投资13800138000元",
        "面积13800138000平方米",
        "编号13800138000",
        "发票号13800138000",
        "https://shifan.gov.cn/art/13800138000",
        "东经119.13800138000",
        "138001380001",
        "SC13800138000",
        "138****8000",
        "131 2023 2024",
        "138001380",
    ],
)
def test_other_numbers_of_eleven_digits_are_no_mobiles(text):
    assert in_texts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "联系电话：0594-1234567",
        "示范县民政局：0594-1234567、0594-7654321",
        "联系人：张三，联系电话：0594-1234567",
        "（联系人：张三；电话/传真：0594-1234567）",
        "监督电话（0594）1234567转8001",
        "值班电话7654321，传真7654322",
        "12345热线、12315、110、120、400-800-1234、95598、8008201234",
    ],
)
def test_office_lines_and_services_are_not_found(text):
    assert in_texts(text) == []


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("宅电：0594-7654321", [("landline", "0594-7654321")]),
        ("家庭电话7654321", [("landline", "7654321")]),
        ("申请人：张三，电话：0594-7654321", [("name", "张三"), ("landline", "0594-7654321")]),
        ("村民张三（0594-7654321）", [("name", "张三"), ("landline", "0594-7654321")]),
        ("张三 0594-7654321", [("name", "张三"), ("landline", "0594-7654321")]),
    ],
)
def test_a_land_line_at_home_or_beside_a_private_person_is_found(text, finds):
    assert in_texts(text) == finds


def test_telephones_that_the_county_knows_as_office_ones_are_not_found():
    assert in_texts("张三 0594-2345678，13900001111", **OFFICE) == []
    assert in_texts("张三 139 0000 1111", **OFFICE) == []
    assert in_texts("宅电：2345678", **OFFICE) == []


def test_land_lines_are_found_in_a_list_of_persons_and_not_in_a_directory():
    persons = [["姓名", "联系电话"], ["张三", "0594-7654321"], ["李四", "7654322"]]
    assert in_rows(persons) == [
        ("name", "张三"),
        ("landline", "0594-7654321"),
        ("name", "李四"),
        ("landline", "7654322"),
    ]
    assert in_rows([["单位", "联系人", "联系电话"], ["示范县民政局", "张三", "0594-7654321"]]) == []
    assert in_rows([["姓名", "职务", "办公电话"], ["张三", "副局长", "0594-7654321"]]) == []
    assert in_rows([["服务站", "地址", "负责人", "电话"], ["大王村站", "示范镇", "张三", "7654321"]]) == []
