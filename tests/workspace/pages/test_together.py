"""Several people write one page (T-08, T-21, X-51, G7): what is kept, versions, and who may."""

import asyncio
import datetime as dt
import queue
import threading
import time

import pytest
from django.conf import settings

from opentwinning.core import clock
from opentwinning.core.actor import SYSTEM
from opentwinning.core.lines import LINES, TICKET_AGE, ticket_for, ticket_of
from opentwinning.core.livetext.documents import bring_in, document_of, text_of
from opentwinning.core.sessions import SessionStore
from opentwinning.core.verdicts import Conflict, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.realtime.adapters.server import Sockets
from opentwinning.facilities.realtime.vocabulary import PROTOCOL
from opentwinning.people.accounts.models import Account
from opentwinning.workspace.pages.actions import (
    create_page,
    delete_page,
    keep_changes,
    lock_page,
    open_document,
    restore_version,
    save_page,
    set_up_page,
    settle_page,
)
from opentwinning.workspace.pages.models import Page, PageChange
from opentwinning.workspace.pages.queries import left_unsettled, news_of
from opentwinning.workspace.pages.vocabulary import Writers
from opentwinning.workspace.pages.wiring.live import settle_what_was_left

(LINE,) = [line for line in LINES if line.topic == "page"]


@pytest.fixture
def river(scene):
    return create_page(by=scene.ana.actor, space=scene.space, title="River", text="One\n\nTwo")


def writes(page, person, before, after):
    """Somebody changes the shared document; the change is kept as hers."""
    document = open_document(page.pk)
    shared = document_of([document.whole, *document.changes.values_list("body", flat=True)])
    known = shared.get_state()
    bring_in(shared, before, after)
    author = LINE.admit(person.actor, page.ref).author
    return keep_changes(page.pk, [(author, shared.get_update(known))])


def now_of(page):
    document = open_document(page.pk)
    return text_of(document_of([document.whole, *document.changes.values_list("body", flat=True)]))


def test_what_two_people_wrote_becomes_one_version_with_both_names(scene, river):
    writes(river, scene.ana, "One\n\nTwo", "One A\n\nTwo")
    writes(river, scene.freja, "One A\n\nTwo", "One A\n\nTwo F")

    page = settle_page(by=SYSTEM, page=river)

    assert page.text == "One A\n\nTwo F"
    version = page.versions.get(number=2)
    names = {version.author.name, *(each.member.name for each in version.co_authors.all())}
    assert names == {"Ana Kovač", "Freja Lund"}
    assert PageChange.objects.count() == 0
    history = scene.nina.get(f"/spaces/pages/{river.ref}/history/").text
    assert "Ana Kovač" in history
    assert "Freja Lund" in history


def test_settling_what_says_the_same_makes_no_version(scene, river):
    open_document(river.pk)
    before = LedgerEntry.objects.count()

    LINE.settle(river.pk)

    assert Page.objects.get().version == 1
    assert LedgerEntry.objects.count() == before


def test_a_form_alone_leaves_one_row_in_the_ledger(scene, river):
    open_document(river.pk)
    before = LedgerEntry.objects.count()

    scene.freja.post(
        f"/spaces/pages/{river.ref}/edit/", {"title": "River", "text": "Mine", "version": 1}
    )

    assert LedgerEntry.objects.count() == before + 1


def test_a_text_saved_by_a_form_reaches_those_who_write(scene, river):
    open_document(river.pk)

    save_page(by=scene.freja.actor, page=river, title="River", text="One\n\nTwo F", version=1)

    assert now_of(river) == "One\n\nTwo F"
    assert settle_page(by=SYSTEM, page=river).version == 2


def test_a_form_and_keystrokes_at_the_same_moment_lose_nothing(scene, river):
    writes(river, scene.ana, "One\n\nTwo", "One A\n\nTwo")

    save_page(by=scene.freja.actor, page=river, title="River", text="One\n\nTwo F", version=1)

    assert settle_page(by=SYSTEM, page=river).text == "One A\n\nTwo F"
    assert river.versions.get(number=2).text == "One\n\nTwo F"


def test_whoever_saves_by_a_form_sees_first_what_others_wrote_meanwhile(scene, river):
    """G7: the conflict screen shows the others' lines, which were no version yet."""
    writes(river, scene.ana, "One\n\nTwo", "One A\n\nTwo")

    answer = scene.freja.post(
        f"/spaces/pages/{river.ref}/edit/", {"title": "River", "text": "Mine", "version": 1}
    )

    assert answer.status_code == 409
    assert "One A" in answer.text
    assert "Mine" in answer.text


