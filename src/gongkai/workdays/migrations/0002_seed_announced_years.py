"""The arrangements of 2004 to 2026, as announced; later years come by the yearly notice."""

import uuid
from datetime import date
from pathlib import Path

from django.db import migrations, models

DAYS = Path(__file__).parent.parent / "data" / "days.tsv"
SOURCE = "国务院办公厅历年通知（数据取自 chinesecalendar 1.11.0）"
LAST_YEAR = 2026


def seed(apps, schema_editor):
    CalendarDay = apps.get_model("workdays", "CalendarDay")
    CalendarYear = apps.get_model("workdays", "CalendarYear")
    days = []
    for line in DAYS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        day, kind, note = line.split("\t")
        # A newer data file must not change what this migration did on machines that ran it earlier.
        if date.fromisoformat(day).year <= LAST_YEAR:
            days.append(CalendarDay(date=date.fromisoformat(day), is_workday=kind == "work", note=note))
    CalendarDay.objects.bulk_create(days)
    CalendarYear.objects.bulk_create(
        CalendarYear(year=year, source=SOURCE) for year in range(2004, LAST_YEAR + 1)
    )
    apps.get_model("workdays", "CalendarVersion").objects.create(pk=1)


class Migration(migrations.Migration):
    dependencies = [("workdays", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="CalendarVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.UUIDField(default=uuid.uuid4)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("pk", 1)), name="calendar_has_one_version")
                ],
            },
        ),
        migrations.RunPython(seed, migrations.RunPython.noop),
    ]
