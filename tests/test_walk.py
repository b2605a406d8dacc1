"""
A walk through every address there is: by visitors, by a clerk of another office, by somebody of each role.

``DESK`` and ``PUBLIC`` must name every address; a new one without an entry fails the first test here.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from gongkai.accounts.enums import Role
from gongkai.accounts.models import User
from gongkai.agencies.enums import Level
from gongkai.agencies.models import Agency, County
from gongkai.annual_reports.enums import Scope
from gongkai.annual_reports.models import Filing, Season
from gongkai.annual_reports.tests import report_samples
from gongkai.conftest import make_person
from gongkai.files.actions import store
from gongkai.history.models import Event
from gongkai.publications.models import Attachment, DraftCopy, Item, Version
from gongkai.publications.queries import screenings_of
from gongkai.publications.tests.factories import MONDAY, check_secrecy
from gongkai.review.enums import SecrecyKind
from gongkai.review.models import Chain, ReviewStep
from gongkai.screening.assessments import CONTENT
from gongkai.screening.tests import public_things
from gongkai.screening.tests.public_things import put
from gongkai.search.tasks import index_changes
from gongkai.sections.models import Section
from gongkai.sections.topics import close_topic, create_topic

from .annual_county import annual_county
from .busy_county import (
    ANSWER,
    OPINION,
    REDACTION,
    REQUEST,
    RETURNED,
    TITLE,
    TYPED,
    UNPUBLISHED,
    busy_county,
    picture,
)
from .screened_county import FOUND_IN, screened_county

ONE = [{}]  # an address without a part that varies


@dataclass(frozen=True)
class Address:
    """``arguments(busy)`` are the parts it is called with; ``for_all`` whether any clerk of the county may open it."""

    arguments: Callable | list = None
    for_all: bool = False
    hand: str = ""  # who may change something there; empty where there is only to read
    own: bool = False  # it acts on nothing but the account of who is signed in

    def calls(self, busy) -> list[dict]:
        return self.arguments(busy) if callable(self.arguments) else ONE


def items(busy):
    return [{"pk": pk} for pk in busy.items.values()]


def copies(busy):
    return [{"pk": busy.copy.item_id, "copy_pk": busy.copy.pk}]


def requests(busy):
    return [{"pk": busy.items["in review"], "step_pk": busy.request.pk}]


def versions(busy):
    return [{"pk": version.item_id, "version_pk": version.pk} for version in Version.objects.order_by("pk")]


def review_forms(busy):
    sent = Version.objects.exclude(review=None).order_by("pk")
    return [
        {"pk": version.item_id, "number": version.number, "form": ("pdf", "docx")[turn % 2]}
        for turn, version in enumerate(sent)
    ]


def sections(busy):
    return [{"pk": section.pk} for section in busy.sections]


def topics(busy):
    return [{"pk": topic.pk} for topic in busy.topics]


def entries(busy):
    return [{"pk": busy.topic.pk, "entry_pk": busy.entry.pk}]


def chains(busy):
    return [{"pk": pk} for pk in busy.county.chains.values_list("pk", flat=True)]


def agencies(busy):
    return [{"pk": agency.pk} for agency in busy.agencies]


def people(busy):
    """小陈, who has a second factor, and 老周, who is disabled and locked out."""
    return [{"pk": person.pk} for person in busy.people[:2]]


def assignments(busy):
    return [{"pk": pk} for pk in busy.clerk.assignments.values_list("pk", flat=True)]


def events(busy):
    return [{"sequence": sequence} for sequence in Event.objects.values_list("sequence", flat=True)[:5]]


def filings(busy):
    held = busy.annual
    return [{"pk": one.pk} for one in (held.open, held.waiting, held.ready, held.public, held.summary)]


def summary_cells(busy):
    return [{"pk": busy.annual.summary.pk, "cell": "t2.licences.decisions"}]


def adjustments(busy):
    return [{"pk": busy.annual.adjustment.pk}]


def report_files(busy):
    return [{"pk": busy.annual.open.pk, "form": "json"}]


def public_report(busy):
    return [{"pk": busy.annual.public.item_id, "form": form} for form in ("json", "docx")]


def masks(busy):
    return [{"pk": busy.items["draft"], "kind": "mobile"}]


def draft_files(busy):
    files = Attachment.objects.filter(version__number=None).order_by("pk")
    return [{"pk": one.version.item_id, "code": one.code} for one in files.select_related("version")]


def originals(busy):
    files = Attachment.objects.exclude(original=None).order_by("pk").select_related("version")
    return [{"pk": one.version.item_id, "attachment_pk": one.pk} for one in files[:4]]


def draft_pages(busy):
    pictures = Attachment.objects.filter(version__number=None, is_inline=True).select_related("version")
    return [{"pk": one.version.item_id, "code": one.code, "number": 1} for one in pictures]


def keys(busy):
    return [{"pk": busy.key.pk}]


def screening_records(busy):
    return [{"pk": busy.screened.record.pk}, {"pk": busy.screened.submission.pk}]


def closed_files(busy):
    return [{"pk": busy.screened.record.pk, "code": busy.closed_file}]


def look_backs(busy):
    return [{"pk": busy.screened.run.pk}]


def words(busy):
    return [{"pk": busy.screened.word.pk}]


def leaders(busy):
    return [{"pk": leader.pk} for leader in busy.screened.leaders]


def assessments(busy):
    return [{"pk": busy.screened.assessment.pk}]


def api_keys(busy):
    return [{"pk": busy.screened.key.pk}]


DESK = {
    "account_login": Address(own=True),
    "account_logout": Address(own=True),
    "account_inactive": Address(own=True),
    "account_reauthenticate": Address(own=True),
    "account_change_password": Address(own=True),
    "mfa_index": Address(own=True),
    "mfa_authenticate": Address(own=True),
    "mfa_reauthenticate": Address(own=True),
    "mfa_activate_totp": Address(own=True),
    "mfa_deactivate_totp": Address(own=True),
    "mfa_view_recovery_codes": Address(own=True),
    "mfa_generate_recovery_codes": Address(own=True),
    "mfa_download_recovery_codes": Address(own=True),
    "mfa_list_webauthn": Address(own=True),
    "mfa_add_webauthn": Address(own=True),
    "mfa_reauthenticate_webauthn": Address(own=True),
    "mfa_remove_webauthn": Address(keys, own=True),
    "mfa_edit_webauthn": Address(keys, own=True),
    "publications:items": Address(for_all=True),
    "publications:start": Address(for_all=True, hand="chen"),
    "publications:queue": Address(for_all=True),
    "publications:item": Address(items),
    "publications:edit": Address(items, hand="chen"),
    "publications:save": Address(items, hand="chen"),
    "publications:submit": Address(items, hand="chen"),
    "publications:withdraw": Address(items, hand="chen"),
    "publications:revise": Address(items, hand="chen"),
    "publications:discard": Address(items, hand="chen"),
    "publications:restore": Address(items, hand="chen"),
    "publications:drop_revision": Address(items, hand="chen"),
    "publications:take_down": Address(items, hand="wu"),
    "publications:pin": Address(items, hand="lu"),
    "publications:unpin": Address(items, hand="lu"),
    "publications:attach_image": Address(items, hand="chen"),
    "publications:screening": Address(items),
    "publications:mask_text": Address(masks, hand="chen"),
    "publications:confirm_kept": Address(items, hand="qin"),
    "publications:original": Address(originals, hand="fang"),
    "publications:assess": Address(items, hand="chen"),
    "publications:public_copy": Address(draft_files),
    "publications:redact": Address(draft_files, hand="chen"),
    "publications:save_marks": Address(draft_files, hand="chen"),
    "publications:page_picture": Address(draft_pages),
    "publications:copy": Address(copies, hand="chen"),
    "publications:decide": Address(items, hand="fang"),
    "publications:tick_secrecy": Address(items, hand="qin"),
    "publications:release_early": Address(items, hand="wu"),
    "publications:settle_request": Address(requests, hand="chen"),
    "publications:review_form": Address(review_forms),
    "sections:tree": Address(for_all=True),
    "sections:create": Address(hand="lu"),
    "sections:shift": Address(hand="lu"),
    "sections:owners": Address(hand="lu"),
    "sections:monitor": Address(for_all=True),
    "sections:section": Address(sections, for_all=True),
    "sections:change": Address(sections, hand="lu"),
    "sections:archive": Address(sections, hand="lu"),
    "sections:reopen": Address(sections, hand="lu"),
    "sections:topics": Address(for_all=True),
    "sections:topic_create": Address(hand="lu"),
    "sections:topic_change": Address(topics, hand="lu"),
    "sections:topic_shift": Address(topics, hand="lu"),
    "sections:topic_close": Address(topics, hand="lu"),
    "sections:topic_reopen": Address(topics, hand="lu"),
    "agencies:list": Address(for_all=True),
    "agencies:add": Address(hand="lu"),
    "agencies:reorder": Address(hand="lu"),
    "agencies:county": Address(hand="lu"),
    "agencies:edit": Address(agencies, hand="lu"),
    "agencies:close": Address(agencies, hand="lu"),
    "agencies:reopen": Address(agencies, hand="lu"),
    "people:list": Address(for_all=True),
    "people:add": Address(hand="lu"),
    "people:import": Address(hand="lu"),
    "people:matrix": Address(for_all=True),
    "people:me": Address(own=True),
    "people:person": Address(people),
    "people:edit": Address(people, hand="lu"),
    "people:move": Address(people, hand="lu"),
    "people:disable": Address(people, hand="xie"),
    "people:enable": Address(people, hand="xie"),
    "people:unlock": Address(people, hand="xie"),
    "people:reset_password": Address(people, hand="xie"),
    "people:reset_second_factor": Address(people, hand="an"),
    "people:grant": Address(people, hand="lu"),
    "people:revoke": Address(assignments, hand="an"),
    "calendar:this_year": Address(for_all=True),
    "calendar:year": Address(lambda busy: [{"year": 2026}, {"year": 1900}], for_all=True),
    "calendar:day": Address(hand="lu"),
    "calendar:notice": Address(hand="lu"),
    "annual_reports:seasons": Address(for_all=True),
    "annual_reports:open": Address(hand="lu"),
    "annual_reports:season": Address(lambda busy: [{"year": 2025}]),
    "annual_reports:join": Address(lambda busy: [{"year": 2025}], hand="lu"),
    "annual_reports:compare": Address(lambda busy: [{"year": 2025}]),
    "annual_reports:filing": Address(filings, hand="chen"),
    "annual_reports:save": Address(filings, hand="chen"),
    "annual_reports:draft": Address(filings, hand="chen"),
    "annual_reports:judge": Address(filings, hand="chen"),
    "annual_reports:import": Address(filings, hand="chen"),
    "annual_reports:last_year": Address(filings, hand="chen"),
    "annual_reports:form": Address(filings),
    "annual_reports:withdraw": Address(filings, hand="chen"),
    "annual_reports:accept": Address(filings, hand="lu"),
    "annual_reports:return": Address(filings, hand="lu"),
    "annual_reports:cell": Address(summary_cells, hand="lu"),
    "annual_reports:remove_adjustment": Address(adjustments, hand="lu"),
    "annual_reports:make": Address(filings, hand="chen"),
    "annual_reports:correct": Address(filings, hand="chen"),
    "annual_reports:download": Address(report_files),
    "screening:overview": Address(for_all=True),
    "screening:files": Address(),
    "screening:records": Address(for_all=True),
    "screening:record": Address(screening_records),
    "screening:settle": Address(hand="lu"),
    "screening:take_on": Address(closed_files, hand="lu"),
    "screening:look_backs": Address(for_all=True),
    "screening:look_back_start": Address(hand="lu"),
    "screening:look_back": Address(look_backs, for_all=True),
    "screening:look_back_records": Address(look_backs, for_all=True),
    "screening:words": Address(for_all=True),
    "screening:word_add": Address(hand="lu"),
    "screening:words_switch": Address(hand="lu"),
    "screening:words_import": Address(hand="lu"),
    "screening:words_try": Address(for_all=True),
    "screening:word": Address(words, hand="lu"),
    "screening:leaders": Address(for_all=True),
    "screening:leader_add": Address(hand="lu"),
    "screening:leader": Address(leaders, hand="lu"),
    "screening:leader_remove": Address(leaders, hand="lu"),
    "screening:leader_shift": Address(leaders, hand="lu"),
    "screening:assessments": Address(for_all=True),
    "screening:assessment": Address(assessments),
    "screening:keys": Address(),
    "screening:key_make": Address(hand="xie"),
    "screening:key_revoke": Address(api_keys, hand="xie"),
    "history:list": Address(),
    "history:export": Address(),
    "history:verify": Address(),
    "history:event": Address(events),
    "desk:todo": Address(for_all=True),
    "desk:preview": Address(versions),
    "desk:section_move": Address(sections, hand="lu"),
    "desk:section_merge": Address(sections, hand="lu"),
    "desk:topic": Address(topics, for_all=True),
    "desk:topic_add": Address(topics, hand="lu"),
    "desk:topic_entry": Address(entries, hand="lu"),
    "desk:chains:list": Address(),
    "desk:chains:create": Address(hand="lu"),
    "desk:chains:chain": Address(chains),
    "desk:chains:change": Address(chains, hand="lu"),
    "desk:chains:make_default": Address(chains, hand="lu"),
    "desk:nowhere": Address(lambda busy: [{"address": "items/nothing"}, {"address": "nothing"}]),
}


def paths(busy):
    return [{"path": busy.section.path}, {"path": busy.section.parent.path}, {"path": "nothing"}]


def offices(busy):
    return [{"code": busy.clerk.agency.code}]


def files(busy):
    return [{"code": one.code, "name": one.name} for one in Attachment.objects.order_by("pk")]


PUBLIC = {
    "screening_api:screen": Address(),
    "healthz": Address(),
    "readyz": Address(),
    "portal:home": Address(),
    "portal:section": Address(paths),
    "portal:item": Address(items),
    "portal:report": Address(public_report),
    "portal:report_check": Address(),
    "portal:file": Address(files),
    "portal:agencies": Address(),
    "portal:agency": Address(offices),
    "portal:topics": Address(),
    "portal:topic": Address(lambda busy: [{"code": busy.topic.code}]),
    "portal:topic_group": Address(lambda busy: [{"code": busy.topic.code, "number": 1}]),
    "portal:disclosure": Address(),
    "portal:disclosure_agencies": Address(),
    "portal:catalogue_agencies": Address(offices),
    "portal:download_agencies": Address(lambda busy: [{"code": "civil-affairs", "form": "csv"}]),
    "portal:disclosure_themes": Address(),
    "portal:catalogue_themes": Address(lambda busy: [{"code": "civil_affairs"}, {"code": "none"}]),
    "portal:download_themes": Address(lambda busy: [{"code": "none", "form": "csv"}]),
    "portal:search": Address(),
    "portal:site_map": Address(),
    "portal:help": Address(),
    "portal:mode": Address(lambda busy: [{"name": "large"}]),
    "portal:theme": Address(lambda busy: [{"colour": "a61b1b"}]),
    "portal:feed_all": Address(),
    "portal:feed_section": Address(paths),
    "portal:feed_agency": Address(offices),
    "portal:feed_topic": Address(lambda busy: [{"code": busy.topic.code}]),
    "portal:sitemap": Address(),
    "portal:sitemap_lists": Address(),
    "portal:sitemap_items": Address(lambda busy: [{"number": 1}]),
    "portal:robots": Address(),
    "portal:old_address": Address(lambda busy: [{"path": "art/2019/1.html"}]),
}
# Addresses without a name of their own, by the name they have here.
UNNAMED = {"desk/<path:address>/": "desk:nowhere", "healthz": "healthz", "readyz": "readyz"}


def every_address(patterns=None, before="", spaces="") -> Iterator[str]:
    """The names of all addresses of the site."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            inside = f"{spaces}{pattern.namespace}:" if pattern.namespace else spaces
            yield from every_address(pattern.url_patterns, route, inside)
        else:
            yield spaces + pattern.name if pattern.name else UNNAMED[route]


