"""A pupil: a nickname in a class, nothing more (5.4: no e-mail, surname, birth date, gender)."""

from django.db import models
from django.db.models import Q

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.pupils.models.school_class import SchoolClass
from opentwinning.people.pupils.vocabulary import PupilState


class Pupil(models.Model):
    """Who a pupil is to the platform."""

    ref = RefField(prefix="pup")
    school_class = models.ForeignKey(SchoolClass, on_delete=models.PROTECT, related_name="pupils")
    nickname = models.CharField(max_length=40)
    skeleton = models.CharField(max_length=60)  # look-alike nicknames share it
    # The card's secret and the pictures are stored as keyed hashes; a new card voids the old one.
    card_hash = models.CharField(max_length=64, blank=True)
    pictures_hash = models.CharField(max_length=64, blank=True)
    card_made_at = models.DateTimeField(null=True)
    session_epoch = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, default=PupilState.ACTIVE)
    created_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["school_class", "skeleton"],
                condition=Q(state="active"),
                name="pupil_nickname_once",
            ),
            models.UniqueConstraint(
                fields=["card_hash"], condition=~Q(card_hash=""), name="pupil_card_once"
            ),
        ]

    def __str__(self) -> str:
        return self.nickname

    @property
    def has_card(self) -> bool:
        return bool(self.card_hash)


class PupilVisit(models.Model):
    """One signed-in time, so that the teacher sees who is in. Kept for a week."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="visits")
    signed_in_at = models.DateTimeField(default=now)
    last_seen_at = models.DateTimeField(default=now)
    signed_out_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["pupil", "-signed_in_at"], name="visit_latest")]

    def __str__(self) -> str:
        return f"{self.pupil} {self.signed_in_at:%H:%M}"
