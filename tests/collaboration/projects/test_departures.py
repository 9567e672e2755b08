"""Somebody of a project is erased: it goes on, ends, or is taken over, and people hear of it (J3,
J-02, A-04)."""

import pytest

from opentwinning.collaboration.projects.actions import (
    choose_partner,
    invite_partner,
    let_account_go,
)
from opentwinning.collaboration.projects.models import Invitation, Project
from opentwinning.collaboration.projects.queries import approvals_waiting_for, founders_of
from opentwinning.core.actor import SYSTEM
from opentwinning.core.verdicts import Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.notifications.models import Mail, Notice
from opentwinning.people.accounts.actions import erase_account
from tests import cast
from tests.scenes.projects import (
    a_closed,
    a_draft,
    a_partner,
    a_sent,
    a_submitted,
    an_approved,
    befriend,
    fresh,
    invitation_of,
)

pytestmark = pytest.mark.django_db


def erase(person):
    erase_account(by=SYSTEM, account=person.account)


def told(person):
    return set(Notice.objects.filter(account_id=person.account.pk).values_list("kind", flat=True))


def founders(project):
    return [each.educator.account_id for each in founders_of(project)]


def test_a_draft_goes_with_its_only_author():
    project = a_draft(cast.ana(), cast.ion())
    erase(cast.ana())
    assert not Project.objects.filter(pk=project.pk).exists()


def test_a_chosen_partner_is_no_longer_chosen():
    ana, ion = cast.ana(), cast.ion()
    project = a_draft(ana, ion)
    erase(ion)
    assert fresh(project).chosen_partner is None
    assert fresh(project).request_text == ""


def test_who_was_asked_hears_that_the_plan_is_gone():
    """The consent she was asked for lapses with the plan."""
    ion = cast.ion()
    project = a_sent(cast.ana(), ion)
    erase(cast.ana())
    assert not Project.objects.filter(pk=project.pk).exists()
    assert not Invitation.objects.exists()
    assert "projects.abandoned" in told(ion)


def test_the_first_founder_chooses_again_when_her_partner_is_gone():
    ana, ion = cast.ana(), cast.ion()
    project = a_sent(ana, ion)
    erase(ion)
    assert fresh(project).state == "declined"
    assert "projects.choose_again" in told(ana)
    choose_partner(by=ana.actor, project=fresh(project), partner=None)


@pytest.mark.parametrize("leaving", ["ana", "ion"])
def test_what_the_offices_have_is_withdrawn(leaving):
    ana, ion, offices = cast.ana(), cast.ion(), (cast.petra(), cast.radu())
    people = {"ana": ana, "ion": ion}
    project = a_submitted(ana, ion)
    erase(people.pop(leaving))
    (staying,) = people.values()
    assert fresh(project).state == "withdrawn"
    assert founders(project) == [staying.account.pk]
    for office in offices:
        assert list(approvals_waiting_for(office.actor)) == []
        assert "projects.abandoned" in told(office)
    assert "projects.abandoned" in told(staying)


def test_an_active_project_goes_on_with_its_other_founder():
    ana, ion, freja = cast.ana(), cast.ion(), cast.freja()
    project = an_approved(ana, ion)
    a_partner(project, ana, freja)
    erase(ana)
    assert fresh(project).state == "approved"
    assert founders(project) == [ion.account.pk]
    for person in (ion, freja, cast.petra(), cast.radu()):
        assert "projects.founder_gone" in told(person)
    page = ion.get(f"/projects/{project.ref}/overview").content.decode()
    assert "A teacher left the platform" in page
    assert "Kovač" not in page
    assert ion.post(f"/projects/{project.ref}/close", {"message": ""}).status_code == 302


def test_the_longest_partner_takes_the_last_founders_seat():
    ana, ion, freja, marek = cast.ana(), cast.ion(), cast.freja(), cast.marek()
    project = an_approved(ana, ion)
    a_partner(project, ana, freja)
    a_partner(project, ana, marek)
    erase(ion)
    erase(ana)
    assert founders(project) == [freja.account.pk]
    assert "projects.succeeded" in told(freja)
    assert "projects.succeeded" not in told(marek)
    assert freja.get(f"/projects/{project.ref}/plan").status_code == 200
    assert marek.get(f"/projects/{project.ref}/plan").status_code == 403


def test_nobody_left_closes_the_project_and_tells_the_offices():
    ana, ion = cast.ana(), cast.ion()
    project = an_approved(ana, ion)
    erase(ana)
    erase(ion)
    assert fresh(project).state == "closed"
    assert "projects.orphaned" in told(cast.petra()) & told(cast.radu())


def test_a_partners_departure_is_told_to_the_founders_without_her_name():
    ana, ion, freja = cast.ana(), cast.ion(), cast.freja()
    project = an_approved(ana, ion)
    a_partner(project, ana, freja)
    erase(freja)
    assert "projects.partner_gone" in told(ana) & told(ion)
    assert "projects.left" not in told(ana)
    everything = [*Notice.objects.values_list("facts"), *Mail.objects.values_list("facts")]
    assert "Freja Lund" not in str(everything)


def test_a_pending_invitation_of_a_partner_lapses():
    ana, ion, freja = cast.ana(), cast.ion(), cast.freja()
    project = an_approved(ana, ion)
    befriend(ana, freja)
    invite_partner(by=ana.actor, project=project, educator=freja.educator, message="My words")
    erase(ana)
    mine = invitation_of(project, freja)
    assert (mine.message, mine.by_educator) == ("", None)
    assert freja.get(f"/projects/invitations/{mine.ref}").status_code == 200
    erase(freja)
    assert not Invitation.objects.filter(project=project, educator=freja.educator).exists()


def test_a_finished_project_keeps_her_school_without_her_name():
    ana, ion = cast.ana(), cast.ion()
    project = a_closed(ana, ion)
    erase(ana)
    assert fresh(project).state == "closed"
    page = ion.get(f"/projects/{project.ref}/overview").content.decode()
    assert "A teacher who left" in page
    assert "Kovač" not in page
    assert "projects.founder_gone" in told(ion)


def test_one_row_of_the_ledger_and_nobody_else_may_do_it():
    """J6; the erasure itself calls it."""
    ana, ion = cast.ana(), cast.ion()
    an_approved(ana, ion)
    with pytest.raises(Refused):
        let_account_go(by=cast.claire().actor, account_id=ana.account.pk)
    erase(ana)
    rows = LedgerEntry.objects.filter(
        verb="collaboration.projects.actions.departures.let_account_go"
    )
    assert rows.count() == 1
    assert "Ana" not in str(rows.get().details)
