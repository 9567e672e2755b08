"""Educators who wait for their validation, and registers on their way in: Slovenia and France."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile

from opentwinning.core.actor import SYSTEM
from opentwinning.core.permits import free_writing
from opentwinning.people.organisations.actions import merge_organisations, receive_register
from opentwinning.people.organisations.adapters import shelf
from opentwinning.people.organisations.models import Organisation, Pair
from opentwinning.people.organisations.queries import look_into
from tests import cast


def furnish(world):
    for scope, name, country in (("own", "Nina Kos", "SI"), ("other", "Jean Petit", "FR")):
        person = cast.newcomer(name, country, about=f"CANARY-waiting-{scope}")
        cast.school(person)
        world.put(scope, "educator_waiting", person.educator.ref)
    world.canary("own", "profile that waits", "CANARY-waiting-own", {"NS", "CS"})
    world.canary("own", "register that waits", "CANARY-register-SI", {"NS", "CS", "OP"})
    for scope, country in (("own", "SI"), ("other", "FR")):
        world.put(scope, "register", waiting_register(country))
        world.put(scope, "pair", some_pair(country).ref)
        world.put(scope, "merge", some_merge(country).ref)


def waiting_register(country):
    text = f"code;name;director\n1;CANARY-register-{country};Somebody\n".encode()
    token = shelf.put(SimpleUploadedFile("register.csv", text))
    shelf.path_of(token, shelf.Part.REPORT).write_bytes(text)
    look = look_into(io.BytesIO(text), country)
    return receive_register(
        by=SYSTEM, country=country, token=token, file_name="register.csv", look=look
    ).ref


def some_schools(country, code):
    with free_writing():
        return [
            Organisation.objects.create(country=country, code=f"{code}{at}", name=f"Double {at}")
            for at in (1, 2)
        ]


def some_pair(country):
    gone, kept = some_schools(country, "p")
    with free_writing():
        return Pair.objects.create(country=country, gone=gone, kept=kept, reason="successor")


def some_merge(country):
    gone, kept = some_schools(country, "m")
    by = cast.officer(f"Merger{country} Doe", country).actor
    return merge_organisations(by=by, kept=kept, gone=gone)
