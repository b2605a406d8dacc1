import pytest

from .made_up import luhn
from .personal_finds import in_rows, in_texts


@pytest.fixture
def card():
    return luhn("622202000000000000")


def test_a_card_number_is_found_without_a_word_before_it(card):
    grouped = " ".join(card[at : at + 4] for at in range(0, len(card), 4))
    assert in_texts(f"打入{card}内") == [("bank_card", card)]
    assert in_texts(f"打入{grouped}内") == [("bank_card", grouped)]
    assert in_texts(f"银行卡号{' '.join(card)}") == [("bank_card", " ".join(card))]
    assert in_texts(f"表二 {' '.join(card)}") == []


def test_a_number_that_fails_the_check_or_counts_money_is_no_card(card):
    wrong = card[:-1] + str((int(card[-1]) + 1) % 10)
    assert in_texts(f"流水{wrong}") == []
    assert in_texts(f"合计{card}元") == []
    assert in_texts("6222************123") == []


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("户名：张三，账号：1606001109022123", [("name", "张三"), ("bank_card", "1606001109022123")]),
        ("收款人张三，账号1606001109022123", [("name", "张三"), ("bank_card", "1606001109022123")]),
        ("个人账户，账号：1606001109022123", [("bank_card", "1606001109022123")]),
        ("户名：示范县财政局，账号：1606001109022123", []),
        ("开户名称：示范县惠民超市\n账号：1606001109022123", []),
        ("投标保证金账号：1606001109022123", []),
        ("账号：1606001109022123，户名：示范县公共资源交易中心", []),
    ],
)
def test_an_account_is_found_when_a_person_holds_it(text, finds):
    assert in_texts(text) == finds


def test_the_holder_may_stand_in_the_lines_around():
    assert in_texts("户名：示范县宏远建筑有限公司", "开户行：示范银行", "账号：1606001109022123") == []
    assert in_texts("姓名：张三", "开户行：示范银行", "银行卡账号为个人账户账号1606001109022123") == [
        ("name", "张三"),
        ("bank_card", "1606001109022123"),
    ]


def test_accounts_are_found_in_a_table_of_persons_only():
    assert in_rows([["户主", "账号"], ["张三", "1606001109022123"]]) == [
        ("name", "张三"),
        ("bank_card", "1606001109022123"),
    ]
    assert in_rows([["单位名称", "开户行", "账号"], ["示范县财政局", "工行", "1606001109022123"]]) == []


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("社会保障号：3712345678", [("social_insurance", "3712345678")]),
        ("社会保障卡号：A12345678", [("social_insurance", "A12345678")]),
        ("住院号123456", [("medical_number", "123456")]),
        ("就诊卡号：12345678", [("medical_number", "12345678")]),
        ("医保编号为ZY1234567", [("medical_number", "ZY1234567")]),
        ("医保报销12345678人", []),
    ],
)
def test_numbers_of_insurance_and_treatment_are_found_by_the_word_before_them(text, finds):
    assert in_texts(text) == finds


def test_a_persons_account_is_told_by_the_word_behind_it_and_a_special_account_by_the_child():
    assert in_texts("村民张建国的补贴打入1606001109022123账户") == [
        ("name", "张建国"),
        ("bank_card", "1606001109022123"),
    ]
    assert in_texts("孤儿张小明的生活费发至专户1606001109022123") == [
        ("child", "张小明"),
        ("bank_card", "1606001109022123"),
    ]
    assert in_texts("孤儿张小明的捐款请转财政专户1606001109022123") == [("child", "张小明")]


@pytest.mark.parametrize(
    "text",
    [
        "竞买保证金请汇至：示范县公共资源交易中心，开户行示范农商行支行，账号20118130970315501。",
        "租金汇入村股份经济合作社账户，账号20118130970315501。",
        "其中基本户账号20118130970315501，涉及资金较大。",
        "农民工工资专用账户：户名示范县宏远建筑有限公司，账号20118130970315501。",
        "要求其向“安全账户”转账84126856710.32元",
        "个人存款账户实名制规定(2000-03-20)",
        "社会保障卡一卡通规定(2024-09-27)",
    ],
)
def test_an_account_of_a_body_a_sum_or_a_date_is_no_find(text):
    assert in_texts(text) == []


@pytest.mark.parametrize(
    ("text", "accounts"),
    [
        (
            "居民张三与李四的一卡通账号录反，应分别为201111803652152和201190624481706。",
            ["201111803652152", "201190624481706"],
        ),
        ("村民张三的补贴款改发至90404817068483399。", ["90404817068483399"]),
        (
            "村民张三，一卡通账号20116744477145598，重复入账，请退回。户名：示范县财政局。",
            ["20116744477145598"],
        ),
        ("其遗孀张三申请抚恤金，由遗孀指定的账号904098770835272领取。", ["904098770835272"]),
    ],
)
def test_an_account_of_a_person_is_found_beside_bodies_and_other_accounts(text, accounts):
    assert [value for kind, value in in_texts(text) if kind == "bank_card"] == accounts
