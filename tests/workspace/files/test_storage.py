"""Contents in a storage that speaks S3: what people meet is the same as with the disk (K3)."""

import dataclasses
import os
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from socket import create_connection

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from opentwinning.workspace.files.actions import delete_file
from opentwinning.workspace.files.adapters import disk, remote
from opentwinning.workspace.files.wiring.cleaning import bring_what_stayed, sweep_orphans
from tests.scenes.files import DOCUMENT, a_file, a_picture, received
from tests.workspace.files.clamd import free_port

SERVER = Path(sys.executable).with_name("moto_server")


@pytest.fixture(scope="module")
def server():
    port = free_port()
    process = subprocess.Popen(
        [str(SERVER), "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(300):
        with suppress(OSError), closing(create_connection(("127.0.0.1", port), 1)):
            break
        time.sleep(0.1)
    yield f"127.0.0.1:{port}"
    process.terminate()
    process.wait(20)


def address(server, bucket="contents", more=""):
    return f"s3://key:sec%2Fret@{server}/{bucket}/twinning?region=eu-central-1&tls=0{more}"


def use(settings, url):
    settings.ENVIRONMENT = dataclasses.replace(settings.ENVIRONMENT, storage_url=url)


def away():
    return address(f"127.0.0.1:{free_port()}")


@pytest.fixture(params=["disk", "storage"])
def stored(request, scene, settings):
    """The scene, with either place for contents."""
    if request.param == "storage":
        begin(request.getfixturevalue("server"), settings)
    return scene


@pytest.fixture
def scene_there(scene, server, settings):
    begin(server, settings)
    return scene


def begin(server, settings):
    use(settings, address(server))
    client = remote._client()
    with suppress(client.exceptions.BucketAlreadyOwnedByYou):
        client.create_bucket(
            Bucket="contents",
            CreateBucketConfiguration={"LocationConstraint": "eu-central-1"},
        )
    for name, _ in list(remote.names()):
        remote.remove(name)


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(remote, "SECONDS", 1)
    monkeypatch.setattr(remote, "TRIES", 1)


def got(person, file, **headers):
    return person.get(f"/spaces/files/{file.ref}/content", headers=headers)


# ------------------------------------------------- the same with the disk and with a storage


def test_a_file_comes_back_as_it_was(stored):
    file = a_file(stored.ana, stored.space)
    answer = got(stored.nina, file)
    assert b"".join(answer) == DOCUMENT
    assert answer["Content-Length"] == str(len(DOCUMENT))
    picture = a_picture(stored.ana, stored.space)
    assert stored.nina.get(f"/spaces/files/{picture.ref}/thumb").status_code == 200


def test_parts_of_a_file_are_served_through_our_gate(stored):
    file = a_file(stored.ana, stored.space)
    part = got(stored.nina, file, range="bytes=5-9")
    assert (part.status_code, b"".join(part)) == (206, DOCUMENT[5:10])
    end = got(stored.nina, file, range="bytes=-6")
    assert b"".join(end) == DOCUMENT[-6:]
    assert got(stored.nina, file, range="bytes=9999-").status_code == 416


def test_nobody_else_gets_it(stored, client):
    file = a_file(stored.ana, stored.space, place="staff_room")
    assert got(stored.nina, file).status_code in {403, 404}
    assert client.get(f"/spaces/files/{file.ref}/content").status_code in {302, 404}


def test_what_no_row_names_is_swept(stored, monkeypatch):
    monkeypatch.setattr("opentwinning.workspace.files.wiring.cleaning.ORPHAN_AGE", -60)
    kept, lost = a_file(stored.ana, stored.space), received("b.pdf")
    sweep_orphans({})
    assert not disk.path_of(lost.stored_name).is_file()
    assert disk.path_of(kept.stored_name).is_file()


def test_deleting_and_taking_back(stored):
    file = a_file(stored.nina, stored.space)
    delete_file(by=stored.nina.actor, file=file)
    assert stored.nina.post(f"/spaces/files/{file.ref}/restore/").status_code == 302
    assert b"".join(got(stored.nina, file)) == DOCUMENT


# ------------------------------------------------- the storage


def test_contents_lie_there_and_not_here(scene_there):
    file = a_file(scene_there.ana, scene_there.space)
    assert disk.names_here() == []
    assert [name for name, _ in remote.names()] == [file.stored_name]
    assert remote.digest(file.stored_name) == file.sha256


def test_a_large_content_is_read_bit_by_bit(scene_there):
    big = os.urandom(5 * 1024 * 1024)
    path = disk.incoming()
    path.write_bytes(big)
    name = disk.keep(path)
    with disk.path_of(name).open() as reader:
        reader.seek(1_000_000)
        assert reader.read(10) == big[1_000_000:1_000_010]
        reader.seek(-10, os.SEEK_END)
        assert reader.read() == big[-10:]


def test_while_it_is_away_nothing_is_lost_and_the_worker_brings_it(scene, server, settings):
    begin(server, settings)
    use(settings, away())
    file = a_file(scene.ana, scene.space)
    assert b"".join(got(scene.nina, file)) == DOCUMENT  # it lies here meanwhile
    bring_what_stayed({})
    assert disk.names_here() == [file.stored_name]
    use(settings, address(server))
    bring_what_stayed({})
    assert disk.names_here() == []
    assert b"".join(got(scene.nina, file)) == DOCUMENT


def test_what_lies_in_a_storage_that_is_away_is_asked_for_later(scene, server, settings):
    begin(server, settings)
    file = a_file(scene.ana, scene.space)
    use(settings, away())
    answer = got(scene.nina, file)
    assert answer.status_code == 503
    assert answer["Retry-After"]


def test_moving_there_and_back_loses_nothing_and_may_stop_half_way(scene, server, settings):
    files = [a_file(scene.ana, scene.space, f"{n}.pdf") for n in range(3)]
    begin(server, settings)
    disk.bring(files[0].stored_name)  # as if it had been stopped here
    assert b"".join(got(scene.nina, files[1])) == DOCUMENT
    call_command("move_files", "--to", "storage")
    assert disk.names_here() == []
    assert all(b"".join(got(scene.nina, file)) == DOCUMENT for file in files)
    with pytest.raises(CommandError, match="new=disk"):
        call_command("move_files", "--to", "disk")
    use(settings, address(server, more="&new=disk"))
    bring_what_stayed({})
    disk.fetch(files[2].stored_name)
    call_command("move_files", "--to", "disk")
    use(settings, "")
    assert all(b"".join(got(scene.nina, file)) == DOCUMENT for file in files)


def test_what_came_broken_stays_where_it_is_whole(scene_there, server, settings):
    file = a_file(scene_there.ana, scene_there.space)
    remote._client().put_object(
        Bucket="contents", Key=remote._key(file.stored_name), Body=b"broken",
        Metadata={"sha256": file.sha256},
    )  # fmt: skip
    use(settings, address(server, more="&new=disk"))
    with pytest.raises(CommandError, match="came broken"):
        call_command("move_files", "--to", "disk")
    assert disk.names_here() == []
    assert [name for name, _ in remote.names()] == [file.stored_name]


def test_a_refused_upload_leaves_nothing_there(scene_there):
    bad = SimpleUploadedFile("x.svg", b"<svg/>")
    said = {"uploads": [bad], "place": "whole", "people_shown": "nobody", "declared": "on"}
    scene_there.ana.post(f"/spaces/{scene_there.space.ref}/files/add/", said)
    assert list(remote.names()) == []
