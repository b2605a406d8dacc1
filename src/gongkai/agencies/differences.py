"""What an edit changed, for the event it leaves."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model


def differences(record: Model, values: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Return ``{field: [before, after]}`` for each of ``values`` that differs from what ``record`` holds."""
    return {
        name: [_plain(getattr(record, name)), _plain(value)]
        for name, value in values.items()
        if getattr(record, name) != value
    }


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, Model) else value
