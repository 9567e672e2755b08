"""Closed texts are seen by nobody who must not see them, wherever they might leak (B4, B8)."""

import pytest
from django.urls import reverse

from opentwinning.config.policy import ROLES, rows

pytestmark = [pytest.mark.matrix, pytest.mark.django_db]


@pytest.mark.parametrize("role", ROLES)
def test_no_page_shows_a_canary_to_the_wrong_role(role, world):
    person = world.people[role]
    seen = []
    for name, row in sorted(rows().items()):
        if "GET" not in row.methods:
            continue
        for scope in row.allow:
            values = world.scene("own" if scope == "any" else scope).values
            path = reverse(name, kwargs={a: values[t] for a, t in row.args.items()})
            response = person.get(path + (f"?{row.query}" if row.query else ""))
            body = b"".join(response) if response.streaming else response.content
            seen += [
                f"{path} shows {canary.name}"
                for canary in world.canaries
                if role not in canary.readers and canary.text.encode() in body
            ]
    assert not seen, "\n".join(seen)


def test_canaries_are_alive(world):
    """A canary nobody can see at all proves nothing."""
    unseen = {c.text: c.name for c in world.canaries if c.readers}
    for role, person in world.people.items():
        for name, row in rows().items():
            if "GET" not in row.methods or not unseen:
                continue
            for scope in row.allow:
                if role not in row.allow[scope]:
                    continue
                values = world.scene("own" if scope == "any" else scope).values
                path = reverse(name, kwargs={a: values[t] for a, t in row.args.items()})
                response = person.get(path + (f"?{row.query}" if row.query else ""))
                body = b"".join(response) if response.streaming else response.content
                for text in [t for t in unseen if t.encode() in body]:
                    del unseen[text]
    assert not unseen, f"canaries that no reader finds: {sorted(unseen.values())}"
