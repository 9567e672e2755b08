"""The door."""

from typing import Literal

from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.people.educators.queries import educator_of
from opentwinning.people.organisations.models import Organisation
from opentwinning.people.organisations.policies import (
    may_edit_organisation,
    may_join_organisation,
)


def access_organisation(
    actor: Actor, ref: str, *, to: Literal["see", "join", "edit"]
) -> Organisation:
    """The organisation behind a public id. Its card is public; an unknown one is absent."""
    organisation = (
        Organisation.objects.select_related("parent", "merged_into").filter(ref=ref).first()
    )
    if organisation is None:
        raise Refused(hidden())
    if to == "join":
        me = educator_of(actor)
        own = me.country if me is not None else ""
        deny_unless(may_join_organisation(actor, organisation.country, own))
    elif to == "edit":
        deny_unless(may_edit_organisation(actor, organisation))
    return organisation
