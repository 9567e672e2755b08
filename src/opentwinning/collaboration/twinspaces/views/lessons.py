"""Lessons in common of a TwinSpace's schools, week by week."""

import datetime as dt
from itertools import groupby
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.utils import timezone

from opentwinning.collaboration.twinspaces.queries import access_twinspace
from opentwinning.collaboration.twinspaces.queries.lessons import DAY, Moment, lessons_of_week
from opentwinning.core.addresses import reverse
from opentwinning.core.clock import today
from opentwinning.core.components.formats import (
    clock_time,
    country_name,
    day_in_words,
    elsewhere_in_words,
)
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.workspace.calendar.policies import may_plan_event
from opentwinning.workspace.spaces.queries import space_context

WEEKS = 12  # so far one may look ahead


@open_to(Audience.MEMBERS, methods=("GET",))
def lessons(request: ActorRequest, ref: str) -> HttpResponse:
    """When classes of several schools have a lesson at once, by the reader's clock and theirs."""
    visit = access_twinspace(request.actor, ref, for_adults=True)
    this = today() - today().weekday() * DAY
    monday = min(max(_monday(request.GET.get("week", ""), this), this), this + WEEKS * 7 * DAY)
    week = lessons_of_week(request.actor, visit.presence.space, monday)
    may_plan = bool(may_plan_event(visit.member, visit.presence.space))
    rows = [_shown(each, week.schools, ref if may_plan else "") for each in week.moments]
    days = groupby(rows, key=lambda row: row["day"])
    return page(
        request,
        "twinspaces/lessons.html",
        **space_context(visit.presence, request, tool="calendar:calendar"),
        days=[{"name": day_in_words(day), "rows": list(found)} for day, found in days],
        week=week,
        span=f"{day_in_words(monday, weekday=False)} – "
        f"{day_in_words(monday + 6 * DAY, weekday=False)}",
        before=monday - 7 * DAY if monday > this else None,
        after=monday + 7 * DAY if monday < this + WEEKS * 7 * DAY else None,
    )


def _monday(said: str, otherwise: dt.date) -> dt.date:
    try:
        day = dt.date.fromisoformat(said)
        return day - day.weekday() * DAY
    except (ValueError, OverflowError):
        return otherwise


def _shown(each: Moment, schools: int, ref: str) -> dict[str, Any]:
    """A moment as the page shows it; ``ref``: of the space where it may become an event, or ""."""
    begins, ends = timezone.localtime(each.begins), timezone.localtime(each.ends)
    fields = {
        "day": begins.date().isoformat(),
        "begins": f"{begins:%H:%M}",
        "ends": f"{ends:%H:%M}",
    }
    return {
        "day": begins.date(),
        "hours": f"{clock_time(begins)}–{clock_time(ends)}",
        "is_for_all": each.schools == schools,
        "schools": each.schools,
        "classes": [
            {
                "teacher": one.member.shown_name,
                "where": ", ".join(
                    filter(None, (one.member.organisation_name, country_name(one.member.country)))
                ),
                "hours": _there(each, one.zone),
            }
            for one in each.classes
        ],
        "plan": f"{reverse('calendar:new', args=[ref])}?{urlencode(fields)}" if ref else "",
    }


def _there(each: Moment, zone: ZoneInfo) -> str:
    """The hours over there where the clock shows another time, else ""."""
    here, there = timezone.localtime(each.begins), each.begins.astimezone(zone)
    if here.utcoffset() == there.utcoffset():
        return ""
    return f"{elsewhere_in_words(each.begins, zone.key)}–{clock_time(each.ends.astimezone(zone))}"
