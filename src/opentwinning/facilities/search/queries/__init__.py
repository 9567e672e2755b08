"""Finding: words in, row ids out. Callers filter by their own rights (B4)."""

from collections.abc import Sequence

from django.db import connection

from opentwinning.core.text import words

CAP = 2000  # never rank or count more hits than this

_SQLITE = (
    "SELECT e.object_id FROM search_entry_fts f JOIN search_searchentry e ON e.id = f.rowid "
    "WHERE f.text MATCH %s AND e.kind = %s ORDER BY f.rowid DESC LIMIT %s"
)
_POSTGRES = (
    "SELECT object_id FROM search_searchentry "
    "WHERE to_tsvector('simple', text) @@ to_tsquery('simple', %s) AND kind = %s "
    "ORDER BY id DESC LIMIT %s"
)


def matching(
    kind: str, query: str, *, whole: Sequence[str] = (), limit: int = CAP
) -> list[int] | None:
    """Ids of things that contain every word of the query (each word may be a beginning) and each
    of the ``whole`` words (letters and digits, as indexed), newest first, at most ``limit``; None
    when there is no word at all."""
    terms = words(query)
    if not terms and not whole:
        return None
    if connection.vendor == "sqlite":
        sql, parts = _SQLITE, [*(f'"{word}"' for word in whole), *(f'"{t}"*' for t in terms)]
        match = " ".join(parts)
    else:
        sql, match = _POSTGRES, " & ".join([*whole, *(f"{term}:*" for term in terms)])
    with connection.cursor() as cursor:
        cursor.execute(sql, [match, kind, limit])
        return [row[0] for row in cursor.fetchall()]
