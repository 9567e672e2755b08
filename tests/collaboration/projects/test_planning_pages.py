"""Pages on which a project is begun, planned and agreed (pages 53–57), as its people see them."""

import pytest

from opentwinning.collaboration.projects.models import Invitation, Project, Rule
from opentwinning.facilities.drafts.actions import save_draft
from tests import cast
from tests.pages import text
from tests.scenes.projects import (
    TEXTS,
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


def test_my_projects_says_what_comes_next():
    """Page 53; an empty list has one act."""
    ana = cast.ana()
    assert "No projects yet" in text(ana.get("/projects/mine"))
    a_submitted(ana, cast.ion())
    shown = text(ana.get("/projects/mine"))
    assert "Water around us" in shown
    assert "The support organisations decide now." in shown
    assert "No finished projects yet" in text(ana.get("/projects/mine?show=finished"))


def test_a_project_is_begun_from_an_idea():
    ana = cast.ana()
    assert "What happens next" in text(ana.get("/projects/begin"))
    answer = ana.post("/projects/begin", {"title": "Birds", "idea": "We count birds."})
    project = Project.objects.get()
    assert answer.headers["Location"] == f"/projects/{project.ref}/plan/aims"
    assert project.summary == "We count birds."


def test_somebody_not_validated_reads_why_she_cannot_begin():
    answer = cast.ewa().get("/projects/begin")
    assert answer.status_code == 403
    assert "validated you" in answer.content.decode()


def test_the_plan_is_a_task_list_with_what_is_done_and_begun():
    """Page 55."""
    ana = cast.ana()
    project = a_plan(ana)
    key = f"projects:{project.ref}:partner"
    save_draft(by=ana.actor, key=key, fields={"request_text": ["Hi"]}, url="/", title="",
               base_stamp="")  # fmt: skip
    shown = text(ana.get(f"/projects/{project.ref}/plan"))
    assert shown.count("Done") >= 3
    assert "In progress" in shown


@pytest.mark.parametrize(
    ("step", "fields", "expected"),
    [
        (
            "aims",
            {"title": "New title", "language": "sl", "summary": "S", "aims": "A"},
            "New title",
        ),
        (
            "pupils",
            {
                "ages": ["9-12", "13-15"],
                "pupils_count": "60",
                "languages": ["en"],
                "subjects": ["art"],
            },
            "Art",
        ),
        (
            "plan",
            {"process": "Each month a question", "is_multi_year": "on", "results": "A book"},
            "Each month",
        ),
    ],
)
def test_each_step_is_saved_by_itself(step, fields, expected):
    ana = cast.ana()
    project = a_draft(ana, cast.ion())
    address = f"/projects/{project.ref}/plan/{step}"
    assert text(ana.get(address))
    version = fresh(project).version
    answer = ana.post(address, {**fields, "version": str(version)})
    assert answer.status_code == 302, answer.content.decode()
    assert expected in text(ana.get(f"/projects/{project.ref}/check"))


def test_a_step_with_a_mistake_keeps_what_was_typed():
    ana = cast.ana()
    project = a_plan(ana)
    answer = ana.post(
        f"/projects/{project.ref}/plan/pupils",
        {"ages": ["9-12"], "pupils_count": "many", "version": "1"},
    )
    assert answer.status_code == 422
    assert 'value="many"' in answer.content.decode()


def test_a_kept_draft_comes_back_with_one_ticked_box():
    ana = cast.ana()
    project = a_plan(ana)
    save_draft(
        by=ana.actor,
        key=f"projects:{project.ref}:pupils",
        fields={"ages": ["13-15"], "pupils_count": ["77"], "version": ["1"]},
        url="/", title="", base_stamp="",
    )  # fmt: skip
    shown = text(ana.get(f"/projects/{project.ref}/plan/pupils"))
    assert 'value="77"' in shown
    assert shown.count("checked") == 1


def test_two_founders_who_write_at_once_see_both_texts():
    """G7: her text stays in the form, the newer one stands beside it; the next try is about it."""
    ana, ion = cast.ana(), cast.ion()
    project = an_approved(ana, ion)
    address = f"/projects/{project.ref}/plan/plan"
    old = str(project.version)
    rest = {"process": TEXTS["process"]}
    ion.post(address, {**rest, "results": "Ion’s newer text", "version": old})
    answer = ana.post(address, {**rest, "results": "Ana’s text", "version": old})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Ana’s text" in shown
    assert "Ion’s newer text" in shown
    assert f'value="{fresh(project).version}"' in shown
    ana.post(address, {**rest, "results": "Both", "version": str(fresh(project).version)})
    assert fresh(project).results == "Both"


def test_only_contacts_are_offered_as_partner():
    """X-20."""
    ana, ion = cast.ana(), cast.ion()
    project = a_plan(ana)
    cast.marek()
    address = f"/projects/{project.ref}/plan/partner"
    assert "You have no contacts yet" in text(ana.get(address))
    befriend(ana, ion)
    shown = text(ana.get(address))
    assert "Ion Popescu" in shown
    assert "Marek" not in shown
    ana.post(address, {"partner": ion.educator.ref, "request_text": "Will you?"})
    assert fresh(project).chosen_partner == ion.educator


def test_from_check_to_approval_by_hand():
    """The whole way through the pages: send, accept, approve, approve."""
    ana, ion = cast.ana(), cast.ion()
    project = a_draft(ana, ion)
    shown = text(ana.get(f"/projects/{project.ref}/check"))
    assert "Send to Ion Popescu" in shown
    assert ana.post(f"/projects/{project.ref}/check", {"message": ""}).status_code == 302
    invitation = Invitation.objects.get()
    page = f"/projects/invitations/{invitation.ref}"
    assert "Will you?" in text(ion.get(page))
    ion.post(page, {"answer": "accept", "message": "Yes"})
    waiting = text(ana.get(f"/projects/{project.ref}/overview"))
    assert "Zavod Most" in waiting
    assert "Usually 5 working days" in waiting
    for officer, country in ((cast.petra(), "SI"), (cast.radu(), "RO")):
        desk = text(officer.get(f"/projects/{project.ref}/decide"))
        assert "Pupils learn to measure" in desk
        body = {"decision": "approved", "country": country, "message": ""}
        assert officer.post(f"/projects/{project.ref}/decide", body).status_code == 302
    assert fresh(project).state == "approved"


def test_an_answered_invitation_says_so():
    ana, ion = cast.ana(), cast.ion()
    project = a_sent(ana, ion)
    invitation = invitation_of(project, ion)
    page = f"/projects/invitations/{invitation.ref}"
    ion.post(page, {"answer": "decline", "message": "No time"})
    assert "already answered" in text(ion.get(page))
    assert fresh(project).state == "declined"


def test_an_officer_who_asks_for_changes_must_say_which():
    project = a_submitted(cast.ana(), cast.ion())
    petra = cast.petra()
    page = f"/projects/{project.ref}/decide"
    answer = petra.post(page, {"decision": "returned", "country": "SI", "message": ""})
    assert answer.status_code == 422
    assert "Write what should change." in answer.content.decode()
    petra.post(page, {"decision": "returned", "country": "SI", "message": "Which months?"})
    ana = cast.ana()
    assert "Which months?" in text(ana.get(f"/projects/{project.ref}/overview"))
    shown = text(ana.get(f"/projects/{project.ref}/check"))
    assert "Only the support organisations that asked" in shown
    ana.post(f"/projects/{project.ref}/check", {"message": "Added"})
    assert fresh(project).state == "waiting_offices"


def test_the_centre_sets_a_rule():
    claire = cast.claire()
    assert "both are allowed" in text(claire.get("/projects/rules"))
    body = {"key": "national_projects", "is_allowed": "no", "since": "2027-08-01"}
    assert claire.post("/projects/rules", body).status_code == 302
    assert not Rule.objects.get().is_allowed
    assert "Not allowed" in text(claire.get("/projects/rules"))
