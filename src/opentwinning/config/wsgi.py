"""The web process. It refuses to start on a mistake (I1, B1)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "opentwinning.config.settings")
application = get_wsgi_application()

from opentwinning.config.checks import refuse_mistakes  # noqa: E402 - apps must be loaded

refuse_mistakes()
