"""Receiving an upload: outside any transaction, before the row exists (K3, K5)."""

import hashlib
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.text import format_lazy
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core import pictures
from opentwinning.core.forms import OtForm
from opentwinning.core.text import clean_line
from opentwinning.core.verdicts import Invalid
from opentwinning.workspace.files.adapters import (
    disk,
    documents,
    films,
    kinds,
    scanner,
    waiting,
)
from opentwinning.workspace.files.vocabulary import (
    ACCEPTED,
    IMAGES,
    KIND_OF,
    MAX_NAME,
    MEDIA_TYPES,
    FileKind,
    Received,
    UploadContext,
    max_file_bytes,
)

FILMS = frozenset({"mp4", "m4v", "mov", "m4a"})
OFFICE = frozenset({"docx", "xlsx", "pptx", "odt", "ods", "odp"})
EMPTY = pgettext_lazy("files", "This file is empty.")
NOT_ACCEPTED = pgettext_lazy(
    "files",
    "We do not take this kind of file. Save it as PDF, as a picture or as an office document.",
)
NOT_A_PHOTO = pgettext_lazy("files", "Choose a picture: JPEG, PNG, GIF or WebP.")
NOT_A_PAPER = pgettext_lazy("files", "Choose a picture or a PDF.")
_NOT_TAKEN = {UploadContext.PHOTO: NOT_A_PHOTO, UploadContext.PAPER: NOT_A_PAPER}
PHONE_PICTURE = pgettext_lazy(
    "files", "We cannot show HEIC pictures. Save it as JPEG and try again."
)
NOT_WHAT_IT_SAYS = pgettext_lazy(
    "files", "The content is not what the name says. Save it again and try once more."
)


class TooLarge(Invalid):
    """Larger than the site takes on this way."""


def receive(upload: "UploadedFile[Any]", context: UploadContext) -> Received:
    """Check, clean and store one upload; ``Invalid`` with a sentence when it is refused.

    The caller creates the row, or calls ``discard`` when that fails.
    """
    disk.refuse_when_full()
    name = clean_name(str(upload.name or ""))
    refuse_unwanted(name, upload.size or 0, context, max_file_bytes())
    temporary = disk.incoming()
    try:
        return receive_path(temporary, name, _copy(upload, temporary))
    finally:
        temporary.unlink(missing_ok=True)


def receive_path(temporary: Path, name: str, digest: str = "") -> Received:
    """The same for a content that lies in ``incoming`` already, at any size with little memory:
    it is moved, not copied. ``digest``: its hash, where somebody knows it. The caller removes
    what is left of the temporary file."""
    extension = _extension(name)
    if not kinds.agrees(temporary, extension):
        raise Invalid(NOT_WHAT_IT_SAYS, "uploads")
    keep = _way_of_keeping(temporary)
    if KIND_OF[extension] is FileKind.IMAGE:
        return _keep_picture(temporary, name, keep)
    if _clean(temporary, extension) or not digest:
        digest = _digest(temporary)
    size = temporary.stat().st_size
    return Received(
        name=name,
        kind=KIND_OF[extension],
        media_type=MEDIA_TYPES[extension],
        size=size,
        sha256=digest,
        stored_name=keep(temporary),
    )


def is_taken_apart(name: str) -> bool:
    """Office documents are written anew, inside the same file; pictures are decoded."""
    return _extension(name) in OFFICE or _extension(name) in IMAGES


def discard(received: Received) -> None:
    """The row was not made: nothing stays behind."""
    disk.remove(received.stored_name, received.thumb_name)


def received_with[R](
    form: OtForm,
    context: UploadContext,
    send: Callable[[Sequence[Received]], R],
    held: Callable[[list[str]], set[str]],
) -> R | None:
    """Receive the form's ``uploads`` and send them; None: show the form again, with the text.
    Nothing is left on disk of what no row holds afterwards; ``held`` asks for those."""
    received: list[Received] = []
    sent: R | None = None
    try:
        for upload in form.cleaned_data["uploads"]:
            try:
                received.append(receive(upload, context))
            except Invalid as problem:
                form.add_error("uploads", f"{upload.name}: {problem.message}")
                return None
        sent = form.carry_out(lambda: send(received))
        return sent
    finally:
        kept = held([each.stored_name for each in received]) if sent is not None else set()
        for each in received:
            if each.stored_name not in kept:
                discard(each)


