"""Asking a virus scanner by clamd's protocol: INSTREAM, sized pieces, one line as answer. What it
did not find clean is never taken for clean (D13)."""

import re
import socket
import struct
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.conf import settings

CHUNK = 256 * 1024
PATIENCE = 20  # seconds for each answer of the scanner
LONGEST = 4096  # bytes of an answer
_FOUND = re.compile(r"^stream: (.+) FOUND$")


class Word(StrEnum):
    """What the scanner said."""

    CLEAN = "clean"
    FOUND = "found"
    AWAY = "away"  # nobody answered, or with an error
    TOO_LARGE = "too large"  # larger than its StreamMaxLength


@dataclass(frozen=True, slots=True)
class Answer:
    word: Word
    detail: str = ""  # what was found, or what was wrong


def is_wanted() -> bool:
    """The operator named a scanner."""
    return bool(settings.ENVIRONMENT.clamd)


def asked(path: Path) -> Answer:
    """The scanner's word about a content; read bit by bit, never whole in memory."""
    try:
        with _line() as line, path.open("rb") as content:
            try:
                line.sendall(b"zINSTREAM\0")
                while chunk := content.read(CHUNK):
                    line.sendall(struct.pack("!I", len(chunk)) + chunk)
                line.sendall(struct.pack("!I", 0))
            except (BrokenPipeError, ConnectionResetError):
                pass  # it says why before it hangs up
            return _understood(_heard(line))
    except (OSError, ValueError) as broken:
        return Answer(Word.AWAY, str(broken) or type(broken).__name__)


def version() -> Answer:
    """Does it answer, and which signatures does it know?"""
    try:
        with _line() as line:
            line.sendall(b"zVERSION\0")
            said = _heard(line)
    except (OSError, ValueError) as broken:
        return Answer(Word.AWAY, str(broken) or type(broken).__name__)
    return Answer(Word.CLEAN, said) if said else Answer(Word.AWAY, "no answer")


def _line() -> socket.socket:
    host, _, port = settings.ENVIRONMENT.clamd.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), timeout=PATIENCE)


def _heard(line: socket.socket) -> str:
    said = b""
    while b"\0" not in said and len(said) < LONGEST and (more := line.recv(1024)):
        said += more
    return said.split(b"\0", 1)[0].decode(errors="replace").strip()


def _understood(said: str) -> Answer:
    if said == "stream: OK":
        return Answer(Word.CLEAN)
    if found := _FOUND.match(said):
        return Answer(Word.FOUND, found[1])
    if "size limit exceeded" in said:
        return Answer(Word.TOO_LARGE, said)
    return Answer(Word.AWAY, said or "no answer")
