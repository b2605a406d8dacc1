"""The house of docs/explanation/architecture.md: rooms import downwards only."""

import ast
from pathlib import Path

import gongkai

HOUSE = Path(gongkai.__file__).parent
# From the roof to the ground; a room may import from itself and from any room that stands below it.
FLOORS = [
    "demo",
    "portal",
    "desk",
    "annual_reports",
    "publications",
    "sections",
    "search",
    "screening",
    "review",
    "typesetting",
    "files",
    "history",
    "workdays",
    "accounts",
    "agencies",
    "common",
]
# ``accounts`` and ``agencies`` record what was done in ``history``, whose events name people and agencies: models
# point down, the act of recording points up. Kept in sight here instead of behind a registry.
KNOWN = {
    ("accounts", "history"),
    ("agencies", "history"),
    ("workdays", "history"),
    ("agencies", "accounts"),
    ("desk", "portal"),
}


def imports_of(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module)
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name.split(".")[1] for name in names if name.startswith("gongkai.")}


def test_rooms_import_downwards_only():
    upward = set()
    for room in FLOORS:
        for path in (HOUSE / room).rglob("*.py"):
            if "tests" in path.parts or "migrations" in path.parts:
                continue
            for other in imports_of(path) & set(FLOORS):
                if FLOORS.index(other) < FLOORS.index(room) and (room, other) not in KNOWN:
                    upward.add((room, other, path.name))
    assert upward == set()


def test_every_room_has_its_floor():
    rooms = {path.parent.name for path in HOUSE.glob("*/apps.py")}
    assert rooms == set(FLOORS)
