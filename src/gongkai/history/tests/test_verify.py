import io
import json

import pytest
from django.core.management import call_command

from gongkai.history.actions import event_hash
from gongkai.history.models import ChainHead, Event
from gongkai.history.verify import verify, verify_tail

from .factories import make_events, triggers_lifted


def test_an_empty_chain_is_whole(db):
    verdict = verify()
    assert [verdict.is_whole, verdict.checked, verdict.last_sequence] == [True, 0, 0]


@pytest.mark.parametrize(
    "change",
    [
        "at = '2026-01-01 00:00:00'",
        "verb = 'section.opened'",
        "subject_type = 'x.y'",
        "subject_id = '0'",
        "subject_label = '别的'",
        "actor_id = NULL",
        "actor_name = '别人'",
        "actor_agency = '别处'",
        "agency_id = NULL",
        "data = '{}'",
        "hash = '0'",
        "previous_hash = '0'",
        "sequence = 9",
    ],
)
def test_editing_any_field_of_an_event_is_found(notices, chen, civil_affairs, change):
    make_events(notices, 4, actor=chen, agency=civil_affairs)
    with triggers_lifted() as cursor:
        cursor.execute(f"UPDATE history_event SET {change} WHERE sequence = 2")
    assert [verify().is_whole, verify().checked, verify().broken_at] == [False, 1, 2]


def test_every_field_of_an_event_is_among_those_edited_above():
    edited = "at verb subject_type subject_id subject_label actor actor_name actor_agency agency data hash previous_hash"
    assert {field.name for field in Event._meta.fields} == {*edited.split(), "sequence", "id"}


@pytest.mark.parametrize(
    ("deleted", "problem"),
    [
        ("sequence = 2", "缺少第2条记录。有人从数据库中删除了它。"),
        ("sequence IN (2, 3)", "缺少第2至3条记录。有人从数据库中删除了它。"),
        ("sequence = 4", "应有4条记录，实际只到第3条。最后的记录被人删除了。"),
    ],
)
def test_a_deleted_event_is_named(notices, deleted, problem):
    make_events(notices, 4)
    with triggers_lifted() as cursor:
        cursor.execute(f"DELETE FROM history_event WHERE {deleted}")
    assert verify().problem == problem


def test_an_edit_with_its_hash_made_to_fit_breaks_at_the_next_event(notices):
    make_events(notices, 3)
    event = Event.objects.get(sequence=2)
    event.subject_label = "别的"
    with triggers_lifted():
        Event.objects.filter(sequence=2).update(subject_label="别的", hash=event_hash(event))
    assert verify().problem == "第3条记录接不上第2条。其中一条被改写过，或被换成了另一条。"


def test_a_head_that_does_not_fit_is_found(notices):
    make_events(notices, 2)
    ChainHead.objects.update(last_hash="f" * 64)
    assert verify().problem == "第2条记录与记录链末尾标记的指纹不符。两者之一被人改动过。"
    ChainHead.objects.update(last_sequence=1, last_hash=Event.objects.get(sequence=1).hash)
    assert verify().problem == "记录链在第1条结束，其后却还有记录。那些记录不是由本系统写入的。"
    ChainHead.objects.all().delete()
    assert verify().problem == "记录链的末尾标记不见了。请从备份恢复数据库，并查明原因。"


def test_a_chain_cut_short_together_with_its_head_is_found_by_an_anchor(notices):
    make_events(notices, 3)
    anchor = (3, Event.objects.get(sequence=3).hash)
    assert verify(anchor=anchor).is_whole
    with triggers_lifted() as cursor:
        cursor.execute("DELETE FROM history_event WHERE sequence = 3")
    ChainHead.objects.update(last_sequence=2, last_hash=Event.objects.get(sequence=2).hash)
    assert verify().is_whole
    assert verify(anchor=anchor).problem == "另外记下的指纹属于第3条，而记录只到第2条。最后的记录被人删除了。"
    assert verify(anchor=(2, "0" * 64)).problem == "第2条记录与当时另外记下的指纹不同。"


def test_the_tail_is_checked_without_the_rest(notices):
    make_events(notices, 5)
    with triggers_lifted() as cursor:
        cursor.execute("UPDATE history_event SET verb = 'section.opened' WHERE sequence = 2")
    assert [verify_tail(2).is_whole, verify_tail(2).checked, verify_tail(100).broken_at] == [True, 2, 2]


def test_a_long_chain_is_walked_in_pages(notices, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("gongkai.history.verify.PAGE", 2)
    make_events(notices, 5)
    with django_assert_num_queries(5):  # the head, three pages, nothing beyond the head
        assert verify().checked == 5


def test_the_command_says_in_words_and_exit_code_whether_the_chain_is_whole(notices, capsys):
    make_events(notices, 2)
    head = Event.objects.get(sequence=2).hash
    call_command("audit", "verify")
    assert f"共核对2条。末条的序号和指纹是 2:{head}" in capsys.readouterr().out
    call_command("audit", "verify", "--json", "--anchor", f"2:{head}")
    assert json.loads(capsys.readouterr().out) == {
        "is_whole": True,
        "checked": 2,
        "last_sequence": 2,
        "last_hash": head,
        "broken_at": None,
        "problem": "",
    }
    with triggers_lifted() as cursor:
        cursor.execute("UPDATE history_event SET verb = 'section.opened' WHERE sequence = 2")
    with pytest.raises(SystemExit) as stopped:
        call_command("audit", "verify")
    assert stopped.value.code == 1
    assert capsys.readouterr().err.startswith(
        "操作记录不完整：第2条记录的内容与它的指纹不符。这条记录写入以后被人改动过。此前的1条没有问题。"
    )


def test_the_export_is_one_json_object_a_line_from_the_day_asked(notices):
    make_events(notices, 2)
    out = io.StringIO()
    call_command("audit", "export", "--since", "2026-01-01", stdout=out)
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [line["sequence"] for line in lines] == [1, 2]
    assert set(lines[0]) == {field.attname for field in Event._meta.fields}
    out = io.StringIO()
    call_command("audit", "export", "--since", "2126-01-01", stdout=out)
    assert out.getvalue() == ""
