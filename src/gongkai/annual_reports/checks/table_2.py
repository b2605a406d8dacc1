"""Table 2, 主动公开政府信息情况: what a county cannot have, and amounts of money. Pure."""

from collections.abc import Iterator

from .. import layout
from ..layout import Form
from .case import Case, name_of
from .findings import Found, Severity, Side, plain


def no_rules_below_the_city(case: Case) -> Iterator[Found]:
    """T2-R: counties, towns and departments make no 规章, so the row is 0."""
    figures = case.figures
    if not figures.has("t2") or case.body.level in ("province", "city"):
        return
    form = figures.report.forms["t2"]
    columns = next(entry.columns for entry in layout.entries(form) if entry.key == "regulations")
    filled = [cell for column in columns if figures.value(cell := layout.t2("regulations", column.key))]
    if not filled:
        return
    unsure = figures.doubtful(filled)
    if unsure:
        severity, remark = Severity.WARNING, "系统对这一格的识读没有把握，请对照原件。"
    elif case.body.makes_no_rules:
        severity, remark = Severity.ERROR, "如系行政规范性文件，请改填下一行。"
    else:
        severity, remark = Severity.HINT, "请确认本机关有规章制定权；没有的，应填0。"
    printed = "、".join(f"{name_of(cell)}填{plain(figures.value(cell))}" for cell in filled)
    yield Found(
        place="regulations",
        severity=severity,
        where="表二“规章”行",
        message=f"{printed}。规章只能由国务院部门和省、设区的市、自治州的人民政府制定，县级以下机关和地方政府部门"
        f"应填0。{remark}",
        left=Side("表二“规章”", "、".join(plain(figures.value(cell)) for cell in filled), tuple(filled)),
    )


def money_says_its_unit(case: Case) -> Iterator[Found]:
    """T2-M: fees are in 万元; an amount printed in 元, or without a unit where the form names none, is asked about."""
    figures = case.figures
    if not figures.has("t2"):
        return
    form = figures.report.forms["t2"]
    for cell in filter(layout.is_money, layout.cells_of_table_2(form)):
        figure = figures.figure(cell)
        if not figure.counted:
            continue
        in_yuan = "元" in figure.printed and "万元" not in figure.printed
        without_unit = form is Form.OF_2019 and "元" not in figure.printed
        if in_yuan:
            remark = "表内单位为万元，原件写的是元，请核对是否已换算。"
        elif without_unit:
            remark = "这一版式没有规定金额单位，原件也没有写，请注明是元还是万元。"
        else:
            continue
        yield Found(
            place=cell,
            severity=Severity.HINT,
            where=name_of(cell),
            message=f"{name_of(cell)}填“{figure.printed or plain(figure.counted)}”。{remark}",
            left=Side(name_of(cell), figure.printed or plain(figure.counted), (cell,)),
        )
