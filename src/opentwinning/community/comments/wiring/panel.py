"""Comments below a thing: its page draws the panels of the place "comments" with ``Commented``."""

from typing import Any

from opentwinning.community.comments.forms import CommentForm
from opentwinning.community.comments.queries import comments_below
from opentwinning.community.comments.vocabulary import Commented
from opentwinning.core.actor import Actor
from opentwinning.core.places import PANELS, Panel
from opentwinning.facilities.drafts.queries import typed


def below(actor: Actor, on: Commented) -> dict[str, Any]:
    key = f"comments:{on.kind}:{on.ref}"
    return {
        "below": comments_below(actor, on),
        "form": CommentForm(initial=typed(actor, key)),
        "draft_key": key,
    }


PANELS.add(Panel("comments", "comments/below.html", below))
