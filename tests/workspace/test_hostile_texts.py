"""Attacks typed into every text field of the tools come out as text (C1, C2, C5)."""

import datetime as dt

import pytest

from opentwinning.workspace.calendar.actions import plan_event
from opentwinning.workspace.calendar.vocabulary import When
from opentwinning.workspace.files.actions import change_file
from opentwinning.workspace.forums.actions import add_reply, hide_reply, open_thread
from opentwinning.workspace.pages.actions import create_page, publish_page, save_page
from opentwinning.workspace.posts.actions import (
    hide_post,
    publish_post,
    return_post,
    write_post,
)
from tests.scenes.files import a_file
from tests.workspace.hostile import ALL_AT_ONCE, ATTACKS, harm_in

SHORT = [line[:110] for line in ATTACKS]
TITLES = [*SHORT[:12], *SHORT[-6:]]


def assert_harmless(person, *urls) -> None:
    for url in urls:
        answer = person.get(url)
        assert answer.status_code == 200, url
        assert harm_in(answer.text) == [], url


def test_the_detector_sees_harm():
    """A test that cannot fail proves nothing."""
    assert harm_in('<p onclick="x">') == ["p onclick"]
    assert harm_in("<script>alert(1)</script>") == ["script"]
    assert harm_in('<a href="javascript:x">') == ["a href=javascript:x"]
    assert harm_in('<img src="https://evil.example/x.png">')
    assert harm_in("<iframe>") == ["element iframe"]
    assert len(ATTACKS) > 80


def test_pages(scene):
    base = f"/spaces/{scene.space.ref}/pages/"
    for title in TITLES:
        create_page(by=scene.luka.actor, space=scene.space, title=title, text=title)
    page = create_page(by=scene.ana.actor, space=scene.space, title="Old", text="old")
    save_page(by=scene.ana.actor, page=page, title=SHORT[0], text=ALL_AT_ONCE[:59_000], version=1)
    one = f"/spaces/pages/{page.ref}/"
    assert_harmless(scene.ana, base, f"{base}new/", one, f"{one}history/", f"{one}edit/")
    assert_harmless(scene.nina, f"{one}history/2/", f"{one}history/2/compare/")
    mine = {"title": SHORT[1], "text": ALL_AT_ONCE[:20_000], "version": 1}
    conflict = scene.ion.post(f"{one}edit/", mine)
    assert conflict.status_code == 409
    assert harm_in(conflict.text) == []


def test_published_pages_and_posts(scene):
    shown = create_page(by=scene.ana.actor, space=scene.space, title=SHORT[3], text=SHORT[4])
    publish_page(by=scene.ana.actor, page=shown, version=1)
    post = write_post(
        by=scene.ana.actor, space=scene.space, title=SHORT[5], text=ALL_AT_ONCE[:7000]
    )
    publish_post(by=scene.ana.actor, post=post, version=1)
    assert_harmless(scene.visitor, f"/spaces/p/{shown.ref}/", f"/spaces/d/{post.ref}/")


def test_events(scene):
    day = dt.date(2027, 3, 3)
    for title in TITLES:
        event = plan_event(
            by=scene.freja.actor, space=scene.space, title=title, where=title,
            text=ALL_AT_ONCE[:3900], when=When(day, day, "Europe/Copenhagen"),
        )  # fmt: skip
    base = f"/spaces/{scene.space.ref}/calendar/"
    one = f"/spaces/calendar/{event.ref}/"
    assert_harmless(scene.ana, f"{base}?month=2027-03", f"{base}?view=coming", one, f"{one}edit/")


def test_posts(scene):
    for title in TITLES:
        write_post(by=scene.freja.actor, space=scene.space, title=title, text=ALL_AT_ONCE[:7900])
    waiting = write_post(by=scene.nina.actor, space=scene.space, title=SHORT[0], text=SHORT[1])
    assert_harmless(scene.ana, f"/spaces/{scene.space.ref}/posts/waiting/")
    return_post(by=scene.ana.actor, post=waiting, question=SHORT[2])
    hidden = write_post(by=scene.freja.actor, space=scene.space, text=SHORT[6])
    hide_post(by=scene.ana.actor, post=hidden, reason=SHORT[7])
    assert_harmless(
        scene.nina, f"/spaces/posts/{waiting.ref}/", f"/spaces/{scene.space.ref}/diary/"
    )
    assert_harmless(scene.freja, f"/spaces/posts/{hidden.ref}/")


def test_talks(scene):
    for title in TITLES:
        open_thread(by=scene.luka.actor, space=scene.space, title=title, text=title)
    thread = open_thread(by=scene.ana.actor, space=scene.space, title=SHORT[0], text=SHORT[1])
    reply = add_reply(by=scene.nina.actor, thread=thread, text=ALL_AT_ONCE[:7900])
    add_reply(by=scene.nina.actor, thread=thread, text=ALL_AT_ONCE[7900:15_000])
    one = f"/spaces/talk/{thread.ref}/"
    assert_harmless(scene.ana, one, f"{one}?quote={reply.ref}", f"/spaces/{scene.space.ref}/talk/")
    hide_reply(by=scene.ana.actor, reply=reply, reason=SHORT[3])
    assert_harmless(scene.freja, one)


def test_files(scene):
    file = a_file(scene.freja, scene.space, f"{SHORT[0]}.pdf")
    for line in TITLES:
        change_file(
            by=scene.freja.actor, file=file, place="whole", alt_text=line, album=line[:60],
            people_shown="nobody",
        )  # fmt: skip
        assert_harmless(
            scene.freja, f"/spaces/files/{file.ref}/", f"/spaces/{scene.space.ref}/files/"
        )


@pytest.mark.parametrize("start", range(0, len(ATTACKS), 20))
def test_the_preview_of_every_line(scene, start):
    for line in ATTACKS[start : start + 20]:
        text = f"{line}\n\n[x]({line})\n\n![y]({line})"
        answer = scene.nina.post(f"/spaces/{scene.space.ref}/files/preview", {"text": text})
        assert harm_in(answer.text) == [], line
