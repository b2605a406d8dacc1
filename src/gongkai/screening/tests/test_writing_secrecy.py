import pytest

from gongkai.screening.detectors.writing import detect
from gongkai.screening.enums import Kind
from gongkai.screening.findings import Lists, Passage


def found(*paragraphs):
    findings = detect([Passage(text) for text in paragraphs], Lists())
    return [(each.kind, each.value) for each in findings]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("机密★10年", "机密★10年"),
        ("秘密★", "秘密★"),
        ("机密级★20年", "机密级★20年"),
        ("绝　密★长期", "绝　密★长期"),
        ("绝密★启用前", "绝密★启用前"),
        ("秘密＊３年", "秘密＊３年"),
        ("密级：机密", "密级：机密"),
        ("密 级 : 秘 密", "密 级 : 秘 密"),
        ("机 密", "机 密"),
        ("000123 秘密 1年", "秘密"),
        ("份号：000123　机密　特急", "机密"),
        ("机密 特急 示范县人民政府文件 关于某项工作的通知", "机密"),
        ("某项工作方案（秘密）", "（秘密）"),
        ("保密期限：10年", "保密期限：10年"),
    ],
)
def test_a_level_is_a_mark_by_what_stands_beside_it(text, mark):
    assert found(text) == [(Kind.SECRECY_MARK, mark)]


@pytest.mark.parametrize(
    "text",
    [
        "保守国家秘密，不得泄露商业秘密和工作秘密。",
        "国家秘密的密级分为绝密、机密、秘密三级。",
        "明确标识为“秘密”“机密”“绝密”的信息不得公开。",
        "秘密文件的管理，依照《中华人民共和国保守国家秘密法》。",
        "机密级文件由专人保管。",
        "绝密级国家秘密的保密期限不超过三十年。",
        "申请人要求为其保守秘密，",
    ],
)
def test_what_speaks_of_secrets_is_no_mark(text):
    assert found(text) == []


def test_a_table_of_levels_is_no_mark_and_a_single_level_in_a_cell_is():
    levels = [Passage(text, table="t", row=0, column=at) for at, text in enumerate(["密级", "绝密", "机密"])]
    assert detect(levels, Lists()) == []
    form = [Passage(text, table="t", row=0, column=at) for at, text in enumerate(["密级", "秘密"])]
    assert [(each.kind, each.passage) for each in detect(form, Lists())] == [(Kind.SECRECY_MARK, 1)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("（此件不予公开）", "此件不予公开"),
        ("（此件依申请公开）", "此件依申请公开"),
        ("此件不公开", "此件不公开"),
        ("（此件发至县团级）", "此件发至县团级"),
        ("公开属性：不予公开", "公开属性：不予公开"),
        ("内部资料　注意保管", "内部资料　注意保管"),
        ("内部文件，请勿外传", "内部文件，请勿外传"),
        ("本材料仅供内部参考。", "仅供内部参考"),
        ("【内部资料】", "内部资料"),
        ("注意保存", "注意保存"),
        ("（不予公开）", "不予公开"),
        ("明传电报", "明传电报"),
        ("工作秘密", "工作秘密"),
    ],
)
def test_words_for_the_office_only_are_found_as_notes_and_lines_of_their_own(text, word):
    assert found(text) == [(Kind.SECRECY_WORD, word)]


@pytest.mark.parametrize(
    "text",
    [
        "（此件公开发布）",
        "（此件主动公开，发至各村）",
        "涉及商业秘密的，行政机关不予公开。",
        "编印内部资料性出版物，应当取得准印证。",
        "任何人不得外传考试试题，应当注意保管试卷。",
        "不予公开",
        "公开属性：依申请公开□",
        "公开方式：依申请公开",
    ],
)
def test_what_speaks_of_internal_use_is_no_mark(text):
    assert found(text) == []


def test_the_column_of_a_catalogue_is_no_mark():
    cell = Passage("不予公开", table="目录", row=3, column=2)
    assert detect([cell], Lists()) == []
