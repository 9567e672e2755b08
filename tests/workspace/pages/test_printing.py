"""Pages on paper: one with those under it, or all that the reader sees (T-08, T-11, X-51, H17)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.core.actor import SYSTEM
from opentwinning.workspace.pages.actions import create_page, delete_page, withhold_page
from opentwinning.workspace.pages.queries import printing
from tests.scenes.files import a_picture


def a_page(scene, person=None, **values):
    values = {"title": "Water", "text": "First text"} | values
    return create_page(by=(person or scene.ana).actor, space=scene.space, **values)


def all_on_paper(scene, person):
    return person.get(f"/spaces/{scene.space.ref}/pages/print/").text


def one_on_paper(person, page):
    return person.get(f"/spaces/pages/{page.ref}/print/")


def test_the_whole_tree_is_printed_in_reading_order_with_its_contents(scene):
    water = a_page(scene, title="Water", text="It begins in the hills")
    a_page(scene, title="Mills", text="Four wheels")
    a_page(scene, title="Springs", text="Cold and clear", parent=water)
    tree = scene.nina.get(f"/spaces/{scene.space.ref}/pages/").text
    assert "Print all pages" in tree
    paper = all_on_paper(scene, scene.nina)
    places = [paper.index(words) for words in ("It begins", "Cold and clear", "Four wheels")]
    assert places == sorted(places)
    assert "Contents" in paper
    assert "Give the paper to nobody else" in paper


def test_a_page_is_printed_with_those_under_it_and_no_others(scene):
    water = a_page(scene, title="Water", text="It begins in the hills")
    a_page(scene, title="Springs", text="Cold and clear", parent=water)
    a_page(scene, title="Mills", text="Four wheels")
    paper = one_on_paper(scene.nina, water).text
    assert "It begins" in paper
    assert "Cold and clear" in paper
    assert "Four wheels" not in paper
    assert f"/spaces/pages/{water.ref}/print/" in scene.nina.get(f"/spaces/pages/{water.ref}/").text


def test_pictures_are_printed_for_whoever_may_see_them(scene):
    picture = a_picture(scene.ana, scene.space, alt_text="A mill")
    staff = a_picture(scene.ana, scene.space, place="staff_room")
    page = a_page(scene, text=f"![A mill](file:{picture.ref})\n\n![x](file:{staff.ref})")
    paper = one_on_paper(scene.nina, page).text
    assert f"/spaces/files/{picture.ref}/content" in paper
    assert staff.ref not in paper


def test_nobody_prints_what_she_does_not_read(scene):
    a_page(scene, text="Canary of teachers", place="staff_room")
    delete_page(by=scene.ana.actor, page=a_page(scene, text="Canary in the trash"))
    draft = a_page(scene, text="Canary not ready", state="draft")
    assert "Canary" not in all_on_paper(scene, scene.nina)
    assert one_on_paper(scene.nina, draft).status_code == 404
    assert "Canary of teachers" in all_on_paper(scene, scene.freja)
    for person in (scene.marek, scene.visitor):
        assert person.get(f"/spaces/{scene.space.ref}/pages/print/").status_code != 200
        assert one_on_paper(person, draft).status_code != 200


def test_a_draft_is_printed_only_when_its_author_asks_for_it(scene):
    draft = a_page(scene, text="Not ready yet", state="draft")
    assert "Not ready yet" not in all_on_paper(scene, scene.ana)
    paper = one_on_paper(scene.ana, draft).text
    assert "Not ready yet" in paper
    assert "Draft" in paper


def test_what_is_withheld_goes_on_no_paper(scene):
    """H17."""
    page = a_page(scene, text="Canary of a report")
    withhold_page(by=SYSTEM, ref=page.ref)
    assert "Canary" not in all_on_paper(scene, scene.ana)
    assert one_on_paper(scene.ana, page).status_code == 403
    assert f"{page.ref}/print/" not in scene.ana.get(f"/spaces/pages/{page.ref}/").text


def test_a_very_large_tree_says_what_found_no_room(scene, monkeypatch):
    monkeypatch.setattr(printing, "MAX_PRINTED", 2)
    for number in range(3):
        a_page(scene, text=f"Text {number}")
    paper = all_on_paper(scene, scene.nina)
    assert "Text 1" in paper
    assert "Text 2" not in paper
    assert "1 page finds no room here" in paper


def test_an_empty_tree_prints_an_empty_sheet_and_offers_no_print(scene):
    assert "No pages yet" in all_on_paper(scene, scene.nina)
    assert "Print all pages" not in scene.nina.get(f"/spaces/{scene.space.ref}/pages/").text


@pytest.mark.parametrize("person", ["nina", "ana"])
def test_printing_costs_the_same_for_three_pages_as_for_one(scene, person):
    reader = getattr(scene, person)
    a_page(scene, text=f"![x](file:{a_picture(scene.ana, scene.space).ref})")
    all_on_paper(scene, reader)
    with CaptureQueriesContext(connection) as one:
        all_on_paper(scene, reader)
    for _ in range(2):
        a_page(scene, text=f"![x](file:{a_picture(scene.ana, scene.space).ref})")
    with CaptureQueriesContext(connection) as three:
        all_on_paper(scene, reader)
    assert len(one) == len(three)
