"""What projects add to the rest of the house."""

from opentwinning.collaboration.projects.wiring import (
    certificates,
    departures,
    desk,
    figures,
    menu,
    notices,
    panels,
    privacy,
    subscribers,
    today,
)

__all__ = [
    "certificates",
    "departures",
    "desk",
    "figures",
    "menu",
    "notices",
    "panels",
    "privacy",
    "subscribers",
    "today",
]
