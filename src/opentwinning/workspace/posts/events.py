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
class PostPublished:
    space_id: int
    post_id: int


@dataclass(frozen=True, slots=True)
class PostUnpublished:
    space_id: int
    post_id: int
