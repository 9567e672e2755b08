"""Certificates, notices, desk, Today, panels, privacy."""

from opentwinning.collaboration.recognition.wiring import (
    certificates,
    desk,
    labels,
    notices,
    panels,
    privacy,
    subscribers,
    todos,
)

__all__ = ["certificates", "desk", "labels", "notices", "panels", "privacy", "subscribers", "todos"]
