"""Chats that are open while a teacher is there (T-13, H2, H5, H14, idea 7, matrix row 34)."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.collaboration.projects.actions import close_project
from opentwinning.core.clock import now
from opentwinning.core.permits import free_writing
from opentwinning.core.verdicts import Refused
from opentwinning.people.pupils.models import PupilVisit
from opentwinning.workspace.chats.actions import (
    be_here,
    close_chat,
    plan_hours,
    say,
)
from opentwinning.workspace.chats.models import Chat, ChatMessage, ChatPresence
from opentwinning.workspace.chats.queries import door_of
from tests import cast
from tests.pages import text
from tests.scenes.chats import a_chat, address, again, told
from tests.scenes.projects import fresh
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db


# When it is open.


def test_a_pupil_writes_while_a_teacher_is_there_and_not_a_minute_longer(clock):
    """H5: her teacher's page calls every ten seconds; when it falls silent the chat shuts."""
    scene = a_twinspace()
    chat = a_chat(scene)
    with pytest.raises(Refused):
        say(by=scene.nina.actor, chat=chat, text="Is anybody here?")
    calls = cast.ana().post(f"{address(chat)}here/", {}, headers={"Accept": "application/json"})
    assert calls.status_code == 204
    assert say(by=scene.nina.actor, chat=chat, text="Hello!").state == "shown"
    assert "Hello!" in text(scene.mihai.get(address(chat)))
    clock.passes(seconds=44)
    say(by=scene.mihai.actor, chat=chat, text="Hello Nina!")
    clock.passes(seconds=2)
    answer = scene.nina.post(f"{address(chat)}say/", {"text": "Still here?"})
    assert "The chat opens when a teacher is here." in text(answer, 422)
    assert "Still here?" in answer.content.decode(), "what she typed stays"
    assert "Hello Nina!" not in answer.content.decode(), "row 34: read while open"
    assert "Hello Nina!" in text(cast.freja().get(address(chat)))
    assert ChatMessage.objects.count() == 2


def test_when_the_teacher_leaves_the_page_it_shuts_soon(clock):
    """Not at once: a page that she loads anew leaves, too, and nobody must be thrown out."""
    scene = a_twinspace()
    chat = a_chat(scene)
    be_here(by=cast.ion().actor, chat=chat)
    assert door_of(chat).is_open
    cast.ion().post(f"{address(chat)}here/", {"away": "1"})
    assert door_of(chat).is_open
    clock.passes(seconds=21)
    assert not door_of(chat).is_open
    be_here(by=cast.ion().actor, chat=chat)
    assert door_of(chat).is_open


def test_it_may_need_teachers_of_two_schools_and_both_schools_count_once():
    scene = a_twinspace()
    chat = a_chat(scene, schools_needed=2)
    be_here(by=cast.ana().actor, chat=chat)
    assert not door_of(chat).is_open
    page = text(cast.ana().get(address(chat)))
    assert "a teacher of 1 more school must be here" in page
    be_here(by=cast.ion().actor, chat=chat)
    assert door_of(chat).is_open
    page = text(scene.nina.get(address(chat)))
    assert "Teachers are here:" in page
    assert "Ion Popescu" in page


def test_only_teachers_count_as_being_there():
    scene = a_twinspace()
    chat = a_chat(scene)
    assert scene.nina.post(f"{address(chat)}here/").status_code == 403
    assert cast.marek().post(f"{address(chat)}here/").status_code == 404
    with pytest.raises(Refused):
        be_here(by=scene.nina.actor, chat=chat)
    assert not ChatPresence.objects.exists(), "nothing of the kind is kept of pupils (F11)"


def test_a_teacher_who_left_the_project_holds_no_door_open():
    scene = a_twinspace()
    chat = a_chat(scene)
    be_here(by=cast.freja().actor, chat=chat)
    member = scene.member(cast.freja())
    with free_writing():
        member.left_at = now()
        member.save()
    assert not door_of(chat).is_open


