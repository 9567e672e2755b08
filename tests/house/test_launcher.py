"""The door of the project: its locks, its commands, and what it says when something is missing."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import tomllib
import urllib.request

import psutil
import pytest

from tools.launcher.__main__ import COMMANDS, main
from tools.launcher.catalogues import compile_stale
from tools.launcher.place import ROOT
from tools.launcher.processes import WEB_PROCESSES, free_port, web_command

LOCKS = ("tool.lock", "run.lock", "dev.lock")


def pinned(lock: str) -> dict[str, str]:
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_hashes_and_no_address(lock):
    """Decision 0002."""
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")

    assert "://" not in text
    assert "--index-url" not in text
    assert len(re.findall(r"^[a-z0-9-]+==", text, re.MULTILINE)) == len(
        re.findall(r"^[a-z0-9-]+==[^\n]*\\\n    --hash=sha256:", text, re.MULTILINE)
    )


def test_what_is_tested_is_what_is_served():
    run, dev = pinned("run.lock"), pinned("dev.lock")

    assert run.items() <= dev.items()


def test_the_locks_hold_every_declared_package():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = {
        re.split(r"[\[<>=~; ]", requirement, maxsplit=1)[0].lower()
        for requirement in (
            *declared["project"]["dependencies"],
            *declared["dependency-groups"]["dev"],
        )
    }

    assert names - set(pinned("dev.lock")) == set()


def test_help_names_every_command(capsys):
    assert main([]) == 0
    shown = capsys.readouterr().out

    assert [name for name in COMMANDS if f"./dev {name} " not in shown] == []


def test_an_unknown_command_is_answered_with_the_list(capsys):
    assert main(["serve"]) == 2
    assert "There is no command 'serve'." in capsys.readouterr().err


def test_run_says_which_port_to_try_when_the_port_is_taken(capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["run", "--port", str(port)]) == 1

    assert f"./dev run --port {port + 1}" in capsys.readouterr().err


def test_translations_compile_without_gettext_and_guesses_stay_out(tmp_path):
    folder = tmp_path / "locale" / "sl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgctxt "menu"\nmsgid "Projects"\nmsgstr "Projekti"\n\n'
        '#, fuzzy\nmsgid "Home"\nmsgstr "Hiša"\n',
        encoding="utf-8",
    )

    (written,) = compile_stale(tmp_path)

    assert b"Projekti" in written.read_bytes()
    assert "Hiša".encode() not in written.read_bytes()
    assert compile_stale(tmp_path) == []


@pytest.mark.journey
def test_run_serves_and_stops_cleanly_with_its_children(tmp_path):
    """Ctrl-C and SIGTERM leave no process behind."""
    port = free_port()
    env = {name: value for name, value in os.environ.items() if not name.startswith("OT_")}
    command = [sys.executable, "-m", "tools.launcher", "run", "--no-demo", "--port", str(port)]
    launcher = subprocess.Popen(
        [*command, "--data", str(tmp_path)],
        cwd=ROOT,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        for line in launcher.stdout:
            if "OpenTwinning is at" in line:
                break
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
            assert answer.status == 200
    finally:
        launcher.send_signal(signal.SIGTERM)
        launcher.communicate(timeout=30)

    assert launcher.returncode == 0
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", port), 1)
    assert processes_with(str(tmp_path)) == []


def processes_with(word: str) -> list[int]:
    """Return processes whose environment names the folder: the site's own."""
    deadline = time.monotonic() + 5
    while True:
        found = []
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error):
                if word in process.environ().get("OT_DATA_DIR", ""):
                    found.append(process.pid)
        if not found or time.monotonic() > deadline:
            return found
        time.sleep(0.2)


def test_what_is_deployed_is_what_is_measured():
    unit = (ROOT / "deploy/opentwinning-web.service").read_text(encoding="utf-8")
    _python, _m, *served = unit.partition("ExecStart=")[2].partition("Restart=")[0].split()

    assert [word for word in served if word != "\\"] == web_command(
        "127.0.0.1", 8000, workers=WEB_PROCESSES
    )[2:]
