"""A second look at a refusal for the role (pain 26)."""

from django.db import models
from django.db.models import Q

from opentwinning.core.clock import now
from opentwinning.people.educators.models.educator import Educator


class RoleReview(models.Model):
    """She was refused for her role and asks for another look; somebody else than who refused
    answers, where there is somebody else. ``is_accepted`` stays empty when she chose another role
    meanwhile."""

    educator = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="reviews")
    role = models.CharField(max_length=30)
    message = models.TextField()
    refused_by_account_id = models.BigIntegerField(null=True)  # None: the list of the country
    asked_at = models.DateTimeField(default=now)
    answered_at = models.DateTimeField(null=True)
    is_accepted = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["educator"], condition=Q(answered_at=None), name="rolereview_one_open"
            ),
            models.UniqueConstraint(fields=["educator", "role"], name="rolereview_once_a_role"),
        ]

    def __str__(self) -> str:
        return f"{self.role} of {self.educator}"
