import pytest

from gongkai.screening.detectors.writing import detect
from gongkai.screening.enums import Kind
from gongkai.screening.findings import Lists, Passage


def found(*paragraphs, kind, today=""):
    findings = detect([Passage(text) for text in paragraphs], Lists(today=today))
    return [(each.value, each.suggestion) for each in findings if each.kind == kind]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("示政发[2022]5号", "〔2022〕5号"),
        ("示政发［2022］5号", "〔2022〕5号"),
        ("示政发（2022）5号", "〔2022〕5号"),
        ("示政发【2022】5号", "〔2022〕5号"),
        ("示政发﹝2022﹞5号", "〔2022〕5号"),
        ("示政发「2022」5号", "〔2022〕5号"),
        ("示政发〔2022)5号", "〔2022〕5号"),
        ("示政发〔2022〕第5号", "〔2022〕5号"),
        ("示政发〔2022〕字第5号", "〔2022〕5号"),
        ("示政发〔2022〕005号", "〔2022〕5号"),
        ("示政发〔2022年〕5号", "〔2022〕5号"),
        ("示政发〔22〕5号", "〔2022〕5号"),
        ("示政发〔98〕5号", "〔1998〕5号"),
        ("示政发〔2022〕5 号", "〔2022〕5号"),
        ("示政发（２０２２）５号", "〔2022〕5号"),
    ],
)
def test_document_number_in_another_form_is_found_with_the_right_one(written, right):
    text = f"根据《示范县某办法》（{written}），"
    assert found(text, kind=Kind.DOCUMENT_NUMBER) == [(written.removeprefix("示政发"), right)]


def test_blank_before_the_year_belongs_to_what_is_wrong():
    assert found("示政发 〔2022〕5号文件", kind=Kind.DOCUMENT_NUMBER) == [(" 〔2022〕5号", "〔2022〕5号")]


@pytest.mark.parametrize(
    "text",
    [
        "示政发〔2022〕5号",
        "示范县人民法院（2022）鲁01民终123号民事判决",
        "国务院令第711号",
        "《党政机关公文格式》（GB/T 9704-2012）",
        "财政部公告2022年第5号",
        "审图号：示S（2023）001号",
        "食品经营许可证（2020）第00123号",
        "鲁（2020）示范县不动产权第0001234号",
        "示储（2022）12号地块",
        "书号：ISBN 978-7-5467-0591-0，电话0591-23165385",
        "示政字〔1998〕第12号",
        "项目（05）12号",
        "（2022）5号",
    ],
)
def test_other_numbers_are_no_document_numbers(text):
    assert found(text, kind=Kind.DOCUMENT_NUMBER) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("于2月30日前报送。", "2月30日"),
        ("自2023年2月29日起施行", "2023年2月29日"),
        ("2022年13月1日", "2022年13月1日"),
        ("二〇二三年二月三十日", "二〇二三年二月三十日"),
        ("2026年3月2日（星期二）召开", "2026年3月2日（星期二"),
        ("２０２６年３月２日星期天", "２０２６年３月２日星期天"),
        ("2026年3月2日（周日）", "2026年3月2日（周日"),
        ("公示时间：5月10日至5月1日", "5月10日至5月1日"),
        ("公示期为5月10日至5日", "5月10日至5日"),
        ("2026年5月10日—2026年5月1日", "5月10日—2026年5月1日"),
        ("自2026年5月10日起至2025年5月9日止", "5月10日起至2025年5月9日"),
    ],
)
def test_dates_that_cannot_be_are_found(text, value):
    assert found(text, kind=Kind.DATE_CONFLICT) == [(value, "")]


@pytest.mark.parametrize(
    "text",
    [
        "2024年2月29日",
        "2026年3月2日（星期一）",
        "2026年3月1日（周日）",
        "冬令时：10月1日-5月31日",
        "自2025年12月1日至2026年2月28日",
        "12月1日至次年2月28日",
        "2026年3月2日周边道路封闭",
        "2026年3月2日星期一至星期五",
        "公告之日起5日内",
        "5月10日至15日",
        "2026年9月18日07:00~09:00",
        "1-13月份",
    ],
)
def test_dates_that_may_be_are_left_alone(text):
    assert found(text, kind=Kind.DATE_CONFLICT) == []


@pytest.mark.parametrize("signed", ["2026年3月3日", "二〇二六年三月三日"])
def test_signature_later_than_today_is_found(signed):
    text = ["现予公告。", "示范县民政局", signed]
    assert found(*text, kind=Kind.DATE_CONFLICT, today="2026-03-02") == [(signed, "")]
    assert found(*text, kind=Kind.DATE_CONFLICT, today="2026-03-03") == []
    assert found(f"现予公告。 示范县民政局 {signed}", kind=Kind.DATE_CONFLICT, today="2026-03-02") == [
        (signed, "")
    ]
    assert found(f"示范县民政局{signed}前报送。", kind=Kind.DATE_CONFLICT, today="2026-03-02") == []


@pytest.mark.parametrize(
    ("text", "value", "right"),
    [
        ("补贴10-20%", "10-20%", "10%—20%"),
        ("补贴10～20％", "10～20％", "10％～20％"),
        ("奖励20~30万元", "20~30万", "20万~30万"),
        ("全长12KM，", "12KM", "12km"),
        ("面积100m2。", "100m2", "100m²"),
        ("面积120平方，", "120平方", "120平方米"),
        ("亩产800斤", "800斤", ""),
        ("投资3,0000元", "3,0000", "30,000"),
        ("投资5，200万元", "5，200", "5,200"),
        ("增长8。5%", "8。5", "8.5"),
        ("共2０户", "2０", "20"),
        ("二○二六年三月", "二○二六年", "二〇二六年"),
        ("二零二六年三月", "二零二六年", "二〇二六年"),
        ("全年共受理10件，其中信访12件", "共受理10件，其中信访12件", ""),
    ],
)
def test_number_in_another_form_is_found_with_the_right_one(text, value, right):
    assert found(text, kind=Kind.NUMBER_FORM) == [(value, right)]


@pytest.mark.parametrize(
    "text",
    [
        "补贴10%—20%，奖励20万—30万元",
        "2019-2020年增长5%",
        "完成147,519万元，占25.2%",
        "5000至1万元",
        "风力9-11级，时间8:00-12:00",
        "面积120平方米，47320㎡，19.45公顷（约合292亩）",
        "重12公斤，时速60公里/小时",
        "联系电话0591-23165385，邮编350400",
        "分别补贴100，200，300元",
        "到2021年共100户。5个村",
        "型号YJV-3KW",
        "二〇二六年三月",
        "一百零二年",
        "共受理10件，其中信访8件",
        "单位9134129845278581MM",
    ],
)
def test_numbers_that_are_right_are_left_alone(text):
    assert found(text, kind=Kind.NUMBER_FORM) == []
