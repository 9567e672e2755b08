"""The rule of each role, beginning with those who decide about others."""

from typing import Any

import opentwinning.core.clock
from django.db import migrations, models

from opentwinning.core.permits import free_writing

ALWAYS = ("operator", "central_officer", "national_officer")


def first_rules(apps: Any, schema_editor: Any) -> None:
    """Whoever decides about others needs a second proof (A13); the days of grace begin now."""
    rule = apps.get_model("identity", "FactorRule")
    with free_writing():
        rule.objects.bulk_create(rule(role=role) for role in ALWAYS)


class Migration(migrations.Migration):

    dependencies = [
        ('identity', '0002_passkeys'),
    ]

    operations = [
        migrations.CreateModel(
            name='FactorRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(max_length=30, unique=True)),
                ('is_required', models.BooleanField(default=True)),
                ('grace_days', models.PositiveSmallIntegerField(default=14)),
                ('paused_until', models.DateTimeField(null=True)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('changed_at', models.DateTimeField(default=opentwinning.core.clock.now)),
            ],
        ),
        migrations.RunPython(first_rules, migrations.RunPython.noop),
    ]
