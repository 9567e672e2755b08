"""Who may see, change and delete files (matrix row 37)."""

import pytest

from opentwinning.workspace.files.actions import delete_file
from opentwinning.workspace.files.policies import (
    may_change_file,
    may_delete_file,
    may_read_file,
    may_restore_file,
    may_upload_file,
)
from tests.scenes.files import a_file

EVERYBODY = {"ana", "ion", "freja", "nina", "luka", "mihai"}
TEACHERS = {"ana", "ion", "freja"}


def allowed(scene, rule):
    return {name for name in EVERYBODY if rule(scene.member(name))}


@pytest.mark.parametrize(
    ("place", "readers", "writers"),
    [
        ("whole", EVERYBODY, EVERYBODY),
        ("staff_room", TEACHERS, TEACHERS),
        ("pupil_corner", EVERYBODY, EVERYBODY - TEACHERS),
    ],
)
def test_places_decide_who_reads_and_adds(scene, place, readers, writers):
    owner = scene.nina if place == "pupil_corner" else scene.ana
    file = a_file(owner, scene.space, place=place)
    assert allowed(scene, lambda m: may_read_file(m, file)) == readers
    assert allowed(scene, lambda m: may_upload_file(m, scene.space, place)) == writers


def test_a_held_photo_is_for_its_owner_and_teachers(scene):
    file = a_file(scene.nina, scene.space, is_held=True)
    assert allowed(scene, lambda m: may_read_file(m, file)) == TEACHERS | {"nina"}


def test_educators_change_their_own_admins_any_pupils_none(scene):
    file = a_file(scene.freja, scene.space)
    pupils = a_file(scene.nina, scene.space)
    change = lambda f: allowed(scene, lambda m: may_change_file(m, scene.space, f))  # noqa: E731
    assert change(file) == TEACHERS
    assert change(pupils) == {"ana", "ion"}


def test_deleting_ones_own_and_teachers_what_pupils_added(scene):
    delete = lambda f: allowed(scene, lambda m: may_delete_file(m, scene.space, f))  # noqa: E731
    assert delete(a_file(scene.ion, scene.space)) == {"ana", "ion"}
    assert delete(a_file(scene.nina, scene.space)) == TEACHERS | {"nina"}


def test_the_trash_is_for_whoever_deleted_it_its_owner_and_admins(scene):
    file = delete_file(by=scene.nina.actor, file=a_file(scene.nina, scene.space))
    rule = lambda m: may_restore_file(m, scene.space, file)  # noqa: E731
    assert allowed(scene, rule) == {"nina", "ana", "ion"}
    assert allowed(scene, lambda m: may_read_file(m, file)) == set()


def test_a_read_only_space_says_why(scene):
    """B10: reading goes on, writing is refused with the reason."""
    file = a_file(scene.freja, scene.space)
    scene.closes()
    member = scene.member("ana")
    assert may_read_file(member, file)
    for verdict in (
        may_change_file(member, scene.space, file),
        may_delete_file(member, scene.space, file),
        may_upload_file(member, scene.space, "whole"),
    ):
        assert not verdict
        assert "read-only" in str(verdict.reason)
