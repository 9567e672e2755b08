"""The applicant's side (Q-02…Q-08, X-90…X-98)."""

import datetime as dt

import pytest

from opentwinning.collaboration.recognition.actions import (
    begin_application,
    choose_evidence,
    save_criterion,
    save_scheme,
    save_window,
    submit_application,
    withdraw_application,
)
from opentwinning.collaboration.recognition.models import CriteriaScheme, Evidence
from opentwinning.collaboration.recognition.queries import national_lines, window_for
from opentwinning.collaboration.recognition.vocabulary import (
    ApplicationState,
    LineState,
    total_points,
)
from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now, stopped, today
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.workspace.pages.actions import save_page
from tests import cast
from tests.scenes.labels import (
    CONTENT,
    TEXT,
    a_draft_application,
    a_page,
    a_sent_application,
    a_window,
    a_written,
    again,
)
from tests.scenes.projects import an_approved

pytestmark = pytest.mark.django_db


@pytest.fixture
def project():
    a_window("SI")
    return an_approved(cast.ana(), cast.ion())


def states(person, project, window):
    return {line.key: line.state for line in national_lines(person.educator, project, window)}


def test_ana_sees_line_by_line_that_she_may_apply(project):
    """Idea 3."""
    assert set(states(cast.ana(), project, window_for("SI")).values()) == {LineState.MET}


def test_a_stranger_sees_why_not(project):
    """X-90: only for the own work."""
    a_window("PL")
    assert states(cast.marek(), project, window_for("PL"))["partner"] == LineState.UNMET


def test_a_closed_window_says_until_when_it_was(project):
    """C-01: dates are data."""
    a_window("SI", opens_on=today() - dt.timedelta(9), closes_on=today() - dt.timedelta(1))
    assert window_for("SI") is None
    assert states(cast.ana(), project, None)["window"] == LineState.UNMET


def test_a_window_to_come_is_near(project):
    a_window("SI", opens_on=today() + dt.timedelta(5), closes_on=today() + dt.timedelta(9))
    assert states(cast.ana(), project, window_for("SI"))["window"] == LineState.NEAR


def test_a_young_project_waits(project):
    """X-98."""
    a_window("SI", minimum_duration_days=60)
    assert states(cast.ana(), project, window_for("SI"))["duration"] == LineState.NEAR
    with pytest.raises(Invalid):
        a_draft_application(cast.ana(), project)
    with stopped(now() + dt.timedelta(days=61)):
        a_window("SI", minimum_duration_days=60)
        assert states(cast.ana(), project, window_for("SI"))["duration"] == LineState.MET


def test_the_yearly_number_is_limited(project):
    """X-96."""
    a_window("SI", applications_per_educator=1)
    a_draft_application(cast.ana(), project)
    other = an_approved(cast.ana(), cast.ion(), title="Bread letters")
    with pytest.raises(Invalid):
        a_draft_application(cast.ana(), other)


def test_beginning_twice_continues(project):
    assert a_draft_application(cast.ana(), project) == a_draft_application(cast.ana(), project)


def test_nobody_applies_for_somebody_else(project):
    with pytest.raises(Refused):
        begin_application(
            by=cast.ion().actor,
            educator=cast.ana().educator,
            project=project,
            window=window_for("SI"),
        )


def test_an_unfinished_application_is_not_sent(project):
    application = a_draft_application(cast.ana(), project)
    with pytest.raises(Invalid):
        submit_application(by=cast.ana().actor, application=application)
    assert again(application).state == ApplicationState.DRAFT


def test_the_evidence_is_frozen_when_it_is_sent(project):
    """Idea 1: later changes of the page do not change what the assessor reads."""
    ana = cast.ana()
    page = a_page(project, ana)
    application = a_sent_application(ana, project, page)
    evidence = Evidence.objects.get(application=application)
    assert evidence.frozen_text == page.text
    assert evidence.frozen_at is not None
    save_page(by=ana.actor, page=page, title="Other", text="Gone", version=page.version)
    evidence.refresh_from_db()
    assert TEXT.strip() in evidence.frozen_text


def test_five_pages_are_enough(project):
    ana = cast.ana()
    application = a_draft_application(ana, project)
    pages = [a_page(project, ana, f"Page {n}") for n in range(6)]
    with pytest.raises(Invalid):
        choose_evidence(by=ana.actor, application=application, criterion="technology", pages=pages)


def test_what_was_sent_is_not_changed(project):
    application = a_sent_application(cast.ana(), project)
    with pytest.raises(Refused):
        save_criterion(
            by=cast.ana().actor, application=application, criterion="technology", text="More"
        )


def test_a_withdrawn_application_does_not_count(project):
    application = a_written(cast.ana(), project)
    withdraw_application(by=cast.ana().actor, application=application)
    assert a_draft_application(cast.ana(), project).attempt == 1


def test_points_are_weighted_and_scaled():
    """X-94: weights 2+1+1+1+1, 30 at most."""
    full = {sub["id"]: 5 for c in CONTENT["criteria"] for sub in c["sub_criteria"]}
    assert total_points(CONTENT, full) == 30
    assert total_points(CONTENT, {}) == 0
    assert total_points(CONTENT, {"collaboration-a": 5, "collaboration-b": 5}) == 10
    assert total_points(CONTENT, {"technology-a": 5, "technology-b": 5}) == 5


def test_criteria_with_a_hole_are_refused():
    broken = {**CONTENT, "criteria": [{**CONTENT["criteria"][0], "levels": []}]}
    with pytest.raises(Invalid) as problem:
        save_scheme(by=SYSTEM, key="broken", content=broken)
    assert "collaboration" in str(problem.value.message)


def test_criteria_stay_once_somebody_writes(project):
    a_draft_application(cast.ana(), project)
    window = window_for("SI")
    other = save_scheme(by=SYSTEM, key="other", content=CONTENT)
    with pytest.raises(Invalid):
        save_window(
            by=cast.petra().actor, country="SI", school_year=window.school_year, scheme=other,
            opens_on=window.opens_on, closes_on=window.closes_on,
            decided_by_on=window.decided_by_on,
        )  # fmt: skip
    with pytest.raises(Invalid):
        save_scheme(by=SYSTEM, key=window.scheme.key, content=CONTENT)
    assert CriteriaScheme.objects.count() == 2


def test_a_deadline_moves_with_one_change(project):
    """Pain 5."""
    later = today() + dt.timedelta(days=90)
    a_window("SI", closes_on=later, decided_by_on=later)
    assert window_for("SI").closes_on == later


def test_radu_sets_no_window_of_slovenia(project):
    """B13."""
    window = window_for("SI")
    with pytest.raises(Refused):
        save_window(
            by=cast.radu().actor, country="SI", school_year="2027/28", scheme=window.scheme,
            opens_on=today(), closes_on=today(), decided_by_on=today(),
        )  # fmt: skip
