"""Text being written."""

from opentwinning.facilities.drafts.models.draft import Draft

__all__ = ["Draft"]
