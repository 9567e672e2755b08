"""Screens of files: pages, refusals, bytes."""

from email.message import Message

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.utils import CaptureQueriesContext

from opentwinning.core.actor import SYSTEM
from opentwinning.core.permits import free_writing
from opentwinning.workspace.files.actions import delete_file, expose_files, withdraw_files
from opentwinning.workspace.files.adapters.reception import clean_name
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.spaces.actions import remove_member
from tests.inputs import all_naughty_strings, image, payloads
from tests.scenes.files import DOCUMENT, a_file, a_picture


def library(scene) -> str:
    return f"/spaces/{scene.space.ref}/files/"


def body(response) -> bytes:
    return b"".join(response) if response.streaming else response.content


def sent(*uploads, **fields):
    return {
        "uploads": list(uploads),
        "place": "whole",
        "people_shown": "nobody",
        "declared": "on",
    } | fields


def png(name="river.png"):
    return SimpleUploadedFile(name, image("no_exif.png").read_bytes())


# ---------------------------------------------------------------- the library


def test_an_empty_library_offers_one_act(scene):
    page = scene.nina.get(library(scene))
    assert page.status_code == 200
    assert "No files yet" in page.text
    assert f"{library(scene)}add/" in page.text


def test_several_files_arrive_at_once_and_one_bad_one_does_not_lose_the_others(scene):
    answer = scene.ana.post(
        f"{library(scene)}add/",
        sent(
            png(), SimpleUploadedFile("plan.pdf", DOCUMENT), SimpleUploadedFile("x.svg", b"<svg/>")
        ),
        follow=True,
    )
    assert set(SpaceFile.objects.values_list("name", flat=True)) == {"river.png", "plan.pdf"}
    assert "2 files were added." in answer.text
    assert "x.svg: We do not take this kind of file." in answer.text


def test_without_the_declaration_nothing_is_taken(scene):
    """X-54; the typed text stays."""
    answer = scene.ana.post(f"{library(scene)}add/", sent(png(), declared="", album="Our rivers"))
    assert answer.status_code == 422
    assert "Our rivers" in answer.text
    assert "Tick this box" in answer.text
    assert not SpaceFile.objects.exists()


def test_a_refused_file_says_why_beside_the_field(scene):
    answer = scene.ana.post(f"{library(scene)}add/", sent(SimpleUploadedFile("x.html", b"<p>")))
    assert answer.status_code == 422
    assert "We do not take this kind of file." in answer.text


def test_a_pupil_cannot_choose_the_staff_room(scene):
    """B6: the place of the form is checked again."""
    answer = scene.nina.post(f"{library(scene)}add/", sent(png(), place="staff_room"))
    assert answer.status_code == 422
    assert not SpaceFile.objects.exists()


def test_filters_and_places(scene):
    a_picture(scene.ana, scene.space, "river.png", album="Rivers", alt_text="A river")
    a_file(scene.ana, scene.space, "secret.pdf", place="staff_room")
    a_file(scene.mihai, scene.space, "wall.pdf", place="pupil_corner")
    assert "secret.pdf" in scene.freja.get(library(scene)).text
    for query in ("", "?place=staff_room", "?kind=document", "?album=Rivers"):
        page = scene.nina.get(library(scene) + query)
        assert page.status_code == 200
        assert "secret.pdf" not in page.text
    assert "wall.pdf" in scene.nina.get(f"{library(scene)}?place=pupil_corner").text
    only = scene.ana.get(f"{library(scene)}?kind=image").text
    assert "river.png" in only
    assert "secret.pdf" not in only


def test_a_long_library_is_cut_by_key(scene):
    for number in range(50):
        a_file(scene.ana, scene.space, f"plan-{number:02}.pdf")
    first = scene.nina.get(library(scene)).text
    assert "plan-49.pdf" in first
    assert "plan-01.pdf" not in first
    last = SpaceFile.objects.get(name="plan-02.pdf")
    second = scene.nina.get(f"{library(scene)}?before={last.pk}").text
    assert "plan-01.pdf" in second
    assert "plan-02.pdf" not in second


def test_the_library_costs_the_same_with_three_files_as_with_one(scene):
    from django.db import connection

    a_file(scene.ana, scene.space)
    scene.nina.get(library(scene))
    with CaptureQueriesContext(connection) as one:
        scene.nina.get(library(scene))
    for name in ("b.pdf", "c.pdf"):
        a_file(scene.freja, scene.space, name)
    with CaptureQueriesContext(connection) as three:
        scene.nina.get(library(scene))
    assert len(one) == len(three)
    assert len(three) <= 14


