"""The calendar as a file that calendar programs read (RFC 5545): titles, times and places that the
owner of the address may see at this moment, and nothing about people."""

import datetime as dt
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import override
from icalendar import Calendar
from icalendar import Event as Entry

from opentwinning.core.clock import now
from opentwinning.core.notices import reader
from opentwinning.core.places import Deadline, deadlines
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.workspace.calendar.models import Event, Feed
from opentwinning.workspace.calendar.policies import may_subscribe
from opentwinning.workspace.calendar.queries.lists import events_since
from opentwinning.workspace.calendar.vocabulary import (
    FEED_BACK,
    FRESH_FOR,
    REPEATS_AHEAD,
    digest_of,
)
from opentwinning.workspace.spaces.queries import Presence, presence_in

_DAY = dt.timedelta(days=1)


def feed_of(presence: Presence) -> Feed | None:
    """The member's own address, or None."""
    return Feed.objects.filter(member=presence.member).first()


def access_feed(secret: str) -> tuple[Presence, list[Event], list[Deadline]]:
    """Who owns the address, and what she may see now: her account runs, she is still a teacher of
    the space. Everything else is an absent page."""
    found = Feed.objects.filter(digest=digest_of(secret)).select_related("member__space").first()
    account = found.member.account_id if found is not None else None
    actor = reader(account) if account is not None else None
    if found is None or actor is None:
        raise Refused(hidden())
    presence = presence_in(actor, found.member.space)
    if presence.member.pk != found.member_id or not may_subscribe(presence.member):
        deny_unless(hidden())
    begin = now() - FEED_BACK
    with override(actor.language):  # a program asks, but she reads
        due = [each for each in deadlines(presence, begin, now() + REPEATS_AHEAD) if each.ref]
    return presence, events_since(presence, begin), due


def calendar_file(title: str, events: list[Event], due: list[Deadline]) -> bytes:
    """UTC moments and plain dates, which every program reads alike. The same event keeps its UID
    for good; SEQUENCE grows with each change."""
    host = urlsplit(settings.ADDRESS).hostname or "localhost"
    calendar = Calendar()
    calendar.add("prodid", "-//OpenTwinning//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", title)
    calendar.add("refresh-interval", FRESH_FOR, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", f"PT{FRESH_FOR.seconds // 60}M")
    for event in events:
        calendar.add_component(_entry(event, host))
    for each in due:
        calendar.add_component(_due_entry(each, host))
    return bytes(calendar.to_ical())


def _due_entry(due: Deadline, host: str) -> Entry:
    """What another tool has put on the calendar: where it stands, and when."""
    entry = Entry()
    entry.add("uid", f"{due.ref}@{host}")
    entry.add("dtstamp", due.at.astimezone(dt.UTC))
    entry.add("dtstart", due.at.astimezone(dt.UTC))
    if due.ends_at is not None:
        entry.add("dtend", due.ends_at.astimezone(dt.UTC))
    else:
        entry.add("transp", "TRANSPARENT")
    entry.add("summary", f"{due.label}: {due.title}")
    entry.add("url", f"{settings.ADDRESS}{due.url}")
    entry.add("status", "CONFIRMED")
    return entry


def _entry(event: Event, host: str) -> Entry:
    entry = Entry()
    entry.add("uid", f"{event.ref}@{host}")
    entry.add("sequence", event.version - 1)
    entry.add("dtstamp", event.changed_at)
    entry.add("created", event.created_at)
    entry.add("last-modified", event.changed_at)
    if event.is_whole_day:
        entry.add("dtstart", event.first_day)
        entry.add("dtend", event.last_day + _DAY)
        entry.add("transp", "TRANSPARENT")
    else:
        entry.add("dtstart", event.begins_at.astimezone(dt.UTC))
        entry.add("dtend", event.ends_at.astimezone(dt.UTC))
    entry.add("summary", event.title)
    if event.where:
        entry.add("location", event.where)
    entry.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    return entry
