"""Talking at different times (T-19, matrix rows 32 and 33, X-46 to X-48)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.notifications.models import Notice
from opentwinning.workspace.forums.actions import (
    add_reply,
    close_thread,
    delete_reply,
    delete_thread,
    edit_reply,
    hide_reply,
    mark_read,
    open_thread,
    purge_forum,
    show_reply,
    undelete_reply,
    undelete_thread,
)
from opentwinning.workspace.forums.models import ReadMark, Reply, Thread
from opentwinning.workspace.forums.policies import (
    may_delete_reply,
    may_edit_reply,
    may_hide_reply,
    may_open_thread,
    may_read_thread,
    may_reply,
    may_run_thread,
)
from opentwinning.workspace.spaces.actions import set_space_rules

TEACHERS = {"ana", "ion", "freja"}
PUPILS = {"nina", "luka", "mihai"}
EVERYBODY = TEACHERS | PUPILS


def allowed(scene, rule):
    return {name for name in EVERYBODY if rule(scene.member(name), scene.space)}


def a_thread(scene, person=None, **values):
    values = {"title": "Which river?", "text": "Tell us."} | values
    return open_thread(by=(person or scene.freja).actor, space=scene.space, **values)


def page_of(thread) -> str:
    return f"/spaces/talk/{thread.ref}/"


# ---------------------------------------------------------------- who may


def test_pupils_reply_and_open_threads_only_where_allowed(scene):
    """X-46, X-47, X-48."""
    opens = lambda m, s: may_open_thread(m, s, "whole")  # noqa: E731
    assert allowed(scene, opens) == TEACHERS | {"luka"}
    set_space_rules(by=scene.ana.actor, space=scene.space, pupils_may_open_threads=True)
    scene.space.refresh_from_db()
    assert allowed(scene, opens) == EVERYBODY
    thread = a_thread(scene)
    assert allowed(scene, lambda m, s: may_reply(m, s, thread)) == EVERYBODY
    with pytest.raises(Refused):
        set_space_rules(by=scene.freja.actor, space=scene.space, pupils_may_open_threads=False)


@pytest.mark.parametrize(
    ("place", "author", "readers", "repliers"),
    [
        ("whole", "freja", EVERYBODY, EVERYBODY),
        ("staff_room", "freja", TEACHERS, TEACHERS),
        ("pupil_corner", "luka", EVERYBODY, PUPILS),
    ],
)
def test_places_decide(scene, place, author, readers, repliers):
    thread = a_thread(scene, getattr(scene, author), place=place)
    assert allowed(scene, lambda m, s: may_read_thread(m, thread)) == readers
    assert allowed(scene, lambda m, s: may_reply(m, s, thread)) == repliers


def test_ones_own_words_and_what_teachers_may(scene):
    reply = add_reply(by=scene.nina.actor, thread=a_thread(scene), text="The Drava")
    assert allowed(scene, lambda m, s: may_edit_reply(m, s, reply)) == {"nina"}
    assert allowed(scene, lambda m, s: may_delete_reply(m, s, reply)) == {"nina", "ana", "ion"}
    assert allowed(scene, lambda m, s: may_hide_reply(m, s, reply)) == TEACHERS
    run = lambda m, s: may_run_thread(m, s, reply.thread)  # noqa: E731
    assert allowed(scene, run) == TEACHERS


def test_closed_threads_and_read_only_spaces_say_why(scene):
    thread = close_thread(by=scene.freja.actor, thread=a_thread(scene), is_closed=True)
    with pytest.raises(Refused, match="closed"):
        add_reply(by=scene.nina.actor, thread=thread, text="Late")
    close_thread(by=scene.freja.actor, thread=thread, is_closed=False)
    scene.closes()
    with pytest.raises(Refused, match="read-only"):
        add_reply(by=scene.nina.actor, thread=thread, text="Late")
    assert scene.nina.get(page_of(thread)).status_code == 200
    assert 'id="reply"' not in scene.nina.get(page_of(thread)).text


# ---------------------------------------------------------------- what happens


def test_a_double_click_is_one_reply(scene):
    """G6: same token and words; other words with an old token are not lost."""
    thread = a_thread(scene, form_token="t")
    assert a_thread(scene, form_token="t") == thread
    one = add_reply(by=scene.nina.actor, thread=thread, text="Drava", form_token="x")
    assert add_reply(by=scene.nina.actor, thread=thread, text="Drava", form_token="x") == one
    add_reply(by=scene.nina.actor, thread=thread, text="Sava", form_token="x")
    add_reply(by=scene.mihai.actor, thread=thread, text="Drava", form_token="x")
    texts = list(Reply.objects.order_by("number").values_list("number", "text"))
    assert texts == [(1, "Tell us."), (2, "Drava"), (3, "Sava"), (4, "Drava")]
    assert Thread.objects.get().last_number == 4


def test_an_empty_reply_is_refused(scene):
    with pytest.raises(Invalid):
        add_reply(by=scene.nina.actor, thread=a_thread(scene), text="")


def test_the_opener_is_told_once_until_she_has_read(scene):
    thread = a_thread(scene)
    add_reply(by=scene.nina.actor, thread=thread, text="One")
    add_reply(by=scene.mihai.actor, thread=thread, text="Two")
    told = Notice.objects.filter(kind="forums.replied")
    assert [notice.account_id for notice in told] == [scene.freja.account.pk]
    mark_read(by=scene.freja.actor, thread=Thread.objects.get(), number=3)
    add_reply(by=scene.ana.actor, thread=thread, text="Three")
    assert told.all().count() == 2


def test_marks_never_move_back_nor_ahead(scene):
    thread = a_thread(scene)
    add_reply(by=scene.ana.actor, thread=thread, text="Two")
    thread = Thread.objects.select_related("space").get()
    mark_read(by=scene.nina.actor, thread=thread, number=99)
    mark_read(by=scene.nina.actor, thread=thread, number=1)
    assert ReadMark.objects.get(member=scene.member("nina")).number == 2
    with pytest.raises(Refused):
        mark_read(by=scene.marek.actor, thread=thread, number=1)


def test_hiding_keeps_the_words_for_teachers_and_the_author(scene):
    thread = a_thread(scene)
    reply = add_reply(by=scene.nina.actor, thread=thread, text="Something unkind")
    hide_reply(by=scene.ana.actor, reply=reply, reason="Please be kind")
    seen = {
        n: "Something unkind" in p.get(page_of(thread)).text for n, p in scene.everybody.items()
    }
    assert {name for name, sees in seen.items() if sees} == TEACHERS | {"nina"}
    assert "Please be kind" in scene.nina.get(page_of(thread)).text
    show_reply(by=scene.freja.actor, reply=reply)
    assert "Something unkind" in scene.mihai.get(page_of(thread)).text


def test_editing_and_deleting_with_undo(scene, clock):
    thread = a_thread(scene)
    reply = add_reply(by=scene.nina.actor, thread=thread, text="Teh Drava")
    assert edit_reply(by=scene.nina.actor, reply=reply, text="The Drava").edited_at is not None
    delete_reply(by=scene.nina.actor, reply=reply)
    assert "The Drava" not in scene.ana.get(page_of(thread)).text
    undelete_reply(by=scene.nina.actor, reply=reply)
    assert "The Drava" in scene.ana.get(page_of(thread)).text
    with pytest.raises(Invalid, match="first words"):
        delete_reply(by=scene.freja.actor, reply=Reply.objects.get(number=1))
    delete_thread(by=scene.freja.actor, thread=thread)
    assert scene.ana.get(page_of(thread)).status_code == 404
    undelete_thread(by=scene.freja.actor, thread=thread)
    delete_thread(by=scene.freja.actor, thread=thread)
    clock.passes(days=31)
    assert purge_forum(by=scene.ana.actor) == 1
    assert not Reply.objects.exists()


# ---------------------------------------------------------------- screens


def test_the_line_of_the_last_visit(scene):
    """Page 77; reading does not write, the page's own form does."""
    thread = a_thread(scene)
    add_reply(by=scene.ana.actor, thread=thread, text="Two")
    first = scene.nina.get(page_of(thread)).text
    assert 'id="new"' not in first
    assert "data-ot-seen" in first
    assert not ReadMark.objects.filter(member=scene.member("nina")).exists()
    told = scene.nina.client.post(
        f"{page_of(thread)}seen/", {"number": "2"}, headers={"Accept": "application/json"}
    )
    assert told.status_code == 204
    add_reply(by=scene.ion.actor, thread=thread, text="Three")
    again = scene.nina.get(page_of(thread)).text
    line = again.index('id="new"')
    assert again.index("Two") < line < again.index("Three")
    assert "1 new" in scene.nina.get(f"/spaces/{scene.space.ref}/talk/").text
    scene.nina.post(f"{page_of(thread)}seen/", {"number": "3"})
    assert 'id="new"' not in scene.nina.get(page_of(thread)).text


