"""All queues in one list, oldest first."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from opentwinning.core.actor import Actor
from opentwinning.core.clock import now, working_days
from opentwinning.core.places import QUEUES, Queue, QueueItem
from opentwinning.doors.desk.vocabulary import PAGE, USUAL_DAYS
from opentwinning.people.support.queries import offices, public_holidays


@dataclass(frozen=True, slots=True)
class Clock:
    """Working days waited, and by how many it is late."""

    days: int
    days_late: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """An item with its clock."""

    queue: Queue
    item: QueueItem
    clock: Clock


@dataclass(frozen=True, slots=True)
class Inbox:
    """One view of the inbox. ``counts`` holds (queue, number) of every queue the officer sees."""

    counts: list[tuple[Queue, int]]
    rows: list[Waiting]
    total: int
    countries: list[str]


def inbox_of(actor: Actor, *, key: str = "", country: str = "", shown: int = PAGE) -> Inbox:
    """What waits for the officer, of all queues or one, of all her countries or one."""
    queues = [queue for queue in QUEUES if queue.visible_to(actor)]
    counts = [(queue, queue.count(actor)) for queue in queues]
    chosen = [queue for queue in queues if not key or queue.key == key]
    items = [(queue, item) for queue in chosen for item in queue.items(actor)]
    countries = sorted({item.country for _, item in items if item.country})
    kept = [pair for pair in items if not country or pair[1].country == country]
    kept.sort(key=lambda pair: pair[1].waiting_since)
    usual = {office.country: office.usual_days for office in offices()}
    rows = _with_clocks(kept[:shown], usual)
    return Inbox(counts=counts, rows=rows, total=len(kept), countries=countries)


def _with_clocks(items: list[tuple[Queue, QueueItem]], usual: dict[str, int]) -> list[Waiting]:
    since = min((item.waiting_since.date() for _, item in items), default=now().date())
    countries = {item.country for _, item in items if item.country}
    off = public_holidays(countries, first=since, last=now().date())
    return [
        Waiting(queue, item, clock_of(
            item.waiting_since, usual.get(item.country, USUAL_DAYS), off.get(item.country, ())
        ))
        for queue, item in items
    ]  # fmt: skip


def clock_of(since: dt.datetime, usual_days: int, off: Collection[dt.date]) -> Clock:
    """How long something has waited by now, measured by what the office promises. ``off``: the
    public holidays of its country."""
    days = working_days(since.date(), now().date(), off)
    return Clock(days, max(0, days - usual_days))
