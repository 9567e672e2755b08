"""Choosing how many mails come, and when. Everybody chooses for herself."""

from datetime import date

from opentwinning.core.notices import CALM_AREAS, area_of
from opentwinning.core.permits import permit
from opentwinning.facilities.notifications.models import MailHabits
from opentwinning.facilities.notifications.models.habits import usual_pace
from opentwinning.facilities.notifications.vocabulary import DIGEST, DIGESTS, MailPace


def save_habits(
    *, account_id: int, paces: dict[str, MailPace], **quiet: bool | int | date | None
) -> MailHabits:
    """Replace the habits of one account. ``paces`` by area or kind; ``quiet`` names other fields of
    the habits, such as ``quiet_weekends=True``."""
    with permit("notifications"):
        habits, _ = MailHabits.objects.update_or_create(
            account_id=account_id, defaults={"paces": paces, **quiet}
        )
    return habits


def stop_mails(*, account_id: int, what: str) -> None:
    """No more mails about one kind or area, or no digests; the notices on the site go on (G8)."""
    with permit("notifications"):
        habits, _ = MailHabits.objects.get_or_create(account_id=account_id)
        habits.paces = _without(habits.paces, what)
        habits.save(update_fields=["paces"])


def _without(paces: dict[str, str], what: str) -> dict[str, str]:
    if what == DIGEST:
        calm = {area: usual_pace(area).value for area in CALM_AREAS}
        return {
            key: MailPace.NEVER.value if pace in DIGESTS else pace
            for key, pace in {**calm, **paces}.items()
        }
    kept = {key: pace for key, pace in paces.items() if area_of(key) != what}
    return {**kept, what: MailPace.NEVER.value}
