"""What an item still needs before it may be sent to review, and what would be good to have: pure rules."""

from dataclasses import dataclass

from .enums import DisclosureAttribute, ItemKind, Validity
from .markup import images_without_alternative, plain_text
from .models import Version


@dataclass(frozen=True)
class Missing:
    """One gap: which field, what to do, and whether it stops the submission."""

    field: str
    message: str
    blocks: bool = True


def missing(version: Version) -> list[Missing]:
    """Return the gaps of a draft, those that stop it first (domain_rules 5.3 and 6.1)."""
    gaps = [gap for rule in RULES for gap in rule(version)]
    return sorted(gaps, key=lambda gap: not gap.blocks)


def _title(version):
    if not version.title.strip():
        yield Missing("title", "还没有写标题。")
    elif len(version.title.strip()) < 4:
        # Trap 5 of data/portal: real portals carry items whose whole title is “公示”.
        yield Missing("title", "标题太短，公众看不出是什么事。请写明单位和事项。")


def _section(version):
    if version.section_id is None:
        yield Missing("section", "还没有选择栏目。")
    elif version.section.archived_at is not None:
        yield Missing("section", f"栏目“{version.section.name}”已经归档，请改选别的栏目。")


def _content(version):
    if plain_text(version.body).strip():
        return
    if any(not each.is_inline for each in version.attachments.all()):
        yield Missing("body", "正文是空的，只有附件。请用一两句话说明附件是什么。", blocks=False)
    elif any(each.is_inline for each in version.attachments.all()):
        yield Missing("body", "正文只有图片没有文字，看不见图片的人读不到内容，也检索不到。请补上文字。")
    else:
        yield Missing("body", "正文和附件都是空的。")


def _source(version):
    if not version.source.strip():
        yield Missing("source", "还没有写信息来源。")


def _attribute(version):
    if version.disclosure_attribute != DisclosureAttribute.PROACTIVE:
        yield Missing("disclosure_attribute", "公开属性不是“主动公开”，不能在网站发布。")


def _alternative_texts(version):
    count = images_without_alternative(version.body)
    if count:
        yield Missing("body", f"正文里有{count}张图片没有替代文字，看不见图片的人不知道图上是什么。")


def _document(version):
    if version.kind != ItemKind.DOCUMENT:
        return
    if not version.issuer.strip():
        yield Missing("issuer", "文件还没有写发文机关。")
    if version.signed_on is None:
        yield Missing("signed_on", "文件还没有写成文日期。")
    if not version.document_number.strip():
        yield Missing("document_number", "文件没有发文字号。确实没有的可以不填。", blocks=False)
    if version.validity == Validity.NOT_APPLICABLE:
        yield Missing("validity", "文件还没有写有效性。")
    if not version.theme:
        yield Missing("theme", "还没有选主题分类，公众按主题查找时找不到它。", blocks=False)


def _summary(version):
    if not version.summary.strip():
        yield Missing("summary", "没有内容概述，将自动取正文开头。", blocks=False)


def _dates(version):
    if version.valid_until and version.effective_on and version.valid_until < version.effective_on:
        yield Missing("valid_until", "有效期截止日早于施行日期，请核对。")
    if version.publish_at and version.display_until and version.display_until <= version.publish_at:
        yield Missing("display_until", "自动撤下的时间早于定时发布的时间，请核对。")
    if version.signed_on and version.printed_on and version.printed_on < version.signed_on:
        yield Missing("printed_on", "印发日期早于成文日期，请核对。")


RULES = [_title, _section, _content, _source, _attribute, _alternative_texts, _document, _dates, _summary]
