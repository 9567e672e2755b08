"""Teachers hide remarks and show them again; after a report one is withheld (H6, H17)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.safeguarding.actions import end_statements
from opentwinning.workspace.remarks.models import Remark
from opentwinning.workspace.remarks.policies import may_hide_remark
from opentwinning.workspace.remarks.queries import locked_remark
from opentwinning.workspace.remarks.vocabulary import MAX_REASON, REPORTED_AS
from opentwinning.workspace.spaces.actions import Hidden, state_hiding

_SAY_WHY = pgettext_lazy("remark", "Write why. The author reads it.")


@action
def hide_remark(*, by: Actor, remark: Remark, reason: str) -> Remark:
    """Only teachers and the author still see it, with the reason."""
    thing, remark = locked_remark(by, remark.ref)
    deny_unless(may_hide_remark(thing, remark))
    if not reason:
        raise Invalid(_SAY_WHY, "reason")
    remark.hidden_at, remark.hidden_by = now(), thing.presence.member
    remark.hidden_reason, remark.is_held = reason, False
    remark.save(update_fields=["hidden_at", "hidden_by", "hidden_reason", "is_held"])
    note(remark, reason=reason)
    about = Hidden(REPORTED_AS, remark.ref, thing.title, thing.url, remark.author)
    state_hiding(by=by, thing=about, reason=reason)
    return remark


@action
def show_remark(*, by: Actor, remark: Remark) -> Remark:
    """Everybody who reads the thing sees it again."""
    thing, remark = locked_remark(by, remark.ref)
    deny_unless(may_hide_remark(thing, remark))
    remark.hidden_at = remark.hidden_by = None
    remark.hidden_reason, remark.is_held = "", False
    remark.save(update_fields=["hidden_at", "hidden_by", "hidden_reason", "is_held"])
    note(remark)
    end_statements(by=by, kind=REPORTED_AS, item_ref=remark.ref, of_cases=False)
    return remark


@action
def withhold_remark(*, by: Actor, ref: str, reason: str) -> None:
    """Only its author and teachers still see it; teachers cannot show it again. Whoever decides
    about the report is judged there."""
    remark = Remark.objects.select_for_update().filter(ref=ref).first()
    if remark is None:
        return
    if remark.withheld_at is None:
        remark.was_hidden = remark.hidden_at is not None
    remark.hidden_at = remark.hidden_at or now()
    remark.withheld_at = now()
    if not remark.was_hidden:
        remark.hidden_reason = reason[:MAX_REASON]
    remark.save(update_fields=["hidden_at", "withheld_at", "was_hidden", "hidden_reason"])
    note(remark, reason=reason)


@action
def give_remark_back(*, by: Actor, ref: str) -> None:
    """As it stood: what a teacher had hidden before stays hidden."""
    remark = Remark.objects.select_for_update().filter(ref=ref).exclude(hidden_at=None).first()
    if remark is None:
        return
    if not remark.was_hidden:
        remark.hidden_at, remark.hidden_by, remark.hidden_reason = None, None, ""
    remark.withheld_at, remark.was_hidden = None, False
    remark.save(
        update_fields=["hidden_at", "hidden_by", "hidden_reason", "withheld_at", "was_hidden"]
    )
    note(remark)
