"""D12, L5: a large file arrives whole, over a line that is cut and a server that is killed.

The client is the public one of the protocol; where the line is cut is random, its seed is in the
message.
"""

import hashlib
import http.client
import os
import random
import shutil
import signal
import socket
from base64 import b64encode
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest

from opentwinning.workspace.files.adapters.gate import CHUNK
from tests.faults.uploading import Reception
from tests.plugins.databases import own_database
from tests.plugins.live import site_environment
from tools.launcher.processes import free_port

pytestmark = pytest.mark.fault

MB = 1024 * 1024
TUS = {"Tus-Resumable": "1.0.0"}
HEAD = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom"


@pytest.fixture
def reception(blank_database: tuple[Path, str], tmp_path: Path) -> Iterator[Reception]:
    blank, template = blank_database
    folder = tmp_path / "data"
    shutil.copytree(blank, folder)
    port = free_port()
    with ExitStack() as stack:
        url = stack.enter_context(own_database(folder, template))
        env = site_environment(
            folder, port, "smtp://127.0.0.1:9", OT_DATABASE_URL=url, OT_MODE="development",
            OT_ADDRESS=f"http://127.0.0.1:{port}",
        )  # fmt: skip
        found = Reception(env, folder, port)
        found.start()
        stack.callback(found.stop)
        yield found


def a_film(folder: Path, megabytes: int) -> tuple[Path, str]:
    """A film that nothing is taken out of, and its hash."""
    path, digest = folder / "film.mp4", hashlib.sha256()
    with path.open("wb") as film:
        body = megabytes * MB
        for piece in (HEAD, (body + 8).to_bytes(4, "big") + b"mdat"):
            film.write(piece)
            digest.update(piece)
        for _ in range(megabytes):
            piece = os.urandom(MB)
            film.write(piece)
            digest.update(piece)
    return path, digest.hexdigest()


def test_cuts_and_a_killed_server_cost_no_byte(reception: Reception, tmp_path: Path) -> None:
    path, digest = a_film(tmp_path, 96)
    seed = random.randrange(2**31)
    killed = []

    def kill_once(at: int) -> None:
        if at > 40 * MB and not killed:
            killed.append(at)
            reception.web.signal(signal.SIGKILL)
            reception.web.stop()
            reception.start()

    told = reception.takes(path, piece=2 * MB, cuts=5, seed=seed, during=kill_once)
    known = reception.knows("read")
    assert killed, seed
    assert told["cuts"] == 5, seed
    assert known["files"] == [{"sha256": digest, "size": path.stat().st_size}], seed
    assert known["used"] == path.stat().st_size, seed
    assert known["left"] == [], seed


def test_a_large_file_in_one_piece_needs_little_memory(
    reception: Reception, tmp_path: Path
) -> None:
    """At most 64 MiB more, whatever the size; what reads the content at the end included."""
    small, _ = a_film(tmp_path, 1)
    reception.takes(small)
    before = reception.memory()
    path, digest = a_film(tmp_path, 300)
    reception.takes(path)
    assert reception.memory() - before < 64 * MB
    assert reception.knows("read")["files"][-1]["sha256"] == digest


def test_who_sends_nothing_more_is_not_waited_for(reception: Reception) -> None:
    """L5: the place is free again after a while, and what came is kept."""
    told = reception.knows("begin")
    pairs = (f"{key} {b64encode(text.encode()).decode()}" for key, text in told["metadata"].items())
    begun = {"Upload-Length": "1000000", "Upload-Metadata": ",".join(pairs)}
    address = asked(reception, told, "POST", told["creation"], begun).headers["Location"]
    piece = {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    headers = {**told["headers"], **TUS, **piece, "Host": "127.0.0.1", "Content-Length": "900000"}
    lines = [f"PATCH {address} HTTP/1.1", *(f"{key}: {value}" for key, value in headers.items())]
    with socket.create_connection(("127.0.0.1", reception.port), timeout=60) as line:
        line.sendall("\r\n".join([*lines, "", ""]).encode() + b"x" * (CHUNK + 1000))
        assert line.recv(100).startswith(b"HTTP/1.1 408")
    here = asked(reception, told, "HEAD", address, {}).headers["Upload-Offset"]
    assert int(here or 0) >= CHUNK
    piece["Upload-Offset"] = str(here)
    assert asked(reception, told, "PATCH", address, piece, b"y").status == 204


def asked(
    reception: Reception,
    told: dict[str, Any],
    method: str,
    address: str,
    headers: dict[str, str],
    body: bytes | None = None,
) -> http.client.HTTPResponse:
    with closing(http.client.HTTPConnection("127.0.0.1", reception.port, timeout=60)) as line:
        line.request(method, address, body, {**told["headers"], **TUS, **headers})
        answer = line.getresponse()
        answer.read()
        return answer
