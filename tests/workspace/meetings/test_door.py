"""The door of a meeting: pupils wait, nobody is alone, who is sent out stays out (H8, H9)."""

import pytest

from opentwinning.collaboration.projects.actions import close_project
from opentwinning.core.verdicts import Refused
from opentwinning.workspace.meetings.actions import call_off, end_meeting, send_out
from opentwinning.workspace.meetings.models import Letter
from opentwinning.workspace.spaces.actions import remove_member
from tests.cast import ana, freja, ion
from tests.pages import text
from tests.scenes.meetings import Page, a_meeting, at, lets_in
from tests.scenes.projects import fresh
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db


def test_a_pupil_waits_until_a_teacher_who_is_inside_lets_her_in():
    scene = a_twinspace()
    meeting = a_meeting(scene)
    nina = Page(scene.nina, meeting, "nina")
    assert nina.comes()["state"] == "waiting"
    with pytest.raises(Refused):  # from outside nobody is let in
        lets_in(ana(), nina)
    teacher = Page(ana(), meeting, "ana")
    news = teacher.comes()
    assert news["state"] == "in"
    assert "Nina" in news["door"]
    assert nina.calls()["state"] == "waiting"
    lets_in(ana(), nina)
    news = nina.calls()
    assert news["state"] == "in"
    assert [each["name"] for each in news["people"]] == [ana().educator.name]


def test_a_pupil_is_never_connected_without_a_teacher(clock):
    """The teacher leaves, or her computer dies: pupils are parted at the next call."""
    scene = a_twinspace()
    meeting = a_meeting(scene)
    teacher, nina, mihai = (
        Page(who, meeting, name)
        for who, name in ((ana(), "a"), (scene.nina, "n"), (scene.mihai, "m"))
    )
    teacher.comes()
    for pupil in (nina, mihai):
        pupil.comes()
        lets_in(ana(), pupil)
        assert pupil.calls()["state"] == "in"
    ana().post(f"{at(meeting)}leave/", {"tab": "a"})
    for pupil in (nina, mihai):
        news = pupil.calls(pupil.letter_to(mihai))
        assert (news["state"], news["people"], news["letters"]) == ("waiting", [], [])
        assert "ways" not in news
    assert not Letter.objects.exists()
    teacher.comes()
    assert nina.calls()["state"] == "in"
    clock.passes(seconds=50)
    assert nina.calls()["state"] == "waiting"


def test_a_pupil_who_was_away_for_long_waits_again(clock):
    scene = a_twinspace()
    meeting = a_meeting(scene)
    teacher, nina = Page(ana(), meeting, "a"), Page(scene.nina, meeting, "n")
    teacher.comes()
    nina.comes()
    lets_in(ana(), nina)
    clock.passes(minutes=3)
    teacher.calls()
    assert Page(scene.nina, meeting, "again").comes()["state"] == "waiting"


@pytest.mark.parametrize(
    ("begins_in", "words"), [(120, "half an hour before"), (-14, None), (-14 - 60 * 5, "is over")]
)
def test_the_door_opens_before_it_and_shuts_after_it(begins_in, words, clock):
    """A link of last week opens nothing (H8)."""
    scene = a_twinspace()
    meeting = a_meeting(scene, begins_in=max(begins_in, -14))
    if begins_in < -14:
        clock.passes(hours=5)
    page = text(ana().get(at(meeting)))
    assert (words in page) if words else ("Come in" in page)
    news = Page(ana(), meeting, "a").comes()
    assert (news["state"] == "over") is bool(words)


def test_a_meeting_that_was_called_off_lets_nobody_in():
    scene = a_twinspace()
    meeting = a_meeting(scene)
    teacher = Page(ana(), meeting, "a")
    teacher.comes()
    call_off(by=ana().actor, meeting=meeting)
    assert teacher.calls()["state"] == "over"
    assert Page(ion(), meeting, "i").comes()["state"] == "over"


def test_a_closed_project_has_no_meetings():
    scene = a_twinspace()
    meeting = a_meeting(scene)
    Page(ana(), meeting, "a").comes()
    close_project(by=ana().actor, project=fresh(scene.project))
    assert Page(ana(), meeting, "a").comes()["state"] == "over"


def test_who_leaves_the_project_is_in_no_meeting():
    scene = a_twinspace()
    meeting = a_meeting(scene)
    teacher, partner = Page(ana(), meeting, "a"), Page(freja(), meeting, "f")
    teacher.comes()
    partner.comes()
    assert [each["name"] for each in teacher.calls()["people"]] == [freja().educator.name]
    remove_member(by=ana().actor, member=scene.member(freja()))
    assert teacher.calls()["people"] == []
    assert freja().post(f"{at(meeting)}call/", "{}", content_type="application/json"
                        ).status_code == 404  # fmt: skip


def test_who_was_sent_out_stays_out_on_every_page_and_device():
    scene = a_twinspace()
    meeting = a_meeting(scene)
    teacher, nina = Page(ana(), meeting, "a"), Page(scene.nina, meeting, "n")
    teacher.comes()
    nina.comes()
    lets_in(ana(), nina)
    send_out(by=ana().actor, seat=nina.row)
    assert nina.calls()["state"] == "out"
    assert nina.calls(nina.letter_to(teacher))["state"] == "out"
    assert Page(scene.nina, meeting, "another device").comes()["state"] == "out"
    assert "sent you out" in text(scene.nina.get(at(meeting)))
    scene.nina.post(f"{at(meeting)}leave/", {})
    assert Page(scene.nina, meeting, "after leaving").comes()["state"] == "out"
    end_meeting(by=ana().actor, meeting=meeting)
    assert Page(scene.nina, meeting, "next run").comes()["state"] == "out"
    teacher.comes()
    lets_in(ana(), nina)
    assert Page(scene.nina, meeting, "n").comes()["state"] == "in"


def test_a_teacher_is_sent_out_by_a_project_admin_only():
    scene = a_twinspace()
    meeting = a_meeting(scene)
    admin, partner = Page(ana(), meeting, "a"), Page(freja(), meeting, "f")
    admin.comes()
    partner.comes()
    with pytest.raises(Refused):
        send_out(by=freja().actor, seat=admin.row)
    send_out(by=ana().actor, seat=partner.row)
    assert partner.calls()["state"] == "out"


def test_pupils_open_no_door():
    scene = a_twinspace()
    meeting = a_meeting(scene)
    teacher, nina = Page(ana(), meeting, "a"), Page(scene.nina, meeting, "n")
    teacher.comes()
    nina.comes()
    for act in ("let", "out"):
        assert scene.nina.post(f"/spaces/meeting-seats/{nina.seat}/{act}/").status_code == 403
    assert "door" not in nina.calls()
