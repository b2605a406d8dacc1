"""A tree of sections in one line."""

from gongkai.sections.actions import create_section


def grow(county, actor, *paths, **fields):
    """Create the sections of ``paths`` in order by the real action; return them by path."""
    grown = {}
    for path in paths:
        above, _, code = path.rpartition("/")
        parent_id = grown[above].pk if above else None
        grown[path] = create_section(
            county=county, parent_id=parent_id, name=f"栏目{code}", code=code, actor=actor, **fields
        )
    return grown
