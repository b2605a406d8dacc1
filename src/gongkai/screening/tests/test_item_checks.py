from datetime import date

import pytest

from gongkai.screening.detectors.item import AttachedFile, ItemFacts, check_item
from gongkai.screening.enums import Kind
from gongkai.screening.findings import Lists, Passage, Place

TODAY = date(2026, 3, 2)
LISTS = Lists(site_hosts=("www.shifan.gov.cn", "gongkai.shifan.test:8000"), agency_names=("示范县民政局",))
TEXT = "为做好养老服务补贴发放工作，现将有关事项通知如下。"


def check(*paragraphs, exists=lambda address: None, **facts):
    facts = {"title": "关于发放养老服务补贴的通知", "issuer": "示范县民政局", "today": TODAY, **facts}
    passages = [Passage(facts["title"], Place(field="title"))]
    passages += [Passage(text, Place(field="body", paragraph=at)) for at, text in enumerate(paragraphs, 1)]
    return check_item(ItemFacts(**facts), passages, LISTS, exists)


def said(findings):
    return [(each.kind, each.value) for each in findings]


def files(*names):
    return tuple(AttachedFile(name, name.rpartition(".")[2]) for name in names)


def test_an_item_that_fits_together_has_no_findings():
    findings = check(
        TEXT,
        "附件：1.养老服务补贴申请表",
        "2.养老服务机构名单",
        "示范县民政局",
        "2026年3月1日",
        files=files("养老服务补贴申请表.docx", "养老服务机构名单.xlsx"),
        signed_on=date(2026, 3, 1),
        printed_on=date(2026, 3, 1),
        effective_on=date(2026, 3, 1),
        valid_until=date(2031, 3, 1),
        document_number="示民发〔2026〕3号",
        kind_is_document=True,
        links=("https://www.shifan.gov.cn/items/1/", "/items/2/", "mailto:mz@shifan.gov.cn", "#top"),
    )
    assert findings == []


@pytest.mark.parametrize(
    ("paragraphs", "facts", "note"),
    [
        ([], {}, "正文是空的。请至少用一两句话说明内容。"),
        ([" ", "　"], {}, "正文是空的。请至少用一两句话说明内容。"),
        (["&nbsp;"], {}, "正文是空的。请至少用一两句话说明内容。"),
        ([], {"images": 1}, "正文只有图片，读不到也检索不到。请用文字写出图片的内容。"),
        (["详见附件。"], {"files": files("申请表.doc")}, "正文只有“详见附件”。请用一两句话说明附件是什么。"),
        (
            ["关于发放养老服务补贴的通知（详见附件）"],
            {"files": files("申请表.doc")},
            "正文只有“详见附件”。请用一两句话说明附件是什么。",
        ),
        (["关于发放养老服务补贴的通知"], {}, "正文只重复了标题或者附件名。请用一两句话说明内容。"),
        (
            ["申请表.doc"],
            {"files": files("申请表.doc")},
            "正文只重复了标题或者附件名。请用一两句话说明内容。",
        ),
    ],
)
def test_a_body_that_says_nothing_is_found(paragraphs, facts, note):
    findings = [each for each in check(*paragraphs, **facts) if each.kind == Kind.EMPTY_BODY]
    assert [each.note for each in findings] == [note]


def test_a_title_that_names_its_office_twice_is_found():
    title = "示范县民政局关于示范县民政局关于发放养老服务补贴的通知"
    assert [(each.passage, each.start, each.value, each.suggestion) for each in check(TEXT, title=title)] == [
        (0, 0, "示范县民政局关于示范县民政局关于", "示范县民政局关于")
    ]


@pytest.mark.parametrize(
    ("paragraphs", "uploaded", "expected"),
    [
        (["附件：1.申请表", "2.名单"], (), "2个附件"),
        (["附件：1.申请表", "2.名单"], ("申请表.doc",), "2个附件"),
        (["附件：申请表"], (), "1个附件"),
        (["附件:1、申请表 2、名单 3、方案"], ("申请表.doc", "名单.xls"), "3个附件"),
        (["标准见附件1，系数见附件2。"], ("标准.pdf",), "2个附件"),
        (["具体名单详见附件。"], (), "1个附件"),
    ],
)
def test_attachments_that_the_text_announces_and_nobody_uploaded_are_found(paragraphs, uploaded, expected):
    assert said(check(TEXT, *paragraphs, files=files(*uploaded))) == [(Kind.MISSING_ATTACHMENT, expected)]


