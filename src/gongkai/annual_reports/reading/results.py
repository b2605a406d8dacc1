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
        if figure.place.is_recognised and not self._is_legible(cell, before, figure):
            self.illegible[cell] = None
            self.figures.pop(cell, None)
        elif before is None or (before.is_blank and not before.doubt and not figure.is_blank):
            self.figures[cell] = figure
        elif not figure.is_blank and figure.number != before.number:
            doubt = f"文件里这一格出现了两次，数字不同（{before.printed}、{figure.printed}），这里取前一个。"
            self.figures[cell] = Figure(before.number, before.printed, doubt, before.place)

    def _is_legible(self, cell: str, before: Figure | None, figure: Figure) -> bool:
        """
        Whether ``figure``, which a picture shows in ``cell``, can be relied on.

        Two rows of numbers under one label are two labels of which one was misread; a row cut by the end of a page is
        blank in one of its halves.
        """
        is_made_out = not figure.is_blank or numbers.is_blank(figure.printed)
        is_other = before and not before.is_blank and not figure.is_blank and figure.number != before.number
        return is_made_out and cell not in self.illegible and not is_other
