import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.screening.detectors import personal
from gongkai.screening.detectors.personal import numbers
from gongkai.screening.enums import Kind
from gongkai.screening.findings import Finding, Lists, Passage

from .personal_finds import in_rows, in_texts

ID = "11010519491231002X"


@pytest.mark.parametrize(
    "written",
    [
        ID,
        "11010519491231002x",
        "110105 19491231 002X",
        " ".join("11010519491231002X"),
        "110105-19491231-002X",
        "1101 0519 4912 3100 2X",
        "110105194912\n31002X",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105\u200b19491231\u200b002X",
        "110105—19491231—002X",
        "一一〇一〇五一九四九一二三一〇〇二X",
        "一一零一零五一九四九一二三一零零二Ｘ",
    ],
)
def test_an_identity_number_is_found_however_it_is_written(written):
    assert in_texts(f"编号如下{written}等") == [("id_number", written)]


def test_an_identity_number_glued_to_words_is_found():
    assert in_texts(f"身份证号{ID}已核") == [("id_number", ID)]
    assert in_texts(f"ID{ID}") == [("id_number", ID)]
    assert in_texts(f"学籍号G{ID}") == [("id_number", ID)]
    assert in_texts(f"货号AG{ID}") == []


def test_the_number_of_a_disability_certificate_is_found_whole():
    assert in_texts(f"残疾证号{ID}43") == [("id_number", f"{ID}43")]


@pytest.mark.parametrize(
    "text",
    [
        "110105194912310021",  # wrong check digit
        "110105194913310028",  # no such month
        "990105194912310021",  # no such province
        f"HT{ID}",
        f"0.{ID}",
        f"3{ID}",
        f"{ID}*",
        f"合同编号：{ID}",
        "370703**********1234",
        "3707XXXXXXXXXX1234",
    ],
)
def test_what_only_looks_like_an_identity_number_is_not_found(text):
    assert in_texts(text) == []


def test_a_wrong_number_that_is_called_an_identity_number_is_found_with_a_note():
    text = "身份证号：110105194912310021。"
    assert personal.detect([Passage(text)], Lists()) == [
        Finding(Kind.ID_NUMBER, 0, 5, 23, "110105194912310021", "号码有误，也不能公开")
    ]
    assert in_rows([["姓名", "身份证号"], ["张三", "1101051949123100"]]) == [
        ("name", "张三"),
        ("id_number", "1101051949123100"),
    ]


def test_an_old_number_is_found_beside_a_person_or_a_word_that_says_so():
    assert in_texts("身份证110105491231002") == [("old_id_number", "110105491231002")]
    assert in_texts("张三，110105491231002") == [("name", "张三"), ("old_id_number", "110105491231002")]
    assert in_texts("流水110105491231002") == []
    assert in_texts("注册号110105491231002") == []
    assert in_texts("合同编号：110105491231002") == []


def test_residence_permits_are_found_as_permits():
    assert in_texts("港澳居民居住证810000199408230021") == [("permit", "810000199408230021")]


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("护照号码：E12345678", [("passport", "E12345678")]),
        ("持EA1234567号护照入境", [("passport", "EA1234567")]),
        ("证件号码：G12345678", [("passport", "G12345678")]),
        ("项目E12345678", []),
        ("往来港澳通行证C12345678", [("permit", "C12345678")]),
        ("往来台湾通行证：T12345678", [("permit", "T12345678")]),
        ("台胞证号12345678", [("permit", "12345678")]),
        ("外国人永久居留身份证USA310012345678", [("permit", "USA310012345678")]),
        ("居住证，电话0594-1234567", []),
    ],
)
def test_passports_and_permits_are_found_by_the_word_before_them(text, finds):
    assert in_texts(text) == finds


def test_a_credit_code_is_none_even_in_a_column_of_document_numbers():
    code = "91350100M000100Y43"
    assert numbers.is_credit_code(code)
    assert in_texts(f"统一社会信用代码：{code}") == []
    assert in_rows([["名称", "证件号码"], ["示范县宏远建筑有限公司", code]]) == []


@given(st.dates(), st.sampled_from(sorted(numbers.PROVINCES)), st.integers(0, 999), st.integers(0, 9999))
def test_the_check_digit_tells_every_number_with_one_digit_changed(born, province, order, area):
    first = f"{province}{area:04}{born:%Y%m%d}".zfill(14)[:14] + f"{order:03}"
    good = next(first + last for last in "0123456789X" if numbers.check_digit_fits(first + last))
    changed = good[:5] + str((int(good[5]) + 1) % 10) + good[6:]
    assert not numbers.check_digit_fits(changed)


@pytest.mark.parametrize(
    "text",
    ["张三（110105491231002，一代身份证）", "张三，110105491231002（旧身份证）", "张三一代证110105491231002"],
)
def test_fifteen_digits_called_an_old_number_before_or_behind_are_found(text):
    assert in_texts(text) == [("name", "张三"), ("old_id_number", "110105491231002")]


@pytest.mark.parametrize("text", ["二〇二六年", "一二三四五六七八九十", "一一○○○○○○○○○○○○○○○二"])
def test_other_chinese_numerals_are_no_number_of_a_person(text):
    assert in_texts(f"身份证号{text}") == []
