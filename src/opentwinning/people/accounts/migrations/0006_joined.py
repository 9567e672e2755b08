"""Two accounts of one person become one; the other says which goes on."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_one_objection")]
    operations = [
        migrations.AddField(
            model_name="account",
            name="joined_into",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="joined_here",
                to="accounts.account",
            ),
        ),
    ]
