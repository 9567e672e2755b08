"""Criteria and windows of the labels, applications, assessments, awards, the European round."""

import datetime as dt
from decimal import Decimal

from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.recognition.actions import (
    appoint_assessor,
    assign_assessor,
    award_label,
    begin_application,
    choose_evidence,
    decide_round,
    finish_assessment,
    open_round,
    recommend_project,
    refuse_label,
    save_answers,
    save_assessment,
    save_criterion,
    save_rule,
    save_scheme,
    save_window,
    submit_application,
)
from opentwinning.collaboration.recognition.models import (
    CriteriaScheme,
    LabelApplication,
    LabelWindow,
)
from opentwinning.config.demo import reader
from opentwinning.config.demo.builder.offices import FOUNDED
from opentwinning.config.demo.builder.world import Timeline, World
from opentwinning.config.demo.shapes import DemoLabel, DemoProject, LabelRound
from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now
from opentwinning.people.accounts.models import Account
from opentwinning.people.educators.models import Educator

DATA_YEAR = 2026  # the data call the school year that begins then the present one
LATEST = -60  # the last day on which an application may have been sent
APPLIES_AT = 16  # o'clock
ASSIGNED, ASSESSED, DECIDED, RECOMMENDED = 3, 12, 25, 27  # days after the application


def plan(world: World, timeline: Timeline) -> None:
    """Rules first; then each application in an open window of its country."""
    years = _years_to_shift(world.start)
    timeline.add(FOUNDED, 12, write_rules, years)
    for key, person in reader.people().educators.items():
        if "assessor" in person.roles:
            timeline.add(-240, 9, trust, world, key)
    for project in reader.projects().values():
        for label in project.labels:
            country = reader.people().educators[label.educator].country
            day = _open_day(timeline, country, label.day)
            timeline.add(day, APPLIES_AT, apply, world, project, label)
            timeline.add(day + ASSIGNED, 9, assign, world, project, label)
            timeline.add(day + ASSESSED, 15, assess, world, project, label)
            timeline.add(day + DECIDED, 11, decide, world, project, label)
            if label.recommended:
                timeline.add(day + RECOMMENDED, 11, recommend, world, project, label)
        if project.european_label is not None:
            timeline.add(max(project.european_label, LATEST + 30), 12, hold_round, world, years)


def _years_to_shift(start: dt.datetime) -> int:
    begins = reader.programme().school_year_starts
    this_year = start.year if f"{start:%m-%d}" >= begins else start.year - 1
    return this_year - DATA_YEAR


def _shifted(day: dt.date, years: int) -> dt.date:
    return day.replace(year=day.year + years)


def _year_name(school_year: str, years: int) -> str:
    begins = int(school_year[:4]) + years
    return f"{begins}/{(begins + 1) % 100:02}"


def _rounds(country: str) -> list[LabelRound]:
    return [each for each in reader.programme().label_rounds if each.country == country]


def _open_day(timeline: Timeline, country: str, wished: int) -> int:
    """The wished day, or the next one on which the country's window was open."""
    years = _years_to_shift(timeline.start)
    for day in range(wished, LATEST + 1):
        date = timeline.moment_of(day, APPLIES_AT).date()
        for each in _rounds(country):
            if _shifted(each.opens_on, years) <= date <= _shifted(each.closes_on, years):
                return day
    raise LookupError(f"no open window in {country} near day {wished}")


def write_rules(years: int) -> None:
    """Criteria, windows of all countries, and the European rule with its dates."""
    programme = reader.programme()
    schemes: dict[str, CriteriaScheme] = {
        key: save_scheme(by=SYSTEM, key=key, content=reader.criteria_content(key))
        for key in reader.criteria_sets()
    }
    for each in programme.label_rounds:
        save_window(
            by=SYSTEM,
            country=each.country,
            school_year=_year_name(each.school_year, years),
            opens_on=_shifted(each.opens_on, years),
            closes_on=_shifted(each.closes_on, years),
            decided_by_on=_shifted(each.decided_by, years),
            scheme=schemes[each.criteria],
            applications_per_educator=each.applications_per_educator,
            minimum_duration_days=each.minimum_duration_days,
            second_application=each.second_application == "once",
        )
    for rule in programme.european_label_rules:
        average = rule.minimum_average_points
        save_rule(
            by=SYSTEM,
            valid_from=_shifted(rule.valid_from, years),
            valid_until=_shifted(rule.valid_until, years) if rule.valid_until else None,
            minimum_national_labels=rule.minimum_national_labels,
            minimum_countries=rule.minimum_countries,
            minimum_recommendations=rule.minimum_recommendations,
            minimum_average_points=None if average is None else Decimal(average),
            share_percent=rule.share_of_labels_percent,
        )


