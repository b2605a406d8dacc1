import pytest

from gongkai.annual_reports.content import Section
from gongkai.annual_reports.layout import SECTIONS
from gongkai.annual_reports.reading import read
from gongkai.annual_reports.reading.headings import section_of

from . import report_samples as samples

SIX = (
    Section(0, "", (samples.BEFORE,)),
    Section(1, "一、总体情况", samples.FIRST),
    Section(2, "二、主动公开政府信息情况", ()),
    Section(3, "三、收到和处理政府信息公开申请情况", ()),
    Section(4, "四、政府信息公开行政复议、行政诉讼情况", ()),
    Section(5, "五、存在的主要问题及改进情况", samples.FIFTH),
    Section(6, "六、其他需要报告的事项", samples.SIXTH),
)


def titled(*lines):
    """Return unit, year and title of a text that begins with ``lines``."""
    report = read("\n".join([*lines, "一、总体情况", "推进政务公开。"]).encode(), "report.txt")
    return report.unit, report.year, report.title


@pytest.mark.parametrize(
    "data",
    [
        samples.page().encode(),
        samples.word(),
        samples.pdf(),
        samples.pdf(ruled=False),
        samples.text({n: samples.piped(rows) for n, rows in samples.tables().items()}).encode(),
        samples.text({n: samples.dumped(rows) for n, rows in samples.tables().items()}).encode(),
        samples.text({n: samples.spaced(rows) for n, rows in samples.tables().items()}).encode(),
        samples.text({n: samples.a_cell_a_line(rows) for n, rows in samples.tables().items()}).encode(),
    ],
    ids=["html", "docx", "pdf", "open pdf", "pipes", "tabs", "spaces", "lines"],
)
def test_the_six_sections_are_read_without_their_tables(data):
    report = read(data, "report")
    assert report.sections == SIX
    assert (report.unit, report.year, report.title) == ("示范县人民政府", 2025, samples.TITLE)


def test_a_text_without_line_breaks_is_cut_at_its_headings():
    parts = {number: samples.glued(rows) for number, rows in samples.tables().items()}
    lines = samples.text(parts).split("\n")
    report = read(f"标题: {lines[0]}\n发布时间: 2026-01-20\n\n{''.join(lines[1:])}".encode(), "report.txt")
    assert [(each.ordinal, each.heading) for each in report.sections] == [
        (each.ordinal, each.heading) for each in SIX
    ]
    assert [each.text for each in report.sections[4:]] == ["", "".join(samples.FIFTH), "".join(samples.SIXTH)]
    assert report.section(0).paragraphs == (samples.BEFORE,)


def test_prose_after_a_table_that_lost_its_lines_stays_prose():
    after = "全年办结720件，其中予以公开305件，行政许可22件，总计3件。"
    parts = {number: samples.spaced(rows) for number, rows in samples.tables().items()}
    report = read(samples.text(parts | {3: f"{parts[3]}\n{after}"}).encode(), "report.txt")
    assert report.section(3).paragraphs == (after,)
    assert len(report.figures) == 200


def test_what_a_site_puts_around_the_report_is_left_out():
    around = """<div class="header"><ul class="nav"><li><a>首页</a></li><li><a>政务公开</a></li></ul></div>
      <div class="breadcrumb">当前位置：首页 &gt; 政府信息公开年报</div><div>来源：示范县人民政府办公室</div>{}
      <div>附件下载</div><div>示范县人民政府办公室</div><div>主办单位：示范县人民政府　网站地图</div><script>var a = 1;</script>"""
    parts = {number: samples.html_table(rows) for number, rows in samples.tables().items()}
    report = read(samples.html(parts, around=around).encode(), "report.html")
    assert report.sections == SIX


def test_page_numbers_and_running_titles_are_left_out():
    lines = [
        samples.TITLE,
        samples.BEFORE,
        "- 1 -",
        *(line for each in SIX[1:] for line in (each.heading, *each.paragraphs)),
        "— 2 —",
    ]
    assert read("\n".join(lines).encode(), "report.txt").sections == SIX


