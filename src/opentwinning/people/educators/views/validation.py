"""The waiting room: where the validation stands, and what to do meanwhile (pages 24 and 26)."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.places import panels
from opentwinning.core.vocabulary import label
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.people.educators.actions import answer_office, ask_role_review, renew_validation
from opentwinning.people.educators.forms import AnswerForm
from opentwinning.people.educators.queries import (
    can_renew,
    first_steps,
    may_ask_review,
    recent_wait,
    rights_until,
    steps_of,
    validation_line,
)
from opentwinning.people.educators.views.profile import me
from opentwinning.people.educators.vocabulary import ANSWERABLE, STATE_LABELS, ValidationState
from opentwinning.people.support.queries import support_organisation_of

DRAFT = "educators:validation"
HERE = frozenset({"school", "validation"})  # steps that are the matter of this very page


@open_to(Audience.EDUCATORS)
def validation(request: HttpRequest) -> HttpResponse:
    """States as a line of steps, the conversation with the office, the answer (X-02 to X-04)."""
    actor = cast("ActorRequest", request).actor
    educator = me(actor)
    state = ValidationState(educator.validation_state)
    may_review = may_ask_review(educator)
    form = AnswerForm(request.POST or None, initial=typed(actor, DRAFT))
    if request.method == "POST" and form.is_valid():
        details = form.details()
        act = ask_role_review if may_review else answer_office
        if form.did(lambda: act(by=actor, educator=educator, **details)):
            discard_draft(by=actor, key=DRAFT)
            messages.success(request, pgettext("validation", "Your answer is sent."))
            return go(request, "educators:validation")
    steps = first_steps(actor)
    office = support_organisation_of(educator.country)
    parts = panels("validation", actor, educator)  # a part may say that it waits for her
    return page(
        request,
        "educators/validation.html",
        form=form,
        educator=educator,
        state=state,
        rights_until=rights_until(actor) if state is ValidationState.MOVED else None,
        state_label=STATE_LABELS[state],
        may_answer=state in ANSWERABLE,
        may_review=may_review,
        role=label("professions", educator.profession),
        may_renew=can_renew(educator),
        office=office,
        half_waited=recent_wait(educator.country) if educator.waiting_since else None,
        line=validation_line(actor, educator, office),
        conversation=[step for step in steps_of(educator) if step.message],
        school=next((step for step in steps if step["key"] == "school"), None),
        meanwhile=[
            step for step in steps if step["url"] and not step["done"] and step["key"] not in HERE
        ],
        panels=parts,
        needs_her=any(values.get("needs_her") for _, values in parts),
    )


@open_to(Audience.EDUCATORS, methods=("POST",))
def renew(request: HttpRequest) -> HttpResponse:
    """I still work there: one press (H1)."""
    actor = cast("ActorRequest", request).actor
    educator = me(actor)
    done = pgettext("validation", "You asked for the renewal.")
    attempt(request, lambda: renew_validation(by=actor, educator=educator), done)
    return go(request, "educators:validation")
