"""The life of a project as a machine: whatever people try in whatever order, no step is skipped
(J-02, J-03, J-12, J-13, X-25, X-26)."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from opentwinning.collaboration.projects.actions import (
    accept_invitation,
    approve_project,
    archive_project,
    choose_partner,
    close_project,
    decline_invitation,
    edit_project,
    publish_project,
    recall_project,
    reject_project,
    reopen_project,
    resubmit_project,
    return_project,
    send_project,
    unpublish_project,
    withdraw_project,
)
from opentwinning.collaboration.projects.models import Approval, Invitation, Partnership
from opentwinning.collaboration.projects.policies import may_visit_project
from opentwinning.collaboration.projects.queries import published_projects
from opentwinning.collaboration.projects.vocabulary import TRANSITIONS, ProjectState
from opentwinning.collaboration.twinspaces.models import TwinSpace
from opentwinning.core.actor import VISITOR
from opentwinning.core.verdicts import Invalid, Refused
from tests import cast
from tests.scenes.projects import a_draft, fresh

REAL = {"approved", "closed", "archived"}


class Oracle:
    """What must be true, told without the code: states and the offices' answers."""

    def __init__(self) -> None:
        self.state = "draft"
        self.answers: dict[str, str] = {}
        self.was_approved = False

    def after_decision(self, country: str, answer: str) -> None:
        self.answers[country] = answer
        given = set(self.answers.values())
        if "rejected" in given:
            self.state = "rejected"
        elif "returned" in given:
            self.state = "returned"
        elif given == {"approved"}:
            self.state, self.was_approved = "approved", True


