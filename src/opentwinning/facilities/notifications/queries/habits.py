"""Mail habits, and what hours they mean in the reader's zone."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.core import signing

from opentwinning.core.clock import now
from opentwinning.core.notices import KINDS, area_label
from opentwinning.core.verdicts import Text
from opentwinning.facilities.notifications.models import MailHabits
from opentwinning.facilities.notifications.vocabulary import (
    DIGEST,
    DIGEST_HOUR,
    DIGEST_LABEL,
    DIGEST_WEEKDAY,
)

SATURDAY = 5
SALT = "opentwinning.stop-mails"


def habits_of(account_ids: list[int]) -> dict[int, MailHabits]:
    """The habits of those who chose any, in one query."""
    return {row.account_id: row for row in MailHabits.objects.filter(account_id__in=account_ids)}


def quiet_until(habits: MailHabits, zone: str) -> datetime | None:
    """When the quiet of this moment ends in that zone; None when it is not quiet. Quiet times may
    follow one another: a night, a weekend, days away."""
    begin = moment = now().astimezone(zone_of(zone))
    while (later := _end_of_quiet(habits, moment)) is not None:
        moment = later
    return moment if moment > begin else None


def _end_of_quiet(habits: MailHabits, moment: datetime) -> datetime | None:
    day = moment.date()
    if habits.away_from and habits.away_until and habits.away_from <= day <= habits.away_until:
        return _at(moment, habits.away_until + timedelta(days=1), 0)
    if habits.quiet_weekends and moment.weekday() >= SATURDAY:
        return _at(moment, day + timedelta(days=7 - moment.weekday()), 0)
    return _end_of_hours(habits, moment) if habits.quiet_nights else None


def _end_of_hours(habits: MailHabits, moment: datetime) -> datetime | None:
    begins, ends, hour = habits.quiet_from, habits.quiet_until, moment.hour
    if begins <= ends:
        return _at(moment, moment.date(), ends) if begins <= hour < ends else None
    if ends <= hour < begins:
        return None
    return _at(moment, moment.date() + timedelta(days=1 if hour >= begins else 0), ends)


def _at(moment: datetime, day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=moment.tzinfo)


def last_digest_hour(zone: str) -> datetime:
    """The latest moment at which daily mails of this zone were due."""
    local = now().astimezone(zone_of(zone))
    due = datetime.combine(local.date(), time(DIGEST_HOUR), tzinfo=local.tzinfo)
    return due if due <= local else due - timedelta(days=1)


def last_weekly_hour(zone: str) -> datetime:
    """The latest moment at which weekly mails of this zone were due."""
    due = last_digest_hour(zone)
    return due - timedelta(days=(due.weekday() - DIGEST_WEEKDAY) % 7)


def zone_of(name: str) -> ZoneInfo:
    """The zone of that name; the site's when nobody knows it."""
    try:
        return ZoneInfo(name or settings.TIME_ZONE)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(settings.TIME_ZONE)


def stop_token(account_id: int, what: str) -> str:
    """What the link at the end of a mail carries: who wants no more of what (a kind of notice, an
    area, or the digests)."""
    return signing.dumps([account_id, what], salt=SALT)


def wish_of(token: str) -> tuple[int, str] | None:
    """(account id, kind or area) of a link of ours; None for anything else."""
    try:
        account_id, what = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return account_id, what


def named(what: str) -> Text:
    """A kind, an area or the digests, as the reader knows them."""
    if what == DIGEST:
        return DIGEST_LABEL
    return KINDS[what].sample() if what in KINDS else area_label(what)
