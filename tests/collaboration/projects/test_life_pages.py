"""Acts on a standing project: its partners, its end, its return (pages 93, 100)."""

import pytest

from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.projects.queries import founders_of
from tests import cast
from tests.pages import text
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


@pytest.mark.parametrize(
    ("act", "state"), [("close", "closed"), ("withdraw", None), ("leave", None)]
)
def test_a_question_before_an_act_and_then_the_act(act, state):
    ana, ion = cast.ana(), cast.ion()
    if act == "withdraw":
        project, person, state = a_submitted(ana, ion), ana, "withdrawn"
    elif act == "leave":
        project, person, state = an_approved(ana, ion), cast.freja(), "approved"
        a_partner(project, ana, person)
    else:
        project, person = an_approved(ana, ion), ion
    assert text(person.get(f"/projects/{project.ref}/{act}"))
    assert person.post(f"/projects/{project.ref}/{act}", {"message": "So"}).status_code == 302
    assert fresh(project).state == state


def test_a_closed_project_reopens_only_when_planned_for_years():
    """J-13, J-14."""
    ana, ion = cast.ana(), cast.ion()
    once = a_closed(ana, ion)
    assert ana.get(f"/projects/{once.ref}/reopen").status_code == 403
    assert "Begin a new project" in text(ana.get(f"/projects/{once.ref}/overview"))
    years = a_closed(ana, ion, is_multi_year=True, title="Years")
    assert text(ana.get(f"/projects/{years.ref}/reopen"))
    ana.post(f"/projects/{years.ref}/reopen", {"message": "Second year"})
    assert fresh(years).state == "approved"
    ana.post(f"/projects/{years.ref}/close", {"message": ""})
    assert text(ana.get(f"/projects/{years.ref}/archive"))
    ana.post(f"/projects/{years.ref}/archive", {"message": ""})
    assert fresh(years).state == "archived"


def test_founders_invite_remove_and_take_back():
    ana, ion, freja, daria = cast.ana(), cast.ion(), cast.freja(), cast.daria()
    project = an_approved(ana, ion)
    page = f"/projects/{project.ref}/partners"
    befriend(ana, freja)
    befriend(ana, daria)
    assert "Freja Lund" in text(ana.get(page))
    invite = f"/projects/{project.ref}/invite"
    ana.post(invite, {"educator": freja.educator.ref, "message": "Come"})
    ana.post(invite, {"educator": daria.educator.ref, "message": "Come"})
    ana.post(f"/projects/invitations/{invitation_of(project, daria).ref}/back")
    assert daria.get(f"/projects/{project.ref}/overview").status_code == 404
    freja.post(f"/projects/invitations/{invitation_of(project, freja).ref}", {"answer": "accept"})
    partner = project.partnerships.get(role="partner")
    remove = f"/projects/partners/{partner.ref}/remove"
    assert text(ana.get(remove))
    assert ana.post(remove, {"message": ""}).status_code == 422
    ana.post(remove, {"message": "We agreed so"})
    assert freja.get(f"/projects/{project.ref}/overview").status_code == 404


def test_partners_may_invite_when_the_founders_say_so():
    """Row 23: I(s)."""
    ana, ion, freja = cast.ana(), cast.ion(), cast.freja()
    project = an_approved(ana, ion)
    a_partner(project, ana, freja)
    invite = f"/projects/{project.ref}/invite"
    assert freja.post(invite, {"educator": "x"}).status_code == 403
    ana.post(f"/projects/{project.ref}/partners/invite", {"allowed": "yes"})
    daria = cast.daria()
    befriend(freja, daria)
    assert freja.post(invite, {"educator": daria.educator.ref}).status_code == 302


def test_a_founder_cannot_be_removed():
    ana, ion = cast.ana(), cast.ion()
    project = an_approved(ana, ion)
    second = founders_of(project)[1]
    assert ana.get(f"/projects/partners/{second.ref}/remove").status_code == 403


def test_a_draft_is_deleted_after_one_question():
    ana = cast.ana()
    project = a_draft(ana, cast.ion())
    assert "Delete this draft?" in text(ana.get(f"/projects/{project.ref}/delete"))
    ana.post(f"/projects/{project.ref}/delete")
    assert not Project.objects.exists()


def test_a_request_is_taken_back_and_a_finished_project_copied():
    ana, ion = cast.ana(), cast.ion()
    project = a_sent(ana, ion)
    ana.post(f"/projects/{project.ref}/recall")
    assert fresh(project).state == "draft"
    closed = a_closed(ana, ion, title="Old")
    answer = ana.post(f"/projects/{closed.ref}/copy")
    copy = Project.objects.latest("pk")
    assert answer.headers["Location"] == f"/projects/{copy.ref}/plan"
    assert copy.title == "Old"
