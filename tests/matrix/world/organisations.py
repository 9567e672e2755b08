"""Schools: Ana's of Slovenia, and Chloé's of France, where no role of the matrix works."""

from opentwinning.people.organisations.queries import organisation_of


def furnish(world):
    for scope in ("own", "other"):
        school = organisation_of(world.scene(scope).founder.educator)
        world.put(scope, "organisation", school.ref)
