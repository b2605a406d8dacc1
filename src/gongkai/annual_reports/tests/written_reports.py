"""Made-up reports for the tests of the formats: every cell has a number of its own, so that none can be taken for another."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from gongkai.annual_reports.content import Figure, Report, Section
from gongkai.annual_reports.layout import SECTIONS, Form, all_cells, is_money
from gongkai.annual_reports.writing.document import ReportDocument

PROSE = {
    0: ("本报告根据《中华人民共和国政府信息公开条例》编制，电子版可在示范县人民政府网站下载。",),
    1: (
        "2025年，示范县推进政务公开，A-B级事项全部公开。",
        "（一）主动公开。全年公开信息1263条。",
        "（二）依申请公开",
        "全年办结申请47件：答复及时、规范。",
    ),
    2: ("注：收费金额按执收部门上报的数据汇总。",),
    5: ("（一）主要问题。解读形式单一。", "（二）改进情况。增加视频解读。"),
    6: ("（一）信息处理费：2025年没有收取。",),
}


def distinct_numbers(form: Form = Form.OF_2021, *, first: int = 30_001) -> dict[str, Figure]:
    """Count up through the cells; money has decimals that a float would lose."""
    return {
        name: Figure(Decimal(f"{first + number}.660" if is_money(name) else first + number))
        for number, name in enumerate(all_cells(form))
    }


def report(form: Form = Form.OF_2021, **changes) -> Report:
    sections = tuple(
        Section(
            ordinal,
            f"{'一二三四五六'[ordinal - 1]}、{SECTIONS[ordinal - 1]}" if ordinal else "",
            PROSE.get(ordinal, ()),
        )
        for ordinal in range(7)
    )
    made = Report(
        unit="示范县人民政府",
        year=2025,
        title="示范县人民政府2025年政府信息公开工作年度报告",
        forms={"t2": form, "t3": form},
        figures=distinct_numbers(form),
        sections=sections,
    )
    return replace(made, **changes)


def document(**changes) -> ReportDocument:
    made = ReportDocument(
        report=report(),
        published_on=date(2026, 3, 20),
        issuer="示范县人民政府办公室",
        corrections=((date(2026, 4, 7), "表四“行政复议”的“结果维持”原为3，更正为2。"),),
    )
    return replace(made, **changes)


def printed_numbers(form: Form = Form.OF_2021, *, first: int = 30_001) -> list[str]:
    """What a reader sees in the cells of ``distinct_numbers``, in the order of the tables."""
    return [
        f"{first + number}.660" if is_money(name) else str(first + number)
        for number, name in enumerate(all_cells(form))
    ]


HOSTILE = '<script>alert(1)</script> & "引号" \'#read("/etc/passwd")\' *甲* $x$ ]]> \x00\x0b'
SHOWN = HOSTILE.rstrip("\x00\x0b")
