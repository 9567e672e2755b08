"""Names and moments in the reader's language, from the Unicode locale data."""

from datetime import date, datetime, time
from functools import lru_cache
from hashlib import blake2s
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time
from django.utils import timezone
from django.utils.translation import get_language

ENGLISH = Locale("en", "GB")


@lru_cache(maxsize=128)
def locale_for(language: str) -> Locale:
    """The locale of a Django language code; British English where none fits."""
    if language in {"", "en"}:
        return ENGLISH
    try:
        return Locale.parse(language.replace("-", "_"), sep="_")
    except (UnknownLocaleError, ValueError):
        return ENGLISH


def active_locale() -> Locale:
    """The locale of the language in which this page is written."""
    return locale_for(get_language() or "")


def country_name(code: str) -> str:
    """“PT” becomes “Portugal”; an unknown code stays as it is."""
    return active_locale().territories.get(code.upper(), code.upper()) if code else ""


def language_name(code: str, *, own: bool = False) -> str:
    """Name of a language, in the reader's language or, with own=True, in itself."""
    locale = locale_for(code) if own else active_locale()
    known: dict[str, str] = dict(locale.languages)
    name = known.get(code.replace("-", "_")) or known.get(code.split("-", maxsplit=1)[0], code)
    return name[:1].upper() + name[1:] if own else name


def day_in_words(day: date, *, weekday: bool = True) -> str:
    """“Tue 3 March”, with the year when it is not this one."""
    locale = active_locale()
    if day.year == timezone.localdate().year:
        words = format_skeleton("MMMMd", day, locale=locale)
    else:
        words = format_date(day, "long", locale=locale)  # the skeleton yMMMMd would shorten months
    if not weekday:
        return words
    return f"{format_date(day, 'EEE', locale=locale).rstrip('.,')} {words}"


def month_in_words(day: date) -> str:
    """“March 2026”: the month of a day."""
    return format_skeleton("yMMMM", day, locale=active_locale())


def clock_time(moment: datetime | time) -> str:
    """Hours and minutes of the moment in its own zone, always on the 24-hour clock."""
    return format_time(moment, "HH:mm", locale=active_locale())


def moment_in_words(moment: datetime, *, weekday: bool = True) -> str:
    """“Tue 3 March, 10:00” in the reader's zone."""
    local = timezone.localtime(moment) if timezone.is_aware(moment) else moment
    minute = local.replace(second=0, microsecond=0, tzinfo=None)
    return _minute_in_words(minute, timezone.localdate().year, get_language() or "", weekday)


@lru_cache(maxsize=4096)  # a page of fifty replies asks fifty times, the next reader again
def _minute_in_words(minute: datetime, _this_year: int, _language: str, weekday: bool) -> str:  # noqa: FBT001 - part of the key
    return f"{day_in_words(minute.date(), weekday=weekday)}, {clock_time(minute)}"


def elsewhere_in_words(moment: datetime, zone: str) -> str:
    """“11:00” in another zone, with the weekday when the day differs there."""
    here, there = timezone.localtime(moment), moment.astimezone(ZoneInfo(zone))
    if here.date() == there.date():
        return clock_time(there)
    return f"{format_date(there, 'EEE', locale=active_locale())} {clock_time(there)}"


def pick(key: str, count: int, *, salt: str = "") -> int:
    """A number below count that stays the same for the same key: which drawing it gets."""
    digest = blake2s(f"{salt}:{key}".encode(), digest_size=4).digest()
    return int.from_bytes(digest) % count
