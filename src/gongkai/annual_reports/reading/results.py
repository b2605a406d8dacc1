"""What was read of one statutory table."""

from dataclasses import dataclass, field

from ..content import Figure
from ..layout import Form
from . import numbers


@dataclass
class TableRead:
    figures: dict[str, Figure] = field(default_factory=dict)  # by the cell names of ``layout``
    form: Form | None = None
    notes: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)  # why cells of it are missing, a sentence each
    illegible: dict[str, None] = field(default_factory=dict)  # cells of a picture that could not be made out

    def put(self, cell: str, figure: Figure) -> None:
        """Keep ``figure``; where the file prints a cell twice the filled one counts, and two numbers are doubted."""
        before = self.figures.get(cell)
        if figure.place.is_recognised and figure.is_blank and not numbers.is_blank(figure.printed):
            self.illegible[cell] = None
            if before is not None and before.is_blank:  # the other half of a row cut by the end of a page
                del self.figures[cell]
            return
        if cell in self.illegible and figure.is_blank:
            return
        if before is None or (before.is_blank and not before.doubt and not figure.is_blank):
            self.figures[cell] = figure
        elif not figure.is_blank and figure.number != before.number:
            doubt = f"文件里这一格出现了两次，数字不同（{before.printed}、{figure.printed}），这里取前一个。"
            self.figures[cell] = Figure(before.number, before.printed, doubt, before.place)