def url_of(name, arguments) -> str:
    unnamed = {"desk:nowhere": "/desk/{address}/", "healthz": "/healthz", "readyz": "/readyz"}
    return unnamed[name].format(**arguments) if name in unnamed else reverse(name, kwargs=arguments)


def walk(addresses, busy) -> Iterator[tuple[str, str]]:
    for name, address in addresses.items():
        for arguments in address.calls(busy):
            yield name, url_of(name, arguments)


def others(addresses):
    return {name: one for name, one in addresses.items() if not one.own}


def fingerprint() -> str:
    """All rows of all tables, but for what signing in itself leaves behind."""
    told = hashlib.sha256()
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label not in {"sessions", "axes"} and model._meta.managed:
            told.update(repr(sorted(map(repr, model._base_manager.values_list()))).encode())
    return told.hexdigest()


def filled_in(name, busy) -> dict:
    """A form sent to ``name`` that would do its work if it came from the right person."""
    waiting = Version.objects.exclude(review=None).get(item=busy.items["in review"])
    sent = Version.objects.exclude(review=None).get(item=busy.items["sent"])
    draft = Version.objects.get(item=busy.items["draft"], number=None)
    education = busy.county.agencies.get(code="education")
    common = {
        "confirmed": "1",
        "revision": draft.revision,
        "title": "改过的标题",
        "body": "<p>改过的正文。</p>",
        "section": busy.other_section.pk,
        "seen_hash": waiting.content_hash,
        "position": 2,
        "decision": "approved",
        "may_be_public": "yes",
        "opinion": "同意",
        "reason": "error",
        "note": "说明",
        "answer": "已改",
        "do": "discard",
        "name": "新名称",
        "code": "new-code",
        "username": "new.person",
        "agency": education.pk,
        "role": Role.CLERK,
        "target": busy.other_section.pk,
        "parent": busy.other_section.pk,
        "place": "last",
        "layout": "list",
        "update_rule": "none",
        "pk": busy.section.pk,
        "act": "remove",
        "way": "down",
        "groups_text": "政策\n解读",
        "opened_on": "2026-03-02",
        "item": busy.items["revised"],
        "group": "政策",
        "closed_on": "2026-03-02",
        "day": "2026-03-04",
        "is_workday": "0",
    }
    own = {
        "publications:start": {"agency": busy.clerk.agency_id, "kind": "notice"},
        "publications:edit": {"kind": "notice"},
        "publications:save": {"kind": "notice"},
        "publications:tick_secrecy": {
            # A no: what the clerk kept has not been confirmed, and a yes would have to wait for it.
            "kind": SecrecyKind.PRIVACY,
            "may_be_public": "no",
            "seen_hash": sent.content_hash,
        },
        "publications:release_early": {"reason": "台风红色预警"},
        "publications:copy": {"do": "take"},
        "publications:confirm_kept": {
            "seen_hash": sent.content_hash,
            "line": [line.pk for line in screenings_of(sent).first().lines.all()],
        },
        "publications:assess": dict.fromkeys(CONTENT, "示范的回答。"),
        "publications:redact": {"do": "place", **BOX},
        "publications:save_marks": {"marks": json.dumps([BOX]), "revision": 0},
        "sections:owners": {"act": "add"},
        "sections:shift": {"way": "up", "pk": busy.other_section.pk},
        "agencies:add": {
            "short_name": "县新局",
            "kind": "department",
            "credit_code": "",
            "document_prefix": "",
        },
        "agencies:edit": {
            "short_name": "县新局",
            "kind": "department",
            "credit_code": "",
            "document_prefix": "",
        },
        "agencies:close": {"closed_on": str(timezone.localdate())},
        "agencies:reorder": {f"position-{education.pk}": 0, f"position-{busy.clerk.agency_id}": 9},
        "agencies:county": {
            "short_name": "示范县",
            "site_name": "新网站",
            "domain": "testserver",
            "theme_colour": "#a61b1b",
            "level": "city",
            "index_pattern": busy.county.index_pattern,
        },
        "people:import": {"table": "用户名,姓名,单位,职务,电子邮箱,角色\nnew.person,新人,县教育局,,,\n"},
        "screening:settle": {"pk": busy.screened.record.pk},
        "annual_reports:open": {"year": 2021, "section": busy.section.pk},
        "annual_reports:filing": {"t3.new.natural": "4", "revision": busy.annual.open.revision},
        "annual_reports:save": {"t3.new.natural": "4", "revision": busy.annual.open.revision},
        "annual_reports:judge": {"key": "T3-B|total", "verdict": "dismissed", "note": "情况属实。"},
        "annual_reports:import": {"cells": json.dumps({"t3.new.natural": "5"}), "file_name": "年报.docx"},
        "annual_reports:last_year": {"file": report_file()},
        "annual_reports:return": {"note": "请核对。"},
        "annual_reports:cell": {"amount": "1", "reason": "other", "note": "示范的说明。"},
        "annual_reports:correct": {
            "place": "表二行政许可",
            "was": "12",
            "corrected": "13",
            "reason": "漏统计1件",
        },
        "screening:take_on": {"note": "已打开核对，是空白申请表。"},
        "screening:words_switch": {"pk": f"typo:{busy.screened.word.text}", "act": "off"},
        "screening:words_import": {"table": "种类,词语,改为\n错别字,新词语,新用语\n"},
        "screening:word_add": {"kind": "typo", "text": "新词语"},
        "screening:word": {"kind": "typo", "text": "新词语"},
        "screening:leader_add": {"text": "王示范，副县长"},
        "screening:leader": {"name": "王示范", "titles": "副县长"},
        "calendar:notice": {"year": 2026, "text": NOTICE},
        "desk:chains:create": CHAIN,
        "publications:attach_image": {"file": SimpleUploadedFile("a.png", picture().read())},
        "desk:chains:change": CHAIN,
    }
    return common | own.get(name, {})


