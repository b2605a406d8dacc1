"""What is gathered while a package is turned into its public form."""

from collections import Counter
from collections.abc import Iterable

from ..enums import Kind
from ..findings import Document, Hidden, Place, Unread
from .office_charts import Unshown
from .office_pictures import Pictures
from .office_text import Story
from .packages import Package, Part, is_public_link

TEXTS = ("{*}t", "{http://schemas.openxmlformats.org/drawingml/2006/chart}v")


class Draft:
    """
    The public form of a package in the making: its text, what had to go, what nobody read.

    Both reading and cleaning make one. What is read is what the copy will say, and there is no second opinion on
    what is visible.
    """

    def __init__(self, package: Package):
        self.package = package
        self.pictures = Pictures(package.data)
        self.story = Story()
        self.hidden: list[Hidden] = []
        self.unread: list[Unread] = []
        self.links: list[str] = []
        self.title = ""
        self.used: set[str] = set()  # names of the parts that were looked at
        self.unshown_points: Unshown = lambda cells, count: ()  # of charts; workbooks know their hidden rows
        self._counts: Counter[tuple[Kind, Place, str, bool]] = Counter()
        self._parts: dict[str, Part] = {}

    def hide(self, kind: Kind, place: Place, what: str, *, removable: bool = True) -> None:
        self.hidden.append(Hidden(kind, place, what, removable))

    def count(self, kind: Kind, place: Place, what: str, number: int = 1, *, removable: bool = True) -> None:
        """Count what is hidden many times over: “{} 处批注” is told once, with the sum."""
        self._counts[kind, place, what, removable] += number

    def skip(self, place: Place, why: str) -> None:
        self.unread.append(Unread(Kind.UNREAD_PART, place, why))

    def link(self, address: str) -> bool:
        """Note a link of the text; say whether it may stay one."""
        if not is_public_link(address):
            return False
        if address not in self.links:
            self.links.append(address)
        return True

    def part(self, source: str, name: str, kind: str, content_type: str, content: object = b"") -> Part:
        """Return the part that stands for ``source``, the same one whenever it is asked for."""
        if source not in self._parts:
            self.used.add(source)
            self._parts[source] = Part(name, kind, content_type, content)
        return self._parts[source]

    def knows(self, source: str) -> bool:
        return source in self._parts

    def blank_untold(self) -> None:
        """
        Empty every text that became part of no passage.

        Text in places where the format does not allow it is shown by some programs and not by others; what nobody
        has looked at does not leave.
        """
        told = self.story.elements()
        for part in self._parts.values():
            for element in part.content.iter(*TEXTS) if not isinstance(part.content, bytes) else ():
                if element.text and element.text.strip() and element not in told:
                    element.text = None

    def tell_picture(self, part: Part, place: Place) -> None:
        hidden, unread = self.pictures.tell(part, place)
        self.hidden += hidden
        self.unread += unread

    def document(self, pages: int = 0) -> Document:
        counted = [
            Hidden(kind, place, what.format(number), removable)
            for (kind, place, what, removable), number in self._counts.items()
        ]
        return Document(
            passages=self.story.passages,
            hidden=[*unique(self.hidden), *counted],
            unread=self.unread,
            pages=pages,
            links=self.links,
            title=self.title,
        )


def unique(hidden: Iterable[Hidden]) -> list[Hidden]:
    return list(dict.fromkeys(hidden))
