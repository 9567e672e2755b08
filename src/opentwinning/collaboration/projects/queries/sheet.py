"""A project as a page shows it: its texts, its people, where it stands."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects.models import (
    Approval,
    Partnership,
    Project,
    ProjectStep,
    Publication,
)
from opentwinning.collaboration.projects.queries.cards import TONES
from opentwinning.collaboration.projects.queries.decisions import approvals_of
from opentwinning.collaboration.projects.queries.lists import partnerships_of, traits_of
from opentwinning.collaboration.projects.queries.words import in_words
from opentwinning.collaboration.projects.vocabulary import (
    DECISION_LABELS,
    HISTORY_WORDS,
    NEXT_STEPS,
    STATE_LABELS,
    UNDER_DECISION,
    Decision,
    ProjectState,
    ProjectTraitKind,
    StepKind,
)
from opentwinning.core.prepared import prepared
from opentwinning.core.richtext import rendered
from opentwinning.core.verdicts import Text
from opentwinning.people.support.models import SupportOrganisation

DECISION_TONES: dict[Decision, str] = {
    Decision.WAITING: "info",
    Decision.APPROVED: "success",
    Decision.RETURNED: "warning",
    Decision.REJECTED: "danger",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The plan of a project in words of the reader's language."""

    project: Project
    state: Text
    partners: list[Partnership]
    ages: str
    languages: str
    subjects: str
    tools: str
    sections: list[tuple[Text, SafeString]]

    @property
    def tone(self) -> str:
        """Of the state's tag."""
        return TONES[ProjectState(self.project.state)]

    @property
    def next_step(self) -> Text:
        """What happens next, for its founders."""
        return NEXT_STEPS[ProjectState(self.project.state)]

    @property
    def founders(self) -> list[Partnership]:
        return [p for p in self.partners if p.is_founder]


@dataclass(frozen=True, slots=True)
class OfficeStand:
    """Where one support organisation stands (page 57). ``office`` names it; never its officer."""

    approval: Approval
    office: str
    usual_days: int
    decision: Text
    tone: str
    since: dt.datetime


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the history."""

    text: Text
    by: str
    moment: dt.datetime
    note: str
    icon: str
    tone: str


_ICONS: dict[StepKind, str] = {
    StepKind.SENT: "send",
    StepKind.ACCEPTED: "handshake",
    StepKind.DECLINED: "x",
    StepKind.APPROVED: "check",
    StepKind.RETURNED: "undo-2",
    StepKind.REJECTED: "circle-x",
    StepKind.RESUBMITTED: "send",
    StepKind.JOINED: "user-plus",
    StepKind.LEFT: "user-minus",
    StepKind.GONE: "user-minus",
    StepKind.SUCCEEDED: "user-check",
    StepKind.CLOSED: "lock",
    StepKind.REOPENED: "lock-open",
    StepKind.ARCHIVED: "archive",
    StepKind.DELETE_ASKED: "trash-2",
    StepKind.DELETE_SET: "trash-2",
    StepKind.KEPT: "rotate-ccw",
}
_TONES: dict[StepKind, str] = {
    StepKind.APPROVED: "success",
    StepKind.RETURNED: "warning",
    StepKind.REJECTED: "danger",
    StepKind.DELETE_SET: "danger",
}


@dataclass(frozen=True, slots=True)
class PublicPartner:
    """What visitors learn of a partner: the school, its country, and perhaps a name."""

    school: str
    place: str
    country: str
    educators: list[str] = field(default_factory=list)
    school_ref: str = ""


def sections_of(texts: Project | Publication) -> list[tuple[Text, SafeString]]:
    """The longer texts under their headings; they are Markdown."""
    pairs = (
        (pgettext_lazy("projects", "Aims"), texts.aims),
        (pgettext_lazy("projects", "Working process"), texts.process),
        (pgettext_lazy("projects", "Results"), texts.results),
    )
    return [(heading, rendered(text)) for heading, text in pairs if text]


def sheet_of(project: Project) -> Sheet:
    """Everything a member's page shows of a plan, in two queries."""
    traits = traits_of([project])[project.pk]
    return Sheet(
        project=project,
        state=STATE_LABELS[ProjectState(project.state)],
        partners=partnerships_of(project),
        ages=in_words("ages", traits[ProjectTraitKind.AGE]),
        languages=in_words("languages", traits[ProjectTraitKind.LANGUAGE]),
        subjects=in_words("subjects", traits[ProjectTraitKind.SUBJECT]),
        tools=in_words("tools", traits[ProjectTraitKind.TOOL]),
        sections=sections_of(project),
    )


