"""
The database itself refuses to change or delete an impact assessment (《个人信息保护法》第56条: kept three years at least).

SQLite makes a table anew when a later migration alters a column, and its triggers go with the old one: such a
migration must run ``guard`` again (a test looks for the triggers).
"""

from django.db import migrations

MESSAGE = "an impact assessment cannot be changed"
TRIGGERS = (
    ("assessment_kept_update", "UPDATE"),
    ("assessment_kept_delete", "DELETE"),
)


def guard(apps, schema_editor):
    run = schema_editor.execute
    if schema_editor.connection.vendor == "sqlite":
        for name, event in TRIGGERS:
            run(
                f"CREATE TRIGGER {name} BEFORE {event} ON screening_impactassessment "
                f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
            )
    elif schema_editor.connection.vendor == "postgresql":
        run(
            f"""
            CREATE FUNCTION screening_guard_assessment() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION '{MESSAGE}';
            END $$;
            CREATE TRIGGER assessment_kept BEFORE UPDATE OR DELETE ON screening_impactassessment
                FOR EACH ROW EXECUTE FUNCTION screening_guard_assessment();
            """
        )


def unguard(apps, schema_editor):
    run = schema_editor.execute
    if schema_editor.connection.vendor == "sqlite":
        for name, _ in TRIGGERS:
            run(f"DROP TRIGGER {name}")
    elif schema_editor.connection.vendor == "postgresql":
        run("DROP FUNCTION screening_guard_assessment() CASCADE")


class Migration(migrations.Migration):
    dependencies = [("screening", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
