import pytest

from gongkai.publications.markup import clean
from gongkai.publications.models import Attachment, Version
from gongkai.publications.screened_text import FIELDS, cover, links_of, passages_of
from gongkai.screening.findings import Cover, Place

TABLE = clean(
    "<table><tr><th colspan=2>补助名单</th></tr><tr><td rowspan=2>一组</td><td>甲</td></tr><tr><td>乙</td></tr></table>"
)


def body_of(html):
    """The passages of a body as (text, place, row, column)."""
    passages = passages_of(Version(body=clean(html)), [])[len(FIELDS) :]
    return [(each.text, each.place, each.row, each.column) for each in passages]


def test_paragraphs_lists_and_captions_are_passages_in_reading_order():
    assert body_of("<p>甲</p><ul><li>乙<ol><li>丙</li></ol></li></ul><blockquote><p>丁</p></blockquote>") == [
        ("甲", Place(field="body", paragraph=1), -1, -1),
        ("乙", Place(field="body", paragraph=2), -1, -1),
        ("丙", Place(field="body", paragraph=3), -1, -1),
        ("丁", Place(field="body", paragraph=4), -1, -1),
    ]


def test_cells_stand_where_merged_cells_leave_them():
    assert [(text, row, column) for text, _, row, column in body_of(TABLE)] == [
        ("补助名单", 0, 0),
        ("一组", 1, 0),
        ("甲", 1, 1),
        ("乙", 2, 1),
    ]


def test_fields_come_first_and_names_of_files_last():
    version = Version(title="标题", body="<p>正文</p>")
    files = [Attachment(name="名单.xlsx"), Attachment(name="图.png", alternative_text="合影")]
    texts = [each.text for each in passages_of(version, files)]
    assert texts == ["标题", *[""] * (len(FIELDS) - 1), "正文", "名单.xlsx", "", "图.png", "合影"]


def test_a_cover_reaches_over_bold_and_links():
    version = Version(body=clean('<p>电话<strong>138</strong>0013<a href="https://a.cn/">8000</a>。</p>'))
    cover(version, [], [Cover(len(FIELDS), 2, 13, "138****8000")])
    assert version.body == "<p>电话<strong>138****8000</strong>。</p>"


@pytest.mark.parametrize(
    "marked", ["<p>一13800138000二13900139000三</p>", "<p>一<em>13800138000</em>二13900139000三</p>"]
)
def test_two_covers_in_one_paragraph_do_not_move_each_other(marked):
    version = Version(body=clean(marked))
    cover(version, [], [Cover(len(FIELDS), 1, 12, "甲"), Cover(len(FIELDS), 13, 24, "乙")])
    assert version.body.replace("<em>", "").replace("</em>", "") == "<p>一甲二乙三</p>"


def test_fields_and_names_of_files_are_covered_too():
    version = Version(title="给13800138000的答复", body="")
    files = [Attachment(name="13800138000.pdf", alternative_text="号码13800138000")]
    numbers = [0, len(FIELDS), len(FIELDS) + 1]
    covers = [Cover(0, 1, 12, "某号"), Cover(numbers[1], 0, 11, "某号"), Cover(numbers[2], 2, 13, "某号")]
    cover(version, files, covers)
    assert (version.title, files[0].name, files[0].alternative_text) == (
        "给某号的答复",
        "某号.pdf",
        "号码某号",
    )


def test_covering_leaves_everything_else_as_it_was():
    version = Version(
        body=clean(
            TABLE + '<figure><img src="/files/abc/1.png" alt="图"><figcaption>图一</figcaption></figure>'
        )
    )
    before = version.body
    cover(version, [], [Cover(len(FIELDS) + 2, 0, 1, "*")])
    assert version.body == before.replace("甲", "*")


def test_links_are_listed_once():
    version = Version(
        body=clean(
            '<p><a href="/items/1/">甲</a><a href="/items/1/">乙</a></p><p><a href="https://a.cn/x">丙</a></p>'
        )
    )
    assert links_of(version) == ["/items/1/", "https://a.cn/x"]


def test_addresses_behind_links_are_looked_at_too():
    version = Version(body=clean('<p><a href="https://a.cn/?id=%E7%94%B2">看这里</a></p>'))
    assert [each.text for each in passages_of(version, [])[-2:]] == ["看这里", "https://a.cn/?id=甲"]