def test_leftovers_of_pictures_stay_where_they_were():
    report = read(f"{samples.TITLE}\n一、总体情况\n[image: 微信图片]\n图1：审核单\n".encode(), "report.txt")
    assert report.section(1).paragraphs == ("[image: 微信图片]", "图1：审核单")


def test_the_signature_is_no_part_of_the_last_section():
    lines = [
        samples.TITLE,
        "六、其他需要报告的事项",
        "没有收取信息处理费。",
        "示范县人民政府",
        "2026年1月23日",
    ]
    assert read("\n".join(lines).encode(), "report.txt").section(6).paragraphs == ("没有收取信息处理费。",)


def test_tables_numbered_anew_after_the_prose_belong_to_their_sections():
    parts = {number: samples.piped(rows) for number, rows in samples.tables().items()}
    lines = [
        samples.TITLE,
        "一、总体情况",
        "总的情况。",
        "二、工作机制保障",
        "设立协调小组。",
        "三、主动公开工作情况",
        "发布信息393件。",
    ]
    lines += [f"{'一二三'[n]}、{SECTIONS[n + 1]}\n{parts[n + 2]}" for n in range(3)]
    lines += [
        "（一）主要问题",
        "栏目需要调整。",
        "（二）改进情况",
        "已经调整。",
        "五、其他需要报告的事项",
        "没有收费。",
    ]
    report = read("\n".join(lines).encode(), "report.txt")
    assert {name: figure.number for name, figure in report.figures.items()} == samples.figures()
    assert [(each.ordinal, each.heading) for each in report.sections] == [
        (1, "一、总体情况"),
        (2, "一、主动公开政府信息情况"),
        (3, "二、收到和处理政府信息公开申请情况"),
        (4, "三、政府信息公开行政复议、行政诉讼情况"),
        (5, ""),
        (6, "五、其他需要报告的事项"),
    ]
    assert report.section(1).paragraphs[-1] == "发布信息393件。"
    assert report.section(5).paragraphs == (
        "（一）主要问题",
        "栏目需要调整。",
        "（二）改进情况",
        "已经调整。",
    )


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        *((f"{'一二三四五六'[number]}、{name}", number + 1) for number, name in enumerate(SECTIONS)),
        ("## 一、总体情况", 1),
        ("一、工作基本情况", 1),
        ("总体情况", 1),
        ("二、行政机关主动公开政府信息的情况", 2),
        ("三、行政机关收到和处理政府信息公开申请情况", 3),
        ("四、政府信息公开行政法复议、行政诉讼情况", 4),
        ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", 4),
        ("五、存在问题及改进情况", 5),
        ("五、政府信息公开工作存在的主要问题及整改措施", 5),
        ("六、其他应当报告的事项。", 6),
        ("（一）主动公开政府信息情况", None),
        ("（二）依申请公开", None),
        ("一、本年新收政府信息公开申请数量", None),
        ("三、本年度办理结果", None),
        ("四、结转下年度继续办理", None),
        ("3.补正后申请内容仍不明确", None),
        ("行政复议 行政诉讼", None),
        ("本报告包括总体情况、主动公开政府信息情况、其他需要报告的事项等六个部分。", None),
        ("二、工作机制保障", None),
    ],
)
def test_headings_are_known_by_their_words(text, ordinal):
    assert section_of(text) == ordinal


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["示范县2025年度政府信息公开工作年度报告"], ("示范县", 2025)),
        (["示范县人民政府", "2025年政府信息公开工作年度报告"], ("示范县人民政府", 2025)),
        (["2025年示范县科技局政府信息公开工作", "年度报告"], ("示范县科技局", 2025)),
        (["# 示范县人民政府 2025 年 政府信息公开工作年度报告"], ("示范县人民政府", 2025)),
        (["示范县民政局关于2025年政府信息公开工作年度报告"], ("示范县民政局", 2025)),
        (["示范县城关镇二〇二五年政府信息公开年报"], ("示范县城关镇", 2025)),
        (["标题: 示范县2025年度政府信息公开工作年度报告", "发布时间: 2026-02-08"], ("示范县", 2025)),
        (["政府信息公开工作年度报告", "统计期限自2025年1月1日起至2025年12月31日止。"], ("", 2025)),
        (["根据《条例》编制示范县人民政府2025年政府信息公开工作年度报告。"], ("", None)),
    ],
)
def test_unit_and_year_are_read_from_the_title(lines, expected):
    assert titled(*lines)[:2] == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["示范县民政局", "2024年度", "政府信息公开工作年度报告", "（2025年1月24日）"],
            ("示范县民政局", 2024),
        ),
        (
            ["政府信息公开工作年度报告", "现向社会公布示范县人民政府二〇二三年度政府信息公开工作年度报告。"],
            ("示范县人民政府", 2023),
        ),
        (
            [
                "政府信息公开工作年度报告",
                "根据《条例》，现将示范县民政局2024年度政府信息公开工作情况报告如下。",
            ],
            ("示范县民政局", 2024),
        ),
        (["政府信息公开工作年度报告", "现将本局2024年度政府信息公开工作情况报告如下。"], ("", None)),
        (
            ["政府信息公开工作年度报告", "统计期限自二〇二三年一月一日起至二〇二三年十二月三十一日止。"],
            ("", 2023),
        ),
        (
            ["2023年政府信息公开工作年度报告", "2024年1月12日 · 约 3 分钟 · 河洲镇人民政府"],
            ("河洲镇人民政府", 2023),
        ),
        (["示范县人民政府 · 政务公开", "2023年政府信息公开工作年度报告"], ("", 2023)),
    ],
)
def test_unit_and_year_that_the_title_lacks_are_read_beside_it(lines, expected):
    assert titled(*lines)[:2] == expected


