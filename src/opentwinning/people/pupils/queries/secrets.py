"""Cards: drawing new secrets, and the keyed hashes that are all we keep of them (A5)."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from opentwinning.people.accounts.vocabulary import AccountState
from opentwinning.people.pupils.models import ClassOwner, Pupil, SchoolClass
from opentwinning.people.pupils.vocabulary import (
    PICTURES,
    PICTURES_PER_PASSWORD,
    SECRET_BYTES,
    PupilState,
)

_DRAW = secrets.SystemRandom()


@dataclass(frozen=True, slots=True)
class Card:
    """What is printed for one pupil. Exists only between drawing and printing."""

    pupil: Pupil
    secret: str
    pictures: tuple[str, ...]


def new_cards(pupils: Iterable[Pupil]) -> list[Card]:
    """Fresh secrets; they open nothing before ``issue_cards`` has stored their hashes."""
    return [
        Card(
            pupil=pupil,
            secret=secrets.token_urlsafe(SECRET_BYTES),
            pictures=tuple(_DRAW.sample(PICTURES, PICTURES_PER_PASSWORD)),
        )
        for pupil in pupils
    ]


def hash_of_secret(secret: str) -> str:
    """HMAC-SHA-256 with the house's key: a stolen database opens no card."""
    return salted_hmac("opentwinning.pupil-card", secret, algorithm="sha256").hexdigest()


def hash_of_pictures(pupil: Pupil, pictures: Sequence[str]) -> str:
    """Equal pictures of two pupils have different hashes."""
    told = f"{pupil.ref}:{','.join(pictures)}"
    return salted_hmac("opentwinning.pupil-pictures", told, algorithm="sha256").hexdigest()


def pupil_with_secret(secret: str) -> Pupil | None:
    """The active pupil whose living card carries the secret."""
    if not secret or len(secret) > 80:
        return None
    return (
        Pupil.objects.select_related("school_class")
        .filter(
            card_hash=hash_of_secret(secret),
            state=PupilState.ACTIVE,
            school_class__closed_at=None,
            school_class__in=_classes_with_a_teacher(),
        )
        .first()
    )


def class_with_code(code: str) -> SchoolClass | None:
    """The living class with this code; dashes, spaces and case do not matter (A7)."""
    plain = "".join(c for c in code.upper() if c.isalnum())
    if len(plain) != 8:
        return None
    living = SchoolClass.objects.filter(code=plain, closed_at=None)
    return living.filter(pk__in=_classes_with_a_teacher()).first()


def _classes_with_a_teacher() -> QuerySet[ClassOwner, int]:
    """Nobody comes in while every teacher of the class is suspended: no adult would answer."""
    active = ClassOwner.objects.filter(educator__account__state=AccountState.ACTIVE)
    return active.values_list("school_class", flat=True)
