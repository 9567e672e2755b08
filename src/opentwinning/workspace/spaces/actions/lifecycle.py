"""Opening, closing. Called by the app that owns the space, which has judged the right."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.transitions import move
from opentwinning.workspace.spaces.events import SpaceEmptied, SpaceMadeReadOnly, SpaceOpened
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.vocabulary import TRANSITIONS, SpaceState

_NOT_NOW = pgettext_lazy("space", "This TwinSpace is in another state now. Reload the page.")


@action
def open_space(*, by: Actor, title: str) -> Space:
    """A new, empty space."""
    space = Space.objects.create(title=title)
    emit(SpaceOpened(space.pk))
    return space


@action
def rename_space(*, by: Actor, space: Space, title: str) -> Space:
    """Another name on every page of the space."""
    note(space, before=space.title, after=title)
    space.title = title
    space.save(update_fields=["title"])
    return space


@action
def make_read_only(*, by: Actor, space: Space) -> Space:
    """Members keep reading; nothing new is written (B10)."""
    move(space, to=SpaceState.READ_ONLY, table=TRANSITIONS, sentence=_NOT_NOW)
    space.read_only_at = now()
    space.save(update_fields=["state", "read_only_at"])
    emit(SpaceMadeReadOnly(space.pk))
    return space


@action
def withhold_space(*, by: Actor, space: Space) -> Space:
    """It will be emptied: members still read and take their things along, visitors see nothing."""
    move(space, to=SpaceState.WITHHELD, table=TRANSITIONS, sentence=_NOT_NOW)
    space.read_only_at = space.read_only_at or now()
    space.save(update_fields=["state", "read_only_at"])
    return space


@action
def give_space_back(*, by: Actor, space: Space, is_open: bool) -> Space:
    """It will not be emptied after all: as it was before."""
    to = SpaceState.OPEN if is_open else SpaceState.READ_ONLY
    move(space, to=to, table=TRANSITIONS, sentence=_NOT_NOW)
    if is_open:
        space.read_only_at = None
    space.save(update_fields=["state", "read_only_at"])
    return space


@action
def empty_space(*, by: Actor, space: Space) -> Space:
    """Everything in it is deleted by the tools that hold it; nobody is a member any more. Who was
    one stays as a row without a name, so that pupils are kept as long as after any project."""
    move(space, to=SpaceState.CLOSED, table=TRANSITIONS, sentence=_NOT_NOW)
    space.save(update_fields=["state"])
    members = Member.objects.filter(space=space)
    members.filter(left_at=None).update(left_at=now())
    note(space, members=members.update(name=""))
    emit(SpaceEmptied(space.pk))
    return space


@action
def reopen_space(*, by: Actor, space: Space) -> Space:
    """Work goes on (J-13)."""
    move(space, to=SpaceState.OPEN, table=TRANSITIONS, sentence=_NOT_NOW)
    space.read_only_at = None
    space.save(update_fields=["state", "read_only_at"])
    return space