def report_file() -> SimpleUploadedFile:
    """A published report on the year before the one that is open."""
    page = report_samples.page().replace("2025年", "2024年")
    return SimpleUploadedFile("上年.html", page.encode())


NOTICE = """国务院办公厅关于2026年部分节假日安排的通知
国办发明电〔2025〕7号
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。"""
BOX = {"page": 1, "x": 0.1, "y": 0.1, "width": 0.5, "height": 0.5, "ground": "personal"}
CHAIN = {
    "levels-TOTAL_FORMS": 6,
    "levels-INITIAL_FORMS": 0,
    "levels-0-label": "初审",
    "levels-0-role": Role.FIRST_REVIEWER,
    "levels-1-label": "复审",
    "levels-1-role": Role.SECOND_REVIEWER,
    "levels-2-label": "终审",
    "levels-2-role": Role.FINAL_REVIEWER,
}


@pytest.fixture(autouse=True)
def no_requests_counted_yet():
    """allauth counts requests in the cache, which outlives a test."""
    cache.clear()


@pytest.fixture(autouse=True)
def refusals_are_not_logged(caplog):
    """Thousands of pages are refused here, and each would write down where."""
    caplog.set_level("CRITICAL", logger="django.request")


@pytest.fixture
def busy(county, civil_affairs, notices, chain, chen, zhou, fang, wu, qin, lin, lu, office, settings):
    for username, name, role in (
        ("xie", "谢工", Role.SYSTEM_ADMINISTRATOR),
        ("an", "老安", Role.SECURITY_ADMINISTRATOR),
        ("shen", "小沈", Role.AUDIT_ADMINISTRATOR),
    ):
        make_person(username, name, office, role)
    # Names that stand nowhere by chance: 吴局 might be said of an office, and “lin” is in every link.
    for person in User.objects.all():
        person.name, person.username = f"{person.name}其人", f"zhanghao.{person.username}"
        person.save()
    for person in (chen, zhou, fang, wu, qin, lin, lu):
        person.refresh_from_db()
    busy = busy_county(
        county=county,
        section=notices,
        clerk=chen,
        reviewers=[zhou, fang, wu],
        checker=qin,
        disclosure_officer=lu,
    )
    busy.screened = screened_county(
        clerk=chen, disclosure_officer=lu, administrator=User.objects.get(username="zhanghao.xie"), now=MONDAY
    )
    busy.annual = annual_county(
        section=notices, clerk=chen, reviewers=[zhou, fang, wu], checker=qin, disclosure_officer=lu
    )
    # A government below that has named this one as its superior after both had opened the year.
    County.objects.filter(pk=county.pk).update(level=Level.CITY)
    county.refresh_from_db()
    below = County.objects.create(
        name="示范乡县人民政府",
        short_name="示范乡县",
        site_name="示范乡县",
        domain="below.example",
        above=county,
    )
    year = Season.objects.create(county=below, year=2025, section=notices, opened_by=None)
    Filing.objects.create(season=year, agency=office, scope=Scope.SUMMARY)
    # The look-back walks over what this test holds: one public thing, with a file that nobody here can read.
    settings.SCREENING_SOURCES = [public_things.PATH]
    old_file = store(b"an old form", name="old.txt")
    [held] = put(civil_affairs, 999_999, "示范", files=[old_file]).files
    busy.closed_file = held.code
    busy.key = Authenticator.objects.create(
        user=chen, type=Authenticator.Type.WEBAUTHN, data={"name": "钥匙", "credential": {}}
    )
    notices.on_home_page = True
    notices.save()
    # What there is to reopen, to close, to allow again.
    old = Section.objects.create(
        county=county, name="旧栏目", code="old", path="old", archived_at=MONDAY, position=9
    )
    busy.sections = [notices, notices.parent, old]
    closed = create_topic(county=county, name="往年专题", code="past", actor=lu)
    busy.topics = [busy.topic, close_topic(topic_id=closed.pk, actor=lu, now=MONDAY)]
    busy.agencies = [civil_affairs] + [
        Agency.objects.create(county=county, name=name, short_name=name, code=code, closed_on=closed_on)
        for name, code, closed_on in (("县侨办", "qiao", None), ("县外办", "wai", date(2025, 3, 1)))
    ]
    chain = Chain.objects.create(county=county, name="规范性文件审核")
    chain.levels.create(position=1, label="初审", role=Role.FIRST_REVIEWER)
    User.objects.filter(pk=zhou.pk).update(is_active=False)
    AccessAttempt.objects.create(username=zhou.username, failures_since_start=9, attempt_time=timezone.now())
    # The secrecy review of this one is made, so that nothing but the right is wanting to release it early.
    check_secrecy(Item.objects.get(pk=busy.items["in review"]), qin)
    yield busy
    public_things.HELD.clear()


