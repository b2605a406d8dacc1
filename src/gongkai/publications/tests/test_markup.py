from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.common.tests.timing import within
from gongkai.publications.markup import (
    clean,
    excerpt,
    foreign_images,
    from_plain_text,
    image_codes,
    images_without_alternative,
    plain_text,
)

DATA = Path(__file__).parent / "data"


def test_text_pasted_from_word_keeps_its_structure_and_nothing_else():
    assert clean((DATA / "word.html").read_text()) == "".join(
        [
            '<h2 class="align-center">示范县临时救助办法</h2>',
            "<h2>第一章 总则</h2>",
            '<p class="indent"><strong>第一条</strong> '
            "为规范临时救助工作，根据有关规定，结合本县实际，制定本办法。</p>",
            "<h3>申请材料</h3>",
            "<ul><li>居民身份证<ol><li>原件</li><li>复印件</li></ol></li><li>困难情况说明</li></ul>",
            "<p>（一）由乡镇受理。</p>",
            '<table><tbody><tr><td colspan="2" class="align-center"><strong>救助标准</strong></td>',
            '<td rowspan="2"><p>备注</p><p>每年调整</p></td></tr>',
            '<tr><td>一般困难</td><td class="align-right">1000元</td></tr></tbody></table>',
            '<p class="align-right">示范县民政局<br>2026年3月2日</p>',
        ]
    )


def test_text_pasted_from_wps_keeps_its_structure_and_nothing_else():
    assert clean((DATA / "wps.html").read_text()) == "".join(
        [
            '<h2 class="align-center">一、办理流程</h2>',
            '<p class="indent">申请人向<strong>户籍所在地</strong><u>乡镇</u>提出申请。</p>',
            '<ol start="3"><li>公示七日</li><li>发放资金</li></ol>',
            '<p>咨询：<a href="http://www.shifan.example/zn">办事指南</a>，无效　电话：'
            '<a href="tel:0000-1234567">0000-1234567</a></p>',
        ]
    )


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("", ""),
        ("  \n&nbsp;<p>　　</p><p><br></p>", ""),
        ("只有文字", "<p>只有文字</p>"),
        ("一行<br><br>又一行", "<p>一行</p><p>又一行</p>"),
        ("<div>甲<div>乙</div>丙</div>", "<p>甲</p><p>乙</p><p>丙</p>"),
        ("<p>　　开头缩进　中间保留</p>", '<p class="indent">开头缩进　中间保留</p>'),
        ("<h2>二</h2><h3>三</h3>", "<h2>二</h2><h3>三</h3>"),
        ("<h1>一</h1><h2>二</h2><h6>六</h6>", "<h2>一</h2><h3>二</h3><h4>六</h4>"),
        ("<h2><b>标题</b></h2>", "<h2>标题</h2>"),
        ("<b><p>甲</p><p>乙</p></b>", "<p><strong>甲</strong></p><p><strong>乙</strong></p>"),
        ("<b>甲</b><strong>乙</strong>", "<p><strong>甲乙</strong></p>"),
        ('<b style="font-weight:normal">常规</b>', "<p>常规</p>"),
        ("m<sup>2</sup>、CO<sub>2</sub>", "<p>m<sup>2</sup>、CO<sub>2</sub></p>"),
        ("<center>居中</center>", '<p class="align-center">居中</p>'),
        ('<p class="red align-right x">右</p>', '<p class="align-right">右</p>'),
        ("<ul><li>甲<ul><li>乙</li></ul></li></ul>", "<ul><li>甲<ul><li>乙</li></ul></li></ul>"),
        ("<ul><li>甲</li><ul><li>乙</li></ul></ul>", "<ul><li>甲<ul><li>乙</li></ul></li></ul>"),
        ("<ol start=x><li><p>甲</p><p>乙</p></li></ol>", "<ol><li><p>甲</p><p>乙</p></li></ol>"),
        ("<blockquote>引</blockquote><hr>", "<blockquote><p>引</p></blockquote><hr>"),
        (
            '<table><caption>表1</caption><thead><tr><th scope="col" onclick="x">名</th></tr></thead>'
            "<tr><td><table><tr><td>内</td></tr></table></td></tr></table>",
            '<table><caption>表1</caption><thead><tr><th scope="col">名</th></tr></thead>'
            "<tbody><tr><td>内</td></tr></tbody></table>",
        ),
        ("<table><tr><td></td></tr></table>", ""),
        ('<p style="display:none">看不见</p>', ""),
        ('<a href="/a?b=1&amp;c=2">站内</a>', '<p><a href="/a?b=1&amp;c=2">站内</a></p>'),
        ('<a href="//evil.example/">别处</a>', "<p>别处</p>"),
        ('<a href=" jav&#x09;ascript:alert(1)">坏</a>', "<p>坏</p>"),
        ("<svg><a href='javascript:x'>坏</a></svg><math><mtext>坏</mtext></math>好", "<p>好</p>"),
        ("<p>安<script>alert(1)</script>全<style>p{}</style></p>", "<p>安全</p>"),
        ("向\u202e左\u200b读", "<p>向左读</p>"),
        ("&lt;script&gt;", "<p>&lt;script&gt;</p>"),
        (
            '<figure><img src="/files/abc/tu.png" alt="图" width="12" onerror="x"><figcaption>图1</figcaption></figure>',
            '<figure><img src="/files/abc/tu.png" alt="图" width="12"><figcaption>图1</figcaption></figure>',
        ),
        ('<img src="https://evil.example/a.png"><img src="/files/../x/a.png">', ""),
    ],
)
def test_pasted_html_becomes_the_subset(pasted, kept):
    assert clean(pasted) == kept
    assert clean(kept) == kept