class Life(RuleBasedStateMachine):
    """Ana and Ion, Petra and Radu, and Marek who has nothing to do with it."""

    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.ana, self.ion, self.marek = cast.ana(), cast.ion(), cast.marek()
        self.officers = {"SI": cast.petra(), "RO": cast.radu()}
        self.project = a_draft(self.ana, self.ion, is_multi_year=True)
        self.truth = Oracle()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    def tried(self, allowed: bool, act, **arguments) -> bool:
        """The act happens exactly when the oracle says so; otherwise it changes nothing."""
        before = fresh(self.project)
        try:
            with transaction.atomic():
                act(**arguments)
        except (Refused, Invalid):
            assert not allowed, f"{act.__name__} was refused in {before.state}"
            assert fresh(self.project).state == before.state
            return False
        assert allowed, f"{act.__name__} went through in {before.state}"
        return True

    def person(self, who: str):
        return {"ana": self.ana, "ion": self.ion, "marek": self.marek}[who]

    def is_founder(self, who: str) -> bool:
        agreed = self.truth.state not in {"draft", "waiting_partner", "declined"}
        return who == "ana" or (who == "ion" and agreed)

    @rule(who=st.sampled_from(["ana", "ion", "marek"]))
    def send(self, who):
        person, project = self.person(who), fresh(self.project)
        if self.truth.state == "declined" and who == "ana":
            choose_partner(by=person.actor, project=project, partner=self.ion.educator)
        allowed = who == "ana" and self.truth.state in {"draft", "declined"}
        if self.tried(allowed, send_project, by=person.actor, project=project):
            self.truth.state = "waiting_partner"

    @rule(who=st.sampled_from(["ana", "ion", "marek"]))
    def recall(self, who):
        allowed = who == "ana" and self.truth.state == "waiting_partner"
        project = fresh(self.project)
        if self.tried(allowed, recall_project, by=self.person(who).actor, project=project):
            self.truth.state = "draft"

    @rule(who=st.sampled_from(["ana", "ion", "marek"]), yes=st.booleans())
    def answer(self, who, yes):
        invitation = Invitation.objects.filter(project=self.project).order_by("-pk").first()
        if invitation is None:
            return
        allowed = who == "ion" and self.truth.state == "waiting_partner"
        act = accept_invitation if yes else decline_invitation
        if self.tried(allowed, act, by=self.person(who).actor, invitation=invitation):
            self.truth.state = "waiting_offices" if yes else "declined"
            if yes:
                self.truth.answers = {"SI": "waiting", "RO": "waiting"}

    @rule(
        officer=st.sampled_from(["SI", "RO"]),
        country=st.sampled_from(["SI", "RO"]),
        answer=st.sampled_from(["approved", "returned", "rejected"]),
    )
    def decide(self, officer, country, answer):
        act = {"approved": approve_project, "returned": return_project, "rejected": reject_project}
        allowed = (
            officer == country
            and self.truth.state in {"waiting_offices", "returned"}
            and self.truth.answers.get(country) == "waiting"
        )
        if self.tried(
            allowed,
            act[answer],
            by=self.officers[officer].actor,
            project=fresh(self.project),
            country=country,
            message="Because",
        ):
            self.truth.after_decision(country, answer)

    @rule(who=st.sampled_from(["ana", "ion", "marek"]))
    def resubmit(self, who):
        allowed = self.is_founder(who) and self.truth.state == "returned"
        project = fresh(self.project)
        if self.tried(allowed, resubmit_project, by=self.person(who).actor, project=project):
            again = {"returned": "waiting"}
            self.truth.answers = {c: again.get(a, a) for c, a in self.truth.answers.items()}
            self.truth.state = "waiting_offices"

    @rule(who=st.sampled_from(["ana", "ion", "marek"]))
    def withdraw(self, who):
        allowed = self.is_founder(who) and self.truth.state in {"waiting_offices", "returned"}
        project = fresh(self.project)
        if self.tried(allowed, withdraw_project, by=self.person(who).actor, project=project):
            self.truth.state = "withdrawn"

    @rule(who=st.sampled_from(["ana", "ion", "marek"]))
    def edit(self, who):
        editable = self.truth.state not in {"closed", "archived", "rejected", "withdrawn"}
        project = fresh(self.project)
        self.tried(
            self.is_founder(who) and editable,
            edit_project,
            by=self.person(who).actor,
            project=project,
            version=project.version,
            aims="Other aims",
        )

    @rule(act=st.sampled_from([close_project, reopen_project, archive_project]))
    def turn(self, act):
        from_, to = {
            close_project: ("approved", "closed"),
            reopen_project: ("closed", "approved"),
            archive_project: ("closed", "archived"),
        }[act]
        allowed = self.truth.state == from_
        if self.tried(allowed, act, by=self.ion.actor, project=fresh(self.project)):
            self.truth.state = to

    @rule(yes=st.booleans())
    def show_visitors(self, yes):
        project = fresh(self.project)
        if yes:
            self.tried(
                self.truth.state in REAL,
                publish_project,
                by=self.ana.actor,
                project=project,
                parts=["aims"],
                shows_educators=True,
            )
        else:
            self.tried(
                self.truth.state in REAL and project.is_published,
                unpublish_project,
                by=self.ana.actor,
                project=project,
            )

    @precondition(lambda self: self.truth.was_approved)
    @invariant()
    def a_real_project_had_both_yeses(self):
        answers = Approval.objects.filter(project=self.project).values_list("decision", flat=True)
        assert list(answers) == ["approved", "approved"]
        assert fresh(self.project).approved_at is not None

    @invariant()
    def the_state_is_what_the_oracle_says(self):
        project = fresh(self.project)
        assert project.state == self.truth.state
        assert ProjectState(project.state) in TRANSITIONS

    @invariant()
    def there_are_at_most_two_founders_and_exactly_two_after_the_yes(self):
        seats = sorted(
            Partnership.objects.filter(project=self.project).values_list("seat", flat=True)
        )
        before = self.truth.state in {"draft", "waiting_partner", "declined"}
        assert seats == ([1] if before else [1, 2])

    @invariant()
    def a_twinspace_exists_exactly_after_the_approval(self):
        """T-01."""
        opened = TwinSpace.objects.filter(project=self.project).exists()
        assert opened is self.truth.was_approved

    @invariant()
    def visitors_see_it_only_while_it_is_real_and_published(self):
        project = fresh(self.project)
        seen = bool(may_visit_project(VISITOR, project))
        assert seen is published_projects().filter(pk=project.pk).exists()
        assert seen is (project.is_published and self.truth.state in REAL)


@pytest.mark.django_db
class TestLife(Life.TestCase):
    settings = settings(
        max_examples=15,
        stateful_step_count=25,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


def test_every_state_is_reached_and_left_only_by_the_table():
    """J-03: an unapproved state never leads past the offices."""
    states = ProjectState
    for state, followers in TRANSITIONS.items():
        if states.APPROVED in followers:
            assert state in {states.WAITING_FOR_OFFICES, states.CLOSED, states.DELETING}
        if states.DELETING in followers:
            assert state in REAL
    reached = {to for followers in TRANSITIONS.values() for to in followers}
    assert reached | {states.DRAFT} == set(states)
