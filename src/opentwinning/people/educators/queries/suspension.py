"""Objections against suspensions that wait for somebody."""

from django.db.models import QuerySet

from opentwinning.core.actor import Actor, Role
from opentwinning.people.accounts.models import Suspension


def objections_for(actor: Actor) -> QuerySet[Suspension]:
    """Objections the actor may answer, oldest first, with ``account.educator``: never against what
    she decided herself (H17)."""
    waiting = (
        Suspension.objects.filter(ended_at=None, answered_at=None)
        .exclude(appealed_at=None)
        .exclude(account__educator=None)
        .exclude(by_account_id=actor.account_id or 0)
    )
    if not actor.is_a(Role.CENTRAL_OFFICER):
        waiting = waiting.filter(account__educator__country__in=actor.countries)
    return waiting.select_related("account__educator").order_by("appealed_at", "pk")
