"""Files piece by piece: the tus protocol, the same reception, rights (D11, D12, L5)."""

import hashlib
from dataclasses import replace

import pytest
from django.test import Client

from opentwinning.core.actor import SYSTEM
from opentwinning.core.permits import free_writing
from opentwinning.workspace.files.adapters import disk, parts
from opentwinning.workspace.files.models import SpaceFile, Upload
from opentwinning.workspace.files.queries import room_left
from opentwinning.workspace.spaces.actions import make_read_only
from tests.inputs import image
from tests.scenes.uploads import FILM, TUS, ask, begin, begun, checksum, send, send_cut

MB = 1024 * 1024


def part_of(address: str) -> str:
    return Upload.objects.get(ref=address.rsplit("/", 1)[-1]).part


def with_limits(settings, **limits):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, **limits)


# ---------------------------------------------------------------- the protocol


def test_the_site_says_what_it_can_do(scene):
    answer = scene.ana.client.options(f"/spaces/{scene.space.ref}/files/uploads/")
    assert answer.status_code == 204
    assert answer["Tus-Extension"] == "creation,termination,checksum,expiration"
    assert int(answer["Tus-Max-Size"]) == 2048 * MB  # D11
    assert "sha1" in answer["Tus-Checksum-Algorithm"]


def test_a_file_comes_in_three_pieces_and_is_there(scene):
    address = begun(scene.ana, scene.space, album="Rivers", alt_text="Our river")
    assert send(scene.ana, address, 0, FILM[:100])["Upload-Offset"] == "100"
    assert send(scene.ana, address, 100, FILM[100:200])["Upload-Offset"] == "200"
    assert not SpaceFile.objects.exists()
    last = send(scene.ana, address, 200, FILM[200:])
    assert (last.status_code, last["Upload-Offset"]) == (204, str(len(FILM)))
    file = SpaceFile.objects.get()
    assert (file.name, file.album, file.alt_text) == ("film.mp4", "Rivers", "Our river")
    assert file.sha256 == hashlib.sha256(FILM).hexdigest()  # D12
    assert disk.path_of(file.stored_name).read_bytes() == FILM
    assert ask(scene.ana, address)["Upload-Offset"] == str(len(FILM))


def test_who_lost_the_answer_asks_how_far_it_is(scene):
    address = begun(scene.ana, scene.space)
    send(scene.ana, address, 0, FILM[:70])
    answer = ask(scene.ana, address)
    assert (answer["Upload-Offset"], answer["Upload-Length"]) == ("70", str(len(FILM)))
    assert answer["Upload-Expires"].endswith("GMT")
    assert "no-store" in answer["Cache-Control"]


def test_a_cut_line_leaves_what_arrived(scene):
    """The body is shorter than its length says, and no exception tells."""
    address = begun(scene.ana, scene.space)
    answer = send_cut(scene.ana, address, 0, FILM[:50], length=200)
    assert answer["Upload-Offset"] == "50"
    assert ask(scene.ana, address)["Upload-Offset"] == "50"


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
def test_a_piece_with_its_checksum(scene, algorithm):
    address = begun(scene.ana, scene.space)
    right = checksum(FILM[:60], algorithm)
    assert send(scene.ana, address, 0, FILM[:60], **right)["Upload-Offset"] == "60"


def test_a_changed_piece_is_not_kept(scene):
    address = begun(scene.ana, scene.space)
    assert send(scene.ana, address, 0, FILM[:60], **checksum(FILM[:61])).status_code == 460
    assert ask(scene.ana, address)["Upload-Offset"] == "0"


@pytest.mark.parametrize(
    ("offset", "headers", "status"),
    [
        (5, {}, 409),
        (0, {"Upload-Offset": "-1"}, 400),
        (0, {"Upload-Offset": "٣"}, 400),
        (0, {"Content-Type": "video/mp4"}, 415),
        (0, {"Tus-Resumable": "0.2.2"}, 412),
        (0, {"Upload-Checksum": "md5 xx"}, 400),
    ],
)
def test_what_does_not_fit_is_refused(scene, offset, headers, status):
    address = begun(scene.ana, scene.space)
    assert send(scene.ana, address, offset, FILM[:10], **headers).status_code == status
    assert ask(scene.ana, address)["Upload-Offset"] == "0"


def test_more_than_was_announced_is_refused(scene):
    address = begun(scene.ana, scene.space, size=100)
    assert send(scene.ana, address, 0, FILM[:101]).status_code == 413


