"""Facts about pages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageSaved:
    space_id: int
    page_id: int
    version: int


@dataclass(frozen=True, slots=True)
class PageDeleted:
    space_id: int
    page_id: int


@dataclass(frozen=True, slots=True)
class PagePublished:
    space_id: int
    page_id: int


@dataclass(frozen=True, slots=True)
class PageUnpublished:
    space_id: int
    page_id: int
