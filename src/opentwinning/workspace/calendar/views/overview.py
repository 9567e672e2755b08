"""A month, what comes, what was (page 84)."""

import datetime as dt
from calendar import Calendar
from typing import Any

from babel.dates import get_day_names
from django.http import HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.clock import now, today
from opentwinning.core.components.formats import (
    active_locale,
    clock_time,
    country_name,
    day_in_words,
    moment_in_words,
    month_in_words,
)
from opentwinning.core.places import Deadline, deadlines, panels
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.people.support.vocabulary import HOLIDAY_LABELS, HolidayKind
from opentwinning.workspace.calendar.models import Event
from opentwinning.workspace.calendar.policies import may_plan_event
from opentwinning.workspace.calendar.queries import (
    FreeDays,
    coming_events,
    days_of,
    events_between,
    holidays_between,
    past_events,
    time_in_words,
    zones_of,
)
from opentwinning.workspace.calendar.views.rows import all_shown, undo_deletion
from opentwinning.workspace.calendar.vocabulary import PER_PAGE, YEARS
from opentwinning.workspace.spaces.queries import Presence, access_space, space_context

DAY = dt.timedelta(days=1)
AHEAD = dt.timedelta(days=62)  # holidays shown beside what comes
VIEWS = ("month", "coming", "past")


@open_to(Audience.MEMBERS, methods=("GET",))
def overview(request: ActorRequest, ref: str) -> HttpResponse:
    """The calendar of a space with the holidays of all partners (T-04)."""
    presence = access_space(request.actor, ref)
    wanted = request.GET.get("view", "")
    view = wanted if wanted in VIEWS else "month"
    frame = space_context(presence, request)
    zones = zones_of(frame["space"].countries)
    deleted = undo_deletion(request)
    return page(
        request,
        f"calendar/{view}.html",
        **frame,
        **_PARTS[view](request, presence, zones),
        tabs=_tabs(presence, view),
        may_plan=bool(may_plan_event(presence.member, presence.space)),
        undo=_undo(deleted) if deleted else None,
        panels=panels("calendar", request.actor, presence),
    )


def _month(request: ActorRequest, presence: Presence, _zones: Any) -> dict[str, Any]:
    first = _month_asked(request.GET.get("month", ""))
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    begin, end = weeks[0][0], weeks[-1][-1]
    events = events_between(presence, _midnight(begin), _midnight(end + DAY))
    due = deadlines(presence, _midnight(begin), _midnight(end + DAY))
    holidays = holidays_between(presence.space, begin, end)
    spans = [(*days_of(each), each) for each in events]
    names = get_day_names("abbreviated", locale=active_locale())
    here = [each for each in holidays if _touches(each, first)]
    return {
        "caption": month_in_words(first),
        "weekdays": [names[number] for number in range(7)],
        "weeks": [[_cell(day, first, (spans, due), holidays) for day in week] for week in weeks],
        "holidays": [_holiday(each) for each in here],
        "back": f"{first - DAY:%Y-%m}",
        "ahead": f"{first + 31 * DAY:%Y-%m}",
        "is_now": first == today().replace(day=1),
    }


def _touches(each: FreeDays, first: dt.date) -> bool:
    after = (first + 31 * DAY).replace(day=1)
    return each.first_day < after and each.last_day >= first


def _cell(
    day: dt.date,
    month: dt.date,
    planned: tuple[list[tuple[dt.date, dt.date, Event]], list[Deadline]],
    holidays: list[FreeDays],
) -> dict[str, Any]:
    """One day: its events, what is due, and the holidays that begin in it, or go on in a new
    week."""
    spans, due = planned
    events = [event for first, last, event in spans if first <= day <= last]
    free = [each for each in holidays if each.first_day <= day <= each.last_day]
    named = [each for each in free if each.first_day == day or day.weekday() == 0 or day.day == 1]
    return {
        "day": day,
        "words": day_in_words(day),
        "is_other": (day.year, day.month) != (month.year, month.month),
        "is_today": day == today(),
        "events": [
            {
                "title": event.title,
                "url": reverse("calendar:event", args=[event.ref]),
                "time": time_in_words(event, day),
                "is_cancelled": event.is_cancelled,
                "language": event.language,
            }
            for event in events
        ],
        "due": [_due(each) for each in due if timezone.localtime(each.at).date() == day],
        "named": _by_name(named),
        "free": sorted({each.country for each in free if each not in named}),
    }


def _due(each: Deadline) -> dict[str, Any]:
    return {
        "title": each.title,
        "url": each.url,
        "label": each.label,
        "icon": each.icon,
        "language": each.language,
        "time": clock_time(timezone.localtime(each.at)),
        "words": moment_in_words(each.at),
    }


def _by_name(found: list[FreeDays]) -> list[dict[str, str]]:
    """The same holiday of several regions of a country stands once in a cell."""
    names = dict.fromkeys((each.country, each.name) for each in found)
    return [{"country": country, "name": name} for country, name in names]


def _holiday(each: FreeDays) -> dict[str, str]:
    first = day_in_words(each.first_day)
    span = first if each.first_day == each.last_day else f"{first} – {day_in_words(each.last_day)}"
    place = country_name(each.country)
    return {
        "name": each.name,
        "country": each.country,
        "place": f"{place}: {each.region}" if each.region else place,
        "kind": str(HOLIDAY_LABELS[HolidayKind(each.kind)]),
        "span": span,
    }


def _coming(_request: ActorRequest, presence: Presence, zones: Any) -> dict[str, Any]:
    holidays = holidays_between(presence.space, today(), today() + AHEAD)
    due = deadlines(presence, now(), now() + AHEAD)
    return {
        "due": [_due(each) for each in due],
        "rows": all_shown(coming_events(presence), zones),
        "holidays": [_holiday(each) for each in holidays],
    }


def _past(request: ActorRequest, presence: Presence, zones: Any) -> dict[str, Any]:
    try:
        before = parse_datetime(request.GET.get("before", ""))
    except ValueError:
        before = None
    before = before if before is not None and before.tzinfo else None
    found = list(past_events(presence, before)[: PER_PAGE + 1])
    more = found[PER_PAGE - 1].begins_at.isoformat() if len(found) > PER_PAGE else ""
    return {"rows": all_shown(found[:PER_PAGE], zones), "more": more}


_PARTS = {"month": _month, "coming": _coming, "past": _past}


def _month_asked(said: str) -> dt.date:
    """The first day of “2027-03”; without one, of this month."""
    year, _, month = said.partition("-")
    is_one = year.isdecimal() and month.isdecimal() and len(said) <= len("2027-03")
    if is_one and int(year) in YEARS and 1 <= int(month) <= 12:
        return dt.date(int(year), int(month), 1)
    return today().replace(day=1)


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


def _tabs(presence: Presence, view: str) -> list[dict[str, Any]]:
    base = reverse("calendar:calendar", args=[presence.space.ref])
    labels = {
        "month": pgettext("calendar", "Month"),
        "coming": pgettext("calendar", "What comes"),
        "past": pgettext("calendar", "What was"),
    }
    return [
        {
            "label": label,
            "url": base if name == "month" else f"{base}?view={name}",
            "current": name == view,
        }
        for name, label in labels.items()
    ]


def _undo(event: Event) -> dict[str, str]:
    text = pgettext("calendar", "“%(title)s” is in the trash.") % {"title": event.title}
    return {"text": text, "action": reverse("calendar:undelete", args=[event.ref])}
