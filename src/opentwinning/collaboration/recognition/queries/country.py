"""What an office and the centre see of recognition."""

from dataclasses import dataclass

from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.recognition.models import (
    Assessor,
    CriteriaScheme,
    EuropeanRound,
    EuropeanRule,
    LabelWindow,
    QualityLabel,
    Recommendation,
)
from opentwinning.collaboration.recognition.policies import may_edit_window
from opentwinning.collaboration.recognition.vocabulary import LabelLevel
from opentwinning.core.actor import Actor
from opentwinning.core.clock import today
from opentwinning.core.verdicts import Refused, deny_unless, hidden


@dataclass(frozen=True, slots=True)
class Candidate:
    """A labelled project of a country and whether its office recommends it."""

    project: Project
    points: str
    is_recommended: bool


def windows_of(country: str) -> list[LabelWindow]:
    """Windows of one country, latest first."""
    rows = LabelWindow.objects.filter(country=country).select_related("scheme")
    return list(rows.order_by("-opens_on"))


def all_windows() -> list[LabelWindow]:
    """Windows that are open or still to come, for the public calendar."""
    rows = LabelWindow.objects.filter(closes_on__gte=today()).select_related("scheme")
    return list(rows.order_by("country", "opens_on"))


def assessors_of(country: str) -> list[Assessor]:
    """Appointed assessors of a country."""
    rows = Assessor.objects.filter(country=country, ended_at=None).select_related("educator")
    return list(rows.order_by("educator__name"))


def access_assessor(actor: Actor, country: str, pk: int) -> Assessor:
    """An appointed assessor, for the office in charge."""
    deny_unless(may_edit_window(actor, country))
    row = Assessor.objects.filter(pk=pk, country=country, ended_at=None).first()
    if row is None:
        raise Refused(hidden())
    return row


def schemes() -> list[CriteriaScheme]:
    """All criteria, newest first."""
    return list(CriteriaScheme.objects.order_by("-pk"))


def access_scheme(actor: Actor, ref: str) -> CriteriaScheme:
    """Criteria behind a public id; they are no secret."""
    row = CriteriaScheme.objects.filter(ref=ref).first()
    if row is None:
        raise Refused(hidden())
    return row


def candidates_of(country: str) -> list[Candidate]:
    """Projects with a national label of the country and without a European one."""
    labels = (
        QualityLabel.objects.filter(country=country, level=LabelLevel.NATIONAL)
        .select_related("project")
        .order_by("-points", "pk")
    )
    done = set(
        QualityLabel.objects.filter(level=LabelLevel.EUROPEAN).values_list("project_id", flat=True)
    )
    recommended = set(
        Recommendation.objects.filter(country=country).values_list("project_id", flat=True)
    )
    found: dict[int, Candidate] = {}
    for label in labels:
        if label.project_id not in done and label.project_id not in found:
            found[label.project_id] = Candidate(
                label.project, str(label.points or ""), label.project_id in recommended
            )
    return list(found.values())


def rules() -> list[EuropeanRule]:
    """Rules of the European label, latest first."""
    return list(EuropeanRule.objects.order_by("-valid_from"))


def rounds() -> list[EuropeanRound]:
    """Rounds, latest first."""
    return list(EuropeanRound.objects.select_related("rule").order_by("-school_year"))


def access_round(ref: str) -> EuropeanRound:
    """A round behind its public id."""
    row = EuropeanRound.objects.select_related("rule").filter(ref=ref).first()
    if row is None:
        raise Refused(hidden())
    return row


def current_rule() -> EuropeanRule | None:
    """The rule that is valid today."""
    day = today()
    rules = EuropeanRule.objects.filter(valid_from__lte=day).exclude(valid_until__lt=day)
    return rules.order_by("-valid_from").first()
