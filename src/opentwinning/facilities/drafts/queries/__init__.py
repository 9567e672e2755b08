"""Reading one's own drafts."""

from django.db.models import QuerySet
from django.http import QueryDict

from opentwinning.core.actor import Actor
from opentwinning.core.prepared import prepared
from opentwinning.core.recall import once_per_page
from opentwinning.facilities.drafts.models import Draft

NEWEST = 6  # on Today: five, and one more to tell that there are more
_NOT_TYPED = {"csrfmiddlewaretoken", "base_stamp", "draft_title", "discard_draft"}


@prepared
def _one(owner: str, key: str) -> QuerySet[Draft]:
    return Draft.objects.filter(owner_key=owner, key=key)


@once_per_page
def draft_of(actor: Actor, key: str) -> Draft | None:
    """The actor's own draft of one form."""
    return next(iter(_one(actor.key, key)), None)


def drafts_of(actor: Actor) -> QuerySet[Draft]:
    """Everything the actor has begun and not sent, newest first."""
    return Draft.objects.filter(owner_key=actor.key).order_by("-saved_at")


@prepared
def _newest(owner: str) -> QuerySet[Draft]:
    return Draft.objects.filter(owner_key=owner).order_by("-saved_at")[:NEWEST]


def newest_drafts_of(actor: Actor) -> list[Draft]:
    """The newest of them, at most ``NEWEST``."""
    return _newest(actor.key)


def typed(actor: Actor, key: str) -> dict[str, str | list[str]]:
    """The draft as initial values of a form; empty without a draft."""
    draft = draft_of(actor, key)
    if draft is None:
        return {}
    return {k: v if len(v) != 1 else v[0] for k, v in draft.fields.items()}


def posted(data: QueryDict) -> dict[str, list[str]]:
    """The fields of a posted form, without the token, passwords and characters that PostgreSQL does
    not know."""
    return {
        name.replace("\x00", ""): [value.replace("\x00", "") for value in data.getlist(name)]
        for name in data
        if name not in _NOT_TYPED and "password" not in name
    }
