"""Registers on disk: the upload, its chosen columns, the report. Columns that nobody chose may hold
people's names, so the upload is forgotten as soon as its import has begun."""

import re
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from opentwinning.people.organisations.vocabulary import KEPT

_NAME = re.compile(r"[0-9a-f]{32}")


class Part(StrEnum):
    """Files of one import."""

    UPLOAD = ""
    ROWS = ".rows"
    REPORT = ".report.csv"


def put(upload: "UploadedFile[Any]") -> str:
    """Keep an upload; returns the name it is found by."""
    name = secrets.token_hex(16)
    with path_of(name).open("wb") as copy:
        shutil.copyfileobj(upload, copy)
    return name


@contextmanager
def opened(name: str, part: Part = Part.UPLOAD) -> Iterator[BinaryIO]:
    """Read a kept file. Raises ``FileNotFoundError`` when it is gone."""
    with path_of(name, part).open("rb") as file:
        yield file


def drop(name: str, *parts: Part) -> None:
    """Forget files of an import; all of them when no part is named."""
    for part in parts or tuple(Part):
        path_of(name, part).unlink(missing_ok=True)


def sweep() -> None:
    """Forget uploads nobody came back for. Reports stay with their import."""
    limit = time.time() - KEPT.total_seconds()
    for path in _folder().iterdir():
        if not path.name.endswith(Part.REPORT) and path.stat().st_mtime < limit:
            path.unlink(missing_ok=True)


def path_of(name: str, part: Part = Part.UPLOAD) -> Path:
    """Where a file stands. Raises ``FileNotFoundError`` for a made-up name."""
    if not _NAME.fullmatch(name):
        raise FileNotFoundError(name)
    return _folder() / f"{name}{part.value}"


def _folder() -> Path:
    folder = Path(settings.DATA_DIR) / "registers"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
