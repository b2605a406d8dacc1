"""What an OFD file says on its pages, and what lies beside them."""

from collections.abc import Iterator

from ...enums import Kind
from ...findings import Document, Hidden, Passage, Place, Unread
from .lines import Line, lines_of, seen
from .package import (
    Body,
    Element,
    Page,
    children,
    first,
    is_unseen,
    name_of,
    named,
    numbers,
    resolved,
    text_of,
)

FEW_LETTERS = 50
SCAN_SHARE = 0.8
LEAST_PICTURE = 8.0  # millimetres
MANY_DRAWINGS = 30
STRANGE_LETTERS = 5
STRANGE_SHARE = 0.02
PROPERTIES = {
    **{"Title": "标题", "Author": "作者", "Subject": "主题", "Abstract": "摘要", "Keyword": "关键词"},
    **{
        "CreationDate": "创建时间",
        "ModDate": "修改时间",
        "Creator": "制作软件",
        "CreatorVersion": "软件版本",
    },
    **{"CustomData": "自定义数据", "Cover": "封面图"},
}


def read_body(body: Body) -> Document:
    document = Document(hidden=_beside(body))
    pictures: set[str] = set()
    for number, page in enumerate(body.pages(), start=1):
        document.pages = number
        for index, line in enumerate(page_lines(body, page), start=1):
            document.passages.append(Passage(line.text, Place(page=number, part=f"第{index}行")))
        roots = [page.root, *(body.package.tree(path) for path in page.templates)]
        document.unread += _unread(roots, number, document, pictures)
        if unseen := sum(is_unseen(each) for root in roots for each in root.iter()):
            what = f"设为不显示的内容 {unseen} 处"
            document.hidden.append(Hidden(Kind.LAYER, Place(page=number), what))
        document.links += [each.get("URI", "") for root in roots for each in named(root, "URI")]
    document.links = list(dict.fromkeys(each for each in document.links if each.startswith("http")))
    document.title = _title(body)
    return document


def page_lines(body: Body, page: Page) -> Iterator[Line]:
    """Yield the lines of a page: first those of its templates, which letterheads often are."""
    for path in page.templates:
        yield from lines_of(body.package.tree(path))
    yield from lines_of(page.root)


def _beside(body: Body) -> list[Hidden]:
    found = []
    info = first(body.main, "DocInfo")
    names = (
        {PROPERTIES[name_of(each)] for each in info.iter() if name_of(each) in PROPERTIES}
        if info is not None
        else ()
    )
    if names:
        found.append(Hidden(Kind.METADATA, Place(), f"文件属性：{'、'.join(sorted(names))}"))
    bodies = len(list(named(body.main, "DocBody")))
    if bodies > 1:
        found.append(Hidden(Kind.EMBEDDED_FILE, Place(), f"同一个文件里的另外 {bodies - 1} 份文档"))
    if first(body.main, "Versions") is not None:
        found.append(Hidden(Kind.TRACKED_CHANGE, Place(), "以前的版本"))
    if seals := _count(body, body.main, "Signatures", "Signature", "OFD.xml"):
        what = f"电子签章 {seals} 个：公开副本里不再有印章图样，也不能再验证"
        found.append(Hidden(Kind.FORM_FIELD, Place(), what))
    lines = (
        ("Annotations", "Page", Kind.COMMENT, "批注、水印或图章（{count} 页），公开副本里不再显示"),
        ("Attachments", "Attachment", Kind.EMBEDDED_FILE, "附带的文件 {count} 个"),
        ("CustomTags", "CustomTag", Kind.METADATA, "自定义标引 {count} 组"),
        ("Extensions", "Extension", Kind.METADATA, "扩展数据 {count} 项"),
    )
    for name, inner, kind, what in lines:
        if children(body.root, name):
            count = _count(body, body.root, name, inner, body.path)
            found.append(Hidden(kind, Place(), what.format(count=count)))
    players = sum(name_of(each) in {"Sound", "Movie"} for each in body.root.iter())
    if players:
        found.append(Hidden(Kind.ACTIVE_CONTENT, Place(), f"打开时播放的音频、视频 {players} 个"))
    return found


def _count(body: Body, root: Element, name: str, inner: str, source: str) -> int:
    """Count what the list holds that ``root`` names; a list that is not there holds nothing."""
    where = text_of(first(root, name))
    path = resolved(where, source) if where else ""
    return len(list(named(body.package.tree(path), inner))) if path and body.package.has(path) else 0


def _unread(roots: list[Element], number: int, document: Document, known: set[str]) -> list[Unread]:
    place = Place(page=number)
    text = "".join(each.text for each in document.passages if each.place.page == number)
    strange = sum("\ue000" <= letter < "\uf900" or letter == "\ufffd" for letter in text)
    if strange >= STRANGE_LETTERS and strange > STRANGE_SHARE * len(text):
        return [Unread(Kind.UNREAD_PAGE, place, "这一页的文字没有正确的编码，系统读出来的和看到的不一样。")]
    images = [each for root in roots for each in seen(root, "ImageObject")]
    boxes = [([*numbers(each.get("Boundary", "")), 0, 0, 0, 0][:4], each) for each in images]
    area = _area(roots[0])
    if len(text) < FEW_LETTERS and any(box[2] * box[3] >= SCAN_SHARE * area for box, _ in boxes):
        return [Unread(Kind.UNREAD_PAGE, place, "这一页是扫描件或整页图片，没有可以检查的文字。")]
    new = {
        each.get("ResourceID", "")
        for box, each in boxes
        if min(box[2], box[3]) >= LEAST_PICTURE and each.get("ResourceID", "") not in known
    }
    known |= new
    if new:
        return [Unread(Kind.UNREAD_PICTURE, place, "这一页上有图片，图片里的文字系统读不出来。")]
    drawings = sum(1 for root in roots for _ in seen(root, "PathObject"))
    if not text and drawings >= MANY_DRAWINGS:
        return [Unread(Kind.UNREAD_PAGE, place, "这一页只有图形，文字可能已经转成曲线，系统读不出来。")]
    return []


def _area(root: Element) -> float:
    box = numbers(text_of(first(root, "PhysicalBox")))
    return box[2] * box[3] if len(box) == 4 else 210.0 * 297.0


def _title(body: Body) -> str:
    """Return the first of the largest lines of page one."""
    page = next(body.pages())
    lines = list(page_lines(body, page))[:20]
    largest = max((line.size for line in lines), default=0.0)
    return next((line.text.strip()[:200] for line in lines if line.size == largest), "")
