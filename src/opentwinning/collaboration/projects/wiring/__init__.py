"""What projects add to the rest of the house."""

from opentwinning.collaboration.projects.wiring import (
    certificates,
    deletion,
    departures,
    desk,
    experience,
    figures,
    joining,
    menu,
    notices,
    panels,
    privacy,
    reporting,
    schedule,
    subscribers,
    today,
)

__all__ = [
    "certificates",
    "deletion",
    "departures",
    "desk",
    "experience",
    "figures",
    "joining",
    "menu",
    "notices",
    "panels",
    "privacy",
    "reporting",
    "schedule",
    "subscribers",
    "today",
]
