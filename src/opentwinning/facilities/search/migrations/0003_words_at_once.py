"""New words go straight into PostgreSQL's index. With its waiting list (``fastupdate``) every search
read that list until the database cleaned up: after a large register, three times as long."""

from typing import Any

from django.db import migrations


def at_once(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER INDEX search_entry_words SET (fastupdate = off)")
        schema_editor.execute("SELECT gin_clean_pending_list('search_entry_words')")


def later(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER INDEX search_entry_words RESET (fastupdate)")


class Migration(migrations.Migration):
    dependencies = [("search", "0002_full_text")]
    operations = [migrations.RunPython(at_once, later)]
