"""A profile can be reported, hidden and given back (H6, H17)."""

from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.core.places import PANELS, Panel
from opentwinning.people.educators.actions import give_profile_back, withhold_profile
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import access_educator, photo_bytes
from opentwinning.people.educators.vocabulary import PhotoSize
from opentwinning.people.safeguarding.vocabulary import REPORTABLES, Hiding, Reportable, Reported


def profile(actor: Actor, ref: str) -> Reported:
    """The profile as this reader may see it."""
    educator = access_educator(actor, ref, to="see")
    return Reported(
        title=educator.name,
        text=educator.about,
        language=educator.account.language,
        url=f"/educators/{educator.ref}",
        country=educator.country,
        account_id=educator.account_id,
        picture=_photo(educator),
    )


def _photo(educator: Educator) -> bytes:
    """Her small photo, as evidence."""
    key = educator.photo_key
    return photo_bytes(educator, key, PhotoSize.SMALL) if key else b""


def withhold(ref: str, _reason: str) -> None:
    withhold_profile(by=SYSTEM, ref=ref)


def give_back(ref: str) -> None:
    give_profile_back(by=SYSTEM, ref=ref)


REPORTABLES.add(
    Reportable(
        "profile", pgettext_lazy("reportable", "Profile"), profile, Hiding(withhold, give_back)
    )
)


def report_link(actor: Actor, educator: Educator) -> dict[str, Any] | None:
    """On somebody else's profile."""
    return None if educator.account_id == actor.account_id else {"kind": "profile", "of": educator}


PANELS.add(Panel("educator", "safeguarding/on_profile.html", report_link), order=900)
