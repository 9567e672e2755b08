"""The address of every account so far was proved when it began: it becomes its first one."""

from django.db import migrations
from django.db.models import OuterRef, Subquery

from opentwinning.core.permits import free_writing

BATCH = 5000


def write(apps, schema_editor):
    Account = apps.get_model("accounts", "Account")
    Address = apps.get_model("accounts", "Address")
    MailedLink = apps.get_model("accounts", "MailedLink")
    rows = Account.objects.exclude(state="erased").order_by("pk")
    last, batch = 0, True
    while batch:
        batch = list(rows.filter(pk__gt=last).values("pk", "email", "created_at")[:BATCH])
        Address.objects.bulk_create(
            Address(
                account_id=row["pk"],
                email=row["email"],
                added_at=row["created_at"],
                confirmed_at=row["created_at"],
            )
            for row in batch
        )
        last = batch[-1]["pk"] if batch else last
    owner = Account.objects.filter(email=OuterRef("email")).values("pk")[:1]
    open_ones = MailedLink.objects.exclude(purpose="register")
    open_ones.update(account_id=Subquery(owner))


def write_freely(apps, schema_editor):
    with free_writing():
        write(apps, schema_editor)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_addresses")]

    operations = [migrations.RunPython(write_freely, migrations.RunPython.noop)]
