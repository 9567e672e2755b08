"""How each test begins: which may have their scenes laid down again (tests/remembered.py)."""

import pytest
from django.utils import translation

from tests.remembered import MEMORY

# Who changes settings, code or what happens on commit may change what builders write.
CHANGES = {
    "settings", "monkeypatch", "django_capture_on_commit_callbacks", "mailoutbox",
    "transactional_db", "live_server", "argon2",
}  # fmt: skip


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Begin each test where its database is: empty; and in the language of the house, whatever
    the last page of the test before was written in."""
    translation.deactivate()
    mark = item.get_closest_marker("django_db")
    commits = mark is not None and (mark.kwargs.get("transaction") or mark.args[:1] == (True,))
    MEMORY.begin(may=not commits and not asked_for(item) & CHANGES)


def asked_for(item: pytest.Item) -> set[str]:
    """The fixtures of the test and of its fixtures; those of every test, by libraries, are not."""
    info = item._fixtureinfo  # type: ignore[attr-defined]  # pytest has no public way
    found = set(info.argnames)
    for definitions in info.name2fixturedefs.values():
        if definitions[-1].func.__module__.startswith("tests."):
            found.update(definitions[-1].argnames)
    return found
