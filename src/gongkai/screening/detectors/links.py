"""Links that lead nowhere, and links that lead away from the government's sites. Pure."""

import re
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlsplit

from ..enums import Kind
from ..findings import Finding

LinkExists = Callable[[str], bool | None]  # None: not an address of ours to know

HARMLESS = {"mailto", "tel"}
INTRANET = re.compile(
    r"localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|[^.:]+$|.*\.(?:local|lan|intranet)$"
)
LOCAL_FILE = re.compile(r"(?:file:|[A-Za-z]:[\\/]|\\\\)", re.I)
NO_SCHEME = re.compile(r"www\.|[\w-]+\.(?:gov|com|org|net|edu)\.?(?:cn)?(?:/|$)", re.I)


def check(addresses: Sequence[str], site_hosts: Sequence[str], link_exists: LinkExists) -> Iterator[Finding]:
    own = {host.lower().partition(":")[0] for host in site_hosts}
    for address in addresses:
        address = address.strip()
        if not address or address.startswith("#"):
            continue
        if wrong := _why_dead(address, own, link_exists):
            yield Finding(Kind.DEAD_LINK, -1, value=address, note=wrong)
        elif (host := urlsplit(address).hostname) and not _is_ours(host, own):
            yield Finding(Kind.FOREIGN_LINK, -1, value=address, note="这个链接不指向政府网站。")


def _why_dead(address: str, own: set[str], link_exists: LinkExists) -> str:
    """Return the sentence that says why nobody can open the address, or nothing."""
    if LOCAL_FILE.match(address):
        return "这是电脑里的文件，公众打不开。请把文件作为附件上传。"
    if NO_SCHEME.match(address):
        return "网址前面少了“https://”，会被当成本网站的页面，打不开。"
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "网址写得不对，打不开。"
    if parts.scheme in HARMLESS:
        return ""
    if parts.scheme not in ("", "http", "https"):
        return "这不是网页的地址，公众打不开。"
    if parts.scheme and (not host or re.search(r"[\s，。；、（）“”]", host)) or port == 0:
        return "网址写得不对，打不开。"
    if host and host not in own and INTRANET.match(host):
        return "这是内部网络的地址，公众打不开。"
    if link_exists(address) is False:
        return "这是本网站的地址，但没有这个页面，或者还没有公开。"
    return ""


def _is_ours(host: str, own: set[str]) -> bool:
    return host in own or host == "gov.cn" or host.endswith(".gov.cn")
