"""Writing office packages part by part, valid or not, for the samples of the tests."""

import io
import zipfile
from pathlib import Path

from PIL import ExifTags, Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument."
DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "emf": "image/x-emf",
    "bin": "application/octet-stream",
    "xlsx": TYPES + "spreadsheetml.sheet",
    "odttf": TYPES + "obfuscatedFont",
    "vml": TYPES + "vmlDrawing",
}
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CHART = (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:chart><c:title><c:tx><c:rich>'
    "<a:bodyPr/><a:p><a:r><a:t>救助人数</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:layout/>"
    '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/>'
    "<c:tx><c:strRef><c:f>'hidden-sheet-of-chart'!$B$1</c:f><c:strCache><c:ptCount val=\"1\"/>"
    '<c:pt idx="0"><c:v>人数</c:v></c:pt></c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:f>Sheet1!$A$2:$A$3</c:f>'
    '<c:strCache><c:ptCount val="2"/><c:pt idx="0"><c:v>东镇</c:v></c:pt><c:pt idx="1"><c:v>西镇</c:v></c:pt>'
    "</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!$B$2:$B$3</c:f><c:numCache>"
    '<c:formatCode>General</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>12</c:v></c:pt>'
    '<c:pt idx="1"><c:v>30</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/>'
    '</c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
    '<c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling>'
    '<c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx>'
    "</c:plotArea><c:legend/></c:chart>{data}</c:chartSpace>"
)


def rels(*relations: tuple[str, str, str] | tuple[str, str, str, str]) -> str:
    """Return relations of (id, kind, target, optionally "External"); a kind may be a whole address."""
    lines = []
    for id_, kind, target, *mode in relations:
        type_ = kind if "://" in kind else f"{OFFICE}/{kind}"
        outside = f' TargetMode="{mode[0]}"' if mode else ""
        lines.append(f'<Relationship Id="{id_}" Type="{type_}" Target="{target}"{outside}/>')
    inner = "".join(lines)
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def write_package(path: Path, parts: dict[str, str | bytes], types: dict[str, str]) -> Path:
    """Write the parts as they are; ``types`` are the content types that differ from the ending's."""
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{type_}"/>' for name, type_ in types.items()
    )
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{type_}"/>' for ending, type_ in DEFAULTS.items()
    )
    listed = (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f"{defaults}{overrides}</Types>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", listed)
        for name, content in parts.items():
            data = content if isinstance(content, bytes) else content.encode()
            archive.writestr(name, data)
    return path


def photograph(width: int = 200, height: int = 100) -> bytes:
    """Return a JPEG whose left half is red and whose right half is blue, with what a phone writes into it."""
    image = Image.new("RGB", (width, height), (220, 30, 30))
    ImageDraw.Draw(image).rectangle((width // 2, 0, width, height), fill=(30, 30, 220))
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "hidden-camera"
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitude] = (35.0, 1.0, 2.0)
    target = io.BytesIO()
    image.save(target, "JPEG", quality=90, exif=exif, comment=b"hidden-jpeg-comment")
    return target.getvalue()


def drawing_png(color: str = "green", width: int = 60, height: int = 60) -> bytes:
    words = PngInfo()
    words.add_text("Author", "hidden-png-author")
    target = io.BytesIO()
    Image.new("RGB", (width, height), color).save(target, "PNG", pnginfo=words)
    return target.getvalue()


PROPERTIES = {
    "docProps/core.xml": (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>hidden-core-title</dc:title>'
        "<dc:creator>hidden-creator</dc:creator><cp:lastModifiedBy>hidden-modifier</cp:lastModifiedBy>"
        "</cp:coreProperties>"
    ),
    "docProps/app.xml": (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Company>hidden-company</Company><Manager>hidden-manager</Manager></Properties>"
    ),
    "docProps/custom.xml": (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="hidden-property"/></Properties>'
    ),
    "docProps/thumbnail.jpeg": b"\xff\xd8hidden-thumbnail",
    "customXml/item1.xml": "<data>hidden-custom-xml</data>",
}
PROPERTY_RELATIONS = (
    (
        "rId91",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
    ),
    ("rId92", "extended-properties", "docProps/app.xml"),
    ("rId93", "custom-properties", "docProps/custom.xml"),
    (
        "rId94",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail",
        "docProps/thumbnail.jpeg",
    ),
)
