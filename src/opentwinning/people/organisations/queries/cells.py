"""What one cell of a register means: numbers, positions, web addresses, names in capitals."""

import re

_DEGREES = re.compile(r"[-+]?\d{1,3}(?:[.,]\d+)?")
_HOST = re.compile(r"(?:[\w-]{1,63}\.)+[^\W\d_]{2,24}")
_POSTCODE = re.compile(
    r"\b(?:[A-Z]{1,2}-)?\d{4,6}\b|\b\d{3} \d{2}\b|\b\d{2}-\d{3}\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"
)
_DISTRICT = re.compile(r"(pagasts|novads|county|region|judet|rajons|voivodeship)$", re.IGNORECASE)
_SCHEME = re.compile(r"^(?:https?:)?/*(?:https?:/+)?", re.IGNORECASE)


def number(value: str, limit: int) -> float | None:
    """Degrees with a point or a comma, or None for what lies off the globe."""
    try:
        found = float(value.replace(",", ".").rstrip("°"))
    except ValueError:
        return None
    return found if -limit <= found <= limit else None


def position(value: str) -> tuple[float | None, float | None]:
    """Latitude and longitude that stand in one cell: "47.98, -1.92" or "47,98 -1,92"."""
    parts = [part.strip() for part in re.split(r"[;/ ]+|,(?=\s)|,(?=[-+]?\d+\.)", value)]
    parts = [part for part in parts if part]
    if len(parts) != 2 or not all(_DEGREES.fullmatch(part) for part in parts):
        return None, None
    latitude, longitude = number(parts[0], 90), number(parts[1], 180)
    return (None, None) if latitude is None or longitude is None else (latitude, longitude)


def address(value: str) -> tuple[str, str]:
    """Postcode and town of an address in one cell: "Main street 5, 1000 Ljubljana" or
    "SKOLAS IELA 6, PRIEŽMALE, AGLONAS NOVADS, LV-5685"; two empty texts when there is neither."""
    parts = [part.strip() for part in value.split(",") if part.strip()]
    for at in range(len(parts) - 1, -1, -1):
        found = _POSTCODE.search(parts[at]) if at or len(parts) == 1 else None
        if found is None:
            continue
        beside = (parts[at][: found.start()] + parts[at][found.end() :]).strip(" -")
        towns = [beside, *reversed(parts[:at]), *parts[at + 1 :]]
        plain = [t for t in towns if t and not _DISTRICT.search(t) and not any(map(str.isdigit, t))]
        return (found.group(), plain[0]) if plain else ("", "")
    return "", ""


def web_address(value: str) -> str:
    """An address that can become a link: registers leave out "http", double it, or write two. What
    is no address (a mail address, a word) becomes ""."""
    for piece in re.split(r"[\s;,|]+", value):
        if not piece or "@" in piece:
            continue
        rest = _SCHEME.sub("", piece)
        scheme = "http" if piece.lower().startswith("http:") else "https"
        host, slash, path = rest.partition("/")
        if _HOST.fullmatch(host.partition(":")[0]) and not host.endswith("."):
            return f"{scheme}://{host.lower()}{slash}{path}"[:300]
    return ""


def with_capitals(value: str, small_words: list[str]) -> str:
    """A name as people write it: "VALEA LUPULUI-NOUĂ" becomes "Valea Lupului-Nouă"."""

    def written(found: re.Match[str]) -> str:
        word = found.group().lower()
        return word if word in small_words else word.capitalize()

    return re.sub(r"[^\W\d_]+", written, value)
