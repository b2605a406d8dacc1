"""
The database itself refuses to change or delete an event, and the head of the chain gets its one row.

SQLite makes a table anew when a later migration alters a column, and its triggers go with the old one: such a
migration must run ``refuse`` again (a test tries to change an event on both engines).
"""

from django.db import migrations

MESSAGE = "history_event: events are never changed or deleted"
SQLITE_TRIGGERS = {
    "history_event_no_update": "BEFORE UPDATE ON history_event",
    "history_event_no_delete": "BEFORE DELETE ON history_event",
    # INSERT OR REPLACE deletes the old row without asking the DELETE trigger.
    "history_event_no_replace": (
        "BEFORE INSERT ON history_event "
        "WHEN EXISTS (SELECT 1 FROM history_event WHERE id = NEW.id OR sequence = NEW.sequence)"
    ),
}


def refuse(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name, when in SQLITE_TRIGGERS.items():
            schema_editor.execute(f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END")
    elif schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            f"""
            CREATE FUNCTION history_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION '{MESSAGE}';
            END $$;
            CREATE TRIGGER history_event_no_change BEFORE UPDATE OR DELETE ON history_event
                FOR EACH ROW EXECUTE FUNCTION history_refuse_change();
            CREATE TRIGGER history_event_no_truncate BEFORE TRUNCATE ON history_event
                FOR EACH STATEMENT EXECUTE FUNCTION history_refuse_change();
            """
        )


def allow(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name in SQLITE_TRIGGERS:
            schema_editor.execute(f"DROP TRIGGER {name}")
    elif schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION history_refuse_change() CASCADE")


def seed_head(apps, schema_editor):
    apps.get_model("history", "ChainHead").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    dependencies = [("history", "0001_initial")]
    operations = [
        migrations.RunPython(seed_head, migrations.RunPython.noop),
        migrations.RunPython(refuse, allow),
    ]
