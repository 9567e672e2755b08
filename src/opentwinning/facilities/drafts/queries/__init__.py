"""Reading one's own drafts."""

from django.db.models import QuerySet
from django.http import QueryDict

from opentwinning.core.actor import Actor
from opentwinning.facilities.drafts.models import Draft

_NOT_TYPED = {"csrfmiddlewaretoken", "base_stamp", "draft_title", "discard_draft"}


def draft_of(actor: Actor, key: str) -> Draft | None:
    """The actor's own draft of one form."""
    return Draft.objects.filter(owner_key=actor.key, key=key).first()


def drafts_of(actor: Actor) -> QuerySet[Draft]:
    """Everything the actor has begun and not sent, newest first."""
    return Draft.objects.filter(owner_key=actor.key).order_by("-saved_at")


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
