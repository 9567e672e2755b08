"""Whether an objection was right is written down for the figures; until now the end told it."""

import datetime as dt
from typing import Any

from django.db import migrations, models
from django.db.models import F

from opentwinning.core.permits import free_writing


def take_over(apps: Any, schema_editor: Any) -> None:
    """A right objection ended its statement with the answer; a later end had another cause."""
    answered = apps.get_model("safeguarding", "Statement").objects.exclude(answered_at=None)
    at_once = F("answered_at") + dt.timedelta(minutes=1)
    with free_writing():
        answered.update(is_upheld=False)
        answered.filter(ended_at__lte=at_once).update(is_upheld=True)


class Migration(migrations.Migration):
    dependencies = [("safeguarding", "0005_visitors")]

    operations = [
        migrations.AddField(
            model_name="statement",
            name="is_upheld",
            field=models.BooleanField(null=True),
        ),
        migrations.RunPython(take_over, migrations.RunPython.noop),
    ]
