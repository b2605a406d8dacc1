"""The list of rules, in the order a report is read, and ``check``, which applies them. Pure."""

from collections import Counter
from collections.abc import Sequence

from ..content import Report
from . import (
    cells,
    period,
    prose_counts,
    prose_logic,
    prose_shares,
    prose_sums,
    prose_years,
    structure,
    table_2,
    table_3,
    table_4,
    units,
    wording,
    years,
)
from .case import Case
from .findings import Finding, Rule, Severity, nested

FORM_2021 = "国办公开办函〔2021〕30号"
MISREAD = "原文是从图片识别的，请先对照原图。"
ARTICLE_50 = "《条例》第五十条"

RULES = (
    Rule(
        "TAB",
        "三张表齐全",
        "表二、表三、表四都有，并且已经读出；没有读出的不作核对，也不当作0。",
        FORM_2021,
        cells.tables_are_there,
    ),
    Rule(
        "FORM",
        "表格版式与年度相符",
        "2021年度及以后的报告使用2021年格式。",
        FORM_2021,
        cells.tables_follow_the_present_form,
    ),
    Rule(
        "T2-I",
        "表二是非负整数",
        "件数为非负整数，金额不为负；空白、“/”“—”按0核对并提示。",
        FORM_2021,
        cells.counts_of_table_2_are_whole_numbers,
    ),
    Rule(
        "T2-R",
        "县级以下没有规章",
        "县、乡镇和部门的“规章”行为0。",
        "《立法法》第九十一条、第九十三条",
        table_2.no_rules_below_the_city,
    ),
    Rule("T2-M", "金额写明单位", "行政事业性收费以万元计。", FORM_2021, table_2.money_says_its_unit),
    Rule(
        "T2-Y",
        "现行有效件数衔接",
        "现行有效件数＝上年现行有效件数＋本年制发件数－本年废止件数。",
        FORM_2021,
        years.documents_in_force_follow,
    ),
    Rule(
        "T3-I",
        "表三是非负整数",
        "每格为非负整数；空白、“/”“—”按0核对并提示。",
        FORM_2021,
        cells.counts_of_table_3_are_whole_numbers,
    ),
    Rule("T3-H", "表三每行合计", "每行六类申请人之和等于总计。", FORM_2021, table_3.rows_add_up),
    Rule("T3-V", "表三每列合计", "每列（一）至（六）之和等于（七）总计。", FORM_2021, table_3.columns_add_up),
    Rule(
        "T3-B",
        "表三勾稽关系",
        "每列第一项加第二项之和，等于第三项加第四项之和。",
        FORM_2021,
        table_3.columns_balance,
    ),
    Rule(
        "T3-Y",
        "结转数衔接",
        "每列“上年结转”等于上年报告的“结转下年度继续办理”。",
        FORM_2021,
        years.carried_over_comes_in,
    ),
    Rule(
        "T3-O",
        "“其他处理”比例",
        "“3.其他”件数多、比例高的，作出说明。",
        "国办公开办函〔2019〕60号",
        table_3.other_handling_is_explained,
    ),
    Rule(
        "T4-I",
        "表四是非负整数",
        "每格为非负整数；空白、“/”“—”按0核对并提示。",
        FORM_2021,
        cells.counts_of_table_4_are_whole_numbers,
    ),
    Rule(
        "T4-S",
        "表四每组合计",
        "每组维持、纠正、其他、尚未审结之和等于总计。",
        FORM_2021,
        table_4.blocks_add_up,
    ),
    Rule(
        "T4-P",
        "复议后起诉件数",
        "“复议后起诉”一般不多于已办行政复议件数。",
        FORM_2021,
        table_4.suits_after_review_follow_reviews,
    ),
    Rule(
        "YOY", "数字骤变", "与上年相比骤降为0或者成倍变化的，作出说明。", FORM_2021, years.figures_do_not_leap
    ),
    Rule(
        "REP",
        "内容不雷同",
        "总体情况、存在的主要问题及改进情况不照抄上年报告。",
        FORM_2021,
        years.text_is_not_last_years,
    ),
    Rule(
        "AGG",
        "汇总数等于各单位之和",
        "汇总表每格等于各单位同一格之和。",
        FORM_2021,
        units.cells_are_sums_of_units,
    ),
    Rule(
        "TXT-1",
        "正文申请件数与表三一致",
        "正文写的收到、办结、结转、各类结果和申请人件数与表三一致。",
        FORM_2021,
        prose_counts.requests_are_as_in_table_3,
    ),
    Rule(
        "TXT-2",
        "正文占比",
        "占比等于件数除以总数，四舍五入。",
        FORM_2021,
        prose_shares.shares_are_right,
    ),
    Rule(
        "TXT-3",
        "正文同比",
        "同比增减按上年报告计算；没有上年报告的，给出隐含的上年件数。",
        FORM_2021,
        prose_years.changes_are_right,
    ),
    Rule(
        "TXT-4",
        "正文复议诉讼件数与表四一致",
        "正文写的行政复议、行政诉讼件数与表四一致，行政诉讼为两组之和。",
        FORM_2021,
        prose_counts.cases_are_as_in_table_4,
    ),
    Rule(
        "TXT-5",
        "正文分项与总数",
        "分项之和不大于总数，列全的等于总数；收到的等于办结的加结转的。",
        FORM_2021,
        prose_sums.parts_fit_the_whole,
    ),
    Rule(
        "TXT-6",
        "“全部办结”与结转",
        "有结转下年度的，不写“全部办结”“办结率100%”。",
        FORM_2021,
        prose_logic.all_done_means_none_carried_over,
    ),
    Rule(
        "TXT-7",
        "复议诉讼结果的说法",
        "“均获维持”“零纠错”“均已审结”“未发生”等说法与表四一致。",
        FORM_2021,
        prose_logic.results_are_as_told,
    ),
    Rule(
        "TXT-8",
        "正文与表二一致",
        "正文写的规范性文件制发、废止、现行有效件数，行政许可等处理决定数量和行政事业性收费金额与表二一致。",
        FORM_2021,
        prose_counts.numbers_are_as_in_table_2,
    ),
    Rule(
        "TXT-9",
        "占比合计",
        "列全的各项占比之和为100%，允许四舍五入的误差。",
        FORM_2021,
        prose_shares.shares_make_a_hundred,
    ),
    Rule(
        "SEC-1",
        "六个部分齐全",
        "六个部分依次写明，标题与规定一致。",
        FORM_2021,
        structure.six_sections_in_order,
    ),
    Rule(
        "SEC-2", "总体情况篇幅", "总体情况原则上不超过1000字。", FORM_2021, structure.first_section_is_short
    ),
    Rule(
        "SEC-3",
        "问题与改进",
        "第五部分写明存在的主要问题和改进情况。",
        ARTICLE_50,
        structure.fifth_section_says_something,
    ),
    Rule(
        "SEC-4",
        "信息处理费",
        "第六部分写明信息处理费的收取情况，没有收取的也写明；各处说法一致。",
        FORM_2021,
        structure.sixth_section_tells_of_fees,
    ),
    Rule(
        "PER",
        "统计期限",
        "统计期限为标题所写年度的1月1日至12月31日。",
        FORM_2021,
        period.period_is_the_year,
    ),
    Rule("L1", "编制依据现行有效", "引用现行的《条例》和格式。", FORM_2021, period.legal_basis_is_current),
    Rule(
        "L2",
        "考核、评议、责任追究",
        "各级人民政府的报告写明工作考核、社会评议和责任追究结果情况。",
        "《条例》第五十条第四项",
        period.governments_tell_of_supervision,
    ),
    Rule(
        "SEC-5",
        "小节编号一致",
        "小节编号体例一致，没有缺号。",
        FORM_2021,
        structure.numbering_is_of_one_kind,
    ),
    Rule(
        "SEC-6",
        "没有残留和错字",
        "正文没有占位符、网页代码、重复字词和多余标点。",
        FORM_2021,
        wording.nothing_is_left_over,
    ),
    Rule("SEC-7", "空项已填写", "没有“XX件”等未填写的空项。", FORM_2021, wording.every_blank_is_filled_in),
    Rule(
        "SEC-8",
        "前后数目一致",
        "所说的部分、方面的数目与列出的一致。",
        FORM_2021,
        structure.announced_numbers_are_kept,
    ),
)


