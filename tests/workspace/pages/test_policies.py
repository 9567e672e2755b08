"""Who reads, writes, arranges and publishes pages (matrix rows 29, 30; X-47, X-48, X-51)."""

import pytest

from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.workspace.pages.actions import create_page, lock_page, set_up_page
from opentwinning.workspace.pages.policies import (
    may_arrange_pages,
    may_create_page,
    may_delete_page,
    may_edit_page,
    may_publish_page,
    may_read_page,
    may_restore_version,
)
from opentwinning.workspace.pages.vocabulary import Writers

TEACHERS = {"ana", "ion", "freja"}
PUPILS = {"nina", "luka", "mihai"}
EVERYBODY = TEACHERS | PUPILS


def allowed(scene, rule):
    return {name for name in EVERYBODY if rule(scene.member(name), scene.space)}


def a_page(scene, person=None, **values):
    values = {"title": "Water", "text": "Text"} | values
    return create_page(by=(person or scene.freja).actor, space=scene.space, **values)


@pytest.mark.parametrize(
    ("values", "readers", "writers"),
    [
        ({}, EVERYBODY, TEACHERS | {"luka"}),
        ({"pupils_may_edit": True}, EVERYBODY, EVERYBODY),
        ({"state": "draft"}, TEACHERS | {"luka"}, TEACHERS | {"luka"}),
        ({"state": "draft", "pupils_may_edit": True}, EVERYBODY, EVERYBODY),
        ({"place": "staff_room"}, TEACHERS, TEACHERS),
    ],
)
def test_reading_and_writing(scene, values, readers, writers):
    page = a_page(scene, **values)
    assert allowed(scene, lambda m, s: may_read_page(m, page)) == readers
    assert allowed(scene, lambda m, s: may_edit_page(m, s, page)) == writers


def test_a_page_of_the_pupil_corner_is_written_by_pupils_only(scene):
    page = a_page(scene, scene.luka, place="pupil_corner", pupils_may_edit=True)
    assert allowed(scene, lambda m, s: may_read_page(m, page)) == EVERYBODY
    assert allowed(scene, lambda m, s: may_edit_page(m, s, page)) == PUPILS


def test_pupils_do_not_add_pages_but_pupil_admins_do(scene):
    """X-47, X-48."""
    assert allowed(scene, lambda m, s: may_create_page(m, s, "whole")) == TEACHERS | {"luka"}


def test_a_lock_leaves_project_admins(scene):
    page = lock_page(by=scene.ana.actor, page=a_page(scene, pupils_may_edit=True), is_locked=True)
    assert allowed(scene, lambda m, s: may_edit_page(m, s, page)) == {"ana", "ion"}
    assert "locked" in str(may_edit_page(scene.member("freja"), scene.space, page).reason)


def keep(scene, page, *, by=None, state="visible", **writers):
    return set_up_page(
        by=(by or scene.ana).actor, page=page, place=page.place, state=state,
        pupils_may_edit=True, writers=Writers(**writers),
    )  # fmt: skip


def refs(scene, *names):
    return [scene.member(name).ref for name in names]


def test_a_page_is_kept_for_teachers_or_for_people_by_name(scene):
    """T-11: project admins and whoever began the page write it in any case."""
    page = keep(scene, a_page(scene, scene.luka), kept="adults")
    assert allowed(scene, lambda m, s: may_edit_page(m, s, page)) == TEACHERS | {"luka"}
    assert allowed(scene, lambda m, s: may_read_page(m, page)) == EVERYBODY
    page = keep(scene, page, kept="named", people=refs(scene, "nina"))
    assert allowed(scene, lambda m, s: may_edit_page(m, s, page)) == {"ana", "ion", "luka", "nina"}
    refusal = may_edit_page(scene.member("freja"), scene.space, page)
    assert "named" in str(refusal.reason)
    page = keep(scene, page, kept="named", people=refs(scene, "nina"), state="draft")
    assert allowed(scene, lambda m, s: may_read_page(m, page)) == {"ana", "ion", "luka", "nina"}
    page = keep(scene, page)
    assert allowed(scene, lambda m, s: may_edit_page(m, s, page)) == EVERYBODY
    assert page.kept_for_people == []


def test_a_lock_is_stronger_than_a_name(scene):
    page = keep(scene, a_page(scene), kept="named", people=refs(scene, "nina"))
    page = lock_page(by=scene.ana.actor, page=page, is_locked=True)
    assert allowed(scene, lambda m, s: may_edit_page(m, s, page)) == {"ana", "ion"}


def test_whoever_is_not_named_cannot_name_herself(scene):
    page = keep(scene, a_page(scene, scene.ion), kept="named", people=refs(scene, "nina"))
    with pytest.raises(Refused):
        keep(scene, page, by=scene.freja, kept="named", people=refs(scene, "freja"))
    with pytest.raises(Refused):
        keep(scene, page, by=scene.nina, kept="named", people=refs(scene, "nina", "mihai"))
    with pytest.raises(Invalid):
        keep(scene, page, kept="named", people=["mem_2222222222222222222222222"])


def test_a_page_of_the_staff_room_is_not_opened_by_a_name(scene):
    page = a_page(scene, place="staff_room")
    page = keep(scene, page, kept="named", people=refs(scene, "nina", "freja"))
    assert allowed(scene, lambda m, s: may_read_page(m, page)) == TEACHERS
    assert allowed(scene, lambda m, s: may_edit_page(m, s, page)) == TEACHERS


def test_the_rest_of_the_rights(scene):
    page = a_page(scene)
    assert allowed(scene, may_arrange_pages) == TEACHERS
    assert allowed(scene, lambda m, s: may_restore_version(m, s, page)) == TEACHERS
    assert allowed(scene, lambda m, s: may_delete_page(m, s, page)) == TEACHERS
    assert allowed(scene, lambda m, s: may_publish_page(m, s, page)) == {"ana", "ion"}
    others = a_page(scene, scene.ion)
    assert allowed(scene, lambda m, s: may_delete_page(m, s, others)) == {"ana", "ion"}


def test_drafts_and_rooms_are_not_published(scene):
    for values in ({"state": "draft"}, {"place": "staff_room"}):
        verdict = may_publish_page(scene.member("ana"), scene.space, a_page(scene, **values))
        assert "visible page" in str(verdict.reason)


def test_a_read_only_space_is_read(scene):
    page = a_page(scene)
    scene.closes()
    assert allowed(scene, lambda m, s: may_read_page(m, page)) == EVERYBODY
    for rule in (may_edit_page, may_delete_page, may_publish_page):
        assert allowed(scene, lambda m, s, rule=rule: rule(m, s, page)) == set()
