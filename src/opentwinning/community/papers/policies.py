"""Who sends and who opens a stamped form."""

from django.utils.translation import pgettext_lazy

from opentwinning.community.papers.models import Paper
from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.people.support.queries import is_in_charge


def may_begin_paper(actor: Actor) -> Verdict:
    """The house itself, when somebody asks for validation, decides or forgets."""
    return granted() if actor.is_a(Role.SYSTEM) else hidden()


def may_see_paper(actor: Actor, paper: Paper) -> Verdict:
    """She herself, and officers in charge of her country; an officer's own only as her own."""
    if actor.account_id is not None and paper.educator.account_id == actor.account_id:
        return granted()
    return granted() if is_in_charge(actor, paper.educator.country) else hidden()


def may_send_paper(actor: Actor, paper: Paper) -> Verdict:
    """She herself, until the decision."""
    if actor.account_id is None or paper.educator.account_id != actor.account_id:
        return hidden()
    if not paper.is_open:
        return refused(pgettext_lazy("paper", "This request was decided already."))
    return granted()
