"""One paper, and the lists the schedule needs."""

from django.db.models import QuerySet

from opentwinning.community.papers.models import Paper
from opentwinning.community.papers.policies import may_see_paper
from opentwinning.community.papers.vocabulary import REMIND_BEFORE
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.people.educators.models import Educator


def paper_of(educator: Educator) -> Paper | None:
    """The form of the request that runs or was decided last; None when none was asked for."""
    return Paper.objects.filter(educator=educator).order_by("-pk").first()


def access_paper(actor: Actor, ref: str) -> Paper:
    """A paper by its name, for her and for officers in charge."""
    found = Paper.objects.select_related("educator").filter(ref=ref).first()
    if found is None:
        raise Refused(hidden())
    deny_unless(may_see_paper(actor, found))
    return found


def contents_of_papers(names: list[str]) -> set[str]:
    """Which of these contents belong to papers."""
    found: set[str] = set()
    for field in ("stored_name", "thumb_name"):
        rows = Paper.objects.filter(**{f"{field}__in": names})
        found.update(rows.values_list(field, flat=True))
    return found


def papers_to_remind() -> QuerySet[Paper]:
    """Due within a week, not sent, nobody reminded."""
    soon = _missing().filter(due_at__gt=now(), due_at__lte=now() + REMIND_BEFORE)
    return soon.filter(reminded_at=None)


def late_papers() -> QuerySet[Paper]:
    """Their day passed, and she does not know yet."""
    return _missing().filter(due_at__lte=now(), told_late_at=None)


def papers_to_delete() -> QuerySet[Paper]:
    """Kept long enough after the decision."""
    return Paper.objects.filter(delete_at__lte=now())


def _missing() -> QuerySet[Paper]:
    rows = Paper.objects.filter(delete_at=None, sent_at=None)
    return rows.select_related("educator")
