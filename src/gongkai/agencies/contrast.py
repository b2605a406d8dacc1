"""Whether a theme colour can be read on white (WCAG 2.2, 1.4.3). Pure functions."""

READABLE = 4.5


def contrast_on_white(colour: str) -> float:
    """Return the contrast ratio of ``#rrggbb`` text on white, from 1 to 21."""
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
