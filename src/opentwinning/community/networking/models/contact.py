"""Who knows whom."""

from typing import Any, override

from django.db import models

from opentwinning.community.networking.vocabulary import ContactState
from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.educators.models import Educator


class Contact(models.Model):
    """One pair of educators: a request, or what became of it. ``low`` and ``high`` are the two ids
    in order, so that a pair stands once whoever asked."""

    ref = RefField(prefix="ctc")
    asker = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="contacts_asked")
    asked = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="contacts_received")
    low = models.BigIntegerField()
    high = models.BigIntegerField()
    message = models.TextField(blank=True)
    state = models.CharField(max_length=10, default=ContactState.ASKED)
    asked_at = models.DateTimeField(default=now)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["low", "high"], name="contact_pair_once"),
            models.CheckConstraint(
                condition=models.Q(low__lt=models.F("high")), name="contact_of_two"
            ),
        ]
        indexes = [
            models.Index(fields=["asked", "state"], name="contact_received"),
            models.Index(fields=["asker", "state"], name="contact_sent"),
        ]

    def __str__(self) -> str:
        return f"{self.asker_id} and {self.asked_id}: {self.state}"

    @override
    def save(self, *args: Any, **kwargs: Any) -> None:
        self.low, self.high = sorted((self.asker_id, self.asked_id))
        super().save(*args, **kwargs)

    @classmethod
    def between(cls, one: int, other: int) -> "Contact | None":
        """The row of two educators (ids), whoever asked."""
        low, high = sorted((one, other))
        return cls.objects.filter(low=low, high=high).first()

    def other(self, educator: Educator) -> Educator:
        """The one of the two who is not ``educator``."""
        return self.asked if self.asker_id == educator.pk else self.asker


class ContactNote(models.Model):
    """What an educator writes down about a contact, for her own eyes."""

    owner = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="notes_written")
    about = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    saved_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "about"], name="contactnote_once"),
        ]

    def __str__(self) -> str:
        return f"note of {self.owner_id} about {self.about_id}"


class Block(models.Model):
    """An educator does not want to hear from another one."""

    owner = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="blocks")
    blocked = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "blocked"], name="block_once"),
        ]

    def __str__(self) -> str:
        return f"{self.owner_id} blocks {self.blocked_id}"

    @classmethod
    def stands_between(cls, one: int, other: int) -> bool:
        """True when one of two educators (ids) blocked the other."""
        pair = models.Q(owner_id=one, blocked_id=other) | models.Q(owner_id=other, blocked_id=one)
        return cls.objects.filter(pair).exists()
