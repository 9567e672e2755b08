"""Things of a TwinSpace are reported, withheld and come back whole (H6, H7, H17)."""

import datetime as dt

import pytest
from django.test import Client

from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Refused
from opentwinning.core.work import KINDS
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.safeguarding.actions import (
    answer_appeal,
    appeal_statement,
    decide_case,
    report_item,
)
from opentwinning.people.safeguarding.models import Case, Statement
from opentwinning.people.safeguarding.queries import measures_for
from opentwinning.people.safeguarding.vocabulary import REPORTABLES, Measure
from opentwinning.workspace.activities.actions import (
    Plan,
    approve_hand_in,
    hand_in,
    open_activity,
    set_activity,
)
from opentwinning.workspace.calendar.actions import cancel_event, plan_event
from opentwinning.workspace.calendar.vocabulary import When
from opentwinning.workspace.chats.actions import Rules, make_chat, say, show_message
from opentwinning.workspace.files.actions import release_files
from opentwinning.workspace.forums.actions import (
    add_reply,
    hide_reply,
    open_thread,
    show_reply,
)
from opentwinning.workspace.meetings.actions import call_off, plan_meeting
from opentwinning.workspace.pages.actions import create_page, publish_page, set_up_page
from opentwinning.workspace.posts.actions import (
    approve_post,
    hide_post,
    publish_post,
    show_post,
    write_post,
)
from opentwinning.workspace.remarks.actions import show_remark, write_remark
from opentwinning.workspace.votes.actions import Question, ask_question, close_poll
from tests import cast
from tests.scenes.files import a_picture


def a_reply(scene):
    thread = open_thread(by=scene.ana.actor, space=scene.space, title="Rivers", text="Tell us.")
    return add_reply(by=scene.freja.actor, thread=thread, text="You are all stupid")


def a_post(scene):
    post = write_post(
        by=scene.freja.actor, space=scene.space, place="whole", title="Day", text="Stupid you"
    )
    return publish_post(by=scene.ana.actor, post=post, version=post.version)


def a_page(scene):
    page = create_page(by=scene.freja.actor, space=scene.space, title="Us", text="Stupid you")
    return publish_page(by=scene.ana.actor, page=page, version=page.version)


def an_event(scene):
    day = dt.date(2027, 3, 3)
    when = When(day, day, "Europe/Copenhagen", dt.time(10), dt.time(11))
    return plan_event(by=scene.freja.actor, space=scene.space, title="Stupid you", when=when)


def a_message(scene):
    rules = Rules(pupils_read_later=True)
    chat = make_chat(by=scene.ana.actor, space=scene.space, title="Rivers", rules=rules)
    return say(by=scene.freja.actor, chat=chat, text="You are all stupid")


def a_hand_in(scene):
    plan = Plan(title="Rivers")
    activity = set_activity(by=scene.ana.actor, space=scene.space, plan=plan)
    open_activity(by=scene.ana.actor, activity=activity)
    return hand_in(by=scene.freja.actor, activity=activity, text="You are all stupid")


def a_poll(scene):
    question = Question(title="Stupid you", choices=("You", "All of you"))
    return ask_question(by=scene.freja.actor, space=scene.space, question=question)


def a_remark(scene):
    page = create_page(by=scene.ana.actor, space=scene.space, title="Us", text="We are nice.")
    page = set_up_page(
        by=scene.ana.actor, page=page, place="whole", state="visible", pupils_may_edit=False
    )
    return write_remark(
        by=scene.freja.actor, kind="page", thing_ref=page.ref, text="You are all stupid"
    )


def a_meeting(scene):
    return plan_meeting(
        by=scene.freja.actor, space=scene.space, title="Stupid you", begins_at=now(), minutes=45
    )


KINDS_HERE = {
    "meeting": (a_meeting, "/spaces/meetings/{ref}/", None),
    "remark": (a_remark, "/spaces/pages/{thread}/", None),
    "poll": (a_poll, "/spaces/polls/{ref}/", None),
    "chat_message": (a_message, "/spaces/chats/{thread}/", None),
    "hand_in": (a_hand_in, "/spaces/hand-ins/{ref}/", None),
    "reply": (a_reply, "/spaces/talk/{thread}/", None),
    "post": (a_post, "/spaces/posts/{ref}/", "/spaces/d/{ref}/"),
    "event": (an_event, "/spaces/calendar/{ref}/", None),
    "page": (a_page, "/spaces/pages/{ref}/", "/spaces/p/{ref}/"),
}


