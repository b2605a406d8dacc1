"""
The three statutory tables of the annual report: their rows, columns, cells and wording. Pure.

Two forms are in use: 国办公开办函〔2019〕60号 (reports on 2019 and 2020) and 国办公开办函〔2021〕30号 (reports on 2021 and
later); which of them a table follows is seen from the table, never from its year. A cell has a name that holds in
every form and every year: ``t2.normative.issued``, ``t3.open.natural``, ``t4.review.upheld``.
"""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """The form a table follows."""

    OF_2019 = "2019"
    OF_2021 = "2021"

    @property
    def document_number(self) -> str:
        return {"2019": "国办公开办函〔2019〕60号", "2021": "国办公开办函〔2021〕30号"}[self.value]


SECTIONS = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)
ORDINALS = "一二三四五六七八九十"
BALANCE_NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"


def report_title(unit: str, year: int | None) -> str:
    """Return the title of a report (30号); a year that is not known is left out."""
    return f"{unit}{year or ''}年政府信息公开工作年度报告"


@dataclass(frozen=True)
class Column:
    key: str
    label: str


@dataclass(frozen=True)
class Entry:
    """One line of table 2: what is counted, and the columns its group has."""

    key: str
    label: str
    columns: tuple[Column, ...]
    is_money: bool = False  # 万元, with decimals


@dataclass(frozen=True)
class Group:
    """The lines of table 2 under one item of article 20 of the regulation."""

    clause: str  # “一” of 第二十条第（一）项
    entries: tuple[Entry, ...]

    @property
    def title(self) -> str:
        return f"第二十条第（{self.clause}）项"


@dataclass(frozen=True)
class Row:
    """One data row of table 3; ``group`` is the heading it stands under, or empty."""

    key: str
    label: str
    group: str = ""


_OF_DOCUMENTS = (
    Column("issued", "本年制发件数"),
    Column("repealed", "本年废止件数"),
    Column("in_force", "现行有效件数"),
)
_DECISIONS = (Column("decisions", "本年处理决定数量"),)
_OF_DOCUMENTS_2019 = (
    Column("made", "本年新制作数量"),
    Column("published", "本年新公开数量"),
    Column("public", "对外公开总数量"),
)
_ITEMS_2019 = (
    Column("items_before", "上一年项目数量"),
    Column("change", "本年增/减"),
    Column("decisions", "处理决定数量"),
)

TABLE_2 = {
    Form.OF_2021: (
        Group(
            "一",
            (
                Entry("regulations", "规章", _OF_DOCUMENTS),
                Entry("normative", "行政规范性文件", _OF_DOCUMENTS),
            ),
        ),
        Group("五", (Entry("licences", "行政许可", _DECISIONS),)),
        Group(
            "六",
            (Entry("penalties", "行政处罚", _DECISIONS), Entry("enforcement", "行政强制", _DECISIONS)),
        ),
        Group(
            "八",
            (
                Entry(
                    "fees",
                    "行政事业性收费",
                    (Column("amount", "本年收费金额（单位：万元）"),),
                    is_money=True,
                ),
            ),
        ),
    ),
    Form.OF_2019: (
        Group(
            "一",
            (
                Entry("regulations", "规章", _OF_DOCUMENTS_2019),
                Entry("normative", "规范性文件", _OF_DOCUMENTS_2019),
            ),
        ),
        Group(
            "五",
            (
                Entry("licences", "行政许可", _ITEMS_2019),
                Entry("services", "其他对外管理服务事项", _ITEMS_2019),
            ),
        ),
        Group(
            "六",
            (Entry("penalties", "行政处罚", _ITEMS_2019), Entry("enforcement", "行政强制", _ITEMS_2019)),
        ),
        Group("八", (Entry("fees", "行政事业性收费", _ITEMS_2019[:2]),)),
        Group(
            "九",
            (
                Entry(
                    "procurement",
                    "政府集中采购",
                    (Column("items", "采购项目数量"), Column("amount", "采购总金额")),
                    is_money=True,
                ),
            ),
        ),
    ),
}

NATURAL = "natural"
TOTAL = "total"
APPLICANTS = (
    Column(NATURAL, "自然人"),
    Column("business", "商业企业"),
    Column("research", "科研机构"),
    Column("charity", "社会公益组织"),
    Column("legal_service", "法律服务机构"),
    Column("other_org", "其他"),
    Column(TOTAL, "总计"),
)
CLASSES = tuple(each.key for each in APPLICANTS[:-1])  # the six that add up to the total

