"""Regional officers need a second proof like every officer (A13)."""

from typing import Any

from django.db import migrations

from opentwinning.core.permits import free_writing


def first_rule(apps: Any, schema_editor: Any) -> None:
    """The days of grace begin now."""
    with free_writing():
        apps.get_model("identity", "FactorRule").objects.get_or_create(role="regional_officer")


class Migration(migrations.Migration):

    dependencies = [
        ('identity', '0004_devices'),
    ]

    operations = [
        migrations.RunPython(first_rule, migrations.RunPython.noop),
    ]
