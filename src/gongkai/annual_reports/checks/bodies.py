"""
What kind of body a report comes from, as far as its name tells. Pure.

Some rules hold only for some bodies: a county makes no 规章, a bureau's report need not tell of 社会评议. A name that
fits two kinds (市 may be a city or a county) leaves the answer open, and an open answer never makes an error.
"""

import re
from dataclasses import dataclass

LEVELS = ("province", "city", "county", "town", "department")

_OFFICE = re.compile(r"人民政府办公[室厅]$|政府办公?[室厅]?$")
_GOVERNMENT = re.compile(r"人民政府$|[省市县区旗]$|管理?委员?会$|管委会$")
_TOWN = re.compile(r"[镇乡]$|[镇乡]人民政府$|街道$|街道办事处$|苏木$")
_COUNTY = re.compile(r"(?:县|旗|(?<!自治)(?<!开发)(?<!新)(?<!实验)(?<!示范)区)$")
_PROVINCE = re.compile(r"省$|自治区$|^(?:北京|天津|上海|重庆)市$")
_DEPARTMENT = re.compile(r"局$|中心$|支队$|大队$")
_OF_THE_STATE = re.compile(r"^国家|^中国|总局$|总署$|部$")


@dataclass(frozen=True)
class Body:
    """
    The body that reports.

    ``level`` is one of LEVELS or None when the name does not tell. The tables of a government sum up its whole area,
    those of its office (政府办公室) only the office.
    """

    level: str | None
    is_government: bool

    is_office: bool = False

    @property
    def has_one_scope(self) -> bool:
        """Whether “我局”, “我镇” can only mean what the tables count: it heads no area of units of its own."""
        return self.level in ("town", "department") or self.is_office

    def means_its_tables(self, whole_area: bool) -> bool:
        """Whether its prose, with or without 全县, leaves no doubt that it counts what its tables count."""
        if self.has_one_scope:
            return self.is_government or not whole_area
        return self.is_government and whole_area

    def is_meant_by(self, scope: str) -> bool:
        """Whether a word like 本机关, 我办, 县政府办公室 in its prose names just this body."""
        if self.is_office:
            return "办" in scope or scope in ("本机关", "本单位", "本级")
        if self.level == "town":
            return scope in ("本机关", "本单位", "本级", "乡镇", "镇街", "街道", "机关")
        return not self.is_government and scope in ("本机关", "本单位", "本级", "我办")

    @property
    def makes_no_rules(self) -> bool:
        """Whether it certainly has no power to make 规章（《立法法》第九十三条）."""
        return self.level in ("county", "town", "department")


def body_of(unit: str, level: str | None = None) -> Body:
    """Return what ``unit`` is; ``level`` is the level on record of it or of its government, if there is one."""
    name = re.sub(r"\s", "", unit)
    office = bool(_OFFICE.search(name))
    government = not office and (bool(_GOVERNMENT.search(name)) or bool(_TOWN.search(name)))
    if not name:
        government = level in ("province", "city", "county", "town")
    named = _level_of(name)
    known = level if level in LEVELS else named
    # The level on record is that of the government; a bureau or a town under it is known by its name.
    return Body(
        level=named if named in ("town", "department") else known, is_government=government, is_office=office
    )


def _level_of(name: str) -> str | None:
    area = re.sub(r"(?:人民)?政府(?:办公[室厅]|办)?$", "", name)
    if _OF_THE_STATE.search(name):
        return None
    if _TOWN.search(area):
        return "town"
    if _PROVINCE.search(area):
        return "province"
    if _COUNTY.search(area):
        return "county"
    return "department" if _DEPARTMENT.search(name) else None


def same_unit(name: str, other: str) -> bool:
    """
    Whether two names, as printed in two reports, may be of one unit. An unknown name is nobody else's.

    “淮安市洪泽区人民政府” and “洪泽区人民政府” are one; so are names with and without 人民政府.
    """
    short, other_short = (re.sub(r"\s|人民政府$|管理委员会$|管委会$", "", each) for each in (name, other))
    return not short or not other_short or short.endswith(other_short) or other_short.endswith(short)
