"""Presentations with something in every place where something can hide."""

from collections.abc import Callable
from pathlib import Path

from gongkai.screening.tests.office_writing import (
    CHART,
    HEAD,
    PROPERTIES,
    PROPERTY_RELATIONS,
    TYPES,
    drawing_png,
    photograph,
    rels,
    write_package,
)

SHOW = TYPES + "presentationml."
SPACES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
)
WIDE, HIGH = 9_144_000, 6_858_000
MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3"'
    ' accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
ROOT = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
WHITE = '<a:rPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:rPr>'
BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
COLORS = "".join(
    f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
    for name, value in (
        *(("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "44546A"), ("lt2", "E7E6E6"), ("accent1", "4472C4")),
        *(("accent2", "ED7D31"), ("accent3", "A5A5A5"), ("accent4", "FFC000"), ("accent5", "5B9BD5")),
        *(("accent6", "70AD47"), ("hlink", "0563C1"), ("folHlink", "954F72")),
    )
)
FACE = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
PLAIN = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
THEME = (
    f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="hidden-theme-name"><a:themeElements>'
    f'<a:clrScheme name="o">{COLORS}</a:clrScheme><a:fontScheme name="o"><a:majorFont>{FACE}</a:majorFont>'
    f'<a:minorFont>{FACE}</a:minorFont></a:fontScheme><a:fmtScheme name="o"><a:fillStyleLst>{PLAIN * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{f'<a:ln>{PLAIN}</a:ln>' * 3}</a:lnStyleLst><a:effectStyleLst>"
    f"{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst><a:bgFillStyleLst>{PLAIN * 3}</a:bgFillStyleLst>"
    "</a:fmtScheme></a:themeElements></a:theme>"
)


def run(words: str, look: str = "") -> str:
    return f"<a:r>{look}<a:t>{words}</a:t></a:r>"


def shape(
    number: int,
    inner: str,
    at: tuple[int, int, int, int] | None,
    *,
    fill: str = "",
    place: str = "",
    hidden: str = "",
) -> str:
    """A text box at (left, top, width, height) in millimetres, or where its placeholder stands."""
    where = ""
    if at:
        left, top, width, height = (each * 36_000 for each in at)
        where = (
            f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="hidden-shape-name" {hidden}/><p:cNvSpPr/><p:nvPr>{place}</p:nvPr>'
        f"</p:nvSpPr><p:spPr>{where}{fill}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{inner}</a:p></p:txBody></p:sp>"
    )


def frame(number: int, uri: str, inner: str, top: int) -> str:
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="f"/><p:cNvGraphicFramePr/><p:nvPr/>'
        f'</p:nvGraphicFramePr><p:xfrm><a:off x="5400000" y="{top * 36_000}"/><a:ext cx="3000000" cy="1200000"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic></p:graphicFrame>'
    )


def picture(number: int, link: str, at: tuple[int, int], *, crop: str = "", media: str = "") -> str:
    left, top = (each * 36_000 for each in at)
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="hidden-picture"/><p:cNvPicPr/><p:nvPr>{media}</p:nvPr></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{link}"/>{crop}<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>'
        f'<a:off x="{left}" y="{top}"/><a:ext cx="720000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</p:spPr></p:pic>"
    )


def tree(tag: str, shapes: str, behind: str = "", rest: str = "", attributes: str = "") -> str:
    return (
        f'{HEAD}<p:{tag} {SPACES} {attributes}><p:cSld name="hidden-sheet-name">{behind}<p:spTree>{ROOT}{shapes}</p:spTree>'
        f"</p:cSld>{rest}</p:{tag}>"
    )


def _cell(words: str, attributes: str = "") -> str:
    return f"<a:tc {attributes}><a:txBody><a:bodyPr/><a:p>{run(words)}</a:p></a:txBody><a:tcPr/></a:tc>"


