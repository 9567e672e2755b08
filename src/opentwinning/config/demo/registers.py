"""Mappings of the national registers we ship. The product's own importer reads the registers."""

from functools import cache
from pathlib import Path

import yaml

from opentwinning.config.demo.reader import FOLDER
from opentwinning.config.demo.shapes import Register


@cache
def registers() -> dict[str, Register]:
    """Mappings by key; the file of each stands beside them."""
    listed = yaml.safe_load((FOLDER / "registers" / "mappings.yaml").read_text(encoding="utf-8"))
    return {key: Register(key=key, **values) for key, values in listed.items()}


def path_of(register: Register) -> Path:
    """Where the register's file is."""
    return FOLDER / "registers" / register.file
