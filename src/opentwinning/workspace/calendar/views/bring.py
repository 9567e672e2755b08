"""Bringing events from another calendar: look, choose, take over."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import npgettext, pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.components.formats import clock_time, day_in_words
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.facilities.limits.actions import within_limits
from opentwinning.workspace.calendar.actions import bring_events
from opentwinning.workspace.calendar.forms import BringForm, ChosenForm
from opentwinning.workspace.calendar.policies import may_plan_event
from opentwinning.workspace.calendar.queries import (
    Fate,
    Fates,
    ReadCalendar,
    fates_of,
    read_calendar,
)
from opentwinning.workspace.calendar.vocabulary import BRINGINGS, MOST_BROUGHT, When
from opentwinning.workspace.spaces.queries import Presence, access_space, space_context

SHOWN = 30  # of those left out


@open_to(Audience.MEMBERS)
def bring(request: ActorRequest, ref: str) -> HttpResponse:
    """Look into a file, and take over what was chosen (T-04)."""
    presence = access_space(request.actor, ref, to_write=True)
    deny_unless(may_plan_event(presence.member, presence.space))
    if request.method == "POST" and "lines" in request.POST:
        return _take_over(request, presence)
    is_sent = request.method == "POST"
    form = BringForm(request.POST, request.FILES) if is_sent else BringForm()
    read = form.carry_out(lambda: _looked(request, form)) if form.is_valid() else None
    return _shown(request, presence, form, read)


def _looked(request: ActorRequest, form: BringForm) -> ReadCalendar:
    if not within_limits("calendar.bring", str(request.actor.account_id), BRINGINGS):
        raise Invalid(
            pgettext("calendar file", "You have looked into many files. Try again in an hour.")
        )
    try:
        return read_calendar(form.data_sent(), timezone.get_current_timezone_name())
    except Invalid as problem:
        raise Invalid(problem.message, "file" if form.cleaned_data["file"] else "text") from None


def _take_over(request: ActorRequest, presence: Presence) -> HttpResponse:
    """Everything is read anew from what the page carried: it decides nothing itself."""
    form, member, space = BringForm(), presence.member, presence.space
    lines = request.POST.get("lines", "").replace("\r\n", "\n").encode("utf-8", "replace")
    zone = timezone.get_current_timezone_name()
    try:
        read = read_calendar(lines, zone)
    except Invalid as problem:
        form = BringForm({})
        form.full_clean()
        form.errors.clear()
        form.add_error(None, str(problem.message))
        return _shown(request, presence, form, None)
    sources = [each.source for each in read.found]
    choice = ChosenForm(request.POST, sources=sources)
    if choice.is_valid():
        wanted = choice.cleaned_data["chosen"]
        done = choice.carry_out(
            lambda: bring_events(
                by=request.actor,
                space=space,
                found=[each for each in read.found if each.source in wanted],
                place=choice.cleaned_data["place"],
            )
        )
        if done is not None:
            messages.success(request, _in_words(*done))
            return redirect(f"{reverse('calendar:calendar', args=[space.ref])}?view=coming")
    # What came in the meantime through another window is not offered again.
    return _shown(request, presence, form, read, (choice, fates_of(read.found, member, space)))


def _in_words(new: int, changed: int) -> str:
    said = []
    if new:
        words = npgettext(
            "calendar file", "%(count)s event is new.", "%(count)s events are new.", new
        )
        said.append(words % {"count": new})
    if changed:
        words = npgettext(
            "calendar file", "%(count)s event is changed.", "%(count)s events are changed.", changed
        )
        said.append(words % {"count": changed})
    return " ".join(said) or pgettext("calendar file", "Everything was here already.")


def _shown(
    request: ActorRequest,
    presence: Presence,
    form: BringForm,
    read: ReadCalendar | None,
    refused: tuple[ChosenForm, Fates] | None = None,
) -> HttpResponse:
    frame = space_context(presence, request, tool="calendar:calendar")
    report = _report(presence, read, refused) if read is not None else {}
    wrong = form.is_bound and bool(form.errors)
    status = 422 if wrong or refused is not None else 200
    return page(request, "calendar/bring.html", **frame, form=form, status=status, **report)


def _report(
    presence: Presence, read: ReadCalendar, refused: tuple[ChosenForm, Fates] | None
) -> dict[str, Any]:
    if refused is not None:
        choice, fates = refused
        chosen = set(choice.data.getlist("chosen"))  # type: ignore[attr-defined]
    else:
        fates = fates_of(read.found, presence.member, presence.space)
        choice = ChosenForm(sources=[])
        chosen = {each.found.source for each in fates.changing[:MOST_BROUGHT]}
    left_out = [*read.left_out, *fates.left_out]
    return {
        "read": read,
        "choice": choice,
        "rows": [_row(each, chosen) for each in fates.changing],
        "is_cut": len(fates.changing) > MOST_BROUGHT,
        "known": fates.known,
        "has_new": any(each.event is None for each in fates.changing),
        "left_out": left_out[:SHOWN],
        "more_left_out": len(left_out[SHOWN:]),
    }


def _row(fate: Fate, chosen: set[str]) -> dict[str, Any]:
    found = fate.found
    return {
        "source": found.source,
        "title": found.title,
        "when": _span(found.when),
        "where": found.where,
        "is_changed": fate.event is not None,
        "is_cancelled": found.is_cancelled,
        "is_chosen": found.source in chosen,
    }


def _span(when: When) -> str:
    """Days, and times by the clock of the reader, whose zone it is."""
    first, last = day_in_words(when.first_day), day_in_words(when.last_day)
    if when.begins is None or when.ends is None:
        return first if first == last else f"{first} – {last}"
    if first == last:
        return f"{first}, {clock_time(when.begins)}–{clock_time(when.ends)}"
    return f"{first}, {clock_time(when.begins)} – {last}, {clock_time(when.ends)}"
