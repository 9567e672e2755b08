"""Declarations of posts: menu, Today, notices, subscribers, cleaning, privacy."""

from opentwinning.workspace.posts.wiring import (
    cleaning,
    notices,
    privacy,
    reporting,
    todos,
    tools,
)

__all__ = ["cleaning", "notices", "privacy", "reporting", "todos", "tools"]
