"""Cards: printing is issuing (A5). The secrets themselves are never stored."""

from collections.abc import Sequence

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.people.pupils.models import Pupil, PupilVisit, SchoolClass
from opentwinning.people.pupils.policies import may_lead_class, may_lead_pupil
from opentwinning.people.pupils.queries import Card, hash_of_pictures, hash_of_secret, pupils_of


@action
def issue_cards(*, by: Actor, school_class: SchoolClass, cards: Sequence[Card]) -> int:
    """Make drawn cards open the door; older cards of these pupils are void from now on. Called when
    the sheet is ready to be handed over, so that a failed print voids nothing."""
    deny_unless(may_lead_class(by, school_class))
    mine = set(pupils_of(school_class).values_list("pk", flat=True))
    if {card.pupil.pk for card in cards} - mine:
        raise Refused(hidden())
    at = now()
    for card in cards:
        Pupil.objects.filter(pk=card.pupil.pk).update(
            card_hash=hash_of_secret(card.secret),
            pictures_hash=hash_of_pictures(card.pupil, card.pictures),
            card_made_at=at,
        )
    note(school_class, pupils=sorted(card.pupil.pk for card in cards))
    return len(cards)


@action
def void_card(*, by: Actor, pupil: Pupil) -> None:
    """The card was lost or seen: it opens nothing from now on, and whoever is in with it is out."""
    deny_unless(may_lead_pupil(by, pupil))
    pupil.card_hash = pupil.pictures_hash = ""
    pupil.session_epoch += 1
    pupil.save(update_fields=["card_hash", "pictures_hash", "session_epoch"])
    PupilVisit.objects.filter(pupil=pupil, signed_out_at=None).update(signed_out_at=now())
    note(pupil)
