"""Pictures are converted by a process of their own, so that a hostile one harms nobody (D7)."""

import subprocess
import sys
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
    try:
        done = subprocess.run(  # noqa: S603 - our own program, paths of our own making
            [sys.executable, "-I", str(WORKER), str(source), str(main), str(thumb)],
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
    width, height, extension = done.stdout.split()
    return Converted(int(width), int(height), extension)
