"""Addresses of pages. A page asks for dozens, and each is always the same: they are remembered."""

from collections.abc import Sequence
from functools import lru_cache

from django.urls import get_script_prefix
from django.urls import reverse as django_reverse
from django.utils.translation import get_language


def reverse(name: str, args: Sequence[object] = ()) -> str:
    """Django's ``reverse`` for positional arguments, in the active language, remembered."""
    return _remembered(name, get_language(), get_script_prefix(), *args)


@lru_cache(maxsize=8192, typed=True)
def _remembered(name: str, _language: str | None, _prefix: str, *args: object) -> str:
    return django_reverse(name, args=args)
