import random
from functools import partial

from gongkai.common.tests.timing import within
from gongkai.publications.difference import Change, compare, compare_fields


def test_changed_characters_are_marked_within_their_paragraph():
    assert compare("<p>每人每月500元。</p>", "<p>每人每月550元。</p>") == (
        "<p>每人每月5<del>0</del><ins>5</ins>0元。</p>"
    )


def test_added_and_removed_paragraphs_stand_whole():
    old = "<h2>标题</h2><p>第一条 甲乙丙。</p><p>第二条 应当删去。</p>"
    new = "<h2>标题</h2><p>完全是另外的话</p><p>第一条 甲乙丙。</p>"
    assert compare(old, new) == (
        "<h2>标题</h2><p><ins>完全是另外的话</ins></p><p>第一条 甲乙丙。</p><p><del>第二条 应当删去。</del></p>"
    )


def test_tables_are_compared_by_row_and_cell():
    old = "<table><tr><td>甲村</td><td>10户</td></tr><tr><td>乙村</td><td>20户</td></tr></table>"
    new = "<table><tr><td>甲村</td><td>12户</td></tr><tr><td>乙村</td><td>20户</td></tr></table>"
    assert compare(old, new) == (
        "<table><tbody><tr><td>甲村</td><td>1<del>0</del><ins>2</ins>户</td></tr>"
        "<tr><td>乙村</td><td>20户</td></tr></tbody></table>"
    )


def test_lists_links_and_images_show_what_changed_in_them():
    assert compare("<ul><li>身份证</li></ul>", "<ul><li>身份证</li><li>户口簿</li></ul>") == (
        "<ul><li>身份证</li><li><ins>户口簿</ins></li></ul>"
    )
    assert compare(
        '<p><a href="https://a.example/">看</a></p>', '<p><a href="https://b.example/">看</a></p>'
    ) == ("<p>看<del>［链接：https://a.example/］</del><ins>［链接：https://b.example/］</ins></p>")
    assert (
        compare("", '<p><img src="/files/abc/a.png" alt="地图"></p>')
        == "<p><ins>［图片：地图（abc）］</ins></p>"
    )


def test_text_that_looks_like_html_is_shown_and_not_run():
    assert compare("<p>甲乙丙丁</p>", "<p>甲乙丙丁&lt;b&gt;</p>") == "<p>甲乙丙丁<ins>&lt;b&gt;</ins></p>"


def test_equal_texts_show_no_change():
    assert compare("<p>甲</p>", "<p>甲</p>") == "<p>甲</p>"
    assert compare("", "") == ""


def test_long_texts_are_compared_within_a_second():
    letters = random.Random(7)
    characters = [chr(0x4E00 + letters.randrange(600)) for _ in range(100_000)]
    paragraphs = ["".join(characters[i : i + 200]) for i in range(0, 100_000, 200)]
    old = "".join(f"<p>{text}</p>" for text in paragraphs)
    edited = "".join(f"<p>{text[:90]}改动{text[95:]}</p>" for text in paragraphs)
    rewritten = f"<p>{''.join(reversed(characters))}</p>"
    for new in (edited, rewritten):
        assert within(1, partial(compare, old, new))


def test_changed_fields_are_listed_with_both_values():
    old = {"标题": "甲", "发文字号": "示民发〔2026〕1号", "来源": "县民政局"}
    new = {"标题": "乙", "发文字号": "示民发〔2026〕1号", "主题词": "救助"}
    assert compare_fields(old, new) == [
        Change("标题", "甲", "乙"),
        Change("主题词", None, "救助"),
        Change("来源", "县民政局", None),
    ]
