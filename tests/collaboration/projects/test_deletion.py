"""Deleting an approved project: who must agree, the days of grace, what is left (row 27, B10, G5,
J8)."""

import pytest

from opentwinning.collaboration.projects.actions import (
    agree_deletion,
    ask_deletion,
    delete_project,
    grant_deletion,
    stop_deletion,
)
from opentwinning.collaboration.projects.models import Approval, Partnership, ProjectStep
from opentwinning.collaboration.projects.policies import open_deletion_of
from opentwinning.collaboration.projects.queries import deletions_waiting_for
from opentwinning.core.actor import SYSTEM
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.core.work import KINDS
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.notifications.models import Notice
from opentwinning.facilities.search.queries import matching
from opentwinning.people.accounts.actions import erase_account
from opentwinning.people.certificates.models import Certificate
from tests import cast
from tests.scenes.projects import a_closed, a_partner, a_published, an_approved, fresh

pytestmark = pytest.mark.django_db


def asked(project, founder=None):
    return ask_deletion(by=(founder or cast.ana()).actor, project=project, reason="We stop here.")


def scheduled(project):
    """Both founders and Petra's office agree."""
    asked(project)
    agree_deletion(by=cast.ion().actor, project=fresh(project))
    grant_deletion(by=cast.petra().actor, project=fresh(project))
    return fresh(project)


def told(person):
    return set(Notice.objects.filter(account_id=person.account.pk).values_list("kind", flat=True))


def test_both_founders_and_an_office_agree_then_thirty_days_pass(clock):
    ana, ion, petra, radu = cast.ana(), cast.ion(), cast.petra(), cast.radu()
    project = an_approved(ana, ion)
    asked(project)
    assert "projects.deletion_asked" in told(ion)
    assert list(deletions_waiting_for(petra.actor)) == []
    agree_deletion(by=ion.actor, project=fresh(project))
    assert "projects.deletion_to_decide" in told(petra) & told(radu)
    assert [d.project for d in deletions_waiting_for(radu.actor)] == [project]
    assert list(deletions_waiting_for(cast.mette().actor)) == []
    grant_deletion(by=radu.actor, project=fresh(project))
    assert fresh(project).state == "deleting"
    assert "projects.deletion_set" in told(ana) & told(ion) & told(petra)
    clock.passes(days=29, hours=23)
    KINDS["projects.delete"].run({})
    assert fresh(project).state == "deleting"
    clock.passes(hours=1)
    for _ in range(2):
        KINDS["projects.delete"].run({})
    assert fresh(project).state == "deleted"


def test_nobody_skips_a_step():
    """G5, B13: not the asker for the other founder, no office before both agree, no stranger."""
    ana, ion, petra = cast.ana(), cast.ion(), cast.petra()
    freja = cast.freja()
    project = an_approved(ana, ion)
    a_partner(project, ana, freja)
    for person in (freja, cast.marek(), cast.mette(), cast.otto()):
        with pytest.raises(Refused):
            ask_deletion(by=person.actor, project=fresh(project), reason="x")
    with pytest.raises(Invalid):
        ask_deletion(by=ana.actor, project=fresh(project), reason="  ")
    for act, person in ((agree_deletion, ion), (grant_deletion, petra), (stop_deletion, ana)):
        with pytest.raises(Refused):
            act(by=person.actor, project=fresh(project))
    asked(project)
    for act, person in (
        (agree_deletion, ana), (grant_deletion, petra), (grant_deletion, ion),
        (stop_deletion, freja), (agree_deletion, freja), (delete_project, ana),
    ):  # fmt: skip
        with pytest.raises(Refused):
            act(by=person.actor, project=fresh(project))
    with pytest.raises(Refused):
        asked(fresh(project), ion)
    with pytest.raises(Refused):
        delete_project(by=SYSTEM, project=fresh(project))
    assert fresh(project).state == "approved"


def test_the_other_founder_says_no():
    ana, ion = cast.ana(), cast.ion()
    project = an_approved(ana, ion)
    asked(project)
    stop_deletion(by=ion.actor, project=fresh(project), message="Our pupils need it")
    assert open_deletion_of(project) is None
    assert "projects.deletion_stopped" in told(ana)
    assert asked(fresh(project)).state == "asked"


