"""What a page tells machines: the meta tags of the 发展指引 and JSON-LD."""

import json

from django.utils.safestring import SafeString, mark_safe

from gongkai.agencies.models import Agency, County
from gongkai.publications.enums import Validity
from gongkai.publications.models import Item, Version

Meta = list[tuple[str, str]]
IN_FORCE = {
    Validity.IN_FORCE: "InForce",
    Validity.PARTLY: "PartiallyInForce",
    Validity.EXPIRED: "NotInForce",
    Validity.REPEALED: "NotInForce",
}


def json_ld(*things: dict | None) -> SafeString:
    """
    Return the content of a ``script type="application/ld+json"``.

    The three characters with which text could leave the element are escaped as JSON allows.
    """
    found = [{"@context": "https://schema.org", **thing} for thing in things if thing]
    text = json.dumps(found[0] if len(found) == 1 else found, ensure_ascii=False)
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return mark_safe(text)  # noqa: S308 — escaped above


def site_meta(county: County) -> Meta:
    """Tags that every page carries (domain_rules 6.1)."""
    return [
        ("SiteName", county.site_name),
        ("SiteDomain", county.domain),
        ("SiteIDCode", county.site_id_code),
    ]


def column_meta(name: str, kind: str, description: str = "", keywords: str = "") -> Meta:
    """Tags of list pages and of the articles in them."""
    return [
        ("ColumnName", name),
        ("ColumnType", kind),
        ("ColumnDescription", description or name),
        ("ColumnKeywords", keywords or name),
    ]


def article_meta(
    *, version: Version, published: str, source: str, description: str, image: str, url: str
) -> Meta:
    """Tags of one item; those without a value are left out by the template."""
    return [
        ("ArticleTitle", version.title),
        ("PubDate", published),
        ("ContentSource", source),
        ("Keywords", version.keywords),
        ("Author", version.issuer),
        ("Description", description),
        ("Image", image),
        ("Url", url),
    ]


def organization(
    *, name: str, url: str, phone: str = "", address: str = "", email: str = "", parent: str = ""
) -> dict:
    said = {"@type": "GovernmentOrganization", "name": name, "url": url}
    if phone:
        said["telephone"] = phone
    if address:
        said["address"] = address
    if email:
        said["email"] = email
    if parent:
        said["parentOrganization"] = {"@type": "GovernmentOrganization", "name": parent}
    return said


def agency_organization(agency: Agency, county: County, url: str) -> dict:
    return organization(
        name=agency.name,
        url=url,
        phone=agency.phone,
        address=agency.address,
        email=agency.email,
        parent=county.name,
    )


def breadcrumbs(trail: list[tuple[str, str]]) -> dict | None:
    """``trail`` is (name, absolute address) from the home page down."""
    if len(trail) < 2:
        return None
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": url}
            for position, (name, url) in enumerate(trail, start=1)
        ],
    }


def article(item: Item, version: Version, *, url: str, published: str, modified: str, publisher: str) -> dict:
    """An item as schema.org sees it: ``Legislation`` when it has a document number, else ``Article``."""
    said = {"name": version.title, "url": url, "inLanguage": "zh-CN", "datePublished": published}
    if modified:
        said["dateModified"] = modified
    if version.document_number:
        said |= {"@type": "Legislation", "legislationIdentifier": version.document_number}
        said["legislationPassedBy"] = {"@type": "GovernmentOrganization", "name": version.issuer or publisher}
        if version.signed_on:
            said["legislationDate"] = version.signed_on.isoformat()
        if version.validity:
            said["legislationLegalForce"] = f"https://schema.org/{IN_FORCE[version.validity]}"
    else:
        said |= {"@type": "Article", "headline": version.title}
    said["publisher"] = {"@type": "GovernmentOrganization", "name": publisher}
    return said
