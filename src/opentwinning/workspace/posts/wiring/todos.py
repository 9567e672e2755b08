"""What waits for a teacher, on Today."""

from django.utils.translation import npgettext

from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.places import TO_DOS, Todo
from opentwinning.workspace.posts.queries import waiting_by_space


@TO_DOS.add
def posts_to_approve(actor: Actor) -> list[Todo]:
    """Pupils' posts, by space."""
    return [
        Todo(
            text=npgettext(
                "todo",
                "%(count)s post of a pupil waits for you.",
                "%(count)s posts of pupils wait for you.",
                count,
            )
            % {"count": count},
            url=reverse("posts:waiting", args=[ref]),
            icon="clipboard-check",
            detail=title,
        )
        for ref, title, count in waiting_by_space(actor)
    ]