def test_the_editor_finds_pictures(scene):
    picture = a_picture(scene.ana, scene.space, alt_text="The Drava")
    a_picture(scene.ana, scene.space, "secret.png", place="staff_room")
    found = scene.nina.get(f"{library(scene)}pictures.json").json()
    assert [each["name"] for each in found] == ["river.png"]
    assert found[0]["url"] == f"file:{picture.ref}"
    assert found[0]["alt"] == "The Drava"
    assert scene.nina.get(found[0]["thumb"]).status_code == 200


def test_the_preview_is_cleaned_like_the_page(scene):
    answer = scene.nina.post(
        f"{library(scene)}preview", {"text": "**hello** <script>alert(1)</script>"}
    )
    assert "<strong>hello</strong>" in answer.text
    assert "<script>" not in answer.text


# ---------------------------------------------------------------- one file


def test_the_page_of_a_file_says_who_sees_it_and_when_it_came(scene):
    file = a_picture(scene.freja, scene.space, alt_text="A bridge", album="Bridges")
    page = scene.nina.get(f"/spaces/files/{file.ref}/").text
    assert "Teachers and pupils of this project" in page
    assert "Freja Lund" in page
    assert "Bridges" in page
    assert 'alt="A bridge"' in page
    assert "/edit/" not in page
    assert "/edit/" in scene.freja.get(f"/spaces/files/{file.ref}/").text


def test_describing_a_file(scene):
    file = a_picture(scene.freja, scene.space)
    url = f"/spaces/files/{file.ref}/edit/"
    values = {"place": "whole", "people_shown": "agreed", "alt_text": "A mill", "album": ""}
    assert scene.freja.post(url, values).status_code == 302
    file.refresh_from_db()
    assert (file.alt_text, file.people_shown) == ("A mill", "agreed")
    wrong = scene.freja.post(url, values | {"people_shown": "everybody", "alt_text": "Kept words"})
    assert wrong.status_code == 422
    assert "Kept words" in wrong.text


def test_replacing_over_the_screen(scene):
    file = a_file(scene.freja, scene.space)
    url = f"/spaces/files/{file.ref}/replace/"
    newer = SimpleUploadedFile("plan-2.pdf", b"%PDF-1.4 newer")
    assert scene.freja.post(url, {"uploads": newer}).status_code == 302
    assert body(scene.nina.get(f"/spaces/files/{file.ref}/content")) == b"%PDF-1.4 newer"
    wrong = scene.freja.post(url, {"uploads": SimpleUploadedFile("x.exe", b"MZ")})
    assert wrong.status_code == 422
    assert "We do not take this kind of file." in wrong.text


def test_deleting_offers_to_undo(scene):
    file = a_file(scene.nina, scene.space)
    after = scene.nina.post(f"/spaces/files/{file.ref}/delete/", follow=True)
    assert "ot-undo" in after.text
    assert scene.nina.get(f"/spaces/files/{file.ref}/").status_code == 404
    assert scene.nina.get(f"/spaces/files/{file.ref}/content").status_code == 404
    assert file.name in scene.nina.get(f"{library(scene)}trash/").text
    assert file.name not in scene.mihai.get(f"{library(scene)}trash/").text
    assert scene.mihai.post(f"/spaces/files/{file.ref}/restore/").status_code == 404
    assert scene.nina.post(f"/spaces/files/{file.ref}/restore/").status_code == 302
    assert scene.nina.get(f"/spaces/files/{file.ref}/").status_code == 200


# ---------------------------------------------------------------- bytes


def content_of(scene, person, file, kind="content", **headers):
    return person.get(f"/spaces/files/{file.ref}/{kind}", headers=headers)


@pytest.mark.parametrize("kind", ["content", "thumb"])
def test_every_byte_is_behind_the_door(scene, kind):
    """D1, D2: thumbnails follow the same rule as the picture."""
    file = a_picture(scene.ana, scene.space)
    staff = a_picture(scene.ana, scene.space, place="staff_room")
    held = a_picture(scene.nina, scene.space, is_held=True)
    status = lambda person, f: content_of(scene, person, f, kind).status_code  # noqa: E731
    for person in (scene.ana, scene.freja, scene.nina, scene.mihai):
        assert status(person, file) == 200
    assert status(scene.freja, staff) == 200
    assert status(scene.nina, staff) == 404
    assert [status(p, held) for p in (scene.nina, scene.freja, scene.mihai)] == [200, 200, 404]
    for stranger in (scene.marek, scene.visitor):
        assert {status(stranger, f) for f in (file, staff, held)} == {404}


