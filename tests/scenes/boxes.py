"""A box that somebody ordered, opened."""

import io
import json
import zipfile
from dataclasses import dataclass
from typing import Any

from opentwinning.collaboration.boxes.models import Box
from opentwinning.facilities.jobs.actions import run_due
from tests.cast import Person


@dataclass
class Opened:
    """The ZIP as its reader holds it."""

    zip: zipfile.ZipFile

    @property
    def names(self) -> list[str]:
        return self.zip.namelist()

    @property
    def site(self) -> str:
        """Every page people read, one after the other."""
        pages = (name for name in self.names if name.endswith(".html"))
        return "\n".join(self.zip.read(name).decode() for name in pages)

    @property
    def everything(self) -> bytes:
        return b"\n".join(self.zip.read(name) for name in self.names)

    @property
    def manifest(self) -> dict[str, Any]:
        return json.loads(self.zip.read("package/opentwinning.json"))

    def records(self, kind: str) -> list[dict[str, Any]]:
        lines = self.zip.read(f"package/{kind}.jsonl").decode().splitlines()
        return [json.loads(line) for line in lines]

    def page(self, part: str) -> str:
        """The page whose name holds these words."""
        (name,) = (n for n in self.names if n.endswith(".html") and part in n)
        return self.zip.read(name).decode()


def an_ordered_box(who: Person, space_ref: str) -> Box:
    """Ordered on the page and packed by the worker."""
    who.post(f"/twinspaces/{space_ref}/box")
    run_due()
    return Box.objects.filter(account=who.account, space__ref=space_ref).latest("pk")


def download(who: Person, box: Box, **headers: Any) -> Any:
    return who.get(f"/twinspaces/{box.space.ref}/box/{box.ref}", **headers)


def opened(who: Person, space_ref: str) -> Opened:
    """From the order to the open box."""
    answer = download(who, an_ordered_box(who, space_ref))
    assert answer.status_code == 200, answer.content
    return Opened(zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))))
