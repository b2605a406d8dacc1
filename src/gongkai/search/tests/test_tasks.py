import shutil
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from gongkai.search import index, tasks
from gongkai.search.actions import note_changed
from gongkai.search.models import IndexChange
from gongkai.search.queries import search
from gongkai.search.tasks import index_changes, rebuild_index

from .sources import a_document

# What another process of the same node does, without a database: commits 1, 2, 3 … documents until it is killed.
OTHER_PROCESS = """
import sys
from django.conf import settings
settings.configure(SEARCH_DIR=sys.argv[1], USE_TZ=True)
from gongkai.search import index
from gongkai.search.index import Position
from gongkai.search.tests.sources import a_document
with index.sole_writer() as may_write:
    assert may_write
    index.build(documents=[], position=Position())
    print("writing", flush=True)
    for number in range(1, 100_000):
        document = a_document(number, f"低保公示第{number}期", "名单见附件")
        index.apply(removed=[], documents=[document], position=Position(number, "now"))
"""


def change(*keys):
    with transaction.atomic():
        note_changed("item", keys)


def found(query="低保"):
    return sorted(hit.key for hit in search(query, county_id=1, per_page=100).hits)


@pytest.fixture
def other_process(settings):
    """A writer in another process; ends with the test, whatever became of it."""
    process = subprocess.Popen(
        [sys.executable, "-c", OTHER_PROCESS, str(settings.SEARCH_DIR)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "writing\n"
    yield process
    process.kill()
    process.wait(10)
    process.stdout.close()


def test_published_changed_and_taken_down_items_follow(db, public):
    public[1] = a_document(1, "低保标准")
    change(1)
    index_changes()
    assert found() == [1]

    public[2] = a_document(2, "低保公示")
    public[1] = a_document(1, "城乡特困标准")
    change(1, 2)
    assert (index_changes(), found(), found("特困")) == (2, [2], [1])

    del public[2]
    change(2)
    assert (index_changes(), found(), found("特困")) == (1, [], [1])
    assert index_changes() == 0


def test_nothing_is_committed_when_nothing_changed(index_of):
    index_of(a_document(1, "低保"))
    stamp = index.change_stamp()
    index_changes()
    assert index.change_stamp() == stamp


def test_many_changes_are_applied_in_several_commits(db, public, monkeypatch):
    monkeypatch.setattr(tasks, "BATCH", 2)
    change(99)
    rebuild_index()
    public.update({key: a_document(key, "低保") for key in range(1, 8)})
    change(*range(1, 8))
    assert (index_changes(), found()) == (7, [1, 2, 3, 4, 5, 6, 7])


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_crash_around_the_commit_loses_and_doubles_nothing(index_of, public, monkeypatch, moment):
    change(1)
    index_of(a_document(1, "低保"))
    public[2] = a_document(2, "低保")
    change(2)
    position = index.position_of(index.open_index())
    whole = index.apply

    def dies(**arguments):
        if moment == "after":
            whole(**arguments)
        else:
            arguments["documents"] = (1 / 0 for _ in arguments["documents"])
            whole(**arguments)
        raise ZeroDivisionError

    with monkeypatch.context() as patch, pytest.raises(ZeroDivisionError):
        patch.setattr(index, "apply", dies)
        index_changes()
    assert found() == ([1] if moment == "before" else [1, 2])
    assert (index.position_of(index.open_index()) == position) is (moment == "before")
    index_changes()
    index_changes()
    assert found() == [1, 2]
    assert index.open_index().searcher().num_docs == 3  # two documents and the position


def test_a_source_that_fails_leaves_the_change_waiting(index_of, public, settings):
    change(1)
    index_of(a_document(1, "低保"))
    public[2] = a_document(2, "低保")
    change(2)
    settings.SEARCH_SOURCES = {"item": "gongkai.search.tests.nowhere"}
    with pytest.raises(ImportError):
        index_changes()
    settings.SEARCH_SOURCES = {"item": "gongkai.search.tests.sources.documents"}
    assert (index_changes(), found()) == (1, [1, 2])


def test_a_kind_whose_room_is_closed_does_not_stop_the_others(index_of, public):
    change(1)
    index_of(a_document(1, "低保"))
    with transaction.atomic():
        note_changed("closed_room", [7])
    public[2] = a_document(2, "低保")
    change(2)
    assert (index_changes(), found()) == (2, [1, 2])


def test_old_rows_are_forgotten_but_never_the_last(index_of, public):
    index_of(a_document(1, "低保"))
    for _ in range(3):
        change(1)
    last = IndexChange.objects.last()
    index_changes(now=timezone.now() + timedelta(days=29))
    assert IndexChange.objects.count() == 3
    change(1)
    index_changes(now=timezone.now() + timedelta(days=31))
    assert [row.seq for row in IndexChange.objects.all()] == [last.seq + 1]


def test_a_node_that_was_away_too_long_makes_its_index_anew(index_of, public):
    change(1)
    index_of(a_document(1, "低保"))
    IndexChange.objects.all().delete()  # as another node did after a month
    public.clear()
    public[5] = a_document(5, "低保")
    change(5)
    index_changes()
    assert found() == [5]


def test_a_restored_database_makes_the_index_anew(index_of, public):
    change(1)
    index_of(a_document(1, "低保"))
    IndexChange.objects.update(made_at=timezone.now() - timedelta(days=1))  # the same number, another change
    public[2] = a_document(2, "低保")
    index_changes()
    assert found() == [1, 2]


def test_an_index_that_was_deleted_is_made_anew(index_of):
    index_of(a_document(1, "低保"))
    shutil.rmtree(index.folder())
    index_changes()
    assert found() == [1]


def test_a_former_format_is_thrown_away(index_of, settings, monkeypatch):
    index_of(a_document(1, "低保"))
    monkeypatch.setattr(index, "FORMAT", index.FORMAT + 1)
    index_changes()
    assert found() == [1]
    assert [path.name for path in settings.SEARCH_DIR.glob("format-*")] == [f"format-{index.FORMAT}"]


def test_readers_follow_a_writer_in_another_process_and_nobody_else_writes(db, other_process):
    deadline = time.monotonic() + 20
    seen = [0]
    while seen[-1] < 5 and time.monotonic() < deadline:
        results = search("低保", county_id=1)
        assert results.problem == ""
        seen.append(results.total)
    assert seen == sorted(seen)
    assert seen[-1] >= 5
    assert (index_changes(), rebuild_index()) == (0, None)


def test_after_kill_9_the_index_is_whole_and_the_next_writer_goes_on(db, public, other_process):
    while search("低保", county_id=1).total < 3:
        time.sleep(0.01)
    other_process.send_signal(signal.SIGKILL)
    other_process.wait(10)
    position = index.position_of(index.open_index())
    assert search("低保", county_id=1).total == position.seq
    public[7] = a_document(7, "低保")
    change(7)
    index_changes()
    assert found() == [7]
