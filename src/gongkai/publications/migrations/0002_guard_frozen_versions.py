"""
The database itself refuses to change or delete a frozen version, or the files that belong to one.

What three people signed must be what the archive shows, whichever program writes to the tables.

SQLite makes a table anew when a later migration alters a column, and its triggers go with the old one: such a
migration must run ``guard`` again (a test looks for the triggers).
"""

from django.db import migrations

GUARDED = """
    item_id number title kind section_id document_number issuer signed_on printed_on effective_on valid_until validity
    theme keywords source summary disclosure_attribute disclosure_basis redaction_note publish_at display_until body
    content_hash frozen_at
""".split()
MESSAGE = "a frozen version cannot be changed"


def guard(apps, schema_editor):
    run = schema_editor.execute
    if schema_editor.connection.vendor == "sqlite":
        changed = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in GUARDED)
        frozen = "(SELECT frozen_at FROM publications_version WHERE id = OLD.version_id) IS NOT NULL"
        for name, event, table, condition in (
            (
                "version_frozen_update",
                "UPDATE",
                "publications_version",
                f"OLD.frozen_at IS NOT NULL AND ({changed})",
            ),
            ("version_frozen_delete", "DELETE", "publications_version", "OLD.frozen_at IS NOT NULL"),
            ("attachment_frozen_update", "UPDATE", "publications_attachment", frozen),
            ("attachment_frozen_delete", "DELETE", "publications_attachment", frozen),
        ):
            run(
                f"CREATE TRIGGER {name} BEFORE {event} ON {table} WHEN {condition} "
                f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
            )
    elif schema_editor.connection.vendor == "postgresql":
        old = ", ".join(f"OLD.{column}" for column in GUARDED)
        new = ", ".join(f"NEW.{column}" for column in GUARDED)
        run(
            f"""
            CREATE FUNCTION publications_guard_version() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF OLD.frozen_at IS NOT NULL AND (TG_OP = 'DELETE' OR ROW({old}) IS DISTINCT FROM ROW({new})) THEN
                    RAISE EXCEPTION '{MESSAGE}';
                END IF;
                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER version_frozen BEFORE UPDATE OR DELETE ON publications_version
                FOR EACH ROW EXECUTE FUNCTION publications_guard_version();
            CREATE FUNCTION publications_guard_attachment() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF (SELECT frozen_at FROM publications_version WHERE id = OLD.version_id) IS NOT NULL THEN
                    RAISE EXCEPTION '{MESSAGE}';
                END IF;
                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER attachment_frozen BEFORE UPDATE OR DELETE ON publications_attachment
                FOR EACH ROW EXECUTE FUNCTION publications_guard_attachment();
            """
        )


def unguard(apps, schema_editor):
    run = schema_editor.execute
    if schema_editor.connection.vendor == "sqlite":
        for name in (
            "version_frozen_update",
            "version_frozen_delete",
            "attachment_frozen_update",
            "attachment_frozen_delete",
        ):
            run(f"DROP TRIGGER {name}")
    elif schema_editor.connection.vendor == "postgresql":
        run("DROP FUNCTION publications_guard_version() CASCADE")
        run("DROP FUNCTION publications_guard_attachment() CASCADE")


class Migration(migrations.Migration):
    dependencies = [("publications", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
