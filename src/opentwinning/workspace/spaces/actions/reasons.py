"""What a colleague hides inside a space is stated to its author, who may object (H17)."""

from dataclasses import dataclass

from opentwinning.core.actor import Actor
from opentwinning.people.pupils.models import ClassOwner
from opentwinning.people.safeguarding.actions import state_reasons
from opentwinning.workspace.spaces.models import Member


@dataclass(frozen=True, slots=True)
class Hidden:
    """What was hidden: its kind among the reportables, and a path without language."""

    kind: str
    ref: str
    title: str
    url: str
    author: Member


def state_hiding(*, by: Actor, thing: Hidden, reason: str) -> None:
    """Part of an action. The support organisation of the author's country answers an objection: it
    is nobody of the space. For a pupil her own teachers read it, unless one of them hid it: then
    the reason beside the text is enough. Nobody is told about what she hid of her own."""
    author = thing.author
    is_own = by.account_id is not None and author.account_id == by.account_id
    if is_own or (author.account is None and author.pupil is None):
        return
    if author.pupil is not None and _answers_for(by, author.pupil.school_class_id):
        return
    state_reasons(
        by=by,
        kind=thing.kind,
        item_ref=thing.ref,
        title=thing.title,
        url=thing.url,
        country=author.country,
        reason=reason,
        account=author.account,
        pupil=author.pupil,
    )


def _answers_for(by: Actor, school_class: int) -> bool:
    owners = ClassOwner.objects.filter(school_class_id=school_class)
    return owners.filter(educator__account_id=by.account).exists()
