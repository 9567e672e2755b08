"""A school confirms by the link of one mail that somebody works there (X-05, X-10, X-11)."""

import datetime as dt

import pytest

from opentwinning.core.actor import SYSTEM, VISITOR
from opentwinning.core.clock import now, today
from opentwinning.core.permits import free_writing
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.notifications.actions import mark_bounced
from opentwinning.facilities.notifications.models import Mail, Notice
from opentwinning.facilities.notifications.wiring.delivery import rendered
from opentwinning.people.educators.actions import (
    answer_office,
    ask_educator,
    renew_validation,
    validate_educator,
)
from opentwinning.people.organisations.actions import (
    answer_for_school,
    ask_school,
    ask_school_of_newcomer,
    ask_second_contact,
)
from opentwinning.people.organisations.models import Confirmation, Organisation
from opentwinning.people.organisations.queries import (
    confirmations_come_back,
    open_confirmation,
    school_step,
)
from opentwinning.people.organisations.vocabulary import SchoolAnswer
from opentwinning.people.organisations.wiring.confirmations import ask_second_contacts
from opentwinning.people.support.actions import save_validation_rules
from tests import cast

pytestmark = pytest.mark.django_db
SCHOOL = "lipa@school.example"
DEPUTY = "deputy@school.example"


def slovenia_asks_schools(**changes):
    cast.office("SI")
    rules = {"asks_school": True, "answer_days": 10, "months": 24, "remind_days": 30, **changes}
    save_validation_rules(by=SYSTEM, country="SI", from_day=today(), **rules)


def school_with_address():
    """Ana's school; an officer has written its address down."""
    ana = cast.ana()
    with free_writing():
        Organisation.objects.update(email=SCHOOL)
    return ana


def nina():
    """Registers at Ana's school and waits."""
    person = cast.newcomer("Nina Kos", "SI")
    cast.school(person)
    return person


def mails():
    return list(Mail.objects.filter(template="organisations/mail/ask_school.txt").order_by("pk"))


def link_of(mail):
    return mail.facts["url"]


def desk_of(person):
    return f"/desk/validations/{person.educator.ref}"


def test_the_school_gets_one_mail_and_a_yes_stands_beside_the_request():
    """The head needs no account; the officer still decides."""
    school_with_address()
    slovenia_asks_schools()
    person, petra, head = nina(), cast.petra(), cast.Visitor()
    (mail,) = mails()
    assert mail.to_address == SCHOOL
    page = head.get(link_of(mail)).content.decode()
    for fact in ("Nina Kos", "Osnovna šola Pod Lipo", "Zavod Most", "What a yes means"):
        assert fact in page
    assert "Asked today, no answer yet." in petra.get(desk_of(person)).content.decode()
    thanks = head.post(link_of(mail), {"answer": "yes"})
    assert "You said yes" in thanks.content.decode()
    assert "Yes, this person works here." in petra.get(desk_of(person)).content.decode()
    assert not person.educator.is_validated
    assert len(mails()) == 1


def test_the_mail_says_who_asks_and_that_it_is_the_only_one():
    school_with_address()
    slovenia_asks_schools()
    nina()
    _, text, _ = rendered(mails()[0])
    for fact in ("Nina Kos", "Osnovna šola Pod Lipo", "Zavod Most", "office-si@example.org", "10"):
        assert fact in text
    assert mails()[0].language == "sl"


def test_a_no_reaches_the_officer_and_decides_nothing():
    school_with_address()
    slovenia_asks_schools()
    person = nina()
    cast.Visitor().post(link_of(mails()[0]), {"answer": "no"})
    assert "No, I do not know this person." in cast.petra().get(desk_of(person)).content.decode()
    mine = person.get("/educators/validation").content.decode()
    assert "Your school has answered." in mine
    assert "I do not know this person" not in mine
    assert person.educator.validation_state == "waiting"
    assert Notice.objects.filter(
        account_id=person.account.pk, kind="organisations.school_answered"
    ).exists()


