import opentwinning.core.ids
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('organisations', '0002_registers'),
    ]

    operations = [
        migrations.AlterField(
            model_name='registerimport',
            name='ref',
            field=opentwinning.core.ids.RefField(prefix='imp'),
        ),
    ]
