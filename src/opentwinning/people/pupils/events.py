"""Facts about pupils."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PupilRenamed:
    pupil_id: int
    nickname: str


@dataclass(frozen=True, slots=True)
class PupilRemoved:
    """No longer in her class; every membership ends with it."""

    pupil_id: int


@dataclass(frozen=True, slots=True)
class PupilErased:
    pupil_id: int
