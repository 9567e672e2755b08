"""A box that comes is read entry by entry; nothing is unpacked that was not looked through."""

import json
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from opentwinning.collaboration.boxes.adapters.packing import CHUNK


class OpenedBox:
    """A box that ``checking.check`` found whole."""

    def __init__(self, archive: zipfile.ZipFile, open_ones: ExitStack) -> None:
        self._zip = archive
        self._open = open_ones

    def records(self, kind: str) -> Iterator[dict[str, Any]]:
        """The lines of one kind, one after the other."""
        content = self._open.enter_context(self._zip.open(f"package/{kind}.jsonl"))
        yield from map(json.loads, content)

    def copy(self, path: str, target: Path) -> None:
        """The content of a file in the box, bit by bit."""
        with self._zip.open(path) as source, target.open("wb") as there:
            shutil.copyfileobj(source, there, CHUNK)


@contextmanager
def opened(path: Path) -> Iterator[OpenedBox]:
    """Open a box for reading; whoever stopped in the middle of its records closes them, too."""
    with zipfile.ZipFile(path) as archive, ExitStack() as open_ones:
        yield OpenedBox(archive, open_ones)
