"""Menu, Today, profiles, notices and privacy of networking."""

from opentwinning.community.networking.wiring import (
    contents,
    joining,
    notices,
    places,
    privacy,
    reporting,
    schedule,
    subscribers,
)

__all__ = [
    "contents",
    "joining",
    "notices",
    "places",
    "privacy",
    "reporting",
    "schedule",
    "subscribers",
]