@pytest.mark.parametrize("scene", [an_approved, a_closed, a_published])
def test_within_the_days_it_is_kept_as_it_was(scene, clock):
    ana, ion = cast.ana(), cast.ion()
    project = scene(ana, ion)
    before, was_found = project.state, matching("project", "rivers")
    visitor = cast.Visitor()
    address = f"/projects/{project.ref}"
    shown = visitor.get(address).status_code
    scheduled(project)
    assert visitor.get(address).status_code == 404
    assert matching("project", "rivers") == []
    assert ion.get(f"{address}/overview").status_code == 200
    assert ion.get(f"{address}/plan").status_code == 403
    clock.passes(days=20)
    stop_deletion(by=ion.actor, project=fresh(project))
    assert fresh(project).state == before
    assert matching("project", "rivers") == was_found
    assert visitor.get(address).status_code == shown
    clock.passes(days=20)
    KINDS["projects.delete"].run({})
    assert fresh(project).state == before


def test_what_an_office_began_only_an_office_stops():
    ana, petra = cast.ana(), cast.petra()
    project = an_approved(ana, cast.ion())
    ask_deletion(by=petra.actor, project=project, reason="Against the rules")
    assert fresh(project).state == "deleting"
    with pytest.raises(Refused):
        stop_deletion(by=ana.actor, project=fresh(project))
    with pytest.raises(Invalid):
        stop_deletion(by=petra.actor, project=fresh(project))
    stop_deletion(by=cast.radu().actor, project=fresh(project), message="A mistake")
    assert fresh(project).state == "approved"


def test_what_is_left_when_it_is_gone(clock):
    """Nobody reads it, in no way; decisions, certificates, the ledger and a bare row stay."""
    ana, ion, claire = cast.ana(), cast.ion(), cast.claire()
    project = a_closed(ana, ion, summary="CANARY-summary", aims="CANARY-aims")
    certificates = Certificate.objects.count()
    assert certificates
    scheduled(project)
    clock.passes(days=31)
    KINDS["projects.delete"].run({})
    for person in (ana, ion, cast.petra(), claire, cast.Visitor()):
        for page in ("", "/overview", "/deletion", "/plan"):
            answer = person.get(f"/projects/{project.ref}{page}", follow=True)
            assert answer.status_code in {403, 404} or "sign-in" in answer.request["PATH_INFO"]
            assert "CANARY" not in answer.content.decode()
    assert project.title not in ana.get("/projects/mine").content.decode()
    gone = fresh(project)
    assert (gone.summary, gone.aims, gone.process, gone.results) == ("", "", "", "")
    assert Certificate.objects.count() == certificates
    assert Approval.objects.filter(project=project).count() == 2
    assert not Partnership.objects.filter(project=project, left_at=None).exists()
    assert set(ProjectStep.objects.filter(project=project).values_list("name", "message")) == {
        ("", "")
    }
    verbs = set(LedgerEntry.objects.values_list("verb", flat=True))
    for verb in ("ask_deletion", "agree_deletion", "grant_deletion", "delete_project"):
        assert f"collaboration.projects.actions.deletion.{verb}" in verbs


def test_a_founder_alone_needs_nobody_but_the_office():
    ana, ion = cast.ana(), cast.ion()
    project = an_approved(ana, ion)
    erase_account(by=SYSTEM, account=ion.account)
    assert asked(fresh(project)).state == "agreed"


def test_a_wish_that_waits_for_an_erased_founder_lapses():
    ana, ion = cast.ana(), cast.ion()
    project = an_approved(ana, ion)
    asked(project)
    erase_account(by=SYSTEM, account=ion.account)
    assert open_deletion_of(project) is None


def test_the_page_leads_through_every_step():
    ana, ion, petra = cast.ana(), cast.ion(), cast.petra()
    project = an_approved(ana, ion)
    address = f"/projects/{project.ref}/deletion"
    assert "Ask to delete it" in ana.get(address).content.decode()
    refused = ana.post(address, {"act": "ask", "message": ""})
    assert refused.status_code == 422
    assert ana.post(address, {"act": "ask", "message": "We stop."}).status_code == 302
    overview = ana.get(f"/projects/{project.ref}/overview").content.decode()
    assert "Somebody has asked to delete this project." in overview
    page = ion.get(address).content.decode()
    assert "We stop." in page
    assert "I agree to delete it" in page
    assert ana.post(address, {"act": "agree", "message": ""}).status_code == 403
    assert ion.post(address, {"act": "agree", "message": ""}).status_code == 302
    assert project.title in petra.get("/desk/").content.decode()
    assert petra.post(address, {"act": "grant", "message": ""}).status_code == 302
    assert "It will be deleted on" in ion.get(f"/projects/{project.ref}/overview").content.decode()
    assert ion.post(address, {"act": "keep", "message": ""}).status_code == 302
    assert fresh(project).state == "approved"


def test_strangers_meet_an_absent_page():
    project = an_approved(cast.ana(), cast.ion())
    assert cast.marek().get(f"/projects/{project.ref}/deletion").status_code == 404
