"""A certificate of each founder."""

from opentwinning.core.actor import SYSTEM
from opentwinning.people.certificates.actions import issue_certificate


def furnish(world):
    for scope in ("own", "other"):
        founder = world.scene(scope).founder
        certificate = issue_certificate(
            by=SYSTEM,
            kind="projects.participation",
            holder=founder.account,
            country=founder.educator.country,
            title=f"CANARY-{scope}-certificate",
            cause=f"matrix:{scope}",
        )
        world.put(scope, "certificate", certificate.ref)
        world.put(scope, "certificate_code", certificate.code)
