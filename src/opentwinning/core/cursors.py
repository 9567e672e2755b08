"""Where the next page begins, in an address."""

import datetime as dt
import re

_SHAPE = re.compile(r"(\d{1,17})-(\d{1,18})")
type Cursor = tuple[dt.datetime, int]


def written(cursor: Cursor | None) -> str:
    """``1763822033123456-512``: microseconds since 1970, and a number; "" for None."""
    if cursor is None:
        return ""
    at, pk = cursor
    return f"{int(at.timestamp()) * 1_000_000 + at.microsecond}-{pk}"


def read(text: str) -> Cursor | None:
    """The cursor, or None for the first page and for nonsense."""
    found = _SHAPE.fullmatch(text)
    if found is None:
        return None
    seconds, micro = divmod(int(found[1]), 1_000_000)
    at = dt.datetime.fromtimestamp(seconds, tz=dt.UTC).replace(microsecond=micro)
    return at, int(found[2])
