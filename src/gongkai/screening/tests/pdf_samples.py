"""PDF files built by hand: each hides one thing, or shows how it must not be mistaken for hidden."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image, ImageDraw

A4 = (595, 842)
SECRET = "身份证号370101199001011234"
Pdf = pikepdf.Pdf


def text(words: str, x: float = 72, y: float = 700, size: float = 14, before: str = "0 g") -> str:
    """A line in 宋体, which the file names but does not carry, as many office programs write it."""
    return f"BT {before} /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{words.encode('utf-16-be').hex()}> Tj ET\n"


def box(x: float, y: float, width: float, height: float, colour: str = "0 g") -> str:
    return f"q {colour} {x} {y} {width} {height} re f Q\n"


def picture_of(name: str, x: float, y: float, width: float, height: float) -> str:
    return f"q {width} 0 0 {height} {x} {y} cm /{name} Do Q\n"


def document(*pages: str, size: tuple[float, float] = A4, images: dict[str, bytes] | None = None) -> Pdf:
    """A document with a page for each content; ``images`` are JPEG files that contents draw by name."""
    pdf = pikepdf.new()
    kind = Dictionary(Registry=String("Adobe"), Ordering=String("GB1"), Supplement=2)
    inner = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.SimSun, CIDSystemInfo=kind, DW=1000
    )
    font = pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name.SimSun,
            Encoding=Name("/UniGB-UCS2-H"),
            DescendantFonts=[pdf.make_indirect(inner)],
        )
    )
    drawn = Dictionary({f"/{name}": jpeg(pdf, data) for name, data in (images or {}).items()})
    for content in pages:
        page = pdf.add_blank_page(page_size=size)
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font), XObject=drawn)
        page.obj.Contents = pdf.make_stream(content.encode())
    return pdf


def jpeg(pdf: Pdf, data: bytes) -> pikepdf.Object:
    with Image.open(io.BytesIO(data)) as image:
        width, height = image.size
    stream = Stream(pdf, data)
    stream.update(
        Dictionary(
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=width,
            Height=height,
            ColorSpace=Name.DeviceRGB,
            BitsPerComponent=8,
            Filter=Name.DCTDecode,
        )
    )
    return pdf.make_indirect(stream)


def photograph(size: tuple[int, int] = (300, 200), colour: str = "white") -> bytes:
    """A picture with ink on it, and with what a telephone writes into one."""
    image = Image.new("RGB", size, colour)
    draw = ImageDraw.Draw(image)
    for row in range(10, size[1], 20):
        draw.line([(10, row), (size[0] - 10, row + 7)], fill="black", width=4)
    exif = Image.Exif()
    exif[0x010F] = "示范牌手机"
    content = io.BytesIO()
    image.save(content, "JPEG", exif=exif, comment="张三拍摄".encode())
    return content.getvalue()


def saved(pdf: Pdf, **options: object) -> bytes:
    content = io.BytesIO()
    pdf.save(content, **options)
    return content.getvalue()


def plain() -> bytes:
    return saved(
        document(
            text("关于公布补贴名单的通知", size=22)
            + text("各镇人民政府：", y=650)
            + text("现公布如下。", y=630),
            text("第二页"),
        )
    )


def with_properties() -> bytes:
    pdf = document(text("正文"))
    pdf.docinfo["/Author"] = "张三"
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = ["张三"]
    pdf.pages[0].obj.PieceInfo = Dictionary(Draw=Dictionary(Private=String("张三的草稿")))
    pdf.pages[0].obj.Thumb = Stream(pdf, b"\0" * 300)
    return saved(pdf)


def with_attachment() -> bytes:
    pdf = document(text("正文"))
    pdf.attachments["底册.txt"] = pikepdf.AttachedFileSpec(pdf, SECRET.encode(), filename="底册.txt")
    return saved(pdf)


def with_scripts() -> bytes:
    pdf = document(text("正文"))
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert('hidden-script')"))
    pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.Launch, F=String("cmd.exe")))
    return saved(pdf)


def annotation(pdf: Pdf, subtype: str, rect: list[float], content: str = "", **entries: object) -> None:
    """Add an annotation; ``content`` is what it draws, in the coordinates of the page."""
    each = Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=Array(rect), **entries)
    if content:
        form = Stream(pdf, content.encode())
        resources = pdf.pages[0].obj.Resources
        form.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array(rect), Resources=resources))
        each.AP = Dictionary(N=pdf.make_indirect(form))
    page = pdf.pages[0].obj
    page.Annots = Array([*page.get("/Annots", []), pdf.make_indirect(each)])


def with_remarks() -> bytes:
    pdf = document(text("正文"))
    annotation(pdf, "Text", [10, 10, 30, 30], Contents=String("这里再想想"), T=String("张三"))
    annotation(
        pdf, "Highlight", [72, 695, 120, 715], box(72, 695, 48, 20, "1 1 0 rg"), Contents=String("存疑")
    )
    annotation(
        pdf, "Link", [72, 600, 200, 620], A=Dictionary(S=Name.URI, URI=String("https://www.shifan.gov.cn/a"))
    )
    annotation(pdf, "Link", [72, 500, 200, 520], A=Dictionary(S=Name.Launch, F=String("C:\\张三\\底册.xls")))
    return saved(pdf)


def with_form() -> bytes:
    """A filled form whose field shows its value, a seal, and a field that shows nothing."""
    pdf = document(text("申请表"))
    annotation(
        *(pdf, "Widget", [72, 600, 300, 620], text("李四", y=604)),
        FT=Name.Tx,
        T=String("name"),
        V=String("李四"),
    )
    annotation(pdf, "Widget", [72, 500, 300, 520], F=2, FT=Name.Tx, T=String("id"), V=String(SECRET))
    annotation(
        *(pdf, "Widget", [300, 300, 400, 400], box(300, 300, 100, 100, "1 0 0 rg")),
        FT=Name.Sig,
        T=String("seal"),
        V=Dictionary(Type=Name.Sig, Name=String("张三")),
    )
    pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=pdf.pages[0].obj.Annots))
    return saved(pdf)


def with_layers() -> bytes:
    pdf = document(
        text("看得见")
        + "/OC /Off BDC\n"
        + text(SECRET, y=600)
        + "EMC\n/OC /On BDC\n"
        + text("打开的", y=500)
        + "EMC\n"
    )
    on, off = (pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in ("公开", "内部"))
    pdf.pages[0].obj.Resources.Properties = Dictionary(On=on, Off=off)
    pdf.Root.OCProperties = Dictionary(OCGs=[on, off], D=Dictionary(ON=[on], OFF=[off]))
    return saved(pdf)


def with_hidden_form() -> bytes:
    """A layer that is off, on a drawing that the page calls up."""
    pdf = document(text("看得见") + "/Fm Do\n")
    off = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("内部")))
    form = Stream(pdf, text(SECRET, y=600).encode())
    resources = pdf.pages[0].obj.Resources
    form.update(
        Dictionary(
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=[0, 0, *A4],
            OC=off,
            Resources=Dictionary(Font=resources.Font),
        )
    )
    resources.XObject = Dictionary(Fm=pdf.make_indirect(form))
    pdf.Root.OCProperties = Dictionary(OCGs=[off], D=Dictionary(OFF=[off]))
    return saved(pdf)


def with_stand_in() -> bytes:
    words = "公开".encode("utf-16-be").hex()
    stand_in = f"/Span << /ActualText <FEFF{words}> >> BDC\n"
    return saved(document(stand_in + text("内部") + "EMC\n"))


def with_earlier_version(folder: Path) -> bytes:
    """A second version appended to the first, as programs do that save quickly."""
    first = saved(document(text(SECRET)), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pikepdf.open(io.BytesIO(first)) as pdf:
        contents = pdf.pages[0].obj.Contents.objgen[0]
    start = len(first)
    body = text("现在的内容").encode()
    stream = b"\n%d 0 obj\n<< /Length %d >>\nstream\n%b\nendstream\nendobj\n" % (contents, len(body), body)
    previous = int(first.rsplit(b"startxref", 1)[1].split()[0])
    root = first.rsplit(b"/Root", 1)[1].split()[0]
    table = b"xref\n%d 1\n%010d 00000 n \n" % (contents, start + 1)
    size = first.rsplit(b"/Size", 1)[1].split()[0].rstrip(b">/")
    trailer = b"trailer << /Size %b /Root %b 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        *(size, root, previous),
        start + len(stream),
    )
    return first + stream + table + trailer


def blackened(words: str = SECRET) -> bytes:
    """Text under a black box drawn over it: what everybody does who has no tool."""
    return saved(document(text("经办人") + text(words, y=600) + box(70, 595, 400, 22)))


def whitened() -> bytes:
    """Text under a white box, with other text in its place."""
    return saved(document(text(SECRET, y=600) + box(70, 595, 400, 22, "1 g") + text("此处略", y=600)))


def blackened_by_annotation() -> bytes:
    pdf = document(text("经办人") + text(SECRET, y=600))
    annotation(pdf, "Square", [70, 595, 470, 617], box(70, 595, 400, 22))
    return saved(pdf)


def blackened_without_appearance() -> bytes:
    pdf = document(text("经办人") + text(SECRET, y=600))
    annotation(pdf, "Square", [70, 595, 470, 617], IC=Array([0, 0, 0]))
    return saved(pdf)


def shaded_table() -> bytes:
    """Nothing is hidden here: shading below text, white letters on blue, a mark that lets through, a seal."""
    pdf = document(
        box(60, 590, 450, 30, "0.8 g")
        + text("表头在灰底上", y=600)
        + box(60, 540, 450, 30, "0 0 0.6 rg")
        + text("蓝底白字", y=550, before="1 g")
        + text("荧光笔标出的字", y=500)
        + "q /Through gs 1 1 0 rg 70 495 200 20 re f Q\n"
        + text("〇一二三，0.1。", y=450, size=6)
        + text("落款在章下", x=300, y=300)
        + picture_of("Seal", 290, 250, 120, 120)
    )
    resources = pdf.pages[0].obj.Resources
    resources.ExtGState = Dictionary(Through=Dictionary(BM=Name.Multiply))
    seal = jpeg(pdf, photograph((200, 200), "red"))
    mask = Image.new("L", (200, 200), 0)
    ImageDraw.Draw(mask).ellipse([4, 4, 196, 196], outline=255, width=12)
    soft = Stream(pdf, mask.tobytes())
    soft.update(
        Dictionary(
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=200,
            Height=200,
            ColorSpace=Name.DeviceGray,
            BitsPerComponent=8,
        )
    )
    seal.SMask = pdf.make_indirect(soft)
    resources.XObject = Dictionary(Seal=seal)
    return saved(pdf)


UNSEEN = {
    "white": text(SECRET, y=600, before="1 g"),
    "nearly_white": text(SECRET, y=600, before="0.98 g"),
    "no_ink": text(SECRET, y=600, before="3 Tr"),
    "tiny": text(SECRET, y=600, size=0.8),
    "beside_the_page": text(SECRET, x=700, y=600),
    "clipped_away": "q 0 0 10 10 re W n\n" + text(SECRET, y=600) + "Q\n",
    "black_on_black": box(60, 590, 450, 30) + text(SECRET, y=600),
}


def unseen(way: str) -> bytes:
    return saved(document(text("看得见的正文") + UNSEEN[way]))


def scan(*layers: str) -> bytes:
    """A page that is one picture; ``layers`` are drawn after it."""
    content = picture_of("Scan", 0, 0, *A4) + "".join(layers)
    return saved(document(content, images={"Scan": photograph((600, 850))}))


def recognised() -> bytes:
    """A scan with the text that a scanner's program recognised, laid over the picture without ink."""
    line = "扫描仪识别出来的文字放在图上面没有墨看不见但是能复制"
    return scan(*(text(f"{line}{row}", y=700 - 20 * row, before="3 Tr") for row in range(4)))