def content_of(response) -> bytes:
    return b"".join(response) if response.streaming else response.content


def kept_pages():
    return [path for path in (settings.PAGES_DIR / "pages").rglob("*") if path.is_file()]


def test_every_address_is_walked():
    known = set(DESK) | set(PUBLIC)
    found = set(every_address())
    assert found - known == set(), "give each new address its line in DESK or PUBLIC"
    assert known - found == set()


def test_visitors_are_sent_to_sign_in_and_told_that_nothing_was_saved(client, busy):
    before = fingerprint()
    seen = {}
    for name, url in walk(DESK, busy):
        if not url.startswith("/desk/"):
            continue
        read, sent = client.get(url), client.post(url, filled_in(name, busy))
        sent_by_script = client.post(url, headers={"Accept": "application/json"})
        answers = (
            read.status_code,
            read.get("Location", "")[:17],
            sent.status_code,
            sent_by_script.status_code,
        )
        if answers != (302, "/accounts/login/?", 401, 401):
            seen[url] = answers
    assert seen == {}
    assert fingerprint() == before
    assert kept_pages() == []


def test_pages_of_the_account_ask_a_visitor_to_sign_in_first(client, busy):
    before = fingerprint()
    open_to_all = {"account_login", "account_inactive"}
    seen = {}
    for name, url in walk({name: one for name, one in DESK.items() if one.own}, busy):
        if name in open_to_all or not url.startswith("/accounts/"):
            continue
        for response in (client.get(url), client.post(url)):
            if response.status_code != 302 or "/login/" not in response["Location"]:
                seen[url] = response.status_code
    assert seen == {}
    assert fingerprint() == before
    assert kept_pages() == []


