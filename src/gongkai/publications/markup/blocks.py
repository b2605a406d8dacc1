"""What a body consists of. Anything that cannot be said with these is not in the subset."""

from dataclasses import dataclass, field

MARKS = ("strong", "em", "u", "s", "sub", "sup")  # in the order they are nested


@dataclass(frozen=True)
class Run:
    """Text with the same marks and the same link throughout; a line break is "\\n"."""

    text: str
    marks: frozenset[str] = frozenset()
    link: str = ""


@dataclass(frozen=True)
class Image:
    source: str
    alternative: str = ""
    width: str = ""
    height: str = ""
    link: str = ""


@dataclass
class Text:
    """A paragraph or heading."""

    tag: str = "p"
    align: str = ""  # "", "center" or "right"
    indent: bool = False
    runs: list[Run | Image] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs if isinstance(run, Run))


@dataclass
class Quote:
    blocks: list["Block"]


@dataclass
class Items:
    """A list; each item is a list of blocks."""

    ordered: bool
    items: list[list["Block"]]
    start: int = 1


@dataclass
class Cell:
    tag: str = "td"
    align: str = ""
    scope: str = ""
    columns: int = 1
    rows: int = 1
    blocks: list["Block"] = field(default_factory=list)


@dataclass
class Table:
    head: list[list[Cell]] = field(default_factory=list)
    body: list[list[Cell]] = field(default_factory=list)
    foot: list[list[Cell]] = field(default_factory=list)
    caption: Text | None = None

    @property
    def rows(self) -> list[list[Cell]]:
        return self.head + self.body + self.foot


@dataclass
class Figure:
    images: list[Image]
    caption: Text | None = None


@dataclass
class Rule:
    pass


Block = Text | Quote | Items | Table | Figure | Rule
