"""Below a resource educators comment."""

from opentwinning.community.comments.vocabulary import COMMENTABLES, Commentable, Commented
from opentwinning.community.resources.queries import access_resource, commented
from opentwinning.community.resources.vocabulary import RESOURCE
from opentwinning.core.actor import Actor


def find(actor: Actor, ref: str) -> Commented:
    return commented(access_resource(actor, ref))


COMMENTABLES.add(Commentable(RESOURCE, "resources:resource", find))