def addresses(kind, thing):
    _, inside, public = KINDS_HERE[kind]
    thread = {"reply": "thread", "chat_message": "chat"}.get(kind)
    thread = getattr(thing, thread).ref if thread else getattr(thing, "thing_ref", "")
    return inside.format(ref=thing.ref, thread=thread), (public or "").format(ref=thing.ref)


def sees(person, kind, thing):
    answer = person.get(addresses(kind, thing)[0])
    return answer.status_code == 200 and b"tupid" in answer.content


def before(thing):
    thing.refresh_from_db()
    names = (
        "state",
        "withheld_at",
        "hidden_at",
        "hidden_by_id",
        "text",
        "published_at",
        "published_version",
    )
    return {name: getattr(thing, name) for name in names if hasattr(thing, name)}


@pytest.mark.parametrize("kind", KINDS_HERE)
def test_danger_hides_at_once_and_an_objection_brings_it_back_whole(scene, kind):
    """H6, H17: from the eyes of pupils and visitors; teachers cannot show it again."""
    thing = KINDS_HERE[kind][0](scene)
    stood, (inside, public) = before(thing), addresses(kind, thing)
    link = f"/care/report/{kind}/{thing.ref}".encode()
    assert link in scene.nina.get(inside).content
    assert not public or link in scene.visitor.get(public).content
    secret = "s" * 32
    body = {"reason": "danger", "words": "Help", "secret": secret}
    answer = scene.nina.post(link.decode(), body)
    assert answer.status_code == 302
    assert b"It was right to tell" in scene.nina.get("/care/reports/").content
    case = Case.objects.get()
    guardians = set(case.guardians.values_list("account_id", flat=True))
    assert guardians == {scene.ana.account.pk, scene.ion.account.pk}
    assert Notice.objects.filter(kind="safeguarding.danger").count() >= 3
    assert not sees(scene.nina, kind, thing)
    assert sees(scene.ana, kind, thing)
    assert not public or scene.visitor.get(public).status_code == 404
    with pytest.raises(Refused, match="hidden after a report"):
        shows_again(kind, scene, thing)
    statement = Statement.objects.get(account=scene.freja.account)
    appeal_statement(by=scene.freja.actor, statement=statement, text="It was a joke")
    answer_appeal(by=cast.mette().actor, statement=statement, is_right=True, answer="All is well")
    assert before(thing) == stood
    assert sees(scene.nina, kind, thing)
    assert not public or scene.visitor.get(public).status_code == 200


AGAIN = {
    "reply": lambda by, thing: show_reply(by=by, reply=thing),
    "post": lambda by, thing: show_post(by=by, post=thing),
    "chat_message": lambda by, thing: show_message(by=by, message=thing),
    "hand_in": lambda by, thing: approve_hand_in(by=by, hand_in=thing, version=thing.version),
    "event": lambda by, thing: cancel_event(by=by, event=thing),
    "meeting": lambda by, thing: call_off(by=by, meeting=thing),
    "remark": lambda by, thing: show_remark(by=by, remark=thing),
    "poll": lambda by, thing: close_poll(by=by, poll=thing),
    "page": lambda by, thing: set_up_page(
        by=by, page=thing, place="whole", state="visible", pupils_may_edit=False
    ),
}


def shows_again(kind, scene, thing):
    thing.refresh_from_db()
    AGAIN[kind](scene.ana.actor, thing)


def test_teachers_look_first_and_after_a_day_the_office(scene, clock):
    """H7: 24 hours for the teachers of the TwinSpace, then the office of the author's country."""
    cast.mette()
    reply = a_reply(scene)
    report_item(by=scene.nina.actor, kind="reply", item_ref=reply.ref, reason="bullying")
    case = Case.objects.get()
    assert (case.level, case.country, case.hidden_at) == ("teacher", "DK", None)
    address = f"/care/cases/{case.ref}"
    assert address.encode() in scene.ana.get("/care/reports/").content
    assert b"Hand on to the support organisation" in scene.ana.get(address).content
    assert scene.freja.get(address).status_code == cast.mette().get(address).status_code == 404
    assert measures_for(scene.ana.actor, case) == [Measure.NONE, Measure.WARN, Measure.HIDE]
    clock.passes(hours=25)
    KINDS["safeguarding.raise"].run({})
    case.refresh_from_db()
    assert case.level == "office"
    assert cast.mette().get(address).status_code == 200
    assert b"The support organisation looks at this now." in scene.ana.get(address).content
    with pytest.raises(Refused):
        decide_case(by=scene.ana.actor, case=case, measure=Measure.NONE, rule="bullying", reason="")


