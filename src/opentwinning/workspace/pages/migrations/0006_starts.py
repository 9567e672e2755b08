"""Templates of pages become data, beginning with those that stood in a file."""

import tomllib
from pathlib import Path
from typing import Any

import opentwinning.core.clock
import opentwinning.core.ids
from django.db import migrations, models

from opentwinning.core.permits import free_writing

FIRST = Path(__file__).with_suffix(".toml")


def first_starts(apps: Any, schema_editor: Any) -> None:
    """The centre changes them from now on."""
    start = apps.get_model("pages", "PageStart")
    with free_writing():
        for language, them in tomllib.loads(FIRST.read_text(encoding="utf-8")).items():
            for number, (key, each) in enumerate(them.items(), start=1):
                start.objects.create(
                    ref=opentwinning.core.ids.new_ref("sta"),
                    key=key,
                    language=language,
                    title=each["title"],
                    text=each["text"].strip(),
                    position=10 * number,
                )


class Migration(migrations.Migration):

    dependencies = [
        ('pages', '0005_sites'),
    ]

    operations = [
        migrations.CreateModel(
            name='PageStart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', opentwinning.core.ids.RefField(prefix='sta')),
                ('key', models.CharField(max_length=40)),
                ('language', models.CharField(max_length=12)),
                ('title', models.CharField(max_length=120)),
                ('text', models.TextField()),
                ('position', models.PositiveSmallIntegerField(default=50)),
                ('is_open', models.BooleanField(default=True)),
                ('version', models.PositiveIntegerField(default=0)),
                ('changed_at', models.DateTimeField(default=opentwinning.core.clock.now)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('key', 'language'), name='start_once_in_a_language')],
            },
        ),
        migrations.RunPython(first_starts, migrations.RunPython.noop),
    ]
