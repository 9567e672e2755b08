"""Deciding about a teacher (page 98, X-01…X-07): evidence, three acts, then the next one."""

import pytest

from opentwinning.core.permits import free_writing
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.educators.actions import refuse_educator
from opentwinning.people.organisations.models import Organisation
from opentwinning.people.support.models import ReplyTemplate
from tests import cast

pytestmark = pytest.mark.django_db


def waiting(name, country="SI"):
    person = cast.newcomer(name, country)
    cast.school(person)
    return person


def url(person):
    return f"/desk/validations/{person.educator.ref}"


def test_sofia_validates_in_three_clicks_and_meets_the_next_one():
    """Budget of the persona: open the item, press Validate; the next one opens by itself."""
    nina, maja = waiting("Nina Kos"), waiting("Maja Vrh")
    petra = cast.petra()
    inbox = petra.get("/desk/").content.decode()
    assert url(nina) in inbox
    petra.get(url(nina))
    answer = petra.post(url(nina), {"decision": "validate", "message": ""})
    assert answer["Location"] == url(maja)
    assert nina.educator.is_validated
    assert "Nina Kos is validated." in petra.get(url(maja)).content.decode()
    assert petra.post(url(maja), {"decision": "validate"})["Location"] == "/desk/"


def test_the_evidence_is_on_one_page():
    cast.ana()
    nina = waiting("Nina Kos")
    with free_writing():
        Organisation.objects.update(website="https://www.example.org/lipa")
    page = cast.petra().get(url(nina)).content.decode()
    for fact in (
        "nina@example.org", "Osnovna šola Pod Lipo", "1 validated teacher works there.",
        "The mail address belongs to the school",
        "A teacher wrote the school down.", "Biology",
    ):  # fmt: skip
        assert fact in page


def test_a_question_needs_words_and_reaches_the_teacher():
    nina, petra = waiting("Nina Kos"), cast.petra()
    answer = petra.post(url(nina), {"decision": "ask", "message": " "})
    assert answer.status_code == 422
    assert "Write what you need to know." in answer.content.decode()
    petra.post(url(nina), {"decision": "ask", "message": "Which class do you teach?"})
    assert nina.educator.validation_state == "asked"
    notice = Notice.objects.get(account_id=nina.account.pk, kind="educators.asked")
    assert notice.facts["message"] == "Which class do you teach?"


def test_a_refusal_needs_a_reason():
    nina, petra = waiting("Nina Kos"), cast.petra()
    assert petra.post(url(nina), {"decision": "refuse", "message": ""}).status_code == 422
    petra.post(url(nina), {"decision": "refuse", "message": "Not at a school"})
    assert nina.educator.validation_state == "refused"


def test_a_prepared_reply_fills_the_field():
    nina = waiting("Nina Kos")
    reply = ReplyTemplate.objects.filter(language="en", decision="asked").first()
    page = cast.petra().get(f"{url(nina)}?reply={reply.pk}").content.decode()
    assert reply.text in page


def test_words_typed_before_come_back():
    from opentwinning.facilities.drafts.actions import save_draft

    nina, petra = waiting("Nina Kos"), cast.petra()
    save_draft(
        by=petra.actor, key=f"desk:validation:{nina.educator.ref}",
        fields={"message": ["Half a sentence"]}, url="/", title="x", base_stamp="",
    )  # fmt: skip
    assert "Half a sentence" in petra.get(url(nina)).content.decode()
    petra.post(url(nina), {"decision": "validate"})
    assert "Half a sentence" not in petra.get(url(nina)).content.decode()


@pytest.mark.parametrize("who", [cast.radu, cast.ana, cast.otto])
def test_nobody_else_sees_or_decides_it(who):
    """B13: another country's item looks absent."""
    nina, stranger = waiting("Nina Kos"), who()
    assert stranger.get(url(nina)).status_code == 404
    assert stranger.post(url(nina), {"decision": "validate"}).status_code == 404
    assert not nina.educator.is_validated


def test_two_officers_at_once_decide_once():
    nina, petra = waiting("Nina Kos"), cast.petra()
    other = cast.officer("Luka Zor", "SI")
    refuse_educator(by=other.actor, educator=nina.educator, message="Not at a school")
    answer = petra.post(url(nina), {"decision": "validate", "message": "Welcome"})
    assert answer.status_code == 422
    assert "already decided" in answer.content.decode()
    assert nina.educator.validation_state == "refused"


def test_a_decided_case_shows_its_history_and_no_form():
    ana = cast.ana()
    page = cast.petra().get(url(ana)).content.decode()
    assert "Nothing is to be decided here now." in page
    assert 'value="validate"' not in page


@pytest.mark.parametrize(("email", "sentence"), [
    ("nina@gmail.com", "It proves nothing."), ("nina@x.example", "Nobody validated has"),
])  # fmt: skip
def test_what_an_address_says(email, sentence):
    nina = waiting("Nina Kos")
    with free_writing():
        type(nina.account).objects.filter(pk=nina.account.pk).update(email=email)
    assert sentence in cast.petra().get(url(nina)).content.decode()


def test_the_clock_runs_by_the_days_the_office_promises(clock):
    """A week has five working days; the office promises five."""
    nina, petra = waiting("Nina Kos"), cast.petra()
    assert "New today" in petra.get(url(nina)).content.decode()
    clock.passes(days=7)
    assert "Waits 5 days" in petra.get(url(nina)).content.decode()
    clock.passes(days=7)
    assert "Late by 5 days" in petra.get(url(nina)).content.decode()
    petra.post(url(nina), {"decision": "validate"})
    assert "Late by" not in petra.get(url(nina)).content.decode()