SPAN, SWALLOWED = 'gridSpan="2"', 'hMerge="1"'
TABLE = (
    '<a:tbl><a:tblPr/><a:tblGrid><a:gridCol w="1000000"/><a:gridCol w="1000000"/></a:tblGrid>'
    f'<a:tr h="370000">{_cell("姓名")}{_cell("金额")}</a:tr>'
    f'<a:tr h="370000">{_cell("张三", SPAN)}{_cell("hidden-merged", SWALLOWED)}</a:tr></a:tbl>'
)
OLE_URI = "http://schemas.openxmlformats.org/presentationml/2006/ole"
DRAW = "http://schemas.openxmlformats.org/drawingml/2006/"
GROUP = (
    '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="30" name="g"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="400000" y="5000000"/><a:ext cx="1800000" cy="360000"/><a:chOff x="0" y="0"/><a:chExt cx="1800000" cy="360000"/>'
    f"</a:xfrm></p:grpSpPr>{shape(31, run('组里的字'), (0, 0, 50, 10))}</p:grpSp>"
)
SLIDE = tree(
    "sld",
    shape(2, run("示范县救助工作"), None, place='<p:ph type="title"/>')
    + shape(
        3,
        run("正文")
        + run("hidden-transparent", "<a:rPr><a:noFill/></a:rPr>")
        + run("hidden-small", '<a:rPr sz="100"/>')
        + run("网站", '<a:rPr><a:hlinkClick r:id="rId9" tooltip="hidden-tip"/></a:rPr>')
        + run("本机", '<a:rPr><a:hlinkClick r:id="rId10"/></a:rPr>'),
        (10, 50, 100, 15),
    )
    + shape(4, run("hidden-beside"), (-200, 10, 50, 10))
    + shape(5, run("hidden-invisible"), (10, 70, 50, 10), hidden='hidden="1"')
    + shape(6, run("hidden-white", WHITE) + run("同框的字"), (10, 80, 60, 10))
    + shape(7, run("白字有底", WHITE), (10, 95, 60, 10), fill=BLACK)
    + shape(8, run("hidden-covered"), (10, 110, 60, 10))
    + shape(9, "", (8, 108, 70, 14), fill=BLACK)
    + GROUP
    + picture(10, "rId2", (80, 110), crop='<a:srcRect b="50000"/>')
    + picture(11, "rId3", (110, 110), media='<a:videoFile r:link="rId4"/>')
    + frame(12, DRAW + "table", TABLE, 50)
    + frame(13, DRAW + "chart", f'<c:chart xmlns:c="{DRAW}chart" r:id="rId5"/>', 80)
    + frame(
        14,
        OLE_URI,
        f'<p:oleObj progId="hidden-program" r:id="rId6">{picture(15, "rId3", (140, 130))}</p:oleObj>',
        130,
    ),
    rest="<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr><p:transition><p:sndAc>hidden-sound</p:sndAc></p:transition>"
    '<p:timing>hidden-timing</p:timing><p:custDataLst><p:tags r:id="rId7"/></p:custDataLst>',
)
VISIBLE = [
    *("母版上的县名", "示范县救助工作", "正文网站本机", "同框的字", "白字有底", "组里的字"),
    *("姓名", "金额", "张三", "救助人数", "人数", "东镇", "西镇", "12", "30", "第二页"),
]


