"""Polls and votes (pages 85 and 87, matrix row 40, L6)."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.collaboration.projects.actions import close_project
from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Conflict, Invalid, Refused
from opentwinning.facilities.notifications.models import Notice
from opentwinning.workspace.votes.actions import (
    Question,
    ask_question,
    change_poll,
    close_poll,
    delete_poll,
    open_poll_again,
    purge_polls,
    undelete_poll,
    vote,
    withhold_poll,
)
from opentwinning.workspace.votes.models import Ballot, Choice, Pick, Poll
from opentwinning.workspace.votes.queries import numbers_of
from tests import cast
from tests.pages import text
from tests.scenes import projects
from tests.scenes.boxes import opened
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db


def a_poll(scene, choices=("Trout", "Otter", "Frog"), title="Which animal is our sign?", **more):
    question = Question(title=title, choices=choices, **more)
    return ask_question(by=cast.ana().actor, space=scene.twinspace.space, question=question)


def fresh(poll):
    return Poll.objects.get(pk=poll.pk)


def at(poll):
    return f"/spaces/polls/{poll.ref}/"


def refs_of(poll):
    rows = Choice.objects.filter(poll=poll).order_by("position")
    return {each.text: each.ref for each in rows}


def votes(person, poll, *words):
    refs = refs_of(poll)
    return vote(by=person.actor, poll=poll, answers={refs[each]: "yes" for each in words})


def counted(poll):
    return {each.choice.text: each.yes for each in numbers_of(poll).results}


# Asking.


def test_a_teacher_asks_in_a_form_and_the_other_teachers_are_told():
    scene = a_twinspace()
    sent = cast.ana().post(
        f"/spaces/{scene.ref}/polls/new/",
        {
            "title": "Which animal is our sign?",
            "choices": "Trout\n\n  Otter \nFrog",
            "place": "whole",
            "voice": "member",
            "reveal": "voted",
            "form_token": "once",
        },
    )
    poll = Poll.objects.get()
    assert sent.headers["Location"] == at(poll)
    assert list(refs_of(poll)) == ["Trout", "Otter", "Frog"]
    assert Notice.objects.filter(kind="votes.asked").count() == 2, "Ion and Freja"
    assert "Which animal is our sign?" in text(scene.nina.get(f"/twinspaces/{scene.ref}"))


@pytest.mark.parametrize(
    ("choices", "says"),
    [
        ("Trout", "at least two choices"),
        ("Trout\ntrout", "the same"),
        ("\n".join(str(number) for number in range(13)), "Twelve choices at most"),
        (f"Trout\n{'x' * 121}", "too long"),
    ],
)
def test_choices_that_cannot_be_keep_what_was_typed(choices, says):
    scene = a_twinspace()
    page = cast.ana().post(
        f"/spaces/{scene.ref}/polls/new/",
        {"title": "A sign", "choices": choices, "place": "whole", "voice": "member",
         "reveal": "voted"},
    )  # fmt: skip
    assert says in text(page, 422)
    assert "A sign" in page.content.decode()
    assert not Poll.objects.exists()


def test_a_moment_that_is_over_is_refused():
    with pytest.raises(Invalid):
        a_poll(a_twinspace(), closes_at=now() - dt.timedelta(minutes=1))


def test_the_same_form_sent_twice_makes_one():
    scene = a_twinspace()
    question = Question(title="A sign", choices=("Trout", "Otter"))
    for _ in range(2):
        ask_question(
            by=cast.ana().actor, space=scene.twinspace.space, question=question, form_token="once"
        )
    assert Poll.objects.count() == 1
    assert Choice.objects.count() == 2


def test_pupils_do_not_ask():
    scene = a_twinspace()
    assert scene.nina.get(f"/spaces/{scene.ref}/polls/new/").status_code == 403


# Voting.


def test_a_pupil_votes_and_changes_her_vote():
    scene = a_twinspace()
    poll = a_poll(scene)
    refs = refs_of(poll)
    for word in ("Trout", "Otter"):
        assert scene.nina.post(at(poll), {"choices": refs[word]}).status_code == 302
    assert counted(poll) == {"Trout": 0, "Otter": 1, "Frog": 0}
    page = text(scene.nina.get(at(poll)))
    assert "You have voted." in page
    assert "once three have voted" in page
    assert "Which animal" not in text(scene.nina.get(f"/twinspaces/{scene.ref}"))


def test_nothing_chosen_is_said():
    scene = a_twinspace()
    poll = a_poll(scene)
    assert "Choose something." in text(scene.nina.post(at(poll), {}), 422)
    with pytest.raises(Invalid):
        votes(scene.nina, poll)


def test_one_choice_is_one_and_several_are_several():
    scene = a_twinspace()
    one, many = a_poll(scene), a_poll(scene, title="What shall we eat?", takes_many=True)
    with pytest.raises(Invalid):
        votes(scene.nina, one, "Trout", "Otter")
    refs = refs_of(many)
    scene.nina.post(at(many), {"choices": [refs["Trout"], refs["Frog"]]})
    assert counted(many) == {"Trout": 1, "Otter": 0, "Frog": 1}


def test_a_choice_of_another_poll_is_refused():
    scene = a_twinspace()
    poll, other = a_poll(scene), a_poll(scene, title="Another one")
    with pytest.raises(Invalid):
        vote(by=scene.nina.actor, poll=poll, answers={refs_of(other)["Trout"]: "yes"})
    assert not Ballot.objects.exists()


def test_a_closed_poll_takes_no_votes_until_it_is_open_again():
    scene = a_twinspace()
    poll = a_poll(scene)
    close_poll(by=cast.ana().actor, poll=poll)
    with pytest.raises(Refused):
        votes(scene.nina, poll, "Trout")
    assert "This poll is closed." in text(scene.nina.post(at(poll), {"choices": "x"}))
    open_poll_again(by=cast.ana().actor, poll=poll)
    votes(scene.nina, poll, "Trout")


def test_a_poll_closes_at_its_moment(clock):
    scene = a_twinspace()
    poll = a_poll(scene, closes_at=now() + dt.timedelta(hours=1))
    votes(cast.ion(), poll, "Trout")
    clock.passes(hours=2)
    with pytest.raises(Refused):
        votes(cast.ion(), poll, "Otter")
    assert "Closed" in text(cast.ion().get(f"/spaces/{scene.ref}/polls/"))


def test_a_school_has_one_vote_and_its_teachers_share_it():
    scene = a_twinspace()
    poll = a_poll(scene, voice="school")
    votes(cast.ana(), poll, "Trout")
    votes(cast.ion(), poll, "Otter")
    votes(cast.ana(), poll, "Frog")
    assert counted(poll) == {"Trout": 0, "Otter": 1, "Frog": 1}
    assert "votes for all of you" in text(scene.nina.get(at(poll)))
    with pytest.raises(Refused):
        votes(scene.nina, poll, "Trout")


def test_pupils_neither_see_nor_vote_in_the_staff_room():
    scene = a_twinspace()
    poll = a_poll(scene, place="staff_room")
    assert scene.nina.get(at(poll)).status_code == 404
    assert scene.nina.post(at(poll), {"choices": "x"}).status_code == 404
    assert "Which animal" not in text(scene.nina.get(f"/spaces/{scene.ref}/polls/"))


# What is shown.


def test_numbers_are_seen_by_whoever_voted_and_names_by_nobody():
    scene = a_twinspace()
    poll = a_poll(scene)
    votes(scene.nina, poll, "Trout")
    votes(cast.ion(), poll, "Otter")
    votes(cast.freja(), poll, "Otter")
    before = text(cast.ana().get(at(poll)))
    assert "Vote first" in before
    assert "2 votes" not in before
    after = text(cast.ion().get(at(poll)))
    assert "2 votes" in after
    assert "Freja" not in after
    assert "Nina" not in after


def test_numbers_that_wait_for_the_end_wait_for_the_end():
    scene = a_twinspace()
    poll = a_poll(scene, reveal="closed", shows_names=True)
    votes(cast.ion(), poll, "Otter")
    assert "shown when the poll is closed" in text(cast.ion().get(at(poll)))
    close_poll(by=cast.ana().actor, poll=poll)
    assert "1 vote" in text(scene.nina.get(at(poll)))


def test_an_open_vote_names_who_chose_what():
    scene = a_twinspace()
    poll = a_poll(scene, shows_names=True)
    votes(cast.ion(), poll, "Otter")
    votes(cast.ana(), poll, "Trout")
    assert cast.ion().educator.name in text(cast.ana().get(at(poll)))


def test_schools_are_told_apart_only_when_nobody_can_be_guessed(monkeypatch):
    scene = a_twinspace()
    poll = a_poll(scene)
    for each in (cast.ana(), scene.nina, cast.ion()):
        votes(each, poll, "Trout")
    assert numbers_of(poll).schools == []
    monkeypatch.setattr("opentwinning.workspace.votes.queries.numbers.SCHOOL_SHOWN_FROM", 1)
    assert len(numbers_of(poll).schools) == 2


# Changing, the trash, the end.


def test_once_somebody_voted_the_choices_stay():
    scene = a_twinspace()
    poll = a_poll(scene)
    other = Question(title="Our sign", choices=("Trout", "Otter"))
    poll = change_poll(by=cast.ana().actor, poll=poll, question=other, version=1)
    assert list(refs_of(poll)) == ["Trout", "Otter"]
    votes(scene.nina, poll, "Trout")
    swapped = Question(title="Our sign", choices=("Otter", "Trout"))
    with pytest.raises(Invalid):
        change_poll(by=cast.ana().actor, poll=poll, question=swapped, version=2)
    open_now = Question(title="Our sign", choices=("Trout", "Otter"), shows_names=True)
    with pytest.raises(Invalid):
        change_poll(by=cast.ana().actor, poll=poll, question=open_now, version=2)
    words = Question(title="The sign of us all", choices=("Trout", "Otter"))
    change_poll(by=cast.ana().actor, poll=poll, question=words, version=2)
    assert counted(fresh(poll))["Trout"] == 1


def test_two_who_change_it_do_not_overwrite_each_other():
    scene = a_twinspace()
    poll = a_poll(scene)
    question = Question(title="Our sign", choices=("Trout", "Otter"))
    change_poll(by=cast.ana().actor, poll=poll, question=question, version=1)
    with pytest.raises(Conflict):
        change_poll(by=cast.ana().actor, poll=poll, question=question, version=1)


def test_the_form_of_a_change_shows_what_it_is_and_says_what_changed():
    scene = a_twinspace()
    poll = a_poll(scene)
    page = cast.ana().get(f"{at(poll)}edit/").content.decode()
    assert "Trout\nOtter\nFrog" in page
    change_poll(
        by=cast.ana().actor, poll=poll, question=Question("Sign", choices=("A", "B")), version=1
    )
    sent = {"title": "Mine", "choices": "A\nB", "place": "whole", "voice": "member",
            "reveal": "voted", "version": 1}  # fmt: skip
    assert "was changed elsewhere" in text(cast.ana().post(f"{at(poll)}edit/", sent), 422)


def test_who_did_not_make_it_does_not_close_it():
    scene = a_twinspace()
    poll = a_poll(scene)
    assert cast.freja().post(f"{at(poll)}close/").status_code == 403
    assert scene.nina.post(f"{at(poll)}delete/").status_code == 403


def test_deleted_it_waits_in_the_trash_and_then_goes_with_its_votes(clock):
    scene = a_twinspace()
    poll = a_poll(scene)
    votes(scene.nina, poll, "Trout")
    went = cast.ana().post(f"{at(poll)}delete/")
    assert "is in the trash" in text(cast.ana().get(went.headers["Location"]))
    assert scene.nina.get(at(poll)).status_code == 404
    undelete_poll(by=cast.ana().actor, poll=poll)
    assert counted(poll)["Trout"] == 1
    delete_poll(by=cast.ana().actor, poll=poll)
    assert "Which animal" in text(cast.ana().get(f"/spaces/{scene.ref}/polls/trash/"))
    clock.passes(days=29)
    assert purge_polls(by=SYSTEM) == 0
    clock.passes(days=2)
    assert purge_polls(by=SYSTEM) == 1
    assert not Pick.objects.exists()


def test_after_a_report_pupils_do_not_see_it_and_nobody_votes():
    scene = a_twinspace()
    poll = a_poll(scene)
    withhold_poll(by=SYSTEM, ref=poll.ref)
    assert scene.nina.get(at(poll)).status_code == 404
    assert "Which animal" not in text(cast.ion().get(f"/spaces/{scene.ref}/polls/"))
    with pytest.raises(Refused):
        votes(cast.ion(), fresh(poll), "Trout")


def test_in_a_closed_project_nobody_votes_and_everybody_reads():
    scene = a_twinspace()
    poll = a_poll(scene)
    close_project(by=cast.ana().actor, project=projects.fresh(scene.twinspace.project))
    with pytest.raises(Refused):
        votes(scene.nina, fresh(poll), "Trout")
    assert scene.nina.get(at(poll)).status_code == 200


def test_a_box_holds_numbers_of_closed_polls_and_never_who(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "files"
    scene = a_twinspace()
    done, running = a_poll(scene), a_poll(scene, title="What next?", shows_names=True)
    for each in (scene.nina, cast.ion()):
        votes(each, done, "Otter")
        votes(each, running, "Frog")
    close_poll(by=cast.ana().actor, poll=done)
    box = opened(cast.ana(), scene.ref)
    first, second = box.records("polls")
    assert [each["yes"] for each in first["choices"]] == [0, 2, 0]
    assert first["votes"] == 2
    assert second["votes"] is None
    assert {each["yes"] for each in second["choices"]} == {None}


@pytest.mark.parametrize("path", ["/spaces/{ref}/polls/", "/twinspaces/{ref}"])
def test_the_number_of_questions_does_not_grow_with_the_polls(path):
    scene = a_twinspace()
    address = path.format(ref=scene.ref)
    a_poll(scene)
    assert asked(scene, address) == asked(scene, address, more=2)


def asked(scene, address, more=0):
    for number in range(more):
        votes(cast.ion(), a_poll(scene, title=f"Poll {number}"), "Trout")
    cast.freja().get(address)
    with CaptureQueriesContext(connection) as found:
        cast.freja().get(address)
    return len(found)
