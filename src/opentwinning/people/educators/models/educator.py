"""The profile of an account that teaches."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.accounts.models import Account
from opentwinning.people.educators.vocabulary import ValidationState


class Educator(models.Model):
    """What other educators see of a colleague (R-08…R-14). The name is copied from the account, so
    that a directory page reads one table."""

    ref = RefField(prefix="edu")
    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="educator")
    name = models.CharField(max_length=120)
    country = models.CharField(max_length=2)
    profession = models.CharField(max_length=30)
    experience = models.CharField(max_length=20, default="none")
    about = models.TextField(blank=True)
    ideas = models.TextField(blank=True)
    pupils_count = models.PositiveSmallIntegerField(null=True)
    is_visible = models.BooleanField(default=True)  # found in the directory
    is_available = models.BooleanField(default=True)  # may be asked to be a contact
    # Hidden by a decision (H17): whether colleagues shall find her afterwards; None: not hidden.
    withheld_visible = models.BooleanField(null=True)
    # Her traits once more, words like "subject:biology": a page compares hundreds of educators.
    trait_keys = models.TextField(blank=True)
    # Part of her photo's address, new with each photo; "" while the drawing stands for her.
    photo_key = models.CharField(max_length=40, blank=True)
    # Percent of contact requests she answered; None while there are too few to say (pain 11).
    answer_rate = models.PositiveSmallIntegerField(null=True)
    validation_state = models.CharField(max_length=12, default=ValidationState.REGISTERED)
    refused_for_role = models.CharField(max_length=30, blank=True)  # may change it or ask again
    accepted_role = models.CharField(max_length=30, blank=True)  # though the list leaves it out
    waiting_since = models.DateTimeField(null=True)
    # A regional officer may answer first until then; the office decides afterwards.
    with_region_until = models.DateTimeField(null=True)
    validated_until = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=now)
    updated_at = models.DateTimeField(default=now)
    last_active_at = models.DateTimeField(default=now)

    class Meta:
        indexes = [
            models.Index(
                fields=["is_visible", "validation_state", "-last_active_at"],
                name="educator_directory",
            ),
            models.Index(
                fields=["country", "validation_state", "waiting_since"], name="educator_queue"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_validated(self) -> bool:
        return self.validation_state == ValidationState.VALIDATED

    @property
    def is_withheld(self) -> bool:
        """Hidden by a decision about a report."""
        return self.withheld_visible is not None

    @property
    def is_with_region(self) -> bool:
        """Waits for the regional officer, whose days are not over."""
        return self.with_region_until is not None and self.with_region_until > now()

    @property
    def asks_renewal(self) -> bool:
        """Validated, and waits to be validated for another term; nothing stops meanwhile (H1)."""
        return self.is_validated and self.waiting_since is not None


class Trait(models.Model):
    """One searchable property: a subject, an age band, a language, an interest, an availability."""

    educator = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="traits")
    kind = models.CharField(max_length=12)
    value = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["educator", "kind", "value"], name="trait_once"),
        ]
        indexes = [models.Index(fields=["kind", "value", "educator"], name="trait_finds")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.value}"
