"""Compile the translations with Babel, so that serving needs no gettext."""

import os
from pathlib import Path

from tools.launcher.place import ROOT


def compile_stale(root: Path = ROOT / "src") -> list[Path]:
    """Compile every .po file that is newer than its .mo file; return what was written.

    Fuzzy entries are guesses and stay out.
    """
    written = []
    for source in sorted(root.glob("**/locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            compile_one(source, target)
            written.append(target)
    return written


def compile_one(source: Path, target: Path) -> None:
    """Write one .mo file whole or not at all: two processes may do this at once."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - slow, rarely needed
    from babel.messages.pofile import read_po  # noqa: PLC0415

    locale = source.parent.parent.name
    with source.open("rb") as reading:
        catalogue = read_po(reading, locale=locale)
    draft = target.with_suffix(f".{os.getpid()}.tmp")
    with draft.open("wb") as writing:
        write_mo(writing, catalogue)
    draft.replace(target)
