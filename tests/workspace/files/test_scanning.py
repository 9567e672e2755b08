"""Viruses: nothing is handed out that the scanner has not found clean (D13)."""

import dataclasses
import os
import socket
import threading
from contextlib import suppress

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from opentwinning.facilities.notifications.models import Notice
from opentwinning.workspace.files.adapters import disk, scanner, waiting
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.files.wiring.cleaning import sweep_orphans
from opentwinning.workspace.files.wiring.scanning import scan_what_waits, scanner_is_away
from tests.cast import otto
from tests.scenes.files import DOCUMENT, a_file, a_picture
from tests.workspace.files.clamd import (
    CLAMD,
    EICAR,
    STREAM_LIMIT,
    free_port,
    real_server,
    small_server,
)

INFECTED = b"%PDF-1.4\n" + EICAR


@pytest.fixture(
    scope="module",
    params=[
        "small server",
        pytest.param("clamd", marks=pytest.mark.skipif(not CLAMD.exists(), reason="no clamd here")),
    ],
)
def server(request, tmp_path_factory):
    if request.param == "clamd":
        with real_server(tmp_path_factory.mktemp("clamd")) as address:
            yield address
    else:
        with small_server() as address:
            yield address


@pytest.fixture
def scanned(server, scene, settings):
    """The scene, with a scanner."""
    set_scanner(settings, server)
    return scene


def set_scanner(settings, address):
    settings.ENVIRONMENT = dataclasses.replace(settings.ENVIRONMENT, clamd=address)


def nobody_there():
    return f"127.0.0.1:{free_port()}"


def send(scene, person, *uploads):
    said = {"uploads": list(uploads), "place": "whole", "people_shown": "nobody", "declared": "on"}
    return person.post(f"/spaces/{scene.space.ref}/files/add/", said, follow=True)


def content(person, file):
    return person.get(f"/spaces/files/{file.ref}/content")


def test_a_clean_file_is_there_at_once(scanned):
    file = a_file(scanned.ana, scanned.space)
    assert content(scanned.nina, file).status_code == 200
    picture = a_picture(scanned.ana, scanned.space)
    assert scanned.nina.get(f"/spaces/files/{picture.ref}/thumb").status_code == 200
    assert waiting.names() == []


def test_a_virus_is_refused_with_a_word_and_leaves_nothing(scanned):
    answer = send(scanned, scanned.ana, SimpleUploadedFile("plan.pdf", INFECTED))
    assert "plan.pdf: A virus was found in this file. It was not kept." in answer.text
    assert not SpaceFile.objects.exists()
    assert [p for p in disk.root().rglob("*") if p.is_file()] == []


def test_while_the_scanner_is_away_a_file_waits_and_nobody_gets_it(scanned, server, settings):
    set_scanner(settings, nobody_there())
    file = a_file(scanned.ana, scanned.space)
    answer = content(scanned.ana, file)
    assert answer.status_code == 403
    assert "being checked for viruses" in answer.text
    assert "being checked for viruses" in scanned.nina.get(f"/spaces/files/{file.ref}/").text
    assert "Being checked" in scanned.nina.get(f"/spaces/{scanned.space.ref}/files/").text
    scan_what_waits({})
    assert content(scanned.ana, file).status_code == 403

    set_scanner(settings, server)
    scan_what_waits({})
    got = content(scanned.nina, file)
    assert b"".join(got) == DOCUMENT
    assert waiting.names() == []


def test_a_virus_found_later_is_gone_and_its_owner_is_told(scanned, server, settings):
    set_scanner(settings, nobody_there())
    send(scanned, scanned.ana, SimpleUploadedFile("plan.pdf", INFECTED))
    file = SpaceFile.objects.get()
    set_scanner(settings, server)
    scan_what_waits({})
    for person in (scanned.ana, scanned.nina):
        answer = content(person, file)
        assert answer.status_code == 403
        assert "A virus was found in this file" in answer.text
    assert "A virus was found" in scanned.nina.get(f"/spaces/files/{file.ref}/").text
    notice = Notice.objects.get(kind="files.infected")
    assert notice.account_id == scanned.ana.actor.account_id
    kept = [p.read_bytes() for p in disk.root().rglob("*") if p.is_file()]
    assert not any(EICAR in each for each in kept)


