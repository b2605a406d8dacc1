import pytest

from .personal_finds import in_texts


@pytest.mark.parametrize(
    "plate",
    [
        "鲁G12345",
        "鲁G·12345",
        "鲁GD12345",
        "鲁G12345F",
        "鲁G1234学",
        "鲁A1234警",
        "鲁G1234挂",
        "粤Z1234港",
        "粤Z1234澳",
        "使014578",
        "沪A1234领",
        "WJ鲁1234X",
        "WJ鲁12345",
        "WJ01-12345",
        "军A12345",
    ],
)
def test_a_plate_is_found(plate):
    assert in_texts(f"车辆{plate}违法停车") == [("plate", plate)]


@pytest.mark.parametrize(
    "text",
    [
        "粤B2-20090059",
        "鲁ICP备12345678号",
        "许可证编号：鲁A12345",
        "鲁G123456789",
        "鲁G1234*",
        "闽E12345号批文",
        "鲁ABCDEF",
        "上海A12345型",
        "将军A1座",
    ],
)
def test_what_only_looks_like_a_plate_is_not_found(text):
    assert in_texts(text) == []


def test_a_personal_mailbox_is_found():
    assert in_texts("邮箱：zhangsan@example.com") == [("email", "zhangsan@example.com")]
    assert in_texts("请回复ｚhang＠example.com。") == [("email", "ｚhang＠example.com")]


@pytest.mark.parametrize(
    "text",
    [
        "邮箱：mzj@shifan.gov.cn",
        "公务邮箱：sfxmzj@163.com",
        "意见发送至sfxmzj@163.com",
        "投稿邮箱sfxmzj@163.com",
        "办公地址：示范县人民路1号，邮编262500，电子邮箱：sfxmzj@163.com",
        "电子邮箱：SFXMZJ@example.com",
        "请将材料报县民政局，邮箱sfxmzj@163.com",
        "承办科室：救助科，邮箱：sfxmzj@163.com",
        "a@b",
    ],
)
def test_an_office_mailbox_is_not_found(text):
    assert in_texts(text, office_emails=frozenset({"sfxmzj@example.com"})) == []


def test_a_mailbox_beside_a_mobile_is_somebodys_own():
    assert in_texts("报名邮箱zhangsan@163.com，手机13800138000") == [
        ("email", "zhangsan@163.com"),
        ("mobile", "13800138000"),
    ]


@pytest.mark.parametrize(
    "before", ["答复意见发送至申请人邮箱", "如需咨询请看报名时预留的邮箱：", "征求意见请发至您的常用电子邮箱"]
)
def test_a_mailbox_said_to_be_a_persons_is_found_among_words_of_offices(before):
    assert in_texts(f"{before}zhangsan@163.com") == [("email", "zhangsan@163.com")]


def test_a_mailbox_beside_a_persons_permit_is_somebodys_own():
    assert in_texts("通行证号C92424261，咨询邮箱zhangsan@163.com") == [
        ("permit", "C92424261"),
        ("email", "zhangsan@163.com"),
    ]


def test_a_mail_box_of_an_office_is_told_from_that_of_the_one_who_is_written_to():
    assert in_texts("公众可来信或发邮件至sfx@126.com提出意见。") == []
    assert in_texts("如有线索，请拨打纪念科电话010-3455389或发邮件至sfx@126.com。") == []
    assert in_texts("你所留通信地址有误，电子邮箱为zhang3@126.com。") == [("email", "zhang3@126.com")]
    assert in_texts("我因在外地务工，想委托妹妹代办，需要哪些材料？留言邮箱zhang3@126.com。") == [
        ("email", "zhang3@126.com")
    ]


def test_plates_of_offices_and_numbers_of_lifts_are_none():
    assert in_texts("执法执勤用车3辆，号牌分别为鲁G12345、鲁G12346、鲁G12347。") == []
    assert in_texts("使用登记证编号：梯11鲁G01234（19）") == []
