"""What every desk page knows: the person's navigation and how large they want their letters."""

from django.utils.functional import cached_property

from .menu import menu_for

MODES = {"standard", "large", "contrast"}


class Desk:
    """Answers what a desk template asks; a public page that asks nothing costs nothing."""

    def __init__(self, request):
        self._request = request

    @property
    def mode(self) -> str:
        """The cookie is shared with the public site: standard, large (长者) or contrast."""
        mode = self._request.COOKIES.get("mode", "")
        return mode if mode in MODES else "standard"

    @cached_property
    def menu(self):
        user = self._request.user
        return menu_for(user, self._request.path) if user.is_authenticated else []


def desk(request):
    return {"desk": Desk(request)}
