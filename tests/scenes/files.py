"""Files as people add them."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from opentwinning.workspace.files.actions import add_file
from opentwinning.workspace.files.adapters.reception import receive
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.files.vocabulary import Received, UploadContext
from opentwinning.workspace.spaces.models import Space
from tests.inputs import image

DOCUMENT = b"%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def received(name: str = "plan.pdf", content: bytes = DOCUMENT) -> Received:
    """A document that passed the door; no picture is converted, so it is quick."""
    return receive(upload(name, content), UploadContext.LIBRARY)


def a_file(person: Any, space: Space, name: str = "plan.pdf", **values: Any) -> SpaceFile:
    """A document of that person."""
    return add_file(by=person.actor, space=space, received=received(name), **values)


def a_picture(person: Any, space: Space, name: str = "river.png", **values: Any) -> SpaceFile:
    """A real picture, converted like any other."""
    content = image("no_exif.png").read_bytes()
    return add_file(by=person.actor, space=space, received=received(name, content), **values)
