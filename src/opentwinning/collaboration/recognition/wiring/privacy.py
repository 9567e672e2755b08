"""What recognition holds about a person."""

from django.db.models import Q

from opentwinning.collaboration.recognition.models import (
    Assessment,
    Assessor,
    CriteriaScheme,
    CriterionText,
    EuropeanRound,
    EuropeanRule,
    Evidence,
    LabelApplication,
    LabelWindow,
    QualityLabel,
    Recommendation,
)
from opentwinning.core.privacy import (
    Declaration,
    OnErasure,
    Subject,
    declare,
    not_personal,
    points_at_person,
)

not_personal(CriteriaScheme, LabelWindow, EuropeanRule, EuropeanRound, Recommendation)
declare(
    Declaration(
        model=LabelApplication,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(educator__account_id=key),
        purpose="decide about a label",
        retention="10 years, as evidence of awards; texts go with the person",
        personal=("entry_answers", "decision_message", "points"),
        plain=(
            "ref",
            "window",
            "project",
            "educator",
            "organisation",
            "state",
            "attempt",
            "created_at",
            "submitted_at",
            "decided_at",
        ),
        on_erasure=OnErasure.BLANK,
        blank={"entry_answers": dict, "decision_message": ""},
    )
)
points_at_person(Recommendation, "by_account_id", after="a number without a name")
for model, personal, plain in (
    (CriterionText, ("text",), ("application", "criterion")),
    (
        Evidence,
        ("title", "frozen_text"),
        ("ref", "application", "criterion", "page", "frozen_at"),
    ),
):
    declare(
        Declaration(
            model=model,
            subject=Subject.EDUCATOR,
            rows=lambda key: Q(application__educator__account_id=key),
            purpose="decide about a label",
            retention="10 years, or until the person is erased",
            personal=personal,
            plain=plain,
            on_erasure=OnErasure.DELETE,
            order=50,
        )
    )
declare(
    Declaration(
        model=Assessment,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(assessor_id=key),
        purpose="show how a decision came about",
        retention="10 years; texts go with the assessor",
        personal=("comments", "summary"),
        plain=(
            "application",
            "assessor",
            "scores",
            "recommends_european",
            "assigned_at",
            "done_at",
        ),
        on_erasure=OnErasure.BLANK,
        blank={"comments": dict, "summary": ""},
    )
)
declare(
    Declaration(
        model=Assessor,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(educator__account_id=key),
        purpose="know who may assess",
        retention="while the account lives",
        plain=("educator", "country", "appointed_at", "ended_at"),
        on_erasure=OnErasure.DELETE,
        order=50,
    )
)
declare(
    Declaration(
        model=QualityLabel,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(educator__account_id=key),
        purpose="show what was awarded",
        retention="for ever: awards of a school stay; the name goes with the person",
        personal=("level", "points"),
        plain=(
            "ref",
            "project",
            "educator",
            "organisation",
            "country",
            "school_year",
            "application",
            "certificate",
            "awarded_at",
        ),
        on_erasure=OnErasure.KEEP,
        because="an award of the school; shown without a name",
    )
)
