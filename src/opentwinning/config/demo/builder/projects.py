"""Projects: planned, sent, decided, carried on, published, closed."""

from opentwinning.collaboration.projects.actions import (
    accept_invitation,
    approve_project,
    begin_project,
    choose_partner,
    close_project,
    edit_project,
    invite_partner,
    publish_project,
    reject_project,
    return_project,
    send_project,
)
from opentwinning.collaboration.projects.models import Invitation, Project
from opentwinning.collaboration.projects.vocabulary import InvitationState, ProjectTraitKind
from opentwinning.config.demo import reader
from opentwinning.config.demo.builder.world import Timeline, World
from opentwinning.config.demo.shapes import DemoDecision, DemoProject

DECIDE = {"approved": approve_project, "returned": return_project, "rejected": reject_project}
REQUEST = "I have written a first plan. Please read it and change what you like. Shall we do it?"
WELCOME = "We would love to have your class with us."


def plan(world: World, timeline: Timeline) -> None:
    """The life of each project up to its present state (J-03)."""
    for project in reader.projects().values():
        first = project.founders[0]
        days = project.days
        timeline.add(days["drafted"], 14, draft, world, project)
        if "submitted" in days:
            timeline.add(days["submitted"], 15, send, world, project)
        if "accepted" in days:
            timeline.add(days["accepted"], 16, answer, world, project, project.founders[1])
        for decision in project.decisions:
            timeline.add(decision.day, 11, decide, world, project, decision)
        if "approved" in days:
            for partner in project.partners:
                timeline.add(days["approved"], 15, invite, world, project, partner)
                timeline.add(days["approved"] + 1, 10, answer, world, project, partner)
            timeline.add(days["approved"] + 6, 12, publish, world, project)
        if project.state == "closed":
            timeline.add(days["closed"], 13, close, world, project, first)


def _fresh(world: World, project: DemoProject) -> Project:
    return Project.objects.get(pk=world.projects[project.key].pk)


def draft(world: World, project: DemoProject) -> None:
    """The first founder writes the whole plan."""
    by = world.actor(project.founders[0])
    row = begin_project(by=by, title=project.title)
    world.projects[project.key] = edit_project(
        by=by,
        project=row,
        version=row.version,
        traits={
            ProjectTraitKind.LANGUAGE: project.languages,
            ProjectTraitKind.SUBJECT: project.subjects,
            ProjectTraitKind.AGE: project.ages,
            ProjectTraitKind.TOOL: project.tools,
        },
        title=project.title,
        summary=project.description,
        aims=project.aims,
        process=project.process,
        results=project.results,
        pupils_count=project.pupils,
        language=project.language,
        is_multi_year=project.multi_year,
    )


def send(world: World, project: DemoProject) -> None:
    """Ask the second founder."""
    first, second = project.founders
    by = world.actor(first)
    row = _fresh(world, project)
    partner = world.educators[second]
    row = choose_partner(by=by, project=row, partner=partner, request_text=REQUEST)
    send_project(by=by, project=row)


def invite(world: World, project: DemoProject, partner: str) -> None:
    """The first founder asks a further partner."""
    invite_partner(
        by=world.actor(project.founders[0]),
        project=_fresh(world, project),
        educator=world.educators[partner],
        message=WELCOME,
    )


def answer(world: World, project: DemoProject, key: str) -> None:
    """Yes: as the second founder or as a partner."""
    invitation = Invitation.objects.get(
        project=world.projects[project.key],
        educator=world.educators[key],
        state=InvitationState.WAITING,
    )
    accept_invitation(by=world.actor(key), invitation=invitation)


def decide(world: World, project: DemoProject, decision: DemoDecision) -> None:
    """What one office says."""
    DECIDE[decision.decision](
        by=world.actor(decision.by),
        project=_fresh(world, project),
        country=reader.people().officers[decision.by].country,
        message=decision.note,
    )


def publish(world: World, project: DemoProject) -> None:
    """Show the project to visitors."""
    publish_project(
        by=world.actor(project.founders[0]),
        project=_fresh(world, project),
        parts=["aims", "process", "results"] if project.state == "closed" else ["aims", "process"],
        shows_educators=True,
    )


def close(world: World, project: DemoProject, first: str) -> None:
    """The work is done; the finished project is shown with its results."""
    close_project(by=world.actor(first), project=_fresh(world, project))
    publish(world, project)
