"""Who is ambassador, and who has agreed to be shown."""

from django.db.models import QuerySet

from opentwinning.core.actor import Actor
from opentwinning.core.clock import today
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.people.accounts.vocabulary import AccountState
from opentwinning.people.educators.models import Ambassador
from opentwinning.people.educators.policies import may_end_ambassador
from opentwinning.people.educators.vocabulary import ValidationState


def running_ambassadors(country: str) -> QuerySet[Ambassador]:
    """Appointed and not over, also those who have not answered yet; for officers."""
    rows = Ambassador.objects.filter(country=country, ended_at=None, last_day__gte=today())
    return rows.select_related("educator__account").order_by("region", "educator__name", "pk")


def shown_ambassadors(country: str) -> list[Ambassador]:
    """Those everybody may see: they agreed, are validated, and their account is open."""
    rows = running_ambassadors(country).exclude(agreed_at=None)
    return list(
        rows.filter(
            educator__validation_state=ValidationState.VALIDATED,
            educator__account__state=AccountState.ACTIVE,
        )
    )


def own_ambassadorship(actor: Actor) -> Ambassador | None:
    """The actor's own running one."""
    rows = Ambassador.objects.filter(educator__account_id=actor.account, ended_at=None)
    return rows.filter(last_day__gte=today()).select_related("educator").first()


def access_ambassador(actor: Actor, number: int) -> Ambassador:
    """One that the actor may end."""
    found = Ambassador.objects.select_related("educator").filter(pk=number).first()
    if found is None:
        raise Refused(hidden())
    deny_unless(may_end_ambassador(actor, found))
    return found
