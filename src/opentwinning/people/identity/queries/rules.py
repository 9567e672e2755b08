"""Who must have a second proof, and until when it may be missing."""

import datetime as dt
from dataclasses import dataclass

from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.people.accounts.models import Account, Capacity
from opentwinning.people.accounts.queries import actor_of
from opentwinning.people.identity.models import FactorRule
from opentwinning.people.identity.queries.factors import has_second_factor
from opentwinning.people.identity.vocabulary import RULED_ROLES


@dataclass(frozen=True, slots=True)
class Duty:
    """Somebody must set up a second proof; after ``due_at`` nothing else opens."""

    due_at: dt.datetime

    @property
    def is_overdue(self) -> bool:
        return self.due_at <= now()


def factor_rules() -> list[FactorRule]:
    """The rule of each role that may have one, in the order of their weight."""
    known = {rule.role: rule for rule in FactorRule.objects.all()}
    return [known.get(role) or FactorRule(role=role, is_required=False) for role in RULED_ROLES]


def access_factor_rule(actor: Actor, role: str) -> FactorRule:
    """The rule of a role there is."""
    found = next((rule for rule in factor_rules() if rule.role == role), None)
    if found is None:
        raise Refused(hidden())
    return found


def duty_of(actor: Actor) -> Duty | None:
    """What the actor's roles ask of her; None for whoever has a second proof or needs none."""
    if not actor.is_a(*RULED_ROLES) or has_second_factor(actor.account):
        return None
    rules = {rule.role: rule for rule in FactorRule.objects.filter(role__in=actor.roles)}
    held = Capacity.objects.filter(account_id=actor.account, role__in=rules)
    due = [rules[one.role].due_at(one.granted_at) for one in held if rules[one.role].is_in_force]
    return Duty(min(due)) if due else None


def needs_second_factor(account: Account) -> bool:
    """True when a role of the account may not do without, whatever the days of grace."""
    rules = FactorRule.objects.filter(role__in=actor_of(account).roles)
    return any(rule.is_in_force for rule in rules)
