"""Threads, replies and how far each member has read."""

from opentwinning.workspace.forums.models.thread import ReadMark, Reply, Thread

__all__ = ["ReadMark", "Reply", "Thread"]
