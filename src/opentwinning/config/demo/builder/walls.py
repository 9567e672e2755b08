"""Who follows whom, posts on walls and the comments below them."""

from dataclasses import replace

from opentwinning.community.comments.actions import write_comment
from opentwinning.community.networking.actions import follow_educator
from opentwinning.community.walls.actions import write_post
from opentwinning.community.walls.queries import post_to_comment
from opentwinning.config.demo import reader
from opentwinning.config.demo.builder.world import Timeline, World
from opentwinning.config.demo.shapes import Written
from opentwinning.config.demo.wall_shapes import DemoWallPost

FOLLOWING = -14  # the day on which they begin to follow each other


def plan(world: World, timeline: Timeline) -> None:
    """People follow each other before the posts they are told of."""
    walls = reader.walls()
    for follower, followed in walls.follows.items():
        for each in followed:
            timeline.add(FOLLOWING, 20, follow, world, follower, each)
    for post in walls.posts:
        timeline.add(post.day, post.hour, write, world, post)
        for comment in post.comments:
            timeline.add(comment.day, comment.hour, say, world, post, comment, minute=20)


def follow(world: World, follower: str, followed: str) -> None:
    """One press on the profile."""
    follow_educator(by=world.actor(follower), educator=world.educators[followed])


def write(world: World, post: DemoWallPost) -> None:
    """A post on somebody's own wall."""
    world.wall_posts[post.text] = write_post(
        by=world.actor(post.by),
        title=post.title,
        text=post.text.strip(),
        language=post.language,
        circle=post.circle,
    )


def say(world: World, post: DemoWallPost, comment: Written) -> None:
    """A comment below a post, by somebody who reads it."""
    actor = replace(world.actor(comment.by), language=comment.language)
    on = post_to_comment(actor, world.wall_posts[post.text].ref)
    write_comment(by=actor, on=on, text=comment.text)
