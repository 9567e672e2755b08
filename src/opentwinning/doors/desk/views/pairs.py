"""Two records that may be one school: side by side, merged or kept apart, taken back."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.verdicts import Refused, hidden
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.doors.desk.forms import PairForm, UndoForm
from opentwinning.doors.desk.queries import countries_of
from opentwinning.people.organisations.actions import (
    keep_apart,
    merge_organisations,
    undo_merge,
)
from opentwinning.people.organisations.models import Organisation
from opentwinning.people.organisations.queries import (
    access_merge,
    access_pair,
    members_count,
    merges_of,
    pairs_of,
)
from opentwinning.people.organisations.vocabulary import (
    KIND_LABELS,
    REASON_LABELS,
    OrganisationState,
    PairReason,
    PairState,
)


@open_to(Audience.OFFICERS, methods=("GET",))
def pairs(request: HttpRequest, country: str) -> HttpResponse:
    """What waits for a decision, and what was decided."""
    code = country.upper()
    if code not in countries_of(cast("ActorRequest", request).actor):
        raise Refused(hidden())
    return page(
        request, "desk/pairs.html", country=code, pairs=pairs_of(code), merges=merges_of(code)
    )


@open_to(Audience.OFFICERS)
def pair(request: HttpRequest, ref: str) -> HttpResponse:
    """Both records side by side, and the decision."""
    actor = cast("ActorRequest", request).actor
    found = access_pair(actor, ref)
    form = PairForm(request.POST or None)
    if form.is_valid():
        kept, gone = found.kept, found.gone
        choice = form.cleaned_data["decision"]
        if choice == "keep_first":
            kept, gone = gone, kept
        if form.did(
            lambda: (
                keep_apart(by=actor, pair=found)
                if choice == "apart"
                else merge_organisations(by=actor, kept=kept, gone=gone)
            )
        ):
            messages.success(request, pgettext("pair", "Your decision is saved."))
            return go(request, "desk:pairs", found.country)
    return page(
        request,
        "desk/pair.html",
        pair=found,
        is_open=found.state == PairState.OPEN,
        reason=REASON_LABELS[PairReason(found.reason)],
        rows=_rows(found.gone, found.kept),
        form=form,
    )


@open_to(Audience.OFFICERS, methods=("POST",))
def undo(request: HttpRequest, ref: str) -> HttpResponse:
    """Take a merge back."""
    actor = cast("ActorRequest", request).actor
    merge = access_merge(actor, ref)
    form = UndoForm(request.POST)
    if form.is_valid() and form.did(lambda: undo_merge(by=actor, merge=merge)):
        messages.success(request, pgettext("pair", "The merge is taken back."))
    else:
        messages.error(request, " ".join(str(e) for e in form.non_field_errors()))
    return go(request, "desk:pairs", merge.country)


def _rows(first: Organisation, second: Organisation) -> list[dict[str, object]]:
    """Facts of both, beside each other; differing ones are marked."""
    facts = [
        (label, value_of(first), value_of(second))
        for label, value_of in (
            (pgettext("pair", "Name"), lambda o: o.name),
            (pgettext("pair", "Legal name"), lambda o: o.legal_name),
            (pgettext("pair", "Accreditation number"), lambda o: o.accreditation),
            (pgettext("pair", "Code"), lambda o: o.code),
            (pgettext("pair", "Town"), lambda o: f"{o.postcode} {o.place}".strip()),
            (pgettext("pair", "Region"), lambda o: o.region),
            (pgettext("pair", "Kind of school"), lambda o: str(KIND_LABELS.get(o.kind, o.kind))),
            (pgettext("pair", "Web site"), lambda o: o.website),
            (pgettext("pair", "Belongs to"), lambda o: o.parent.name if o.parent else ""),
            (pgettext("pair", "State"), _state),
            (pgettext("pair", "Validated teachers"), lambda o: str(members_count(o))),
        )
    ]
    return [
        {"label": label, "first": one, "second": two, "differs": one != two}
        for label, one, two in facts
    ]


def _state(organisation: Organisation) -> str:
    if organisation.state == OrganisationState.ACTIVE:
        return pgettext("pair", "open")
    return pgettext("pair", "closed")
