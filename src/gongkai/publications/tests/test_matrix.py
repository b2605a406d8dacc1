"""Role × office × state × action, by direct POSTs: who may do what to whose item, and that nobody else can."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from gongkai.accounts.enums import Role
from gongkai.conftest import make_person
from gongkai.publications import actions
from gongkai.publications.enums import Stage, TakeDownReason, Visibility
from gongkai.publications.models import Item
from gongkai.review.enums import Decision, SecrecyKind

from .factories import check_secrecy, draft, published, sign, submitted

pytestmark = pytest.mark.django_db

STATES = [
    "drafting",
    "first_level",
    "last_level",
    "returned",
    "waiting",
    "published",
    "taken_down",
    "discarded",
]
ACTIONS = {
    "submit": {"revision": "1"},
    "withdraw": {},
    "revise": {},
    "discard": {},
    "restore": {},
    "drop_revision": {"confirmed": "1"},
    "decide": {"decision": Decision.APPROVED},
    "tick_secrecy": {"kind": SecrecyKind.PRIVACY, "may_be_public": "yes"},
    "release_early": {"reason": "台风红色预警"},
    "take_down": {"reason": TakeDownReason.ERROR},
    "pin": {},
}
# Whom an action obeys, in which state. Every triple that is not here must change nothing.
ALLOWED = {
    ("submit", "drafting"): {"clerk"},
    ("submit", "returned"): {"clerk"},
    ("withdraw", "first_level"): {"clerk"},
    ("withdraw", "last_level"): {"clerk"},
    ("withdraw", "waiting"): {"clerk"},
    ("revise", "published"): {"clerk"},
    ("revise", "taken_down"): {"clerk"},
    ("discard", "drafting"): {"clerk"},
    ("discard", "returned"): {"clerk"},
    ("restore", "discarded"): {"clerk"},
    ("decide", "first_level"): {"first"},
    ("decide", "last_level"): {"final"},
    ("tick_secrecy", "first_level"): {"secrecy"},
    ("release_early", "last_level"): {"final", "disclosure"},
    ("take_down", "published"): {"final", "disclosure"},
    ("pin", "published"): {"disclosure"},
}
STRANGERS = {"other_clerk", "other_final", "system", "security", "audit", "nobody"}


@pytest.fixture
def people(chen, zhou, fang, wu, qin, lin, lu, office, education):
    return {
        "clerk": chen,
        "first": zhou,
        "second": fang,
        "final": wu,
        "secrecy": qin,
        "disclosure": lu,
        "other_clerk": lin,
        "other_final": make_person("he", "何局", education, Role.FINAL_REVIEWER),
        "system": make_person("sys", "系统员", office, Role.SYSTEM_ADMINISTRATOR),
        "security": make_person("sec", "安全员", office, Role.SECURITY_ADMINISTRATOR),
        "audit": make_person("aud", "审计员", office, Role.AUDIT_ADMINISTRATOR),
        "nobody": make_person("nob", "无角色", education),
    }


@pytest.fixture
def item_in(people, chain, notices):
    chen, zhou, fang, wu, qin = (people[role] for role in ("clerk", "first", "second", "final", "secrecy"))
    now = timezone.now()

    def make(state: str) -> Item:
        match state:
            case "drafting":
                return draft(chen, notices).item
            case "first_level":
                return submitted(chen, notices)
            case "last_level":
                item = check_secrecy(submitted(chen, notices), qin)
                return sign(sign(item, zhou), fang)
            case "returned":
                return sign(submitted(chen, notices), zhou, Decision.RETURNED, "请补充依据")
            case "waiting":
                return published(chen, notices, qin, [zhou, fang, wu], publish_at=now + timedelta(days=9))
            case "published":
                return published(chen, notices, qin, [zhou, fang, wu])
            case "taken_down":
                item = published(chen, notices, qin, [zhou, fang, wu])
                return actions.take_down(item_id=item.pk, actor=wu, reason=TakeDownReason.ERROR, now=now)
            case "discarded":
                return actions.discard(item_id=draft(chen, notices).item_id, clerk=chen, now=now)

    return make


def data_for(action: str, item: Item) -> dict:
    """What the page would send for ``action`` on the item as it stands."""
    data = dict(ACTIONS[action])
    if action == "submit" and (working := item.versions.filter(number=None).first()):
        data["revision"] = str(working.revision)
    if version := item.versions.filter(review__isnull=False).last():
        data |= {"seen_hash": version.content_hash, "position": str(version.review.position)}
    return data


def fingerprint(item: Item) -> tuple:
    """Everything an action could have changed."""
    item = Item.objects.get(pk=item.pk)
    reviews = [
        (
            version.review.state,
            version.review.position,
            version.review.early_at,
            version.review.secrecy_ticks.count(),
        )
        for version in item.versions.filter(review__isnull=False).select_related("review")
    ]
    return item.stage, item.visibility, item.is_pinned, item.versions.count(), reviews


@pytest.mark.parametrize("state", STATES)
def test_only_those_the_table_names_change_anything(client, item_in, people, state):
    item = item_in(state)
    before = fingerprint(item)
    changed_by = {}
    for role, person in people.items():
        client.force_login(person)
        for action in ACTIONS:
            with transaction.atomic():
                response = client.post(
                    reverse(f"publications:{action}", args=[item.pk]), data_for(action, item)
                )
                if fingerprint(item) != before:
                    changed_by.setdefault(action, set()).add(role)
                assert response.status_code < 500, (role, action)
                assert response.status_code == 404 or role not in STRANGERS, (role, action)
                transaction.set_rollback(True)
    assert changed_by == {action: roles for (action, where), roles in ALLOWED.items() if where == state}


@pytest.mark.parametrize("state", STATES)
def test_strangers_find_no_page_of_an_item(client, item_in, people, state):
    item = item_in(state)
    pages = [
        reverse(f"publications:{name}", args=[item.pk])
        for name in ("item", "edit", "drop_revision", "take_down")
    ]
    pages += [reverse("desk:preview", args=[item.pk, version.pk]) for version in item.versions.all()]
    for role in sorted(STRANGERS):
        client.force_login(people[role])
        assert {client.get(page).status_code for page in pages} == {404}, role


def test_lists_show_only_what_a_person_may_see(client, item_in, people):
    item_in("drafting")
    item_in("first_level")
    seen = {}
    for role, person in people.items():
        client.force_login(person)
        seen[role] = client.get(reverse("publications:items")).context["listing"].total
    assert seen == {
        "clerk": 2,
        "first": 2,
        "second": 2,
        "final": 2,
        "secrecy": 2,
        "disclosure": 2,
        **dict.fromkeys(STRANGERS, 0),
    }


def test_an_item_of_a_stage_and_a_visibility_exists_for_every_state(item_in):
    reached = {(item_in(state).stage, item_in(state).visibility) for state in STATES}
    assert reached == {
        (Stage.DRAFTING, Visibility.UNPUBLISHED),
        (Stage.IN_REVIEW, Visibility.UNPUBLISHED),
        (Stage.RETURNED, Visibility.UNPUBLISHED),
        (Stage.APPROVED, Visibility.UNPUBLISHED),
        (Stage.SETTLED, Visibility.PUBLISHED),
        (Stage.SETTLED, Visibility.TAKEN_DOWN),
        (Stage.DISCARDED, Visibility.UNPUBLISHED),
    }


def test_the_table_names_only_known_states_and_actions():
    assert {state for _, state in ALLOWED} <= set(STATES)
    assert {action for action, _ in ALLOWED} <= set(ACTIONS)
