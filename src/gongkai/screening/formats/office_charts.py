"""Charts hold copies of what they show and point to the cells it comes from; here the pointers go."""

import re
from collections.abc import Callable, Collection

from lxml import etree

from .packages import Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
USUAL_FORMAT = re.compile(
    r"(General|G/通用格式|AM/PM|上午/下午|\[\$[¥￥$€]?(-[0-9A-F]{1,4})?\]|\[[A-Z]{1,8}\d{0,2}\]|[ymdhse]"
    r"|[-0#?.,%;:/\\ ()_*@$¥￥\"年月日时分秒万亿元个人户件次名吨亩+])*",
    re.IGNORECASE,
)
# Given the cells that points come from and how many points there are, says which of them do not show.
Unshown = Callable[[str, int], Collection[int]]


def drop_unseen_names(chart: Element) -> int:
    """Empty what a chart names without showing it: labels of an axis that is off, series without a legend; count them."""
    plot = chart.find(f".//{C}plotArea")
    if plot is None:
        return 0
    legend = chart.find(f".//{C}legend") is not None
    table = plot.find(C + "dTable") is not None
    axes = [axis for tag in ("catAx", "dateAx", "serAx") for axis in plot.findall(C + tag)]
    labelled = any(_has_labels(axis) for axis in axes) if axes else legend  # a pie has no axis
    unseen: list[Element] = []
    if not (labelled or table or _is_on(plot, "showCatName")):
        unseen += plot.iterfind(f".//{C}cat//{C}strCache//{C}v")
        unseen += plot.iterfind(f".//{C}cat//{C}multiLvlStrCache//{C}v")
    for series in (each.findall(C + "ser") for each in plot if axes):
        for other in series[1:]:  # the axis is labelled by the first
            if _labels(other) != _labels(series[0]):
                unseen += other.iterfind(f"{C}cat//{C}v")
    if not (
        (legend and axes)
        or table
        or _is_on(plot, "showSerName")
        or _takes_its_title_from_a_series(chart, plot)
    ):
        unseen += plot.iterfind(f".//{C}ser/{C}tx//{C}v")
    said = 0
    for each in unseen:
        said += bool((each.text or "").strip())
        each.text = ""
    return said


def _labels(series: Element) -> list[str]:
    return [each.text or "" for each in series.iterfind(f"{C}cat//{C}v")]


def _has_labels(axis: Element) -> bool:
    labels = axis.find(C + "tickLblPos")
    return not _is_on(axis, "delete") and (labels is None or labels.get("val") != "none")


def _is_on(element: Element, name: str) -> bool:
    return any(each.get("val", "1") not in {"0", "false"} for each in element.iter(C + name))


def _takes_its_title_from_a_series(chart: Element, plot: Element) -> bool:
    """Whether the name of the only series stands above the chart, which has no title of its own."""
    title = chart.find(f".//{C}chart/{C}title")
    if title is not None and title.find(C + "tx") is not None:
        return False
    head = chart.find(f".//{C}chart")
    deleted = head is not None and title is None and _is_on(head, "autoTitleDeleted")
    return not deleted and len(plot.findall(f".//{C}ser")) == 1


def hold_values(chart: Element, unshown: Unshown) -> None:
    """
    Let a chart hold the values it shows, instead of pointing to the cells they come from.

    Series, labels and titles point to a sheet, which may be hidden or lie in an embedded workbook. Points of hidden
    rows lie in the chart, though most charts do not show them. Words in number formats nobody reads.
    """
    for each in chart.iter(C + "formatCode"):
        each.text = _plain_format(each.text or "")
    for each in chart.iter(C + "numFmt"):
        each.set("formatCode", _plain_format(each.get("formatCode", "")))
    only_visible = chart.find(f".//{C}plotVisOnly")
    if only_visible is None or only_visible.get("val", "1") not in {"0", "false"}:
        for reference in chart.iter(C + "strRef", C + "numRef", C + "multiLvlStrRef"):
            _drop_points(reference, unshown)
    for reference in list(chart.iter(C + "strRef", C + "numRef", C + "multiLvlStrRef")):
        parent = reference.getparent()
        if parent.tag == C + "tx":
            text = " ".join(value.text or "" for value in reference.iter(C + "v"))
            if parent.getparent().tag == C + "ser":
                value = etree.Element(C + "v")
                value.text = text
            else:
                value = _rich(text)
            parent.replace(reference, value)
            continue
        cache = next((each for each in reference if each.tag.endswith("Cache")), None)
        if cache is None:
            parent.remove(reference)
            if not len(parent) and parent.getparent() is not None:
                parent.getparent().remove(parent)
            continue
        if reference.tag == C + "multiLvlStrRef":
            _flatten(cache)
        cache.tag = C + ("numLit" if reference.tag == C + "numRef" else "strLit")
        parent.replace(reference, cache)


def _plain_format(code: str) -> str:
    return code if USUAL_FORMAT.fullmatch(code) else "General"


def _drop_points(reference: Element, unshown: Unshown) -> None:
    count = next(reference.iter(C + "ptCount"), None)
    number = count.get("val", "") if count is not None else ""
    gone = unshown(reference.findtext(C + "f") or "", int(number)) if number.isdecimal() else ()
    if not gone:
        return
    count.set("val", str(int(number) - len(gone)))
    for point in list(reference.iter(C + "pt")):
        index = int(point.get("idx", "0"))
        if index in gone:
            point.getparent().remove(point)
        else:
            point.set("idx", str(index - sum(1 for each in gone if each < index)))


def _rich(text: str) -> Element:
    rich = etree.Element(C + "rich")
    etree.SubElement(rich, A + "bodyPr")
    run = etree.SubElement(etree.SubElement(rich, A + "p"), A + "r")
    etree.SubElement(run, A + "t").text = text
    return rich


def _flatten(cache: Element) -> None:
    """Make one level of labels of several: “2024年 一季度”, for the format has no other way to hold them."""
    levels = [
        {point.get("idx"): point.findtext(C + "v") or "" for point in level.iter(C + "pt")}
        for level in cache.iter(C + "lvl")
    ]
    for level in list(cache.iter(C + "lvl")):
        cache.remove(level)
    outer = ""
    for index, text in (levels[0] if levels else {}).items():
        outer = next((level[index] for level in levels[1:] if index in level), outer)
        point = etree.SubElement(cache, C + "pt", idx=index)
        etree.SubElement(point, C + "v").text = f"{outer} {text}".strip()
