"""One's weekly lessons, and those in common with a contact (pain 30)."""

import datetime as dt
from collections.abc import Sequence
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.community.networking.actions import save_timetable
from opentwinning.community.networking.forms.lessons import (
    TogetherForm,
    kept_form,
    region_choices,
    sent_form,
)
from opentwinning.community.networking.queries import contacts_of
from opentwinning.community.networking.queries.lessons import (
    access_contact_to_compare,
    holidays_beside,
    meetings_of,
    tables_with_lessons,
    timetable_of,
)
from opentwinning.community.networking.views.contacts import me
from opentwinning.community.networking.vocabulary import MOST_TOGETHER
from opentwinning.core.components.formats import clock_time, day_in_words
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.organisations.queries import school_regions
from opentwinning.people.support.queries import regions_of
from opentwinning.people.support.queries.holidays import span_of

SHOWN = 12  # dates on the page


@open_to(Audience.VALIDATED)
def mine(request: HttpRequest) -> HttpResponse:
    """Write down one's lessons and the days without them."""
    actor = cast("ActorRequest", request).actor
    educator = me(actor)
    school = school_regions([educator]).get(educator.pk, "")
    regions = region_choices(regions_of(educator.country), school)
    table = timetable_of(educator)
    if request.method == "POST":
        form = sent_form(request.POST, regions=regions)
        if form.is_valid() and form.did(lambda: save_timetable(by=actor, **form.details())):
            messages.success(request, pgettext("lessons", "Your lessons are saved."))
            return go(request, "networking:lessons")
    else:
        form = kept_form(table, zone=actor.time_zone, regions=regions)
    return page(request, "networking/lessons.html", form=form, holidays=[
        (each.name, span_of(each)) for each in holidays_beside(educator, table)
    ])  # fmt: skip


@open_to(Audience.VALIDATED, methods=("GET",))
def common(request: HttpRequest, ref: str) -> HttpResponse:
    """When one and a contact teach at the same time."""
    actor = cast("ActorRequest", request).actor
    contact = access_contact_to_compare(actor, ref)
    educator = me(actor)
    other = contact.other(educator)
    mine, theirs = timetable_of(educator), timetable_of(other)
    has_mine, has_theirs = (t is not None and bool(t.slots.all()) for t in (mine, theirs))
    found = meetings_of([mine, theirs]) if mine and theirs else []
    rows = [_line(meeting.spans) for meeting in found[:SHOWN]]
    return page(
        request, "networking/common_lessons.html", contact=contact, other=other, rows=rows,
        count=len(found), shown=len(rows), has_mine=has_mine, has_theirs=has_theirs,
        columns=[
            pgettext("lessons", "Day"),
            pgettext("lessons", "Your time"),
            pgettext("lessons", "Time of %(name)s") % {"name": other.name},
        ],
    )  # fmt: skip


@open_to(Audience.VALIDATED, methods=("GET",))
def together(request: HttpRequest) -> HttpResponse:
    """When one and several contacts teach at the same time. Only contacts who wrote down lessons
    can be chosen; other names in the address are passed over."""
    actor = cast("ActorRequest", request).actor
    educator = me(actor)
    contacts = contacts_of(actor)
    tables = tables_with_lessons([educator, *contacts])
    people = [each for each in contacts if each.pk in tables]
    refs = request.GET.getlist("with")
    chosen = [each for each in people if each.ref in refs][:MOST_TOGETHER]
    has_mine = educator.pk in tables
    found = (
        meetings_of([tables[each.pk] for each in (educator, *chosen)])
        if has_mine and chosen
        else []
    )
    rows = [_line(meeting.spans) for meeting in found[:SHOWN]]
    return page(
        request, "networking/lessons_together.html", people=people, chosen=chosen, rows=rows,
        form=TogetherForm(people, chosen), count=len(found), shown=len(rows), has_mine=has_mine,
        columns=[
            pgettext("lessons", "Day"),
            pgettext("lessons", "Your time"),
            *(pgettext("lessons", "Time of %(name)s") % {"name": each.name} for each in chosen),
        ],
    )  # fmt: skip


type _Span = tuple[dt.datetime, dt.datetime]


def _line(spans: Sequence[_Span]) -> list[str]:
    """The day, and the hours of each by the clock of the own place."""
    here, *others = spans
    return [day_in_words(here[0].date()), _hours(here), *(_hours(each, here) for each in others)]


def _hours(span: _Span, beside: _Span | None = None) -> str:
    """“09:00–09:45” by the clock of the place, with the day when it is another one there."""
    hours = f"{clock_time(span[0])}–{clock_time(span[1])}"
    if beside is None or span[0].date() == beside[0].date():
        return hours
    return f"{day_in_words(span[0].date())}, {hours}"