def test_a_picture_waits_with_its_small_copy(scanned, server, settings):
    set_scanner(settings, nobody_there())
    picture = a_picture(scanned.ana, scanned.space)
    assert scanned.ana.get(f"/spaces/files/{picture.ref}/thumb").status_code == 403
    assert len(waiting.names()) == 2
    set_scanner(settings, server)
    scan_what_waits({})
    assert scanned.ana.get(f"/spaces/files/{picture.ref}/thumb").status_code == 200


def test_a_large_file_is_asked_about_by_the_worker(scanned, monkeypatch):
    monkeypatch.setattr(waiting, "AT_ONCE", 10)
    file = a_file(scanned.ana, scanned.space)
    assert content(scanned.ana, file).status_code == 403
    scan_what_waits({})
    assert content(scanned.ana, file).status_code == 200


def test_what_is_too_large_for_the_scanner_goes_on_waiting_and_stops_nobody(scanned):
    large = DOCUMENT + os.urandom(STREAM_LIMIT + 1)
    send(scanned, scanned.ana, SimpleUploadedFile("large.pdf", large))
    file = SpaceFile.objects.get()
    scan_what_waits({})
    assert content(scanned.ana, file).status_code == 403
    assert scanner.asked(waiting.root() / file.stored_name).word is scanner.Word.TOO_LARGE


def test_what_waits_is_not_swept_and_goes_with_its_row(scanned, settings):
    set_scanner(settings, nobody_there())
    file = a_file(scanned.ana, scanned.space)
    old = 10 * 24 * 3600
    os.utime(waiting.root() / file.stored_name, (1, 1))
    (waiting.root() / "lost").write_bytes(b"x")
    os.utime(waiting.root() / "lost", (old, old))
    sweep_orphans({})
    assert waiting.names() == [file.stored_name]
    disk.remove(file.stored_name)
    assert waiting.names() == []


def test_a_scanner_that_says_nothing_or_nonsense_is_away(settings, monkeypatch, tmp_path):
    monkeypatch.setattr(scanner, "PATIENCE", 0.3)
    path = tmp_path / "plan.pdf"
    path.write_bytes(DOCUMENT)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        set_scanner(settings, f"127.0.0.1:{silent.getsockname()[1]}")
        assert scanner.asked(path).word is scanner.Word.AWAY

        def babble() -> None:
            for _ in range(2):  # the first asked in silence and is gone
                line, _ = silent.accept()
                with line, suppress(OSError):
                    line.sendall(b"stream: OKAY\0")
                    while line.recv(4096):
                        pass

        talking = threading.Thread(target=babble, daemon=True)
        talking.start()
        assert scanner.asked(path) == scanner.Answer(scanner.Word.AWAY, "stream: OKAY")
        talking.join(5)
    set_scanner(settings, "nonsense")
    assert scanner.asked(path).word is scanner.Word.AWAY


def test_operators_learn_that_files_wait(scanned, server, settings, capsys):
    set_scanner(settings, nobody_there())
    file = a_file(scanned.ana, scanned.space)
    assert scanner_is_away(otto().actor) == []
    os.utime(waiting.root() / file.stored_name, (1, 1))
    (line,) = scanner_is_away(otto().actor)
    assert "1 file waits for the virus scanner." in line.text
    assert scanner_is_away(scanned.ana.actor) == []
    with pytest.raises(CommandError, match="does not answer"):
        call_command("scanner")
    assert "Files that wait: 1" in capsys.readouterr().out
    set_scanner(settings, server)
    call_command("scanner", "--ask")
    assert "ClamAV" in capsys.readouterr().out
    assert content(scanned.nina, file).status_code == 200


def test_without_a_scanner_what_waits_is_let_go_only_when_the_operator_says_so(scanned, settings):
    set_scanner(settings, nobody_there())
    file = a_file(scanned.ana, scanned.space)
    set_scanner(settings, "")
    scan_what_waits({})
    assert content(scanned.nina, file).status_code == 403
    call_command("scanner", "--let-go")
    assert content(scanned.nina, file).status_code == 200
