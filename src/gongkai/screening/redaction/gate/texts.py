"""Attacking plain text and XML. Pure."""

import codecs

from lxml import etree

from .leaks import Leak, Secrets

# Elements whose text is read in one go, however many runs it is cut into: paragraphs, cells, lines.
WHOLE = frozenset({"p", "si", "is", "c", "comment", "TextObject"})
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def attack_text(data: bytes, sought: Secrets, where: str) -> list[Leak]:
    text = decoded(data)
    if text is None:
        return [Leak(where, "这段文字的编码系统读不通，不能确认没有泄露。"), *sought.in_bytes(data, where)]
    return sought.in_texts(text.splitlines(), where)


def decoded(data: bytes) -> str | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    for encoding in ("utf-8", "gb18030"):
        text = _decoded(data, encoding)
        if text is not None and "\0" not in text:
            return text
    return None


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def attack_xml(data: bytes, sought: Secrets, where: str) -> list[Leak]:
    """Look in the text with its tags taken away, in attributes, comments and the bytes themselves."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return [Leak(where, "文件的这一部分格式不对，系统读不通，不能确认没有泄露。")]
    if root.getroottree().docinfo.doctype:
        return [Leak(where, "文件的这一部分带有外部定义，系统不核对这样的内容。")]
    return [
        *sought.in_texts(_texts(root), where),
        *sought.in_texts(_attributes(root), f"{where}（属性）"),
        *sought.in_bytes(data, where, is_text=True),
    ]


def _texts(root: etree._Element) -> list[str]:
    """Return the texts of the elements; what stands in one paragraph, cell or line is one text."""
    texts: list[list[str]] = []
    opened: list[
        tuple[list[str], bool]
    ] = []  # the text that each open element writes to, and whether it is whole
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            is_whole = etree.QName(element).localname in WHOLE
            is_inside = bool(opened) and opened[-1][1]
            if is_whole or not is_inside:
                texts.append([])
            text = opened[-1][0] if is_inside and not is_whole else texts[-1]
            text.append(element.text or "")
            opened.append((text, is_whole or is_inside))
            continue
        if event == "end":
            opened.pop()
        else:
            texts.append([element.text or ""])
        if opened:
            opened[-1][0].append(element.tail or "")
    return [joined for joined in ("".join(parts) for parts in texts) if joined.strip()]


def _attributes(root: etree._Element) -> list[str]:
    return [
        value for element in root.iter(etree.Element) for value in element.attrib.values() if value.strip()
    ]
