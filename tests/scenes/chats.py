"""A chat in a TwinSpace, made by real actions."""

from opentwinning.workspace.chats.actions import Rules, make_chat
from opentwinning.workspace.chats.models import Chat
from tests import cast


def a_chat(scene, who=None, title="Water talk", **rules):
    return make_chat(
        by=(who or cast.ana()).actor, space=scene.twinspace.space, title=title, rules=Rules(**rules)
    )


def again(chat):
    """The chat as it stands now."""
    return Chat.objects.select_related("space").get(pk=chat.pk)


def address(chat):
    return f"/spaces/chats/{chat.ref}/"


def told(person_or_kid, chat, after=0):
    return person_or_kid.get(f"{address(chat)}news/?after={after}").json()
