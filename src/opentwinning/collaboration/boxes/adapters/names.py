"""Names of files that every system can hold, none of them twice."""

import unicodedata

_LONGEST = 100
_DEVICES = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}
_NOT_IN_NAMES = set('/\\<>:"|?*\0')


class Names:
    """Gives each file of one folder a name of its own; case makes no difference."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def unique(self, wish: str) -> str:
        """The wish made safe, with a number when it is taken."""
        stem, ending = _safe(wish)
        name, number = f"{stem}{ending}", 2
        while name.casefold() in self._taken:
            name, number = f"{stem} ({number}){ending}", number + 1
        self._taken.add(name.casefold())
        return name


def _safe(wish: str) -> tuple[str, str]:
    line = unicodedata.normalize("NFC", wish)
    kept = (c for c in line if c not in _NOT_IN_NAMES and unicodedata.category(c)[0] != "C")
    line = "".join(kept).strip(" .")
    stem, dot, ending = line.rpartition(".")
    if not dot:
        stem, ending = line, ""
    stem = stem.strip(" .")[:_LONGEST].strip(" .") or "file"
    if stem.casefold() in _DEVICES:
        stem = f"_{stem}"
    return stem, f".{ending[:12]}" if ending else ""
