"""Educators who wait for their validation, in Slovenia and in France."""

from tests import cast


def furnish(world):
    for scope, name, country in (("own", "Nina Kos", "SI"), ("other", "Jean Petit", "FR")):
        person = cast.newcomer(name, country, about=f"CANARY-waiting-{scope}")
        cast.school(person)
        world.put(scope, "educator_waiting", person.educator.ref)
    world.canary("own", "profile that waits", "CANARY-waiting-own", {"NS", "CS"})
