"""Pages of a list, told by a number in the address."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

PER_PAGE = 20


@dataclass(frozen=True)
class Paging:
    """Where a visitor stands in a list."""

    number: int
    total: int
    per_page: int = PER_PAGE

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.per_page))

    @property
    def start(self) -> int:
        return (self.number - 1) * self.per_page

    @property
    def stop(self) -> int:
        return self.start + self.per_page

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.number < self.pages else None

    @property
    def links(self) -> list[int | None]:
        """Numbers to offer: the ends and the neighbours; None stands for a gap."""
        near = {1, self.pages, *range(self.number - 2, self.number + 3)}
        links: list[int | None] = []
        for number in sorted(n for n in near if 1 <= n <= self.pages):
            if links and links[-1] is not None and number > links[-1] + 1:
                links.append(None)
            links.append(number)
        return links


def paging(request: HttpRequest, total: int, *, per_page: int = PER_PAGE) -> Paging:
    """Return the page asked for with ``?page=``; a page that does not exist is 404."""
    text = request.GET.get("page", "1")
    # Nine digits are more than any list has, and keep a hostile number out of the database.
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Http404("page")
    found = Paging(number=int(text), total=total, per_page=per_page)
    if not 1 <= found.number <= found.pages:
        raise Http404("page")
    return found
