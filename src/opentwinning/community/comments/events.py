"""Facts of comments."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CommentWritten:
    comment_id: int
    author_id: int  # educator
    owner_account_id: int  # of the thing below which it stands
    title: str  # of the thing
    url: str  # of the thing, without language
