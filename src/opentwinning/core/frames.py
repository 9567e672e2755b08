"""Which addresses of other sites may be shown inside a page, and how (C7, X-52).

A pattern is an address with gaps: ``https://video.example/w/{id}``. What stands in the gaps of an
address goes into the gaps of the frame: ``https://video.example/embed/{id}``. The host has no gap.
"""

import re
from functools import lru_cache

_GAP = re.compile(r"\{([a-z]+)\}")
_INSIDE = r"[A-Za-z0-9_.%~-]+"  # nothing that could leave its place in an address or a policy
_PLAIN = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?/[A-Za-z0-9_.%~/?=&:{}@+-]*")
_ORIGIN = re.compile(r"https://[^/]+")


def is_pattern(text: str) -> bool:
    """An address with gaps, none in its host, each of another name."""
    gaps = _GAP.findall(text)
    closed = "{" not in (bare := _GAP.sub("", text)) and "}" not in bare
    return bool(_PLAIN.fullmatch(text)) and closed and len(gaps) == len(set(gaps))


def gaps_of(pattern: str) -> set[str]:
    """The names of the gaps."""
    return set(_GAP.findall(pattern))


def framed(address: str, pattern: str, frame: str) -> str | None:
    """The address of the frame; None when the address does not fit the pattern."""
    found = _compiled(pattern).fullmatch(address)
    return _GAP.sub(lambda gap: found[gap[1]], frame) if found else None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern; what follows behind ``?``, ``&`` or ``#`` is not asked."""
    parts = _GAP.split(pattern)
    made = [f"(?P<{p}>{_INSIDE})" if at % 2 else re.escape(p) for at, p in enumerate(parts)]
    return re.compile(f"{''.join(made)}/?(?:[?&#].*)?")


def origin_of(frame: str) -> str:
    """What a policy must allow for this frame."""
    found = _ORIGIN.match(frame)
    return found[0] if found else ""
