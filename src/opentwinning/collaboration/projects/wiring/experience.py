"""Whoever was part of an approved project is no newcomer any more (G9)."""

from opentwinning.collaboration.projects.models import Partnership
from opentwinning.community.networking.vocabulary import EXPERIENCE


@EXPERIENCE.add
def has_approved_project(educator_id: int) -> bool:
    """True once a project of hers was approved, also after it ended or she left it."""
    mine = Partnership.objects.filter(educator=educator_id)
    return mine.exclude(project__approved_at=None).exists()
