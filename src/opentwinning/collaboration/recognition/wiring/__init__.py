"""Certificates, notices, desk, Today, panels, privacy."""

from opentwinning.collaboration.recognition.wiring import (
    certificates,
    desk,
    joining,
    labels,
    notices,
    panels,
    privacy,
    subscribers,
    todos,
)

__all__ = [
    "certificates",
    "desk",
    "joining",
    "labels",
    "notices",
    "panels",
    "privacy",
    "subscribers",
    "todos",
]
