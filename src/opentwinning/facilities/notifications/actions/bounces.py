"""Marking addresses that mails come back from."""

from opentwinning.core.clock import now
from opentwinning.core.permits import permit
from opentwinning.facilities.notifications.actions.tell import tell
from opentwinning.facilities.notifications.models import BouncedAddress, Mail


def mark_bounced(*, mail: int, reason: str) -> BouncedAddress | None:
    """The address of that mail takes none; its owner reads so on the site, once. None when the mail
    is not known any more."""
    row = Mail.objects.filter(pk=mail).first()
    if row is None:
        return None
    with permit("notifications"):
        bounced, is_new = BouncedAddress.objects.update_or_create(
            address=row.to_address,
            defaults={"account_id": row.account_id, "reason": reason, "at": now()},
        )
    if is_new and row.account_id is not None:
        tell(
            [row.account_id],
            "notifications.bounced",
            url="/account/addresses",
            address=row.to_address,
        )
    return bounced
