"""Screens of pages: what each member sees, and that nothing typed is ever lost."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from opentwinning.core import richtext
from opentwinning.facilities.drafts.actions import save_draft
from opentwinning.workspace.pages.actions import create_page, save_page
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.queries import flaws_of, starts
from tests.scenes.files import a_file, a_picture

PAGES = "/spaces/{}/pages/"


def a_page(scene, person=None, **values):
    values = {"title": "Water", "text": "First text"} | values
    return create_page(by=(person or scene.ana).actor, space=scene.space, **values)


def test_an_empty_tree_offers_the_first_page_to_those_who_may(scene):
    url = PAGES.format(scene.space.ref)
    assert "Write the first page" in scene.luka.get(url).text
    assert "Write the first page" not in scene.nina.get(url).text


def test_writing_a_page_over_the_screen(scene):
    new = f"{PAGES.format(scene.space.ref)}new/"
    assert 'name="form_token"' in scene.freja.get(new).text
    values = {"title": "Rivers", "text": "## Drava", "place": "whole", "state": "visible"}
    answer = scene.freja.post(new, values, follow=True)
    assert "<h2>Drava</h2>" in answer.text
    wrong = scene.freja.post(new, values | {"title": "", "text": "Long text I typed"})
    assert wrong.status_code == 422
    assert "Long text I typed" in wrong.text
    assert scene.nina.get(new).status_code == 403


def test_a_new_page_begins_with_a_template_in_the_language_of_its_writer(scene):
    """T-11; without script, and nothing is written before she saves."""
    new = f"{PAGES.format(scene.space.ref)}new/"
    empty = scene.freja.get(new).text
    assert "Introduce your class" in empty
    assert "## Who we are" not in empty
    begun = scene.freja.get(f"{new}?start=class").text
    assert "## Who we are" in begun
    assert 'value="Introduce your class"' in begun
    assert "## Kdo smo" in scene.ana.get(f"/sl{new}?start=class").text
    assert scene.freja.get(f"{new}?start=moon").status_code == 200
    assert not Page.objects.exists()
    page = a_page(scene)
    assert f"parent={page.ref}" in scene.freja.get(f"{new}?parent={page.ref}").text


def test_a_template_never_replaces_what_was_typed(scene):
    new = f"{PAGES.format(scene.space.ref)}new/"
    fields = {"title": ["Mine"], "text": ["Half a thought"]}
    key = f"pages:new:{scene.space.ref}"
    save_draft(by=scene.freja.actor, key=key, fields=fields, url="", title="", base_stamp="")
    seen = scene.freja.get(f"{new}?start=class").text
    assert "Half a thought" in seen
    assert "## Who we are" not in seen
    assert "Begin with" not in seen
    wrong = scene.freja.post(new, {"title": "", "text": "Typed"})
    assert "Begin with" not in wrong.text


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "sl", "ro", "da"])
def test_templates_are_complete_and_without_flaws(language):
    with translation.override(language):
        found = starts()
    assert list(found) == ["class", "meeting", "plan", "evaluation"]
    for each in found.values():
        assert each.title
        assert not flaws_of(each.text)
        assert richtext.headings(each.text)
    if language != "en":
        with translation.override("en"):
            english = {each.title for each in starts().values()}
        assert english.isdisjoint(each.title for each in found.values())


def test_a_preview_writes_nothing(scene):
    new = f"{PAGES.format(scene.space.ref)}new/"
    values = {"title": "Rivers", "text": "**bold**", "preview": "1"}
    answer = scene.freja.post(new, values)
    assert answer.status_code == 200
    assert "<strong>bold</strong>" in answer.text
    assert not Page.objects.exists()


def test_a_page_shows_text_files_and_players(scene):
    """T-11, T-23."""
    picture = a_picture(scene.ana, scene.space, alt_text="A mill")
    staff = a_picture(scene.ana, scene.space, place="staff_room")
    film = a_file(scene.ana, scene.space, "plan.pdf")
    text = f"![A mill](file:{picture.ref})\n\n![x](file:{staff.ref})\n\n[plan](file:{film.ref})"
    page = a_page(scene, text=text)
    seen = scene.nina.get(f"/spaces/pages/{page.ref}/").text
    assert f"/spaces/files/{picture.ref}/content" in seen
    assert staff.ref not in seen
    assert "Teachers and pupils of this project" in seen
    assert "Begun by Ana Kovač" in seen  # T-24


def test_the_conflict_screen_shows_both_texts_and_a_way_to_save_both(scene):
    """G7, page 73: nothing lost, whoever comes second."""
    page = a_page(scene, text="one\n\ntwo")
    url = f"/spaces/pages/{page.ref}/edit/"
    save_page(by=scene.ana.actor, page=page, title="Water", text="ANA\n\ntwo", version=1)
    mine = {"title": "Water", "text": "one\n\nION", "version": 1}
    answer = scene.ion.post(url, mine)
    assert answer.status_code == 409
    for words in ("ANA", "ION", "Save both together", 'name="version" value="2"'):
        assert words in answer.text
    both = {"title": "Water", "text": "ANA\n\nION", "version": 2}
    assert scene.ion.post(url, both).status_code == 302
    page.refresh_from_db()
    assert (page.text, page.version) == ("ANA\n\nION", 3)


def test_text_that_was_not_sent_comes_back(scene):
    page = a_page(scene)
    fields = {"title": ["Water"], "text": ["Half a thought"], "version": ["1"]}
    key = f"pages:edit:{page.ref}"
    save_draft(by=scene.ana.actor, key=key, fields=fields, url="", title="", base_stamp="")
    url = f"/spaces/pages/{page.ref}/edit/"
    again = scene.ana.get(url).text
    assert "Half a thought" in again
    assert "It was not sent yet" in again
    assert "Half a thought" not in scene.ana.get(f"{url}?fresh=1").text


def test_history_compare_and_restore(scene):
    page = a_page(scene, text="cold river")
    save_page(by=scene.luka.actor, page=page, title="Water", text="warm river", version=1)
    one = f"/spaces/pages/{page.ref}/history/"
    assert "Luka" in scene.nina.get(one).text
    difference = scene.nina.get(f"{one}2/compare/").text
    assert "<del>cold</del><ins>warm</ins>" in difference
    assert "Bring this text back" not in difference
    assert "Bring this text back" in scene.freja.get(f"{one}2/compare/").text
    assert scene.nina.get(f"{one}9/").status_code == 404
    assert scene.nina.post(f"{one}1/restore/").status_code == 403
    assert scene.freja.post(f"{one}1/restore/").status_code == 302
    page.refresh_from_db()
    assert page.text == "cold river"


def test_moving_deleting_and_taking_back(scene):
    a_page(scene, title="A")
    page = a_page(scene, title="B")
    tree = PAGES.format(scene.space.ref)
    assert scene.ana.post(f"/spaces/pages/{page.ref}/move/", {"direction": "up"}).status_code == 302
    text = scene.ana.get(tree).text
    assert text.index(">B</span>") < text.index(">A</span>")
    assert 'value="up"' not in scene.nina.get(tree).text
    after = scene.ana.post(f"/spaces/pages/{page.ref}/delete/", follow=True)
    assert "ot-undo" in after.text
    assert scene.ana.post(f"/spaces/pages/{page.ref}/undelete/").status_code == 302


def test_publishing_over_the_screen(scene):
    page = a_page(scene)
    url = f"/spaces/pages/{page.ref}/publish/"
    look = scene.ana.get(url).text
    assert "Everybody on the internet" in look
    assert "Pupils are called" in look
    assert scene.freja.get(url).status_code == 403
    assert scene.ana.post(url, {"version": "1"}).status_code == 302
    assert scene.visitor.get(f"/spaces/p/{page.ref}/").status_code == 200
    assert scene.ana.post(f"/spaces/pages/{page.ref}/unpublish/").status_code == 302
    assert scene.visitor.get(f"/spaces/p/{page.ref}/").status_code == 404


def test_what_readers_would_miss_stands_beside_the_editor_and_before_publishing(scene):
    """Accessibility rule 9: it warns, and only a picture without words stops anything."""
    page = a_page(scene, text="#### Deep\n\n[click here](https://example.org)")
    vague = "The link “click here” does not say where it leads."
    for path in ("", "edit/", "publish/"):
        seen = scene.ana.get(f"/spaces/pages/{page.ref}/{path}").text
        assert vague in seen, path
        assert "A heading skips a level." in seen, path
    assert vague not in scene.nina.get(f"/spaces/pages/{page.ref}/").text
    scene.ana.post(f"/spaces/pages/{page.ref}/publish/", {"version": "1"})
    page.refresh_from_db()
    assert page.is_published
    new = f"{PAGES.format(scene.space.ref)}new/"
    tried = scene.ana.post(new, {"title": "A", "text": "[here](https://a.eu)", "preview": "1"})
    assert "The link “here” does not say" in tried.text


def test_who_sees_and_writes_is_changed_on_its_own_screen(scene):
    page = a_page(scene)
    url = f"/spaces/pages/{page.ref}/set-up/"
    values = {"place": "staff_room", "state": "visible", "writers": "team"}
    assert scene.luka.get(url).status_code == 403
    assert scene.ana.post(url, values).status_code == 302
    assert scene.nina.get(f"/spaces/pages/{page.ref}/").status_code == 404
    assert scene.ana.post(url, {"place": "moon", "state": "visible"}).status_code == 422


def test_naming_who_writes_over_the_screen(scene):
    page = a_page(scene)
    url = f"/spaces/pages/{page.ref}/set-up/"
    assert "Only people I name below" in scene.ana.get(url).text
    values = {"place": "whole", "state": "visible", "writers": "named"}
    nina = scene.member("nina").ref
    assert scene.ana.post(url, values | {"people": [nina]}).status_code == 302
    assert scene.nina.get(f"/spaces/pages/{page.ref}/edit/").status_code == 200
    assert scene.freja.get(f"/spaces/pages/{page.ref}/edit/").status_code == 403
    assert "Only some people write" in scene.freja.get(f"/spaces/pages/{page.ref}/").text
    (box,) = re.findall(f'<input[^>]*value="{nina}"[^>]*>', scene.ana.get(url).text)
    assert "checked" in box
    wrong = scene.ana.post(url, values | {"people": ["mem_2"]})
    assert wrong.status_code == 422
    values["writers"] = "everybody"
    assert scene.ana.post(url, values | {"people": [nina]}).status_code == 302
    page.refresh_from_db()
    assert (page.kept_for, page.kept_for_people, page.pupils_may_edit) == ("", [], True)


@pytest.mark.parametrize("path", ["", "edit/", "history/", "history/1/", "history/1/compare/"])
def test_strangers_get_an_absent_page(scene, path):
    page = a_page(scene)
    absent = scene.marek.get(f"/spaces/pages/pag_{'2' * 27}/{path}")
    assert scene.marek.get(f"/spaces/pages/{page.ref}/{path}").status_code == 404
    assert absent.status_code == 404


def test_pages_cost_the_same_with_three_as_with_one(scene):
    page = a_page(scene, text="[x](file:fil_a)")
    urls = (PAGES.format(scene.space.ref), f"/spaces/pages/{page.ref}/")

    def counted() -> list[int]:
        counts = []
        for url in urls:
            with CaptureQueriesContext(connection) as queries:
                scene.nina.get(url)
            counts.append(len(queries))
        return counts

    counted()
    one = counted()
    file = a_file(scene.ana, scene.space)
    for title in ("B", "C"):
        a_page(scene, title=title, text=f"[y](file:{file.ref})", parent=page)
    save_page(
        by=scene.ana.actor, page=page, title="Water", version=1,
        text=f"[x](file:{file.ref}) [y](file:{file.ref})",
    )  # fmt: skip
    assert counted() == one
