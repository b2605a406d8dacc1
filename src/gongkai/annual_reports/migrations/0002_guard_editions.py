"""
The database itself refuses to change what an edition says, or to delete one.

What the public downloads is made of it each time: it must be what three people signed.
"""

from django.db import migrations

GUARDED = "filing_id content body_hash made_by_id made_at".split()
MESSAGE = "an edition of an annual report cannot be changed"


def guard(apps, schema_editor):
    run = schema_editor.execute
    if schema_editor.connection.vendor == "sqlite":
        changed = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in GUARDED)
        for name, event, condition in (
            ("edition_update", "UPDATE", changed),
            ("edition_delete", "DELETE", "1"),
        ):
            run(
                f"CREATE TRIGGER {name} BEFORE {event} ON annual_reports_edition WHEN {condition} "
                f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
            )
    elif schema_editor.connection.vendor == "postgresql":
        old = ", ".join(f"OLD.{column}" for column in GUARDED)
        new = ", ".join(f"NEW.{column}" for column in GUARDED)
        run(
            f"""
            CREATE FUNCTION annual_reports_guard_edition() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF TG_OP = 'DELETE' OR ROW({old}) IS DISTINCT FROM ROW({new}) THEN
                    RAISE EXCEPTION '{MESSAGE}';
                END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER edition_frozen BEFORE UPDATE OR DELETE ON annual_reports_edition
                FOR EACH ROW EXECUTE FUNCTION annual_reports_guard_edition();
            """
        )


def unguard(apps, schema_editor):
    run = schema_editor.execute
    if schema_editor.connection.vendor == "sqlite":
        for name in ("edition_update", "edition_delete"):
            run(f"DROP TRIGGER IF EXISTS {name}")
    elif schema_editor.connection.vendor == "postgresql":
        run("DROP TRIGGER IF EXISTS edition_frozen ON annual_reports_edition")
        run("DROP FUNCTION IF EXISTS annual_reports_guard_edition")


class Migration(migrations.Migration):
    dependencies = [("annual_reports", "0001_initial")]

    operations = [migrations.RunPython(guard, unguard)]