def test_clerk_of_another_office_sees_nothing_of_the_office_and_changes_nothing(client, busy, lin):
    client.force_login(lin)
    before = fingerprint()
    opened = {}
    said = ""
    for name, url in walk(others(DESK), busy):
        response = client.get(url)
        if response.status_code not in {403, 404, 405}:
            opened.setdefault(name, set()).add(response.status_code)
        if response.status_code == 200:
            said += response.content.decode()
        response = client.post(url, filled_in(name, busy))
        assert response.status_code < 500, url
    assert fingerprint() == before
    assert opened == {name: {200} for name, one in DESK.items() if one.for_all}
    inside = [FOUND_IN, OPINION, REQUEST, ANSWER, RETURNED, REDACTION, TYPED, *UNPUBLISHED]
    assert [words for words in inside if words in said] == []


def test_clerk_of_another_office_gets_no_file_of_what_is_not_public(client, busy, lin):
    public = Item.objects.filter(pk__in=[busy.items["public"], busy.items["revised"]])
    open_files = set(Attachment.objects.filter(version__in=public.values("published_version")))

    def answer(one) -> int:
        response = client.get(one.get_absolute_url())
        content_of(response)  # an unread file would stay open
        return response.status_code

    client.force_login(lin)
    answers = {one: answer(one) for one in Attachment.objects.all()}
    assert len(answers) > len(open_files) > 0
    assert {one for one, status in answers.items() if status == 200} == open_files
    assert {status for one, status in answers.items() if one not in open_files} <= {404, 410}
    client.force_login(busy.clerk)
    assert {answer(one) for one in answers} == {200}


