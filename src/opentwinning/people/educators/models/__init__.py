"""Educators, ambassadors among them, their traits and the history of their validation."""

from opentwinning.people.educators.models.ambassador import Ambassador
from opentwinning.people.educators.models.educator import Educator, Trait
from opentwinning.people.educators.models.photo import Photo
from opentwinning.people.educators.models.review import RoleReview
from opentwinning.people.educators.models.validation import ValidationStep

__all__ = ["Ambassador", "Educator", "Photo", "RoleReview", "Trait", "ValidationStep"]
