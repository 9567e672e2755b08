"""A role that may not join is told, can be changed, and is looked at again by somebody else
(A-05 to A-12, C-13, pain 26)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.core.actor import SYSTEM, VISITOR
from opentwinning.core.clock import today
from opentwinning.core.privacy import Subject, exported
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.notifications.models import Mail, Notice
from opentwinning.people.accounts.actions import begin_registration, erase_account
from opentwinning.people.educators.actions import (
    ask_role_review,
    edit_profile,
    refuse_educator,
    turn_role_away,
    validate_educator,
)
from opentwinning.people.educators.models import Educator, RoleReview
from opentwinning.people.educators.queries import educators_waiting_for, may_ask_review
from opentwinning.people.support.actions import save_role_list
from tests import cast

pytestmark = pytest.mark.django_db
PAGE = "/educators/validation"


def only(*roles, country="PL"):
    cast.office(country)
    save_role_list(by=SYSTEM, country=country, from_day=today(), roles=list(roles))


def librarian(name="Ola Wilk"):
    """She chose her school; the list of Poland has no librarians."""
    person = cast.newcomer(name, "PL", profession="librarian")
    cast.school(person)
    return person


def jan():
    return cast.officer("Jan Kowal", "PL")


def state(person):
    return person.educator.validation_state


def refused_by(officer, person):
    refuse_educator(by=officer.actor, educator=person.educator, message="No.", is_role=True)


def waits_for(officer):
    return [each.name for each in educators_waiting_for(officer.actor)]


def kinds(person):
    rows = Notice.objects.filter(account_id=person.account.pk)
    return list(rows.order_by("pk").values_list("kind", flat=True))


def role_of(person, role):
    return edit_profile(by=person.actor, educator=person.educator, traits={}, profession=role)


def test_the_registration_says_which_roles_join_at_once():
    only("teacher", "head")
    begin_registration(
        by=VISITOR, email="new@example.org", name="Nina", country="PL", language="en"
    )
    url = Mail.objects.get(to_address="new@example.org").facts["url"]
    page = cast.Visitor().get(url).content.decode()
    first, _, later = page.partition("<optgroup")
    assert "Only after a review by your support organisation" in later
    assert 'value="head"' in first
    assert 'value="librarian"' in later
    data = {"profession": "librarian", "password": "otter-tooth-river-9"}
    assert cast.Visitor().post(url, data).status_code == 302
    assert Educator.objects.get(name="Nina").profession == "librarian"


def test_a_role_the_list_leaves_out_is_told_why_and_what_to_do():
    """Nobody stands before a closed door: another role, or a review."""
    only("teacher")
    ola = librarian()
    assert (state(ola), ola.educator.refused_for_role) == ("refused", "librarian")
    assert kinds(ola) == ["educators.refused"]
    page = ola.get(PAGE).content.decode()
    assert "The role “School librarian” does not join in your country at present." in page
    assert "Choose another role" in page
    assert "Ask for a review" in page
    assert "Ola Wilk" not in waits_for(jan())


def test_a_wrong_role_is_changed_and_she_waits_at_once():
    only("teacher")
    ola = librarian()
    answer = ola.post("/educators/profile", {"profession": "teacher", "is_visible": "on"})
    assert answer.status_code == 302
    assert (state(ola), ola.educator.refused_for_role) == ("waiting", "")
    assert waits_for(jan()) == ["Ola Wilk"]
    role_of(ola, "librarian")
    assert state(ola) == "refused"


def test_a_review_of_the_list_is_answered_by_any_officer():
    only("teacher")
    ola, officer = librarian(), jan()
    wrong = ola.post(PAGE, {"message": "  "})
    assert (wrong.status_code, state(ola)) == (422, "refused")
    assert ola.post(PAGE, {"message": "I teach every day."})["Location"] == PAGE
    assert state(ola) == "waiting"
    assert ola.educator.waiting_since is not None
    assert kinds(officer)[-1] == "educators.review"
    desk = officer.get(f"/desk/validations/{ola.educator.ref}").content.decode()
    assert "Asks for a review of the role" in desk
    assert "I teach every day." in desk
    assert "This role joins here only after a review." in desk
    assert "Refused for the role before" in officer.get("/desk/").content.decode()
    officer.post(f"/desk/validations/{ola.educator.ref}", {"decision": "validate"})
    review = RoleReview.objects.get(educator=ola.educator)
    assert (state(ola), review.is_accepted) == ("validated", True)
    assert (ola.educator.accepted_role, ola.educator.refused_for_role) == ("librarian", "")
    assert LedgerEntry.objects.filter(verb__endswith="roles.ask_role_review").count() == 1


def test_somebody_else_looks_again_where_there_is_somebody_else():
    ola, officer, second = librarian(), jan(), cast.officer("Iga Mak", "PL")
    data = {"decision": "refuse", "message": "No librarians.", "is_role": "on"}
    officer.post(f"/desk/validations/{ola.educator.ref}", data)
    ask_role_review(by=ola.actor, educator=ola.educator, message="Please.")
    assert "educators.review" not in kinds(officer)
    assert kinds(second) == ["educators.review"]
    assert (waits_for(officer), waits_for(second)) == ([], ["Ola Wilk"])
    closed = officer.get(f"/desk/validations/{ola.educator.ref}")
    assert closed.status_code == 403
    assert "Another officer must look at your refusal." in closed.content.decode()
    with pytest.raises(Refused):
        validate_educator(by=officer.actor, educator=ola.educator)
    refuse_educator(by=second.actor, educator=ola.educator, message="Still no.", is_role=True)
    assert RoleReview.objects.get().is_accepted is False
    assert (state(ola), may_ask_review(ola.educator)) == ("refused", False)
    assert "Explain, and ask again" in ola.get(PAGE).content.decode()
    assert waits_for(officer) == []


def test_the_centre_looks_again_where_the_office_has_one_officer():
    ola, officer, claire = librarian(), jan(), cast.claire()
    refused_by(officer, ola)
    ask_role_review(by=ola.actor, educator=ola.educator, message="Please.")
    assert waits_for(officer) == []
    assert kinds(claire)[-1] == "educators.review"
    assert "Ola Wilk" in waits_for(claire)


def test_with_nobody_else_the_same_officer_answers():
    ola, officer = librarian(), jan()
    refused_by(officer, ola)
    ask_role_review(by=ola.actor, educator=ola.educator, message="Please.")
    assert waits_for(officer) == ["Ola Wilk"]
    validate_educator(by=officer.actor, educator=ola.educator)
    assert state(ola) == "validated"


def test_a_review_is_for_refusals_of_the_role_once_and_her_own():
    """B2: nobody asks for somebody else."""
    ola, officer, marek = librarian(), jan(), cast.marek()
    refuse_educator(by=officer.actor, educator=ola.educator, message="Which school?")
    assert not may_ask_review(ola.educator)
    with pytest.raises(Invalid):
        ask_role_review(by=ola.actor, educator=ola.educator, message="Please.")
    with pytest.raises(Refused):
        ask_role_review(by=marek.actor, educator=ola.educator, message="Please.")
    with pytest.raises(Refused):
        turn_role_away(by=officer.actor, educator=ola.educator)
    assert "Ask for a review" not in ola.get(PAGE).content.decode()
    ola.post(PAGE, {"message": "The one by the river."})
    assert state(ola) == "waiting"


def test_changing_the_role_ends_a_review_that_waits():
    ola, officer = librarian(), jan()
    refused_by(officer, ola)
    cast.officer("Iga Mak", "PL")
    ask_role_review(by=ola.actor, educator=ola.educator, message="Please.")
    role_of(ola, "teacher")
    review = RoleReview.objects.get()
    assert (review.answered_at is not None, review.is_accepted) == (True, None)
    assert waits_for(officer) == ["Ola Wilk"]


def test_a_checked_teacher_takes_only_a_role_that_may_join():
    """Else the list would be a door with a window beside it. What she typed stays."""
    marek = cast.marek()
    only("teacher", "head")
    data = {"profession": "inspector", "about": "Typed with care.", "is_visible": "on"}
    answer = marek.post("/educators/profile", data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "In your country this role joins only after a review." in page
    assert "Typed with care." in page
    assert marek.educator.profession == "teacher"
    assert marek.post("/educators/profile", {**data, "profession": "head"}).status_code == 302
    assert (marek.educator.profession, state(marek)) == ("head", "validated")


def test_whoever_is_validated_stays_when_the_list_changes():
    marek = cast.marek()
    only("head")
    assert state(marek) == "validated"
    assert marek.post("/educators/profile", {"profession": "teacher"}).status_code == 302


def test_the_queue_asks_the_same_for_one_and_for_three():
    officer = jan()
    cast.officer("Iga Mak", "PL")
    counted = []
    for name in ("Ola Wilk", "Ula Lis", "Ela Bor"):
        person = librarian(name)
        refused_by(officer, person)
        ask_role_review(by=person.actor, educator=person.educator, message="Please.")
        officer.get("/desk/")
        with CaptureQueriesContext(connection) as asked:
            officer.get("/desk/")
        counted.append(len(asked))
    assert counted[0] == counted[-1]


def test_her_review_is_exported_and_leaves_with_her():
    """J2, J3."""
    ola, officer = librarian(), jan()
    refused_by(officer, ola)
    ask_role_review(by=ola.actor, educator=ola.educator, message="Please.")
    row = exported(Subject.EDUCATOR, ola.account.pk)["educators.rolereview"][0]
    assert (row["role"], row["message"]) == ("librarian", "Please.")
    assert "refused_by_account_id" not in row
    erase_account(by=SYSTEM, account=ola.account)
    assert not RoleReview.objects.exists()
