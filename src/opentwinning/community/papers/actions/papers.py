"""A stamped form from its beginning to its end (X-05)."""

import datetime as dt
from dataclasses import asdict

from django.utils.translation import pgettext_lazy

from opentwinning.community.papers.events import PaperSent
from opentwinning.community.papers.models import Paper
from opentwinning.community.papers.policies import may_begin_paper, may_send_paper
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.educators.models import Educator
from opentwinning.people.support.queries import rules_of
from opentwinning.workspace.files.vocabulary import Received

_KEPT = frozenset({"name", "kind", "media_type", "size", "sha256", "stored_name", "thumb_name"})
_IN_TIME = pgettext_lazy("paper", "There is still time. Nothing was changed.")


@action
def begin_paper(*, by: Actor, educator: Educator) -> Paper | None:
    """She asks for validation: where the rules of her country say so, a form is due. A request
    that goes on after a question keeps its form."""
    deny_unless(may_begin_paper(by))
    note(educator)
    rules = rules_of(educator.country)
    if not rules.asks_paper or Paper.objects.filter(educator=educator, delete_at=None).exists():
        return None
    due_at = now() + dt.timedelta(days=rules.paper_days)
    return Paper.objects.create(educator=educator, due_at=due_at)


@action
def send_paper(*, by: Actor, paper: Paper, received: Received) -> list[str]:
    """The stamped form, whose content lies on disk already. A second one takes the place of the
    first. Returns the names of contents that the caller takes off the disk."""
    paper = _locked(paper)
    deny_unless(may_send_paper(by, paper))
    replaced = paper.contents
    for field, value in asdict(received).items():
        if field in _KEPT:
            setattr(paper, field, value)
    paper.sent_at = now()
    paper.save()
    note(paper, sha256=paper.sha256)
    emit(PaperSent(paper.educator_id, paper.ref))
    return replaced


@action
def take_new_term(*, by: Actor, paper: Paper) -> Paper:
    """It came to nothing in time: as many days again."""
    paper = _locked(paper)
    deny_unless(may_send_paper(by, paper))
    if not paper.is_late:
        raise Invalid(_IN_TIME)
    days = rules_of(paper.educator.country).paper_days
    note(paper, before=paper.due_at)
    paper.due_at, paper.reminded_at, paper.told_late_at = (
        now() + dt.timedelta(days=days),
        None,
        None,
    )
    paper.save(update_fields=["due_at", "reminded_at", "told_late_at"])
    return paper


@action
def close_paper(*, by: Actor, educator: Educator) -> None:
    """The request is decided: the form is kept for as long as the rules say; one that was never
    sent is not needed any longer."""
    deny_unless(may_begin_paper(by))
    note(educator)
    paper = Paper.objects.select_for_update().filter(educator=educator, delete_at=None).first()
    if paper is None:
        return
    days = rules_of(educator.country).paper_kept_days if paper.is_sent else 0
    paper.delete_at = now() + dt.timedelta(days=days)
    paper.save(update_fields=["delete_at"])


@action
def forget_paper(*, by: Actor, paper: Paper) -> list[str]:
    """Its time is over. Returns the names of contents that the caller takes off the disk."""
    deny_unless(may_begin_paper(by))
    note(paper)
    paper.delete()
    return paper.contents


@action
def mark_reminded(*, by: Actor, paper: Paper) -> None:
    """She knows that the day is near."""
    deny_unless(may_begin_paper(by))
    note(paper)
    Paper.objects.filter(pk=paper.pk).update(reminded_at=now())


@action
def mark_told_late(*, by: Actor, paper: Paper) -> None:
    """She knows that the day has passed."""
    deny_unless(may_begin_paper(by))
    note(paper)
    Paper.objects.filter(pk=paper.pk).update(told_late_at=now())


def _locked(paper: Paper) -> Paper:
    rows = Paper.objects.select_for_update(of=("self",)).select_related("educator")
    found = rows.filter(pk=paper.pk).first()
    if found is None:
        raise Invalid(pgettext_lazy("paper", "This form is not here any longer."))
    return found
