import opentwinning.core.ids
from django.db import migrations
from opentwinning.core.permits import free_writing


class AlterFilledField(migrations.AlterField):
    """PostgreSQL writes the default into rows without a value: a migration may."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        with free_writing():
            super().database_forwards(app_label, schema_editor, from_state, to_state)


class Migration(migrations.Migration):

    dependencies = [
        ('organisations', '0002_registers'),
    ]

    operations = [
        AlterFilledField(
            model_name='registerimport',
            name='ref',
            field=opentwinning.core.ids.RefField(prefix='imp'),
        ),
    ]
