"""Counters of attempts."""

from opentwinning.facilities.limits.models.counter import Counter

__all__ = ["Counter"]
