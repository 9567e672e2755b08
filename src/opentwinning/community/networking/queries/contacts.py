"""Who knows whom."""

from django.db.models import Q, QuerySet

from opentwinning.community.networking.models import Contact
from opentwinning.community.networking.vocabulary import ContactState
from opentwinning.core.actor import Actor
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import educator_of


def accepted_of(educator: Educator) -> QuerySet[Contact]:
    """Accepted contacts of one educator, either way round."""
    mine = Q(asker=educator) | Q(asked=educator)
    return Contact.objects.filter(mine, state=ContactState.ACCEPTED)


def contacts_of(actor: Actor) -> list[Educator]:
    """The educators who accepted to be the actor's contacts, by name; only they can be chosen as
    partners (X-20). Two queries."""
    me = educator_of(actor)
    if me is None:
        return []
    rows = accepted_of(me).select_related("asker__account", "asked__account")
    return sorted((row.other(me) for row in rows), key=lambda each: (each.name.lower(), each.pk))


def are_contacts(account_a: int, account_b: int) -> bool:
    """True when the educators behind two account ids accepted each other."""
    return Contact.objects.filter(
        Q(asker__account_id=account_a, asked__account_id=account_b)
        | Q(asker__account_id=account_b, asked__account_id=account_a),
        state=ContactState.ACCEPTED,
    ).exists()
