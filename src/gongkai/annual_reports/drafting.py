"""
The prose of a report, drafted from its figures: sober sentences that say what the tables say. Pure.

What no register knows (how the work was done, what is wanting) is left to the person who writes, as headings with a
line that says what belongs there, in 【】; the checks do not let such a line pass.
"""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from .content import Report
from .figures import FORM, printed
from .layout import CLASSES, NATURAL, TABLE_3, TOTAL, t2, t3, t4

# The groups of table 3 as prose names them.
OUTCOMES = (
    ("予以公开", ("open",)),
    ("部分公开", ("partial",)),
    ("不予公开", tuple(row.key for row in TABLE_3[FORM] if row.key.startswith("deny_"))),
    ("无法提供", tuple(row.key for row in TABLE_3[FORM] if row.key.startswith("unable_"))),
    ("不予处理", tuple(row.key for row in TABLE_3[FORM] if row.key.startswith("refuse_"))),
    ("其他处理", tuple(row.key for row in TABLE_3[FORM] if row.key.startswith("misc_"))),
)
TO_WRITE = "【请补写：{}】"

Cells = Mapping[str, Decimal | None]


def drafted(
    *,
    unit: str,
    year: int,
    cells: Cells,
    previous: Report | None,
    is_summary: bool,
    offices: int = 0,
    governments: int = 0,
) -> dict[str, str]:
    """
    Return the prose by the ordinal of its section; ``offices`` and ``governments`` are how many reports of each a
    summary was made of.
    """
    made = f"由{unit}编制"
    if is_summary:
        below = f"{governments}个下一级人民政府和" if governments else ""
        made = f"由{unit}综合{below}{offices}个单位的年度报告编制而成"
    return {
        "0": _introduction(year, made),
        "1": "\n".join(_overview(year, cells, previous, is_summary)),
        "5": "\n".join(
            (
                "（一）存在的主要问题",
                TO_WRITE.format("本年度工作中存在的具体问题，不要照抄上年"),
                "（二）改进情况",
                TO_WRITE.format("上年报告所列问题的整改结果，以及下一步的改进措施"),
            )
        ),
        "6": TO_WRITE.format(
            f"{year}年收取信息处理费的情况：收取的，写明件数和金额；没有收取的，写“没有收取信息处理费”"
        ),
    }


def _introduction(year: int, made: str) -> str:
    return (
        "本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《国务院办公厅政府信息与政务公开办公室关于印发"
        f"〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）的要求，{made}。"
        f"报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"
    )


def _overview(year: int, cells: Cells, previous: Report | None, is_summary: bool) -> list[str]:
    lines = [
        "（一）主动公开。" + _proactive(year, cells),
        "（二）依申请公开。" + "".join(_on_request(year, cells, previous)),
        "（三）政府信息管理。" + TO_WRITE.format("信息审核发布、公开属性认定、规范性文件清理等情况"),
        "（四）政府信息公开平台建设。" + TO_WRITE.format("政府网站、政务新媒体、政府公报、公开专区等情况"),
    ]
    last = "工作考核、社会评议、责任追究的结果和业务培训情况" if is_summary else "监督检查、培训等情况"
    return [*lines, "（五）监督保障。" + TO_WRITE.format(last)]


def _proactive(year: int, cells: Cells) -> str:
    issued, repealed, in_force = (
        _count(cells, t2("normative", column)) for column in ("issued", "repealed", "in_force")
    )
    fee = cells.get(t2("fees", "amount"))
    sentences = [
        f"{year}年制发行政规范性文件{issued}件，废止{repealed}件，现行有效{in_force}件。",
        f"作出行政许可决定{_count(cells, t2('licences', 'decisions'))}件、"
        f"行政处罚决定{_count(cells, t2('penalties', 'decisions'))}件、"
        f"行政强制决定{_count(cells, t2('enforcement', 'decisions'))}件。",
    ]
    if fee:
        sentences.append(f"行政事业性收费{printed(fee)}万元。")
    return "".join(sentences)


def _on_request(year: int, cells: Cells, previous: Report | None) -> list[str]:
    new, carried, done, left = (
        _count(cells, t3(row, TOTAL)) for row in ("new", "carried_in", "done", "carried_out")
    )
    sentences = [f"{year}年新收政府信息公开申请{new}件"]
    sentences.append(_compared(new, previous, t3("new", TOTAL), year))
    sentences.append(f"，上年结转{carried}件。" if carried else "，没有上年结转。")
    if new:
        sentences.append(_by_applicant(cells))
    sentences.append(
        f"办结{done}件" + (f"，结转下年度继续办理{left}件。" if left else "，没有结转下年度的申请。")
    )
    if done:
        sentences.append(_by_outcome(cells, done))
    reviews = _count(cells, t4("review", TOTAL))
    suits = sum(_count(cells, t4(block, TOTAL)) for block in ("lit_direct", "lit_after_review"))
    sentences.append(f"因政府信息公开申请行政复议{reviews}件、提起行政诉讼{suits}件。")
    return sentences


def _compared(now: int, previous: Report | None, cell: str, year: int) -> str:
    figure = previous.figures.get(cell) if previous else None
    if figure is None or figure.number is None or not figure.number:
        return ""
    before = int(figure.number)
    if now == before:
        return f"，与{year - 1}年持平"
    way = "增长" if now > before else "下降"
    return f"，比{year - 1}年{way}{share(abs(now - before), before)}"


def _by_applicant(cells: Cells) -> str:
    natural = _count(cells, t3("new", NATURAL))
    others = sum(_count(cells, t3("new", column)) for column in CLASSES if column != NATURAL)
    return f"其中，自然人申请{natural}件，法人或其他组织申请{others}件。"


def _by_outcome(cells: Cells, done: int) -> str:
    counted = [(name, sum(_count(cells, t3(row, TOTAL)) for row in rows)) for name, rows in OUTCOMES]
    said = "，".join(f"{name}{count}件，占{share(count, done)}" for name, count in counted if count)
    return f"从办理结果看，{said}。"


def share(part: int, whole: int) -> str:
    """Return a percentage rounded half up to one decimal, as reports print it: 42 of 47 is 89.4%."""
    return f"{(Decimal(part) * 100 / Decimal(whole)).quantize(Decimal('0.1'), ROUND_HALF_UP)}%"


def _count(cells: Cells, cell: str) -> int:
    return int(cells.get(cell) or 0)
