"""Facts about consent."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConsentsChanged:
    """Answers about these pupils were given, replaced, taken back or ended: whatever shows them is
    judged again at once (H11)."""

    pupil_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ConsentWithdrawn:
    """``mark`` goes into the ledger that survives a restore: public id and purpose (J9)."""

    mark: str
    at: dt.datetime
