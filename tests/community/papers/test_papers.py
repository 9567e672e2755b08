"""A form that the school stamps: from the request to its end (X-05)."""

import datetime as dt
import io

import pytest
from pypdf import PdfReader

from opentwinning.community.papers.actions import send_paper
from opentwinning.community.papers.models import Paper
from opentwinning.community.papers.queries import contents_of_papers
from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now, stopped, today
from opentwinning.core.permits import free_writing
from opentwinning.core.verdicts import Refused
from opentwinning.core.work import KINDS
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.educators.actions import ask_educator, refuse_educator, validate_educator
from opentwinning.people.support.actions import save_validation_rules
from opentwinning.workspace.files.adapters import disk
from tests import cast
from tests.inputs import photo
from tests.scenes.files import DOCUMENT, received, upload

pytestmark = pytest.mark.django_db
MINE = "/papers/"


def slovenia_asks_for_papers(**changes):
    cast.office("SI")
    rules = {
        "asks_school": False, "answer_days": 10, "months": 24, "remind_days": 30,
        "asks_paper": True, "paper_days": 20, "paper_kept_days": 15, **changes,
    }  # fmt: skip
    save_validation_rules(by=SYSTEM, country="SI", from_day=today(), **rules)


def nina():
    person = cast.newcomer("Nina Kos", "SI")
    cast.school(person)
    return person


def send(person, name="form.pdf", content=DOCUMENT):
    return person.post(MINE, {"upload": upload(name, content)})


def told(person):
    return set(Notice.objects.filter(account_id=person.account.pk).values_list("kind", flat=True))


def run(job):
    KINDS[job].run({})


def test_nobody_is_asked_where_the_rules_do_not_say_so():
    person = nina()
    assert not Paper.objects.exists()
    assert "No form is asked of you" in person.get(MINE).content.decode()
    assert "stamp" not in person.get("/educators/validation").content.decode()


def test_nina_downloads_sends_and_the_officer_opens_it():
    slovenia_asks_for_papers()
    person, petra = nina(), cast.petra()
    assert "papers.due" in told(person)
    paper = Paper.objects.get()
    assert (paper.due_at - now()).days in {19, 20}
    page = person.get("/educators/validation").content.decode()
    assert "Have a form stamped" in page
    assert "One thing is left for you to do" in page
    page = petra.get(f"/desk/validations/{person.educator.ref}").content.decode()
    assert "The form is due on" in page
    assert petra.get(f"{MINE}{paper.ref}").status_code == 404, "nothing is there yet"

    form = person.get(f"{MINE}{paper.ref}/form.pdf")
    assert form["Content-Type"] == "application/pdf"
    pdf = PdfReader(io.BytesIO(form.content))
    assert "/StructTreeRoot" in pdf.trailer["/Root"], "tagged"
    words = " ".join(pdf.pages[0].extract_text().split())
    assert "Nina Kos" in words
    assert paper.ref in words

    assert send(person)["Location"] == MINE
    assert "You have nothing to do now" in person.get("/educators/validation").content.decode()
    page = petra.get(f"/desk/validations/{person.educator.ref}").content.decode()
    assert f"{MINE}{paper.ref}" in page
    answer = petra.get(f"{MINE}{paper.ref}")
    assert b"".join(answer.streaming_content) == DOCUMENT
    assert "attachment" in answer["Content-Disposition"]
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "Your form is at your support organisation" in person.get(MINE).content.decode()


def test_only_she_and_the_officers_of_her_country_open_it():
    slovenia_asks_for_papers()
    person = nina()
    send(person)
    address = f"{MINE}{Paper.objects.get().ref}"
    for stranger in (cast.ana(), cast.radu(), cast.otto()):
        assert stranger.get(address).status_code == 404
        assert stranger.get(f"{address}/form.pdf").status_code == 404
    assert "/sign-in" in cast.Visitor().get(address)["Location"]
    assert person.get(address).status_code == 200
    assert cast.claire().get(address).status_code == 200