def everything(path: Path) -> Path:
    """A presentation with a secret in every place we know of."""
    prompt = shape(2, run("hidden-prompt"), (10, 10, 200, 30), place='<p:ph type="title"/>')
    styles = "<p:txStyles><p:titleStyle/><p:bodyStyle/><p:otherStyle/></p:txStyles>"
    layouts = (
        '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId3"/>'
        "</p:sldLayoutIdLst>"
    )
    master = tree(
        "sldMaster",
        prompt + shape(3, run("母版上的县名"), (150, 2, 80, 8)),
        rest=f"{MAP}{layouts}{styles}",
    )
    parts = {
        "_rels/.rels": rels(("rId1", "officeDocument", "ppt/presentation.xml"), *PROPERTY_RELATIONS),
        **PROPERTIES,
        "ppt/presentation.xml": f'{HEAD}<p:presentation {SPACES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>'
        '</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId6"/></p:notesMasterIdLst><p:sldIdLst>'
        '<p:sldId id="256" r:id="rId2"/><p:sldId id="257" r:id="rId3"/><p:sldId id="258" r:id="rId4"/></p:sldIdLst>'
        f'<p:sldSz cx="{WIDE}" cy="{HIGH}"/><p:notesSz cx="{HIGH}" cy="{WIDE}"/>'
        '<p:custShowLst><p:custShow name="hidden-show" id="0"/></p:custShowLst>'
        '<p:modifyVerifier hashData="hidden-hash"/></p:presentation>',
        "ppt/_rels/presentation.xml.rels": rels(
            ("rId1", "slideMaster", "slideMasters/slideMaster1.xml"),
            ("rId2", "slide", "slides/slide1.xml"),
            ("rId3", "slide", "slides/slide2.xml"),
            ("rId4", "slide", "slides/slide3.xml"),
            ("rId5", "commentAuthors", "commentAuthors.xml"),
            ("rId6", "notesMaster", "notesMasters/notesMaster1.xml"),
            ("rId7", "presProps", "presProps.xml"),
        ),
        "ppt/slides/slide1.xml": SLIDE,
        "ppt/slides/_rels/slide1.xml.rels": rels(
            ("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"),
            ("rId2", "image", "../media/image1.jpeg"),
            ("rId3", "image", "../media/image2.png"),
            ("rId4", "video", "file:///C:/hidden-video.mp4", "External"),
            ("rId5", "chart", "../charts/chart1.xml"),
            ("rId6", "oleObject", "../embeddings/oleObject1.bin"),
            ("rId7", "tags", "../tags/tag1.xml"),
            ("rId8", "notesSlide", "../notesSlides/notesSlide1.xml"),
            ("rId9", "hyperlink", "https://www.example.gov.cn/", "External"),
            ("rId10", "hyperlink", "file:///C:/hidden-link", "External"),
            ("rId11", "comments", "../comments/comment1.xml"),
        ),
        "ppt/slides/slide2.xml": tree(
            "sld", shape(2, run("hidden-slide"), (10, 10, 60, 10)), attributes='show="0"'
        ),
        "ppt/slides/_rels/slide2.xml.rels": rels(("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml")),
        "ppt/slides/slide3.xml": tree("sld", shape(2, run("第二页"), (10, 10, 60, 10))),
        "ppt/slides/_rels/slide3.xml.rels": rels(("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml")),
        "ppt/slideLayouts/slideLayout1.xml": tree("sldLayout", prompt),
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": rels(
            ("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")
        ),
        "ppt/slideLayouts/slideLayout2.xml": tree(
            "sldLayout", shape(2, run("hidden-unused-layout"), (1, 1, 9, 9))
        ),
        "ppt/slideLayouts/_rels/slideLayout2.xml.rels": rels(
            ("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")
        ),
        "ppt/slideMasters/slideMaster1.xml": master,
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": rels(
            ("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"),
            ("rId2", "theme", "../theme/theme1.xml"),
            ("rId3", "slideLayout", "../slideLayouts/slideLayout2.xml"),
        ),
        "ppt/theme/theme1.xml": THEME,
        "ppt/media/image1.jpeg": photograph(),
        "ppt/media/image2.png": drawing_png(),
        "ppt/media/media1.mp4": b"hidden-embedded-video",
        "ppt/charts/chart1.xml": HEAD + CHART.format(data='<c:externalData r:id="rId1"/>'),
        "ppt/charts/_rels/chart1.xml.rels": rels(("rId1", "package", "../embeddings/book.xlsx")),
        "ppt/embeddings/book.xlsx": b"hidden-chart-workbook",
        "ppt/embeddings/oleObject1.bin": b"hidden-ole",
        "ppt/tags/tag1.xml": "<tagLst>hidden-tag</tagLst>",
        "ppt/notesSlides/notesSlide1.xml": tree("notes", shape(2, run("hidden-note"), (1, 1, 9, 9))),
        "ppt/notesMasters/notesMaster1.xml": tree(
            "notesMaster", shape(2, run("hidden-notes-master"), (1, 1, 9, 9))
        ),
        "ppt/comments/comment1.xml": f"{HEAD}<p:cmLst {SPACES}><p:cm><p:text>hidden-comment</p:text></p:cm></p:cmLst>",
        "ppt/commentAuthors.xml": "<cmAuthorLst>hidden-comment-author</cmAuthorLst>",
        "ppt/presProps.xml": "<presentationPr>hidden-presentation-property</presentationPr>",
    }
    types = {
        "ppt/presentation.xml": SHOW + "presentation.main+xml",
        **{f"ppt/slides/slide{at}.xml": SHOW + "slide+xml" for at in (1, 2, 3)},
        **{f"ppt/slideLayouts/slideLayout{at}.xml": SHOW + "slideLayout+xml" for at in (1, 2)},
        "ppt/slideMasters/slideMaster1.xml": SHOW + "slideMaster+xml",
        "ppt/theme/theme1.xml": TYPES + "theme+xml",
        "ppt/charts/chart1.xml": TYPES + "drawingml.chart+xml",
    }
    return write_package(path, parts, types)


SAMPLES: dict[str, Callable[[Path], Path]] = {"everything.pptx": everything}
