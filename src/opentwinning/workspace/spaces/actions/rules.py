"""Rules that project admins set for their space."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import deny_unless
from opentwinning.workspace.spaces.models import Space
from opentwinning.workspace.spaces.policies import may_administer_space
from opentwinning.workspace.spaces.queries import member_of
from opentwinning.workspace.spaces.vocabulary import LooksFirst


@action
def set_space_rules(
    *, by: Actor, space: Space, pupils_may_open_threads: bool, looks_first: str | None = None
) -> Space:
    """Pupils may always reply; whether they may open threads is a choice (X-46, X-47), and whose
    words wait for a teacher (H13; None leaves it as it is)."""
    space = Space.objects.select_for_update().get(pk=space.pk)
    deny_unless(may_administer_space(member_of(by, space), space))
    before = (space.pupils_may_open_threads, space.looks_first)
    space.pupils_may_open_threads = pupils_may_open_threads
    space.looks_first = LooksFirst(space.looks_first if looks_first is None else looks_first)
    note(space, before=before, after=(pupils_may_open_threads, space.looks_first))
    space.save(update_fields=["pupils_may_open_threads", "looks_first"])
    return space