def test_a_picture_loses_its_place_and_a_second_one_takes_the_first_ones_place():
    slovenia_asks_for_papers()
    person = nina()
    send(person)
    first = Paper.objects.get().stored_name
    raw = photo(6).read_bytes()
    assert b"Exif" in raw
    send(person, "scan.jpg", raw)
    paper = Paper.objects.get()
    assert b"Exif" not in disk.path_of(paper.stored_name).read_bytes()
    assert not disk.path_of(first).exists()
    assert contents_of_papers([first, *paper.contents]) == set(paper.contents)


@pytest.mark.parametrize(
    ("name", "content"),
    [("form.docx", b"PK"), ("form.svg", b"<svg/>"), ("form.pdf", b"<html>"), ("form.jpg", b"GIF")],
)
def test_hostile_files_are_refused_and_nothing_stays(name, content):
    """D4, D5."""
    slovenia_asks_for_papers()
    person = nina()
    answer = send(person, name, content)
    assert answer.status_code == 422
    assert not Paper.objects.get().is_sent
    assert "Error:" in answer.content.decode()


def test_a_reminder_a_late_day_and_a_new_term():
    slovenia_asks_for_papers()
    person, start = nina(), now()
    run("papers.remind")
    assert "papers.soon" not in told(person)
    with stopped(start + dt.timedelta(days=14)):
        run("papers.remind")
        run("papers.remind")
    assert Notice.objects.filter(kind="papers.soon").count() == 1
    assert person.post(f"{MINE}term")["Location"] == MINE
    assert (Paper.objects.get().due_at - start).days <= 20, "there was still time"
    with stopped(start + dt.timedelta(days=21)):
        run("papers.remind")
        run("papers.remind")
        assert Notice.objects.filter(kind="papers.late").count() == 1
        paper = Paper.objects.get()
        assert paper.is_late
        page = cast.petra().get(f"/desk/validations/{person.educator.ref}").content.decode()
        assert "did not come in time" in page


def test_a_late_form_gets_a_new_term_with_one_press():
    slovenia_asks_for_papers()
    person = nina()
    with free_writing():
        Paper.objects.update(due_at=now() - dt.timedelta(days=1), told_late_at=now())
    assert "Take more time" in person.get(MINE).content.decode()
    person.post(f"{MINE}term")
    paper = Paper.objects.get()
    assert not paper.is_late
    assert paper.told_late_at is None


def test_after_the_decision_it_stays_so_long_and_goes_with_its_content():
    """J2: kept no longer than the country's rules say."""
    slovenia_asks_for_papers()
    person, petra = nina(), cast.petra()
    send(person)
    ask_educator(by=petra.actor, educator=person.educator, message="Which class?")
    assert Paper.objects.get().is_open, "a question is no decision"
    person.post("/educators/validation", {"message": "3b."})
    assert Paper.objects.count() == 1
    validate_educator(by=petra.actor, educator=person.educator)
    paper = Paper.objects.get()
    assert "It is deleted on" in person.get(MINE).content.decode()
    assert "decided already" in send(person).content.decode()
    run("papers.forget")
    assert Paper.objects.exists()
    with stopped(now() + dt.timedelta(days=16)):
        run("papers.forget")
    assert not Paper.objects.exists()
    assert not disk.path_of(paper.stored_name).exists()


def test_a_form_that_never_came_goes_with_the_decision():
    slovenia_asks_for_papers()
    person = nina()
    refuse_educator(by=cast.petra().actor, educator=person.educator, message="No.")
    run("papers.forget")
    assert not Paper.objects.exists()


def test_nobody_sends_for_another():
    slovenia_asks_for_papers()
    nina()
    with pytest.raises(Refused):
        send_paper(by=cast.petra().actor, paper=Paper.objects.get(), received=received())
