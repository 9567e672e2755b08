"""Posts are reported, inside and in public, withheld and given back (H6, H17)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.people.safeguarding.vocabulary import REPORTABLES, Hiding, Reportable, Reported
from opentwinning.workspace.posts.actions import give_post_back, withhold_post
from opentwinning.workspace.posts.queries import photos_of, post_to_report
from opentwinning.workspace.posts.vocabulary import REPORTED_AS
from opentwinning.workspace.spaces.queries import guardians_in, member_of


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


def withhold(ref: str, _reason: str) -> None:
    withhold_post(by=SYSTEM, ref=ref)


def give_back(ref: str) -> None:
    give_post_back(by=SYSTEM, ref=ref)


REPORTABLES.add(
    Reportable(REPORTED_AS, pgettext_lazy("reportable", "Post"), post, Hiding(withhold, give_back))
)