def test_planned_hours_open_it_and_end_by_themselves(clock):
    """Idea 7: a planned slot runs; without a teacher, and read by teachers afterwards."""
    scene = a_twinspace()
    chat = a_chat(scene)
    begins = now() + dt.timedelta(minutes=10)
    plan_hours(by=cast.ana().actor, chat=chat, begins_at=begins,
               ends_at=begins + dt.timedelta(minutes=45))  # fmt: skip
    page = text(scene.nina.get(address(chat)))
    assert "Next time:" in page
    assert "data-ot-chat-form hidden" in page
    clock.passes(minutes=10)
    say(by=scene.nina.actor, chat=chat, text="We begin")
    assert "Open until" in text(scene.nina.get(address(chat)))
    clock.passes(minutes=46)
    with pytest.raises(Refused):
        say(by=scene.nina.actor, chat=chat, text="Too late")


def test_a_teacher_opens_it_for_some_minutes_without_script(clock):
    scene = a_twinspace()
    chat = a_chat(scene)
    cast.ion().post(f"{address(chat)}now/", {"minutes": "30"})
    assert door_of(chat).is_open
    close_chat(by=cast.ana().actor, chat=chat, is_closed=True)
    assert not door_of(chat).is_open
    with pytest.raises(Refused):
        say(by=cast.ana().actor, chat=chat, text="Over")
    close_chat(by=cast.ana().actor, chat=again(chat), is_closed=False)
    assert not door_of(again(chat)).is_open, "closing ended the hours"
    clock.passes(hours=1)


def test_hours_have_bounds_and_are_planned_by_the_clock_of_who_plans():
    scene = a_twinspace()
    chat = a_chat(scene)
    hours = f"{address(chat)}hours/"
    day = (now() + dt.timedelta(days=2)).date().isoformat()
    for begins, ends in (("10:00", "09:00"), ("10:00", "15:00"), ("10:00", "10:00")):
        answer = cast.ion().post(hours, {"day": day, "begins": begins, "ends": ends})
        assert "Four hours at most" in text(answer, 422)
        assert f'value="{begins}"' in answer.content.decode()
    assert (
        cast.ion()
        .post(hours, {"day": "2031-01-01", "begins": "10:00", "ends": "11:00"})
        .status_code
        == 422
    )
    assert (
        cast.ion().post(hours, {"day": day, "begins": "10:00", "ends": "11:00"}).status_code == 302
    )
    planned = chat.hours.get()
    cast.ana().post(f"/spaces/chat-hours/{planned.ref}/end/")
    assert not chat.hours.exists()
    assert scene.nina.get(hours).status_code == 403


def test_pupils_may_read_later_where_the_chat_says_so():
    scene = a_twinspace()
    chat = a_chat(scene, pupils_read_later=True)
    say(by=cast.ana().actor, chat=chat, text="See you on Monday")
    assert "See you on Monday" in text(scene.nina.get(address(chat)))
    assert not told(scene.nina, chat)["may_write"]


def test_a_closed_project_is_only_read():
    scene = a_twinspace()
    chat = a_chat(scene)
    be_here(by=cast.ana().actor, chat=chat)
    say(by=scene.nina.actor, chat=chat, text="Bye")
    close_project(by=cast.ana().actor, project=fresh(scene.project))
    for who in (cast.ana(), scene.nina):
        with pytest.raises(Refused):
            say(by=who.actor, chat=again(chat), text="Again")
    assert "Bye" in text(cast.ana().get(f"{address(chat)}transcript/"))
    assert cast.ana().post(f"{address(chat)}here/").status_code == 403


# Places and lists.


