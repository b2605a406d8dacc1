"""Colours as six hexadecimal digits: which look the same."""

import colorsys

NEAREST = 16  # two colours whose red, green and blue differ by less look the same
WHITE, BLACK = "FFFFFF", "000000"


def is_same(one: str, other: str) -> bool:
    """Say whether two colours look the same; what is no colour looks like nothing else."""
    try:
        pairs = [(int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (0, 2, 4)]
    except ValueError:
        return False
    return len(one) == len(other) == 6 and all(abs(a - b) < NEAREST for a, b in pairs)


def shaded(color: str, tint: float) -> str:
    """Return a colour made darker (``tint`` below 0) or lighter, as spreadsheets do it."""
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    tint = max(-1.0, min(1.0, tint))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(each * 255):02X}" for each in colorsys.hls_to_rgb(hue, light, saturation))
