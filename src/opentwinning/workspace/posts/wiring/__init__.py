"""Declarations of posts: menu, Today, subscribers, cleaning, privacy."""

from opentwinning.workspace.posts.wiring import (
    cleaning,
    privacy,
    reporting,
    todos,
    tools,
)

__all__ = ["cleaning", "privacy", "reporting", "todos", "tools"]