@pytest.mark.parametrize(
    ("paragraphs", "uploaded"),
    [
        (["附件：1.申请表", "2.名单"], ("申请表.doc", "名单.xls")),
        (["标准见附件1。", "示范县民政局", "2026年3月1日", "附件1", "养老服务补贴标准", "每人每月100元"], ()),
        (["标准见附件1。 示范县民政局 2026年3月1日 附件1养老服务补贴标准"], ()),
        (["按照附件填写的，不予受理。"], ("养老服务补贴申请表.doc",)),
        (["提交申请材料及其附件。"], ()),
    ],
)
def test_attachments_that_are_there_are_not_missed(paragraphs, uploaded):
    assert said(check(TEXT, *paragraphs, files=files(*uploaded))) == []


def test_an_announced_attachment_under_another_name_is_found():
    findings = check(
        TEXT,
        "附件：1.养老服务补贴申请表 2.评估机构名册",
        files=files("养老服务补贴申请表.doc", "养老服务补贴标准.doc"),
    )
    assert said(findings) == [(Kind.MISSING_ATTACHMENT, "评估机构名册")]


def test_the_file_of_another_document_is_found_by_its_name():
    findings = check(
        "现就征地区片综合地价调整结果公布如下：土地补偿费占40%，安置补助费占60%。",
        title="示范县人民政府关于调整征地区片综合地价标准的通知",
        issuer="示范县人民政府",
        files=files("示范县人民政府办公室关于印发营造林项目管理办法的通知（原件）.pdf"),
    )
    assert said(findings) == [
        (Kind.STRANGE_ATTACHMENT, "示范县人民政府办公室关于印发营造林项目管理办法的通知（原件）.pdf")
    ]


def test_the_file_of_another_document_is_found_by_the_heading_inside():
    strange = AttachedFile(
        "附件.pdf",
        "pdf",
        beginning="示范县林业局\n关于印发营造林项目检查验收办法的\n通知\n各乡镇",
        characters=3000,
    )
    assert [each.note for each in check(TEXT, files=(strange,)) if "标题" in each.note] == [
        "文件里的标题是“关于印发营造林项目检查验收办法的通知”，与这条信息的标题、正文没有什么共同的词。"
        "请打开核对，传错的请更换。"
    ]
    own = AttachedFile(
        "养老服务补贴.pdf", "pdf", beginning="示范县民政局关于发放养老服务补贴的通知\n各乡镇", characters=3000
    )
    assert check(TEXT, files=(own,)) == []


@pytest.mark.parametrize(
    "name",
    [
        "新建 Microsoft Word 文档.docx",
        "附件1.pdf",
        "W020231116375398736649.jpg",
        "1.doc",
        "微信图片_20260302.png",
    ]
    + ["养老服务补贴申请表(1)(1).doc", "养老服务补贴申请表 - 副本.doc", "扫描件.pdf", "新建文件夹.zip"],
)
def test_names_of_files_that_say_nothing_are_found(name):
    assert said(check(TEXT, files=files(name))) == [(Kind.STRANGE_ATTACHMENT, name)]


@pytest.mark.parametrize(
    "name", ["养老服务补贴申请表.doc", "报名表.doc", "养老服务补贴(第1批).xls", "岗位一览表.xls"]
)
def test_ordinary_names_of_files_are_left_alone(name):
    assert check(TEXT, files=files(name)) == []


@pytest.mark.parametrize(
    ("facts", "note"),
    [
        ({"signed_on": date(2026, 3, 3)}, "成文日期2026年3月3日在今天以后。"),
        (
            {"signed_on": date(2026, 3, 1), "printed_on": date(2026, 2, 28)},
            "印发日期2026年2月28日早于成文日期2026年3月1日。",
        ),
        (
            {"signed_on": date(2026, 3, 1), "effective_on": date(2026, 1, 1), "kind_is_document": True},
            "施行日期2026年1月1日早于成文日期2026年3月1日，文件一般不溯及既往。",
        ),
        (
            {"signed_on": date(2026, 3, 1), "valid_until": date(2025, 3, 1)},
            "有效期至2025年3月1日，早于2026年3月1日的施行或者成文日期。",
        ),
        (
            {"signed_on": date(2026, 1, 5), "document_number": "示民发[2025]30号"},
            "发文字号的年份是2025年，成文日期是2026年1月5日。",
        ),
    ],
)
def test_dates_of_the_item_that_contradict_one_another_are_found(facts, note):
    assert [(each.kind, each.passage, each.note) for each in check(TEXT, **facts)] == [
        (Kind.DATE_CONFLICT, -1, note)
    ]


