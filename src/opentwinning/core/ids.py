"""Public ids: prefixed, random, safe to show in an address (D1: at least 128 bits)."""

import secrets
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db import models

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # no 0/o, 1/l/i: ids are read aloud and typed
LENGTH = 27  # 31 ** 27 > 2 ** 128


def new_ref(prefix: str) -> str:
    """A new public id such as ``prj_k3…``."""
    return f"{prefix}_" + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def new_code(length: int = 8) -> str:
    """A short code people type; 8 characters are about 40 bits (A7, G3)."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length)).upper()


if TYPE_CHECKING:
    _Char = models.CharField[str, str]
else:
    _Char = models.CharField  # not subscriptable at run time


class RefField(_Char):
    """The public id of a row; the prefix tells the kind of thing."""

    def __init__(self, prefix: str, **kwargs: Any) -> None:
        self.prefix = prefix
        kwargs["max_length"] = 40
        kwargs["unique"] = True
        kwargs["editable"] = False
        kwargs["default"] = partial(new_ref, prefix)
        super().__init__(**kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, path, args, kwargs = super().deconstruct()
        for key in ("max_length", "unique", "editable", "default"):
            kwargs.pop(key, None)
        return name, path, args, {**kwargs, "prefix": self.prefix}
