from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("history", "0002_refuse_changes")]
    operations = [
        migrations.AddIndex(model_name="event", index=models.Index(fields=["at"], name="event_by_time")),
    ]