def test_a_member_who_left_gets_nothing(scene):
    """B11."""
    file = a_file(scene.ana, scene.space)
    assert content_of(scene, scene.freja, file).status_code == 200
    remove_member(by=SYSTEM, member=scene.member("freja"))
    assert content_of(scene, scene.freja, file).status_code == 404


def test_bytes_are_harmless_in_every_browser(scene):
    """D3: sandboxed, not sniffed, privately cached; documents are saved, not shown."""
    picture = content_of(scene, scene.nina, a_picture(scene.ana, scene.space))
    assert picture["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert picture["X-Content-Type-Options"] == "nosniff"
    assert picture["Content-Disposition"] == 'inline; filename="river.png"'
    assert picture["Cache-Control"].startswith("private")
    assert picture["Content-Type"] == "image/png"
    document = content_of(scene, scene.nina, a_file(scene.ana, scene.space))
    assert document["Content-Disposition"].startswith("attachment")


def test_the_name_in_the_header_is_always_sound(scene):
    """D10: no line breaks, no quotes that end early, for the strangest names."""
    file = a_file(scene.ana, scene.space)
    for name in [*all_naughty_strings(), *payloads("path_traversal"), *payloads("xss")]:
        shown = clean_name(f"a{name}.pdf")
        with free_writing():
            SpaceFile.objects.filter(pk=file.pk).update(name=shown)
        header = content_of(scene, scene.nina, file)["Content-Disposition"]
        assert "\n" not in header
        assert "\r" not in header
        message = Message()
        message["Content-Disposition"] = header
        assert message.get_content_disposition() == "attachment"
        assert "/" not in (message.get_filename() or "")


def test_parts_of_a_film(scene):
    """D14: HTTP Range."""
    file = a_file(scene.ana, scene.space)
    whole = body(content_of(scene, scene.nina, file))
    part = content_of(scene, scene.nina, file, Range="bytes=5-9")
    assert part.status_code == 206
    assert body(part) == whole[5:10]
    assert part["Content-Range"] == f"bytes 5-9/{len(whole)}"
    assert body(content_of(scene, scene.nina, file, Range="bytes=-4")) == whole[-4:]
    assert body(content_of(scene, scene.nina, file, Range="bytes=10-")) == whole[10:]
    assert content_of(scene, scene.nina, file, Range="bytes=9999-").status_code == 416
    assert content_of(scene, scene.nina, file, Range="nonsense").status_code == 200
    tag = part["ETag"]
    assert content_of(scene, scene.nina, file, **{"If-None-Match": tag}).status_code == 304
    old = content_of(scene, scene.nina, file, Range="bytes=0-1", **{"If-Range": '"old"'})
    assert old.status_code == 200


def test_public_while_something_published_shows_it(scene):
    file = a_picture(scene.ana, scene.space, people_shown="nobody", alt_text="A river")
    other = a_picture(scene.ana, scene.space, people_shown="nobody")
    expose_files(by=scene.ana.actor, space=scene.space, used_in="pag_x", refs={file.ref})
    shown = content_of(scene, scene.visitor, file)
    assert shown.status_code == 200
    assert "no-cache" in shown["Cache-Control"]
    assert content_of(scene, scene.visitor, file, "thumb").status_code == 200
    assert content_of(scene, scene.visitor, other).status_code == 404
    withdraw_files(by=scene.ana.actor, space=scene.space, used_in="pag_x")
    assert content_of(scene, scene.visitor, file).status_code == 404


def test_a_public_file_that_is_deleted_is_gone_for_everybody(scene):
    file = a_file(scene.ana, scene.space, people_shown="nobody")
    expose_files(by=scene.ana.actor, space=scene.space, used_in="pag_x", refs={file.ref})
    delete_file(by=scene.ana.actor, file=file)
    assert content_of(scene, scene.visitor, file).status_code == 404


def test_a_read_only_space_shows_and_refuses(scene):
    """B10."""
    file = a_file(scene.ana, scene.space)
    scene.closes()
    assert scene.nina.get(library(scene)).status_code == 200
    assert content_of(scene, scene.nina, file).status_code == 200
    refusal = scene.ana.get(f"{library(scene)}add/")
    assert refusal.status_code == 403
    assert "read-only" in refusal.text
    assert scene.ana.post(f"/spaces/files/{file.ref}/delete/").status_code == 403


def test_reading_writes_nothing(scene):
    """I5: two pages with everything on them, no change."""
    a_picture(scene.ana, scene.space)
    before = list(SpaceFile.objects.values())
    scene.ana.get(library(scene))
    scene.ana.get(f"{library(scene)}trash/")
    assert list(SpaceFile.objects.values()) == before
