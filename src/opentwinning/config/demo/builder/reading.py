"""What people have read already: only the news of the last days is new when the demo begins."""

from opentwinning.community.networking.actions import mark_conversation_read
from opentwinning.config.demo import reader
from opentwinning.config.demo.builder.world import Timeline, World
from opentwinning.config.demo.shapes import DemoConversation
from opentwinning.facilities.notifications.actions import mark_all_read

NEW = -3  # days: what came later is unread


def plan(world: World, timeline: Timeline) -> None:
    """Everybody reads notices and older messages some days ago."""
    people = reader.people()
    for key in (*people.educators, *people.officers, *people.central_officers):
        timeline.add(NEW, 20, read_notices, world, key)
    for conversation in reader.conversations():
        if conversation.messages[-1].day <= NEW:
            for key in conversation.between:
                timeline.add(NEW, 21, read_messages, world, conversation, key)


def read_notices(world: World, key: str) -> None:
    """Everything in the inbox; those who came later have nothing to read."""
    if key in world.accounts:
        mark_all_read(by=world.actor(key))


def read_messages(world: World, conversation: DemoConversation, key: str) -> None:
    """The conversation up to its last message."""
    row = world.conversations[conversation.subject]
    row.refresh_from_db()
    mark_conversation_read(by=world.actor(key), conversation=row)
