"""What members say about a thing of their space, and with which signs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor
from opentwinning.workspace.spaces.queries import Presence, Thing

REPORTED_AS = "remark"  # the kind under which it is reported, hidden and given back
MAX_TEXT = 2000
MAX_QUOTE = 400
MAX_REASON = 300
MOST = 500  # about one thing, deleted ones too
TRASH_DAYS = 30


@dataclass(frozen=True, slots=True)
class Remarkable:
    """A kind of thing. ``door`` refuses whoever may not read it; ``taken``: public ids and titles
    of those in a box of this reader."""

    kind: str
    door: Callable[[Actor, str], Thing]
    taken: Callable[[Presence], Iterable[tuple[str, str]]]


REMARKABLES: dict[str, Remarkable] = {}


@dataclass(frozen=True, slots=True)
class Sign:
    """A reaction: its name, its icon, and what it says."""

    name: str
    icon: str
    label: Promise


SIGNS = {
    each.name: each
    for each in (
        Sign("thanks", "hand-helping", pgettext_lazy("reaction", "Thank you")),
        Sign("like", "heart", pgettext_lazy("reaction", "I like it")),
        Sign("well_done", "star", pgettext_lazy("reaction", "Well done")),
        Sign("idea", "lightbulb", pgettext_lazy("reaction", "Good idea")),
        Sign("funny", "smile", pgettext_lazy("reaction", "It makes me smile")),
        Sign("learnt", "book-open", pgettext_lazy("reaction", "I learnt something")),
        Sign("congratulations", "party-popper", pgettext_lazy("reaction", "Congratulations")),
        Sign("question", "circle-help", pgettext_lazy("reaction", "I have a question")),
    )
}
