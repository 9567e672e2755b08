"""Declarations of comments."""

from opentwinning.community.comments.wiring import (
    cleaning,
    notices,
    panel,
    privacy,
    reporting,
)

__all__ = ["cleaning", "notices", "panel", "privacy", "reporting"]
