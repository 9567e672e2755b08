"""The fixture `clock`: time stands still until the test moves it."""

import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from opentwinning.core import clock as house_clock

START = dt.datetime(2026, 10, 5, 9, 0, tzinfo=dt.UTC)  # a Monday, early in a school year


class StoppedClock:
    """A clock that tells what it is told."""

    def __init__(self) -> None:
        """Stand at START."""
        self._stack = ExitStack()
        self.moment = START
        self.moves_to(START)

    def now(self) -> dt.datetime:
        """Return the moment the clock shows."""
        return self.moment

    def moves_to(self, moment: dt.datetime) -> dt.datetime:
        """Show another moment from now on."""
        if moment.tzinfo is None:
            raise ValueError("A moment needs a time zone.")
        self._stack.close()
        self._stack.enter_context(house_clock.stopped(moment))
        self.moment = moment
        return moment

    def passes(self, **amount: float) -> dt.datetime:
        """Let time pass: `clock.passes(days=3)`."""
        return self.moves_to(self.moment + dt.timedelta(**amount))

    def release(self) -> None:
        """Let real time flow again."""
        self._stack.close()


@pytest.fixture
def clock() -> Iterator[StoppedClock]:
    """Stop the clock of the house at START; the test may move it."""
    stopped = StoppedClock()
    yield stopped
    stopped.release()
