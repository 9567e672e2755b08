"""Secrets that must be read again, such as keys of authenticators: sealed in the database, so that
a stolen copy of it opens nothing without the key of the installation."""

import base64
import hashlib
from functools import cache

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings


class Unreadable(ValueError):
    """Sealed with another key: ``OT_SECRET_KEY`` was changed."""


def seal(text: str) -> str:
    """The text, encrypted and signed."""
    return _box(settings.SECRET_KEY).encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """The text again; raises ``Unreadable`` when it was sealed with another key."""
    try:
        return _box(settings.SECRET_KEY).decrypt(sealed.encode()).decode()
    except InvalidToken as problem:
        raise Unreadable from problem


@cache
def _box(key: str) -> Fernet:
    digest = hashlib.blake2b(key.encode(), digest_size=32, person=b"opentwin.sealing").digest()
    return Fernet(base64.urlsafe_b64encode(digest))
