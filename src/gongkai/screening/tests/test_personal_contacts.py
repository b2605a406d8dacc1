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
