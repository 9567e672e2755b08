"""Sharing, changing, taking away and back (L-12)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from django.db.models import Sum
from django.utils.translation import pgettext_lazy

from opentwinning.community.resources.models import Resource, ResourceFile, ResourceTrait
from opentwinning.community.resources.policies import (
    may_edit_resource,
    may_restore_resource,
    may_share_resource,
)
from opentwinning.community.resources.vocabulary import FILES, RESOURCE, ROOM, TraitKind
from opentwinning.core import richtext
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.text import bare_words
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.facilities.search import actions as search
from opentwinning.people.educators.models import Educator
from opentwinning.workspace.files.vocabulary import Received

type Traits = Mapping[TraitKind, list[str]]

FIELDS = ("title", "about", "language", "kind", "licence", "links")
_TWICE = dt.timedelta(minutes=10)  # the same title sent again this soon is a second click (G6)
_EMPTY = pgettext_lazy("resource", "Add a file or a link.")
_TOO_MANY = pgettext_lazy("resource", "A resource has at most ten files.")
_NO_ROOM = pgettext_lazy(
    "resource", "Your shared files fill your room. Remove old ones and try again."
)


@action
def share_resource(
    *, by: Actor, traits: Traits, received: Sequence[Received], **details: Any
) -> Resource:
    """Give something to all validated educators; its contents already lie on disk."""
    deny_unless(may_share_resource(by))
    author = Educator.objects.select_for_update().get(account_id=by.account)
    twin = Resource.objects.filter(
        author=author, title=details["title"], deleted_at=None, shared_at__gt=now() - _TWICE
    ).first()
    if twin is not None:
        return twin
    resource = _filled(Resource(author=author), details)
    resource.save(force_insert=True)
    _complete(resource, traits, received)
    return resource


@action
def edit_resource(
    *,
    by: Actor,
    resource: Resource,
    traits: Traits,
    received: Sequence[Received],
    **details: Any,
) -> Resource:
    """Change one's own; further files stand beside those that are there."""
    deny_unless(may_edit_resource(by, resource))
    Educator.objects.select_for_update().get(pk=resource.author_id)
    resource = _filled(_locked(resource), details)
    resource.edited_at = now()
    resource.save()
    _complete(resource, traits, received)
    return resource


@action
def remove_file(*, by: Actor, file: ResourceFile) -> list[str]:
    """Take one file off. Returns the names of the contents, which the caller takes off the disk."""
    deny_unless(may_edit_resource(by, file.resource))
    resource = _locked(file.resource)
    if resource.files.count() == 1 and not resource.links:
        raise Invalid(_EMPTY)
    names = [name for name in (file.stored_name, file.thumb_name) if name]
    note(resource, removed=file.sha256)
    file.delete()
    _index(resource)
    return names


@action
def delete_resource(*, by: Actor, resource: Resource) -> Resource:
    """Into the trash: nobody else sees it; undone for thirty days."""
    deny_unless(may_edit_resource(by, resource))
    resource = _locked(resource)
    resource.deleted_at = now()
    resource.save(update_fields=["deleted_at"])
    note(resource, title=resource.title)
    return resource


@action
def restore_resource(*, by: Actor, resource: Resource) -> Resource:
    """Out of the trash, with its files, thanks and comments."""
    deny_unless(may_restore_resource(by, resource))
    resource = _locked(resource)
    resource.deleted_at = None
    resource.save(update_fields=["deleted_at"])
    note(resource, title=resource.title)
    return resource


def _locked(resource: Resource) -> Resource:
    rows = Resource.objects.select_for_update(of=("self",)).select_related("author")
    return rows.get(pk=resource.pk)


def _filled(resource: Resource, details: Mapping[str, Any]) -> Resource:
    unknown = set(details) - set(FIELDS)
    if unknown:
        raise TypeError(f"not fields of a resource: {sorted(unknown)}")
    for name, value in details.items():
        setattr(resource, name, value)
    return resource


def _complete(resource: Resource, traits: Traits, received: Sequence[Received]) -> None:
    held = resource.files.count()
    if not held and not received and not resource.links:
        raise Invalid(_EMPTY, "uploads")
    if held + len(received) > FILES:
        raise Invalid(_TOO_MANY, "uploads")
    # The author's row is locked: two uploads at the limit never both fit (D11).
    used = ResourceFile.objects.filter(resource__author=resource.author_id)
    taken = used.aggregate(sum=Sum("size"))["sum"] or 0
    if received and taken + sum(each.size for each in received) > ROOM:
        raise Invalid(_NO_ROOM, "uploads")
    ResourceFile.objects.bulk_create(
        ResourceFile(resource=resource, **asdict(each)) for each in received
    )
    _set_traits(resource, traits)
    _index(resource)
    note(resource, title=resource.title, files=held + len(received))


def _set_traits(resource: Resource, traits: Traits) -> None:
    wanted = {(str(kind), value) for kind, values in traits.items() for value in values}
    held = {(t.kind, t.value): t.pk for t in ResourceTrait.objects.filter(resource=resource)}
    gone = [pk for key, pk in held.items() if key not in wanted]
    ResourceTrait.objects.filter(pk__in=gone).delete()
    ResourceTrait.objects.bulk_create(
        ResourceTrait(resource=resource, kind=kind, value=value)
        for kind, value in sorted(wanted)
        if (kind, value) not in held
    )


def _index(resource: Resource) -> None:
    names = resource.files.order_by("pk").values_list("name", flat=True)
    search.index(
        RESOURCE,
        resource.pk,
        resource.title,
        richtext.plain(resource.about),
        resource.author.name,
        *map(bare_words, names),
    )
