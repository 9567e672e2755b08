"""Pictures are converted by a process of their own, so that a hostile one harms nobody (D7)."""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import pgettext_lazy

from opentwinning.core.verdicts import Invalid

WORKER = Path(__file__).with_name("picture_worker.py")
TIMEOUT = 30  # seconds
TOO_MANY = 3

TOO_LARGE = pgettext_lazy(
    "files", "This picture has too many pixels. Make it smaller and try again."
)
UNREADABLE = pgettext_lazy("files", "We could not read this picture. Save it again as JPEG or PNG.")


@dataclass(frozen=True, slots=True)
class Converted:
    """Size of the written picture, and its extension."""

    width: int
    height: int
    extension: str


def convert(source: Path, main: Path, thumb: Path) -> Converted:
    """Write the upright, bare picture and its thumbnail; ``Invalid`` when that is impossible."""
    width, height, extension = _run("whole", source, main, thumb).split()
    return Converted(int(width), int(height), extension)


def portrait(content: bytes) -> tuple[bytes, bytes]:
    """The middle of a picture as squares of 384 and 96 pixels, WebP without anything but pixels
    (R-27); ``Invalid`` when that is impossible."""
    with tempfile.TemporaryDirectory() as folder:
        source, large, small = (Path(folder, name) for name in ("source", "large", "small"))
        source.write_bytes(content)
        _run("portrait", source, large, small)
        return large.read_bytes(), small.read_bytes()


def _run(mode: str, *paths: Path) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - our own program, paths of our own making
            [sys.executable, "-I", str(WORKER), mode, *map(str, paths)],
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            env={},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Invalid(UNREADABLE, "uploads") from None
    if done.returncode == TOO_MANY:
        raise Invalid(TOO_LARGE, "uploads")
    if done.returncode != 0:
        raise Invalid(UNREADABLE, "uploads")
    return done.stdout