def test_replying_and_quoting_over_the_screen(scene):
    thread = a_thread(scene, text="Line one\nLine two")
    opening = Reply.objects.get()
    quoted = scene.nina.get(f"{page_of(thread)}?quote={opening.ref}").text
    assert "&gt; Line one\n&gt; Line two" in quoted
    empty = scene.nina.post(f"{page_of(thread)}reply/", {"text": "", "form_token": "a"})
    assert empty.status_code == 422
    sent = scene.nina.post(f"{page_of(thread)}reply/", {"text": "The Drava", "form_token": "a"})
    assert sent.status_code == 302
    assert sent["Location"].startswith(page_of(thread))
    assert "The Drava" in scene.mihai.get(page_of(thread)).text


def test_threads_are_cut_by_number(scene):
    thread = a_thread(scene)
    for number in range(2, 61):
        add_reply(by=scene.ana.actor, thread=thread, text=f"reply-{number:03}")
    first = scene.nina.get(page_of(thread)).text
    assert "reply-050" in first
    assert "reply-051" not in first
    assert "?after=50" in first
    second = scene.nina.get(f"{page_of(thread)}?after=50").text
    assert "reply-051" in second
    assert "reply-050" not in second
    sent = scene.nina.post(f"{page_of(thread)}reply/", {"text": "Last"})
    assert "?after=50#" in sent["Location"]


