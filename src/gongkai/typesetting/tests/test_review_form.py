from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn

from gongkai.typesetting.fonts import MissingGlyphs
from gongkai.typesetting.review_form import (
    Level,
    ReviewForm,
    Tick,
    layout,
    moment,
    review_form_docx,
    review_form_pdf,
)

AT = datetime(2026, 3, 2, 1, 5, tzinfo=UTC)
OPINION = (
    "经审核，内容符合《中华人民共和国政府信息公开条例》第二十条的规定，附件中的个人信息已经去标识化处理。"
    * 12
)
FORM = ReviewForm(
    county_name="示范县人民政府",
    title="关于提高城乡低保标准的通知",
    agency="示范县民政局",
    author="小陈",
    version_number=2,
    content_hash="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    opened_at=AT,
    printed_at=AT,
    sections=["政务公开 / 通知公告"],
    disclosure_attribute="主动公开",
    disclosure_basis="《中华人民共和国政府信息公开条例》第二十条",
    secrecy=[
        Tick(label="是否涉及国家秘密", answer="不涉及，可以公开", person="小秦", at=AT),
        Tick(label="是否涉及敏感信息"),
        Tick(label="是否涉及个人隐私、商业秘密"),
    ],
    levels=[
        Level(label="初审", decision="同意", opinion="已核对。", person="老周", agency="县民政局", at=AT),
        Level(label="复审"),
        Level(label="终审"),
    ],
)
LONG = replace(
    FORM,
    attachments=[f"第{number}批低保对象公示名单.xlsx" for number in range(1, 31)],
    levels=[replace(FORM.levels[0], opinion=OPINION), *FORM.levels[1:]],
)


def pages_of(content):
    document = pypdfium2.PdfDocument(content)
    pages = [page.get_textpage().get_text_bounded().replace("\r\n", "") for page in document]
    document.close()
    return pages


def rows_of(content):
    """The table of a Word document, cells joined where they are merged."""
    (table,) = Document(BytesIO(content)).tables
    return [[cell.text for cell in dict.fromkeys(row.cells)] for row in table.rows]


def test_word_form_has_every_field_and_says_what_is_not_decided():
    assert rows_of(review_form_docx(FORM)) == [
        ["标题", "关于提高城乡低保标准的通知"],
        ["发布单位", "示范县民政局", "起草人", "小陈"],
        ["送审时间", "2026年3月2日 09:05", "版本", "第2版"],
        ["发布栏目", "政务公开 / 通知公告"],
        ["索引号", "发布时编给"],
        ["文号", "无"],
        ["公开属性", "主动公开"],
        ["公开依据", "《中华人民共和国政府信息公开条例》第二十条"],
        ["附件", "无"],
        ["脱敏处理", "无"],
        ["保密审查"],
        ["审查内容", "结论和说明", "审查人", "时间"],
        ["是否涉及国家秘密", "不涉及，可以公开", "小秦", "2026年3月2日 09:05"],
        ["是否涉及敏感信息", "尚未审核"],
        ["是否涉及个人隐私、商业秘密", "尚未审核"],
        ["逐级审核"],
        ["级次", "审核意见", "审核人", "时间"],
        ["初审", "同意\n已核对。", "老周\n县民政局", "2026年3月2日 09:05"],
        ["复审", "尚未审核"],
        ["终审", "尚未审核"],
        ["发布时间", "尚未发布"],
        ["发布渠道", "无"],
        ["内容指纹", "SHA-256：9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    ]


def test_early_release_is_on_the_form_with_reason_person_and_time():
    form = replace(FORM, early_reason="防汛预警", early_person="吴局", early_at=AT)
    early = ["先发后审", "理由：防汛预警\n批准人：吴局\n时间：2026年3月2日 09:05"]
    assert early in rows_of(review_form_docx(form))
    assert early in [row for part in layout(form)["parts"] for row in part.get("rows", [])]


def test_pdf_says_what_the_word_form_says():
    (text,) = pages_of(review_form_pdf(FORM))
    text = "".join(text.split())
    for row in rows_of(review_form_docx(FORM)):
        for cell in row:
            assert "".join(cell.split()) in text


def test_a_short_form_fits_one_page_and_a_long_one_repeats_its_title():
    assert len(pages_of(review_form_pdf(FORM))) == 1
    pages = pages_of(review_form_pdf(LONG))
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert "关于提高城乡低保标准的通知" in page
        assert f"第{number}页，共{len(pages)}页" in page.replace(" ", "")
    text = "".join("".join(pages).split())
    assert "30.第30批低保对象公示名单.xlsx" in text
    (table,) = Document(BytesIO(review_form_docx(LONG))).tables
    assert [row._tr.trPr is not None for row in table.rows[:2]] == [True, False]


def test_long_numbers_and_file_names_stay_inside_the_table():
    form = replace(FORM, title="a" * 300, attachments=["b" * 200 + ".xlsx"], document_number="示民发" * 30)
    document = pypdfium2.PdfDocument(review_form_pdf(form))
    for page in document:
        text = page.get_textpage()
        rights = [text.get_charbox(position)[2] for position in range(text.count_chars())]
        assert max(rights) <= 190 / 25.4 * 72  # 20 mm margin at the right
    document.close()


def test_word_form_is_a4_in_the_type_of_chinese_offices():
    document = Document(BytesIO(review_form_docx(FORM)))
    page = document.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    runs = document.element.body.iter(qn("w:r"))
    fonts = {run.rPr.rFonts.get(qn("w:eastAsia")) for run in runs}
    assert fonts == {"方正小标宋简体", "仿宋_GB2312", "黑体"}


def test_a_name_no_type_can_show_is_refused_in_pdf():
    with pytest.raises(MissingGlyphs):
        review_form_pdf(replace(FORM, author="陈\U0002ebf0"))


def test_control_characters_and_markup_do_no_harm():
    form = replace(FORM, title='#read("/etc/passwd")\x00 <w:p/> *甲*')
    assert rows_of(review_form_docx(form))[0] == ["标题", '#read("/etc/passwd") <w:p/> *甲*']
    assert '#read("/etc/passwd")' in pages_of(review_form_pdf(form))[0]


def test_moments_are_written_in_the_countys_time():
    assert (moment(AT), moment(None)) == ("2026年3月2日 09:05", "")
