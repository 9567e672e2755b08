"""Pages are reported, inside and in public, withheld and given back (H6, H17)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.people.safeguarding.vocabulary import REPORTABLES, Hiding, Reportable, Reported
from opentwinning.workspace.pages.actions import give_page_back, withhold_page
from opentwinning.workspace.pages.queries import page_to_report
from opentwinning.workspace.spaces.queries import guardians_in, member_of

KIND = "page"


def page(actor: Actor, ref: str) -> Reported:
    """A page as this reader sees it. Its author is who saved it last."""
    found, title, text = page_to_report(actor, ref)
    is_inside = member_of(actor, found.space) is not None
    return Reported(
        title=title,
        text=text,
        language=found.language,
        url=f"/spaces/pages/{found.ref}/" if is_inside else f"/spaces/p/{found.ref}/",
        country=found.saved_by.country,
        account_id=found.saved_by.account_id,
        pupil_id=found.saved_by.pupil_id,
        guardians=guardians_in(found.space_id),
    )


def withhold(ref: str, _reason: str) -> None:
    withhold_page(by=SYSTEM, ref=ref)


def give_back(ref: str) -> None:
    give_page_back(by=SYSTEM, ref=ref)


REPORTABLES.add(
    Reportable(KIND, pgettext_lazy("reportable", "Page"), page, Hiding(withhold, give_back))
)
