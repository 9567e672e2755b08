"""Privacy of networking."""

from opentwinning.community.networking.wiring import privacy

__all__ = ["privacy"]
