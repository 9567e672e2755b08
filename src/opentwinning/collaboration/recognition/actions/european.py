"""The European label: recommend, open a round, decide it once (Q-19…Q-22, C-04)."""

import datetime as dt
from decimal import Decimal

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.recognition.events import EuropeanLabelAwarded
from opentwinning.collaboration.recognition.models import (
    EuropeanRound,
    EuropeanRule,
    QualityLabel,
    Recommendation,
)
from opentwinning.collaboration.recognition.policies import (
    may_edit_criteria,
    may_hold_round,
    may_recommend_project,
)
from opentwinning.collaboration.recognition.queries.country import current_rule
from opentwinning.collaboration.recognition.queries.eligibility import round_candidates
from opentwinning.collaboration.recognition.vocabulary import (
    EUROPEAN_CERTIFICATE,
    LabelLevel,
    RoundState,
)
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.certificates.actions import issue_certificate


@action
def save_rule(  # noqa: PLR0913 - the numbers of the rule
    *,
    by: Actor,
    valid_from: dt.date,
    valid_until: dt.date | None,
    minimum_national_labels: int,
    minimum_countries: int,
    minimum_recommendations: int,
    minimum_average_points: Decimal | None,
    share_percent: int | None,
) -> EuropeanRule:
    """Write down what holds from a date on; a rule that a round used stays as it was."""
    deny_unless(may_edit_criteria(by))
    known = EuropeanRule.objects.filter(valid_from=valid_from).first()
    if known is not None and EuropeanRound.objects.filter(rule=known).exists():
        raise Invalid(
            pgettext_lazy("label", "A round used this rule. Begin a new one on another date."),
            "valid_from",
        )
    rule = known or EuropeanRule(valid_from=valid_from)
    rule.valid_until = valid_until
    rule.minimum_national_labels = minimum_national_labels
    rule.minimum_countries = minimum_countries
    rule.minimum_recommendations = minimum_recommendations
    rule.minimum_average_points = minimum_average_points
    rule.share_percent = share_percent
    rule.save()
    return rule


@action
def recommend_project(
    *, by: Actor, project: Project, country: str, school_year: str
) -> Recommendation:
    """A support organisation recommends a project that holds its label, within its share."""
    deny_unless(may_recommend_project(by, country))
    labels = QualityLabel.objects.filter(level=LabelLevel.NATIONAL, country=country)
    if not labels.filter(project=project).exists():
        raise Invalid(pgettext_lazy("label", "This project has no label from your country."))
    rule = current_rule()
    if rule is not None and rule.share_percent is not None:
        EuropeanRule.objects.select_for_update().get(pk=rule.pk)  # officers count after each other
        of_year = labels.filter(school_year=school_year).values("project").distinct().count()
        # At least one project may always be recommended: a small country is not left out.
        limit = max(1, of_year * rule.share_percent // 100)
        used = Recommendation.objects.filter(country=country, school_year=school_year)
        if used.exclude(project=project).count() >= limit:
            raise Invalid(
                pgettext_lazy("label", "Your country has used its share of recommendations.")
            )
    recommendation, _ = Recommendation.objects.get_or_create(
        project=project,
        country=country,
        defaults={"school_year": school_year, "by_account_id": by.account_id, "at": now()},
    )
    return recommendation


@action
def withdraw_recommendation(*, by: Actor, project: Project, country: str) -> None:
    """Take a recommendation back."""
    deny_unless(may_recommend_project(by, country))
    Recommendation.objects.filter(project=project, country=country).delete()
    note(project, country=country)


@action
def open_round(*, by: Actor, school_year: str) -> EuropeanRound:
    """Begin the yearly round with the rule that is valid today."""
    deny_unless(may_hold_round(by))
    rule = current_rule()
    if rule is None:
        raise Invalid(pgettext_lazy("label", "Write down the rule of this year first."))
    round_, _ = EuropeanRound.objects.get_or_create(
        school_year=school_year, defaults={"rule": rule, "opened_at": now()}
    )
    return round_


@action
def decide_round(*, by: Actor, round_: EuropeanRound) -> EuropeanRound:
    """Award the label to every eligible project, once (Q-21)."""
    deny_unless(may_hold_round(by))
    round_ = EuropeanRound.objects.select_for_update().get(pk=round_.pk)
    if round_.state != RoundState.OPEN:
        raise Invalid(pgettext_lazy("label", "This round was already decided."))
    awarded = [
        _award(by, project, round_)
        for project, lines in round_candidates(round_)
        if all(line.is_met for line in lines)
    ]
    round_.state = RoundState.DECIDED
    round_.decided_at = now()
    round_.awarded_count = len(awarded)
    round_.save(update_fields=["state", "decided_at", "awarded_count"])
    return round_


def _award(by: Actor, project: Project, round_: EuropeanRound) -> Project:
    holders = QualityLabel.objects.filter(
        project=project, level=LabelLevel.NATIONAL
    ).select_related("educator__account", "organisation")
    countries = sorted({holder.country for holder in holders})
    for holder in holders:
        organisation = holder.organisation
        certificate = issue_certificate(
            by=by,
            kind=EUROPEAN_CERTIFICATE,
            holder=holder.educator.account,
            country=holder.country,
            title=project.title,
            cause=f"european-label:{project.ref}:{holder.educator.ref}",
            school=organisation.name if organisation else "",
            place=organisation.place if organisation else "",
            countries=countries,
            school_year=round_.school_year,
        )
        QualityLabel.objects.create(
            level=LabelLevel.EUROPEAN,
            project=project,
            educator=holder.educator,
            organisation=organisation,
            country=holder.country,
            school_year=round_.school_year,
            points=holder.points,
            certificate=certificate,
            awarded_at=now(),
        )
    emit(EuropeanLabelAwarded(project.pk, [h.educator.account_id for h in holders]))
    return project