def check(
    report: Report,
    *,
    previous: Report | None = None,
    units: Sequence[Report] = (),
    level: str | None = None,
) -> list[Finding]:
    """
    Return everything the rules find in ``report``, in the order of RULES; an empty list when nothing is wrong.

    ``previous`` is the same unit's report on the year before, ``units`` the reports that ``report`` sums up. ``level``
    is province, city, county, town or department; without it the unit's name tells, as far as it can.
    """
    case = Case(report, previous, tuple(units), level)
    seen: Counter[str] = Counter()
    findings = []
    for rule in RULES:
        for found in rule.apply(case):
            key = f"{rule.id}:{found.place}"
            seen[key] += 1
            if seen[key] > 1:
                key = f"{key}#{seen[key]}"
            findings.append(
                Finding(
                    rule=rule.id,
                    severity=_at_most(found.severity, report),
                    where=found.where,
                    left=found.left,
                    right=found.right,
                    difference=found.difference,
                    message=nested(found.message) + _remark(found.severity, report),
                    source=rule.clause,
                    key=key,
                )
            )
    return findings


def _at_most(severity: Severity, report: Report) -> Severity:
    """Nothing in a text that was read from pictures is called an error: a letter may have been misread."""
    return Severity.WARNING if severity is Severity.ERROR and report.is_recognised else severity


def _remark(severity: Severity, report: Report) -> str:
    return MISREAD if severity is not _at_most(severity, report) else ""