def recognised_and_blackened() -> bytes:
    line = "扫描仪识别出来的文字放在图上面没有墨看不见但是能复制"
    lines = [text(f"{line}{row}", y=700 - 20 * row, before="3 Tr") for row in range(4)]
    return scan(*lines, box(60, 635, 500, 20))


def crooked() -> bytes:
    """A page that is shown turned and cut, with a black box: places are told in the page's own directions."""
    pdf = document(text("看得见的字", y=600) + text(SECRET, y=500) + box(70, 495, 400, 22))
    pdf.pages[0].obj.Rotate = 90
    pdf.pages[0].obj.CropBox = Array([50, 100, 550, 800])
    return saved(pdf)


def without_codes() -> bytes:
    """Letters whose codes stand for nothing: what people see cannot be copied."""
    return saved(document(text("\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008")))


def curves() -> bytes:
    return saved(document("".join(f"{10 + each} 10 m 300 {300 + each} l S\n" for each in range(40))))


def with_picture() -> bytes:
    return saved(
        document(
            *[text("附图") + picture_of("Photo", 100, 300, 300, 200)] * 3,
            images={"Photo": photograph()},
        )
    )


SAMPLES: dict[str, Callable[[Path], Path]] = {}


def _sample(build: Callable[[], bytes]) -> None:
    def write(folder: Path) -> Path:
        path = folder / f"{build.__name__}.pdf"
        path.write_bytes(build())
        return path

    SAMPLES[build.__name__] = write


for each in (
    plain,
    with_attachment,
    with_remarks,
    with_form,
    with_layers,
    shaded_table,
    recognised,
    with_picture,
):
    _sample(each)
