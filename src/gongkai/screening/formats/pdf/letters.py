"""
Letters as people read them.

Programs that print to PDF keep the number of a glyph and guess its letter. Where a font draws a radical and an
ordinary character alike, they often name the radical (“⺠” for “民”): it looks right and is never found.
"""

import unicodedata

# The ones that are characters of their own; Unicode normalises the older block of radicals, but not these.
PAIRS = (
    "⺒巳 ⺓幺 ⺟母 ⺠民 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻑長 ⻓长 ⻔门 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻬齐 ⻮齿 "
    "⻰龙 ⻱龜 ⻳龟"
)
ORDINARY = {pair[0]: pair[1] for pair in PAIRS.split()} | {
    chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)
}
REMEMBERED = 60  # of the places of one letter on a page; a shadow is drawn close to its letter
NEAR = 0.25  # of the height of a letter

Box = tuple[float, float, float, float]


class Shadows:
    """Knows which letters stand on a page already, so that one drawn twice for its shadow or weight is read once."""

    def __init__(self) -> None:
        self._places: dict[str, list[tuple[float, float]]] = {}

    def holds(self, letter: str, box: Box) -> bool:
        if not letter.isalnum():
            return False
        x, y, near = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, NEAR * (box[3] - box[1])
        places = self._places.setdefault(letter, [])
        if any(abs(x - across) < near and abs(y - up) < near for across, up in places[-REMEMBERED:]):
            return True
        places.append((x, y))
        return False
