"""Argon2id, 19 MiB, two rounds (A1), and at most four hashes at a time, so that a class signing in
does not starve everybody else."""

import threading
from typing import Any

from django.contrib.auth.hashers import Argon2PasswordHasher

_AT_ONCE = threading.BoundedSemaphore(4)


class HouseArgon2(Argon2PasswordHasher):
    """Django's hasher with our cost and a bound on parallel work."""

    time_cost = 2
    memory_cost = 19 * 1024  # KiB
    parallelism = 1

    def encode(self, password: str, salt: str) -> str:
        with _AT_ONCE:
            return super().encode(password, salt)

    def verify(self, password: str, encoded: str) -> bool:
        with _AT_ONCE:
            return bool(super().verify(password, encoded))

    def params(self) -> Any:
        return super().params()
