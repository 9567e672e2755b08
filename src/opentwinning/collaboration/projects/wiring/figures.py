"""Figures of the portal."""

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects.queries.figures import countries_count, projects_count
from opentwinning.core.places import FIGURES

FIGURES.add((pgettext_lazy("figures", "projects"), projects_count), order=10)
FIGURES.add((pgettext_lazy("figures", "countries in projects"), countries_count), order=20)
