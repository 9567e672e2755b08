"""Files on their way: list, room, parts, what is forgotten (D11, D12)."""

import datetime as dt
import hashlib
import os
from contextlib import ExitStack
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now, stopped
from opentwinning.core.verdicts import Invalid
from opentwinning.workspace.files.actions import add_file, empty_files
from opentwinning.workspace.files.adapters import disk, gate, parts
from opentwinning.workspace.files.models import SpaceFile, Upload
from opentwinning.workspace.files.queries import room_left
from opentwinning.workspace.files.vocabulary import MAX_UNFINISHED
from opentwinning.workspace.files.wiring.cleaning import forget_resting_uploads, sweep_orphans
from tests.scenes.files import DOCUMENT, a_file, received
from tests.scenes.uploads import FILM, ask, begin, begun, send

MB = 1024 * 1024


def part_of(address: str) -> str:
    return Upload.objects.get(ref=address.rsplit("/", 1)[-1]).part


def with_limits(settings, **limits):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, **limits)


@pytest.fixture
def later():
    """Time passes: `later(hours=25)`."""
    with ExitStack() as stack:
        yield lambda **amount: stack.enter_context(stopped(now() + dt.timedelta(**amount)))


# ---------------------------------------------------------------- what has not arrived whole


def test_the_form_names_what_can_go_on(scene):
    address = begun(scene.ana, scene.space, filename="Our river.mp4", mark="1790000000000")
    send(scene.ana, address, 0, FILM[: len(FILM) // 2])
    page = scene.ana.get(f"/spaces/{scene.space.ref}/files/add/").text
    assert "Not finished yet" in page
    assert f'data-address="{address}"' in page
    assert f'data-name="Our river.mp4" data-size="{len(FILM)}" data-mark="1790000000000"' in page
    assert f"{len(FILM) // 2 * 100 // len(FILM)} % of" in page
    assert "1 file of yours has not arrived whole" in library(scene.ana, scene)
    assert "arrived whole" not in library(scene.nina, scene)
    assert "Our river.mp4" not in scene.nina.get(f"/spaces/{scene.space.ref}/files/add/").text


def test_many_cost_no_more_questions(scene, django_assert_num_queries):
    address = f"/spaces/{scene.space.ref}/files/add/"
    begun(scene.ana, scene.space)
    scene.ana.get(address)
    with CaptureQueriesContext(connection) as one:
        scene.ana.get(address)
    count = len(one)
    begun(scene.ana, scene.space)
    begun(scene.ana, scene.space)
    with django_assert_num_queries(count):
        scene.ana.get(address)


def test_cancelling_works_without_script(scene):
    address = begun(scene.ana, scene.space, filename="Our river.mp4")
    page = scene.ana.post(f"{address}/cancel/", follow=True).text
    assert "“Our river.mp4” is cancelled." in page
    assert "Not finished yet" not in page
    assert not Upload.objects.exists()


def library(person, scene) -> str:
    return person.get(f"/spaces/{scene.space.ref}/files/").text


# ---------------------------------------------------------------- room


def test_room_is_kept_from_the_beginning(scene, settings):
    with_limits(settings, space_quota_mb=1)
    begun(scene.ana, scene.space, MB - 10)
    assert room_left(scene.space) == 10
    answer = begin(scene.ion, scene.space, 11)
    assert answer.status_code == 422
    assert "There is no room left" in answer.text
    with pytest.raises(Invalid):
        a_file(scene.ion, scene.space)


def test_the_file_takes_over_the_room(scene):
    before = room_left(scene.space)
    send(scene.ana, begun(scene.ana, scene.space), 0, FILM)
    assert before - room_left(scene.space) == len(FILM)


def test_a_pupil_has_room_of_her_own(scene, settings):
    """D11: what she added and what is on its way; teachers have the space's."""
    with_limits(settings, pupil_quota_mb=1)
    begun(scene.nina, scene.space, MB - len(DOCUMENT))
    a_file(scene.nina, scene.space)
    refusal = begin(scene.nina, scene.space, 1)
    assert refusal.status_code == 422
    assert "You have no room left" in refusal.text
    with pytest.raises(Invalid):
        add_file(by=scene.nina.actor, space=scene.space, received=received())
    begun(scene.luka, scene.space, MB)
    begun(scene.ana, scene.space, 2 * MB)


def test_not_too_many_at_once(scene):
    for _ in range(MAX_UNFINISHED):
        begun(scene.ana, scene.space)
    answer = begin(scene.ana, scene.space)
    assert answer.status_code == 422
    assert "have not arrived whole" in answer.text


def test_a_full_disk_refuses_what_is_on_its_way(scene, monkeypatch):
    """K6: room that others wait for is not given twice."""
    asked = []
    monkeypatch.setattr(disk, "refuse_when_full", asked.append)
    begun(scene.ana, scene.space, 1000)
    begun(scene.ion, scene.space, 500)
    assert asked == [1000, 1500]


# ---------------------------------------------------------------- the disk


def test_a_second_writer_waits(scene):
    address = begun(scene.ana, scene.space)
    with parts.held(part_of(address)):
        assert send(scene.ana, address, 0, FILM).status_code == 423
    assert send(scene.ana, address, 0, FILM).status_code == 204


def test_one_person_sends_one_piece_at_a_time(scene):
    address = begun(scene.ana, scene.space)
    with gate.admitted(scene.ana.actor.ref):
        answer = send(scene.ana, address, 0, FILM)
        assert answer.status_code == 503
        assert answer["Retry-After"] == "1"
        assert send(scene.ion, begun(scene.ion, scene.space), 0, FILM).status_code == 204
    assert send(scene.ana, address, 0, FILM).status_code == 204


def test_slow_lines_leave_threads_to_others(scene):
    with gate.admitted("one"), gate.admitted("two"):
        assert send(scene.ana, begun(scene.ana, scene.space), 0, FILM).status_code == 503


def test_a_creeping_body_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(gate, "PATIENCE", 0.0)
    monkeypatch.setattr(gate, "LEAST_RATE", 10**12)
    with pytest.raises(gate.TooSlow):
        list(gate.pieces(lambda length: b"x", 100))


def test_what_was_cut_off_between_the_last_byte_and_the_reception_is_finished(scene, monkeypatch):
    """A client that asks must not hear that all is done while there is no file."""
    address = begun(scene.ana, scene.space)
    monkeypatch.setattr(disk, "keep", cut_off)
    with pytest.raises(KeyboardInterrupt):
        send(scene.ana, address, 0, FILM)
    monkeypatch.undo()
    assert ask(scene.ana, address)["Upload-Offset"] == str(len(FILM) - 1)
    assert send(scene.ana, address, len(FILM) - 1, FILM[-1:]).status_code == 204
    assert SpaceFile.objects.get().sha256 == hashlib.sha256(FILM).hexdigest()


def cut_off(*_):
    raise KeyboardInterrupt


def test_what_rests_a_day_is_forgotten_with_its_part(scene, later):
    before = room_left(scene.space)
    resting, alive = begun(scene.ana, scene.space), begun(scene.ion, scene.space)
    names = {each: parts.path_of(part_of(each)) for each in (resting, alive)}
    send(scene.ana, resting, 0, FILM[:10])
    send(scene.ion, alive, 0, FILM[:10])
    later(hours=25)
    touch(names[resting], hours=-1)
    touch(names[alive], hours=24)
    forget_resting_uploads({})
    assert not names[resting].exists()
    assert names[alive].exists()
    assert ask(scene.ana, resting).status_code == 404
    assert before - room_left(scene.space) == len(FILM)


def touch(path, *, hours):
    moment = path.stat().st_mtime + hours * 3600
    os.utime(path, (moment, moment))


def test_nothing_keeps_room_longer_than_a_week(scene, later):
    address = begun(scene.ana, scene.space)
    send(scene.ana, address, 0, FILM[:10])
    path = parts.path_of(part_of(address))
    later(days=8)
    touch(path, hours=8 * 24)
    forget_resting_uploads({})
    assert not Upload.objects.exists()


def test_the_other_sweep_leaves_parts_alone(scene, later):
    address = begun(scene.ana, scene.space)
    send(scene.ana, address, 0, FILM[:10])
    later(days=3)
    sweep_orphans({})
    assert ask(scene.ana, address)["Upload-Offset"] == "10"


def test_a_part_without_a_row_is_swept(scene, later):
    with parts.held("nobody"):
        pass
    later(days=2)
    forget_resting_uploads({})
    assert not parts.path_of("nobody").exists()


def test_an_emptied_space_has_nothing_on_its_way(scene):
    begun(scene.ana, scene.space)
    empty_files(by=SYSTEM, space_id=scene.space.pk)
    assert not Upload.objects.exists()