def test_what_was_sent_in_vain_would_have_done_something_in_the_right_hands(busy):
    """Or the walk of the clerk of another office would prove nothing."""
    signed_in = {hand: Client() for hand in {one.hand for one in DESK.values() if one.hand}}
    for hand, visitor in signed_in.items():
        visitor.force_login(User.objects.get(username=f"zhanghao.{hand}"))
    before = fingerprint()

    def does_something(name, url) -> bool:
        with transaction.atomic():
            content_of(signed_in[DESK[name].hand].post(url, filled_in(name, busy)))
            changed = fingerprint() != before
            transaction.set_rollback(True)
        return changed

    writable = {name: one for name, one in DESK.items() if one.hand}
    idle = [
        name for name in writable if not any(does_something(*way) for way in walk({name: DESK[name]}, busy))
    ]
    assert idle == []


EVERYBODY = [None, *Role]
GROUPS = 3  # building what they walk through takes as long as walking


@pytest.mark.parametrize("group", range(GROUPS))
def test_no_page_breaks_for_anybody(busy, group, civil_affairs):
    seen = {}
    for number, role in enumerate(EVERYBODY[group::GROUPS]):
        client = Client()
        roles = [role] if role else []
        client.force_login(make_person(f"zhanghao.mou{number}", "某人", civil_affairs, *roles))
        sent_to = set()
        for name, url in walk(DESK, busy):
            if name == "account_logout":
                continue
            sends = [client.get]
            if DESK[name].hand and name not in sent_to:  # an empty form, once to each kind of page
                sends.append(client.post)
                sent_to.add(name)
            for send in sends:
                with transaction.atomic():
                    response = send(url)
                    content_of(response)  # an unread file would stay open
                    transaction.set_rollback(True)
                if response.status_code >= 500:
                    seen[role, name] = response.status_code
    assert seen == {}
    assert kept_pages() == []


