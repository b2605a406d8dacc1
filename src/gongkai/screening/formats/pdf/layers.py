"""Layers (optional content, ISO 32000-1 8.11): which of them a reader does not see when the file is opened."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

DEEPEST = 20  # of expressions inside expressions


@dataclass
class Layers:
    """The layers that are off in the default view, by object number."""

    off: set[tuple[int, int]] = field(default_factory=set)

    @classmethod
    def of(cls, pdf: pikepdf.Pdf) -> "Layers":
        properties = pdf.Root.get("/OCProperties")
        if properties is None:
            return cls()
        view = properties.get("/D", pikepdf.Dictionary())
        groups = [each for each in properties.get("/OCGs", []) if isinstance(each, pikepdf.Dictionary)]
        if view.get("/BaseState", "/ON") == "/OFF":
            shown = {each.objgen for each in view.get("/ON", [])}
            off = {each.objgen for each in groups} - shown
        else:
            off = {each.objgen for each in view.get("/OFF", [])}
        for group, state in _states_by_usage(view):
            (off.add if state == "/OFF" else off.discard)(group.objgen)
        return cls(off)

    def is_off(self, content: Any) -> bool:
        """Say whether what carries this /OC entry (a layer or a rule over layers) is not seen."""
        return not self._is_on(content, 0)

    def _is_on(self, content: Any, depth: int) -> bool:
        if not isinstance(content, pikepdf.Dictionary) or depth > DEEPEST:
            return True
        if content.get("/Type") != "/OCMD":
            return content.objgen not in self.off
        if isinstance(content.get("/VE"), pikepdf.Array):
            return self._holds(content["/VE"], depth)
        groups = content.get("/OCGs", [])
        if isinstance(groups, pikepdf.Dictionary):
            groups = [groups]
        on = [self._is_on(each, depth + 1) for each in groups if isinstance(each, pikepdf.Dictionary)]
        if not on:
            return True
        match str(content.get("/P", "/AnyOn")):
            case "/AllOn":
                return all(on)
            case "/AnyOff":
                return not all(on)
            case "/AllOff":
                return not any(on)
        return any(on)

    def _holds(self, expression: Any, depth: int) -> bool:
        """Evaluate a visibility expression: [/And …], [/Or …], [/Not …] over layers and expressions."""
        if not isinstance(expression, pikepdf.Array):
            return self._is_on(expression, depth + 1)
        if depth > DEEPEST or not len(expression):
            return True
        parts = [self._holds(each, depth + 1) for each in list(expression)[1:]]
        match str(expression[0]):
            case "/And":
                return all(parts)
            case "/Or":
                return any(parts)
        return not any(parts)


def _states_by_usage(view: Any) -> Iterator[tuple[Any, str]]:
    """Yield the layers whose state on a screen their own usage decides (8.11.4.5)."""
    for automatic in view.get("/AS", []):
        if automatic.get("/Event") != "/View":
            continue
        for group in automatic.get("/OCGs", []):
            usage = group.get("/Usage", pikepdf.Dictionary())
            state = usage.get("/View", pikepdf.Dictionary()).get("/ViewState")
            if state is not None:
                yield group, str(state)
