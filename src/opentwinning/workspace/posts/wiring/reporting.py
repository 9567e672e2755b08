"""Posts are reported, inside and in public, withheld and given back (H6, H17)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.core.events import on
from opentwinning.people.safeguarding.events import ItemGivenBack, ItemWithheld
from opentwinning.people.safeguarding.vocabulary import REPORTABLES, Reportable, Reported
from opentwinning.workspace.posts.actions import give_post_back, withhold_post
from opentwinning.workspace.posts.queries import photos_of, post_to_report
from opentwinning.workspace.spaces.queries import guardians_in, member_of

KIND = "post"


def post(actor: Actor, ref: str) -> Reported:
    """A post as this reader sees it, with the names and descriptions of its pictures."""
    found, text = post_to_report(actor, ref)
    pictures = [f"{file.name}: {file.alt_text}" for file in photos_of([found])[found.pk]]
    is_inside = member_of(actor, found.space) is not None
    return Reported(
        title=(found.title if is_inside else found.published_title) or text[:60],
        text="\n".join([text, *pictures]),
        language=found.language,
        url=f"/spaces/posts/{found.ref}/" if is_inside else f"/spaces/d/{found.ref}/",
        country=found.author.country,
        account_id=found.author.account_id,
        pupil_id=found.author.pupil_id,
        guardians=guardians_in(found.space_id),
    )


REPORTABLES.add(Reportable(KIND, pgettext_lazy("reportable", "Post"), post))


@on(ItemWithheld)
def withhold(event: ItemWithheld) -> None:
    if event.kind == KIND:
        withhold_post(by=SYSTEM, ref=event.ref)


@on(ItemGivenBack)
def give_back(event: ItemGivenBack) -> None:
    if event.kind == KIND:
        give_post_back(by=SYSTEM, ref=event.ref)