def test_an_earlier_version_comes_back_into_the_document(scene, river):
    writes(river, scene.ana, "One\n\nTwo", "Nothing left")
    page = settle_page(by=SYSTEM, page=river)

    restore_version(by=scene.ana.actor, page=page, number=1)

    assert now_of(river) == "One\n\nTwo"


def test_done_makes_the_version_under_the_new_title(scene, river):
    writes(river, scene.freja, "One\n\nTwo", "One\n\nTwo F")

    answer = scene.freja.post(
        f"/spaces/pages/{river.ref}/edit/",
        {"title": "Rivers", "together": "1", "version": 1},
        follow=True,
    )

    assert "Two F" in answer.text
    page = Page.objects.get()
    assert (page.title, page.text, page.version) == ("Rivers", "One\n\nTwo F", 3)
    assert open_document(page.pk).version == 3


def test_done_without_a_title_says_so_and_keeps_the_text(scene, river):
    writes(river, scene.freja, "One\n\nTwo", "One\n\nTwo F")

    answer = scene.freja.post(
        f"/spaces/pages/{river.ref}/edit/", {"title": "", "together": "1", "version": 1}
    )

    assert answer.status_code == 422
    assert Page.objects.get().text == "One\n\nTwo F"


def test_what_a_process_left_behind_becomes_a_version(scene, river, monkeypatch):
    writes(river, scene.ana, "One\n\nTwo", "One A\n\nTwo")
    settle_what_was_left({})
    assert Page.objects.get().version == 1

    later = clock.now() + dt.timedelta(minutes=6)
    assert list(left_unsettled(later - dt.timedelta(minutes=5))) == [river]
    monkeypatch.setattr("opentwinning.workspace.pages.wiring.live.now", lambda: later)
    settle_what_was_left({})
    assert Page.objects.get().text == "One A\n\nTwo"


def test_a_page_in_the_trash_takes_nothing_more(scene, river):
    open_document(river.pk)
    delete_page(by=scene.ana.actor, page=river)

    assert keep_changes(river.pk, [(river.created_by_id, b"\x00\x00")]) is None
    assert open_document(river.pk) is None
    assert news_of({river.pk: 0}) == {river.pk: None}


@pytest.mark.parametrize("count", [1, 3])
def test_news_of_many_documents_cost_the_same(scene, django_assert_num_queries, count):
    pages = [
        create_page(by=scene.ana.actor, space=scene.space, title="R", text="One", form_token=str(n))
        for n in range(count)
    ]
    for page in pages:
        writes(page, scene.ana, "One", "One A")

    with django_assert_num_queries(2):
        found = news_of({page.pk: 0 for page in pages})

    assert all(len(held.changes) == 1 for held in found.values())


def test_a_folded_document_comes_whole(scene, river):
    writes(river, scene.ana, "One\n\nTwo", "One A\n\nTwo")
    settle_page(by=SYSTEM, page=river)

    held = news_of({river.pk: 0})[river.pk]

    assert held.fold == 1
    assert text_of(document_of([held.whole])) == "One A\n\nTwo"


def test_who_may_sit_down(scene, river):
    """Rows 29 and 30 of the matrix hold for sockets too: the line asks the same door."""
    assert LINE.admit(scene.freja.actor, river.ref).name == "Freja Lund"
    with pytest.raises(Refused) as told:
        LINE.admit(scene.nina.actor, river.ref)
    assert "Ask your teacher" in str(told.value.verdict.reason)
    lock_page(by=scene.ana.actor, page=river, is_locked=True)
    with pytest.raises(Refused):
        LINE.admit(scene.freja.actor, river.ref)


def test_a_page_kept_for_people_by_name_seats_only_them(scene, river):
    """The hub asks the same door again every three seconds (F4), so a name taken away ends it."""
    named = Writers("named", [scene.member("nina").ref])
    how = {"by": scene.ana.actor, "page": river, "place": "whole", "state": "visible"}
    set_up_page(**how, pupils_may_edit=False, writers=named)
    assert LINE.admit(scene.nina.actor, river.ref).country == "SI"
    for person in (scene.freja, scene.mihai):
        with pytest.raises(Refused):
            LINE.admit(person.actor, river.ref)
    set_up_page(**how, pupils_may_edit=False)
    with pytest.raises(Refused):
        LINE.admit(scene.nina.actor, river.ref)


def test_the_ticket_is_for_one_person_one_page_one_minute(scene, river, monkeypatch):
    """F2."""
    told = scene.freja.get(f"/spaces/pages/{river.ref}/together/").json()
    assert told["socket"].endswith(f"/live/page/{river.ref}")
    assert ticket_of(told["ticket"]) == (scene.freja.actor.ref, "page", river.ref)
    assert ticket_of(told["ticket"][:-1] + "x") is None
    late = time.time() + TICKET_AGE + 1
    monkeypatch.setattr("django.core.signing.time.time", lambda: late)
    assert ticket_of(told["ticket"]) is None
    assert scene.nina.get(f"/spaces/pages/{river.ref}/together/").status_code == 403


