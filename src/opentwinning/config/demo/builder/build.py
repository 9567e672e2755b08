"""The whole demo world in one transaction: complete or not there."""

import datetime as dt
from pathlib import Path

from django.db import transaction

from opentwinning.config.demo import reader
from opentwinning.config.demo.builder import (
    activities,
    calendars,
    chats,
    classes,
    contacts,
    labels,
    meetings,
    offices,
    pages,
    people,
    pictures,
    posts,
    projects,
    reading,
    registers,
    remarks,
    reports,
    resources,
    sign_ins,
    threads,
    votes,
    walls,
)
from opentwinning.config.demo.builder.world import Timeline, World
from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now
from opentwinning.people.accounts.models import Account
from opentwinning.people.organisations.actions import draw_map
from opentwinning.people.organisations.queries import pin_changes

PARTS = (
    offices.plan, registers.plan, people.plan, contacts.plan, projects.plan, classes.plan,
    pictures.plan, pages.plan, posts.plan, threads.plan, chats.plan, activities.plan,
    calendars.plan, meetings.plan, votes.plan, remarks.plan, walls.plan, labels.plan,
    resources.plan, reports.plan, reading.plan,
)  # fmt: skip


def is_built() -> bool:
    """Whether the first person of the cast is here."""
    return Account.objects.filter(email=reader.people().educators["ana"].mail).exists()


def build(*, password: str, folder: Path, address: str, at: dt.datetime | None = None) -> World:
    """Build everything and write the list of sign-ins into ``folder``.

    ``at`` is the moment from which the days of the data count back (default: now).
    """
    world = World(start=at or now(), password=password)
    timeline = Timeline(world.start)
    for plan in PARTS:
        plan(world, timeline)
    with transaction.atomic():
        timeline.play()
        for changes in pin_changes():
            draw_map(by=SYSTEM, put=changes.put, gone=changes.gone)
    (folder / "demo-sign-ins.txt").write_text(sign_ins.text(world, address), encoding="utf-8")
    return world