def clean_name(raw: str) -> str:
    """A name to show: no folders, controls or tricks; at most 120 characters (D10)."""
    line = clean_line(raw.replace("\\", "/").rsplit("/", 1)[-1])
    line = "".join(c for c in line if c not in '<>:"|?*').strip(" .")
    stem, dot, extension = line.rpartition(".")
    if not dot or not stem.strip(" ."):
        return (line or pgettext("files", "file"))[:MAX_NAME]
    extension = extension.strip()[:12]
    return f"{stem[: MAX_NAME - len(extension) - 1].rstrip(' .')}.{extension}"


def refuse_unwanted(name: str, size: int, context: UploadContext, limit: int) -> None:
    """What can be said before a single byte is here; ``limit`` in bytes."""
    extension = _extension(name)
    if extension in {"heic", "heif"}:
        raise Invalid(PHONE_PICTURE, "uploads")
    if extension not in ACCEPTED[context]:
        raise Invalid(_NOT_TAKEN.get(context, NOT_ACCEPTED), "uploads")
    if not size:
        raise Invalid(EMPTY, "uploads")
    if is_taken_apart(name):
        limit = min(limit, max_file_bytes())
    if size > limit:
        raise TooLarge(
            format_lazy(
                pgettext_lazy("files", "This file is larger than {limit}. Make it smaller."),
                limit=filesizeformat(limit),
            ),
            "uploads",
        )


def _way_of_keeping(temporary: Path) -> Callable[[Path], str]:
    """With a scanner: a small file is asked about at once, and what it refuses is not kept at all.
    A large one, and any while nobody answers, is kept apart until it is found clean."""
    if not scanner.is_wanted():
        return disk.keep
    if temporary.stat().st_size > waiting.AT_ONCE:
        return waiting.keep
    answer = scanner.asked(temporary)
    if answer.word is scanner.Word.FOUND:
        raise Invalid(waiting.HELD_A_VIRUS, "uploads")
    return disk.keep if answer.word is scanner.Word.CLEAN else waiting.keep


def _extension(name: str) -> str:
    return Path(name).suffix.lower().lstrip(".")


def _clean(temporary: Path, extension: str) -> bool:
    """Take out who made it, where and with what; True when the content changed."""
    if extension in FILMS:
        return films.blank_telltales(temporary) > 0
    if extension not in OFFICE:
        return False
    try:
        documents.strip_telltales(temporary)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as broken:
        raise Invalid(NOT_WHAT_IT_SAYS, "uploads") from broken
    return True


def _copy(upload: "UploadedFile[Any]", temporary: Path) -> str:
    digest = hashlib.sha256()
    with temporary.open("wb") as target:
        for chunk in upload.chunks(disk.CHUNK):
            digest.update(chunk)
            target.write(chunk)
    return digest.hexdigest()


def _digest(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _keep_picture(temporary: Path, name: str, keep: Callable[[Path], str]) -> Received:
    main, thumb = disk.incoming(), disk.incoming()
    try:
        made = pictures.convert(temporary, main, thumb)
        digest = _digest(main)
        size = main.stat().st_size + thumb.stat().st_size
        return Received(
            name=clean_name(f"{Path(name).stem}.{made.extension}"),
            kind=FileKind.IMAGE,
            media_type=MEDIA_TYPES[made.extension],
            size=size,
            sha256=digest,
            width=made.width,
            height=made.height,
            thumb_name=keep(thumb),
            stored_name=keep(main),
        )
    finally:
        main.unlink(missing_ok=True)
        thumb.unlink(missing_ok=True)
