"""Declarations of files: menu, cleaning jobs, reports, privacy."""

from opentwinning.workspace.files.wiring import (
    box,
    cleaning,
    consents,
    privacy,
    reporting,
    scanning,
    tools,
)

__all__ = ["box", "cleaning", "consents", "privacy", "reporting", "scanning", "tools"]
