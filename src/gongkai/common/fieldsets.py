"""Small parts that forms of the desk share."""


class Grouped:
    """
    Puts the fields of a form into fieldsets: ``groups = (("基本信息", ("name", "code")), …)``.

    A field that no group names is a mistake of ours, so it fails at once instead of staying invisible.
    """

    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def fieldsets(self):
        named = {name for _, names in self.groups for name in names}
        forgotten = {field.name for field in self.visible_fields()} - named
        if forgotten:
            raise LookupError(f"no fieldset names {sorted(forgotten)}")
        return [
            (legend, [self[name] for name in names if name in self.fields]) for legend, names in self.groups
        ]
