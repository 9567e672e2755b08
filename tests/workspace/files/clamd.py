"""A virus scanner for tests: the real clamd where it is installed, else a small server that speaks
the part of its protocol that we use."""

import socket
import socketserver
import struct
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

# What every scanner takes for a virus; in two halves, so that none takes this file for one.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR" + rb"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
STREAM_LIMIT = 4 * 1024 * 1024
CLAMD = Path("/usr/sbin/clamd")


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as line:
        return int(line.getsockname()[1])


class _Line(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        word = b""
        while not word.endswith(b"\0") and (byte := self.rfile.read(1)):
            word += byte
        if word == b"zVERSION\0":
            self.wfile.write(b"ClamAV 1.0/small server\0")
        if word != b"zINSTREAM\0":
            return
        seen = b""
        while size := struct.unpack("!I", self.rfile.read(4))[0]:
            seen += self.rfile.read(size)
            if len(seen) > STREAM_LIMIT:
                self.wfile.write(b"INSTREAM size limit exceeded. ERROR\0")
                return
        said = b"stream: Eicar-Test-Signature FOUND\0" if EICAR in seen else b"stream: OK\0"
        self.wfile.write(said)


@contextmanager
def small_server() -> Iterator[str]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Line) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@contextmanager
def real_server(folder: Path) -> Iterator[str]:
    """clamd with one signature of our own, for no registry of signatures is asked."""
    signatures = folder / "signatures"
    signatures.mkdir(parents=True)
    (signatures / "test.ndb").write_text(f"Eicar-Test-Signature:0:*:{EICAR.hex()}\n")
    port = free_port()
    settings = folder / "clamd.conf"
    settings.write_text(
        f"TCPSocket {port}\nTCPAddr 127.0.0.1\nDatabaseDirectory {signatures}\nForeground yes\n"
        f"StreamMaxLength {STREAM_LIMIT}\nUser root\nPidFile {folder}/clamd.pid\n"
        f"LogFile {folder}/clamd.log\nConcurrentDatabaseReload no\n"
    )
    process = subprocess.Popen(
        [CLAMD, "-c", str(settings)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(200):
            with suppress(OSError), closing(socket.create_connection(("127.0.0.1", port), 1)):
                break
            time.sleep(0.1)
        yield f"127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)
