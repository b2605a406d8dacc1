"""Workbooks with something in every place where something can hide."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import xlsxwriter

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

SHEETS = TYPES + "spreadsheetml."
SPACES = (
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
    ' xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"'
)
DRAWN = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
# Cell looks by number: 0 plain, 1 date, 2 white text, 3 shows nothing, 4 tiny, 5 black on black, 6 month and day,
# 7 two decimals, 8 telephone.
STYLES = f"""{HEAD}<styleSheet {SPACES}><numFmts count="4"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
<numFmt numFmtId="165" formatCode=";;;"/><numFmt numFmtId="166" formatCode="m&quot;月&quot;d&quot;日&quot;"/>
<numFmt numFmtId="167" formatCode="&quot;hidden-unused-format&quot;0"/></numFmts>
<fonts count="4"><font><sz val="11"/><name val="宋体"/></font><font><sz val="11"/><color rgb="FFFFFFFF"/><name val="宋体"/></font>
<font><sz val="1"/><name val="宋体"/></font><font><sz val="11"/><color rgb="FF000000"/><name val="宋体"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FF000000"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="9"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0"/>
<xf numFmtId="0" fontId="2" fillId="0" borderId="0"/><xf numFmtId="0" fontId="3" fillId="2" borderId="0"/>
<xf numFmtId="166" fontId="0" fillId="0" borderId="0"/><xf numFmtId="2" fontId="0" fillId="0" borderId="0"/>
<xf numFmtId="1" fontId="0" fillId="0" borderId="0"/></cellXfs>
<cellStyles count="1"><cellStyle name="hidden-style-name" xfId="0" builtinId="0"/></cellStyles>
<dxfs count="1"><dxf><font><color rgb="FFFFFFFF"/></font></dxf></dxfs></styleSheet>"""
STRINGS = (
    f'{HEAD}<sst {SPACES} count="3" uniqueCount="3"><si><t>示范县救助名单</t></si><si><t>hidden-unused-string</t></si>'
    '<si><r><rPr><b/><sz val="11"/></rPr><t>粗</t></r><r><rPr><color rgb="FFFFFFFF"/></rPr><t>hidden-white-run</t></r>'
    '<r><t>细</t></r><rPh sb="0" eb="1"><t>hidden-reading</t></rPh></si></sst>'
)


def text(address: str, value: str, style: int = 0) -> str:
    look = f' s="{style}"' if style else ""
    return f'<c r="{address}"{look} t="inlineStr"><is><t>{value}</t></is></c>'


def number(address: str, value: str, style: int = 0, formula: str = "") -> str:
    look = f' s="{style}"' if style else ""
    return f'<c r="{address}"{look}>{f"<f>{formula}</f>" if formula else ""}<v>{value}</v></c>'


def row(at: int, cells: str, attributes: str = "") -> str:
    return f'<row r="{at}" {attributes}>{cells}</row>'


def anchor(start: tuple[int, int], end: tuple[int, int], inner: str) -> str:
    """Anchor a shape between two (column, row), counted from 0."""
    corners = "".join(
        f"<xdr:{name}><xdr:col>{at[0]}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{at[1]}</xdr:row>"
        f"<xdr:rowOff>0</xdr:rowOff></xdr:{name}>"
        for name, at in (("from", start), ("to", end))
    )
    return f"<xdr:twoCellAnchor>{corners}{inner}<xdr:clientData/></xdr:twoCellAnchor>"


def shape(number_: int, inner: str, fill: str = "", attributes: str = "") -> str:
    return (
        f'<xdr:sp macro="hidden-macro" textlink="hidden-textlink"><xdr:nvSpPr><xdr:cNvPr id="{number_}" name="hidden-shape"'
        f' {attributes}/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/>'
        f'</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</xdr:spPr><xdr:txBody><a:bodyPr/><a:p>{inner}</a:p>'
        "</xdr:txBody></xdr:sp>"
    )


def run(words: str, look: str = "") -> str:
    return f"<a:r>{look}<a:t>{words}</a:t></a:r>"


def picture(link: str, number_: int, crop: str = "", described: str = "") -> str:
    return (
        f'<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{number_}" name="hidden-picture" descr="{described}"/><xdr:cNvPicPr/>'
        f'</xdr:nvPicPr><xdr:blipFill><a:blip r:embed="{link}"/>{crop}<a:stretch><a:fillRect/></a:stretch></xdr:blipFill>'
        '<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>'
    )


BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
DRAWING = (
    f"{HEAD}<xdr:wsDr {DRAWN}>"
    + anchor((6, 0), (8, 3), shape(2, run("图上的字") + run("hidden-clear", "<a:rPr><a:noFill/></a:rPr>")))
    + anchor((6, 4), (8, 6), shape(3, run("hidden-shape-text"), attributes='hidden="1"'))
    + anchor((1, 15), (2, 16), shape(4, "", BLACK))
    + anchor((6, 8), (8, 12), picture("rId1", 5, '<a:srcRect r="50000"/>', "两色图"))
    + anchor((6, 2), (8, 3), shape(6, run("hidden-in-hidden-row")))
    + anchor(
        (9, 0),
        (15, 12),
        '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="7" name="c"/><xdr:cNvGraphicFramePr/>'
        '</xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId2"/></a:graphicData>'
        "</a:graphic></xdr:graphicFrame>",
    )
    + "</xdr:wsDr>"
)
LIST = (
    f'{HEAD}<worksheet {SPACES}><sheetPr codeName="hidden-code-name"><tabColor rgb="FFFF0000"/></sheetPr>'
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="3" topLeftCell="A4" state="frozen"/>'
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
    '<cols><col min="3" max="3" width="9" hidden="1" customWidth="1"/><col min="4" max="4" width="0.08" customWidth="1"/></cols><sheetData>'
    + row(1, '<c r="A1" t="s"><v>0</v></c>' + text("B1", "hidden-under-merged"))
    + row(
        2,
        text("A2", "姓名")
        + text("B2", "金额")
        + text("C2", "hidden-column")
        + text("D2", "hidden-narrow-column")
        + text("E2", "日期"),
    )
    + row(3, text("A3", "hidden-row"), 'hidden="1"')
    + row(
        4, text("A4", "张三") + number("B4", "100.456", 7, "SUM(hidden-formula)") + number("E4", "45000", 1)
    )
    + row(5, text("A5", "hidden-filtered"), 'hidden="1"')
    + row(6, text("A6", "李四") + number("B6", "371723199001011234") + number("E6", "45000.75", 6))
    + row(7, text("A7", "hidden-flat-row"), 'ht="0" customHeight="1"')
    + row(
        8,
        text("A8", "hidden-white", 2)
        + text("B8", "hidden-no-format", 3)
        + text("E8", "hidden-tiny", 4)
        + text("F8", "hidden-black", 5),
    )
    + row(9, '<c r="A9" t="s"><v>2</v></c><c r="B9" t="b"><v>1</v></c><c r="E9" t="e"><v>#N/A</v></c>')
    + row(10, text("A10", "条件") + text("B10", "链接") + text("E10", "文件"))
    + row(11, '<c r="A11"><f>_xlfn.DISPIMG("ID_1",1)</f><v>0</v></c>' + number("B11", "13800138000", 8))
    + row(13, text("C13", "并着的字") + text("D13", "hidden-beside-merged"))
    + row(16, text("A16", "盖着的：") + text("B16", "hidden-under-box"))
    + "</sheetData>"
    '<sheetProtection password="hidden-hash"/><scenarios><scenario name="hidden-scenario"/></scenarios>'
    '<autoFilter ref="A2:B6"><filterColumn colId="0"><filters><filter val="hidden-filter-value"/></filters></filterColumn>'
    '</autoFilter><customSheetViews><customSheetView guid="hidden-view"/></customSheetViews>'
    '<mergeCells count="2"><mergeCell ref="A1:F1"/><mergeCell ref="C13:E14"/></mergeCells>'
    '<conditionalFormatting sqref="A10"><cfRule type="expression" dxfId="0" priority="1"><formula>hidden-condition</formula>'
    "</cfRule></conditionalFormatting>"
    '<dataValidations count="1"><dataValidation type="list" sqref="A4" prompt="hidden-prompt"><formula1>"hidden-option"</formula1>'
    "</dataValidation></dataValidations>"
    '<hyperlinks><hyperlink ref="B10" r:id="rId2" tooltip="hidden-tip"/><hyperlink ref="E10" r:id="rId3"/>'
    '<hyperlink ref="A4" location="hidden-location!A1"/></hyperlinks>'
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
    '<pageSetup paperSize="9" orientation="landscape" r:id="rId7"/>'
    "<headerFooter><oddHeader>&amp;C示范县民政局&amp;R&amp;D</oddHeader><oddFooter>第 &amp;P 页&amp;Z</oddFooter>"
    "<evenHeader>hidden-even-header</evenHeader></headerFooter>"
    '<drawing r:id="rId1"/><legacyDrawing r:id="rId4"/>'
    '<extLst><ext uri="hidden-extension"><x14:sparklineGroups><xm:f>hidden-sparkline</xm:f></x14:sparklineGroups></ext></extLst>'
    "</worksheet>"
)
VISIBLE = [
    *("名单", "示范县救助名单", "姓名", "金额", "日期", "张三", "100.46", "2023年3月15日"),
    *(
        "李四",
        "371723199001011234",
        "3月15日",
        "粗细",
        "TRUE",
        "#N/A",
        "条件",
        "链接",
        "文件",
        "13800138000",
        "并着的字",
    ),
    *("盖着的：", "示范县民政局", "第  页", "图上的字", "两色图"),
    *("救助人数", "人数", "东镇", "西镇", "12", "30", "另一张", "透视"),
]
TABLE = (
    f'{HEAD}<table {SPACES} id="1" name="hidden-table" displayName="hidden-table" ref="A1:A2"><tableColumns count="1">'
    '<tableColumn id="1" name="hidden-table-column"/></tableColumns></table>'
)


def everything(path: Path) -> Path:
    """A workbook with a secret in every place we know of."""
    sheet = lambda cells: f"{HEAD}<worksheet {SPACES}><sheetData>{cells}</sheetData></worksheet>"  # noqa: E731
    wps = "http://www.wps.cn/officeDocument/2020/cellImage"
    parts = {
        "_rels/.rels": rels(("rId1", "officeDocument", "xl/workbook.xml"), *PROPERTY_RELATIONS),
        **PROPERTIES,
        "xl/workbook.xml": f'{HEAD}<workbook {SPACES} xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac">'
        '<fileSharing userName="hidden-user"/><x15ac:absPath url="C:\\hidden-path"/><sheets>'
        '<sheet name="名单" sheetId="1" r:id="rId1"/><sheet name="hidden-sheet" sheetId="2" state="hidden" r:id="rId2"/>'
        '<sheet name="hidden-very" sheetId="3" state="veryHidden" r:id="rId3"/><sheet name="另一张" sheetId="4" r:id="rId4"/></sheets>'
        "<definedNames><definedName name=\"hidden-name\">'hidden-sheet'!$A$1</definedName>"
        '<definedName name="_xlnm.Print_Titles" localSheetId="0">\'名单\'!$1:$2</definedName></definedNames>'
        '<customWorkbookViews><customWorkbookView name="hidden-workbook-view"/></customWorkbookViews></workbook>',
        "xl/_rels/workbook.xml.rels": rels(
            *((f"rId{at}", "worksheet", f"worksheets/sheet{at}.xml") for at in range(1, 5)),
            ("rId5", "styles", "styles.xml"),
            ("rId6", "sharedStrings", "sharedStrings.xml"),
            ("rId7", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"),
            ("rId8", "externalLink", "externalLinks/externalLink1.xml"),
            ("rId9", "connections", "connections.xml"),
            ("rId10", wps, "cellimages.xml"),
        ),
        "xl/worksheets/sheet1.xml": LIST,
        "xl/worksheets/_rels/sheet1.xml.rels": rels(
            ("rId1", "drawing", "../drawings/drawing1.xml"),
            ("rId2", "hyperlink", "https://www.example.gov.cn/", "External"),
            ("rId3", "hyperlink", "file:///Z:/hidden-share.xlsx", "External"),
            ("rId4", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
            ("rId5", "comments", "../comments1.xml"),
            (
                "rId6",
                "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
                "../threadedComments/threadedComment1.xml",
            ),
            ("rId7", "printerSettings", "../printerSettings/printerSettings1.bin"),
        ),
        "xl/worksheets/sheet2.xml": sheet(row(1, text("A1", "hidden-sheet-cell")) + row(2, text("A2", "x"))),
        "xl/worksheets/sheet3.xml": sheet(row(1, text("A1", "hidden-very-cell"))),
        "xl/worksheets/sheet4.xml": sheet(row(1, text("A1", "透视"))),
        "xl/worksheets/_rels/sheet4.xml.rels": rels(
            ("rId1", "pivotTable", "../pivotTables/pivotTable1.xml"),
            ("rId2", "table", "../tables/table1.xml"),
        ),
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": STRINGS,
        "xl/drawings/drawing1.xml": DRAWING,
        "xl/drawings/_rels/drawing1.xml.rels": rels(
            ("rId1", "image", "../media/image1.jpeg"), ("rId2", "chart", "../charts/chart1.xml")
        ),
        "xl/drawings/vmlDrawing1.vml": "<xml>hidden-note-shape</xml>",
        "xl/media/image1.jpeg": photograph(),
        "xl/media/image2.png": drawing_png("yellow"),
        "xl/charts/chart1.xml": HEAD + CHART.format(data=""),
        "xl/comments1.xml": f"{HEAD}<comments {SPACES}><authors><author>hidden-author</author></authors><commentList>"
        '<comment ref="A1" authorId="0"><text><t>hidden-comment</t></text></comment></commentList></comments>',
        "xl/threadedComments/threadedComment1.xml": "<ThreadedComments>hidden-threaded</ThreadedComments>",
        "xl/persons/person.xml": "<personList>hidden-person</personList>",
        "xl/printerSettings/printerSettings1.bin": "hidden-printer".encode("utf-16-le"),
        "xl/pivotTables/pivotTable1.xml": "<pivotTableDefinition>hidden-pivot-table</pivotTableDefinition>",
        "xl/pivotCache/pivotCacheDefinition1.xml": "<pivotCacheDefinition>hidden-pivot-field</pivotCacheDefinition>",
        "xl/pivotCache/pivotCacheRecords1.xml": "<pivotCacheRecords>hidden-pivot-record</pivotCacheRecords>",
        "xl/externalLinks/externalLink1.xml": "<externalLink>hidden-external-value</externalLink>",
        "xl/connections.xml": "<connections>hidden-connection</connections>",
        "xl/model/item.data": b"hidden-data-model",
        "xl/tables/table1.xml": TABLE,
        "xl/revisions/revisionLog1.xml": "<revisions>hidden-revision</revisions>",
        "xl/webextensions/webextension1.xml": "<we>hidden-web-extension</we>",
        "customUI/customUI14.xml": "<customUI>hidden-custom-ui</customUI>",
        "_xmlsignatures/sig1.xml": "<Signature>hidden-signature</Signature>",
        "xl/calcChain.xml": "<calcChain>hidden-calc-chain</calcChain>",
        "xl/embeddings/oleObject1.bin": b"hidden-embedding",
        "xl/cellimages.xml": f'{HEAD}<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" {DRAWN}>'
        f"<etc:cellImage>{picture('rId1', 9).replace('hidden-picture', 'ID_1')}</etc:cellImage></etc:cellImages>",
        "xl/_rels/cellimages.xml.rels": rels(("rId1", "image", "media/image2.png")),
    }
    types = {
        "xl/workbook.xml": SHEETS + "sheet.main+xml",
        **{f"xl/worksheets/sheet{at}.xml": SHEETS + "worksheet+xml" for at in range(1, 5)},
        "xl/styles.xml": SHEETS + "styles+xml",
        "xl/sharedStrings.xml": SHEETS + "sharedStrings+xml",
        "xl/drawings/drawing1.xml": TYPES + "drawing+xml",
        "xl/charts/chart1.xml": TYPES + "drawingml.chart+xml",
        "xl/comments1.xml": SHEETS + "comments+xml",
    }
    return write_package(path, parts, types)


def plain(path: Path) -> Path:
    """A list as offices make them, with borders, colours, a table, a chart and a hidden row and column."""
    workbook = xlsxwriter.Workbook(path)
    sheet = workbook.add_worksheet("低保名单")
    head = workbook.add_format({"bold": True, "bg_color": "#DDEBF7", "border": 1, "align": "center"})
    title = workbook.add_format({"bold": True, "font_size": 16, "align": "center"})
    line = workbook.add_format({"border": 1})
    money = workbook.add_format({"border": 1, "num_format": "#,##0.00"})
    day = workbook.add_format({"border": 1, "num_format": "yyyy-mm-dd"})
    sheet.merge_range("A1:E1", "示范县低保名单", title)
    sheet.write_row("A2", ["镇", "姓名", "身份证号", "金额", "日期"], head)
    for at in range(6):
        sheet.write_row(at + 2, 0, ["东镇", f"村民{at}", f"hidden-number-{at}"], line)
        sheet.write_number(at + 2, 3, 1000.5 + at, money)
        sheet.write_datetime(at + 2, 4, date(2024, 3, at + 1), day)
    sheet.write_formula("D9", "=SUM(D3:D8)", money, 6018)
    sheet.set_column("A:B", 14)
    sheet.set_column("C:C", 20, None, {"hidden": True})
    sheet.set_column("D:E", 16)
    sheet.set_row(4, None, None, {"hidden": True})
    sheet.freeze_panes(2, 0)
    sheet.repeat_rows(0, 1)
    chart = workbook.add_chart({"type": "column"})
    chart.add_series({"name": "金额", "categories": "=低保名单!$B$3:$B$8", "values": "=低保名单!$D$3:$D$8"})
    sheet.insert_chart("A11", chart)
    other = workbook.add_worksheet("汇总")
    other.add_table(
        "A1:B3", {"columns": [{"header": "镇"}, {"header": "户数"}], "data": [["东镇", 3], ["西镇", 5]]}
    )
    workbook.add_worksheet("底册").hide()
    workbook.close()
    return path


def sheet_of(path: Path, cells: str, around: str = "") -> Path:
    """A workbook of one sheet with these rows, followed by ``around``."""
    parts = {
        "_rels/.rels": rels(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{HEAD}<workbook {SPACES}><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": rels(
            ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml")
        ),
        "xl/worksheets/sheet1.xml": f"{HEAD}<worksheet {SPACES}><sheetData>{cells}</sheetData>{around}</worksheet>",
        "xl/styles.xml": STYLES.replace("hidden-unused-format", "").replace("hidden-style-name", "常规"),
    }
    types = {
        "xl/workbook.xml": SHEETS + "sheet.main+xml",
        "xl/worksheets/sheet1.xml": SHEETS + "worksheet+xml",
        "xl/styles.xml": SHEETS + "styles+xml",
    }
    return write_package(path, parts, types)


SAMPLES: dict[str, Callable[[Path], Path]] = {"plain.xlsx": plain, "everything.xlsx": everything}
