"""Files as they come piece by piece, spoken by hand."""

import base64
import hashlib
import io
from typing import Any

BODY = "application/offset+octet-stream"
TUS = {"Tus-Resumable": "1.0.0"}
FILM = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0\0\0\x08free" * 40


def said(**values: str) -> str:
    """What the metadata of a creation says."""
    values = {"filename": "film.mp4", "place": "whole", "people_shown": "nobody"} | values
    values = {"declared": "on"} | values
    pairs = (f"{key} {base64.b64encode(text.encode()).decode()}" for key, text in values.items())
    return ",".join(pairs)


def begin(person: Any, space: Any, size: int = len(FILM), **values: str) -> Any:
    """The answer to a creation."""
    headers = {**TUS, "Upload-Length": str(size), "Upload-Metadata": said(**values)}
    return person.client.post(f"/spaces/{space.ref}/files/uploads/", headers=headers)


def begun(person: Any, space: Any, size: int = len(FILM), **values: str) -> str:
    """The address of an upload that was begun."""
    answer = begin(person, space, size, **values)
    assert answer.status_code == 201, answer.text
    return str(answer["Location"])


def send(person: Any, address: str, offset: int, piece: bytes, **headers: str) -> Any:
    """A piece from that byte on."""
    told = {**TUS, "Upload-Offset": str(offset), **headers}
    kind = told.pop("Content-Type", BODY)
    return person.client.generic("PATCH", address, piece, content_type=kind, headers=told)


def send_cut(person: Any, address: str, offset: int, piece: bytes, length: int) -> Any:
    """A piece of that length whose line is cut: the body ends early, and nothing tells."""
    told = {**TUS, "Upload-Offset": str(offset)}
    wsgi = {"wsgi.input": io.BytesIO(piece), "CONTENT_LENGTH": str(length)}
    return person.client.generic("PATCH", address, piece, content_type=BODY, headers=told, **wsgi)


def ask(person: Any, address: str) -> Any:
    """How far it is."""
    return person.client.head(address, headers=TUS)


def checksum(piece: bytes, algorithm: str = "sha256") -> dict[str, str]:
    digest = hashlib.new(algorithm, piece).digest()
    return {"Upload-Checksum": f"{algorithm} {base64.b64encode(digest).decode()}"}
