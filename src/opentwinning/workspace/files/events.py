"""Facts about files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileAdded:
    space_id: int
    file_id: int


@dataclass(frozen=True, slots=True)
class FileDeleted:
    space_id: int
    file_id: int
