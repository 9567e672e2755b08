"""What projects add to the rest of the house."""

from opentwinning.collaboration.projects.wiring import (
    certificates,
    desk,
    figures,
    menu,
    notices,
    panels,
    privacy,
    today,
)

__all__ = ["certificates", "desk", "figures", "menu", "notices", "panels", "privacy", "today"]
