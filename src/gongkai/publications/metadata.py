"""The metadata table of an item (domain_rules 5.3): the same rows for the public page, the desk and the archive."""

from django.utils.timezone import localtime

from .models import Item, Version


def metadata(version: Version, item: Item) -> list[tuple[str, str]]:
    """
    Return (label, value) rows in the order of 国办 and Shandong portals, only those that have a value.

    The title is not among them: it stands above the table.
    """
    rows = [
        ("索引号", item.index_number or ""),
        ("主题分类", version.get_theme_display() if version.theme else ""),
        ("发文机关", version.issuer),
        ("发文字号", version.document_number),
        ("成文日期", _day(version.signed_on)),
        ("印发日期", _day(version.printed_on)),
        ("发布日期", published_on(item)),
        ("施行日期", _day(version.effective_on)),
        ("有效期至", _day(version.valid_until)),
        ("有效性", version.get_validity_display() if version.validity else ""),
        ("公开属性", version.get_disclosure_attribute_display()),
        ("公开依据", version.disclosure_basis),
        ("主题词", version.keywords),
        ("信息来源", version.source),
    ]
    return [(label, value) for label, value in rows if value]


def published_on(item: Item) -> str:
    """The date of publication; one brought along from an old site says so instead of pretending to be ours."""
    if item.original_published_at:
        return (
            f"{_moment(item.original_published_at)}（原网站发布日期，{_moment(item.published_at)}导入本平台）"
        )
    return _moment(item.published_at)


def _day(day) -> str:
    return day.isoformat() if day else ""


def _moment(moment) -> str:
    return f"{localtime(moment):%Y-%m-%d}" if moment else ""
