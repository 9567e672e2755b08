"""Page context (the programme's name) and privacy."""

import datetime as dt
from typing import Any

from django.db.models import Q
from django.http import HttpRequest

from opentwinning.core.places import PAGE_CONTEXT
from opentwinning.core.privacy import (
    Declaration,
    OnErasure,
    Subject,
    declare,
    not_personal,
    points_at_person,
)
from opentwinning.people.accounts.vocabulary import UNUSED_TERMS
from opentwinning.people.support.models import (
    Holiday,
    InactivityRules,
    Mandate,
    Programme,
    Region,
    ReplyTemplate,
    RoleList,
    SupportOrganisation,
    ValidationRules,
)
from opentwinning.people.support.queries import inactivity_rules, months, programme
from opentwinning.people.support.wiring import joining, subscribers

__all__ = ["joining", "subscribers"]

# Contacts of an office are those of a public body.
points_at_person(RoleList, "by_account_id", after="a number without a name")
not_personal(
    Holiday, InactivityRules, Programme, Region, ReplyTemplate, RoleList,
    SupportOrganisation, ValidationRules,
)  # fmt: skip
points_at_person(Holiday, "by_account_id", after="a number without a name")
points_at_person(InactivityRules, "by_account_id", after="a number without a name")
points_at_person(ValidationRules, "by_account_id", after="a number without a name")
points_at_person(Mandate, "proposed_by_account_id", after="a number without a name")
declare(
    Declaration(
        model=Mandate,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="show who could decide what, and when",
        retention="10 years, as evidence of decisions",
        plain=(
            "account",
            "country",
            "regions",
            "proposed_by_account_id",
            "granted_at",
            "until",
            "revoked_at",
        ),
        withheld=("proposed_by_account_id",),
        on_erasure=OnErasure.KEEP,
        because="proof of who could decide what; ended, and without a name",
    )
)


@PAGE_CONTEXT.add
def programme_of_the_page(request: HttpRequest) -> dict[str, Any]:
    return {"programme": programme()}


@UNUSED_TERMS.add
def unused_term() -> dt.timedelta:
    """X-15: how long an account is kept that nobody signs in to."""
    return months(inactivity_rules().erase_months)