@prepared
def _offices(countries: list[str]) -> QuerySet[SupportOrganisation, tuple[str, str, int]]:
    rows = SupportOrganisation.objects.filter(country__in=countries)
    return rows.values_list("country", "name", "usual_days")


@prepared
def _steps(project: int) -> QuerySet[ProjectStep]:
    return ProjectStep.objects.filter(project_id=project)


def offices_of(project: Project) -> list[OfficeStand]:
    """Both (or the one) offices, with their usual time and what they said. Two queries."""
    approvals = approvals_of(project)
    offices = {
        country: (name, days) for country, name, days in _offices([a.country for a in approvals])
    }
    return [
        OfficeStand(
            approval=approval,
            office=offices.get(approval.country, ("", 5))[0],
            usual_days=offices.get(approval.country, ("", 5))[1],
            decision=DECISION_LABELS[Decision(approval.decision)],
            tone=DECISION_TONES[Decision(approval.decision)],
            since=approval.decided_at or approval.waiting_since,
        )
        for approval in approvals
    ]


def way_of(project: Project) -> list[dict[str, Any]]:
    """The life of the project as a line of steps: done, current, to come, or stopped."""
    stops = (
        (pgettext_lazy("project way", "Plan"), {ProjectState.DRAFT, ProjectState.DECLINED}),
        (pgettext_lazy("project way", "Partner"), {ProjectState.WAITING_FOR_PARTNER}),
        (
            pgettext_lazy("project way", "Approval"),
            UNDER_DECISION | {ProjectState.REJECTED, ProjectState.WITHDRAWN},
        ),
        (pgettext_lazy("project way", "Active"), {ProjectState.APPROVED}),
        (
            pgettext_lazy("project way", "Closed"),
            {
                ProjectState.CLOSED,
                ProjectState.ARCHIVED,
                ProjectState.DELETING,
                ProjectState.DELETED,
            },
        ),
    )
    here = next(i for i, (_, states) in enumerate(stops) if project.state in states)
    now_word = (
        "stopped"
        if project.state in {ProjectState.REJECTED, ProjectState.WITHDRAWN, ProjectState.DELETING}
        else "current"
    )
    words = ["done"] * here + [now_word] + ["todo"] * (len(stops) - here - 1)
    return [{"label": label, "state": word} for (label, _), word in zip(stops, words, strict=True)]


def history_of(project: Project) -> list[Happening]:
    """What happened, in order; officers appear as their office. Two queries."""
    steps = _steps(project.pk)
    countries = sorted({step.country for step in steps if step.country})
    offices = {country: name for country, name, _ in _offices(countries)}
    return [
        Happening(
            text=HISTORY_WORDS[StepKind(step.kind)],
            by=step.name or offices.get(step.country, ""),
            moment=step.at,
            note=step.message,
            icon=_ICONS.get(StepKind(step.kind), "dot"),
            tone=_TONES.get(StepKind(step.kind), ""),
        )
        for step in steps
    ]


def public_partners(project: Project, publication: Publication) -> list[PublicPartner]:
    """Schools and countries of the partners; names only when the founders chose so, and only of
    adults who are visible themselves."""
    found: dict[tuple[str, str, str], PublicPartner] = {}
    for row in partnerships_of(project):
        school = row.organisation.name if row.organisation else ""
        place = row.organisation.place if row.organisation else ""
        key = (row.country, school, place)
        ref = row.organisation.ref if row.organisation else ""
        partner = found.setdefault(key, PublicPartner(school, place, row.country, school_ref=ref))
        if publication.shows_educators and row.educator.is_visible and row.educator.name:
            partner.educators.append(row.educator.name)
    return list(found.values())
