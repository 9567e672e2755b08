"""Rules that project admins set for their space."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import deny_unless
from opentwinning.workspace.spaces.models import Space
from opentwinning.workspace.spaces.policies import may_administer_space
from opentwinning.workspace.spaces.queries import member_of


@action
def set_space_rules(*, by: Actor, space: Space, pupils_may_open_threads: bool) -> Space:
    """Pupils may always reply; whether they may open threads is a choice (X-46, X-47)."""
    space = Space.objects.select_for_update().get(pk=space.pk)
    deny_unless(may_administer_space(member_of(by, space), space))
    note(
        space,
        pupils_may_open_threads={
            "before": space.pupils_may_open_threads,
            "after": pupils_may_open_threads,
        },
    )
    space.pupils_may_open_threads = pupils_may_open_threads
    space.save(update_fields=["pupils_may_open_threads"])
    return space
