"""Films, galleries and files in pages: read, printed, published, taken along (T-10, T-17, T-23)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.core.addresses import reverse
from opentwinning.core.boxes import Packing
from opentwinning.core.verdicts import Invalid
from opentwinning.workspace.files.actions import add_file
from opentwinning.workspace.pages.actions import create_page, publish_page
from tests.scenes.files import a_file, a_picture, received

FILM = b"\x1a\x45\xdf\xa3" + b"\x00" * 8 + b"webm" + b"\x00" * 64
CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:02.000\nThe wheel turns.\n"


def a_film(scene, name="mill.webm", content=FILM, **values):
    return add_file(
        by=scene.ana.actor, space=scene.space, received=received(name, content), **values
    )


def a_page(scene, text):
    return create_page(by=scene.ana.actor, space=scene.space, title="Mill", text=text)


def film_block(film, captions=None, poster=None):
    lines = [f"[The mill at work](file:{film.ref})"]
    lines += [f"![The mill at work](file:{poster.ref})"] if poster else []
    lines += [f"[English](file:{captions.ref})"] if captions else []
    return ":::video\n" + "\n".join(lines) + "\n:::"


def test_pupils_watch_a_film_with_captions_in_its_place(scene):
    film, captions = a_film(scene), a_film(scene, "mill.vtt", CAPTIONS)
    page = a_page(scene, film_block(film, captions))
    html = scene.nina.get(f"/spaces/pages/{page.ref}/").text
    assert html.count("<video") == 1
    assert f"/spaces/files/{captions.ref}/content" in html
    said = scene.nina.get(f"/spaces/files/{captions.ref}/content")
    assert said.headers["Content-Type"] == "text/vtt"
    part = scene.nina.get(f"/spaces/files/{film.ref}/content", headers={"Range": "bytes=0-3"})
    assert (part.status_code, b"".join(part.streaming_content)) == (206, FILM[:4])


def test_a_film_only_linked_still_plays_below(scene):
    film = a_film(scene)
    page = a_page(scene, f"[The mill](file:{film.ref})")
    assert scene.nina.get(f"/spaces/pages/{page.ref}/").text.count("<video") == 1


def test_a_film_of_the_staff_room_is_its_words_for_pupils(scene):
    film = a_film(scene, place="staff_room")
    page = a_page(scene, film_block(film))
    html = scene.nina.get(f"/spaces/pages/{page.ref}/").text
    assert film.ref not in html
    assert "The mill at work" in html


def test_the_paper_names_the_film_and_shows_the_gallery(scene):
    film, picture = a_film(scene), a_picture(scene.ana, scene.space)
    text = f"{film_block(film)}\n\n:::gallery\n![A mill](file:{picture.ref})\n:::"
    paper = scene.nina.get(f"/spaces/pages/{a_page(scene, text).ref}/print/").text
    assert "The mill at work" in paper
    assert f"/spaces/files/{picture.ref}/thumb" in paper


def test_what_a_published_film_needs_is_public_with_it(scene):
    said = {"people_shown": "nobody"}
    film, captions = a_film(scene, **said), a_film(scene, "mill.vtt", CAPTIONS, **said)
    poster = a_picture(scene.ana, scene.space, alt_text="A mill", **said)
    page = a_page(scene, film_block(film, captions, poster))
    publish_page(by=scene.ana.actor, page=page, version=1)
    for file in (film, captions, poster):
        assert scene.visitor.get(f"/spaces/files/{file.ref}/content").status_code == 200
    assert "<track" in scene.visitor.get(reverse("pages:public", args=[page.ref])).text


def test_a_film_that_may_not_be_public_keeps_its_page_inside(scene):
    page = a_page(scene, film_block(a_film(scene, people_shown="unsure")))
    with pytest.raises(Invalid):
        publish_page(by=scene.ana.actor, page=page, version=1)


def test_a_film_without_captions_is_said_to_whoever_may_mend_it(scene):
    film, captions = a_film(scene), a_film(scene, "mill.vtt", CAPTIONS)
    silent = a_page(scene, film_block(film))
    assert "1 film has no captions." in scene.ana.get(f"/spaces/pages/{silent.ref}/").text
    assert "no captions" not in scene.nina.get(f"/spaces/pages/{silent.ref}/").text
    heard = a_page(scene, film_block(film, captions))
    assert "no captions" not in scene.ana.get(f"/spaces/pages/{heard.ref}/").text


def test_a_box_plays_the_film_from_its_own_folder(scene):
    film, picture = a_film(scene), a_picture(scene.ana, scene.space)
    paths = {film.ref: "files/001-mill.webm", picture.ref: "files/002-river.png"}
    text = f"{film_block(film)}\n\n:::gallery\n![A mill](file:{picture.ref})\n:::"
    html = Packing(presence=None, paths=paths).html(text)
    assert 'src="../files/001-mill.webm"' in html
    assert 'src="../files/002-river.png"' in html
    assert "download=1" not in html


@pytest.mark.parametrize("content", [b"<html></html>", b"WEBVTTX\n", b"WEBVTT\n\0", b"1\n00:00"])
def test_captions_are_captions(scene, content):
    with pytest.raises(Invalid):
        received("mill.vtt", content)


def test_the_editor_offers_films_captions_and_files(scene):
    a_film(scene)
    a_film(scene, "mill.vtt", CAPTIONS)
    a_film(scene, "secret.webm", place="staff_room")
    a_picture(scene.ana, scene.space)
    a_file(scene.ana, scene.space)

    def names(kind):
        address = f"/spaces/{scene.space.ref}/files/pictures.json?kind={kind}"
        return [each["name"] for each in scene.nina.get(address).json()]

    assert names("video") == ["mill.webm"]
    assert names("vtt") == ["mill.vtt"]
    assert names("any") == ["plan.pdf", "river.png", "mill.vtt", "mill.webm"]


def test_three_blocks_cost_what_one_costs(scene):
    one_page = a_page(scene, film_block(a_film(scene)))
    three = a_page(scene, "\n\n".join(film_block(a_film(scene, f"m{n}.webm")) for n in range(3)))
    scene.nina.get(f"/spaces/pages/{one_page.ref}/")
    with CaptureQueriesContext(connection) as one:
        scene.nina.get(f"/spaces/pages/{one_page.ref}/")
    with CaptureQueriesContext(connection) as many:
        scene.nina.get(f"/spaces/pages/{three.ref}/")
    assert len(one) == len(many)
