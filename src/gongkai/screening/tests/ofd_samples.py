"""OFD files built by hand (GB/T 33190): pages, and everything that can lie beside them."""

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from PIL import Image

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SECRET = "身份证号370101199001011234"
FONT = b"OTTO" + "只有这些字的字体".encode()


def text(
    words: str, x: float = 20, y: float = 30, *, extra: str = "", inner: str = "", step: float = 5
) -> str:
    deltas = f' DeltaX="g {len(words) - 1} {step}"' if len(words) > 1 else ""
    return (
        f'<ofd:TextObject ID="{1000 * y + x}" Boundary="{x} {y} 150 8" Font="1" Size="5" {extra}>'
        f'{inner}<ofd:TextCode X="0" Y="6"{deltas}>{escape(words)}</ofd:TextCode></ofd:TextObject>'
    )


def image(box: str = "20 100 60 40", resource: str = "2") -> str:
    return f'<ofd:ImageObject ID="70" Boundary="{box}" ResourceID="{resource}"/>'


def picture() -> bytes:
    content = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "示范牌手机"
    Image.new("RGB", (120, 80), "steelblue").save(content, "JPEG", exif=exif)
    return content.getvalue()


def page(content: str, *, template: str = "", extra: str = "") -> str:
    used = f'<ofd:Template TemplateID="{template}" ZOrder="Background"/>' if template else ""
    return (
        f"{HEAD}<ofd:Page {SPACE}>{used}<ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area>"
        f'<ofd:Content><ofd:Layer ID="9" Type="Body">{content}</ofd:Layer></ofd:Content>{extra}</ofd:Page>'
    )


def ofd(*contents: str, template: str = "", **parts: str | bytes) -> bytes:
    """An OFD with a page for each content; ``parts`` replace or add files by path ("/" is written "__")."""
    locations = "".join(
        f'<ofd:Page ID="{10 + n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(contents))
    )
    letterhead = '<ofd:TemplatePage ID="5" Name="张三的模板" BaseLoc="Tpls/T.xml"/>' if template else ""
    files: dict[str, str | bytes] = {
        "OFD.xml": f'{HEAD}<ofd:OFD {SPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>'
        "<ofd:DocID>0123456789abcdef0123456789abcdef</ofd:DocID>"
        "</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"{HEAD}<ofd:Document {SPACE}><ofd:CommonData><ofd:MaxUnitID>99999</ofd:MaxUnitID>"
        "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        f"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{letterhead}</ofd:CommonData>"
        f"<ofd:Pages>{locations}</ofd:Pages></ofd:Document>",
        "Doc_0/PublicRes.xml": f'{HEAD}<ofd:Res {SPACE} BaseLoc="Res"><ofd:Fonts>'
        '<ofd:Font ID="1" FontName="宋体"><ofd:FontFile>f.otf</ofd:FontFile></ofd:Font></ofd:Fonts>'
        '<ofd:MultiMedias><ofd:MultiMedia ID="2" Type="Image" Format="JPG"><ofd:MediaFile>p.jpg</ofd:MediaFile>'
        '</ofd:MultiMedia><ofd:MultiMedia ID="3" Type="Image"><ofd:MediaFile>unused.jpg</ofd:MediaFile>'
        "</ofd:MultiMedia></ofd:MultiMedias></ofd:Res>",
        "Doc_0/Res/f.otf": FONT,
        "Doc_0/Res/p.jpg": picture(),
        "Doc_0/Res/unused.jpg": picture() + SECRET.encode(),
    }
    if template:
        files["Doc_0/Tpls/T.xml"] = page(template)
    for number, content in enumerate(contents):
        files[f"Doc_0/Pages/Page_{number}/Content.xml"] = page(content, template="5" if template else "")
    files |= {name.replace("__", "/"): data for name, data in parts.items()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return target.getvalue()


def loaded() -> bytes:
    """A page with everything beside it that the format knows."""
    main = (
        f'{HEAD}<ofd:OFD {SPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID>'
        "<ofd:Author>张三</ofd:Author><ofd:Creator>某软件</ofd:Creator><ofd:CustomDatas>"
        '<ofd:CustomData Name="审核人">李四</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Versions><ofd:Version/></ofd:Versions>"
        "<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody></ofd:OFD>"
    )
    document = (
        f"{HEAD}<ofd:Document {SPACE}><ofd:CommonData><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>"
        '<ofd:Pages><ofd:Page ID="10" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>'
        '<ofd:Outlines><ofd:OutlineElem Title="张三的提纲"/></ofd:Outlines>'
        "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>"
        "<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>"
        "<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags><ofd:Extensions>Extensions.xml</ofd:Extensions>"
        "</ofd:Document>"
    )
    action = '<ofd:Actions><ofd:Action Event="CLICK"><ofd:URI URI="https://www.shifan.gov.cn/"/></ofd:Action></ofd:Actions>'
    content = text("看得见") + text(SECRET, y=50, extra='Visible="false"') + text("链接", y=70, inner=action)
    return ofd(
        content,
        **{
            "OFD.xml": main,
            "Doc_0/Document.xml": document,
            "Doc_0/Signs/Signatures.xml": f'<ofd:Signatures {SPACE}><ofd:Signature ID="1" Type="Seal"/></ofd:Signatures>',
            "Doc_0/Annots/Annotations.xml": f'<ofd:Annotations {SPACE}><ofd:Page PageID="10"/></ofd:Annotations>',
            "Doc_0/Attachs/Attachments.xml": f'<ofd:Attachments {SPACE}><ofd:Attachment Name="底册"/></ofd:Attachments>',
            "Doc_0/Attachs/底册.txt": SECRET,
            "Doc_0/Tags/CustomTags.xml": f"<ofd:CustomTags {SPACE}><ofd:CustomTag/></ofd:CustomTags>",
            "Doc_0/Extensions.xml": f"<ofd:Extensions {SPACE}><ofd:Extension>张三</ofd:Extension></ofd:Extensions>",
        },
    )


def plain(folder: Path) -> Path:
    path = folder / "plain.ofd"
    path.write_bytes(
        ofd(text("示范县人民政府公告") + text("第二行", y=50), text("第二页"), template=text("文头", y=10))
    )
    return path