def test_the_editor_offers_to_write_together_only_where_there_are_sockets(scene, river, settings):
    url = f"/spaces/pages/{river.ref}/edit/"
    settings.LIVE_ADDRESS = ""
    assert "data-ot-together" not in scene.freja.get(url).text
    settings.LIVE_ADDRESS = "wss://twinning.test"
    assert f"/spaces/pages/{river.ref}/together/" in scene.freja.get(url).text
    assert "data-ot-together" not in scene.freja.get(f"{url}?alone=1").text


# ---------------------------------------------------------------------------- the socket itself


def knock(person, river, **changes):
    """What a browser says when it opens the socket."""
    session = SessionStore()
    account = Account.objects.get(pk=person.actor.account_id)
    session["account"], session["epoch"] = account.pk, account.session_epoch
    session.create()
    told = {
        "origin": settings.ADDRESS,
        "cookie": f"{settings.SESSION_COOKIE_NAME}={session.session_key}",
        "ticket": ticket_for(person.actor, "page", river.ref),
        **changes,
    }
    headers = [
        (b"origin", told["origin"].encode()),
        (b"cookie", told["cookie"].encode()),
        (b"sec-websocket-protocol", f"{PROTOCOL}, {told['ticket']}".encode()),
    ]
    return {
        "type": "websocket",
        "path": f"/live/page/{river.ref}",
        "headers": headers,
        "query_string": b"",
        "client": ("192.0.2.7", 1),
    }


async def spoken(scope, ask, said):
    """Somebody knocks, listens and goes."""
    sockets = Sockets()
    sockets.hub.ask = ask
    come = [{"type": "websocket.connect"}, {"type": "websocket.disconnect"}]

    async def receive():
        return come.pop(0) if come else await asyncio.sleep(60)

    async def send(message):
        said.append(message)

    await sockets(scope, receive, send)


def answered(scope):
    """What the process says first to somebody who knocks. The loop runs in a thread; what it asks
    the database is answered here, where the test's transaction is."""
    questions = queue.SimpleQueue()
    said = []

    async def ask(question, *args):
        loop = asyncio.get_running_loop()
        answer = loop.create_future()
        questions.put((loop, answer, question, args))
        return await answer

    def theatre():
        try:
            asyncio.run(spoken(scope, ask, said))
        finally:
            questions.put(None)

    thread = threading.Thread(target=theatre)
    thread.start()
    while (asked := questions.get()) is not None:
        loop, answer, question, args = asked
        try:
            loop.call_soon_threadsafe(answer.set_result, question(*args))
        except Refused as refusal:
            loop.call_soon_threadsafe(answer.set_exception, refusal)
    thread.join()
    return said


def test_a_member_with_her_ticket_is_greeted(scene, river):
    said = answered(knock(scene.freja, river))

    assert said[0] == {"type": "websocket.accept", "subprotocol": PROTOCOL}
    assert said[1]["type"] == "websocket.send"
    assert said[1]["bytes"][:2] == b"\x00\x00"


@pytest.mark.parametrize(
    "changes",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": ""},
        {"origin": f"{settings.ADDRESS}.evil.example"},
    ],
)
def test_pages_of_others_open_no_socket(scene, river, changes):
    """F1."""
    assert answered(knock(scene.freja, river, **changes))[0]["type"] == "websocket.close"


@pytest.mark.parametrize(
    "changes", [{"cookie": ""}, {"cookie": "ot_session=x"}, {"ticket": ""}, {"ticket": "x"}]
)
def test_nobody_comes_in_without_session_and_ticket(scene, river, changes):
    """F2, F3."""
    said = answered(knock(scene.freja, river, **changes))

    assert said[-1] == {"type": "websocket.close", "code": 4403}
    assert not [each for each in said if each.get("bytes", b"")[:1] == b"\x00"]


def test_the_ticket_of_another_opens_nothing(scene, river):
    said = answered(
        knock(scene.freja, river, ticket=ticket_for(scene.ana.actor, "page", river.ref))
    )

    assert said[-1]["code"] == 4403


def test_a_page_of_another_space_is_like_an_absent_one(scene, river):
    scope = knock(scene.freja, river)
    scope["path"] = "/live/page/pag_absent"

    assert answered(scope)[-1]["code"] == 4403


def test_conflicts_still_hold_for_forms(scene, river):
    save_page(by=scene.ana.actor, page=river, title="River", text="Ana", version=1)
    with pytest.raises(Conflict):
        save_page(by=scene.freja.actor, page=river, title="River", text="Freja", version=1)
