"""Messages written before they could be searched go into the index as well."""

from typing import Any

from django.db import migrations

from opentwinning.core.permits import free_writing
from opentwinning.core.text import bare_words

BATCH = 500


def make_findable(apps: Any, schema_editor: Any) -> None:
    message_model = apps.get_model("networking", "Message")
    entry_model = apps.get_model("search", "SearchEntry")
    readers: dict[int, list[str]] = {}
    for row in apps.get_model("networking", "Participant").objects.order_by("pk"):
        readers.setdefault(row.conversation_id, []).append(f"xqm{row.account_id}qx")
    entries = []
    rows = message_model.objects.exclude(text="").select_related("conversation", "author")
    for row in rows.order_by("pk").iterator():
        words = (row.conversation.subject, row.author.name, row.text)
        text = bare_words(" ".join((*readers.get(row.conversation_id, []), *words)))
        entries.append(entry_model(kind="message", object_id=row.pk, text=text))
        if len(entries) == BATCH:
            entry_model.objects.bulk_create(entries)
            entries = []
    entry_model.objects.bulk_create(entries)


def make_findable_freely(apps: Any, schema_editor: Any) -> None:
    with free_writing():
        make_findable(apps, schema_editor)


def forget(apps: Any, schema_editor: Any) -> None:
    with free_writing():
        apps.get_model("search", "SearchEntry").objects.filter(kind="message").delete()


class Migration(migrations.Migration):
    dependencies = [("networking", "0002_mailbox"), ("search", "0002_full_text")]

    operations = [migrations.RunPython(make_findable_freely, forget)]
