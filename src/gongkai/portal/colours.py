"""From the county's one colour to the tokens of the theme, every one of them readable (WCAG 2.2, 1.4.3 and 1.4.11)."""

Colour = tuple[float, float, float]

WHITE: Colour = (1.0, 1.0, 1.0)
BLACK: Colour = (0.0, 0.0, 0.0)
# Text on the faintest tint of the colour must reach 4.5 : 1; a little more leaves room for rounding.
READABLE = 4.7


def theme_tokens(theme_colour: str) -> dict[str, str]:
    """
    Return the custom properties for a theme colour such as ``#a61b1b``.

    ``brand`` is the county's colour, darkened until white text on it, and it on white, can be read.
    """
    brand = parse(theme_colour)
    wash = mix(brand, WHITE, 0.95)
    while min(contrast(brand, WHITE), contrast(brand, wash)) < READABLE:
        brand = mix(brand, BLACK, 0.06)
        wash = mix(brand, WHITE, 0.95)
    return {
        "brand": show(brand),
        "brand-strong": show(mix(brand, BLACK, 0.28)),
        "brand-wash": show(wash),
        "brand-line": show(mix(brand, WHITE, 0.72)),
    }


def parse(text: str) -> Colour:
    """Return the colour written as ``#rrggbb``."""
    red, green, blue = (int(text[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def show(colour: Colour) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def mix(colour: Colour, other: Colour, share: float) -> Colour:
    """Return ``colour`` with ``share`` of the other colour mixed in."""
    red, green, blue = (a * (1 - share) + b * share for a, b in zip(colour, other, strict=True))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of WCAG 2.2 between two colours."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Colour) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