@pytest.mark.parametrize("piece", ["<a ", "<![if ", '<div a="<">', "<!--", "<"])
def test_unfinished_tags_do_not_hold_the_server(piece):
    assert within(3, lambda: clean(piece * 40_000))


def test_deeply_nested_html_is_flattened_and_its_text_kept():
    assert clean("<div>" * 50_000 + "深" + "</div>" * 50_000) == "<p>深</p>"
    nested = clean("<blockquote><ul><li>" * 500 + "深")
    assert plain_text(nested) == "深"
    assert clean(nested) == nested


TAGS = (
    "p h1 h2 h4 h6 div blockquote ul ol li table caption thead tr th td figure figcaption a b i u s sub span center "
    "pre hr br img font script style svg math template noscript textarea title xmp o:p"
).split()
ATTRIBUTES = [
    "",
    ' class="align-center indent"',
    ' style="text-align:right;font-weight:bold"',
    ' style="mso-list:l0 level2 lfo1"',
    ' style="mso-list:Ignore"',
    ' style="mso-outline-level:1"',
    ' href="https://a.example/?b=&quot;&amp;c"',
    ' href="http://[::1"',
    ' href="javascript:alert(1)"',
    ' src="/files/abc/图.png" alt="a  b"',
    ' src="data:image/svg+xml,<svg onload=alert(1)>"',
    ' colspan="2" rowspan=3 start=4',
    ' onclick="alert(1)"',
]
PIECES = st.one_of(
    st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
    st.builds("</{}>".format, st.sampled_from(TAGS)),
    st.sampled_from(
        ["　　", " ", "\n", "&nbsp;", "文", "条，", "&lt;script&gt;", "&#1;", "<!--", "-->", "·", "1."]
    ),
    st.text(max_size=5),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_cleaning_twice_is_cleaning_once_and_nothing_can_run(pasted):
    once = clean(pasted)
    assert clean(once) == once
    tags = once.lower().split("<")[1:]
    assert not [tag for tag in tags if tag.startswith(("script", "style", "svg", "iframe"))]
    assert not [
        tag for tag in tags if " on" in tag.partition(">")[0] or "javascript:" in tag.partition(">")[0]
    ]


def test_images_that_are_not_attachments_are_named():
    assert foreign_images((DATA / "word.html").read_text()) == ["file:///C:/Temp/clip_image002.png"]
    assert foreign_images('<img src="/files/abc/a.png">') == []


def test_codes_of_images_in_the_text_are_found_once_each():
    html = '<p><img src="/files/a_1/x.png" alt="图"><img src="/files/b-2/y.png" alt=""></p><img src="/files/a_1/x.png">'
    assert image_codes(html) == ["a_1", "b-2"]
    assert images_without_alternative(html) == 2


def test_plain_text_has_a_line_for_each_paragraph_and_row():
    html = "<h2>标题</h2><ul><li>甲<ul><li>乙</li></ul></li></ul><table><tr><td>姓名</td><td>金额</td></tr></table>一<br>二"
    assert plain_text(html) == "标题\n甲\n乙\n姓名\t金额\n一\n二"
    assert excerpt(html, 8) == "标题 甲 乙…"
    assert excerpt("<p>短</p>", 8) == "短"


def test_plain_text_of_old_sites_is_divided_into_paragraphs():
    glued = "关于救助的通知\r\n\r\n　　各乡镇：　　一、加强领导。　　二、抓好落实。<b>"
    assert from_plain_text(glued) == (
        '<p>关于救助的通知</p><p class="indent">各乡镇：</p><p class="indent">一、加强领导。</p>'
        '<p class="indent">二、抓好落实。&lt;b&gt;</p>'
    )
    assert clean(from_plain_text(glued)) == from_plain_text(glued)
