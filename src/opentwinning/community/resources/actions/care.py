"""Withheld after a decision and given back (H17); forgotten after the trash, or with its author."""

import datetime as dt

from django.db.models import F

from opentwinning.community.comments.actions import forget_comments
from opentwinning.community.resources.models import Resource, ResourceFile, Thanks
from opentwinning.community.resources.policies import may_forget_resources
from opentwinning.community.resources.vocabulary import RESOURCE, TRASH_DAYS
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import deny_unless
from opentwinning.facilities.search import actions as search


@action
def withhold_resource(*, by: Actor, ref: str) -> None:
    """Only its author still sees it. The one who decides is judged before."""
    Resource.objects.filter(ref=ref, withheld_at=None).update(withheld_at=now())
    note(resource=ref)


@action
def give_resource_back(*, by: Actor, ref: str) -> None:
    """As it stood."""
    Resource.objects.filter(ref=ref).update(withheld_at=None)
    note(resource=ref)


@action
def purge_resources(*, by: Actor) -> list[str]:
    """Forget what lay in the trash long enough; returns names of contents, which the caller takes
    off the disk after the commit. What a decision touches stays until that is over."""
    deny_unless(may_forget_resources(by))
    old = now() - dt.timedelta(days=TRASH_DAYS)
    rows = Resource.objects.filter(deleted_at__lt=old, withheld_at=None)
    return _forget(by, dict(rows.values_list("pk", "ref")))


@action
def forget_resources_of(*, by: Actor, account_id: int) -> None:
    """She is about to be erased: what she shared goes, the daily sweep takes the contents; what
    she thanked for counts one less."""
    deny_unless(may_forget_resources(by))
    thanked = Thanks.objects.filter(educator__account_id=account_id)
    Resource.objects.filter(pk__in=thanked.values("resource")).update(thanks=F("thanks") - 1)
    thanked.delete()
    rows = Resource.objects.filter(author__account_id=account_id)
    _forget(by, dict(rows.values_list("pk", "ref")))


def _forget(by: Actor, found: dict[int, str]) -> list[str]:
    files = ResourceFile.objects.filter(resource__in=found)
    names = [name for pair in files.values_list("stored_name", "thumb_name") for name in pair]
    search.forget_many(RESOURCE, list(found))
    forget_comments(by=by, kind=RESOURCE, refs=list(found.values()))
    Resource.objects.filter(pk__in=found).delete()
    note(resources=list(found.values()))
    return [name for name in names if name]
