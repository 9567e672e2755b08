"""Kinds of file, what each context accepts, and limits."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.utils.translation import pgettext_lazy

from opentwinning.core.places import Place
from opentwinning.people.consents.vocabulary import Medium


class FileKind(StrEnum):
    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"
    DOCUMENT = "document"


SHEETS = ("xlsx", "ods", "csv")
SHOWN_IN_PLACE = frozenset({FileKind.IMAGE, FileKind.VIDEO, FileKind.AUDIO})
KIND_LABELS = {
    FileKind.IMAGE: pgettext_lazy("files", "Pictures"),
    FileKind.VIDEO: pgettext_lazy("files", "Videos"),
    FileKind.AUDIO: pgettext_lazy("files", "Sounds"),
    FileKind.DOCUMENT: pgettext_lazy("files", "Documents"),
}


def drawing_of(kind: str, name: str) -> str:
    """Which drawing stands for a file of that kind and name (component ``file_tile``)."""
    if kind == FileKind.DOCUMENT:
        return "sheet" if name.rsplit(".", 1)[-1].lower() in SHEETS else "text"
    return "sound" if kind == FileKind.AUDIO else str(kind)


class PeopleShown(StrEnum):
    """Whether somebody can be recognised (H10): "not sure" keeps a file off public pages."""

    NOBODY = "nobody"
    AGREED = "agreed"
    PUPILS = "pupils"  # named on the file, so that the register of consents decides
    UNSURE = "unsure"


PEOPLE_LABELS = {
    PeopleShown.UNSURE: pgettext_lazy("files", "I am not sure"),
    PeopleShown.NOBODY: pgettext_lazy("files", "Nobody can be recognised"),
    PeopleShown.AGREED: pgettext_lazy("files", "Grown-ups can be recognised, and they agreed"),
    PeopleShown.PUPILS: pgettext_lazy("files", "Pupils can be recognised"),
}
# Which consent a kind of file needs of whom it shows; a document may hold pictures.
MEDIUM_OF = {
    FileKind.IMAGE: Medium.PICTURE,
    FileKind.VIDEO: Medium.FILM,
    FileKind.AUDIO: Medium.VOICE,
    FileKind.DOCUMENT: Medium.PICTURE,
}


class UploadContext(StrEnum):
    """Where a file arrives: photos of a post, the library, a message between educators, a
    form that a school stamped."""

    PHOTO = "photo"
    LIBRARY = "library"
    MESSAGE = "message"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Received:
    """A checked content that lies on disk and waits for its row."""

    name: str
    kind: FileKind
    media_type: str
    size: int
    sha256: str
    stored_name: str
    thumb_name: str = ""
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Described:
    """What is said about one file of an album, and which words the writer started from."""

    ref: str
    number: int
    title: str
    caption: str
    alt_text: str
    was: str = ""


# Extension -> media type it is served with. What is not here is refused (D4, D5).
IMAGES = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
}
VIDEOS = {
    "mp4": "video/mp4",
    "m4v": "video/mp4",
    "mov": "video/quicktime",
    "webm": "video/webm",
    "ogv": "video/ogg",
}
SOUNDS = {
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "oga": "audio/ogg",
    "wav": "audio/wav",
    "weba": "audio/webm",  # what browsers record
}
_OOXML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"
CAPTIONS = "vtt"  # what is said in a film, with its times
DOCUMENTS = {
    "pdf": "application/pdf",
    "txt": "text/plain",
    "csv": "text/csv",
    CAPTIONS: "text/vtt",
    "docx": f"{_OOXML}.wordprocessingml.document",
    "xlsx": f"{_OOXML}.spreadsheetml.sheet",
    "pptx": f"{_OOXML}.presentationml.presentation",
    "odt": f"{_ODF}.text",
    "ods": f"{_ODF}.spreadsheet",
    "odp": f"{_ODF}.presentation",
}
KIND_OF = {
    **dict.fromkeys(IMAGES, FileKind.IMAGE),
    **dict.fromkeys(VIDEOS, FileKind.VIDEO),
    **dict.fromkeys(SOUNDS, FileKind.AUDIO),
    **dict.fromkeys(DOCUMENTS, FileKind.DOCUMENT),
}
MEDIA_TYPES = {**IMAGES, **VIDEOS, **SOUNDS, **DOCUMENTS}
TYPES = ",".join(f".{extension}" for extension in MEDIA_TYPES)  # for the browser's own window
ACCEPTED = {
    UploadContext.PHOTO: frozenset(IMAGES),
    UploadContext.LIBRARY: frozenset(MEDIA_TYPES),
    UploadContext.MESSAGE: frozenset(MEDIA_TYPES),
    UploadContext.PAPER: frozenset({*IMAGES, "pdf"}),
}

MAX_NAME = 120
MAX_ALT = 300
MAX_ALBUM = 60
MAX_TITLE = 120
MAX_CAPTION = 500
ALBUM_PAGE = 24  # files of an album that are described at once
MAX_AT_ONCE = 20
TRASH_DAYS = 30
MAX_MARK = 64
MAX_UNFINISHED = MAX_AT_ONCE  # uploads of one person in one space that have not arrived whole
UPLOAD_REST = dt.timedelta(hours=24)  # without a new piece an upload is forgotten (D12)
UPLOAD_LIFE = dt.timedelta(days=7)  # and in any case after a week


# Higher apps that keep contents on the same disk say here which of these names are theirs, so that
# the daily sweep leaves them alone.
NAMED_ELSEWHERE: Place[Callable[[list[str]], set[str]]] = Place("contents named elsewhere")


def max_file_bytes() -> int:
    """The largest file that comes with a form, and the largest picture or office document, which
    are taken apart, on any way (X-53)."""
    return int(settings.ENVIRONMENT.max_file_mb) * 1024 * 1024


def max_upload_bytes() -> int:
    """The largest film, sound or other document that comes piece by piece (D11)."""
    return int(settings.ENVIRONMENT.max_upload_mb) * 1024 * 1024


def pupil_quota_bytes() -> int:
    """Room for what one pupil adds to one space (D11)."""
    return int(settings.ENVIRONMENT.pupil_quota_mb) * 1024 * 1024


def space_quota_bytes() -> int:
    """Room for the files of one space, trash included (D11)."""
    return int(settings.ENVIRONMENT.space_quota_mb) * 1024 * 1024
