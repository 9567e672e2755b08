"""The video service that the operator has named: BigBlueButton, Jitsi or none."""

from typing import ClassVar, Protocol

from django.conf import settings

from opentwinning.workspace.meetings.adapters.bigbluebutton import BigBlueButton
from opentwinning.workspace.meetings.adapters.guest import Guest
from opentwinning.workspace.meetings.adapters.jitsi import Jitsi


class Service(Protocol):
    """What a service does for a meeting; ``room`` is one run of one meeting."""

    name: ClassVar[str]

    def way_in(self, room: str, title: str, guest: Guest, back: str) -> str:
        """The address for this person, made now; raises ``NoAnswer``."""

    def end(self, room: str) -> None:
        """For everybody, where the service can do that; raises ``NoAnswer``."""


def service() -> Service | None:
    """The one of this site."""
    env = settings.ENVIRONMENT
    if env.bbb_url and env.bbb_secret:
        return BigBlueButton(env.bbb_url, env.bbb_secret)
    if env.jitsi_url and env.jitsi_secret:
        return Jitsi(env.jitsi_url, env.jitsi_app, env.jitsi_secret)
    return None