def test_the_link_works_once_and_opening_it_changes_nothing():
    """Mail scanners open links (A17)."""
    school_with_address()
    slovenia_asks_schools()
    nina()
    link, head = link_of(mails()[0]), cast.Visitor()
    head.get(link)
    assert Confirmation.objects.get().answered_at is None
    head.post(link, {"answer": "yes"})
    assert head.get(link).status_code == 410
    assert head.post(link, {"answer": "no"}).status_code == 410
    assert Confirmation.objects.get().answer == "yes"


def test_two_answers_at_once_count_once():
    school_with_address()
    slovenia_asks_schools()
    nina()
    held = Confirmation.objects.get()
    answer_for_school(by=VISITOR, confirmation=held, answer=SchoolAnswer.NO)
    with pytest.raises(Invalid):
        answer_for_school(by=VISITOR, confirmation=held, answer=SchoolAnswer.YES)
    assert Confirmation.objects.get().answer == "no"


def test_an_old_link_has_ended():
    school_with_address()
    slovenia_asks_schools()
    person = nina()
    with free_writing():
        Confirmation.objects.update(expires_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    assert cast.Visitor().get(link_of(mails()[0])).status_code == 410
    assert "did not answer in time" in cast.petra().get(desk_of(person)).content.decode()
    assert "did not answer in time" in person.get("/educators/validation").content.decode()


def test_an_answer_without_a_choice_asks_again():
    school_with_address()
    slovenia_asks_schools()
    nina()
    assert cast.Visitor().post(link_of(mails()[0]), {"answer": "x"}).status_code == 422
    assert Confirmation.objects.get().answered_at is None


def test_nobody_confirms_herself():
    school_with_address()
    slovenia_asks_schools()
    person = nina()
    answer = person.post(link_of(mails()[0]), {"answer": "yes"})
    assert answer.status_code == 422
    assert "Somebody else at your school must answer." in answer.content.decode()
    assert Confirmation.objects.get().answered_at is None


def test_asked_back_and_answered_the_school_is_left_in_peace():
    """One message for one request (X-11)."""
    school_with_address()
    slovenia_asks_schools()
    person = nina()
    ask_educator(by=cast.petra().actor, educator=person.educator, message="Which class?")
    answer_office(by=person.actor, educator=person.educator, message="4 b")
    assert len(mails()) == 1


def test_a_country_that_does_not_ask_sends_nothing_and_shows_nothing():
    school_with_address()
    person = nina()
    assert mails() == []
    assert school_step(person.educator) is None
    assert "What the school says" not in cast.petra().get(desk_of(person)).content.decode()


def test_without_an_address_the_officer_writes_it_down_and_asks():
    """Never the address a teacher gives: officers take it from elsewhere."""
    cast.ana()
    slovenia_asks_schools()
    person, petra = nina(), cast.petra()
    assert mails() == []
    assert "its address is not known" in petra.get(desk_of(person)).content.decode()
    wrong = petra.post(f"{desk_of(person)}/ask-school", {"email": "no address"})
    assert wrong.status_code == 422
    assert petra.post(f"{desk_of(person)}/ask-school", {"email": SCHOOL}).status_code == 302
    assert [mail.to_address for mail in mails()] == [SCHOOL]
    assert Organisation.objects.get().email == SCHOOL
    entry = LedgerEntry.objects.filter(verb__endswith="ask_school").latest("pk")
    assert entry.actor_key == petra.actor.key
    card = cast.Visitor().get(f"/organisations/{Organisation.objects.get().ref}")
    assert SCHOOL not in card.content.decode()


def test_a_corrected_address_ends_the_first_link_and_the_same_one_is_not_written_to_twice():
    school_with_address()
    slovenia_asks_schools()
    person, petra = nina(), cast.petra()
    again = petra.post(f"{desk_of(person)}/ask-school", {"email": SCHOOL})
    assert again.status_code == 422
    assert "One mail is enough." in again.content.decode()
    ask_school(by=petra.actor, educator=person.educator, email="new@school.example")
    first, second = mails()
    assert cast.Visitor().get(link_of(first)).status_code == 410
    assert cast.Visitor().get(link_of(second)).status_code == 200


def test_a_mail_that_came_back_asks_for_another_contact_of_the_school():
    """Pain 25: the officer sees at once that nobody will answer, and asks at another address."""
    school_with_address()
    slovenia_asks_schools()
    person, petra = nina(), cast.petra()
    warning = "this address takes none"
    assert warning not in petra.get(desk_of(person)).content.decode()
    mark_bounced(mail=mails()[0].pk, reason="5.1.1")
    assert warning in petra.get(desk_of(person)).content.decode()
    ask_school(by=petra.actor, educator=person.educator, email="head@school.example")
    assert warning not in petra.get(desk_of(person)).content.decode()
    assert [mail.to_address for mail in mails()] == [SCHOOL, "head@school.example"]


def test_the_second_contact_is_asked_when_the_first_address_takes_no_mails():
    """Pain 25: by itself, once; the officer reads it beside the request."""
    ana = school_with_address()
    slovenia_asks_schools()
    person, petra = nina(), cast.petra()
    school = Organisation.objects.get()
    fields = {"name": school.name, "place": school.place, "email": SCHOOL}
    petra.post(f"/organisations/{school.ref}/edit", {**fields, "second_email": DEPUTY})
    ask_second_contacts({})
    assert len(mails()) == 1
    mark_bounced(mail=mails()[0].pk, reason="5.1.1")
    ask_second_contacts({})
    ask_second_contacts({})
    first, second = mails()
    assert second.to_address == DEPUTY
    assert cast.Visitor().get(link_of(first)).status_code == 410
    assert "We asked the second contact." in petra.get(desk_of(person)).content.decode()
    card = ana.get(f"/organisations/{school.ref}").content.decode()
    assert DEPUTY not in card
    cast.Visitor().post(link_of(second), {"answer": "yes"})
    assert school_step(person.educator).asked.answer == "yes"
    later = cast.newcomer("Jan Kos", "SI")
    cast.school(later)
    assert mails()[-1].to_address == DEPUTY
    mark_bounced(mail=mails()[-1].pk, reason="5.1.1")
    ask_second_contacts({})
    assert len(mails()) == 3


def test_questions_that_nobody_can_be_asked_do_not_stand_before_the_others():
    """Both addresses of a school take no mails, or her request was decided: not in the list."""
    school_with_address()
    slovenia_asks_schools()
    person = nina()
    asked = Confirmation.objects.filter(educator=person.educator)
    with free_writing():
        Organisation.objects.update(second_email=DEPUTY)
    mark_bounced(mail=mails()[0].pk, reason="5.1.1")
    assert confirmations_come_back() == list(asked)
    ask_second_contacts({})
    mark_bounced(mail=mails()[-1].pk, reason="5.1.1")
    with free_writing():
        asked.filter(sent_to=SCHOOL).update(expires_at=now() + dt.timedelta(days=1))
    assert confirmations_come_back() == []


def test_only_the_house_asks_the_second_contact():
    school_with_address()
    slovenia_asks_schools()
    person = nina()
    with pytest.raises(Refused):
        ask_second_contact(by=person.actor, asked=Confirmation.objects.get())


def test_a_renewed_request_asks_the_school_again():
    """Another year, another question; the old yes is not shown for it."""
    school_with_address()
    slovenia_asks_schools()
    person, petra = nina(), cast.petra()
    cast.Visitor().post(link_of(mails()[0]), {"answer": "yes"})
    validate_educator(by=petra.actor, educator=person.educator)
    with free_writing():
        type(person.educator).objects.filter(pk=person.educator.pk).update(
            validation_state="lapsed"
        )
    renew_validation(by=person.actor, educator=person.educator)
    assert len(mails()) == 2
    assert school_step(person.educator).answer == ""


def test_only_the_house_and_officers_in_charge_ask():
    school_with_address()
    slovenia_asks_schools()
    person = nina()
    with pytest.raises(Refused):
        ask_school_of_newcomer(by=person.actor, educator=person.educator)
    for stranger in (cast.radu(), person):
        with pytest.raises(Refused):
            ask_school(by=stranger.actor, educator=person.educator, email="x@school.example")
    assert len(mails()) == 1


def test_a_guessed_link_opens_nothing():
    assert open_confirmation("guess") is None
    assert cast.Visitor().get("/organisations/answer/guess").status_code == 410
