"""The doors."""

from typing import Literal

from django.utils.translation import pgettext_lazy

from opentwinning.community.comments.vocabulary import Commented
from opentwinning.community.resources.models import Resource, ResourceFile
from opentwinning.community.resources.policies import (
    may_edit_resource,
    may_keep_resource,
    may_restore_resource,
    may_see_resource,
    may_thank_for,
)
from opentwinning.community.resources.vocabulary import RESOURCE
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, deny_unless, hidden

type Intention = Literal["see", "edit", "restore", "thank", "keep"]
_POLICIES = {
    "see": may_see_resource,
    "edit": may_edit_resource,
    "restore": may_restore_resource,
    "thank": may_thank_for,
    "keep": may_keep_resource,
}


def access_resource(actor: Actor, ref: str, *, to: Intention = "see") -> Resource:
    """The resource behind a public id, for one intention; absent and forbidden look alike (B3)."""
    resource = Resource.objects.select_related("author").filter(ref=ref).first()
    if resource is None:
        raise Refused(hidden())
    deny_unless(_POLICIES[to](actor, resource))
    return resource


def access_resource_file(
    actor: Actor, ref: str, *, to: Literal["see", "edit"] = "see"
) -> ResourceFile:
    """A file, for whoever sees or changes its resource."""
    file = ResourceFile.objects.select_related("resource__author").filter(ref=ref).first()
    if file is None:
        raise Refused(hidden())
    deny_unless(_POLICIES[to](actor, file.resource))
    return file


def commented(resource: Resource) -> Commented:
    """The resource as a thing to comment on."""
    return Commented(
        kind=RESOURCE,
        ref=resource.ref,
        owner=resource.author,
        title=resource.title,
        url=f"/resources/{resource.ref}",
        readers=pgettext_lazy("visibility", "All validated teachers and the support organisations"),
        is_open=resource.is_shown,
    )


def contents_of_resources(stored_names: list[str]) -> set[str]:
    """Which of these contents on disk belong to resources."""
    by_name = ResourceFile.objects.filter(stored_name__in=stored_names)
    by_thumb = ResourceFile.objects.filter(thumb_name__in=stored_names)
    return {
        *by_name.values_list("stored_name", flat=True),
        *by_thumb.values_list("thumb_name", flat=True),
    }
