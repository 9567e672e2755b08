"""Entries repeat what the things themselves declare and go when they go."""

from opentwinning.core.privacy import not_personal
from opentwinning.facilities.search.models import SearchEntry

not_personal(SearchEntry)
