"""The world before the play: a programme, three offices, their officers, a small register."""

import json
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from opentwinning.collaboration.recognition.actions import save_scheme
from opentwinning.community.networking.actions import accept_contact, ask_for_contact
from opentwinning.community.networking.models import Contact
from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import today
from opentwinning.people.support.actions import (
    describe_programme,
    save_role_list,
    save_validation_rules,
)
from opentwinning.workspace.activities.actions import Plan, open_activity, set_activity
from opentwinning.workspace.chats.actions import Rules, make_chat
from opentwinning.workspace.forums.actions import open_thread
from opentwinning.workspace.pages.actions import create_page, publish_page
from opentwinning.workspace.posts.actions import write_post
from opentwinning.workspace.votes.actions import Question, ask_question
from tests import cast
from tests.scenes.labels import CONTENT, a_rule, a_window, an_assessor
from tests.scenes.projects import a_sent
from tests.scenes.reports import a_call
from tests.scenes.twinspaces import a_twinspace

REGISTER = """\
code,name,town,postcode
4001,Osnovna šola Pod Lipo,Maribor,2000
4002,Osnovna šola Ob Dravi,Maribor,2000
4003,Gimnazija Žarišče,Škofja Loka,4220
"""
MAPPING = """\
country: SI
columns: {code: code, name: name, place: town, postcode: postcode}
"""


def furnish() -> None:
    """Make everything the play does not show, by the product's own actions."""
    describe_programme(
        by=SYSTEM,
        name="Twinning",
        tagline="",
        owner="Central Office",
        contact_email="centre@example.org",
        school_year_starts_month=9,
        school_year_starts_day=1,
    )
    for make in (cast.petra, cast.radu, cast.mette, cast.claire):
        make()
    take_register()
    cast.freja()
    cast.marek()
    prepare_labels()


def furnish_at_work() -> None:
    """The same world later: Ana and Ion work in their TwinSpace with a pupil each. The addresses of
    everything there are written into the site's folder."""
    furnish()
    ewa = cast.ewa()
    contact = strangers()
    scene = a_twinspace()
    a_sent(scene.ana, scene.ion, title="Stars above us")
    space, by = scene.twinspace.space, scene.ana.actor
    page = create_page(by=by, space=space, title="How we measure", text="A bottle is enough.")
    shown = create_page(by=by, space=space, title="Our rivers", text="They are green.")
    publish_page(by=by, page=shown, version=shown.version)
    post = write_post(by=by, space=space, title="First letters", text="They left today.")
    note = write_post(by=by, space=space, place="staff_room", text="Tell nobody yet.")
    talk = open_thread(by=by, space=space, title="When shall we meet?", text="On Tuesday?")
    chat = make_chat(by=by, space=space, title="Friday talk", rules=Rules())
    activity = set_activity(by=by, space=space, plan=Plan(title="Measure the water"))
    open_activity(by=by, activity=activity)
    question = Question(title="Which name for our map?", choices=("Blue lines", "To the sea"))
    poll = ask_question(by=by, space=space, question=question)
    nina = scene.nina.pupil
    addresses = {
        "home": f"/twinspaces/{space.ref}",
        "people": f"/twinspaces/{space.ref}/people",
        "settings": f"/twinspaces/{space.ref}/settings",
        "pages": f"/spaces/{space.ref}/pages/",
        "page": f"/spaces/pages/{page.ref}/",
        "page edit": f"/spaces/pages/{page.ref}/edit/",
        "page history": f"/spaces/pages/{page.ref}/history/",
        "public page": f"/spaces/p/{shown.ref}/",
        "page as if public": f"/spaces/p/{page.ref}/",
        "files": f"/spaces/{space.ref}/files/",
        "diary": f"/spaces/{space.ref}/diary/",
        "post": f"/spaces/posts/{post.ref}/",
        "post as if public": f"/spaces/d/{post.ref}/",
        "staff room": f"/spaces/{space.ref}/staff-room/",
        "note": f"/spaces/posts/{note.ref}/",
        "pupil corner": f"/spaces/{space.ref}/pupil-corner/",
        "forum": f"/spaces/{space.ref}/talk/",
        "talk": f"/spaces/talk/{talk.ref}/",
        "activities": f"/spaces/{space.ref}/activities/",
        "activity": f"/spaces/activities/{activity.ref}/",
        "polls": f"/spaces/{space.ref}/polls/",
        "poll": f"/spaces/polls/{poll.ref}/",
        "meetings": f"/spaces/{space.ref}/meetings/",
        "chats": f"/spaces/{space.ref}/chats/",
        "chat": f"/spaces/chats/{chat.ref}/",
        "project": f"/projects/{scene.project.ref}",
        "overview": f"/projects/{scene.project.ref}/overview",
        "plan": f"/projects/{scene.project.ref}/plan",
        "class": f"/classes/{nina.school_class.ref}",
        "cards": f"/classes/{nina.school_class.ref}/cards",
        "lesson": f"/classes/{nina.school_class.ref}/lesson",
        "pupil": f"/classes/pupils/{nina.ref}",
        "consents": f"/classes/{nina.school_class.ref}/consents",
        "consent answers": f"/classes/{nina.school_class.ref}/consents/record",
        "pupil's consents": f"/classes/pupils/{nina.ref}/consents",
        "pupil data": f"/classes/pupils/{nina.ref}/data",
        "validation": f"/desk/validations/{ewa.educator.ref}",
        "call": f"/partners/calls/{a_call(scene.ana).ref}",
        "contact": f"/partners/contacts/{contact.ref}",
    }
    folder = Path(settings.DATA_DIR)
    (folder / "addresses.json").write_text(json.dumps(addresses), encoding="utf-8")


def strangers() -> Contact:
    """People beside the TwinSpace: two contacts, a role that Poland leaves out, a teacher of whom
    Denmark wants a stamped form."""
    freja, marek = cast.freja(), cast.marek()
    contact = ask_for_contact(by=marek.actor, educator=freja.educator, message="Rivers?")
    accept_contact(by=freja.actor, contact=contact)
    save_role_list(by=SYSTEM, country="PL", from_day=today(), roles=["teacher"])
    cast.school(cast.newcomer("Ola Wilk", "PL", profession="librarian"))
    rules = {"asks_school": False, "answer_days": 10, "months": 24, "remind_days": 30}
    paper = {"asks_paper": True, "paper_days": 20, "paper_kept_days": 15}
    save_validation_rules(by=SYSTEM, country="DK", from_day=today(), **rules, **paper)
    cast.school(cast.newcomer("Liv Dam", "DK"))
    return contact


def prepare_labels() -> None:
    """Criteria, the European rule, Romania's window, and an assessor in each country."""
    save_scheme(by=SYSTEM, key="five-SI", content=CONTENT)
    a_window("RO")
    a_rule()
    an_assessor("SI", "Jana Pravična")
    an_assessor("RO", "Vlad Drept")


def take_register() -> None:
    """The register of Slovenia, by the command an operator uses."""
    with tempfile.TemporaryDirectory() as folder:
        register, mapping = Path(folder) / "si.csv", Path(folder) / "si.yaml"
        register.write_text(REGISTER, encoding="utf-8")
        mapping.write_text(MAPPING, encoding="utf-8")
        call_command("import_register", "SI", str(register), mapping=mapping)
