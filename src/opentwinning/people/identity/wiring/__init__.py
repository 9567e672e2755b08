"""The second step after the password, known browsers, the page of proof, accounts taken back,
notices, privacy."""

from opentwinning.people.identity.wiring import (
    confirming,
    devices,
    duty,
    joining,
    notices,
    privacy,
    steps,
    taken_back,
)

__all__ = ["confirming", "devices", "duty", "joining", "notices", "privacy", "steps", "taken_back"]
