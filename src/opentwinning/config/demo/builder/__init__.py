"""Builds the demo world by the product's own actions, in the order in which things happened."""

from opentwinning.config.demo.builder.build import build, is_built

__all__ = ["build", "is_built"]
