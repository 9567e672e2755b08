"""Windows and criteria: data with dates."""

import datetime as dt
from typing import Any

from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.collaboration.recognition.models import (
    CriteriaScheme,
    LabelApplication,
    LabelWindow,
)
from opentwinning.collaboration.recognition.policies import may_edit_criteria, may_edit_window
from opentwinning.core.actions import action
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Invalid, deny_unless

LEVELS = 6


@action
def save_window(  # noqa: PLR0913 - the fields of the form
    *,
    by: Actor,
    country: str,
    school_year: str,
    opens_on: dt.date,
    closes_on: dt.date,
    decided_by_on: dt.date,
    scheme: CriteriaScheme,
    applications_per_educator: int = 4,
    minimum_duration_days: int = 0,
    second_application: bool = True,
) -> LabelWindow:
    """Set one country's window of one school year. Deadlines move freely; the criteria stay once
    somebody has begun to write."""
    deny_unless(may_edit_window(by, country))
    if closes_on < opens_on or decided_by_on < closes_on:
        raise Invalid(pgettext_lazy("label", "The dates are not in order."), "closes_on")
    known = LabelWindow.objects.filter(country=country, school_year=school_year).first()
    begun = known is not None and LabelApplication.objects.filter(window=known).exists()
    if known is not None and begun and known.scheme_id != scheme.pk:
        raise Invalid(
            pgettext_lazy("label", "Somebody has begun to write. The criteria stay."), "scheme"
        )
    window = known or LabelWindow(country=country, school_year=school_year)
    window.opens_on, window.closes_on, window.decided_by_on = opens_on, closes_on, decided_by_on
    window.scheme = scheme
    window.applications_per_educator = applications_per_educator
    window.minimum_duration_days = minimum_duration_days
    window.second_application = second_application
    window.save()
    return window


@action
def save_scheme(*, by: Actor, key: str, content: dict[str, Any]) -> CriteriaScheme:
    """Write down criteria; ``Invalid`` names the first mistake. A scheme in use stays as it was."""
    deny_unless(may_edit_criteria(by))
    check_scheme(content)
    scheme = CriteriaScheme.objects.filter(key=key).first()
    if scheme is not None and LabelApplication.objects.filter(window__scheme=scheme).exists():
        raise Invalid(
            pgettext_lazy("label", "Applications use these criteria. Save them under a new name."),
            "key",
        )
    scheme = scheme or CriteriaScheme(key=key)
    scheme.content = content
    scheme.save()
    return scheme


def check_scheme(content: dict[str, Any]) -> None:
    """Refuse a scheme that the screens could not show; says where the mistake is."""
    for part in ("maximum_points", "entry_questions", "criteria"):
        if not content.get(part):
            raise Invalid(_missing(part), "content")
    for question in content["entry_questions"]:
        _text(question, "text")
    for criterion in content["criteria"]:
        _text(criterion, "name")
        _text(criterion, "question")
        if not criterion.get("weight") or not criterion.get("sub_criteria"):
            raise Invalid(_missing(f"weight, sub_criteria ({criterion.get('id')})"), "content")
        if len(criterion.get("levels", [])) != LEVELS:
            raise Invalid(_missing(f"levels ({criterion.get('id')})"), "content")
        for sub in criterion["sub_criteria"]:
            _text(sub, "name")


def _text(part: dict[str, Any], name: str) -> None:
    if not part.get("id") or not (part.get(name) or {}).get("en"):
        raise Invalid(_missing(f"id, {name}.en ({part.get('id')})"), "content")


def _missing(what: str) -> str:
    return pgettext("label", "The criteria lack: %(what)s") % {"what": what}
