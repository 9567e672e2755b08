"""Something to comment on that belongs to no app above: educators' own profiles."""

from opentwinning.community.comments.vocabulary import COMMENTABLES, Commentable, Commented
from opentwinning.people.educators.queries import access_educator

PROFILE = "profile"


def _find(actor, ref):
    educator = access_educator(actor, ref, to="see")
    return Commented(
        kind=PROFILE,
        ref=educator.ref,
        owner=educator,
        title=educator.name,
        url=f"/educators/{educator.ref}",
        readers="All validated teachers",
    )


COMMENTABLES.add(Commentable(PROFILE, "educators:educator", _find))


def profile_of(person, reader=None):
    """The profile as a thing to comment on, as the reader meets it."""
    return _find((reader or person).actor, person.educator.ref)
