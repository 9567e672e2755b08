"""Petra and Radu decide about the same projects, each for her or his country."""

from collections import Counter
from collections.abc import Iterable
from typing import override

from django.db import transaction

from opentwinning.collaboration.projects.actions import approve_project
from opentwinning.collaboration.projects.models import (
    Approval,
    Partnership,
    Project,
    ProjectStep,
)
from opentwinning.collaboration.projects.vocabulary import Decision, ProjectState, StepKind
from opentwinning.collaboration.twinspaces.models import TwinSpace
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.audit.queries import broken_links
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.vocabulary import MemberCapacity, SpaceState
from tests import cast
from tests.faults.writer import Piece, Writer
from tests.scenes.projects import a_submitted

STOCK = 40
DECIDING = frozenset({ProjectState.WAITING_FOR_OFFICES, ProjectState.APPROVED})


def piece_of(approval: Approval) -> Piece:
    """One office's yes to one project, with its words."""
    content = f"{approval.decision} {approval.by_account_id} {approval.message}"
    return Piece(f"{approval.project_id}:{approval.country}", content)


class Approvals(Writer):
    """With the second yes all of it is there: state, TwinSpace, both founders; before, nothing."""

    @override
    def prepare(self) -> None:
        cast.petra(), cast.radu()
        with transaction.atomic():
            for number in range(STOCK):
                a_submitted(cast.ana(), cast.ion(), title=f"Water around us {number}")

    @override
    def write(self, number: int, turn: str) -> Piece | None:
        officer, country = ((cast.petra(), "SI"), (cast.radu(), "RO"))[number % 2]
        waiting = Approval.objects.filter(country=country, decision=Decision.WAITING)
        next_one = waiting.select_related("project").order_by("pk").first()
        if next_one is None:
            a_submitted(cast.ana(), cast.ion(), title=f"Water around us {turn}")
            return None
        return piece_of(
            approve_project(
                by=officer.actor, project=next_one.project, country=country, message=f"Yes, {turn}!"
            )
        )

    @override
    def stored(self) -> Iterable[Piece]:
        return [piece_of(each) for each in Approval.objects.exclude(decision=Decision.WAITING)]

    @override
    def torn(self) -> Iterable[str]:
        spaces = {
            twinspace.project_id: twinspace.space
            for twinspace in TwinSpace.objects.select_related("space")
        }
        if {space.pk for space in spaces.values()} != set(
            Space.objects.values_list("pk", flat=True)
        ):
            yield "a space stands without its TwinSpace"
        for project in Project.objects.filter(state__in=DECIDING):
            yield from self._torn(project, spaces.get(project.pk))
        yes = Counter(Approval.objects.exclude(decision=Decision.WAITING).values_list("project_id"))
        steps = ProjectStep.objects.filter(kind=StepKind.APPROVED).values_list("project_id")
        if Counter(steps) != yes:
            yield "history and decisions differ"
        known = LedgerEntry.objects.filter(verb__endswith=".approve_project")
        if known.count() != yes.total():
            yield f"{known.count()} ledger entries for {yes.total()} decisions"
        for entry in broken_links():
            yield f"the ledger's chain breaks at {entry}"

    def _torn(self, project: Project, space: Space | None) -> Iterable[str]:
        decisions = dict(project.approvals.values_list("country", "decision"))
        if set(decisions) != {"SI", "RO"}:
            yield f"{project} is decided by {sorted(decisions)}"
        is_agreed = set(decisions.values()) == {Decision.APPROVED}
        is_open = space is not None and space.state == SpaceState.OPEN
        signs = {project.is_active, project.approved_at is not None, space is not None, is_open}
        if signs != {is_agreed}:
            yield f"{project}: {decisions}, {project.state}, {project.approved_at}, {space}"
        if space is not None:
            inside = Member.objects.filter(space=space, left_at=None)
            admins = sorted(
                inside.filter(capacity=MemberCapacity.ADMIN).values_list("account_id", flat=True)
            )
            founders = sorted(
                Partnership.objects.filter(project=project).values_list(
                    "educator__account_id", flat=True
                )
            )
            if admins != founders or len(founders) != inside.count():
                yield f"{project} was founded by {founders}, inside are {admins}"
