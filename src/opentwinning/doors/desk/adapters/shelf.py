"""Uploaded registers on disk, between the look at the first rows and the import."""

import re
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from opentwinning.doors.desk.vocabulary import KEPT

_NAME = re.compile(r"[0-9a-f]{32}")


def put(upload: "UploadedFile[Any]") -> str:
    """Keep an upload; returns the name it is found by."""
    name = secrets.token_hex(16)
    with _path(name).open("wb") as copy:
        shutil.copyfileobj(upload, copy)
    return name


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """Read a kept file. Raises ``FileNotFoundError`` when it is gone."""
    with _path(name).open("rb") as file:
        yield file


def drop(name: str) -> None:
    """The import is done."""
    _path(name).unlink(missing_ok=True)


def sweep() -> None:
    """Forget files nobody came back for."""
    limit = time.time() - KEPT.total_seconds()
    for path in _folder().iterdir():
        if path.stat().st_mtime < limit:
            path.unlink(missing_ok=True)


def _path(name: str) -> Path:
    if not _NAME.fullmatch(name):
        raise FileNotFoundError(name)
    return _folder() / name


def _folder() -> Path:
    folder = Path(settings.DATA_DIR) / "registers"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
