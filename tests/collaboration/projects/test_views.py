"""Every page of projects, as its people see it (pages 2, 3, 53–57, 93, 100)."""

import pytest

from opentwinning.collaboration.projects.models import Invitation, Project, Rule
from opentwinning.collaboration.projects.queries import founders_of
from opentwinning.facilities.drafts.actions import save_draft
from tests import cast
from tests.scenes.projects import (
    TEXTS,
    a_closed,
    a_draft,
    a_partner,
    a_plan,
    a_published,
    a_sent,
    a_submitted,
    an_approved,
    befriend,
    fresh,
    invitation_of,
)

pytestmark = pytest.mark.django_db


def text(response) -> str:
    assert response.status_code == 200, response.status_code
    return response.content.decode()


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


def test_visitors_see_what_was_published_and_nothing_else():
    """J-11, page 3: the texts of that day, schools, countries; no closed project."""
    ana, ion = cast.ana(), cast.ion()
    closed = an_approved(ana, ion, title="Closed to visitors")
    public = a_published(ana, ion)
    visitor = cast.Visitor()
    assert visitor.get(f"/projects/{closed.ref}").status_code == 404
    shown = text(visitor.get(f"/projects/{public.ref}"))
    assert "Osnovna šola Pod Lipo" in shown
    assert "Ana Kovač" in shown
    assert TEXTS["aims"] in shown
    assert TEXTS["process"] not in shown  # not chosen
    ana.post(
        f"/projects/{public.ref}/plan/plan",
        {
            "process": "Secret too",
            "results": "Secret for now",
            "version": str(fresh(public).version),
        },
    )
    assert "Secret for now" not in text(visitor.get(f"/projects/{public.ref}"))


def test_the_public_page_hides_teachers_who_hide_themselves():
    ana, ion = cast.ana(), cast.ion()
    project = a_published(ana, ion)
    from opentwinning.core.permits import free_writing

    with free_writing():
        type(ion.educator).objects.filter(pk=ion.educator.pk).update(is_visible=False)
    shown = text(cast.Visitor().get(f"/projects/{project.ref}"))
    assert "Ion Popescu" not in shown
    assert "Școala Gimnazială Nr. 5" in shown


def test_founders_look_before_they_publish():
    ana, ion = cast.ana(), cast.ion()
    project = an_approved(ana, ion)
    assert "Everybody on the internet" in text(ana.get(f"/projects/{project.ref}/publish"))
    shown = text(ana.post(f"/projects/{project.ref}/preview", {"parts": ["process"]}))
    assert "Preview" in shown
    assert TEXTS["process"] in shown
    assert TEXTS["aims"] not in shown
    assert "Ana Kovač" not in shown.split("<main")[1].split("</main>")[0]
    answer = ana.post(f"/projects/{project.ref}/publish", {"parts": ["process"]})
    assert answer.headers["Location"] == f"/projects/{project.ref}"
    assert TEXTS["process"] in text(cast.Visitor().get(f"/projects/{project.ref}"))
    ana.post(f"/projects/{project.ref}/unpublish", {"reason": "A mistake"})
    assert cast.Visitor().get(f"/projects/{project.ref}").status_code == 404


def test_an_officer_may_hide_a_public_page():
    """Row 2: H(n)."""
    project = a_published(cast.ana(), cast.ion())
    petra = cast.petra()
    assert text(petra.get(f"/projects/{project.ref}/unpublish"))
    petra.post(f"/projects/{project.ref}/unpublish", {"reason": "A full name of a pupil"})
    assert not fresh(project).is_published


def test_discover_filters_and_finds():
    """Page 2."""
    ana, ion = cast.ana(), cast.ion()
    a_published(ana, ion)
    a_published(ana, ion, title="Łódź and other songs", summary="We sing.")
    visitor = cast.Visitor()
    everything = text(visitor.get("/projects/"))
    assert "Water around us" in everything
    assert "Łódź and other songs" in everything
    found = text(visitor.get("/projects/?q=lodz"))
    assert "Łódź and other songs" in found
    assert "Water around us" not in found
    assert "Water around us" in text(visitor.get("/projects/?country=RO&subject=biology&age=9-12"))
    assert "No project fits" in text(visitor.get("/projects/?country=DK"))
    assert "Water around us" in text(visitor.get("/projects/?country=XX&shown=abc"))


def test_the_centre_sets_a_rule():
    claire = cast.claire()
    assert "both are allowed" in text(claire.get("/projects/rules"))
    body = {"key": "national_projects", "is_allowed": "no", "since": "2027-08-01"}
    assert claire.post("/projects/rules", body).status_code == 302
    assert not Rule.objects.get().is_allowed
    assert "Not allowed" in text(claire.get("/projects/rules"))


def test_strangers_get_nothing_of_a_closed_project():
    project = an_approved(cast.ana(), cast.ion())
    marek = cast.marek()
    for page in ("", "/overview", "/plan", "/partners", "/close", "/publish", "/decide"):
        assert marek.get(f"/projects/{project.ref}{page}").status_code == 404


def test_members_of_a_closed_project_are_led_to_their_page():
    project = an_approved(cast.ana(), cast.ion())
    answer = cast.ion().get(f"/projects/{project.ref}")
    assert answer.headers["Location"] == f"/projects/{project.ref}/overview"
