"""Requests that wait for too long count as not answered; saved searches look again."""

import datetime as dt
from typing import Any

from django.db import transaction

from opentwinning.community.networking.actions.contacts import count_answers
from opentwinning.community.networking.queries.answers import rates_to_count_again
from opentwinning.community.networking.queries.searches import new_people, searches_due
from opentwinning.core.clock import now
from opentwinning.core.permits import permit
from opentwinning.core.work import job
from opentwinning.facilities.notifications.actions import tell


@job("networking.answers", every=dt.timedelta(hours=12))
def count_again(payload: dict[str, Any]) -> None:
    """Time alone changes how somebody answers."""
    for educator_id in rates_to_count_again():
        count_answers(educator_id)


@job("networking.searches", every=dt.timedelta(hours=1))
def look_again(payload: dict[str, Any]) -> None:
    """Tell owners of saved searches whom they find anew. Not an action: nobody decides anything."""
    for search in searches_due():
        found = new_people(search)
        search.known, search.looked_at = [*search.known, *found], now()
        with transaction.atomic():
            with permit("networking"):
                search.save(update_fields=["known", "looked_at"])
            if found:
                tell(
                    [search.owner.account_id],
                    "networking.found",
                    url=f"/partners/?{search.query}",
                    search=search.name,
                    count=len(found),
                )
