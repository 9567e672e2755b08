"""Notices and privacy of networking."""

from opentwinning.community.networking.wiring import notices, privacy

__all__ = ["notices", "privacy"]