def test_teachers_make_chats_for_all_or_for_themselves_and_pupils_none():
    scene = a_twinspace()
    new = f"/spaces/{scene.ref}/chats/new/"
    sent = {"title": "For us", "place": "staff_room", "schools_needed": "1", "slow_seconds": "0"}
    assert cast.ion().post(new, {**sent, "title": ""}).status_code == 422
    made = cast.ion().post(new, {**sent, "form_token": "t"})
    assert cast.ion().post(new, {**sent, "form_token": "t"})["Location"] == made["Location"]
    assert scene.nina.get(made["Location"]).status_code == 404
    assert "For us" in text(cast.freja().get(f"/spaces/{scene.ref}/chats/"))
    assert "For us" not in text(scene.nina.get(f"/spaces/{scene.ref}/chats/"))
    for place in ("pupil_corner", "x"):
        assert cast.ion().post(new, {**sent, "place": place}).status_code == 422
    assert scene.nina.get(new).status_code == 403
    with pytest.raises(Refused):
        a_chat(scene, scene.nina)


def test_its_author_and_project_admins_change_and_delete_it():
    scene = a_twinspace()
    chat = a_chat(scene, cast.freja())
    rules = f"{address(chat)}rules/"
    sent = {"title": "Slow talk", "schools_needed": "3", "slow_seconds": "60", "holds_first": "on"}
    assert cast.freja().post(rules, sent).status_code == 302
    chat = again(chat)
    assert (chat.title, chat.schools_needed, chat.slow_seconds, chat.holds_first) == (
        "Slow talk", 3, 60, True,
    )  # fmt: skip
    assert "Slow talk" in text(cast.ana().get(rules))
    deleted = cast.ana().post(f"{address(chat)}delete/")["Location"]
    assert "is in the trash" in text(cast.ana().get(deleted))
    assert cast.freja().get(address(chat)).status_code == 404
    assert "Slow talk" in text(cast.ana().get(f"/spaces/{scene.ref}/chats/trash/"))
    cast.ana().post(f"{address(chat)}undelete/")
    assert cast.freja().get(address(chat)).status_code == 200


def test_an_open_chat_stands_on_the_home_and_first_in_the_list():
    scene = a_twinspace()
    a_chat(scene, title="Shut one")
    opened = a_chat(scene, title="Open one")
    say(by=cast.ana().actor, chat=Chat.objects.get(title="Shut one"), text="x")
    assert "Open one" not in text(scene.nina.get(scene.home))
    be_here(by=cast.ana().actor, chat=opened)
    assert address(opened) in text(scene.nina.get(scene.home))
    page = text(scene.nina.get(f"/spaces/{scene.ref}/chats/"))
    assert page.index("Open one") < page.index("Shut one")


def test_the_number_of_questions_stays_the_same():
    scene = a_twinspace()
    chat = a_chat(scene)
    be_here(by=cast.ana().actor, chat=chat)
    say(by=scene.nina.actor, chat=chat, text="One")
    pages = (address(chat), f"{address(chat)}news/?after=0", f"/spaces/{scene.ref}/chats/",
             f"{address(chat)}transcript/")  # fmt: skip
    counts = []
    for _ in range(2):
        for page in pages:
            cast.ana().get(page)
        found = []
        for page in pages:
            with CaptureQueriesContext(connection) as asked:
                cast.ana().get(page)
            found.append(len(asked))
        counts.append(found)
        for who in (cast.ion(), scene.mihai):
            say(by=who.actor, chat=chat, text="More")
        for title in ("A", "B"):
            be_here(by=cast.ion().actor, chat=a_chat(scene, title=title))
    assert counts[0] == counts[1]


def test_looking_by_itself_does_not_keep_a_pupils_visit_alive(clock):
    """A8: a page that asks for news is no sign of life."""
    scene = a_twinspace()
    chat = a_chat(scene)
    scene.nina.get(address(chat))
    before = PupilVisit.objects.latest("pk").last_seen_at
    clock.passes(minutes=2)
    scene.nina.get(f"{address(chat)}news/?after=0", headers={"X-Unattended": "1"})
    assert PupilVisit.objects.latest("pk").last_seen_at == before
    scene.nina.get(address(chat))
    assert PupilVisit.objects.latest("pk").last_seen_at > before
