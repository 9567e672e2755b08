"""Objections against suspensions are heard where all others are: safeguarding has copied them."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_first_addresses"),
        ("safeguarding", "0004_suspensions"),
    ]
    operations = [
        migrations.RemoveField(model_name="suspension", name="appeal"),
        migrations.RemoveField(model_name="suspension", name="appealed_at"),
        migrations.RemoveField(model_name="suspension", name="answered_at"),
    ]