@pytest.mark.parametrize("metadata", ["filename !!", "filename /w==", "filename"])
def test_nonsense_about_a_file_is_refused(scene, metadata):
    headers = {**TUS, "Upload-Length": "10", "Upload-Metadata": metadata}
    answer = scene.ana.client.post(f"/spaces/{scene.space.ref}/files/uploads/", headers=headers)
    assert answer.status_code in {400, 422}
    assert not Upload.objects.exists()


def test_a_cancelled_upload_is_gone_with_its_room(scene):
    before = room_left(scene.space)
    address = begun(scene.ana, scene.space)
    send(scene.ana, address, 0, FILM[:10])
    part = parts.path_of(part_of(address))
    assert scene.ana.client.delete(address, headers=TUS).status_code == 204
    assert not part.exists()
    assert room_left(scene.space) == before
    assert ask(scene.ana, address).status_code == 404


def test_a_forged_request_is_refused(scene):
    """B9: a piece carries the token of the page like any form."""
    address = begun(scene.ana, scene.space)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = scene.ana.client.cookies
    headers = {**TUS, "Upload-Offset": "0"}
    answer = strict.generic("PATCH", address, FILM, content_type="x/y", headers=headers)
    assert answer.status_code == 403


# ---------------------------------------------------------------- the same reception


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("x.svg", "We do not take this kind of file."), ("x.heic", "We cannot show HEIC pictures.")],
)
def test_an_unwanted_kind_is_refused_before_it_is_sent(scene, name, sentence):
    answer = begin(scene.ana, scene.space, filename=name)
    assert answer.status_code == 422
    assert sentence in answer.text


def test_what_is_not_what_it_says_is_refused_at_the_end_and_gone(scene):
    """D4: the content decides."""
    before = room_left(scene.space)
    address = begun(scene.ana, scene.space, size=40)
    part = parts.path_of(part_of(address))
    answer = send(scene.ana, address, 0, b"<html>" + b"x" * 34)
    assert answer.status_code == 422
    assert "The content is not what the name says." in answer.text
    assert not part.exists()
    assert not Upload.objects.exists()
    assert room_left(scene.space) == before


def test_a_picture_is_written_anew(scene):
    """D6: no camera data, whatever the way it came."""
    content = image("no_exif.png").read_bytes()
    address = begun(scene.nina, scene.space, size=len(content), filename="river.png")
    assert send(scene.nina, address, 0, content).status_code == 204
    file = SpaceFile.objects.get()
    assert file.is_image
    assert file.thumb_name
    assert not (disk.root() / "incoming").exists() or not any((disk.root() / "incoming").iterdir())


def test_the_limit_is_a_datum_of_the_site(scene, settings):
    """D11: what is taken apart has the smaller limit, on any way."""
    with_limits(settings, max_file_mb=1, max_upload_mb=3)
    assert begin(scene.ana, scene.space, 3 * MB).status_code == 201
    too_large = begin(scene.ana, scene.space, 3 * MB + 1)
    assert too_large.status_code == 413
    assert "larger than 3.0\xa0MB" in too_large.text
    assert begin(scene.ana, scene.space, 2 * MB, filename="x.png").status_code == 413
    assert begin(scene.ana, scene.space, 2 * MB, filename="x.docx").status_code == 413


def test_without_the_declaration_nothing_begins(scene):
    """X-54"""
    answer = begin(scene.ana, scene.space, declared="")
    assert answer.status_code == 422
    assert "Tick this box" in answer.text


def test_pupils_who_are_shown_are_named_when_the_file_is_there(scene):
    """H10"""
    nina = scene.member("nina")
    address = begun(scene.ana, scene.space, shown=nina.ref)
    send(scene.ana, address, 0, FILM)
    assert [each.member for each in SpaceFile.objects.get().shown_pupils.all()] == [nina]


# ---------------------------------------------------------------- rights


def test_nobody_else_goes_on_with_it(scene):
    address = begun(scene.nina, scene.space)
    for other in (scene.ana, scene.luka, scene.marek):
        assert ask(other, address).status_code == 404
        assert send(other, address, 0, FILM).status_code == 404
        assert other.client.delete(address, headers=TUS).status_code == 404


def test_a_pupil_cannot_begin_in_the_staff_room(scene):
    assert begin(scene.nina, scene.space, place="staff_room").status_code == 422


def test_who_left_or_whose_space_closed_cannot_go_on(scene):
    of_ion, of_ana = begun(scene.ion, scene.space), begun(scene.ana, scene.space)
    with free_writing():
        make_read_only(by=SYSTEM, space=scene.space)
    assert send(scene.ana, of_ana, 0, FILM).status_code in {403, 404}
    assert send(scene.ion, of_ion, 0, FILM).status_code in {403, 404}
    assert not SpaceFile.objects.exists()