def test_the_list_is_cut_by_time(scene, clock):
    for number in range(32):
        clock.passes(minutes=1)
        a_thread(scene, title=f"talk-{number:02}")
    url = f"/spaces/{scene.space.ref}/talk/"
    first = scene.nina.get(url)
    assert "talk-31" in first.text
    assert "talk-01" not in first.text
    last = Thread.objects.get(title="talk-02")
    second = scene.nina.client.get(url, {"before": f"{last.last_at.isoformat()}_{last.pk}"})
    assert "talk-01" in second.text
    assert "talk-02" not in second.text
    assert scene.nina.client.get(url, {"before": "nonsense"}).status_code == 200


def test_beginning_a_talk(scene):
    new = f"/spaces/{scene.space.ref}/talk/new/"
    assert scene.nina.get(new).status_code == 403
    values = {"title": "Bridges", "text": "How many?", "place": "whole"}
    assert scene.luka.post(new, values).status_code == 302
    wrong = scene.freja.post(new, values | {"title": ""})
    assert wrong.status_code == 422
    assert "How many?" in wrong.text
    hidden_place = scene.luka.post(new, values | {"place": "staff_room"})
    assert hidden_place.status_code == 422


def test_the_rule_about_pupils(scene):
    rules = f"/spaces/{scene.space.ref}/talk/rules/"
    assert scene.freja.post(rules, {"pupils_may_open_threads": "on"}).status_code == 403
    assert scene.ana.post(rules, {"pupils_may_open_threads": "on"}).status_code == 302
    assert scene.nina.get(f"/spaces/{scene.space.ref}/talk/new/").status_code == 200


def test_staff_talks_stay_in_the_staff_room(scene):
    """B4: canary in list, panel and thread."""
    thread = a_thread(scene, title="Canary of teachers", place="staff_room")
    base = f"/spaces/{scene.space.ref}"
    assert "Canary of teachers" in scene.ana.get(f"{base}/staff-room/").text
    for url in (f"{base}/talk/", f"{base}/talk/?place=staff_room", f"{base}/pupil-corner/"):
        assert "Canary of teachers" not in scene.nina.get(url).text
    assert scene.nina.get(page_of(thread)).status_code == 404
    assert scene.nina.post(f"{page_of(thread)}reply/", {"text": "x"}).status_code == 404


def test_a_thread_costs_the_same_with_three_replies_as_with_one(scene):
    thread = a_thread(scene)
    urls = (page_of(thread), f"/spaces/{scene.space.ref}/talk/")

    def counted() -> list[int]:
        counts = []
        for url in urls:
            with CaptureQueriesContext(connection) as queries:
                scene.nina.get(url)
            counts.append(len(queries))
        return counts

    counted()
    one = counted()
    add_reply(by=scene.ana.actor, thread=thread, text="Two")
    add_reply(by=scene.mihai.actor, thread=thread, text="Three")
    a_thread(scene, title="Another")
    assert counted() == one


def test_an_erased_person_is_named_by_country(scene):
    """J3, 5.11: words stay, names go."""
    from opentwinning.core.permits import free_writing
    from opentwinning.workspace.spaces.models import Member

    thread = a_thread(scene)
    add_reply(by=scene.nina.actor, thread=thread, text="The Drava")
    with free_writing():
        Member.objects.filter(pk=scene.members["nina"].pk).update(name="")
    page = scene.ana.get(page_of(thread)).text
    assert "A pupil" in page
    assert "The Drava" in page
    assert ">Nina<" not in page