def test_the_unit_that_the_title_lacks_is_the_one_that_signed():
    lines = ["2023年政府信息公开工作年度报告", "一、总体情况", "推进公开。", "示范县民政局", "2024年1月20日"]
    assert read("\n".join(lines).encode(), "report.txt").unit == "示范县民政局"


def test_a_title_may_be_the_first_row_of_a_sheet():
    sheet = "<table><tr><td colspan=3>示范县民政局2023年政府信息公开工作年度报告</td></tr><tr><td>规章</td><td>0</td></tr></table>"
    report = read(sheet.encode(), "report.html")
    assert (report.unit, report.year) == ("示范县民政局", 2023)


def test_the_title_of_a_page_does_without_the_names_of_the_site():
    page = "<title>示范县2025年度政府信息公开工作年度报告_政府信息公开年报_示范县人民政府</title><p>一、总体情况</p><p>略</p>"
    report = read(page.encode(), "report.html")
    assert (report.unit, report.year, report.title) == (
        "示范县",
        2025,
        "示范县2025年度政府信息公开工作年度报告",
    )


def test_links_to_the_reports_of_other_years_are_not_the_title():
    links = "".join(
        f"<li><a>示范县人民政府{year}年政府信息公开工作年度报告</a></li>" for year in (2023, 2024)
    )
    report = read(samples.html({}, around=f"<ul>{links}</ul>{{}}").encode(), "report.html")
    assert (report.year, report.title) == (2025, samples.TITLE)
    assert report.sections == SIX


def test_an_article_in_a_part_that_is_named_like_navigation_is_read():
    parts = {number: samples.html_table(rows) for number, rows in samples.tables().items()}
    report = read(samples.html(parts, around="<div class='menu content'>{}</div>").encode(), "report.html")
    assert report.sections == SIX


def test_an_article_in_one_cell_of_a_table_is_read():
    long = "推进政务公开。" * 100
    parts = {number: samples.html_table(rows) for number, rows in samples.tables().items()}
    page = samples.html(parts, around="<table><tr><td>{}</td></tr></table>").replace(samples.FIRST[0], long)
    report = read(page.encode(), "report.html")
    assert report.section(1).paragraphs == (long, samples.FIRST[1])
    assert len(report.figures) == 200


def test_a_lone_word_for_nothing_stays_in_its_section():
    report = read(
        f"{samples.TITLE}\n四、政府信息公开行政复议、行政诉讼情况\n无\n五、存在的主要问题及改进情况\n略。".encode(),
        "r.txt",
    )
    assert report.section(4).paragraphs == ("无",)
