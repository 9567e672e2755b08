"""Declarations of posts: menu, Today, subscribers, cleaning, privacy."""

from opentwinning.workspace.posts.wiring import (
    box,
    cleaning,
    privacy,
    reporting,
    todos,
    tools,
)

__all__ = ["box", "cleaning", "privacy", "reporting", "todos", "tools"]
