"""Albums: words under the pictures, their order, several at once (T-18)."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.core.permits import free_writing
from opentwinning.workspace.files.models import SpaceFile
from tests.scenes.files import a_picture


def an_album(scene, *names, by=None):
    return [a_picture(by or scene.freja, scene.space, f"{n}.png", album="Rivers") for n in names]


def sheet(*files, **said):
    """What the page sends: numbers and words as they are, and what somebody changed."""
    for file in files:
        file.refresh_from_db()
    values = {}
    for number, file in enumerate(files, start=1):
        values |= {f"{file.ref}-number": number, f"{file.ref}-was": file.words}
        for part in ("title", "caption", "alt_text"):
            values[f"{file.ref}-{part}"] = getattr(file, part)
    return values | said


def order(scene, person=None):
    text = (person or scene.nina).get(f"/spaces/{scene.space.ref}/files/?album=Rivers").text
    names = SpaceFile.objects.values_list("name", flat=True)
    return sorted((n for n in names if n in text), key=text.index)


def address(file):
    return f"/spaces/files/{file.ref}/album/"


def test_words_for_several_pictures_at_once_are_read_below_them(scene):
    one, two = an_album(scene, "one", "two")
    said = {
        f"{one.ref}-title": "The Drava in May",
        f"{one.ref}-caption": "We measured the water here.",
        f"{two.ref}-alt_text": "A stone bridge",
    }
    assert scene.freja.post(address(one), sheet(one, two) | said).status_code == 302
    library = scene.nina.get(f"/spaces/{scene.space.ref}/files/?album=Rivers").text
    assert "The Drava in May" in library
    assert "We measured the water here." in library
    assert 'alt="A stone bridge"' in library
    page = scene.nina.get(f"/spaces/files/{one.ref}/").text
    assert "<figcaption" in page
    assert "one.png" in page  # the file keeps its name


def test_a_caption_is_not_what_people_who_cannot_see_hear(scene):
    (one,) = an_album(scene, "one")
    said = {f"{one.ref}-caption": "Our best day!", f"{one.ref}-alt_text": "Four pupils in a boat"}
    scene.freja.post(address(one), sheet(one) | said)
    page = scene.nina.get(f"/spaces/files/{one.ref}/").text
    assert 'alt="Four pupils in a boat"' in page
    assert "Our best day!</figcaption>" in page


def test_numbers_put_the_album_in_order(scene):
    one, two, three = an_album(scene, "one", "two", "three")
    assert order(scene) == ["one.png", "two.png", "three.png"]
    scene.freja.post(address(two), sheet(one, two, three) | {f"{three.ref}-number": 1})
    assert order(scene) == ["three.png", "one.png", "two.png"]
    scene.freja.post(address(two), sheet(three, one, two) | {f"{three.ref}-number": 3})
    assert order(scene) == ["one.png", "two.png", "three.png"]
    a_picture(scene.freja, scene.space, "four.png", album="Rivers")
    assert order(scene)[-1] == "four.png"


def test_a_number_that_is_none_says_so_and_loses_no_word(scene):
    (one,) = an_album(scene, "one")
    said = {f"{one.ref}-number": "first", f"{one.ref}-caption": "Kept words"}
    answer = scene.freja.post(address(one), sheet(one) | said)
    assert answer.status_code == 422
    assert "Kept words" in answer.text


def test_whoever_was_quicker_is_not_written_over(scene):
    """G7."""
    (one,) = an_album(scene, "one")
    mine = sheet(one) | {f"{one.ref}-caption": "Mine"}
    with free_writing():
        SpaceFile.objects.filter(pk=one.pk).update(caption="Theirs")
    answer = scene.freja.post(address(one), mine)
    assert answer.status_code == 422
    assert "Somebody else changed these words" in answer.text
    assert "Theirs" in answer.text
    assert "Mine" in answer.text
    one.refresh_from_db()
    assert one.caption == "Theirs"
    again = mine | {f"{one.ref}-was": one.words}
    assert one.words in answer.text
    assert scene.freja.post(address(one), again).status_code == 302
    one.refresh_from_db()
    assert one.caption == "Mine"


def test_words_of_others_stay_theirs_and_only_teachers_order(scene):
    one = a_picture(scene.nina, scene.space, "one.png", album="Rivers")
    two = a_picture(scene.freja, scene.space, "two.png", album="Rivers")
    said = {f"{one.ref}-caption": "Not mine", f"{one.ref}-number": 2, f"{two.ref}-number": 1}
    page = scene.freja.get(address(one))
    assert page.status_code == 200
    assert f"{one.ref}-caption" not in page.text
    scene.freja.post(address(one), sheet(one, two) | said)
    one.refresh_from_db()
    assert one.caption == ""
    assert order(scene) == ["two.png", "one.png"]
    assert scene.nina.get(address(one)).status_code == 403


def test_a_file_without_an_album_has_no_such_page(scene):
    alone = a_picture(scene.freja, scene.space)
    assert scene.freja.get(address(alone)).status_code == 404


def test_a_file_that_moves_to_another_album_goes_to_its_end(scene):
    one, two = an_album(scene, "one", "two")
    scene.freja.post(address(one), sheet(one, two))
    url = f"/spaces/files/{one.ref}/edit/"
    values = {"place": "whole", "people_shown": "nobody", "album": "Bridges", "title": "A mill"}
    assert scene.freja.post(url, values).status_code == 302
    one.refresh_from_db()
    assert (one.album_number, one.title) == (None, "A mill")


def test_the_page_asks_as_much_for_three_as_for_one(scene):
    (one,) = an_album(scene, "one")
    scene.freja.get(address(one))
    with CaptureQueriesContext(connection) as first:
        scene.freja.get(address(one))
    an_album(scene, "two", "three")
    with CaptureQueriesContext(connection) as then:
        scene.freja.get(address(one))
    assert len(then) <= len(first)
