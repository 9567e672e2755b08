"""Regular work: forget mailed links after 30 days."""

import datetime as dt
from typing import Any

from opentwinning.core.clock import now
from opentwinning.core.permits import permit
from opentwinning.core.work import job
from opentwinning.people.accounts.vocabulary import LINKS_KEPT_FOR
from opentwinning.people.external.models import PendingJoin


@job("external.forget", every=dt.timedelta(days=1))
def forget(payload: dict[str, Any]) -> None:
    """As the links of registrations."""
    with permit("external"):
        PendingJoin.objects.filter(expires_at__lt=now() - LINKS_KEPT_FOR).delete()
