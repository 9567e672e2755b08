"""Thanks and one's own shelf."""

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from opentwinning.community.resources.models import Kept, Resource, Thanks
from opentwinning.community.resources.policies import (
    may_forget_resources,
    may_keep_resource,
    may_thank_for,
)
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.educators.models import Educator


@action
def thank_for(*, by: Actor, resource: Resource, thanks: bool) -> None:
    """Say thank you, or take it back; twice is once."""
    deny_unless(may_thank_for(by, resource))
    me = Educator.objects.get(account_id=by.account)
    row = Resource.objects.select_for_update().get(pk=resource.pk)
    if thanks:
        _, changed = Thanks.objects.get_or_create(resource=row, educator=me)
    else:
        changed = bool(Thanks.objects.filter(resource=row, educator=me).delete()[0])
    if changed:
        Resource.objects.filter(pk=row.pk).update(thanks=F("thanks") + (1 if thanks else -1))
    note(resource, thanks=thanks)


@action
def keep_resource(*, by: Actor, resource: Resource, keeps: bool) -> None:
    """Put it on one's shelf, or take it off."""
    deny_unless(may_keep_resource(by, resource))
    me = Educator.objects.get(account_id=by.account)
    if keeps:
        Kept.objects.get_or_create(resource=resource, educator=me)
    else:
        Kept.objects.filter(resource=resource, educator=me).delete()
    note(resource, keeps=keeps)


@action
def recount_thanks(*, by: Actor, account_id: int) -> None:
    """After two accounts of one person became one: nobody thanks herself, and each counts once."""
    deny_unless(may_forget_resources(by))
    mine = Thanks.objects.filter(educator__account_id=account_id)
    hers = Resource.objects.filter(author__account_id=account_id).values("pk")
    mine.filter(resource__in=hers).delete()
    counted = Thanks.objects.filter(resource=OuterRef("pk")).order_by().values("resource")
    number = Subquery(counted.annotate(n=Count("pk")).values("n"))
    touched = Resource.objects.filter(Q(pk__in=mine.values("resource")) | Q(pk__in=hers))
    touched.update(thanks=Coalesce(number, 0))
    note(account=account_id)
