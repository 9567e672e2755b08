"""Contents that wait for the virus scanner lie apart: where nobody looks for contents, none is
ever handed out, put into a box or shown to an officer. What held a virus leaves only a mark."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.utils.translation import pgettext_lazy

from opentwinning.core.verdicts import Refused, refused
from opentwinning.workspace.files.adapters import disk, scanner

AT_ONCE = 16 * 1024 * 1024  # up to here one waits for the scanner's word
BUDGET = 50  # seconds of one look at what waits
BEING_CHECKED = pgettext_lazy("files", "This file is being checked for viruses. Try again soon.")
HELD_A_VIRUS = pgettext_lazy("files", "A virus was found in this file. It was not kept.")


def root() -> Path:
    return disk.root() / "waiting"


def marks() -> Path:
    return disk.root() / "infected"


def keep(temporary: Path) -> str:
    """As ``disk.keep``, but held until the scanner says that it is clean."""
    return disk.keep(temporary, root())


def state_of(stored_name: str) -> str:
    """Either "waiting", "infected", or "" for what was never held or is clean."""
    if not scanner.is_wanted() and not root().exists() and not marks().exists():
        return ""
    if (root() / stored_name).exists():
        return "waiting"
    return "infected" if (marks() / stored_name).exists() else ""


def refuse_unless_clean(stored_name: str) -> None:
    """Nobody has this content, with a word why."""
    state = state_of(stored_name)
    if state:
        raise Refused(refused(BEING_CHECKED if state == "waiting" else HELD_A_VIRUS))


def names() -> list[str]:
    """What waits, the oldest first."""
    with suppress(FileNotFoundError):
        entries = [(entry.stat().st_mtime, entry.name) for entry in os.scandir(root())]
        return [name for _, name in sorted(entries)]
    return []


def since() -> float | None:
    """When the oldest that waits came."""
    with suppress(FileNotFoundError, IndexError):
        return (root() / names()[0]).stat().st_mtime
    return None


def settle() -> Iterator[tuple[str, str]]:
    """Ask about what waits: clean contents take their place, infected ones go and are named with
    what was found. Ends when the scanner is away; a file too large for it goes on waiting."""
    begun = time.monotonic()
    for name in names():
        path = root() / name
        answer = scanner.asked(path)
        if answer.word is scanner.Word.AWAY or time.monotonic() - begun > BUDGET:
            return
        if answer.word is scanner.Word.CLEAN:
            let_go(name)
        elif answer.word is scanner.Word.FOUND:
            marks().mkdir(parents=True, exist_ok=True)
            (marks() / name).write_text(answer.detail, encoding="utf-8")
            path.unlink(missing_ok=True)
            yield name, answer.detail


def let_go(name: str) -> None:
    """It takes its place among the contents."""
    target = disk.place_of(name)
    target.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileNotFoundError):
        (root() / name).rename(target)
        disk.sync(target.parent)