def test_no_public_page_says_who_works_on_it_or_what_they_said(client, busy):
    index_changes()
    names = [words for person in busy.people for words in (person.name, person.username)]
    inside = [*names, "其人", "zhanghao", OPINION, REQUEST, ANSWER, RETURNED, REDACTION, TYPED, *UNPUBLISHED]
    # First see that all of it is there to leak: in the history, on review steps, in drafts and copies.
    stored = json.dumps(
        [list(model.objects.values()) for model in (User, ReviewStep, Event, Version, DraftCopy)],
        default=str,
        ensure_ascii=False,
    )
    assert [words for words in inside if words not in stored] == []

    leaks, answered = {}, set()
    for name, url in walk(PUBLIC, busy):
        response = client.get(url, {"q": "高温补贴"} if name == "portal:search" else {})
        assert response.status_code < 500, url
        text = content_of(response).decode(errors="replace")
        found = [words for words in (*inside, "csrf") if words in text]
        if found or response.cookies.keys() - {"mode"}:
            leaks[url] = found, list(response.cookies)
        if TITLE in re.sub("</?mark>", "", text):
            answered.add(name)
    assert leaks == {}
    # The walk has read the places where it would have stood.
    assert answered >= {"portal:home", "portal:item", "portal:section", "portal:search", "portal:feed_all"}
    assert kept_pages() != []
    for words in inside:
        assert re.findall(r'href="/items/', client.get("/search/", {"q": words}).content.decode()) == []
