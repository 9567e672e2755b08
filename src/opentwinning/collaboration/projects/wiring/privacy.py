"""What projects hold about educators."""

from django.db.models import Q

from opentwinning.collaboration.projects.models import (
    Approval,
    Deletion,
    Invitation,
    Partnership,
    Project,
    ProjectStep,
    ProjectTrait,
    Publication,
    Rule,
)
from opentwinning.core.privacy import (
    Declaration,
    OnErasure,
    Subject,
    declare,
    not_personal,
    points_at_person,
)

# Texts of a project describe common work; they belong to all its partners and to the schools.
not_personal(Project, ProjectTrait, Publication, Rule)
points_at_person(Project, "chosen_partner", after="emptied by let_account_go")
points_at_person(Rule, "by_account_id", after="a number without a name")
declare(
    Declaration(
        model=Partnership,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(educator__account_id=key),
        purpose="know who carries the project",
        retention="as long as the project; the educator's name is blanked with her profile",
        plain=(
            "ref",
            "project",
            "educator",
            "role",
            "seat",
            "country",
            "organisation",
            "joined_at",
            "left_at",
        ),
        on_erasure=OnErasure.KEEP,
        # Running ones are ended or handed on before (``actions/departures.py``).
        because="which school took part; shown without a name",
    )
)
declare(
    Declaration(
        model=Invitation,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(by_educator__account_id=key),
        purpose="ask a colleague to take part",
        retention="as long as the project; her words go with the person",
        personal=("message",),
        plain=("ref", "project", "role", "state", "created_at"),
        on_erasure=OnErasure.BLANK,
        blank={"message": "", "by_educator": None},
    )
)
declare(
    Declaration(
        model=Invitation,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(educator__account_id=key),
        purpose="ask a colleague to take part",
        retention="as long as the project",
        personal=("message", "answer"),
        plain=(
            "ref",
            "project",
            "educator",
            "by_educator",
            "role",
            "state",
            "created_at",
            "answered_at",
        ),
        on_erasure=OnErasure.DELETE,
        order=50,
    )
)
declare(
    Declaration(
        model=Deletion,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(asked_by__account_id=key),
        purpose="delete a project when those who carry it want so",
        retention="as long as the project; the reason goes with the person",
        personal=("reason",),
        plain=(
            "project",
            "state",
            "asked_by",
            "asked_at",
            "agreed_at",
            "due_at",
            "ended_at",
            "left_state",
        ),
        on_erasure=OnErasure.BLANK,
        blank={"reason": ""},
    )
)
declare(
    Declaration(
        model=ProjectStep,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(by_account_id=key),
        purpose="show how the project came about",
        retention="as long as the project",
        personal=("name", "message"),
        plain=("project", "kind", "country", "by_account_id", "at"),
        on_erasure=OnErasure.BLANK,
        blank={"name": "", "message": "", "by_account_id": None},
    )
)
declare(
    Declaration(
        model=Approval,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(by_account_id=key),
        purpose="prove who decided for a support organisation",
        retention="10 years, as evidence of decisions",
        plain=(
            "project",
            "country",
            "decision",
            "message",
            "by_account_id",
            "waiting_since",
            "decided_at",
        ),
        on_erasure=OnErasure.KEEP,
        because="evidence of a decision of the office; officers are never named",
    )
)
