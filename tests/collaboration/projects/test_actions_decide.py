"""Asking the partner and the offices (J-02, J-03, J-05, J-09, T-01, X-25, X-26, X-29, B13)."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from opentwinning.collaboration.projects.actions import (
    accept_invitation,
    approve_project,
    begin_project,
    decline_invitation,
    edit_project,
    recall_project,
    reject_project,
    resubmit_project,
    return_project,
    send_project,
    set_rule,
    withdraw_project,
)
from opentwinning.collaboration.projects.models import Approval, Partnership, ProjectStep
from opentwinning.collaboration.projects.queries import (
    approvals_of,
    approvals_waiting_for,
    founders_of,
)
from opentwinning.collaboration.projects.vocabulary import RuleKey
from opentwinning.core.actor import SYSTEM
from opentwinning.core.permits import free_writing
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.educators.models import Educator
from opentwinning.people.support.actions import appoint_officer
from tests import cast
from tests.scenes.projects import (
    a_draft,
    a_plan,
    a_sent,
    a_submitted,
    an_approved,
    befriend,
    fresh,
    invitation_of,
)

pytestmark = pytest.mark.django_db


def decisions(project):
    return {a.country: a.decision for a in approvals_of(project)}


def test_two_yeses_of_the_offices_open_the_project():
    """J-02, T-01: Ana and Ion agree, Petra and Radu say yes, in any order."""
    ana, ion, petra, radu = cast.ana(), cast.ion(), cast.petra(), cast.radu()
    project = a_submitted(ana, ion)
    assert project.state == "waiting_offices"
    assert decisions(project) == {"RO": "waiting", "SI": "waiting"}
    approve_project(by=radu.actor, project=project, country="RO", message="Good plan")
    assert fresh(project).state == "waiting_offices"
    approve_project(by=petra.actor, project=project, country="SI")
    opened = fresh(project)
    assert opened.state == "approved"
    assert opened.approved_at is not None
    assert [f.seat for f in founders_of(opened)] == [1, 2]


def test_an_incomplete_plan_is_not_sent():
    ana, ion = cast.ana(), cast.ion()
    befriend(ana, ion)
    with pytest.raises(Invalid, match="not finished"):
        send_project(by=ana.actor, project=begin_project(by=ana.actor, title="Water"))


def test_a_contact_who_lost_her_validation_cannot_be_asked():
    ana, ion = cast.ana(), cast.ion()
    project = a_draft(ana, ion)
    with free_writing():
        Educator.objects.filter(pk=ion.educator.pk).update(validation_state="lapsed")
    with pytest.raises(Invalid, match="validated"):
        send_project(by=ana.actor, project=project)
    assert fresh(project).state == "draft"


def test_the_partner_answers_once_and_only_herself():
    ana, ion, freja = cast.ana(), cast.ion(), cast.freja()
    invitation = invitation_of(a_sent(ana, ion), ion)
    for other in (ana, freja):
        with pytest.raises(Refused) as refusal:
            accept_invitation(by=other.actor, invitation=invitation)
        assert refusal.value.verdict.secret
    accept_invitation(by=ion.actor, invitation=invitation, message="With pleasure")
    with pytest.raises(Refused, match="already answered"):
        decline_invitation(by=ion.actor, invitation=invitation)


def test_a_declined_plan_can_be_sent_to_somebody_else():
    ana, ion, freja = cast.ana(), cast.ion(), cast.freja()
    project = a_sent(ana, ion)
    decline_invitation(
        by=ion.actor, invitation=invitation_of(project, ion), message="Not this year"
    )
    declined = fresh(project)
    assert (declined.state, declined.chosen_partner) == ("declined", None)
    befriend(ana, freja)
    from opentwinning.collaboration.projects.actions import choose_partner

    choose_partner(by=ana.actor, project=declined, partner=freja.educator)
    assert send_project(by=ana.actor, project=fresh(project)).state == "waiting_partner"
    assert Notice.objects.filter(account_id=ana.account.pk, kind="projects.declined").exists()


def test_an_unanswered_request_can_be_taken_back():
    ana, ion = cast.ana(), cast.ion()
    project = a_sent(ana, ion)
    invitation = invitation_of(project, ion)
    assert recall_project(by=ana.actor, project=project).state == "draft"
    with pytest.raises(Refused):
        accept_invitation(by=ion.actor, invitation=invitation)


def test_an_officer_decides_only_for_her_own_country():
    """Row 21: A(n)."""
    project = a_submitted(cast.ana(), cast.ion())
    petra, mette = cast.petra(), cast.mette()
    with pytest.raises(Refused, match="own country"):
        approve_project(by=petra.actor, project=project, country="RO")
    with pytest.raises(Refused) as refusal:
        approve_project(by=mette.actor, project=project, country="DK")
    assert refusal.value.verdict.secret
    assert decisions(project) == {"RO": "waiting", "SI": "waiting"}


def test_an_officer_with_two_mandates_decides_for_each_country():
    project = a_submitted(cast.ana(), cast.ion())
    petra = cast.petra()
    appoint_officer(by=SYSTEM, account=petra.account, country="RO")
    approve_project(by=petra.actor, project=project, country="SI")
    assert fresh(project).state == "waiting_offices"
    approve_project(by=petra.actor, project=project, country="RO")
    assert fresh(project).state == "approved"


def test_the_centre_may_decide_for_any_country_asked():
    project = a_submitted(cast.ana(), cast.ion())
    claire = cast.claire()
    approve_project(by=claire.actor, project=project, country="SI")
    assert decisions(project)["SI"] == "approved"
    with pytest.raises(Invalid):
        approve_project(by=claire.actor, project=project, country="DK")


def test_nobody_decides_about_her_own_project():
    """B13: Ana is also an officer."""
    ana, ion = cast.ana(), cast.ion()
    cast.office("SI")
    appoint_officer(by=SYSTEM, account=ana.account, country="SI")
    project = a_submitted(ana, ion)
    with pytest.raises(Refused, match="your own"):
        approve_project(by=ana.actor, project=project, country="SI")
    assert not approvals_waiting_for(ana.actor).exists()
    assert not Notice.objects.filter(account_id=ana.account.pk, kind="projects.to_decide").exists()


def test_an_office_decides_once():
    project = a_submitted(cast.ana(), cast.ion())
    petra = cast.petra()
    approve_project(by=petra.actor, project=project, country="SI")
    with pytest.raises(Invalid, match="faster"):
        reject_project(by=petra.actor, project=project, country="SI", message="No")
    assert decisions(project)["SI"] == "approved"


@pytest.mark.parametrize("act", [return_project, reject_project])
def test_a_no_needs_words(act):
    project = a_submitted(cast.ana(), cast.ion())
    with pytest.raises(Invalid) as problem:
        act(by=cast.petra().actor, project=project, country="SI", message="  ")
    assert problem.value.field == "message"
    assert fresh(project).state == "waiting_offices"


def test_after_changes_only_the_office_that_asked_decides_again():
    """A yes stays a yes."""
    ana, ion, petra, radu = cast.ana(), cast.ion(), cast.petra(), cast.radu()
    project = a_submitted(ana, ion)
    approve_project(by=petra.actor, project=project, country="SI")
    return_project(by=radu.actor, project=project, country="RO", message="Name the months")
    returned = fresh(project)
    assert returned.state == "returned"
    edit_project(
        by=ion.actor, project=returned, version=returned.version, process="September: who?"
    )
    resubmit_project(by=ana.actor, project=returned, message="Done")
    assert decisions(project) == {"RO": "waiting", "SI": "approved"}
    assert not approvals_waiting_for(petra.actor).exists()
    approve_project(by=radu.actor, project=project, country="RO")
    assert fresh(project).state == "approved"


def test_the_other_office_may_decide_while_the_founders_change_the_plan():
    ana, ion, petra, radu = cast.ana(), cast.ion(), cast.petra(), cast.radu()
    project = a_submitted(ana, ion)
    return_project(by=radu.actor, project=project, country="RO", message="Name the months")
    approve_project(by=petra.actor, project=project, country="SI")
    assert fresh(project).state == "returned"
    resubmit_project(by=ion.actor, project=project)
    assert decisions(project) == {"RO": "waiting", "SI": "approved"}


def test_both_offices_may_ask_for_changes():
    ana, ion, petra, radu = cast.ana(), cast.ion(), cast.petra(), cast.radu()
    project = a_submitted(ana, ion)
    return_project(by=radu.actor, project=project, country="RO", message="Months")
    return_project(by=petra.actor, project=project, country="SI", message="Ages")
    assert fresh(project).state == "returned"
    resubmit_project(by=ana.actor, project=project)
    assert decisions(project) == {"RO": "waiting", "SI": "waiting"}


def test_one_no_ends_it():
    project = a_submitted(cast.ana(), cast.ion())
    petra, radu = cast.petra(), cast.radu()
    approve_project(by=petra.actor, project=project, country="SI")
    reject_project(by=radu.actor, project=project, country="RO", message="Too vague")
    assert fresh(project).state == "rejected"
    assert not approvals_waiting_for(radu.actor).exists()


def test_founders_withdraw_while_offices_decide():
    """X-25."""
    ana, ion = cast.ana(), cast.ion()
    project = a_submitted(ana, ion)
    withdraw_project(by=ion.actor, project=project, reason="We moved")
    assert fresh(project).state == "withdrawn"
    with pytest.raises(Refused):
        approve_project(by=cast.petra().actor, project=project, country="SI")
    told = Notice.objects.filter(kind="projects.withdrawn").values_list("account_id", flat=True)
    assert list(told) == [ana.account.pk]


def test_two_founders_of_one_country_ask_one_office_and_never_get_a_label():
    """J-05, X-29: allowed, national for ever, even when a foreign partner joins."""
    ana, nika = cast.ana(), cast.educator("Nika Zorman", "SI")
    project = a_submitted(ana, nika)
    assert project.is_national
    assert decisions(project) == {"SI": "waiting"}
    approve_project(by=cast.petra().actor, project=project, country="SI")
    opened = fresh(project)
    assert opened.state == "approved"
    assert not opened.is_label_eligible
    from tests.scenes.projects import a_partner

    a_partner(opened, ana, cast.ion())
    assert fresh(project).is_national
    assert not fresh(project).is_label_eligible


def test_a_dated_rule_can_forbid_national_projects(clock):
    """X-29, C-19: the rule is data and holds from its day on."""
    ana, nika = cast.ana(), cast.educator("Nika Zorman", "SI")
    claire = cast.claire()
    tomorrow = clock.now().date() + dt.timedelta(days=1)
    set_rule(by=claire.actor, key=RuleKey.NATIONAL_PROJECTS, is_allowed=False, since=tomorrow)
    sent = a_sent(ana, nika)  # still allowed today
    clock.passes(days=1)
    with pytest.raises(Invalid, match="two countries"):
        send_project(by=ana.actor, project=a_draft(ana, nika))
    with pytest.raises(Invalid, match="two countries"):
        accept_invitation(by=nika.actor, invitation=invitation_of(sent, nika))
    next_year = tomorrow + dt.timedelta(days=365)
    set_rule(by=claire.actor, key=RuleKey.NATIONAL_PROJECTS, is_allowed=True, since=next_year)
    clock.passes(days=365)
    accept_invitation(by=nika.actor, invitation=invitation_of(sent, nika))


def test_only_the_centre_sets_rules():
    with pytest.raises(Refused):
        set_rule(
            by=cast.petra().actor,
            key=RuleKey.NATIONAL_PROJECTS,
            is_allowed=False,
            since=dt.date(2026, 1, 1),
        )


def test_the_database_itself_knows_only_two_founders_and_one_decision_a_country():
    """X-26: a third seat and a second row for a country cannot be stored."""
    project = an_approved(cast.ana(), cast.ion())
    freja = cast.freja().educator
    for row in (
        Partnership(project=project, educator=freja, role="founder", seat=2, country="DK"),
        Partnership(project=project, educator=freja, role="founder", seat=3, country="DK"),
        Partnership(project=project, educator=freja, role="founder", country="DK"),
        Approval(project=project, country="SI"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), free_writing():
            row.save()


def test_the_history_names_people_and_offices_but_no_officer():
    ana, ion, petra = cast.ana(), cast.ion(), cast.petra()
    project = a_submitted(ana, ion)
    approve_project(by=petra.actor, project=project, country="SI", message="Fine")
    steps = ProjectStep.objects.filter(project=project)
    assert [(s.kind, s.name, s.country) for s in steps] == [
        ("sent", "Ana Kovač", ""),
        ("accepted", "Ion Popescu", ""),
        ("approved", "", "SI"),
    ]


def test_everybody_is_told_in_time():
    """Each step reaches the people whose turn it is."""
    ana, ion, petra, radu = cast.ana(), cast.ion(), cast.petra(), cast.radu()
    project = a_submitted(ana, ion)
    approve_project(by=petra.actor, project=project, country="SI")
    approve_project(by=radu.actor, project=project, country="RO")
    told = {
        (n.kind, n.account_id)
        for n in Notice.objects.filter(kind__startswith="projects.")
        if n.account_id in {p.account.pk for p in (ana, ion, petra, radu)}
    }
    assert told == {
        ("projects.asked", ion.account.pk),
        ("projects.agreed", ana.account.pk),
        ("projects.to_decide", petra.account.pk),
        ("projects.to_decide", radu.account.pk),
        ("projects.one_yes", ana.account.pk),
        ("projects.one_yes", ion.account.pk),
        ("projects.approved", ana.account.pk),
        ("projects.approved", ion.account.pk),
    }


def test_a_plan_without_partner_waits_for_nobody():
    ana = cast.ana()
    with pytest.raises(Invalid):
        send_project(by=ana.actor, project=a_plan(ana))
