"""A resource is reported by whoever sees it, withheld and given back (H6, H17)."""

from django.utils.translation import pgettext_lazy

from opentwinning.community.resources.actions import give_resource_back, withhold_resource
from opentwinning.community.resources.queries import access_resource
from opentwinning.community.resources.vocabulary import RESOURCE
from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.people.safeguarding.vocabulary import REPORTABLES, Hiding, Reportable, Reported
from opentwinning.workspace.files.adapters import disk


def resource(actor: Actor, ref: str) -> Reported:
    """Words, links, names of files, and the first small picture as evidence."""
    found = access_resource(actor, ref)
    files = list(found.files.order_by("pk"))
    thumb = next((each.thumb_name for each in files if each.thumb_name), "")
    picture = disk.path_of(thumb) if thumb else None
    return Reported(
        title=found.title,
        text="\n".join([found.about, found.links, *(each.name for each in files)]).strip(),
        language=found.language,
        url=f"/resources/{found.ref}",
        country=found.author.country,
        account_id=found.author.account_id,
        picture=picture.read_bytes() if picture is not None and picture.exists() else b"",
    )


def withhold(ref: str, _reason: str) -> None:
    withhold_resource(by=SYSTEM, ref=ref)


def give_back(ref: str) -> None:
    give_resource_back(by=SYSTEM, ref=ref)


REPORTABLES.add(
    Reportable(
        RESOURCE, pgettext_lazy("reportable", "Resource"), resource, Hiding(withhold, give_back)
    )
)
