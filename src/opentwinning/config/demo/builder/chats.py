"""Chats of the TwinSpaces: an hour with a teacher, and what was said (T-13)."""

from opentwinning.config.demo import reader
from opentwinning.config.demo.builder.world import Timeline, World
from opentwinning.config.demo.chat_shapes import DemoChat, DemoSaid
from opentwinning.workspace.chats.actions import Rules, be_here, make_chat, say
from opentwinning.workspace.chats.models import Chat


def plan(world: World, timeline: Timeline) -> None:
    """Made on its day; what is said follows minute by minute."""
    for each in reader.chats():
        timeline.add(each.day, each.hour, make, world, each)
        for minute, said in enumerate(each.said, start=1):
            timeline.add(each.day, each.hour, speak, world, each, said, minute=minute)


def make(world: World, each: DemoChat) -> None:
    """Pupils read it later too."""
    make_chat(
        by=world.actor(each.by), space=world.space_of(each.project), title=each.title,
        rules=Rules(pupils_read_later=True),
    )  # fmt: skip


def speak(world: World, each: DemoChat, said: DemoSaid) -> None:
    """Who made it is there all the time."""
    chat = Chat.objects.select_related("space").get(title=each.title)
    be_here(by=world.actor(each.by), chat=chat)
    project = reader.projects()[each.project]
    say(by=world.writer(project, said.by, "en"), chat=chat, text=said.text)
