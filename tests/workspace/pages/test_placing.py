"""A page is laid before, behind or under another, by dragging or by any client (X-51, ux 71)."""

import random

import pytest

from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.workspace.pages.actions import create_page, delete_page, place_page
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.queries import level_of, page_tree, parents_in
from opentwinning.workspace.pages.vocabulary import MAX_LEVELS, Spot
from opentwinning.workspace.spaces.queries import presence_in


def a_page(scene, title, person=None, **values):
    by = (person or scene.ana).actor
    return create_page(by=by, space=scene.space, title=title, text="", **values)


def lay(scene, page, where, beside, person=None):
    by = (person or scene.freja).actor
    return place_page(by=by, page=page, beside=beside.ref, where=where)


def shape(scene):
    def of(branches):
        return [(branch.page.title, of(branch.children)) for branch in branches]

    return of(page_tree(presence_in(scene.ana.actor, scene.space)))


def test_before_behind_and_under(scene):
    a, b, c = (a_page(scene, title) for title in "ABC")
    lay(scene, c, "before", a)
    assert shape(scene) == [("C", []), ("A", []), ("B", [])]
    lay(scene, c, "behind", a)
    assert shape(scene) == [("A", []), ("C", []), ("B", [])]
    lay(scene, a, "under", b)
    lay(scene, c, "before", a)
    assert shape(scene) == [("B", [("C", []), ("A", [])])]
    lay(scene, a, "before", b)
    assert shape(scene) == [("A", []), ("B", [("C", [])])]


def test_the_pages_under_it_come_along_and_three_levels_stay_three(scene):
    a, b = a_page(scene, "A"), a_page(scene, "B")
    c = a_page(scene, "C", parent=b)
    d = a_page(scene, "D", parent=c)
    with pytest.raises(Invalid, match="three levels"):
        lay(scene, b, "under", a)
    lay(scene, c, "under", a)
    assert shape(scene) == [("A", [("C", [("D", [])])]), ("B", [])]
    with pytest.raises(Invalid, match="three levels"):
        lay(scene, b, "under", d)


def test_a_page_never_lies_within_itself(scene):
    a = a_page(scene, "A")
    b = a_page(scene, "B", parent=a)
    for target in (a, b):
        for where in Spot:
            with pytest.raises(Invalid, match="cannot lie there"):
                lay(scene, a, where, target)


def test_beside_what_somebody_does_not_see_nothing_is_laid(scene):
    page = a_page(scene, "A")
    gone = delete_page(by=scene.ana.actor, page=a_page(scene, "B"))
    draft = a_page(scene, "C", state="draft", place="staff_room")
    for target in (gone, Page(ref="pag_nothing")):
        with pytest.raises(Invalid, match="cannot lie there"):
            lay(scene, page, "before", target)
    with pytest.raises(Refused):
        lay(scene, page, "before", draft, scene.nina)


def test_whatever_is_laid_anywhere_no_page_is_lost(scene):
    """Guard: random layings against the tree itself."""
    dice = random.Random(7)
    pages = [a_page(scene, str(number)) for number in range(7)]
    for _ in range(60):
        page, target = dice.sample(pages, 2)
        try:
            lay(scene, page, dice.choice(list(Spot)), target)
        except Invalid:
            continue
        parents = parents_in(scene.space)
        rows = Page.objects.filter(space=scene.space)
        assert max(level_of(row, parents) for row in rows) <= MAX_LEVELS
        everything = page_tree(presence_in(scene.ana.actor, scene.space))
        assert sum(1 for top in everything for _ in top.walk()) == len(pages)


def test_what_came_of_it_is_said(scene):
    a, b = a_page(scene, "Water"), a_page(scene, "Mills")
    address = f"/spaces/pages/{b.ref}/move/"
    said = scene.ana.post(address, {"where": "before", "beside": a.ref}, follow=True).text
    assert "“Mills” is now number 1 of 2." in said
    said = scene.ana.post(address, {"where": "under", "beside": a.ref}, follow=True).text
    assert "“Mills” is now number 1 of 1 under “Water”." in said
    said = scene.ana.post(address, {"where": "under", "beside": "pag_none"}, follow=True).text
    assert "cannot lie there" in said


def test_only_who_arranges_pages_gets_a_grip(scene):
    a_page(scene, "Water")
    address = f"/spaces/{scene.space.ref}/pages/"
    assert "data-ot-grip" in scene.ana.get(address).text
    assert "data-ot-grip" not in scene.nina.get(address).text
