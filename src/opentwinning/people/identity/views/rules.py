"""Whose role needs a second proof: the operator's pages (A13)."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.freshness import proved_lately
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.identity.actions import set_factor_rule
from opentwinning.people.identity.forms.rules import FactorRuleForm
from opentwinning.people.identity.queries import access_factor_rule, factor_rules
from opentwinning.people.identity.vocabulary import role_words


@open_to(Audience.OPERATORS, methods=("GET",))
def rules(request: HttpRequest) -> HttpResponse:
    """Every role that may have a rule."""
    rows = [(role_words(rule.role), rule) for rule in factor_rules()]
    return page(request, "identity/rules.html", rows=rows)


@open_to(Audience.OPERATORS)
@proved_lately
def rule(request: HttpRequest, role: str) -> HttpResponse:
    """Change one."""
    actor = cast("ActorRequest", request).actor
    found = access_factor_rule(actor, role)
    form = FactorRuleForm(
        request.POST or None,
        initial={
            "is_required": found.is_required,
            "grace_days": found.grace_days,
            "paused_until": found.paused_until if found.is_paused else None,
        },
    )
    if form.is_valid() and form.did(
        lambda: set_factor_rule(by=actor, role=found.role, **form.details())
    ):
        messages.success(request, pgettext("identity", "The rule is changed."))
        return go(request, "identity:rules")
    return page(request, "identity/rule.html", form=form, title=role_words(found.role))
