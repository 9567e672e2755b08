"""Mail habits, and what hours they mean in the reader's zone."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.core import signing

from opentwinning.core.clock import now
from opentwinning.facilities.notifications.models import MailHabits
from opentwinning.facilities.notifications.vocabulary import (
    DIGEST_HOUR,
    NIGHT_BEGINS,
    NIGHT_ENDS,
)

SALT = "opentwinning.stop-mails"


def habits_of(account_ids: list[int]) -> dict[int, MailHabits]:
    """The habits of those who chose any, in one query."""
    return {row.account_id: row for row in MailHabits.objects.filter(account_id__in=account_ids)}


def next_morning(zone: str) -> datetime | None:
    """When the night of this zone ends; None by day."""
    local = now().astimezone(zone_of(zone))
    if NIGHT_ENDS <= local.hour < NIGHT_BEGINS:
        return None
    day = local.date() + timedelta(days=1 if local.hour >= NIGHT_BEGINS else 0)
    return datetime.combine(day, time(NIGHT_ENDS), tzinfo=local.tzinfo)


def last_digest_hour(zone: str) -> datetime:
    """The latest moment at which daily mails of this zone were due."""
    local = now().astimezone(zone_of(zone))
    due = datetime.combine(local.date(), time(DIGEST_HOUR), tzinfo=local.tzinfo)
    return due if due <= local else due - timedelta(days=1)


def zone_of(name: str) -> ZoneInfo:
    """The zone of that name; the site's when nobody knows it."""
    try:
        return ZoneInfo(name or settings.TIME_ZONE)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(settings.TIME_ZONE)


def stop_token(account_id: int, area: str) -> str:
    """What the link at the end of a mail carries: who wants no more of what."""
    return signing.dumps([account_id, area], salt=SALT)


def wish_of(token: str) -> tuple[int, str] | None:
    """(account id, area) of a link of ours; None for anything else."""
    try:
        account_id, area = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return account_id, area
