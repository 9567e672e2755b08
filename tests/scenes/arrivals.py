"""A project that goes out in a box and comes elsewhere."""

import datetime as dt

from django.core.files.uploadedfile import SimpleUploadedFile

from opentwinning.collaboration.boxes.models import Arrival
from opentwinning.collaboration.boxes.vocabulary import ArrivalState
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.workspace.calendar.actions import plan_event
from opentwinning.workspace.calendar.vocabulary import When
from opentwinning.workspace.forums.actions import add_reply, open_thread
from opentwinning.workspace.pages.actions import create_page
from opentwinning.workspace.remarks.actions import write_remark
from tests.cast import ana, ion
from tests.scenes.boxes import an_ordered_box, download
from tests.scenes.files import a_picture
from tests.scenes.twinspaces import a_twinspace

ARRIVED = "/twinspaces/arrived/"
WHEN = When(dt.date(2027, 3, 3), dt.date(2027, 3, 3), "Europe/Ljubljana", dt.time(10), dt.time(11))


def packed(who, ref) -> bytes:
    answer = download(who, an_ordered_box(who, ref))
    return b"".join(answer.streaming_content)


def sent(who, content: bytes, name="box.zip"):
    return who.post(ARRIVED, {"box": SimpleUploadedFile(name, content)})


def brought(who, content: bytes) -> Arrival:
    """Sent, looked through, wanted, taken in."""
    answer = sent(who, content)
    assert answer.status_code == 302, answer.content
    run_due()
    arrival = Arrival.objects.latest("pk")
    assert arrival.state == ArrivalState.SEEN, arrival.problem
    who.post(f"{ARRIVED}{arrival.ref}/take")
    run_due()
    return Arrival.objects.select_related("space").get(pk=arrival.pk)


def a_project():
    """Ana's TwinSpace with a page, a picture, a talk and a comment."""
    scene = a_twinspace()
    space = scene.twinspace.space
    picture = a_picture(ana(), space, alt_text="A river")
    page = create_page(
        by=ana().actor, space=space, title="Our river", text=f"![River](file:{picture.ref}) flows."
    )
    thread = open_thread(by=ion().actor, space=space, title="Which fish?", text="Carp?")
    add_reply(by=ana().actor, thread=thread, text="Trout.")
    plan_event(by=ion().actor, space=space, title="Meeting", when=WHEN)
    write_remark(by=ion().actor, kind="page", thing_ref=page.ref, text="Beautiful.")
    return scene
