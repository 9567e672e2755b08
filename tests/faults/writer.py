"""What a fault test says about one kind of writing: how to write, what is stored, what is torn."""

import hashlib
import os
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import override


@dataclass(frozen=True)
class Piece:
    """One thing written: a reference unique in its kind, and everything it consists of."""

    ref: str
    content: str

    @property
    def digest(self) -> str:
        """Return a short fingerprint of the content."""
        return hashlib.sha256(self.content.encode()).hexdigest()


class Journal:
    """What a writer was told is saved, on disk before the writer goes on."""

    def __init__(self, path: Path) -> None:
        """Open the journal to append."""
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)

    def acknowledge(self, piece: Piece) -> None:
        """Note that the product said this piece is saved."""
        os.write(self._file, f"ack {piece.ref} {piece.digest}\n".encode())
        os.fsync(self._file)

    @staticmethod
    def read(path: Path) -> dict[str, str]:
        """Return reference and digest of everything acknowledged.

        A kill may cut the last line short: that acknowledgement was never given.
        """
        whole = path.read_text(encoding="utf-8").rpartition("\n")[0] if path.exists() else ""
        words = (line.split() for line in whole.splitlines())
        return {ref: digest for _ack, ref, digest in words}


class Writer(ABC):
    """One kind of writing. Each method runs in a process with Django ready and no connection open.

    `prepare` runs once. Then several processes run `write` again and again until they are killed,
    and are started anew with another `life`. At the end `settle`, then `stored` and `torn` run.
    """

    @abstractmethod
    def prepare(self) -> None:
        """Make the people and things the writers need."""

    @abstractmethod
    def write(self, number: int, turn: str) -> Piece | None:
        """Do one piece of work for writer `number` and return what the product says is saved.

        `turn` never repeats. Return only after the commit; None acknowledges nothing.
        """

    def settle(self) -> None:
        """Let the product finish what the last kill interrupted, such as running jobs."""
        return

    @abstractmethod
    def stored(self) -> Iterable[Piece]:
        """Return everything of this kind in the database, doubles included."""

    def torn(self) -> Iterable[str]:
        """Return a sentence for each half-written thing."""
        return ()

    def run(self, number: int, life: int, journal: Journal) -> None:
        """Write until killed."""
        count = 0
        while True:
            count += 1
            piece = self.write(number, f"{number}.{life}.{count}")
            if piece is not None:
                journal.acknowledge(piece)


class Servant(Writer):
    """A kind whose processes do queued work and acknowledge nothing, such as the worker."""

    @override
    def write(self, number: int, turn: str) -> Piece | None:
        return None

    @override
    @abstractmethod
    def run(self, number: int, life: int, journal: Journal) -> None:
        """Work until killed."""
