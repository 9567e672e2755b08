"""How a limit is said."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """How many tries in how much time; several windows make every further try slower (A4)."""

    tries: int
    per: dt.timedelta
