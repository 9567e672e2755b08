"""A post is reported by whoever reads it (H6, H17)."""

from django.utils.translation import pgettext_lazy

from opentwinning.community.walls.actions import give_wall_post_back, withhold_wall_post
from opentwinning.community.walls.queries import access_post
from opentwinning.community.walls.vocabulary import WALL_POST
from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.people.safeguarding.vocabulary import REPORTABLES, Hiding, Reportable, Reported


def wall_post(actor: Actor, ref: str) -> Reported:
    found = access_post(actor, ref, to="see")
    return Reported(
        title=found.heading,
        text=found.text,
        language=found.language,
        url=f"/wall/posts/{found.ref}",
        country=found.author.country,
        account_id=found.author.account_id,
    )


def hide_it(ref: str, _reason: str) -> None:
    withhold_wall_post(by=SYSTEM, ref=ref)


def show_it(ref: str) -> None:
    give_wall_post_back(by=SYSTEM, ref=ref)


REPORTABLES.add(
    Reportable(
        WALL_POST,
        pgettext_lazy("reportable", "Post on a wall"),
        wall_post,
        Hiding(hide_it, show_it),
    )
)
