"""Contents in a storage that speaks S3, for sites that name one (OT_STORAGE_URL). Bytes go through
this site all the same, so that every request is judged; nothing there is public."""

import base64
import contextlib
import hashlib
import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, override
from urllib.parse import parse_qs, unquote, urlsplit

from django.conf import settings

SINGLE = 4 * 1024**3  # larger contents go in parts
SECONDS = 20
TRIES = 3


class Away(Exception):
    """The storage does not answer, or refuses us."""


def is_wanted() -> bool:
    """The operator named a storage."""
    return bool(settings.ENVIRONMENT.storage_url)


def takes_new() -> bool:
    """New contents go there; ``&new=disk`` in its address stops that, before one moves back."""
    query = urlsplit(settings.ENVIRONMENT.storage_url).query
    return is_wanted() and parse_qs(query).get("new") != ["disk"]


class Content:
    """What lies there, with those parts of a ``Path`` that readers of contents use."""

    def __init__(self, name: str) -> None:
        self.name = name

    def is_file(self) -> bool:
        return _head(self.name) is not None

    exists = is_file

    def stat(self) -> SimpleNamespace:
        found = _head(self.name)
        if found is None:
            raise FileNotFoundError(self.name)
        return SimpleNamespace(
            st_size=found["ContentLength"], st_mtime=found["LastModified"].timestamp()
        )

    def open(self, mode: str = "rb") -> "Reader":
        return Reader(self.name, self.stat().st_size)

    def read_bytes(self) -> bytes:
        with self.open() as reader:
            return reader.read()


class Reader(io.RawIOBase):
    """Bytes from any place on, as they are asked for: one range request until somebody seeks."""

    def __init__(self, name: str, size: int) -> None:
        self._name, self._size, self._at = name, size, 0
        self._body: Any = None

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    @override
    def tell(self) -> int:
        return self._at

    @override
    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        if start + offset != self._at:
            self._hang_up()
            self._at = max(0, start + offset)
        return self._at

    @override
    def read(self, size: int | None = -1) -> bytes:
        left = max(0, self._size - self._at)
        wanted = left if size is None or size < 0 else min(size, left)
        if not wanted:
            return b""
        with _answering():
            if self._body is None:
                self._body = _client().get_object(
                    Bucket=_bucket(), Key=_key(self._name), Range=f"bytes={self._at}-"
                )["Body"]
            data: bytes = self._body.read(wanted)
        self._at += len(data)
        return data

    @override
    def readinto(self, buffer: Any) -> int:
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    @override
    def close(self) -> None:
        self._hang_up()
        super().close()

    def _hang_up(self) -> None:
        if self._body is not None:
            self._body.close()
            self._body = None


def put(name: str, path: Path) -> None:
    """Bring a content there. The storage itself compares its hash; whoever wants to be surer reads
    it back with ``digest``."""
    with path.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").digest()
        content.seek(0)
        said = {"Bucket": _bucket(), "Key": _key(name), "Metadata": {"sha256": digest.hex()}}
        with _answering():
            if path.stat().st_size > SINGLE:
                extra = {"Metadata": said["Metadata"]}
                _client().upload_fileobj(content, _bucket(), _key(name), ExtraArgs=extra)
            else:
                checksum = base64.b64encode(digest).decode()
                _client().put_object(Body=content, ChecksumSHA256=checksum, **said)


def promised(name: str) -> str:
    """The hash it had when it was brought there."""
    found = _head(name)
    return str(found["Metadata"].get("sha256", "")) if found else ""


def digest(name: str) -> str:
    """The hash of what lies there, read back bit by bit."""
    found = hashlib.sha256()
    with Content(name).open() as reader:
        while chunk := reader.read(1024 * 1024):
            found.update(chunk)
    return found.hexdigest()


def remove(name: str) -> None:
    with _answering():
        _client().delete_object(Bucket=_bucket(), Key=_key(name))


def names() -> Iterator[tuple[str, float]]:
    """All contents there, and when each came."""
    with _answering():
        for page in (
            _client().get_paginator("list_objects_v2").paginate(Bucket=_bucket(), Prefix=_prefix())
        ):
            for each in page.get("Contents", ()):
                yield each["Key"].rsplit("/", 1)[-1], each["LastModified"].timestamp()


def _head(name: str) -> dict[str, Any] | None:
    from botocore.exceptions import ClientError  # noqa: PLC0415 - only where it is wanted

    with _answering():
        try:
            found: dict[str, Any] = _client().head_object(Bucket=_bucket(), Key=_key(name))
        except ClientError as refusal:
            if refusal.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
                return None
            raise
        return found


@contextlib.contextmanager
def _answering() -> Iterator[None]:
    from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415 - as above

    try:
        yield
    except (BotoCoreError, ClientError, OSError) as broken:
        raise Away(f"{type(broken).__name__}: {broken}") from broken


def _bucket() -> str:
    return urlsplit(settings.ENVIRONMENT.storage_url).path.strip("/").partition("/")[0]


def _prefix() -> str:
    folder = urlsplit(settings.ENVIRONMENT.storage_url).path.strip("/").partition("/")[2]
    return f"{folder}/" if folder else ""


def _key(name: str) -> str:
    return f"{_prefix()}{name[:2]}/{name}"


def _client() -> Any:
    return _made(settings.ENVIRONMENT.storage_url)


@cache
def _made(url: str) -> Any:
    import boto3  # noqa: PLC0415 - an extra of the package: opentwinning[s3]
    from botocore.config import Config  # noqa: PLC0415 - as above

    parts = urlsplit(url)
    said = parse_qs(parts.query)
    scheme = "http" if said.get("tls") == ["0"] else "https"
    port = f":{parts.port}" if parts.port else ""
    return boto3.client(
        "s3",
        endpoint_url=f"{scheme}://{parts.hostname}{port}",
        aws_access_key_id=unquote(parts.username or ""),
        aws_secret_access_key=unquote(parts.password or ""),
        region_name=said.get("region", ["us-east-1"])[0],
        config=Config(
            connect_timeout=SECONDS,
            read_timeout=SECONDS,
            retries={"max_attempts": TRIES, "mode": "standard"},
            s3={"addressing_style": "path"},
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        ),
    )
