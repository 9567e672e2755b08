"""The diary, notes in the staff room, and what pupils write."""

from opentwinning.config.demo import reader
from opentwinning.config.demo.builder.world import Timeline, World
from opentwinning.config.demo.shapes import DemoProject, PupilPost, Written
from opentwinning.workspace.posts.actions import (
    approve_post,
    pin_post,
    publish_post,
    write_post,
)
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.spaces.vocabulary import SpacePlace

PINNED = 0  # the first post of a running project stands at the top of its diary
SHOWN = 2  # so many diary posts of a running project are public, all of a finished one


def plan(world: World, timeline: Timeline) -> None:
    """Each post on its day; teachers approve at once, founders publish next day."""
    for project in reader.projects().values():
        for number, post in enumerate(project.diary):
            timeline.add(post.day, post.hour, write, world, project, post, number)
            if project.state == "closed" or number < SHOWN:
                timeline.add(min(post.day + 1, -1), 15, publish, world, project, number)
            if project.state != "closed" and number == PINNED:
                timeline.add(min(post.day + 1, -1), 16, pin, world, project, number)
        for note in project.staff_room:
            timeline.add(note.day, note.hour, note_down, world, project, note)
        for entry in project.pupil_posts:
            timeline.add(entry.day, entry.hour, write_as_pupil, world, project, entry)


def write(world: World, project: DemoProject, post: Written, number: int) -> None:
    """A post in the diary."""
    world.posts[project.key, number] = write_post(
        by=world.writer(project, post.by, post.language),
        space=world.space_of(project.key),
        title=post.title,
        text=post.text,
    )


def publish(world: World, project: DemoProject, number: int) -> None:
    """A founder shows the post to everybody."""
    post = Post.objects.get(pk=world.posts[project.key, number].pk)
    publish_post(by=world.actor(project.founders[0]), post=post, version=post.version)


def pin(world: World, project: DemoProject, number: int) -> None:
    """A founder keeps the post at the top of the diary."""
    pin_post(by=world.actor(project.founders[0]), post=world.posts[project.key, number])


def note_down(world: World, project: DemoProject, note: Written) -> None:
    """A note that only the educators read."""
    write_post(
        by=world.writer(project, note.by, note.language),
        space=world.space_of(project.key),
        place=SpacePlace.STAFF_ROOM,
        title=note.title,
        text=note.text,
    )


def write_as_pupil(world: World, project: DemoProject, entry: PupilPost) -> None:
    """On the wall at once; in the diary after a teacher has approved it."""
    post = write_post(
        by=world.writer(project, entry.by, entry.language),
        space=world.space_of(project.key),
        place=SpacePlace.PUPIL_CORNER if entry.on_wall else SpacePlace.WHOLE,
        title=entry.title,
        text=entry.text,
    )
    if entry.approved_by:
        approve_post(by=world.actor(entry.approved_by), post=post)
