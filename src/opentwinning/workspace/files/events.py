"""Facts about files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileAdded:
    space_id: int
    file_id: int


@dataclass(frozen=True, slots=True)
class FilesPurged:
    """These rows are about to go for good: whoever points at them lets go now."""

    file_ids: list[int]


@dataclass(frozen=True, slots=True)
class FilesClosed:
    """A consent is missing: members or visitors who saw these files no longer do."""

    file_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FileInfected:
    """The scanner found a virus in what had waited; the content is gone."""

    file_id: int


@dataclass(frozen=True, slots=True)
class FileDeleted:
    space_id: int
    file_id: int
