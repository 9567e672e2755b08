"""The European label: the rule, the yearly round, and why (not)."""

from typing import cast

import yaml
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.collaboration.projects.queries import access_project
from opentwinning.collaboration.recognition.actions import (
    decide_round,
    open_round,
    save_rule,
    save_scheme,
)
from opentwinning.collaboration.recognition.forms.office import RoundForm, RuleForm, SchemeForm
from opentwinning.collaboration.recognition.policies import may_edit_criteria, may_hold_round
from opentwinning.collaboration.recognition.queries import european_lines, round_candidates
from opentwinning.collaboration.recognition.queries.country import (
    access_round,
    access_scheme,
    current_rule,
    rules,
    schemes,
)
from opentwinning.collaboration.recognition.queries.country import rounds as all_rounds
from opentwinning.core.forms import OtForm
from opentwinning.core.verdicts import deny_unless
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.support.queries import programme, school_year_of


@open_to(Audience.ADULTS, methods=("GET",))
def why(request: HttpRequest, ref: str) -> HttpResponse:
    """Line by line: why a project is or is not eligible; the same for partners and offices."""
    project = access_project(cast("ActorRequest", request).actor, ref, to="see")
    rule = current_rule()
    lines = european_lines(project, rule) if rule else []
    return page(request, "recognition/why.html", project=project, rule=rule, lines=lines)


@open_to(Audience.CENTRAL)
def rounds(request: HttpRequest) -> HttpResponse:
    """Rules and rounds; POST opens this year's round."""
    actor = cast("ActorRequest", request).actor
    form = RoundForm(
        request.POST if request.method == "POST" else None,
        initial={"school_year": school_year_of(programme())},
    )
    if request.method == "POST" and form.is_valid():
        opened = form.carry_out(lambda: open_round(by=actor, **form.details()))
        if opened is not None:
            return go(request, "recognition:round", opened.ref)
    return page(
        request,
        "recognition/european.html",
        form=form,
        rules=rules(),
        rounds=all_rounds(),
        schemes=schemes(),
    )


@open_to(Audience.CENTRAL)
def rule(request: HttpRequest) -> HttpResponse:
    """Write down a rule from a date on."""
    actor = cast("ActorRequest", request).actor
    latest = current_rule()
    form = RuleForm(
        request.POST if request.method == "POST" else None,
        initial=vars(latest) if latest else {},
    )
    if request.method == "POST" and form.is_valid():
        if form.carry_out(lambda: save_rule(by=actor, **form.details())) is not None:
            return go(request, "recognition:european")
    title = pgettext("label", "Rule of the European label")
    return page(request, "recognition/setting.html", form=form, title=title)


@open_to(Audience.CENTRAL)
def round_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Every candidate with its lines; POST decides the round, once."""
    actor = cast("ActorRequest", request).actor
    deny_unless(may_hold_round(actor))
    round_ = access_round(ref)
    form = OtForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if form.carry_out(lambda: decide_round(by=actor, round_=round_)) is not None:
            return go(request, "recognition:round", ref)
    candidates = [
        (project, lines, all(line.is_met for line in lines))
        for project, lines in round_candidates(round_)
    ]
    return page(
        request,
        "recognition/round.html",
        form=form,
        round=round_,
        candidates=candidates,
        eligible_count=sum(met for _, _, met in candidates),
    )


@open_to(Audience.CENTRAL)
def new_scheme(request: HttpRequest) -> HttpResponse:
    """Criteria under a new name."""
    return _scheme_page(request, "", {})


@open_to(Audience.CENTRAL)
def scheme(request: HttpRequest, ref: str) -> HttpResponse:
    """Change criteria, or save them under a new name."""
    row = access_scheme(cast("ActorRequest", request).actor, ref)
    return _scheme_page(request, row.key, row.content)


def _scheme_page(request: HttpRequest, key: str, content: dict[str, object]) -> HttpResponse:
    actor = cast("ActorRequest", request).actor
    deny_unless(may_edit_criteria(actor))
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=96) if content else ""
    form = SchemeForm(
        request.POST if request.method == "POST" else None,
        initial={"key": key, "content": text},
    )
    if request.method == "POST" and form.is_valid():
        if form.carry_out(lambda: save_scheme(by=actor, **form.details())) is not None:
            return go(request, "recognition:european")
    return page(request, "recognition/setting.html", form=form, title=pgettext("label", "Criteria"))
