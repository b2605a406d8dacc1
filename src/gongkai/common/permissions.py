"""Asking for permission at the moment an object is fetched."""

from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.shortcuts import get_object_or_404

M = TypeVar("M", bound=Model)


def fetch(visible: QuerySet[M], user, pk, may: Callable[[object, M], bool] | None = None) -> M:
    """
    Return the object ``pk`` out of those ``visible`` to ``user``.

    What a person may not know of is 404; what they may know of but not do (``may(user, object)``) is 403.
    """
    found = get_object_or_404(visible, pk=pk)
    if may is not None and not may(user, found):
        raise PermissionDenied
    return found
