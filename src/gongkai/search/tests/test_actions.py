import threading

import pytest
from django.db import connection, transaction

from gongkai.history.models import ChainHead
from gongkai.search.actions import note_changed
from gongkai.search.models import IndexChange


def change(*keys):
    with transaction.atomic():
        note_changed("item", keys)


def test_change_outside_a_transaction_is_refused(transactional_db):
    with pytest.raises(RuntimeError):
        note_changed("item", [1])
    assert IndexChange.objects.count() == 0


def test_change_is_forgotten_with_the_transaction_that_failed(transactional_db):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        note_changed("item", [1])
        _ = 1 / 0
    assert IndexChange.objects.count() == 0


def test_each_key_is_noted_once(db):
    change(3, 1, 3)
    assert list(IndexChange.objects.values_list("kind", "key")) == [("item", 3), ("item", 1)]


@pytest.mark.parametrize("count", [1, 300])
def test_many_keys_are_noted_in_a_few_queries(db, django_assert_num_queries, count):
    ChainHead.objects.get_or_create(pk=1)
    with transaction.atomic(), django_assert_num_queries(2):
        note_changed("item", range(count))


def test_a_number_is_not_visible_before_the_numbers_below_it(transactional_db):
    first_has_its_number, seen = threading.Event(), []

    def slow():
        with transaction.atomic():
            note_changed("item", [1])
            first_has_its_number.set()
            threading.Event().wait(0.5)
        connection.close()

    def quick():
        first_has_its_number.wait(5)
        change(2)
        seen.extend(IndexChange.objects.values_list("key", flat=True))
        connection.close()

    ChainHead.objects.get_or_create(pk=1)
    threads = [threading.Thread(target=each) for each in (slow, quick)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert seen == [1, 2]
