"""Writing a plan: begin, edit, choose, copy, delete (J-01, J-08, J-14, X-20, X-24, G7)."""

import pytest

from opentwinning.collaboration.projects.actions import (
    begin_project,
    choose_partner,
    copy_project,
    delete_draft,
    edit_project,
)
from opentwinning.collaboration.projects.models import Partnership, Project
from opentwinning.collaboration.projects.queries import (
    founders_of,
    is_complete,
    steps_done,
    traits_of,
)
from opentwinning.collaboration.projects.vocabulary import PlanStep, ProjectTraitKind
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from tests import cast
from tests.scenes.projects import (
    a_closed,
    a_draft,
    a_plan,
    a_sent,
    an_approved,
    befriend,
    fresh,
)

pytestmark = pytest.mark.django_db


def test_a_validated_educator_begins_a_draft_and_is_its_first_founder():
    ana = cast.ana()
    project = begin_project(by=ana.actor, title="Water around us")
    (founder,) = founders_of(project)
    assert project.state == "draft"
    assert (founder.seat, founder.country, founder.educator) == (1, "SI", ana.educator)
    assert founder.organisation.name == "Osnovna šola Pod Lipo"
    entry = LedgerEntry.objects.latest("pk")
    assert entry.verb.endswith("register.begin_project")
    assert entry.subject_id == project.pk


def test_an_educator_who_is_not_validated_begins_nothing():
    with pytest.raises(Refused) as refusal:
        begin_project(by=cast.ewa().actor, title="Too early")
    assert "validated" in str(refusal.value)
    assert not Project.objects.exists()


def test_a_project_needs_a_title():
    with pytest.raises(Invalid) as problem:
        begin_project(by=cast.ana().actor, title="  ")
    assert problem.value.field == "title"


def test_an_idea_text_fills_the_first_step():
    """J-08: nothing is typed twice."""
    idea = "We count birds together.\nPupils learn to look.\nAnd to wait."
    project = begin_project(by=cast.ana().actor, title="Birds", idea=idea)
    assert project.summary == "We count birds together."
    assert project.aims == "Pupils learn to look.\nAnd to wait."


def test_a_long_idea_without_a_short_beginning_becomes_the_aims():
    idea = "word " * 200
    project = begin_project(by=cast.ana().actor, title="Birds", idea=idea)
    assert (project.summary, project.aims) == ("", idea.strip())


def test_each_step_is_done_when_it_holds_what_it_needs():
    ana, ion = cast.ana(), cast.ion()
    project = begin_project(by=ana.actor, title="Water")
    assert not any(steps_done(project).values())
    planned = a_plan(ana)
    assert [step for step, done in steps_done(planned).items() if not done] == [PlanStep.PARTNER]
    assert not is_complete(planned)
    assert is_complete(a_draft(ana, ion))


def test_traits_are_replaced_by_kind_and_others_stay():
    ana = cast.ana()
    project = a_plan(ana)
    edit_project(
        by=ana.actor, project=project, version=1, traits={ProjectTraitKind.SUBJECT: ["art"]}
    )
    traits = traits_of([project])[project.pk]
    assert traits[ProjectTraitKind.SUBJECT] == ["art"]
    assert traits[ProjectTraitKind.LANGUAGE] == ["en", "sl"]


def test_a_newer_text_of_the_other_founder_is_never_overwritten():
    """G7: the version says which text she started from."""
    ana, ion = cast.ana(), cast.ion()
    project = an_approved(ana, ion)
    edit_project(by=ion.actor, project=project, version=project.version, aims="Ion's aims")
    with pytest.raises(Invalid, match="newer"):
        edit_project(by=ana.actor, project=project, version=project.version, aims="Ana's aims")
    assert fresh(project).aims == "Ion's aims"


def test_descriptions_stay_editable_after_the_approval_but_not_after_the_end():
    """X-27."""
    ana, ion = cast.ana(), cast.ion()
    project = an_approved(ana, ion)
    edit_project(by=ana.actor, project=project, version=project.version, results="Two atlases")
    assert fresh(project).results == "Two atlases"
    closed = a_closed(ana, ion, title="Ended")
    with pytest.raises(Refused, match="finished"):
        edit_project(by=ana.actor, project=closed, version=closed.version, results="More")


def test_several_years_are_planned_before_the_approval_or_never():
    """J-13: from the start."""
    ana, ion = cast.ana(), cast.ion()
    project = an_approved(ana, ion)
    with pytest.raises(Invalid) as problem:
        edit_project(by=ana.actor, project=project, version=project.version, is_multi_year=True)
    assert problem.value.field == "is_multi_year"


@pytest.mark.parametrize("person", [cast.marek, cast.petra, cast.freja])
def test_strangers_cannot_tell_a_draft_from_nothing(person):
    project = a_draft(cast.ana(), cast.ion())
    with pytest.raises(Refused) as refusal:
        edit_project(by=person().actor, project=project, version=1, title="Mine")
    assert refusal.value.verdict.secret


def test_fields_nobody_may_set_are_refused():
    """B6: no mass assignment."""
    ana = cast.ana()
    project = a_plan(ana)
    with pytest.raises(TypeError):
        edit_project(by=ana.actor, project=project, version=1, state="approved")
    assert fresh(project).state == "draft"


def test_only_a_contact_becomes_the_partner():
    """X-20."""
    ana, ion, marek = cast.ana(), cast.ion(), cast.marek()
    befriend(ana, ion)
    project = a_plan(ana)
    with pytest.raises(Invalid) as problem:
        choose_partner(by=ana.actor, project=project, partner=marek.educator)
    assert problem.value.field == "partner"
    choose_partner(by=ana.actor, project=project, partner=ion.educator, request_text="Will you?")
    assert fresh(project).chosen_partner == ion.educator


def test_a_draft_is_deleted_a_sent_plan_is_not():
    """X-25."""
    ana, ion = cast.ana(), cast.ion()
    draft = a_draft(ana, ion)
    delete_draft(by=ana.actor, project=draft)
    assert not Project.objects.filter(pk=draft.pk).exists()
    assert not Partnership.objects.filter(project=draft.pk).exists()
    sent = a_sent(ana, ion)
    with pytest.raises(Refused):
        delete_draft(by=ana.actor, project=sent)


def test_a_finished_project_gives_its_texts_to_a_new_one():
    """J-14."""
    ana, ion = cast.ana(), cast.ion()
    closed = a_closed(ana, ion)
    copy = copy_project(by=ion.actor, project=closed)
    assert (copy.state, copy.title, copy.aims) == ("draft", closed.title, closed.aims)
    assert traits_of([copy])[copy.pk] == traits_of([closed])[closed.pk]
    assert [f.educator for f in founders_of(copy)] == [ion.educator]
    assert copy.chosen_partner is None
    with pytest.raises(Refused):
        copy_project(by=ana.actor, project=an_approved(ana, ion))
