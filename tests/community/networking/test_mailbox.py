"""The mailbox: archive, search, files, blocks and limits (L-07, L-08, D1, D4, D11, G9, H2, J3)."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.community.networking import actions, vocabulary
from opentwinning.community.networking.models import Attachment, AttachmentRoom, Conversation
from opentwinning.community.networking.queries import (
    begun_a_day,
    contents_of_messages,
    found_messages,
    unread_conversations,
)
from opentwinning.community.networking.views import parcels
from opentwinning.core.actor import SYSTEM
from opentwinning.core.permits import free_writing
from opentwinning.core.privacy import Subject, erase
from opentwinning.core.verdicts import Invalid
from opentwinning.facilities.limits.vocabulary import Limit
from opentwinning.facilities.notifications.models import Notice
from opentwinning.facilities.search.models import SearchEntry
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.files.queries import unreferenced
from tests import cast
from tests.inputs import image
from tests.scenes.files import DOCUMENT, received, upload

pytestmark = pytest.mark.django_db
MESSAGES = "/partners/messages/"


def befriend(one, *others):
    for other in others:
        contact = actions.ask_for_contact(by=one.actor, educator=other.educator, message="")
        actions.accept_contact(by=other.actor, contact=contact)


def begun(by, *to, text="Hello", subject="Rivers", **more):
    return actions.begin_conversation(
        by=by.actor, to=[each.educator for each in to], subject=subject, text=text, **more
    )


@pytest.fixture
def ana():
    return cast.ana()


@pytest.fixture
def ion(ana):
    befriend(ana, cast.ion())
    return cast.ion()


def test_archived_until_somebody_writes(ana, ion):
    """L-08: put aside it is read, and no longer in the list; the next message brings it back."""
    talk = begun(ana, ion)
    ion.post(f"{MESSAGES}{talk.ref}/archive")
    assert not ion.get(MESSAGES).context["lines"]
    assert unread_conversations(ion.actor) == 0
    archive = ion.get(f"{MESSAGES}?box=archive")
    assert "Rivers" in archive.content.decode()
    assert "Back to the inbox" in ion.get(f"{MESSAGES}{talk.ref}").content.decode()
    assert ana.get(MESSAGES).context["lines"]
    actions.send_message(by=ana.actor, conversation=talk, text="One more thing")
    assert [line.unread for line in ion.get(MESSAGES).context["lines"]] == [1]
    ion.post(f"{MESSAGES}{talk.ref}/archive")
    ion.post(f"{MESSAGES}{talk.ref}/archive", {"back": "1"})
    assert ion.get(MESSAGES).context["lines"]
    assert cast.marek().post(f"{MESSAGES}{talk.ref}/archive").status_code == 404


def test_older_conversations_stand_on_the_next_page(ana, ion):
    for number in range(22):
        begun(ana, ion, subject=f"Subject {number:02}", text=f"Text {number}")
    first = ana.get(MESSAGES)
    second = ana.get(f"{MESSAGES}?after={first.context['next_after']}")
    subjects = [
        line.conversation.subject for page in (first, second) for line in page.context["lines"]
    ]
    assert subjects == [f"Subject {number:02}" for number in reversed(range(22))]
    assert not second.context["next_after"]


def test_searching_finds_what_one_may_read_however_it_is_spelt(ana, ion):
    """L-08, B4: accents do not matter, a word may be begun, and nobody finds others' messages."""
    befriend(ion, cast.freja())
    begun(ana, ion, subject="Rivers", text="We meet Łukasz at the Søndersø")
    begun(ion, cast.freja(), subject="Maps", text="A secret about Łukasz")
    assert [f.message.text[:7] for f in found_messages(ana.actor, "lukasz sonder")] == ["We meet"]
    assert [f.message.text[:8] for f in found_messages(ion.actor, "LUKASZ")] == [
        "A secret", "We meet ",
    ]  # fmt: skip
    page = ana.get(f"{MESSAGES}search?q=lukasz").content.decode()
    assert "<strong>Łukasz</strong>" in page
    assert "secret" not in page
    assert "No message holds these words" in ana.get(f"{MESSAGES}search?q=secret").content.decode()
    assert ana.get(f"{MESSAGES}search").status_code == 200
    assert not found_messages(cast.marek().actor, "lukasz")


