"""Why (not) eligible: every gate line by line, the same for everybody concerned (idea 3)."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Avg, QuerySet
from django.utils.translation import npgettext, pgettext

from opentwinning.collaboration.projects.models import Partnership, Project
from opentwinning.collaboration.projects.vocabulary import REAL
from opentwinning.collaboration.recognition.models import (
    EuropeanRound,
    EuropeanRule,
    LabelApplication,
    LabelWindow,
    QualityLabel,
    Recommendation,
)
from opentwinning.collaboration.recognition.vocabulary import (
    COUNTED,
    UNDER_WAY,
    ApplicationState,
    LabelLevel,
    LineState,
)
from opentwinning.core.clock import now, today
from opentwinning.core.components.formats import day_in_words
from opentwinning.core.prepared import prepared
from opentwinning.people.educators.models import Educator


@dataclass(frozen=True, slots=True)
class Line:
    """One condition: its state and a sentence with the numbers of this case."""

    state: LineState
    text: str
    key: str

    @property
    def is_met(self) -> bool:
        return self.state is LineState.MET


def national_lines(educator: Educator, project: Project, window: LabelWindow | None) -> list[Line]:
    """May this educator apply for a national label with this project now?"""
    lines = [_is_partner(educator, project), _is_european(project)]
    if window is None:
        text = pgettext("eligibility", "Your country has not announced a window yet.")
        return [*lines, Line(LineState.UNMET, text, "window")]
    return [
        *lines,
        _window(window),
        _duration(project, window),
        _number(educator, window),
        _not_yet(educator, project, window),
    ]


def european_lines(project: Project, rule: EuropeanRule) -> list[Line]:
    """Why this project is or is not eligible for the European label under this rule."""
    labels = QualityLabel.objects.filter(project=project, level=LabelLevel.NATIONAL)
    count = labels.count()
    countries = labels.values("country").distinct().count()
    under_way = LabelApplication.objects.filter(project=project, state__in=UNDER_WAY).count()
    recommended = Recommendation.objects.filter(project=project).count()
    lines = [
        _is_european(project),
        _at_least(
            "labels",
            count,
            rule.minimum_national_labels,
            npgettext(
                "eligibility",
                "%(found)s of %(needed)s national label awarded.",
                "%(found)s of %(needed)s national labels awarded.",
                rule.minimum_national_labels,
            ),
            is_near=count + under_way >= rule.minimum_national_labels,
        ),
        _at_least(
            "countries",
            countries,
            rule.minimum_countries,
            npgettext(
                "eligibility",
                "Labels from %(found)s of %(needed)s country.",
                "Labels from %(found)s of %(needed)s countries.",
                rule.minimum_countries,
            ),
        ),
        _at_least(
            "recommendations",
            recommended,
            rule.minimum_recommendations,
            npgettext(
                "eligibility",
                "Recommended by %(found)s of %(needed)s support organisation.",
                "Recommended by %(found)s of %(needed)s support organisations.",
                rule.minimum_recommendations,
            ),
        ),
    ]
    if rule.minimum_average_points is not None:
        average = labels.aggregate(points=Avg("points"))["points"]
        lines.append(_average(average, rule.minimum_average_points))
    return lines


def round_candidates(round_: EuropeanRound) -> list[tuple[Project, list[Line]]]:
    """Every project with a national label and without a European one, with its lines."""
    holders = QualityLabel.objects.filter(level=LabelLevel.NATIONAL).values("project")
    done = QualityLabel.objects.filter(level=LabelLevel.EUROPEAN).values("project")
    projects = (
        Project.objects.filter(pk__in=holders, state__in=REAL)
        .exclude(pk__in=done)
        .order_by("title", "pk")
    )
    return [(project, european_lines(project, round_.rule)) for project in projects]


@prepared
def _seat(educator: int, project: int) -> QuerySet[Partnership, int]:
    running = Partnership.objects.filter(educator_id=educator, project_id=project, left_at=None)
    return running.values_list("pk", flat=True)[:1]


def is_partner_of(educator: Educator, project: Project) -> bool:
    """Whether the educator takes part in the project (and has not left it)."""
    return bool(_seat(educator.pk, project.pk))


def _is_partner(educator: Educator, project: Project) -> Line:
    return _line(
        "partner",
        is_partner_of(educator, project),
        pgettext("eligibility", "You are a partner of this project."),
        pgettext("eligibility", "Only partners of the project can apply."),
    )


def _is_european(project: Project) -> Line:
    return _line(
        "european",
        project.is_label_eligible,
        pgettext("eligibility", "The founders come from two countries."),
        pgettext("eligibility", "Projects founded in one country get no label."),
    )


def _window(window: LabelWindow) -> Line:
    opens = day_in_words(window.opens_on, weekday=False)
    closes = day_in_words(window.closes_on, weekday=False)
    if today() < window.opens_on:
        text = pgettext("eligibility", "Applications open on %(date)s.") % {"date": opens}
        return Line(LineState.NEAR, text, "window")
    if today() > window.closes_on:
        text = pgettext("eligibility", "Applications closed on %(date)s.") % {"date": closes}
        return Line(LineState.UNMET, text, "window")
    text = pgettext("eligibility", "Applications are open until %(date)s.") % {"date": closes}
    return Line(LineState.MET, text, "window")


def _duration(project: Project, window: LabelWindow) -> Line:
    end = project.closed_at or now()
    days = (end - project.approved_at).days if project.approved_at else 0
    values = {"days": days, "needed": window.minimum_duration_days}
    text = (
        npgettext(
            "eligibility",
            "The project has run for %(days)s day; %(needed)s are needed.",
            "The project has run for %(days)s days; %(needed)s are needed.",
            days,
        )
        % values
    )
    if days >= window.minimum_duration_days:
        return Line(LineState.MET, text, "duration")
    return Line(LineState.UNMET if project.closed_at else LineState.NEAR, text, "duration")


def _number(educator: Educator, window: LabelWindow) -> Line:
    used = LabelApplication.objects.filter(
        educator=educator, window=window, state__in=COUNTED
    ).count()
    text = pgettext("eligibility", "You have used %(used)s of %(limit)s applications this year.")
    values = {"used": used, "limit": window.applications_per_educator}
    state = LineState.MET if used < window.applications_per_educator else LineState.UNMET
    return Line(state, text % values, "number")


def _not_yet(educator: Educator, project: Project, window: LabelWindow) -> Line:
    earlier = LabelApplication.objects.filter(educator=educator, project=project).exclude(
        state=ApplicationState.WITHDRAWN
    )
    states = list(earlier.values_list("state", flat=True))
    if not states:
        text = pgettext("eligibility", "You have not applied with this project before.")
        return Line(LineState.MET, text, "first")
    again = states == [ApplicationState.REFUSED] and window.second_application
    return _line(
        "first",
        again,
        pgettext("eligibility", "You may apply a second time and say what is new."),
        pgettext("eligibility", "You have already applied with this project."),
    )


def _average(average: float | Decimal | None, needed: Decimal) -> Line:
    found = Decimal(average or 0).quantize(Decimal("0.01"))
    text = pgettext("eligibility", "Average of %(found)s points; more than %(needed)s are needed.")
    state = LineState.MET if found > needed else LineState.UNMET
    return Line(state, text % {"found": found, "needed": needed}, "average")


def _at_least(key: str, found: int, needed: int, sentence: str, *, is_near: bool = False) -> Line:
    text = sentence % {"found": found, "needed": needed}
    if found >= needed:
        return Line(LineState.MET, text, key)
    return Line(LineState.NEAR if is_near else LineState.UNMET, text, key)


def _line(key: str, is_met: bool, yes: str, no: str) -> Line:  # noqa: FBT001 - a private shorthand
    return Line(LineState.MET if is_met else LineState.UNMET, yes if is_met else no, key)
