"""Something shared by Ana (own), by Chantal (other), and one in Ana's trash (archived)."""

from opentwinning.community.resources.actions import delete_resource, share_resource
from opentwinning.community.resources.vocabulary import TraitKind
from tests import cast
from tests.scenes.files import received

READERS = {"ED", "PM", "PF", "AM", "NS", "NX", "CS"}


def furnish(world):
    ana = world.own.founder
    for scope, person in (("own", ana), ("other", cast.educator("Chantal Roux", "FR")),
                          ("archived", ana)):  # fmt: skip
        made = share_resource(
            by=person.actor, title=f"CANARY-resource-{scope}", about="Count the drops.",
            language="en", kind="game", licence="cc-by", links="https://example.org/drops",
            traits={TraitKind.SUBJECT: ["biology"]}, received=[received(f"{scope}.pdf")],
        )  # fmt: skip
        world.put(scope, "resource", made.ref)
        world.put(scope, "resource_file", made.files.get().ref)
        if scope == "archived":
            delete_resource(by=person.actor, resource=made)
        world.canary(scope, "resource", f"CANARY-resource-{scope}",
                     {"PF"} if scope == "archived" else READERS)  # fmt: skip
