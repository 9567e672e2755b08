"""Levels and states of recognition."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.utils.translation import pgettext_lazy


class LabelLevel(StrEnum):
    NATIONAL = "national"
    EUROPEAN = "european"


class ApplicationState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_ASSESSMENT = "in_assessment"
    ASSESSED = "assessed"
    AWARDED = "awarded"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


_S = ApplicationState
TRANSITIONS: dict[ApplicationState, frozenset[ApplicationState]] = {
    _S.DRAFT: frozenset({_S.SUBMITTED, _S.WITHDRAWN}),
    _S.SUBMITTED: frozenset({_S.IN_ASSESSMENT, _S.WITHDRAWN}),
    # Withdrawn later than SUBMITTED only when the applicant is erased.
    _S.IN_ASSESSMENT: frozenset({_S.ASSESSED, _S.SUBMITTED, _S.WITHDRAWN}),
    _S.ASSESSED: frozenset({_S.AWARDED, _S.REFUSED, _S.WITHDRAWN}),
    _S.AWARDED: frozenset(),
    _S.REFUSED: frozenset(),
    _S.WITHDRAWN: frozenset(),
}
# Sent and not yet decided.
UNDER_WAY = frozenset({_S.SUBMITTED, _S.IN_ASSESSMENT, _S.ASSESSED})
# Count against the yearly number of applications.
COUNTED = UNDER_WAY | {_S.AWARDED, _S.REFUSED, _S.DRAFT}

STATE_LABELS = {
    _S.DRAFT: pgettext_lazy("application state", "Draft"),
    _S.SUBMITTED: pgettext_lazy("application state", "Sent"),
    _S.IN_ASSESSMENT: pgettext_lazy("application state", "Being assessed"),
    _S.ASSESSED: pgettext_lazy("application state", "Waiting for the decision"),
    _S.AWARDED: pgettext_lazy("application state", "Label awarded"),
    _S.REFUSED: pgettext_lazy("application state", "Not awarded"),
    _S.WITHDRAWN: pgettext_lazy("application state", "Withdrawn"),
}


class RoundState(StrEnum):
    """A yearly European round: open for a look, then decided once."""

    OPEN = "open"
    DECIDED = "decided"


class LineState(StrEnum):
    """One line of "why (not) eligible"."""

    MET = "met"
    UNMET = "unmet"
    NEAR = "near"  # will be met by waiting or by somebody else's decision


TEXT_MAX = 4000
TEXT_MIN = 80  # characters of a criterion's text when it is sent
EVIDENCE_MAX = 5  # pages per criterion
POINTS = range(6)  # 0–5 per sub-criterion
NATIONAL_CERTIFICATE = "national_label"
EUROPEAN_CERTIFICATE = "european_label"


def total_points(content: dict[str, Any], scores: Mapping[str, int]) -> Decimal:
    """Points of an application: each criterion is the mean of its lines times its weight, all
    together scaled to the scheme's maximum (X-94)."""
    earned = Decimal(0)
    possible = Decimal(0)
    for criterion in content["criteria"]:
        weight = Decimal(str(criterion["weight"]))
        lines = [Decimal(scores.get(sub["id"], 0)) for sub in criterion["sub_criteria"]]
        earned += weight * sum(lines, Decimal(0)) / len(lines)
        possible += weight * (len(POINTS) - 1)
    return (earned / possible * Decimal(str(content["maximum_points"]))).quantize(Decimal("0.01"))


def below_minimum(content: dict[str, Any], scores: Mapping[str, int]) -> list[str]:
    """Ids of lines that stay below their mandatory minimum (X-93)."""
    return [
        sub["id"]
        for criterion in content["criteria"]
        for sub in criterion["sub_criteria"]
        if scores.get(sub["id"], 0) < sub.get("mandatory_minimum", 0)
    ]


def in_language(texts: Mapping[str, str], language: str) -> str:
    """The wording in a language, else in English."""
    return texts.get(language) or texts.get("en", "")
