"""Choosing how many mails come, and when. Everybody chooses for herself."""

from opentwinning.core.permits import permit
from opentwinning.facilities.notifications.models import MailHabits
from opentwinning.facilities.notifications.vocabulary import MailPace


def save_habits(*, account_id: int, paces: dict[str, MailPace], quiet_nights: bool) -> MailHabits:
    """Replace the habits of one account."""
    with permit("notifications"):
        habits, _ = MailHabits.objects.update_or_create(
            account_id=account_id, defaults={"paces": paces, "quiet_nights": quiet_nights}
        )
    return habits


def stop_mails(*, account_id: int, area: str) -> None:
    """No more mails about one area; the notices on the site go on (G8)."""
    with permit("notifications"):
        habits, _ = MailHabits.objects.get_or_create(account_id=account_id)
        habits.paces = {**habits.paces, area: MailPace.NEVER}
        habits.save(update_fields=["paces"])
