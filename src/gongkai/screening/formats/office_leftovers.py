"""What stays behind in the original: the parts of a package that no public copy takes along, told by their names."""

import re

from ..enums import Kind
from ..findings import Hidden, Place
from .office_draft import Draft
from .packages import Package

PROPERTIES = {
    **{
        "creator": "作者",
        "lastModifiedBy": "最后修改人",
        "Company": "单位",
        "Manager": "主管",
        "keywords": "关键词",
    },
    **{"subject": "主题", "description": "备注", "category": "类别", "title": "标题", "Template": "模板"},
    **{"HyperlinkBase": "链接地址", "created": "创建时间", "modified": "修改时间", "lastPrinted": "打印时间"},
    **{"contentStatus": "状态", "identifier": "标识", "property": "自定义属性", "TotalTime": "编辑时间"},
}
# The first that matches counts. No kind: says nothing that the visible content does not say.
NAMES: tuple[tuple[str, Kind | None, str], ...] = (
    (r"\[Content_Types\]\.xml$|_rels/|.*/_rels/", None, ""),
    (r"docProps/thumbnail", Kind.METADATA, "首页缩略图"),
    (r".*[Cc]omment|.*/(persons?|people)\b", Kind.COMMENT, "批注"),
    (r"customXml/", Kind.METADATA, "自定义数据"),
    (r".*/embeddings/", Kind.EMBEDDED_FILE, "嵌入的文件"),
    (r".*/activeX/|.*vbaProject|.*vbaData|.*/macrosheets/|.*/dialogsheets/", Kind.ACTIVE_CONTENT, "控件、宏"),
    (r"customUI/|.*webextension|.*/taskpanes", Kind.ACTIVE_CONTENT, "加载项"),
    (r".*/ctrlProps/", Kind.FORM_FIELD, "表单控件"),
    (r".*/glossary/", Kind.METADATA, "文档部件库"),
    (r".*recipientData", Kind.DATA_MODEL, "邮件合并的收件人"),
    (r".*/externalLinks/", Kind.EXTERNAL_LINK, "外部链接"),
    (r".*/(connections|queryTables|model|xmlMaps|tables/.*query)", Kind.DATA_MODEL, "数据连接和数据模型"),
    (r".*/pivotCache/.*Records", Kind.PIVOT_CACHE, "数据透视表的原始数据"),
    (r".*/pivotCache/", Kind.PIVOT_CACHE, "数据透视表缓存"),
    (r".*/(slicers?|slicerCaches|timelines?|timelineCaches)/", Kind.PIVOT_CACHE, "切片器"),
    (r".*/revisions/", Kind.TRACKED_CHANGE, "共享工作簿的修订记录"),
    (r"_xmlsignatures/", Kind.METADATA, "电子签名"),
    (r".*[pP]rinterSettings", Kind.METADATA, "打印机设置"),
    (r".*/(customProperty|tags/)", Kind.METADATA, "自定义属性"),
    (r".*/(notesSlides|notesMasters|handoutMasters)/", None, ""),
    (r".*/media/", Kind.EMBEDDED_FILE, "没有显示的图片、声音或视频"),
    (r".*/charts/(style|colors)\d*\.xml$|.*/diagrams/(drawing|layout|quickStyle|colors)", None, ""),
    (r".*/(charts|diagrams|drawings/shapes?)", Kind.EMBEDDED_FILE, "没有显示的图表"),
    (
        r".*/(webSettings|fontTable|stylesWithEffects|calcChain|presProps|viewProps|tableStyles)\.xml$",
        None,
        "",
    ),
    (r".*/(volatileDependencies|metadata|userNames|sheetMetadata)\.xml$", None, ""),
    (
        r".*\.(odttf|fntdata|ttf)$|.*/theme/|.*vmlDrawing|.*/pivotTables/|.*/tables/|.*/rdRichValueTypes",
        None,
        "",
    ),
    (
        r".*/(drawings|slideLayouts|slideMasters|slides|worksheets|chartsheets|styles|numbering|settings)",
        None,
        "",
    ),
    (r".*/(sharedStrings|theme|header|footer|footnotes|endnotes)\d*", None, ""),
    (r"docProps/", None, ""),
)
PATTERNS = [(re.compile(pattern), kind, what) for pattern, kind, what in NAMES]
COUNTED = {Kind.EMBEDDED_FILE, Kind.EXTERNAL_LINK, Kind.FORM_FIELD}
COMMENTS = re.compile(r"(?:[\w/]*/)?(?:comments?\d*|modernComment\w*)\.xml$")
COMMENT_TAGS = ("{*}comment", "{*}cm")


def tell(draft: Draft) -> None:
    """Note everything that no part of the copy was made from, and what the file says of its makers."""
    draft.hidden += properties(draft.package)
    told: dict[tuple[Kind, str], int] = {}
    for name in draft.package.names:
        if name in draft.used:
            continue
        kind, what = _classify(name)
        if kind is not None:
            told[kind, what] = told.get((kind, what), 0) + _number(draft.package, name, kind)
    for (kind, what), number in told.items():
        if kind == Kind.COMMENT:
            what = f"{number} 处批注" if number else "批注人名单"
        elif kind in COUNTED and number > 1:
            what = f"{what}，{number} 个"
        draft.hidden.append(Hidden(kind, Place(), what))


def _classify(name: str) -> tuple[Kind | None, str]:
    for pattern, kind, what in PATTERNS:
        if pattern.match(name):
            return kind, what
    return Kind.EMBEDDED_FILE, "系统不认识的内容"


def _number(package: Package, name: str, kind: Kind) -> int:
    if kind != Kind.COMMENT:
        return 1
    if not COMMENTS.match(name):  # a threaded comment has a plain one beside it
        return 0
    return sum(1 for _ in package.rows(name, list(COMMENT_TAGS)))


def properties(package: Package) -> list[Hidden]:
    """Say which properties are filled in."""
    found: dict[str, None] = {}
    for name in package.names:
        if name.lower().startswith("docprops/") and name.endswith(".xml"):
            for element in package.tree(name):
                tag = element.tag.rpartition("}")[2]
                if tag in PROPERTIES and "".join(element.itertext()).strip():
                    found[PROPERTIES[tag]] = None
    return [Hidden(Kind.METADATA, Place(), "、".join(found))] if found else []