@pytest.mark.parametrize(
    "signature", [["示范县民政局", "2026年3月1日"], ["特此通知。 示范县民政局 二〇二六年三月一日"]]
)
def test_the_date_under_the_text_is_compared_with_the_items(signature):
    findings = check(TEXT, *signature, signed_on=date(2026, 2, 28))
    assert [(each.kind, each.note) for each in findings] == [
        (Kind.DATE_CONFLICT, "落款是2026年3月1日，成文日期填的是2026年2月28日。")
    ]
    assert check(TEXT, *signature, signed_on=date(2026, 3, 1)) == []


def test_a_date_of_printing_before_the_signature_is_found():
    body = [TEXT, "示范县民政局", "2026年3月1日", "示范县民政局办公室　2026年2月27日印发"]
    findings = check(*body, printed_on=date(2026, 2, 28))
    assert [(each.passage, each.value, each.note) for each in findings] == [
        (4, "2026年2月27日", "印发日期2026年2月27日早于落款日期2026年3月1日。"),
        (4, "2026年2月27日", "正文写的印发日期是2026年2月27日，印发日期填的是2026年2月28日。"),
    ]


def test_dates_that_the_text_speaks_of_are_no_signature():
    body = ["示范县民政局2020年4月1日印发的《办法》自2020年5月1日起施行。", TEXT]
    assert check(*body, signed_on=date(2026, 3, 1)) == []


@pytest.mark.parametrize(
    ("given", "note"),
    [
        ("", "正文开头印着发文字号，“发文字号”一栏没有填，按文号查不到。"),
        ("无", "正文开头印着发文字号，“发文字号”一栏没有填，按文号查不到。"),
        ("示民发〔2026〕4号", "正文开头的发文字号与填写的“示民发〔2026〕4号”不同。"),
    ],
)
def test_the_number_at_the_head_of_the_text_is_compared_with_the_items(given, note):
    findings = check("示民发〔2026〕3号", TEXT, document_number=given)
    assert [(each.kind, each.passage, each.value, each.note) for each in findings] == [
        (Kind.DOCUMENT_NUMBER, 1, "示民发〔2026〕3号", note)
    ]


def test_the_same_number_in_another_form_is_the_same():
    assert check("示民发[2026] 第3号", TEXT, document_number="示民发〔2026〕3号") == []
    assert check("根据示民发〔2025〕9号文件，" + TEXT, document_number="示民发〔2026〕3号") == []


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("file:///D:/公开/方案.doc", Kind.DEAD_LINK),
        ("C:\\公开\\方案.doc", Kind.DEAD_LINK),
        ("\\\\server\\share\\a.doc", Kind.DEAD_LINK),
        ("http://192.168.1.10/a", Kind.DEAD_LINK),
        ("http://10.0.0.8:8080/a", Kind.DEAD_LINK),
        ("http://localhost/a", Kind.DEAD_LINK),
        ("http://oa/a", Kind.DEAD_LINK),
        ("http://", Kind.DEAD_LINK),
        ("http://[::1", Kind.DEAD_LINK),
        ("http://www.shifan.gov.cn，请登录", Kind.DEAD_LINK),
        ("www.shifan.gov.cn/a", Kind.DEAD_LINK),
        ("javascript:void(0)", Kind.DEAD_LINK),
        ("https://www.example.com/a", Kind.FOREIGN_LINK),
        ("https://gov.cn.example.com/a", Kind.FOREIGN_LINK),
    ],
)
def test_links_that_lead_nowhere_or_away_are_found(address, kind):
    assert said(check(TEXT, links=(address,))) == [(kind, address)]


@pytest.mark.parametrize(
    "address",
    [
        "https://www.gov.cn/a",
        "https://zwfw.shifan.gov.cn/a",
        "http://gongkai.shifan.test:8000/items/1/",
        "/items/1/",
        "tel:12345",
    ],
)
def test_links_to_government_sites_are_left_alone(address):
    assert check(TEXT, links=(address,)) == []


def test_a_link_to_a_page_of_our_own_that_is_not_there_is_found():
    findings = check(TEXT, links=("/items/1/", "/items/2/"), exists=lambda address: address == "/items/1/")
    assert [(each.kind, each.value, each.note) for each in findings] == [
        (Kind.DEAD_LINK, "/items/2/", "这是本网站的地址，但没有这个页面，或者还没有公开。")
    ]
