"""The top floor as a Django app: start-up checks and commands that concern the whole house."""

from django.apps import AppConfig
from django.conf import settings


class ConfigConfig(AppConfig):
    name = "opentwinning.config"
    label = "config"

    def ready(self) -> None:
        from opentwinning.config import checks, plans  # noqa: F401, PLC0415 - registers the checks
        from opentwinning.core import permits  # noqa: PLC0415 - apps must be loaded

        plans.keep()
        if not settings.PRODUCTION:
            permits.enforce()
