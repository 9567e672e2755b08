"""An officer reads the plan and decides for her country (page 100); the programme's rules."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.collaboration.projects.actions import set_rule
from opentwinning.collaboration.projects.actions.decide import DECIDING
from opentwinning.collaboration.projects.forms.decide import DecisionForm, RuleForm
from opentwinning.collaboration.projects.policies import may_decide_project
from opentwinning.collaboration.projects.queries import access_project, rules
from opentwinning.collaboration.projects.queries.sheet import history_of, offices_of, sheet_of
from opentwinning.collaboration.projects.vocabulary import Decision, RuleKey
from opentwinning.core.places import panels
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page


@open_to(Audience.OFFICERS)
def decide(request: HttpRequest, ref: str) -> HttpResponse:
    """Approve, ask for changes or refuse; one form per country in her charge that waits."""
    actor = cast("ActorRequest", request).actor
    project = access_project(actor, ref, to="decide")
    form = DecisionForm(request.POST or None)
    if form.is_valid():
        values = form.cleaned_data
        act = DECIDING[Decision(values["decision"])]
        if form.carry_out(
            lambda: act(
                by=actor, project=project, country=values["country"], message=values["message"]
            )
        ):
            messages.success(request, pgettext("projects", "Your decision is saved."))
            return go(request, "projects:project", ref)
    offices = offices_of(project)
    return page(
        request,
        "projects/decide.html",
        form=form,
        sheet=sheet_of(project),
        project=project,
        offices=offices,
        mine=[
            stand
            for stand in offices
            if stand.approval.is_waiting
            and may_decide_project(actor, project, stand.approval.country)
        ],
        history=history_of(project),
        panels=panels("desk_project", actor, project),
    )


@open_to(Audience.CENTRAL)
def rules_page(request: HttpRequest) -> HttpResponse:
    """What the programme allows, from which day on."""
    actor = cast("ActorRequest", request).actor
    form = RuleForm(request.POST or None)
    if form.is_valid():
        values = {**form.details(), "key": RuleKey(form.cleaned_data["key"])}
        if form.carry_out(lambda: set_rule(by=actor, **values)) is not None:
            messages.success(request, pgettext("projects", "The rule is saved."))
            return go(request, "projects:rules")
    return page(request, "projects/rules.html", form=form, rules=rules())