_REFUSED, _UNABLE, _NOT_PROCESSED, _OTHER = (
    "（三）不予公开",
    "（四）无法提供",
    "（五）不予处理",
    "（六）其他处理",
)
_BEFORE_OTHER = (
    Row("new", "一、本年新收政府信息公开申请数量"),
    Row("carried_in", "二、上年结转政府信息公开申请数量"),
    Row("open", "（一）予以公开"),
    Row("partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    Row("deny_1", "1.属于国家秘密", _REFUSED),
    Row("deny_2", "2.其他法律行政法规禁止公开", _REFUSED),
    Row("deny_3", "3.危及“三安全一稳定”", _REFUSED),
    Row("deny_4", "4.保护第三方合法权益", _REFUSED),
    Row("deny_5", "5.属于三类内部事务信息", _REFUSED),
    Row("deny_6", "6.属于四类过程性信息", _REFUSED),
    Row("deny_7", "7.属于行政执法案卷", _REFUSED),
    Row("deny_8", "8.属于行政查询事项", _REFUSED),
    Row("unable_1", "1.本机关不掌握相关政府信息", _UNABLE),
    Row("unable_2", "2.没有现成信息需要另行制作", _UNABLE),
    Row("unable_3", "3.补正后申请内容仍不明确", _UNABLE),
    Row("refuse_1", "1.信访举报投诉类申请", _NOT_PROCESSED),
    Row("refuse_2", "2.重复申请", _NOT_PROCESSED),
    Row("refuse_3", "3.要求提供公开出版物", _NOT_PROCESSED),
    Row("refuse_4", "4.无正当理由大量反复申请", _NOT_PROCESSED),
    Row("refuse_5", "5.要求行政机关确认或重新出具已获取信息", _NOT_PROCESSED),
)
_AFTER_OTHER = (Row("done", "（七）总计"), Row("carried_out", "四、结转下年度继续办理"))
TABLE_3 = {
    Form.OF_2021: (
        *_BEFORE_OTHER,
        Row("misc_1", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", _OTHER),
        Row("misc_2", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", _OTHER),
        Row("misc_3", "3.其他", _OTHER),
        *_AFTER_OTHER,
    ),
    Form.OF_2019: (*_BEFORE_OTHER, Row("misc", "（六）其他处理"), *_AFTER_OTHER),
}
CONCLUDED_TITLE = "三、本年度办理结果"
ROWS_OUTSIDE_CONCLUDED = ("new", "carried_in", "carried_out")

BLOCKS = (
    Column("review", "行政复议"),
    Column("lit_direct", "未经复议直接起诉"),
    Column("lit_after_review", "复议后起诉"),
)
RESULTS = (
    Column("upheld", "结果维持"),
    Column("corrected", "结果纠正"),
    Column("other", "其他结果"),
    Column("pending", "尚未审结"),
    Column(TOTAL, "总计"),
)


def outcomes(form: Form) -> tuple[str, ...]:
    """Return the keys of the rows that add up to （七）总计."""
    return tuple(
        row.key for row in TABLE_3[form] if row.key != "done" and row.key not in ROWS_OUTSIDE_CONCLUDED
    )


def entries(form: Form) -> tuple[Entry, ...]:
    return tuple(entry for group in TABLE_2[form] for entry in group.entries)


def t2(entry: str, column: str) -> str:
    return f"t2.{entry}.{column}"


def t3(row: str, column: str) -> str:
    return f"t3.{row}.{column}"


def t4(block: str, result: str) -> str:
    return f"t4.{block}.{result}"


def cells_of_table_2(form: Form) -> tuple[str, ...]:
    return tuple(t2(entry.key, column.key) for entry in entries(form) for column in entry.columns)


def cells_of_table_3(form: Form) -> tuple[str, ...]:
    return tuple(t3(row.key, column.key) for row in TABLE_3[form] for column in APPLICANTS)


CELLS_OF_TABLE_4 = tuple(t4(block.key, result.key) for block in BLOCKS for result in RESULTS)


def all_cells(form: Form = Form.OF_2021) -> tuple[str, ...]:
    """Return the names of all cells of a report that follows ``form`` throughout: 200 in the form of 2021."""
    return cells_of_table_2(form) + cells_of_table_3(form) + CELLS_OF_TABLE_4


def is_money(cell: str) -> bool:
    """Whether ``cell`` is an amount of money, which may have decimals; all others count things."""
    table, entry, column = cell.split(".")
    return table == "t2" and column == "amount" and entry in ("fees", "procurement")


def is_sum(cell: str) -> bool:
    """Whether ``cell`` is a total of others in the same report, and so is computed and never typed."""
    table, row, column = cell.split(".")
    return column == TOTAL if table == "t4" else table == "t3" and (column == TOTAL or row == "done")


def in_words(cell: str) -> str:
    """Return where ``cell`` is, for people: “表三“（一）予以公开”行“自然人”列”."""
    table, row, column = cell.split(".")
    if table == "t2":
        for form in (Form.OF_2021, Form.OF_2019):
            for entry in entries(form):
                for each in entry.columns:
                    if (entry.key, each.key) == (row, column):
                        return f"表二“{entry.label}”的“{each.label}”"
    if table == "t3":
        for form in (Form.OF_2021, Form.OF_2019):
            for each in TABLE_3[form]:
                if each.key == row:
                    group = f"{each.group}" if each.group else ""
                    return f"表三“{group}{each.label}”行“{_label(APPLICANTS, column)}”列"
    if table == "t4":
        block = _label(BLOCKS, row)
        return f"表四“{block}”的“{_label(RESULTS, column)}”"
    raise KeyError(cell)


def _label(columns: tuple[Column, ...], key: str) -> str:
    return next(each.label for each in columns if each.key == key)