def test_a_teacher_decides_and_a_pupils_teachers_read_the_reasons(scene):
    """A pupil is told by her own teacher: she gets no mail (G8)."""
    thread = open_thread(by=scene.ana.actor, space=scene.space, title="Rivers", text="Tell us.")
    reply = add_reply(by=scene.mihai.actor, thread=thread, text="You are all stupid")
    report_item(by=scene.nina.actor, kind="reply", item_ref=reply.ref, reason="bullying")
    case = Case.objects.get()
    assert Measure.SUSPEND not in measures_for(cast.radu().actor, case)
    page = f"/care/cases/{case.ref}"
    body = {"measure": "hide", "rule": "bullying", "reason": "Be kind."}
    assert scene.ana.post(page, body)["Location"] == "/care/reports/"
    assert not sees(scene.nina, "reply", reply)
    statement = Statement.objects.get()
    assert statement.pupil_id == scene.mihai.pupil.pk
    assert statement.account_id is None
    assert b"Be kind." in scene.ion.get(f"/care/decisions/{statement.ref}").content
    assert scene.freja.get(f"/care/decisions/{statement.ref}").status_code == 404
    told = Notice.objects.filter(kind="safeguarding.stated").values_list("account_id", flat=True)
    assert list(told) == [scene.ion.account.pk]


def test_visitors_report_what_is_public_and_nothing_else(scene):
    """H6: no sign-in in public; a secret link shows the state."""
    post, reply = a_post(scene), a_reply(scene)
    assert scene.visitor.get(f"/care/report/reply/{reply.ref}").status_code == 404
    address = f"/care/report/post/{post.ref}"
    secret = scene.visitor.get(address).context["form"]["secret"].value()
    body = {"reason": "private", "words": "My child is named", "secret": secret}
    answer = scene.visitor.post(address, body)
    assert answer["Location"] == f"/care/reported/{secret}"
    state = scene.visitor.get(answer["Location"]).content
    assert b"Somebody is looking at it" in state
    assert b"My child is named" in state
    assert scene.marek.get(f"/care/reported/{'x' * 32}").status_code == 404
    scene.visitor.post(address, body)
    case = Case.objects.get()
    assert case.reports.count() == 1
    assert case.level == "teacher"


def test_one_stranger_cannot_close_a_public_page_and_two_networks_can(scene):
    """H6: the offices are told at once either way; what a pupil wrote is hidden at once."""
    cast.mette()
    post = a_post(scene)
    address, public = f"/care/report/post/{post.ref}", addresses("post", post)[1]

    def reports(secret, network, to=address):
        body = {"reason": "danger", "secret": secret * 32}
        assert Client(REMOTE_ADDR=network).post(to, body).status_code == 302

    reports("a", "192.0.2.1")
    case = Case.objects.get()
    assert (case.is_grave, case.level, case.hidden_at) == (True, "centre", None)
    alerts = Notice.objects.filter(kind="safeguarding.danger").count()
    assert alerts >= 3
    reports("b", "192.0.2.1")
    assert scene.visitor.get(public).status_code == 200
    reports("c", "192.0.2.2")
    assert scene.visitor.get(public).status_code == 404
    case.refresh_from_db()
    assert case.hidden_at
    assert Notice.objects.filter(kind="safeguarding.danger").count() == alerts
    assert Statement.objects.filter(account=scene.freja.account).count() == 1
    of_nina = write_post(
        by=scene.nina.actor, space=scene.space, place="whole", title="Us", text="My street"
    )
    of_nina = approve_post(by=scene.ana.actor, post=of_nina)
    publish_post(by=scene.ana.actor, post=of_nina, version=of_nina.version)
    reports("d", "192.0.2.1", f"/care/report/post/{of_nina.ref}")
    assert scene.visitor.get(addresses("post", of_nina)[1]).status_code == 404