def test_messages_of_an_older_installation_are_found_too(ana, ion):
    """The migration writes the index in every mode, where somebody guards the tables too."""
    begun(ana, ion, text="The heron stands still.")
    with free_writing():
        SearchEntry.objects.filter(kind="message").delete()
    migration = import_module("opentwinning.community.networking.migrations.0003_findable_messages")
    migration.make_findable_freely(apps, None)
    assert "heron" in ion.get(f"{MESSAGES}search?q=heron").content.decode().partition("<main")[2]
    migration.forget(apps, None)
    assert not SearchEntry.objects.filter(kind="message").exists()


def test_a_hit_leads_to_its_place_and_who_left_finds_nothing(ana, ion):
    talk = begun(ana, ion, text="The needle")
    for number in range(25):
        actions.send_message(
            by=(ion if number % 2 else ana).actor, conversation=talk, text=f"{number}"
        )
    (hit,) = found_messages(ana.actor, "needle")
    page = ana.get(f"{MESSAGES}{talk.ref}{hit.stretch}").content.decode()
    assert f'id="{hit.message.ref}"' in page
    actions.leave_conversation(by=ana.actor, conversation=talk)
    assert not found_messages(ana.actor, "needle")


def test_files_go_with_a_message_and_only_its_people_open_them(ana, ion):
    """D1, D2, D4, D14: a picture is written anew, a document is saved, never shown in place."""
    sent = ana.post(
        f"{MESSAGES}new",
        {
            "to": [ion.educator.ref],
            "subject": "Rivers",
            "text": "Look",
            "uploads": [
                upload("plan.pdf", DOCUMENT),
                upload("river.png", image("no_exif.png").read_bytes()),
            ],
        },
    )
    assert sent.status_code == 302
    document, picture = Attachment.objects.order_by("pk")
    url = f"/partners/attachments/{document.ref}"
    answer = ion.get(url)
    assert b"".join(answer.streaming_content) == DOCUMENT
    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]
    small = ion.get(f"/partners/attachments/{picture.ref}?size=small")
    assert small["Content-Type"] == "image/webp"
    assert ion.get(f"{url}?size=small").status_code == 404
    page = ion.get(sent["Location"].partition("#")[0]).content.decode()
    assert "plan.pdf" in page
    assert "?size=small" in page
    for other in (cast.marek(), cast.petra(), cast.claire()):
        assert other.get(url).status_code == 404
    assert "/sign-in" in cast.Visitor().get(url)["Location"]
    assert [f.message.text for f in found_messages(ion.actor, "plan.pdf")] == ["Look"]


def test_a_hostile_file_is_refused_and_the_text_stays(ana, ion):
    """D4, D5: nothing is sent, nothing lies on the disk, the words are still there."""
    talk = begun(ana, ion)
    before = set(disk.root().glob("??/*"))
    for name, content in (
        ("page.svg", b"<svg/>"),
        ("photo.png", b"<html><script>"),
        ("a.pdf", b""),
    ):
        answer = ana.post(
            f"{MESSAGES}{talk.ref}",
            {
                "text": "My long words",
                "uploads": [upload("plan.pdf", DOCUMENT), upload(name, content)],
            },
        )
        assert answer.status_code == 422
        assert "My long words" in answer.content.decode()
        assert "Choose your files again" in answer.content.decode()
    assert set(disk.root().glob("??/*")) == before
    assert talk.messages.count() == 1


def test_a_second_click_keeps_one_file(ana, ion):
    """G6: the content of the second click leaves the disk again."""
    talk = begun(ana, ion)
    before = set(disk.root().glob("??/*"))
    for _ in range(2):
        words = {"text": "Here", "uploads": [upload("plan.pdf", DOCUMENT)]}
        assert ana.post(f"{MESSAGES}{talk.ref}", words).status_code == 302
    assert len(set(disk.root().glob("??/*")) - before) == 1
    assert Attachment.objects.count() == 1


def test_who_sent_a_file_takes_it_back(ana, ion, django_capture_on_commit_callbacks):
    """The room comes back, the content goes with the commit, nobody finds its name any more."""
    begun(ana, ion, attachments=[received()])
    file = Attachment.objects.get()
    url = f"/partners/attachments/{file.ref}/remove"
    assert ion.post(url).status_code == 403
    assert cast.marek().post(url).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        assert ana.post(url).status_code == 302
        assert disk.path_of(file.stored_name).exists()
    assert not Attachment.objects.exists()
    assert AttachmentRoom.objects.get(account=ana.account).used_bytes == 0
    assert not disk.path_of(file.stored_name).exists()
    assert not found_messages(ion.actor, "plan")
    assert found_messages(ion.actor, "hello")


