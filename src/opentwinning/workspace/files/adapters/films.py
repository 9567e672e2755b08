"""Phones write place, time and device into films. Blank these boxes without moving a byte (D14)."""

import os
from pathlib import Path
from typing import BinaryIO

CONTAINERS = {b"moov", b"trak"}
TELLTALE = {b"udta", b"meta", b"uuid"}
MAX_BOXES = 2000
CHUNK = 64 * 1024


def blank_telltales(path: Path) -> int:
    """Overwrite user data and metadata boxes of an MP4 or QuickTime film with empty space.

    Returns how many were blanked. Offsets stay, so the film still plays.
    """
    with path.open("r+b") as film:
        end = film.seek(0, os.SEEK_END)
        blanked = _walk(film, 0, end, MAX_BOXES)
        film.flush()
        os.fsync(film.fileno())
    return blanked


def _walk(film: BinaryIO, start: int, end: int, left: int) -> int:
    blanked = 0
    while start + 8 <= end and left > 0:
        left -= 1
        film.seek(start)
        header = film.read(16)
        size, kind = int.from_bytes(header[:4], "big"), header[4:8]
        body = start + 8
        if size == 1:
            size, body = int.from_bytes(header[8:16], "big"), start + 16
        size = end - start if size == 0 else size
        if size < body - start or start + size > end:
            break
        if kind in TELLTALE:
            _blank(film, start, body, start + size)
            blanked += 1
        elif kind in CONTAINERS:
            blanked += _walk(film, body, start + size, left)
        start += size
    return blanked


def _blank(film: BinaryIO, start: int, body: int, end: int) -> None:
    film.seek(start + 4)
    film.write(b"free")
    film.seek(body)
    remaining = end - body
    while remaining > 0:
        film.write(bytes(min(remaining, CHUNK)))
        remaining -= CHUNK