def test_a_picture_is_reported_hidden_seen_by_who_decides_and_comes_back(scene, clock):
    """H6, H17, H18: the office cannot enter the TwinSpace, so a small copy is kept as evidence."""
    mette = cast.mette()
    file = a_picture(scene.freja, scene.space)
    place, content = f"/spaces/files/{file.ref}/", f"/spaces/files/{file.ref}/content"
    address = f"/care/report/file/{file.ref}"
    assert address.encode() in scene.nina.get(place).content
    assert address.encode() not in scene.freja.get(place).content
    assert scene.visitor.get(address).status_code == 404
    report = report_item(by=scene.nina.actor, kind="file", item_ref=file.ref, reason="shocking")
    assert scene.nina.get(place).status_code == scene.nina.get(content).status_code == 404
    assert b"Hidden after a report." in scene.ana.get(place).content
    release_files(by=SYSTEM, space=scene.space, file_ids=[file.pk])
    assert scene.nina.get(content).status_code == 404  # its post cannot show it either
    kept = f"/care/cases/{report.case.ref}/pictures/{report.ref}"
    assert kept in mette.get(f"/care/cases/{report.case.ref}").content.decode()
    shown = mette.get(kept)
    assert (shown["Content-Type"], shown.content[8:12]) == ("image/webp", b"WEBP")
    assert scene.nina.get(kept).status_code != 200
    assert scene.freja.get(kept).status_code == cast.petra().get(kept).status_code == 404
    decide_case(by=mette.actor, case=report.case, measure=Measure.NONE, rule="shocking", reason="")
    assert scene.nina.get(content).status_code == 200
    clock.passes(days=200)
    KINDS["safeguarding.forget"].run({})
    assert mette.get(kept).status_code == 404


def test_a_reply_that_a_teacher_hid_before_stays_hidden_when_it_is_given_back(scene):
    reply = a_reply(scene)
    hide_reply(by=scene.ana.actor, reply=reply, reason="Not kind")
    report_item(by=scene.ion.actor, kind="reply", item_ref=reply.ref, reason="threat")
    case = Case.objects.get()
    assert case.hidden_at
    decide_case(by=cast.mette().actor, case=case, measure=Measure.NONE, rule="threat", reason="")
    reply.refresh_from_db()
    assert (reply.hidden_reason, reply.withheld_at) == ("Not kind", None)
    assert reply.hidden_at
    assert Statement.objects.get(ended_at=None).reason == "Not kind"  # may still be objected to


def test_what_a_colleague_hid_is_objected_to_at_the_support_organisation(scene):
    """H17: nobody of the TwinSpace decides about the objection; a pupil's own teachers object for
    her when a colleague of another school hid what she wrote."""
    mette = cast.mette()
    reply, post = a_reply(scene), a_post(scene)
    hide_reply(by=scene.ana.actor, reply=reply, reason="Not kind")
    hide_post(by=scene.ana.actor, post=post, reason="Faces")
    for kind, thing in (("reply", reply), ("post", post)):
        statement = Statement.objects.get(kind=kind)
        assert statement.account_id == scene.freja.account.pk
        address = f"/care/decisions/{statement.ref}"
        assert scene.freja.post(address, {"text": "It was a joke"}).status_code == 302
        assert mette.get(f"/care/appeals/{statement.ref}").status_code == 200
        assert not sees(scene.nina, kind, thing)
        answer_appeal(by=mette.actor, statement=statement, is_right=True, answer="All is well")
        assert sees(scene.nina, kind, thing)
    thread = open_thread(by=scene.ana.actor, space=scene.space, title="Rivers", text="Tell us.")
    of_mihai = add_reply(by=scene.mihai.actor, thread=thread, text="You are all stupid")
    hide_reply(by=scene.ana.actor, reply=of_mihai, reason="Be kind.")
    statement = Statement.objects.get(item_ref=of_mihai.ref)
    assert b"Be kind." in scene.ion.get(f"/care/decisions/{statement.ref}").content
    show_reply(by=scene.ana.actor, reply=of_mihai)
    statement.refresh_from_db()
    assert statement.ended_at is not None


def test_every_kind_that_can_be_hidden_is_withheld_and_given_back_here_or_beside_its_app():
    """A new kind needs a play of its own: what is hidden must come back whole (H17)."""
    hiding = {each.kind for each in REPORTABLES if each.can_hide}
    assert hiding == set(KINDS_HERE) | {
        "answer", "call", "comment", "file", "message", "profile", "project", "resource",
        "wall_post",
    }  # fmt: skip
