"""Facts about posts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PostWritten:
    space_id: int
    post_id: int


@dataclass(frozen=True, slots=True)
class PostApproved:
    space_id: int
    post_id: int


@dataclass(frozen=True, slots=True)
class PostHidden:
    """``account_id`` of the author to tell; 0 for a pupil's post or one's own."""

    space_id: int
    post_id: int
    post_ref: str
    account_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class PostPublished:
    space_id: int
    post_id: int


@dataclass(frozen=True, slots=True)
class PostUnpublished:
    space_id: int
    post_id: int
