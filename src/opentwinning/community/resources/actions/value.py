"""Thanks and one's own shelf."""

from django.db.models import F

from opentwinning.community.resources.models import Kept, Resource, Thanks
from opentwinning.community.resources.policies import may_keep_resource, may_thank_for
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
