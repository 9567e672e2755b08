"""The operator says whose role needs a second proof."""

import datetime as dt

from django.utils.translation import pgettext

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.identity.models import FactorRule
from opentwinning.people.identity.policies import may_set_factor_rule
from opentwinning.people.identity.vocabulary import ALWAYS_RULED, LONGEST_PAUSE


@action
def set_factor_rule(
    *,
    by: Actor,
    role: str,
    is_required: bool,
    grace_days: int,
    paused_until: dt.datetime | None,
    reason: str,
) -> FactorRule:
    """Change the rule of a role. For officers and operators it stands (A13); it can only be paused,
    until a day that is written down."""
    deny_unless(may_set_factor_rule(by))
    if role in ALWAYS_RULED and not is_required:
        raise Invalid(
            pgettext("identity", "This role always needs a second step. You can pause it."),
            "is_required",
        )
    if paused_until is not None and not now() < paused_until <= now() + LONGEST_PAUSE:
        raise Invalid(
            pgettext("identity", "Choose a day between tomorrow and 400 days from now."),
            "paused_until",
        )
    rule, _ = FactorRule.objects.update_or_create(
        role=role,
        defaults={
            "is_required": is_required,
            "grace_days": grace_days,
            "paused_until": paused_until,
            "reason": reason,
            "changed_at": now(),
        },
    )
    note(rule, reason=reason, role=role, is_required=is_required, paused_until=paused_until)
    return rule
