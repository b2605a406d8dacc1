"""Which county an import is for."""

from gongkai.agencies.models import County
from gongkai.common.errors import NotAllowed


def county_called(name: str | None) -> County:
    """The county ``name`` (short name, full name or domain), or the only one there is; raises NotAllowed."""
    counties = list(County.objects.all())
    if name:
        counties = [county for county in counties if name in (county.short_name, county.name, county.domain)]
        if not counties:
            raise NotAllowed(f"没有叫“{name}”的县。请用 --county 写它的简称、全称或域名。")
    if len(counties) != 1:
        raise NotAllowed(
            "请用 --county 写明是哪个县。" if counties else "还没有建立县。请先建立县和机构再导入。"
        )
    return counties[0]
