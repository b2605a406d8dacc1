import re

from lxml import html

from gongkai.annual_reports.content import Section
from gongkai.annual_reports.layout import Form, all_cells
from gongkai.annual_reports.writing.html import body_html, tables_html

from .written_reports import HOSTILE, SHOWN, printed_numbers, report


def headings_of(tree, cell):
    """What a screen reader says before the figure."""
    (found,) = tree.xpath(f'//td[@data-cell="{cell}"]')
    return [tree.get_element_by_id(each).text_content() for each in found.get("headers").split()]


def test_each_cell_carries_its_name_and_its_number():
    for form in Form:
        tree = html.fromstring(str(body_html(report(form))))
        cells = {each.get("data-cell"): each.text_content() for each in tree.xpath("//td[@data-cell]")}
        assert cells == dict(zip(all_cells(form), printed_numbers(form), strict=True))


def test_each_figure_names_all_headings_it_stands_under():
    tree = html.fromstring(str(body_html(report())))
    assert headings_of(tree, "t2.normative.in_force") == [
        "第二十条第（一）项",
        "现行有效件数",
        "行政规范性文件",
    ]
    assert headings_of(tree, "t2.enforcement.decisions") == [
        "第二十条第（六）项",
        "本年处理决定数量",
        "行政强制",
    ]
    assert headings_of(tree, "t3.new.total") == ["申请人情况", "总计", "一、本年新收政府信息公开申请数量"]
    assert headings_of(tree, "t3.deny_8.charity") == [
        "申请人情况",
        "法人或其他组织",
        "社会公益组织",
        "三、本年度办理结果",
        "（三）不予公开",
        "8.属于行政查询事项",
    ]
    assert headings_of(tree, "t4.review.upheld") == ["行政复议", "结果维持"]
    assert headings_of(tree, "t4.lit_after_review.total") == ["行政诉讼", "复议后起诉", "总计"]


def test_tables_have_captions_scopes_and_a_head():
    tables = {key: html.fromstring(str(table)) for key, table in tables_html(report()).items()}
    assert {key: table.findtext("caption") for key, table in tables.items()} == {
        "t2": "表二 主动公开政府信息情况",
        "t3": "表三 收到和处理政府信息公开申请情况",
        "t4": "表四 政府信息公开行政复议、行政诉讼情况",
    }
    assert [len(table.xpath("thead/tr")) for table in tables.values()] == [0, 3, 3]
    scopes = {
        each.text_content(): each.get("scope") for table in tables.values() for each in table.xpath(".//th")
    }
    assert {scopes["第二十条第（一）项"], scopes["（三）不予公开"], scopes["三、本年度办理结果"]} == {
        "rowgroup"
    }
    assert (scopes["信息内容"], scopes["商业企业"], scopes["申请人情况"]) == ("col", "col", "colgroup")
    assert (scopes["规章"], scopes["（七）总计"], scopes["3.其他"]) == ("row", "row", "row")
    assert None not in scopes.values()


def test_the_balance_note_is_no_heading():
    table = html.fromstring(str(tables_html(report())["t3"]))
    (note,) = table.xpath('.//td[@class="annual-note"]')
    assert note.text_content() == "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"


def test_sections_stand_in_order_with_subheadings_and_remarks_below_their_table():
    tree = html.fromstring(f"<body>{body_html(report())}</body>")
    seen = [
        (each.tag, each.get("class") if each.tag == "table" else each.text_content())
        for each in tree.xpath("//h2 | //h3 | //p | //table")
    ]
    assert seen == [
        ("p", "本报告根据《中华人民共和国政府信息公开条例》编制，电子版可在示范县人民政府网站下载。"),
        ("h2", "一、总体情况"),
        ("p", "2025年，示范县推进政务公开，A-B级事项全部公开。"),
        ("p", "（一）主动公开。全年公开信息1263条。"),
        ("h3", "（二）依申请公开"),
        ("p", "全年办结申请47件：答复及时、规范。"),
        ("h2", "二、主动公开政府信息情况"),
        ("table", "annual-table annual-table-t2"),
        ("p", "注：收费金额按执收部门上报的数据汇总。"),
        ("h2", "三、收到和处理政府信息公开申请情况"),
        ("table", "annual-table annual-table-t3"),
        ("h2", "四、政府信息公开行政复议、行政诉讼情况"),
        ("table", "annual-table annual-table-t4"),
        ("h2", "五、存在的主要问题及改进情况"),
        ("p", "（一）主要问题。解读形式单一。"),
        ("p", "（二）改进情况。增加视频解读。"),
        ("h2", "六、其他需要报告的事项"),
        ("p", "（一）信息处理费：2025年没有收取。"),
    ]
    assert [each.text_content() for each in tree.xpath("//strong")] == [
        "（一）主动公开。",
        "（一）主要问题。",
        "（二）改进情况。",
    ]


def test_hostile_text_is_text():
    made = str(
        body_html(report(sections=(Section(1, HOSTILE, ("（一）<b>甲</b>", "（一）<i>。乙", HOSTILE)),)))
    )
    tree = html.fromstring(f"<body>{made}</body>")
    assert tree.xpath("//script") == []
    assert tree.xpath("//h2")[0].text_content() == SHOWN
    assert [each.text_content() for each in tree.xpath("//p")] == ["（一）<i>。乙", SHOWN]
    assert [each.text_content() for each in tree.xpath("//h3")] == ["（一）<b>甲</b>"]


def test_there_is_no_style_attribute_and_no_id_twice():
    made = str(body_html(report()))
    assert "style" not in made
    ids = re.findall(r' id="([^"]+)"', made)
    assert len(ids) == len(set(ids))
