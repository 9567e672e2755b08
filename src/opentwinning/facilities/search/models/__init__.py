"""The search table."""

from opentwinning.facilities.search.models.entry import SearchEntry

__all__ = ["SearchEntry"]
