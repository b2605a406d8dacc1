from datetime import date
from decimal import Decimal
from threading import Thread

import pytest
from django.db import DatabaseError, connection, transaction

from gongkai.history.actions import Act, record, record_many
from gongkai.history.models import ChainHead, Event
from gongkai.history.verify import verify

from .factories import make_events


def test_an_event_says_who_did_what_to_which_record(notices, chen, civil_affairs):
    with transaction.atomic():
        event = record(notices, "section.moved", actor=chen, agency=civil_affairs, reason="调整栏目")
    event.refresh_from_db()
    assert [
        event.sequence,
        event.verb,
        event.subject_type,
        event.subject_id,
        event.subject_label,
        event.actor,
        event.actor_name,
        event.actor_agency,
        event.agency,
        event.data,
        event.previous_hash,
    ] == [
        1,
        "section.moved",
        "sections.section",
        str(notices.pk),
        "通知公告",
        chen,
        "小陈",
        "示范县民政局",
        civil_affairs,
        {"reason": "调整栏目"},
        "0" * 64,
    ]


@pytest.mark.django_db(transaction=True)
def test_an_event_outside_a_transaction_is_refused(notices):
    with pytest.raises(RuntimeError):
        record(notices, "section.moved")
    assert Event.objects.count() == 0


def test_an_event_goes_when_its_change_is_rolled_back(notices):
    make_events(notices, 1)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record(notices, "section.moved")
        raise ZeroDivisionError
    assert [Event.objects.count(), ChainHead.objects.get().last_sequence] == [1, 1]
    assert verify().is_whole


def test_many_events_under_one_lock_make_one_chain(notices, django_assert_num_queries):
    with transaction.atomic(), django_assert_num_queries(3):
        record_many(Act(notices, "section.moved", data={"number": number}) for number in range(40))
    verdict = verify()
    assert [verdict.is_whole, verdict.checked, verdict.last_sequence] == [True, 40, 40]


def test_data_of_any_kind_read_back_from_the_database_still_fit_their_hash(notices):
    data = {
        "large": 1e16,
        "small": 0.1,
        "money": Decimal("12.30"),
        "day": date(2026, 3, 2),
        "words": "“引号”\\与\n换行𠮷",
        "nested": {"b": [1, None, True], "a": {}},
    }
    with transaction.atomic():
        record(notices, "section.moved", **data)
    assert verify().is_whole


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE history_event SET verb = 'section.deleted' WHERE sequence = 1",
        "DELETE FROM history_event WHERE sequence = 2",
        "DELETE FROM history_event",
    ],
)
def test_the_database_refuses_to_change_or_delete_an_event(notices, change):
    make_events(notices, 2)
    before = list(Event.objects.values())
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        connection.cursor().execute(change)
    assert list(Event.objects.values()) == before


def test_the_database_refuses_to_replace_or_empty_the_events(notices):
    make_events(notices, 1)
    before = list(Event.objects.values())
    change = "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE history_event"
    if connection.vendor == "sqlite":
        columns = "sequence, at, verb, subject_type, subject_id, subject_label, actor_name, actor_agency, data, previous_hash, hash"
        change = (
            f"INSERT OR REPLACE INTO history_event ({columns}) SELECT {columns.replace('verb', chr(39) + chr(39))} "
            "FROM history_event"
        )
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        connection.cursor().execute(change)
    assert list(Event.objects.values()) == before


@pytest.mark.django_db(transaction=True)
def test_eight_writers_at_once_leave_one_chain(county):
    problems = []

    def write():
        try:
            make_events(county, 25)
        except DatabaseError as error:
            problems.append(error)
        finally:
            connection.close()

    writers = [Thread(target=write) for _ in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    verdict = verify()
    assert [problems, verdict.is_whole, verdict.checked] == [[], True, 200]
    hashes = Event.objects.values_list("previous_hash", flat=True)
    assert len(set(hashes)) == 200
