"""Talk in the TwinSpaces: threads and who answered."""

from opentwinning.config.demo import reader
from opentwinning.config.demo.builder.world import Timeline, World
from opentwinning.config.demo.shapes import DemoProject, Written
from opentwinning.workspace.forums.actions import add_reply, mark_read, open_thread
from opentwinning.workspace.forums.models import Thread


def plan(world: World, timeline: Timeline) -> None:
    """Threads and replies on their days; whoever opened a thread has read until yesterday."""
    for project in reader.projects().values():
        for thread in project.forum:
            timeline.add(thread.day, thread.hour, begin, world, project, thread)
            for reply in thread.replies:
                timeline.add(reply.day, reply.hour, answer, world, project, thread, reply)
            timeline.add(-1, 8, read, world, project, thread)


def begin(world: World, project: DemoProject, thread: Written) -> None:
    """Open a thread."""
    world.threads[project.key, thread.title] = open_thread(
        by=world.writer(project, thread.by, thread.language),
        space=world.space_of(project.key),
        title=thread.title,
        text=thread.text,
    )


def answer(world: World, project: DemoProject, thread: Written, reply: Written) -> None:
    """An educator or a pupil replies."""
    add_reply(
        by=world.writer(project, reply.by, reply.language),
        thread=world.threads[project.key, thread.title],
        text=reply.text,
    )


def read(world: World, project: DemoProject, thread: Written) -> None:
    """The person who asked reads the answers."""
    row = Thread.objects.select_related("space").get(pk=world.threads[project.key, thread.title].pk)
    by = world.writer(project, thread.by, thread.language)
    mark_read(by=by, thread=row, number=row.last_number)
