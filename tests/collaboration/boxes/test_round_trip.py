"""What goes out in a box and comes in again says the same (idea 9, pain 1)."""

import json

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from opentwinning.collaboration.boxes.vocabulary import ArrivalState
from opentwinning.workspace.activities.actions import approve_hand_in
from opentwinning.workspace.files.models import SpaceFile
from tests.cast import ana, marek
from tests.collaboration.boxes.test_format import KINDS, steps
from tests.scenes.arrivals import a_project, brought
from tests.scenes.boxes import opened
from tests.scenes.twinspaces import a_twinspace
from tests.workspace.activities.test_activities import an_activity, handed

pytestmark = pytest.mark.django_db
# What a place that takes a box in does not promise to keep, each told in docs/box-format.md.
ELSEWHERE = {"public", "public_version", "path", "sha256", "width", "height"}
STAYS = {"polls"}


@pytest.fixture(autouse=True)
def own_disk(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


def plain(box, own: str):
    """What a box says, without ids of its place: each is replaced by its number of its kind."""
    numbers = {"": ""}
    for kind in KINDS:
        for number, each in enumerate(ordered(box, kind)):
            if "id" in each:
                numbers[each["id"]] = f"{kind} {number}"
    people = {each["id"]: (each["name"], each["country"]) for each in box.records("people")}
    told = {}
    for kind in KINDS:
        if kind in STAYS | {"people"}:
            continue
        told[kind] = [
            {
                name: said(value, numbers, people)
                for name, value in each.items()
                if name not in ELSEWHERE
            }
            for each in ordered(box, kind)
        ]
    told["people"] = sorted(
        json.dumps({n: v for n, v in each.items() if n != "id"}, sort_keys=True)
        for each in box.records("people")
        if each["name"] != own
    )
    return told


def ordered(box, kind):
    return box.records(kind)


def said(value, numbers, people):
    if isinstance(value, list):
        return [said(each, numbers, people) for each in value]
    if isinstance(value, str):
        if value in people:
            return people[value]
        for ref, number in numbers.items():
            value = value.replace(ref, number) if ref else value
    return value


@given(steps)
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_box_that_was_taken_in_packs_the_same_box_again(own_disk, steps):
    """Random spaces: out, in and out again says the same about every record (idea 9)."""
    with transaction.atomic():
        scene = a_twinspace()
        for happens, title, words, place, again in steps:
            happens(scene.twinspace.space, title, words, place, again)
        first = opened(ana(), scene.ref)
        arrival = brought(marek(), first.zip.fp.getvalue())
        assert arrival.state == ArrivalState.TAKEN, arrival.problem
        assert arrival.refused == []
        second = opened(marek(), arrival.space.ref)
        own = marek().educator.name
        assert plain(second, own) == plain(first, own)
        assert second.manifest["project"]["title"] == first.manifest["project"]["title"]
        transaction.set_rollback(True)


def test_works_of_pupils_and_pictures_come_along():
    scene = a_project()
    space = scene.twinspace.space
    activity = an_activity(scene)
    approve_hand_in(by=ana().actor, hand_in=handed(scene, activity), version=1)
    first = opened(ana(), scene.ref)
    arrival = brought(marek(), first.zip.fp.getvalue())
    second = opened(marek(), arrival.space.ref)
    own = marek().educator.name
    assert plain(second, own) == plain(first, own)
    assert len(second.records("hand_ins")) == len(second.records("remarks")) == 1
    (picture,) = second.records("files")
    assert (picture["kind"], picture["alt_text"]) == ("image", "A river")
    assert SpaceFile.objects.filter(space=space).count() == 1