def test_room_and_number_of_files_are_limited(ana, ion, monkeypatch):
    """D11: what does not fit is not sent."""
    with pytest.raises(Invalid, match="at most five"):
        begun(ana, ion, attachments=[received() for _ in range(6)])
    monkeypatch.setattr(actions.attachments, "ATTACHMENT_ROOM", 2 * len(DOCUMENT))
    begun(ana, ion, attachments=[received(), received("other.pdf")])
    with pytest.raises(Invalid, match="fill your room"):
        begun(ana, ion, attachments=[received()])
    assert Conversation.objects.count() == 1
    begun(ion, ana, attachments=[received()])


def test_the_sweep_of_the_disk_spares_files_of_messages(ana, ion):
    """K3."""
    begun(ana, ion, attachments=[received()])
    name = Attachment.objects.get().stored_name
    assert contents_of_messages([name, "nobody"]) == {name}
    assert unreferenced([name, "nobody"]) == ["nobody"]


def test_what_an_erased_person_sent_is_gone(ana, ion):
    """J3: her words leave the index, her files the rows; the sweep takes the contents."""
    talk = begun(ana, ion, text="Canary words", attachments=[received("canary.pdf")])
    actions.send_message(by=ion.actor, conversation=talk, text="My answer")
    actions.forget_educator(by=SYSTEM, account_id=ana.account.pk)
    erase(Subject.EDUCATOR, ana.account.pk)
    assert not Attachment.objects.exists()
    assert not SearchEntry.objects.filter(text__contains="canary").exists()
    assert [f.message.text for f in found_messages(ion.actor, "answer")] == ["My answer"]


def test_blocking_from_the_thread(ana, ion):
    """Of two, nobody writes any more; in a larger circle her messages are folded."""
    freja = cast.freja()
    befriend(ana, freja)
    talk = begun(ana, ion, freja)
    page = ion.get(f"{MESSAGES}{talk.ref}").content.decode()
    assert f"/partners/block/{ana.educator.ref}" in page
    assert f"/partners/block/{ion.educator.ref}" not in page
    actions.mark_conversation_read(by=ion.actor, conversation=talk)
    ion.post(f"/partners/block/{ana.educator.ref}")
    told = Notice.objects.filter(account_id=ion.account.pk, kind="networking.message")
    known = told.count()
    actions.send_message(by=ana.actor, conversation=talk, text="And photos")
    assert told.count() == known
    page = ion.get(f"{MESSAGES}{talk.ref}").content.decode()
    assert "A message of somebody you blocked" in page
    assert "somebody you blocked" not in freja.get(f"{MESSAGES}{talk.ref}").content.decode()


def test_newcomers_begin_ten_conversations_a_day(ana, ion, monkeypatch):
    """G9: the eleventh is refused with its text kept; messages do not rain either."""
    monkeypatch.setattr(parcels, "begun_a_day", lambda actor: 1)
    words = {"to": [ion.educator.ref], "subject": "Rivers", "text": "My first words"}
    assert ana.post(f"{MESSAGES}new", words).status_code == 302
    again = ana.post(f"{MESSAGES}new", words)
    assert again.status_code == 422
    assert "My first words" in again.content.decode()
    monkeypatch.setattr(parcels, "MESSAGES_AT_ONCE", (Limit(1, vocabulary.ASK_AGAIN),))
    talk = Conversation.objects.get()
    assert ion.post(f"{MESSAGES}{talk.ref}", {"text": "Yes"}).status_code == 302
    assert ion.post(f"{MESSAGES}{talk.ref}", {"text": "And"}).status_code == 422


def test_a_newcomer_is_somebody_without_a_past(ana):
    """G9."""
    assert begun_a_day(ana.actor) == vocabulary.NEWCOMER_CONVERSATIONS
    assert begun_a_day(cast.petra().actor) == vocabulary.CONVERSATIONS


def test_a_long_thread_costs_what_a_short_one_costs(ana, ion, django_assert_num_queries):
    """Three or a hundred messages, with files or without: the same number of queries."""
    short, long = begun(ana, ion, text="1"), begun(ana, ion, text="1", subject="Long")
    for number in range(2, 101):
        talk = [short, long] if number < 4 else [long]
        by = ion if number % 2 else ana
        files = [received()] if number % 30 == 2 else []
        for each in talk:
            actions.send_message(
                by=by.actor, conversation=each, text=str(number), attachments=files
            )
            files = []
    ana.get(f"{MESSAGES}{short.ref}")
    with CaptureQueriesContext(connection) as queries:
        ana.get(f"{MESSAGES}{short.ref}")
    with django_assert_num_queries(len(queries)):
        ana.get(f"{MESSAGES}{long.ref}")
