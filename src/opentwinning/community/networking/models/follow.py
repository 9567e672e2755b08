"""Who follows whom."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.people.educators.models import Educator


class Follow(models.Model):
    """An educator wants to read what another one writes (L-11). One who stops keeps the row, so
    that pressing again and again tells the other one once."""

    follower = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="follows")
    followed = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="followers")
    at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["follower", "followed"], name="follow_once"),
            models.CheckConstraint(
                condition=~models.Q(follower=models.F("followed")), name="follow_of_two"
            ),
        ]
        indexes = [
            models.Index(fields=["follower", "ended_at", "-at"], name="follow_sent"),
            models.Index(fields=["followed", "ended_at", "-at"], name="follow_received"),
        ]

    def __str__(self) -> str:
        return f"{self.follower_id} follows {self.followed_id}"


class ShownFollowers(models.Model):
    """Its owner lets others see how many follow her; without a row they do not."""

    owner = models.OneToOneField(Educator, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"followers of {self.owner_id}"
