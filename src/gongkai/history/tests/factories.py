"""Events and the one thing tests must do that nobody may: change them behind the triggers' back."""

from contextlib import contextmanager

from django.db import connection, transaction

from gongkai.history.actions import record


def make_events(subject, count, **options):
    """``count`` events of ``subject``, each in a transaction of its own."""
    for number in range(1, count + 1):
        with transaction.atomic():
            record(subject, "section.moved", number=number, **options)


@contextmanager
def triggers_lifted():
    """What somebody with the database file in hand can do."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            yield cursor
            cursor.execute("SET session_replication_role = DEFAULT")
            return
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type='trigger' AND tbl_name='history_event'"
        )
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        yield cursor
        for _, sql in triggers:
            cursor.execute(sql)
