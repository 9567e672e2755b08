"""What members talk about: pages and posts."""

from collections.abc import Iterator

from opentwinning.core.actor import Actor
from opentwinning.workspace.pages.queries import access_page, pages_to_take
from opentwinning.workspace.pages.queries import thing_of as thing_of_page
from opentwinning.workspace.posts.queries import access_post, posts_to_take
from opentwinning.workspace.posts.queries import thing_of as thing_of_post
from opentwinning.workspace.remarks.vocabulary import REMARKABLES, Remarkable
from opentwinning.workspace.spaces.queries import Presence, Thing, places_readable_by


def page(actor: Actor, ref: str) -> Thing:
    return thing_of_page(*access_page(actor, ref))


def pages(presence: Presence) -> Iterator[tuple[str, str]]:
    yield from pages_to_take(presence).values_list("ref", "title")


def post(actor: Actor, ref: str) -> Thing:
    return thing_of_post(*access_post(actor, ref))


def posts(presence: Presence) -> Iterator[tuple[str, str]]:
    for place in places_readable_by(presence.member):
        yield from posts_to_take(presence, place).values_list("ref", "title")


for each in (Remarkable("page", page, pages), Remarkable("post", post, posts)):
    REMARKABLES[each.kind] = each
