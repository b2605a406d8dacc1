"""
Any HTML as a well-formed tree.

nh3 parses like a browser (HTML5) and removes what runs; what it returns is well nested, so that reading its tags
one by one gives the same tree again. libxml2's own HTML parser would nest tables and links differently.
"""

import re
from html.parser import HTMLParser
from typing import Any

import nh3

# Deeper than any text: what lies deeper is kept and the tags around it are not. Python's own stack is the limit.
DEEPEST = 120
VOID = {"br", "hr", "img"}
KEPT = {
    *("p", "div", "section", "article", "header", "footer", "main", "center", "address", "pre", "blockquote"),
    *(
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "hr",
        "br",
        "figure",
        "figcaption",
    ),
    *("img", "a", "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "sub", "sup", "span", "font"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
}
READ = {"style", "class", "align", "href", "src", "alt", "width", "height", "start", "type", "value"} | {
    *("colspan", "rowspan", "scope"),
}
DROPPED_WHOLE = {
    *(
        "script",
        "style",
        "title",
        "xml",
        "template",
        "noscript",
        "iframe",
        "object",
        "embed",
        "applet",
        "svg",
    ),
    *(
        "math",
        "select",
        "textarea",
        "button",
        "audio",
        "video",
        "canvas",
        "noframes",
        "noembed",
        "xmp",
        "plaintext",
    ),
}
# XML 1.0 characters only, and none that are invisible or turn the direction of the text around them.
UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
# Downlevel-revealed conditionals of Word (<![if !supportLists]>) that some parsers would end at the wrong place.
CONDITIONAL = re.compile(r"<!\[(?:if|endif)[^<>\]]{0,200}\]>", re.I)

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)")
# Tags without an end, or whose end may be left out: a long text may well have thousands of them open.
ENDLESS = {
    "p",
    "li",
    "dt",
    "dd",
    "tr",
    "td",
    "th",
    "br",
    "hr",
    "img",
    "meta",
    "link",
    "col",
    "input",
    "wbr",
    "area",
}
MOST_OPEN = 300


class Node:
    """An element; its children are nodes and strings."""

    __slots__ = ("attributes", "children", "tag")

    def __init__(self, tag: str, attributes: dict[str, str] | None = None):
        self.tag = tag
        self.attributes = attributes or {}
        self.children: list[Node | str] = []

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.children)


def parse(html: str) -> Node:
    safe = nh3.clean(
        _without_depth(CONDITIONAL.sub("", UNWANTED.sub("", html))),
        tags=KEPT,
        clean_content_tags=DROPPED_WHOLE,
        attributes={"*": READ},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
    builder = _Builder()
    builder.feed(safe)
    builder.close()
    return builder.root


def _without_depth(html: str) -> str:
    """
    Make tags that open when very many are open already into <wbr>, which holds nothing and is dropped.

    An HTML5 parser takes the square of the depth: 50,000 nested <div> held it for forty seconds.
    """
    is_open = 0

    def keep(match: re.Match) -> str:
        nonlocal is_open
        closing, tag = match.groups()
        if tag.lower() in ENDLESS:
            return match[0]
        if closing:
            is_open = max(0, is_open - 1)
        elif is_open >= MOST_OPEN:
            return "<wbr"
        else:
            is_open += 1
        return match[0]

    return TAG.sub(keep, html)


class _Builder(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Node("body")
        self.path: list[Node] = [self.root]
        self.too_deep = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> Any:
        node = Node(tag, {name: UNWANTED.sub("", value or "") for name, value in attrs})
        if tag in VOID:
            self.path[-1].children.append(node)
        elif self.too_deep or len(self.path) > DEEPEST:
            self.too_deep += 1
        else:
            self.path[-1].children.append(node)
            self.path.append(node)

    def handle_endtag(self, tag: str) -> Any:
        if self.too_deep:
            self.too_deep -= 1
        elif len(self.path) > 1 and self.path[-1].tag == tag:
            self.path.pop()

    def handle_data(self, data: str) -> Any:
        if text := UNWANTED.sub("", data):
            self.path[-1].children.append(text)
