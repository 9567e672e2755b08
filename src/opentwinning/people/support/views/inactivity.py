"""What happens when somebody is not here for long, for the centre."""

from typing import cast

from django.contrib import messages
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.clock import today
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.support.actions import save_inactivity_rules
from opentwinning.people.support.forms.inactivity import InactivityRulesForm
from opentwinning.people.support.queries import inactivity_rules, inactivity_rules_written


@open_to(Audience.CENTRAL, Audience.OPERATORS)
def inactivity(request: HttpRequest) -> HttpResponse:
    """What is in force, what was and what comes; POST writes rules for a day."""
    actor = cast("ActorRequest", request).actor
    current = inactivity_rules()
    initial = {**model_to_dict(current), "from_day": today()}
    form = InactivityRulesForm(request.POST or None, initial=initial)
    if form.is_valid() and form.did(lambda: save_inactivity_rules(by=actor, **form.details())):
        messages.success(request, pgettext("support", "The rules are saved."))
        return go(request, "support:inactivity")
    return page(
        request,
        "support/inactivity.html",
        form=form,
        current=current,
        written=inactivity_rules_written(),
        today=today(),
    )
