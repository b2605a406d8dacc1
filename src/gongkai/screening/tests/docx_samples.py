"""Word documents with something in every place where something can hide."""

from collections.abc import Callable
from pathlib import Path

import docx

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

WORD = TYPES + "wordprocessingml."
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
STYLES = f"""{HEAD}<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:rsid w:val="00AA"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="s"><w:name w:val="Quiet"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="x"><w:name w:val="hidden-style-name"/><w:basedOn w:val="a"/></w:style></w:styles>"""


def p(inner: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, look: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, result: str, data: str = "") -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def cell(inner: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>{inner}</w:tc>'


def table(*rows: str) -> str:
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = '<w:gridCol w:w="2000"/>' * 3
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def inline(
    graphic: str, uri: str, number: int, *, attributes: str = "", size: str = 'cx="1800000" cy="900000"'
) -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent {size}/><wp:docPr id="{number}" name="hidden-shape-name" {attributes}/>'
        f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/{uri}">{graphic}'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def picture(link: str, crop: str = "") -> str:
    return (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="hidden-picture-name.jpg"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{link}"><a:extLst><a:ext uri="hidden-extension"/></a:extLst></a:blip>{crop}'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="1800000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic>'
    )


TEXT_BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0"'
    ' simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>3000000</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    '<wp:extent cx="1500000" cy="400000"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="21" name="t"/>'
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1500000" cy="400000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>'
    + p(r("文本框里的字") + r("hidden-in-box", "<w:vanish/>"))
    + "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
    + p(r("hidden-fallback"))
    + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
OLD_BOX = (
    '<w:r><w:pict><v:shape id="b1" type="#hidden-type" style="width:120pt;height:30pt" o:gfxdata="hidden-gfxdata"'
    ' alt="C:\\hidden-alt\\a.png"><v:textbox><w:txbxContent>'
    + p(r("旧文本框"))
    + '</w:txbxContent></v:textbox></v:shape><v:shape style="visibility:hidden"><v:textbox><w:txbxContent>'
    + p(r("hidden-vml-box"))
    + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
OBJECT = (
    '<w:r><w:object w:dxaOrig="hidden-object-size"><v:shape id="o1" style="width:60pt;height:60pt">'
    '<v:imagedata r:id="rId11" o:title="hidden-title"/></v:shape>'
    '<o:OLEObject Type="Embed" ProgID="hidden-program" ShapeID="o1" r:id="rId12"/></w:object></w:r>'
)
DIAGRAM = inline(
    '<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="rId14" r:lo="rId15"'
    ' r:qs="rId16" r:cs="rId17"/>',
    "diagram",
    23,
)
BODY = "".join(
    [
        "<!-- hidden-xml-comment --><?hidden-instruction x?>",
        p(
            r("示范县救助名单公示")
            + '<w:bookmarkStart w:id="1" w:name="hidden-bookmark"/><w:bookmarkEnd w:id="1"/>',
            '<w:pStyle w:val="1"/>',
        ),
        '<w:p w:rsidR="hidden-rsid" w14:paraId="hidden-para">'
        + r("修订：")
        + '<w:del w:id="2" w:author="hidden-author"><w:r><w:delText>hidden-deleted</w:delText></w:r></w:del>'
        + '<w:ins w:id="3" w:author="hidden-author"><w:r><w:rPr><w:b/><w:rPrChange w:id="4" w:author="hidden-author">'
        "<w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>插入的字</w:t></w:r></w:ins>"
        '<w:moveFrom w:id="5" w:author="hidden-author"><w:r><w:t>hidden-moved</w:t></w:r></w:moveFrom>'
        '<w:moveTo w:id="6" w:author="hidden-author"><w:r><w:t>移来的字</w:t></w:r></w:moveTo></w:p>',
        p(r("前一段，"), '<w:rPr><w:del w:id="7" w:author="hidden-author"/></w:rPr>') + p(r("接上一段。")),
        p(
            '<w:commentRangeStart w:id="0"/>'
            + r("有批注的字")
            + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        ),
        p(
            r("看得见")
            + r("hidden-vanish", "<w:vanish/>")
            + r("hidden-by-style", '<w:rStyle w:val="s"/>')
            + r("hidden-white", '<w:color w:val="FFFFFF"/>')
            + r("hidden-tiny", '<w:sz w:val="2"/>')
            + r("hidden-narrow", '<w:w w:val="1"/>')
        ),
        p(
            r("姓名：")
            + r("hidden-black-bar", '<w:highlight w:val="black"/>')
            + r("hidden-shaded", '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>')
            + r("，男")
        ),
        p(r("白字黑底", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>')),
        p(
            field(r"INCLUDETEXT C:\\hidden-include.docx", "取来的字")
            + field(" MERGEFIELD hidden-field ", "东镇")
            + field(r'HYPERLINK "file:///C:/hidden-file"', "内网文件")
            + field('HYPERLINK "https://www.example.gov.cn/a"', "网页")
            + '<w:fldSimple w:instr="DOCPROPERTY hidden-doc-property">'
            + r("属性")
            + "</w:fldSimple>"
        ),
        p(
            r("同意")
            + field(
                "FORMCHECKBOX",
                "",
                '<w:ffData><w:name w:val="hidden-form-name"/><w:helpText w:val="hidden-help"/>'
                '<w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>',
            )
        ),
        p(
            '<w:hyperlink r:id="rId31">'
            + r("共享盘")
            + '</w:hyperlink><w:hyperlink r:id="rId32" w:tooltip="hidden-tooltip">'
            + r("县政府网站")
            + "</w:hyperlink>"
        ),
        '<w:sdt><w:sdtPr><w:alias w:val="hidden-alias"/><w:tag w:val="hidden-tag"/><w:dropDownList>'
        '<w:listItem w:value="hidden-choice"/></w:dropDownList></w:sdtPr><w:sdtContent>'
        + p(r("选中的项"))
        + "</w:sdtContent></w:sdt>",
        p(TEXT_BOX + OLD_BOX + OBJECT),
        p(
            inline(
                picture("rId10", '<a:srcRect l="50000"/>'),
                "picture",
                22,
                attributes='descr="D:\\hidden-path.jpg"',
            )
        ),
        p(inline(picture("rId11"), "picture", 24, attributes='descr="绿色的方块"')),
        p(
            inline(
                '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId13"/>',
                "chart",
                25,
            )
        ),
        p(DIAGRAM),
        p("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>") + '<w:altChunk r:id="rId33"/>hidden-stray-text',
        table(
            f"<w:tr>{cell(p(r('姓名')))}{cell(p(r('金额')))}{cell(p(r('备注')))}</w:tr>",
            "<w:tr>"
            + cell(p(r("张三")), '<w:vMerge w:val="restart"/>')
            + cell(p(r("100")) + p(r("元")), '<w:gridSpan w:val="2"/>')
            + "</w:tr>",
            "<w:tr>"
            + cell(p(r("hidden-merged")), "<w:vMerge/>")
            + cell(table(f"<w:tr>{cell(p(r('内表')))}</w:tr>") + p(""))
            + cell(p(r("末格")))
            + "</w:tr>",
            '<w:tr><w:trPr><w:del w:id="8" w:author="hidden-author"/></w:trPr>'
            + cell(p(r("hidden-deleted-row")))
            + "</w:tr>",
            "<w:tr><w:trPr><w:hidden/></w:trPr>" + cell(p(r("hidden-row", "<w:vanish/>"))) + "</w:tr>",
        ),
        p(r("注") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        '<w:sectPr w:rsidR="hidden-rsid"><w:headerReference w:type="default" r:id="rId21"/>'
        '<w:headerReference w:type="first" r:id="rId22"/><w:footerReference w:type="default" r:id="rId23"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800"'
        ' w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>',
    ]
)
VISIBLE = [
    "示范县救助名单公示",
    "修订：插入的字移来的字",
    "前一段，接上一段。",
    "有批注的字",
    "看得见",
    "姓名：" + " " * len("hidden-black-bar") + " " * len("hidden-shaded") + "，男",
    "白字黑底",
    "取来的字东镇内网文件网页属性",
    "同意☑",
    "共享盘县政府网站",
    "选中的项",
    "文本框里的字",
    "旧文本框",
    "绿色的方块",
    *("救助人数", "人数", "东镇", "西镇", "12", "30"),
    *("受理", "审核"),
    "x=1",
    *("姓名", "金额", "备注", "张三", "100\n元", "内表", "末格"),
    "注",
    "见《示范县办法》",
    "示范县民政局",
    "第1页",
]
DIAGRAM_SPACES = (
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def _point(number: int, text: str) -> str:
    return (
        f'<dgm:pt modelId="{number}"><dgm:prSet/><dgm:spPr/><dgm:t><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p>'
        "</dgm:t></dgm:pt>"
    )


DIAGRAM_PARTS = {
    "word/diagrams/data1.xml": f"{HEAD}<dgm:dataModel {DIAGRAM_SPACES}><dgm:ptLst>"
    '<dgm:pt modelId="0" type="doc"><dgm:prSet loTypeId="urn:microsoft.com/office/officeart/2005/8/layout/default"/>'
    f"<dgm:spPr/></dgm:pt>{_point(1, '受理')}{_point(2, '审核')}</dgm:ptLst><dgm:cxnLst>"
    '<dgm:cxn modelId="11" srcId="0" destId="1" srcOrd="0" destOrd="0"/>'
    '<dgm:cxn modelId="12" srcId="0" destId="2" srcOrd="1" destOrd="0"/></dgm:cxnLst><dgm:bg/><dgm:whole/>'
    '<dgm:extLst><a:ext uri="hidden-diagram-extension"/></dgm:extLst></dgm:dataModel>',
    "word/diagrams/layout1.xml": f'{HEAD}<dgm:layoutDef {DIAGRAM_SPACES} uniqueId="urn:microsoft.com/office/officeart/2005/8/layout/default">'
    '<dgm:title val="hidden-layout-title"/><dgm:layoutNode name="diagram"><dgm:alg type="snake"/><dgm:presOf/>'
    '<dgm:forEach name="f" axis="ch" ptType="node"><dgm:layoutNode name="node"><dgm:alg type="tx"/>'
    '<dgm:shape type="rect"/><dgm:presOf axis="desOrSelf" ptType="node"/></dgm:layoutNode></dgm:forEach>'
    "</dgm:layoutNode></dgm:layoutDef>",
    "word/diagrams/quickStyle1.xml": f'{HEAD}<dgm:styleDef {DIAGRAM_SPACES} uniqueId="q"/>',
    "word/diagrams/colors1.xml": f'{HEAD}<dgm:colorsDef {DIAGRAM_SPACES} uniqueId="c"/>',
    "word/diagrams/drawing1.xml": "<dsp>hidden-diagram-drawing</dsp>",
}


def everything(path: Path) -> Path:
    """A document with a secret in every place we know of."""
    story = lambda tag, inner: f"{HEAD}<w:{tag} {SPACES}>{inner}</w:{tag}>"  # noqa: E731 - short and local
    note = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    parts = {
        "_rels/.rels": rels(("rId1", "officeDocument", "word/document.xml"), *PROPERTY_RELATIONS),
        **PROPERTIES,
        "word/document.xml": story("document", f"<w:body>{BODY}</w:body>"),
        "word/_rels/document.xml.rels": rels(
            ("rId1", "styles", "styles.xml"),
            ("rId2", "settings", "settings.xml"),
            ("rId3", "comments", "comments.xml"),
            ("rId4", "http://schemas.microsoft.com/office/2011/relationships/people", "people.xml"),
            ("rId5", "footnotes", "footnotes.xml"),
            ("rId6", "glossaryDocument", "glossary/document.xml"),
            ("rId7", "fontTable", "fontTable.xml"),
            ("rId8", "customXml", "../customXml/item1.xml"),
            ("rId10", "image", "media/image1.jpeg"),
            ("rId11", "image", "media/image2.png"),
            ("rId12", "oleObject", "embeddings/oleObject1.bin"),
            ("rId13", "chart", "charts/chart1.xml"),
            ("rId14", "diagramData", "diagrams/data1.xml"),
            ("rId15", "diagramLayout", "diagrams/layout1.xml"),
            ("rId16", "diagramQuickStyle", "diagrams/quickStyle1.xml"),
            ("rId17", "diagramColors", "diagrams/colors1.xml"),
            ("rId21", "header", "header1.xml"),
            ("rId22", "header", "header2.xml"),
            ("rId23", "footer", "footer1.xml"),
            ("rId31", "hyperlink", "file:///Z:/hidden-share/a.docx", "External"),
            ("rId32", "hyperlink", "https://www.example.gov.cn/", "External"),
            ("rId33", "aFChunk", "afchunk.html"),
            ("rId34", "image", "nowhere/image9.png"),
        ),
        "word/styles.xml": STYLES,
        "word/settings.xml": story(
            "settings",
            '<w:rsids><w:rsid w:val="hidden-rsid"/></w:rsids><w:attachedTemplate r:id="rId1"/>'
            '<w:mailMerge><w:query w:val="hidden-query"/></w:mailMerge>'
            '<w:docVars><w:docVar w:name="x" w:val="hidden-variable"/></w:docVars><w:defaultTabStop w:val="420"/>',
        ),
        "word/_rels/settings.xml.rels": rels(
            ("rId1", "attachedTemplate", "file:///C:/hidden-template.dotx", "External")
        ),
        "word/comments.xml": story(
            "comments",
            '<w:comment w:id="0" w:author="hidden-commenter">' + p(r("hidden-comment")) + "</w:comment>",
        ),
        "word/people.xml": "<people>hidden-people</people>",
        "word/footnotes.xml": story(
            "footnotes",
            f'{note}<w:footnote w:id="2">{p(r("见《示范县办法》"))}</w:footnote>'
            f'<w:footnote w:id="3">{p(r("hidden-footnote"))}</w:footnote>',
        ),
        "word/header1.xml": story("hdr", p(r("示范县民政局"))),
        "word/header2.xml": story("hdr", p(r("hidden-first-header"))),
        "word/footer1.xml": story("ftr", p(r("第") + field(" PAGE  hidden-switch", "1") + r("页"))),
        "word/glossary/document.xml": "<glossary>hidden-glossary</glossary>",
        "word/fontTable.xml": "<fonts>hidden-font</fonts>",
        "word/fonts/font1.odttf": b"hidden-embedded-font",
        "word/media/image1.jpeg": photograph(),
        "word/media/image2.png": drawing_png(),
        "word/media/image3.png": b"hidden-orphan-picture",
        "word/embeddings/oleObject1.bin": b"hidden-ole" + "hidden-ole-utf16".encode("utf-16-le"),
        "word/embeddings/book.xlsx": b"hidden-chart-workbook",
        "word/charts/chart1.xml": HEAD
        + CHART.format(data='<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'),
        "word/charts/_rels/chart1.xml.rels": rels(("rId1", "package", "../embeddings/book.xlsx")),
        **DIAGRAM_PARTS,
        "word/afchunk.html": "<p>hidden-chunk</p>",
        "strange/thing.bin": b"hidden-strange-part",
    }
    types = {
        "word/document.xml": WORD + "document.main+xml",
        "word/styles.xml": WORD + "styles+xml",
        "word/settings.xml": WORD + "settings+xml",
        "word/footnotes.xml": WORD + "footnotes+xml",
        "word/header1.xml": WORD + "header+xml",
        "word/header2.xml": WORD + "header+xml",
        "word/footer1.xml": WORD + "footer+xml",
        "word/charts/chart1.xml": TYPES + "drawingml.chart+xml",
    }
    return write_package(path, parts, types)


def plain(path: Path) -> Path:
    """A short document as Word writes it."""
    document = docx.Document()
    document.core_properties.author = "hidden-author"
    document.add_heading("关于做好救助工作的通知", 1)
    document.add_paragraph("各镇人民政府：")
    document.add_paragraph("第一项", style="List Number")
    document.add_paragraph("第二项", style="List Number")
    grid = document.add_table(rows=2, cols=2, style="Light Grid Accent 1")
    for at, text in enumerate(("姓名", "电话", "张三", "13800138000")):
        grid.cell(at // 2, at % 2).text = text
    document.save(path)
    return path


def body(path: Path, inner: str, *, styles: str = STYLES) -> Path:
    """A document with this body and nothing else."""
    parts = {
        "_rels/.rels": rels(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"{HEAD}<w:document {SPACES}><w:body>{inner}</w:body></w:document>",
        "word/_rels/document.xml.rels": rels(("rId1", "styles", "styles.xml")),
        "word/styles.xml": styles,
    }
    types = {"word/document.xml": WORD + "document.main+xml", "word/styles.xml": WORD + "styles+xml"}
    return write_package(path, parts, types)


def listed(path: Path, inner: str, label: str, level: str = "") -> Path:
    """A document whose paragraphs in list 1 have this label; ``level`` is what else their level says."""
    parts = {
        "_rels/.rels": rels(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"{HEAD}<w:document {SPACES}><w:body>{inner}</w:body></w:document>",
        "word/_rels/document.xml.rels": rels(
            ("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml")
        ),
        "word/styles.xml": STYLES.replace(
            '<w:basedOn w:val="a"/><w:rPr><w:b/>',
            '<w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/>',
        ),
        "word/numbering.xml": f'{HEAD}<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0">'
        f'<w:name w:val="hidden-list-name"/><w:lvl w:ilvl="0">{level}<w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{label}"/></w:lvl><w:lvl w:ilvl="1"><w:lvlText w:val="hidden-level%2"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    }
    types = {
        "word/document.xml": WORD + "document.main+xml",
        "word/styles.xml": WORD + "styles+xml",
        "word/numbering.xml": WORD + "numbering+xml",
    }
    return write_package(path, parts, types)


SAMPLES: dict[str, Callable[[Path], Path]] = {"plain.docx": plain, "everything.docx": everything}
