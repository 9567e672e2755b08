"""Recognition: a window, an application written, sent, assessed, awarded."""

import datetime as dt
from typing import Any

from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.recognition.actions import (
    appoint_assessor,
    assign_assessor,
    award_label,
    begin_application,
    choose_evidence,
    finish_assessment,
    save_answers,
    save_assessment,
    save_criterion,
    save_rule,
    save_scheme,
    save_window,
    submit_application,
)
from opentwinning.collaboration.recognition.models import (
    EuropeanRule,
    LabelApplication,
    LabelWindow,
    QualityLabel,
)
from opentwinning.collaboration.twinspaces.queries import twinspace_of
from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import today
from opentwinning.workspace.pages.actions import create_page
from opentwinning.workspace.pages.models import Page
from tests import cast
from tests.cast import Person
from tests.remembered import remembered
from tests.scenes.projects import fresh, officer_of

TEXT = "Pupils of both schools measured the river in mixed teams and drew one common atlas. " * 2
CONTENT: dict[str, Any] = {
    "maximum_points": 30,
    "award_from_points": 18,
    "entry_questions": [
        {"id": f"q{n}", "text": {"en": f"Question {n}?", "sl": f"Vprašanje {n}?"}}
        for n in range(1, 6)
    ],
    "criteria": [
        {
            "id": key,
            "weight": 2 if key == "collaboration" else 1,
            "name": {"en": key.title()},
            "question": {"en": f"What about {key}?"},
            "sub_criteria": [
                {"id": f"{key}-a", "name": {"en": f"{key} a"}, "mandatory_minimum": minimum},
                {"id": f"{key}-b", "name": {"en": f"{key} b"}},
            ],
            "levels": [{"en": f"Level {n}"} for n in range(6)],
        }
        for key, minimum in (
            ("collaboration", 2), ("technology", 2), ("pedagogy", 0), ("curriculum", 0),
            ("results", 0),
        )
    ],
}  # fmt: skip
LINES = [sub["id"] for c in CONTENT["criteria"] for sub in c["sub_criteria"]]


@remembered
def a_window(country: str = "SI", **changes: Any) -> LabelWindow:
    """Open today, for a month."""
    scheme = save_scheme(by=SYSTEM, key=f"five-{country}", content=CONTENT)
    values = {
        "school_year": "2026/27",
        "opens_on": today() - dt.timedelta(days=30),
        "closes_on": today() + dt.timedelta(days=30),
        "decided_by_on": today() + dt.timedelta(days=60),
        "minimum_duration_days": 0,
        **changes,
    }
    return save_window(by=SYSTEM, country=country, scheme=scheme, **values)


@remembered
def a_rule(**changes: Any) -> EuropeanRule:
    """Two labels, two countries, one recommendation, average above 20."""
    from decimal import Decimal

    values: dict[str, Any] = {
        "valid_from": dt.date(2020, 8, 1),
        "valid_until": None,
        "minimum_national_labels": 2,
        "minimum_countries": 2,
        "minimum_recommendations": 1,
        "minimum_average_points": Decimal(20),
        "share_percent": 25,
        **changes,
    }
    return save_rule(by=SYSTEM, **values)


@remembered
def a_page(project: Project, person: Person, title: str = "Our river") -> Page:
    """A visible page of the project's TwinSpace."""
    space = twinspace_of(project).space
    return create_page(by=person.actor, space=space, title=title, text=TEXT)


@remembered
def a_draft_application(person: Person, project: Project) -> LabelApplication:
    window = LabelWindow.objects.get(country=person.educator.country)
    return begin_application(
        by=person.actor, educator=person.educator, project=fresh(project), window=window
    )


@remembered
def a_written(person: Person, project: Project, page: Page | None = None) -> LabelApplication:
    """Every question answered, every criterion written."""
    application = a_draft_application(person, project)
    by = person.actor
    save_answers(by=by, application=application, answers={f"q{n}": True for n in range(1, 6)})
    for criterion in CONTENT["criteria"]:
        save_criterion(by=by, application=application, criterion=criterion["id"], text=TEXT)
    if page is not None:
        choose_evidence(by=by, application=application, criterion="collaboration", pages=[page])
    return again(application)


@remembered
def a_sent_application(
    person: Person, project: Project, page: Page | None = None
) -> LabelApplication:
    application = a_written(person, project, page)
    return again(submit_application(by=person.actor, application=application))


@remembered
def an_assessor(country: str, name: str) -> Person:
    """A trusted educator of the country who works at another school."""
    from opentwinning.people.educators.actions import validate_educator
    from opentwinning.people.organisations.actions import register_organisation

    person = cast.newcomer(name, country)
    if not person.educator.is_validated:
        register_organisation(
            by=person.actor, educator=person.educator, name=f"School of {name}", place="Elsewhere",
            postcode="9000", kind="school", website="",
        )  # fmt: skip
        officer = officer_of(country)
        validate_educator(by=officer.actor, educator=person.educator)
    appoint_assessor(by=officer_of(country).actor, educator=person.educator, country=country)
    return person


@remembered
def assigned(application: LabelApplication, assessor: Person) -> LabelApplication:
    officer = officer_of(application.window.country)
    assign_assessor(by=officer.actor, application=application, assessor=assessor.account)
    return again(application)


@remembered
def assessed(
    application: LabelApplication, assessor: Person, points: int = 5, **low: int
) -> LabelApplication:
    """Scored with the same points everywhere, except the lines of ``low``."""
    application = assigned(application, assessor)
    scores = {line: low.get(line.replace("-", "_"), points) for line in LINES}
    save_assessment(
        by=assessor.actor, application=application, scores=scores,
        comments={"collaboration": "Lively."}, summary="Good work.", recommends_european=True,
    )  # fmt: skip
    finish_assessment(by=assessor.actor, application=again(application))
    return again(application)


@remembered
def a_label(person: Person, project: Project, points: int = 5) -> QualityLabel:
    """A national label, from the window to the award."""
    country = person.educator.country
    if not LabelWindow.objects.filter(country=country).exists():
        a_window(country)
    application = a_sent_application(person, project)
    scored = assessed(application, an_assessor(country, f"Judge{country} Fair"), points)
    return award_label(by=officer_of(country).actor, application=scored, message="Bravo.")


def again(application: LabelApplication) -> LabelApplication:
    return LabelApplication.objects.select_related(
        "window__scheme", "project", "educator__account", "assessment"
    ).get(pk=application.pk)
