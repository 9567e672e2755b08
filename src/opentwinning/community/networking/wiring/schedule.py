"""Requests that wait for too long count as not answered."""

import datetime as dt
from typing import Any

from opentwinning.community.networking.actions.contacts import count_answers
from opentwinning.community.networking.queries.answers import rates_to_count_again
from opentwinning.core.work import job


@job("networking.answers", every=dt.timedelta(hours=12))
def count_again(payload: dict[str, Any]) -> None:
    """Time alone changes how somebody answers."""
    for educator_id in rates_to_count_again():
        count_answers(educator_id)
