"""Which of our agencies an old page's spelling of its source means."""

from collections.abc import Mapping
from pathlib import Path

from gongkai.agencies.models import Agency, County
from gongkai.common.errors import NotAllowed

from .old_item import bare
from .reading import read_table


class Offices:
    """Full names, short names and the spellings the office has listed, each leading to one agency."""

    def __init__(self, agencies: list[Agency], spellings: Mapping[str, str] | None = None):
        self.by_code = {agency.code: agency for agency in agencies}
        self.by_name: dict[str, Agency] = {}
        for agency in agencies:
            self.by_name[bare(agency.name)] = agency
            self.by_name.setdefault(bare(agency.short_name), agency)
        for spelling, code in (spellings or {}).items():
            self.by_name[bare(spelling)] = self.by_code[code]

    @classmethod
    def of_county(cls, county: County, map_file: Path | None = None) -> "Offices":
        """Read the county's agencies and, if given, the file of spellings (columns 发布机构, 机构代码)."""
        offices = cls(list(Agency.objects.filter(county=county).select_related("county")))
        if map_file:
            for line, row in read_table(map_file, required=("发布机构", "机构代码")):
                agency = offices.by_code.get(row["机构代码"])
                if agency is None:
                    raise NotAllowed(
                        f"对照表第{line}行的机构代码“{row['机构代码']}”不存在。请先导入机构，或改正对照表。"
                    )
                offices.by_name[bare(row["发布机构"])] = agency
        return offices

    def find(self, name: str) -> Agency | None:
        """The agency ``name`` means; of several joined by spaces, the first that is known."""
        whole = self.by_name.get(bare(name))
        return whole or next(filter(None, (self.by_name.get(bare(piece)) for piece in name.split())), None)