def trust(world: World, key: str) -> None:
    """An office asks an experienced educator to assess."""
    educator = Educator.objects.select_related("account").get(pk=world.educators[key].pk)
    appoint_assessor(
        by=world.officer_of(educator.country), educator=educator, country=educator.country
    )


def apply(world: World, project: DemoProject, label: DemoLabel) -> None:
    """The educator answers everything and sends it."""
    by, educator = world.actor(label.educator), world.educators[label.educator]
    window = LabelWindow.objects.get(
        country=educator.country, opens_on__lte=now().date(), closes_on__gte=now().date()
    )
    application = begin_application(
        by=by,
        educator=educator,
        project=Project.objects.get(pk=world.projects[project.key].pk),
        window=window,
    )
    questions = window.scheme.content["entry_questions"]
    save_answers(by=by, application=application, answers={each["id"]: True for each in questions})
    for criterion, text in label.answers.items():
        save_criterion(by=by, application=application, criterion=criterion, text=text)
    public = [
        world.pages[project.key, page.title] for page in project.pages if page.audience == "public"
    ]
    for criterion, pages in (("collaboration", public[:1]), ("results", public[-1:])):
        choose_evidence(by=by, application=application, criterion=criterion, pages=pages)
    submit_application(by=by, application=application)


def _application(world: World, project: DemoProject, label: DemoLabel) -> LabelApplication:
    return LabelApplication.objects.select_related("window__scheme", "educator").get(
        project=world.projects[project.key], educator=world.educators[label.educator]
    )


def _assessor(world: World, label: DemoLabel) -> tuple[str, Account]:
    """An assessor of the country who is not the applicant, else the office itself."""
    people = reader.people()
    country = people.educators[label.educator].country
    for key, person in people.educators.items():
        if person.country == country and "assessor" in person.roles and key != label.educator:
            return key, world.accounts[key]
    key = next(key for key, each in people.officers.items() if each.country == country)
    return key, world.accounts[key]


def assign(world: World, project: DemoProject, label: DemoLabel) -> None:
    """The office gives the application to somebody without a conflict of interest."""
    application = _application(world, project, label)
    assign_assessor(
        by=world.officer_of(application.window.country),
        application=application,
        assessor=_assessor(world, label)[1],
    )


def assess(world: World, project: DemoProject, label: DemoLabel) -> None:
    """Points for every line, and a summary."""
    by = world.actor(_assessor(world, label)[0])
    application = _application(world, project, label)
    criteria = reader.criteria_sets()[application.window.scheme.key].criteria
    scores = {
        part.id: label.points[criterion.id]
        for criterion in criteria
        for part in criterion.sub_criteria
    }
    save_assessment(
        by=by,
        application=application,
        scores=scores,
        comments={},
        summary=label.feedback,
        recommends_european=label.recommended,
    )
    finish_assessment(by=by, application=application)


def decide(world: World, project: DemoProject, label: DemoLabel) -> None:
    """The office's decision with the assessor's words."""
    application = _application(world, project, label)
    by = world.officer_of(application.window.country)
    if label.state == "awarded":
        award_label(by=by, application=application, message=label.feedback)
    else:
        refuse_label(by=by, application=application, message=label.feedback)


def recommend(world: World, project: DemoProject, label: DemoLabel) -> None:
    """The office recommends the project for the European label."""
    application = _application(world, project, label)
    recommend_project(
        by=world.officer_of(application.window.country),
        project=application.project,
        country=application.window.country,
        school_year=application.window.school_year,
    )


def hold_round(world: World, years: int) -> None:
    """The centre opens and decides the European round of last school year (Q-21)."""
    by = world.actor(next(iter(reader.people().central_officers)))
    last_year = _year_name(f"{DATA_YEAR - 1}/{DATA_YEAR % 100}", years)
    decide_round(by=by, round_=open_round(by=by, school_year=last_year))
