"""The desk in a real browser: every kind of page, in three modes, on a desk and on a phone."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from tests.annual_county import annual_county
from tests.browser.axe import MODES, faults
from tests.busy_county import busy_county
from tests.screened_county import screened_county

from gongkai.accounts.enums import Role
from gongkai.accounts.models import User
from gongkai.conftest import make_person
from gongkai.history.models import Event
from gongkai.publications.models import Attachment
from gongkai.publications.tests.factories import MONDAY
from gongkai.sections.enums import UpdateRule

pytestmark = pytest.mark.django_db(transaction=True)


PARTS = 4  # so that one worker does not do them all while the others have nothing left
STATUSES = {"not allowed": 403, "not found": 404}
PASSWORD = "correct-horse-battery"
NOTICE = "国务院办公厅关于2026年部分节假日安排的通知\n一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。"


@pytest.fixture
def busy(live_server, county, office, notices, chain, chen, zhou, fang, wu, qin, lin, lu):
    """Something on every page of the desk, and somebody to open it."""
    cache.clear()  # allauth counts requests in the cache, which outlives a test
    for username, name, role in (
        ("xie", "谢工", Role.SYSTEM_ADMINISTRATOR),
        ("an", "老安", Role.SECURITY_ADMINISTRATOR),
        ("shen", "小沈", Role.AUDIT_ADMINISTRATOR),
    ):
        make_person(username, name, office, role)
    notices.update_rule = UpdateRule.TWO_WEEKS
    notices.save()
    county.site_id_code, county.phone = "3799000001", "0000-0000000"
    county.save()
    busy = busy_county(
        county=county,
        section=notices,
        clerk=chen,
        reviewers=[zhou, fang, wu],
        checker=qin,
        disclosure_officer=lu,
    )
    busy.screened = screened_county(
        clerk=chen, disclosure_officer=lu, administrator=User.objects.get(username="xie"), now=MONDAY
    )
    busy.annual = annual_county(
        section=notices, clerk=chen, reviewers=[zhou, fang, wu], checker=qin, disclosure_officer=lu
    )
    busy.chain, busy.url = chain, live_server.url
    return busy


def picture_of(busy) -> str:
    return Attachment.objects.get(
        version__item=busy.items["draft"], version__number=None, is_inline=True
    ).code


def pages(busy) -> dict[str, tuple[str | None, str]]:
    """Kind of page → who opens it (None: a visitor) and where."""
    items, person = busy.items, busy.clerk.pk
    event = Event.objects.filter(subject_type="publications.item").latest("sequence").sequence

    def at(name, *arguments):
        return reverse(name, args=arguments)

    return {
        "sign-in": (None, at("account_login")),
        "to-do": ("chen", at("desk:todo")),
        "items": ("chen", at("publications:items")),
        "start": ("chen", at("publications:start")),
        "edit": ("chen", at("publications:edit", items["draft"])),
        "edit what was returned": ("chen", at("publications:edit", items["returned"])),
        "copy": ("chen", at("publications:copy", items["draft"], busy.copy.pk)),
        "drop a revision": ("chen", at("publications:drop_revision", items["revised"])),
        "item of the clerk": ("chen", at("publications:item", items["in review"])),
        "my account": ("chen", at("people:me")),
        "second factor": ("chen", at("mfa_index")),
        "authenticator": ("chen", at("mfa_activate_totp")),
        "security key": ("chen", at("mfa_add_webauthn")),
        "password": ("chen", at("account_change_password")),
        "prove it again": ("chen", at("account_reauthenticate")),
        "sign out": ("chen", at("account_logout")),
        "not allowed": ("chen", at("agencies:county")),
        "not found": ("chen", "/desk/nothing/"),
        "item of the reviewer": ("fang", at("publications:item", items["in review"])),
        "queue": ("fang", at("publications:queue")),
        "item of the secrecy reviewer": ("qin", at("publications:item", items["in review"])),
        "published item": ("wu", at("publications:item", items["public"])),
        "take down": ("wu", at("publications:take_down", items["public"])),
        "taken down": ("wu", at("publications:item", items["taken down"])),
        "to-do of the disclosure office": ("lu", at("desk:todo")),
        "sections": ("lu", at("sections:tree")),
        "section": ("lu", at("sections:section", busy.section.pk)),
        "change a section": ("lu", at("sections:change", busy.section.pk)),
        "move a section": ("lu", at("desk:section_move", busy.section.pk)),
        "archive a section": ("lu", at("sections:archive", busy.section.parent_id)),
        "monitor": ("lu", at("sections:monitor")),
        "topics": ("lu", at("sections:topics")),
        "topic": ("lu", at("desk:topic", busy.topic.pk) + "?q=高温"),
        "chains": ("lu", at("desk:chains:list")),
        "chain": ("lu", at("desk:chains:chain", busy.chain.pk)),
        "change a chain": ("lu", at("desk:chains:change", busy.chain.pk)),
        "agencies": ("lu", at("agencies:list")),
        "change an agency": ("lu", at("agencies:edit", busy.clerk.agency_id)),
        "county": ("lu", at("agencies:county")),
        "calendar": ("lu", at("calendar:year", 2026)),
        "notice": ("lu", at("calendar:notice")),
        "day": ("lu", at("calendar:day")),
        "people": ("xie", at("people:list")),
        "person": ("an", at("people:person", person)),
        "matrix": ("xie", at("people:matrix")),
        "import people": ("xie", at("people:import")),
        "confirm": ("xie", at("people:disable", person)),
        "redact": ("chen", at("publications:redact", busy.items["draft"], picture_of(busy))),
        "mask": ("chen", at("publications:mask_text", busy.items["draft"], "mobile")),
        "assess": ("chen", at("publications:assess", busy.items["public"])),
        "annual reports": ("chen", at("annual_reports:seasons")),
        "year of annual reports": ("lu", at("annual_reports:season", 2025)),
        "open a year": ("lu", at("annual_reports:open")),
        "annual report to fill in": ("chen", at("annual_reports:filing", busy.annual.open.pk)),
        "annual report handed in": ("lu", at("annual_reports:filing", busy.annual.waiting.pk)),
        "summary": ("lu", at("annual_reports:filing", busy.annual.summary.pk)),
        "cell of the summary": (
            "lu",
            at("annual_reports:cell", busy.annual.summary.pk, "t2.licences.decisions"),
        ),
        "return an annual report": ("lu", at("annual_reports:return", busy.annual.waiting.pk)),
        "import figures": ("chen", at("annual_reports:import", busy.annual.open.pk)),
        "last year's report": ("chen", at("annual_reports:last_year", busy.annual.open.pk)),
        "compare years": ("lu", at("annual_reports:compare", 2025)),
        "correct an annual report": ("chen", at("annual_reports:correct", busy.annual.public.pk)),
        "screening": ("lu", at("screening:overview") + "?since=2020-01-01&until=2030-01-01"),
        "screening records": ("chen", at("screening:records")),
        "screening record": ("chen", at("screening:record", busy.screened.submission.pk)),
        "screened files": ("lu", at("screening:files")),
        "look-backs": ("lu", at("screening:look_backs")),
        "start a look-back": ("lu", at("screening:look_back_start")),
        "look-back": ("lu", at("screening:look_back", busy.screened.run.pk)),
        "found by a look-back": ("lu", at("screening:look_back_records", busy.screened.run.pk)),
        "record of a look-back": ("chen", at("screening:record", busy.screened.record.pk)),
        "words": ("lu", at("screening:words") + "?origin=本县"),
        "add a word": ("lu", at("screening:word_add")),
        "word": ("lu", at("screening:word", busy.screened.word.pk)),
        "import words": ("lu", at("screening:words_import")),
        "try words": ("chen", at("screening:words_try")),
        "leaders": ("lu", at("screening:leaders")),
        "remove a leader": ("lu", at("screening:leader_remove", busy.screened.leaders[0].pk)),
        "assessments": ("chen", at("screening:assessments")),
        "assessment": ("chen", at("screening:assessment", busy.screened.assessment.pk)),
        "keys": ("xie", at("screening:keys")),
        "make a key": ("xie", at("screening:key_make")),
        "history": ("shen", at("history:list")),
        "event": ("shen", at("history:event", event)),
        "verification": ("shen", at("history:verify")),
    }


def session_of(username) -> str:
    client = Client()
    client.post(reverse("account_login"), {"login": username, "password": PASSWORD})
    return client.cookies["sessionid"].value


def visitor(page, busy):
    """Returns ``visit(who, path, mode)``, which opens a page of the desk as that person, and the answer's status."""
    sessions = {}

    def visit(who, path, mode="standard"):
        page.context.clear_cookies()
        cookies = {"mode": mode}
        if who:
            cookies["sessionid"] = sessions.get(who) or sessions.setdefault(who, session_of(who))
        page.context.add_cookies(
            [{"name": name, "value": value, "url": busy.url} for name, value in cookies.items()]
        )
        return page.goto(busy.url + path).status

    return visit


@pytest.mark.parametrize("part", range(PARTS))
def test_every_kind_of_desk_page_is_accessible_and_fits(page, busy, part):
    visit = visitor(page, busy)
    found = {}
    for kind, (who, path) in list(pages(busy).items())[part::PARTS]:
        assert (kind, visit(who, path)) == (kind, STATUSES.get(kind, 200))
        if kind.startswith("edit"):
            page.wait_for_selector(".editor-surface [contenteditable]")
        found |= faults(page, kind)
    assert found == {}


def test_pages_are_drawn_in_the_mode_of_the_cookie(page, busy):
    visit = visitor(page, busy)
    for mode in MODES:
        for who, path in (
            (None, reverse("account_login")),
            ("chen", reverse("desk:todo")),
            ("chen", "/desk/nothing/"),
        ):
            visit(who, path, mode)
            assert page.get_attribute("html", "data-mode") == mode
