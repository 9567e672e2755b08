"""Facts about pupils."""

import datetime as dt
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
class ClassHandedOn:
    """Its last teacher went for good; this colleague of the school answers for it now."""

    school_class_id: int
    account_id: int


@dataclass(frozen=True, slots=True)
class ClassOwnerGone:
    """One of several teachers of a class went for good; these answer for it."""

    school_class_id: int
    account_ids: list[int]


@dataclass(frozen=True, slots=True)
class PupilErased:
    """``ref`` goes into the ledger that survives a restore (J9)."""

    pupil_id: int
    ref: str
    at: dt.datetime
