"""The centre and the offices choose which roles may join (C-13)."""

import datetime as dt

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now, today
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.core.vocabulary import is_known, professions
from opentwinning.people.support.models import RoleList, SupportOrganisation
from opentwinning.people.support.policies import may_choose_roles


@action
def save_role_list(*, by: Actor, country: str, from_day: dt.date, roles: list[str]) -> RoleList:
    """Write the list that begins on a day, today at the earliest; a second one for the same day
    takes the place of the first. It counts for requests from that day on; whoever is validated
    stays. No roles: as the programme says, and for the programme every role."""
    office = SupportOrganisation.objects.filter(country=country).first() if country else None
    deny_unless(may_choose_roles(by, country, office))
    if from_day < today():
        raise Invalid(pgettext_lazy("support", "Choose today or a later day."), "from_day")
    if not all(is_known("professions", each) for each in roles):
        raise Invalid(pgettext_lazy("roles", "This role is not known."), "roles")
    chosen = [each.id for each in professions() if each.id in roles]
    written, _ = RoleList.objects.update_or_create(
        country=country,
        from_day=from_day,
        defaults={"roles": chosen, "by_account_id": by.account_id, "written_at": now()},
    )
    note(written, country=country, from_day=from_day, after=chosen)
    return written
