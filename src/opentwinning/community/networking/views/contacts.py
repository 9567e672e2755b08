"""Asking for contact, answering, notes, blocks (page 49)."""

from collections.abc import Callable
from datetime import timedelta
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.community.networking.actions import (
    accept_contact,
    ask_for_contact,
    block_educator,
    decline_contact,
    end_contact,
    unblock_educator,
    withdraw_contact,
    write_contact_note,
)
from opentwinning.community.networking.forms import AskForm, NoteForm
from opentwinning.community.networking.models import Contact
from opentwinning.community.networking.policies import may_ask_for_contact
from opentwinning.community.networking.queries import (
    access_contact,
    access_person,
    blocked_by,
    note_about,
    requests_a_day,
    requests_of,
    requests_to,
    ties_of,
)
from opentwinning.community.networking.queries.lessons import month_ahead, with_lessons
from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.components.formats import month_in_words
from opentwinning.core.verdicts import Invalid, Refused, Text, deny_unless, hidden
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.facilities.limits.actions import within_limit
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import access_educator, educator_of

ENOUGH = pgettext_lazy(
    "contacts", "You have asked many people today. Your text is kept: send it tomorrow."
)
_ANSWERS: dict[str, tuple[Callable[..., Contact], Text]] = {
    "accept": (accept_contact, pgettext_lazy("contacts", "You are contacts now.")),
    "decline": (decline_contact, pgettext_lazy("contacts", "The request is declined.")),
}


def me(actor: Actor) -> Educator:
    """The educator who asks; accounts that do not teach have no contacts."""
    educator = educator_of(actor)
    if educator is None:
        raise Refused(hidden())
    return educator


@open_to(Audience.VALIDATED)
def ask(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask somebody; at most so many a day (G9)."""
    actor = cast("ActorRequest", request).actor
    educator = access_educator(actor, ref, to="see")
    deny_unless(may_ask_for_contact(actor, educator))
    key = f"networking:ask:{ref}"
    form = AskForm(request.POST or None, initial=typed(actor, key))
    if form.is_valid() and form.did(lambda: _ask(actor, educator, form)):
        discard_draft(by=actor, key=key)
        messages.success(request, pgettext("contacts", "Your request is sent."))
        return go(request, "educators:educator", ref)
    return page(request, "networking/ask.html", form=form, educator=educator, draft_key=key)


def _ask(actor: Actor, educator: Educator, form: AskForm) -> Contact:
    count_request(actor)
    return ask_for_contact(by=actor, educator=educator, message=form.cleaned_data["message"])


def count_request(actor: Actor) -> None:
    """Count one request; ``Invalid`` when there were too many today."""
    limit = requests_a_day(me(actor))
    if not within_limit("networking.ask", actor.key, limit=limit, per=timedelta(days=1)):
        raise Invalid(ENOUGH)


def contact_tabs(current: str) -> list[dict[str, object]]:
    """Contacts, whom one follows, who follows one."""
    names = (
        (pgettext("contacts", "Contacts"), "networking:contacts"),
        (pgettext("following", "I follow"), "networking:following"),
        (pgettext("following", "My followers"), "networking:followers"),
    )
    return [
        {"label": label, "url": reverse(name), "current": name == current} for label, name in names
    ]


@open_to(Audience.VALIDATED, methods=("GET",))
def contacts(request: HttpRequest) -> HttpResponse:
    """Requests to answer, contacts, requests without an answer, blocks."""
    educator = me(cast("ActorRequest", request).actor)
    ties = with_lessons(educator, ties_of(educator))
    return page(
        request,
        "networking/contacts.html",
        received=requests_to(educator),
        ties=ties,
        compares=sum(tie.lessons > 0 for tie in ties) > 1,
        lesson_month=month_in_words(month_ahead()[0]),
        sent=requests_of(educator),
        blocked=blocked_by(educator),
        tabs=contact_tabs("networking:contacts"),
    )


@open_to(Audience.VALIDATED, methods=("POST",))
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    """Accept or decline."""
    actor = cast("ActorRequest", request).actor
    contact = access_contact(actor, ref, to="answer")
    act, done = _ANSWERS.get(request.POST.get("answer", ""), (None, ""))
    if act is not None:
        attempt(request, lambda: act(by=actor, contact=contact), done)
    return go(request, "networking:contacts")


@open_to(Audience.VALIDATED, methods=("POST",))
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Take a request back."""
    actor = cast("ActorRequest", request).actor
    contact = access_contact(actor, ref, to="withdraw")
    done = pgettext("contacts", "The request is taken back.")
    attempt(request, lambda: withdraw_contact(by=actor, contact=contact), done)
    return go(request, "networking:contacts")


@open_to(Audience.VALIDATED)
def contact(request: HttpRequest, ref: str) -> HttpResponse:
    """A contact with one's own note about it."""
    actor = cast("ActorRequest", request).actor
    found = access_contact(actor, ref, to="keep")
    other = found.other(me(actor))
    key = f"networking:note:{ref}"
    initial = typed(actor, key) or {"text": note_about(me(actor), other)}
    form = NoteForm(request.POST or None, initial=initial)
    if form.is_valid():
        write_contact_note(by=actor, contact=found, text=form.cleaned_data["text"])
        discard_draft(by=actor, key=key)
        messages.success(request, pgettext("contacts", "Your note is saved."))
        return go(request, "networking:contacts")
    return page(
        request, "networking/contact.html", form=form, contact=found, other=other, draft_key=key
    )


@open_to(Audience.VALIDATED, methods=("POST",))
def end(request: HttpRequest, ref: str) -> HttpResponse:
    """The two are contacts no longer."""
    actor = cast("ActorRequest", request).actor
    found = access_contact(actor, ref, to="keep")
    done = pgettext("contacts", "You are contacts no longer.")
    attempt(request, lambda: end_contact(by=actor, contact=found), done)
    return go(request, "networking:contacts")


@open_to(Audience.VALIDATED)
def block(request: HttpRequest, ref: str) -> HttpResponse:
    """Say what a block does, then block."""
    actor = cast("ActorRequest", request).actor
    educator = access_person(actor, ref)
    if request.method == "POST":
        block_educator(by=actor, educator=educator)
        messages.success(request, pgettext("contacts", "This person cannot reach you any more."))
        return go(request, "networking:contacts")
    return page(request, "networking/block.html", educator=educator)


@open_to(Audience.VALIDATED, methods=("POST",))
def unblock(request: HttpRequest, ref: str) -> HttpResponse:
    """Allow somebody again."""
    actor = cast("ActorRequest", request).actor
    blocked = [each for each in blocked_by(me(actor)) if each.ref == ref]
    if not blocked:
        raise Refused(hidden())
    unblock_educator(by=actor, educator=blocked[0])
    messages.success(request, pgettext("contacts", "This person can reach you again."))
    return go(request, "networking:contacts")
