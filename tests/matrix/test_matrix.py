"""The permission table against the code: every address × role × scope × method (B1, B2, B12, B16).

The table is written apart from the code; each cell becomes a request of a real person. Who is
allowed must get in; who is not must get the same answer as for a page that does not exist. Closed
objects hold canaries, texts of their own: no answer shows one to who must not see it, wherever it
might leak (B4, B8).
"""

import copy

import pytest
from django.db import connection
from django.urls import reverse

from opentwinning.config.policy import ROLES, Row, rows
from tests.matrix.world import Canary

pytestmark = [pytest.mark.matrix, pytest.mark.django_db]

LET_IN = {200, 201, 204, 302, 303, 400, 409, 412, 413, 422}


def cells() -> list[tuple[str, str, str]]:
    """(address, scope, method) of the whole table; roles are played inside one test, so that the
    failure names all of them."""
    return [
        (name, scope, method)
        for name, row in sorted(rows().items())
        for scope in row.allow
        for method in row.methods
    ]


@pytest.mark.parametrize(("name", "scope", "method"), cells())
def test_every_cell(name, scope, method, world):
    row = rows()[name]
    path = address(row, scope, world)
    wrong = []
    for role, person in world.people.items():
        outcome, body = answer(person, method, path, row)
        if not as_stated(role, outcome, row, scope):
            stated = "in" if role in row.allow[scope] else "refused"
            wrong.append(f"{role}: {outcome} (table says {stated})")
        wrong += [
            f"{role}: sees {canary.name}"
            for canary in world.canaries
            if role not in canary.readers and canary.text.encode() in body
        ]
    assert not wrong, f"{method} {path}\n" + "\n".join(wrong)


def address(row: Row, scope: str, world) -> str:
    values = world.scene("own" if scope == "any" else scope).values
    path = reverse(row.name, kwargs={arg: values[thing] for arg, thing in row.args.items()})
    return path + (f"?{row.query}" if row.query else "")


def answer(person, method: str, path: str, row: Row):
    """The response and its whole body; what the request changed is taken back."""
    savepoint = connection.savepoint()
    cookies = copy.deepcopy(person.client.cookies)
    try:
        response = asked(person, method, path, row)
        return response, b"".join(response) if response.streaming else response.content
    finally:
        person.client.cookies = cookies  # signing out is taken back too
        connection.savepoint_rollback(savepoint)


def asked(person, method: str, path: str, row: Row):
    if method == "GET":
        return person.get(path)
    if method == "POST":
        return person.post(path, dict(row.body))
    return person.client.generic(method, path)


def as_stated(role: str, response, row: Row, scope: str) -> bool:
    allowed = role in row.allow[scope]
    code = response.status_code
    to_sign_in = code == 302 and "/sign-in" in response["Location"]
    if allowed:
        return code in LET_IN and not to_sign_in
    if role == "VI":
        return to_sign_in or code in {401, 404, row.refusal}
    return code in {row.refusal, 404} or (code == 403 and role == "EX")


def test_canaries_are_alive(world):
    """A canary nobody can see at all proves nothing. Most show in the app that planted them, so
    that is looked through first."""
    unseen = [canary for canary in world.canaries if canary.readers]
    for at_home in (True, False):
        for role, row, scope in pages_to_read():
            if not any(might_show(canary, role, row, at_home=at_home) for canary in unseen):
                continue
            _, body = answer(world.people[role], "GET", address(row, scope, world), row)
            unseen = [canary for canary in unseen if canary.text.encode() not in body]
    assert not unseen, f"canaries that no reader finds: {sorted(c.name for c in unseen)}"


def pages_to_read() -> list[tuple[str, Row, str]]:
    """Every page with each role that may read it."""
    return [
        (role, row, scope)
        for role in ROLES
        for row in rows().values()
        for scope in row.allow
        if "GET" in row.methods and role in row.allow[scope]
    ]


def might_show(canary: Canary, role: str, row: Row, *, at_home: bool) -> bool:
    """Whether this page of this role might show the canary; at home: of the app it stands in."""
    return role in canary.readers and not (at_home and row.name.partition(":")[0] != canary.app)


def test_every_role_is_on_stage(world):
    """A role nobody plays would make its whole column untested."""
    assert set(world.people) == set(ROLES)


def test_absent_and_forbidden_look_alike(world):
    """B3: a stranger cannot tell a closed object from one that never was."""
    checked = 0
    for name, row in rows().items():
        if "GET" not in row.methods or row.refusal != 404 or "own" not in row.allow:
            continue
        if "ED" in row.allow["own"] or "ref" not in row.args:
            continue
        closed = address(row, "own", world)
        ref = world.own.values[row.args["ref"]]
        absent = closed.replace(ref, ref[:4] + "2" * (len(ref) - 4))
        one, two = world.people["ED"].get(closed), world.people["ED"].get(absent)
        assert one.status_code == two.status_code == 404, name
        assert scrubbed(one, closed) == scrubbed(two, absent), name
        checked += 1
    assert checked > 0


def scrubbed(response, path: str) -> bytes:
    """The body without what differs by nature: the address itself and one-time tokens."""
    import re

    body = response.content.replace(path.encode(), b"PATH")
    body = re.sub(rb'nonce="[^"]*"', b"", body)
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", body)
