"""The tus protocol 1.0 with creation, termination, checksum and expiration, so that our own script
and any public client can send files piece by piece. https://tus.io/protocols/resumable-upload"""

import base64
import binascii
import functools
import hashlib
import hmac
from collections.abc import Callable, Iterator

from django.http import HttpRequest, HttpResponse
from django.utils.datastructures import MultiValueDict

from opentwinning.core.web import ActorRequest

VERSION = "1.0.0"
BODY = "application/offset+octet-stream"
CHECKED = 8 * 1024 * 1024  # a piece with a checksum is held in memory until it is proved
MISMATCH = 460
SUMS = ("sha1", "sha256")
DIGITS = 16
MANY = frozenset({"shown"})  # keys of the metadata with several values, a line for each


class Wrong(Exception):
    """The answer is this status, with a sentence for the person where she can do something."""

    def __init__(self, status: int, sentence: str = "") -> None:
        super().__init__(status, sentence)
        self.status, self.sentence = status, sentence


def spoken(
    view: Callable[[ActorRequest, str], HttpResponse],
) -> Callable[[ActorRequest, str], HttpResponse]:
    """What is wrong becomes an answer of the protocol."""

    @functools.wraps(view)
    def speaking(request: ActorRequest, ref: str) -> HttpResponse:
        try:
            return view(request, ref)
        except Wrong as wrong:
            response = answer(wrong.status, **{"Tus-Version": VERSION})
            response.headers["Content-Type"] = "text/plain; charset=utf-8"
            response.content = wrong.sentence.encode()
            return response

    return speaking


def answer(status: int, **headers: str) -> HttpResponse:
    """An empty answer with what every answer of the protocol carries."""
    usual = {"Tus-Resumable": VERSION, "Cache-Control": "private, no-store"}
    return HttpResponse(status=status, headers={**usual, **headers})


def abilities(limit: int) -> HttpResponse:
    """What a client may expect of this site."""
    said = {
        "Tus-Version": VERSION,
        "Tus-Extension": "creation,termination,checksum,expiration",
        "Tus-Checksum-Algorithm": ",".join(SUMS),
        "Tus-Max-Size": str(limit),
    }
    return answer(204, **said)


def expect_version(request: HttpRequest) -> None:
    if request.headers.get("Tus-Resumable") != VERSION:
        raise Wrong(412)


def begun_with(request: HttpRequest) -> tuple[int, "MultiValueDict[str, str]"]:
    """How large the file is, and what is said about it: ``key base64,key base64``."""
    size = _number(request, "Upload-Length")
    said: MultiValueDict[str, str] = MultiValueDict()
    for pair in filter(None, request.headers.get("Upload-Metadata", "").split(",")):
        key, _, value = pair.strip().partition(" ")
        try:
            text = base64.b64decode(value, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError) as nonsense:
            raise Wrong(400) from nonsense
        said.setlist(key, text.split("\n") if key in MANY else [text])
    return size, said


def expect_piece(request: HttpRequest, *, here: int, size: int) -> int:
    """The length of a piece that begins where the upload stands and fits into it."""
    if request.content_type != BODY:
        raise Wrong(415)
    offset, length = _number(request, "Upload-Offset"), _number(request, "Content-Length")
    if offset != here:
        raise Wrong(409)
    if offset + length > size:
        raise Wrong(413)
    return length


def proved(request: HttpRequest, pieces: Iterator[bytes], length: int) -> Iterator[bytes]:
    """The same pieces; with a checksum only when it is right, else not one of them."""
    promise = request.headers.get("Upload-Checksum")
    if promise is None:
        return pieces
    algorithm, _, encoded = promise.partition(" ")
    if algorithm not in SUMS:
        raise Wrong(400)
    if length > CHECKED:
        raise Wrong(413)
    whole = b"".join(pieces)
    found = base64.b64encode(hashlib.new(algorithm, whole, usedforsecurity=False).digest())
    if not hmac.compare_digest(found, encoded.encode()):
        raise Wrong(MISMATCH)
    return iter((whole,))


def _number(request: HttpRequest, header: str) -> int:
    text = request.headers.get(header, "")
    if not (text.isascii() and text.isdecimal() and len(text) < DIGITS):
        raise Wrong(400)
    return int(text)
