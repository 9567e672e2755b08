"""The exporter: site, files and package of one box, written one after the other."""

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import pgettext

from opentwinning.collaboration.boxes.actions import tell_progress
from opentwinning.collaboration.boxes.actions.boxes import Made
from opentwinning.collaboration.boxes.adapters import packing as archive
from opentwinning.collaboration.boxes.adapters import style
from opentwinning.collaboration.boxes.adapters.names import Names
from opentwinning.collaboration.boxes.adapters.packing import Crate, Entry
from opentwinning.collaboration.boxes.models import Box
from opentwinning.collaboration.boxes.queries import Cover, cover_of, people_of, schools_for
from opentwinning.collaboration.boxes.vocabulary import FORMAT, FORMAT_VERSION, LEAST_ROOM
from opentwinning.core.boxes import BOX_PARTS, BoxPart, Packing, Sheet, file_name
from opentwinning.core.clock import now
from opentwinning.core.notices import reader
from opentwinning.people.support.queries import programme
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.spaces.queries import Presence

_MARK = "<!--pieces-->"


def make(box: Box, presence: Presence) -> Made:
    """Write the archive and move it to its place. ``Invalid`` when the disk is too
    full; a temporary file that a killed worker leaves is swept."""
    actor = reader(box.account_id)
    zone = ZoneInfo((actor.time_zone if actor else "") or settings.TIME_ZONE)
    temporary = disk.incoming()
    try:
        with translation.override(box.language), timezone.override(zone):
            left_out = _Maker(box, presence).write(temporary)
        size, sha256 = temporary.stat().st_size, archive.digest_of(temporary)
        return Made(disk.keep(temporary), size, sha256, left_out)
    finally:
        temporary.unlink(missing_ok=True)


class _Maker:
    """One box; what it keeps in memory are names, never contents."""

    def __init__(self, box: Box, presence: Presence) -> None:
        self.box = box
        self.cover: Cover = cover_of(presence.space)
        self.packing = Packing(presence=presence, address=settings.ENVIRONMENT.address)
        self.sheets: dict[str, list[tuple[Sheet, str]]] = {}
        self.entries: list[Entry] = []
        self.ids: list[str] = []
        self.left_out: list[str] = []
        self.done = self.total = self.told = 0

    def write(self, path: Any) -> int:
        """Everything, in an order in which nothing must be known before it is written."""
        self._look_for_files()
        disk.refuse_when_full(self.total + LEAST_ROOM)
        with Crate(path) as crate:
            crate.add_text("style.css", [style.sheet()])
            self._add_files(crate)
            parts = [part for part in BOX_PARTS if self._add_sheets(crate, part)]
            self._add_records(crate)
            self._add_front(crate, parts)
        return len(self.left_out)

    def _look_for_files(self) -> None:
        names = Names()
        for part in BOX_PARTS:
            self.left_out += part.left_out(self.packing.presence)
            for content in part.contents(self.packing.presence):
                if content.path.is_file():
                    self.packing.paths[content.ref] = f"files/{names.unique(content.name)}"
                    self.total += content.path.stat().st_size
                else:
                    self.left_out.append(content.name)

    def _add_files(self, crate: Crate) -> None:
        for part in BOX_PARTS:
            for content in part.contents(self.packing.presence):
                if content.ref in self.packing.paths and content.path.is_file():
                    place = self.packing.paths[content.ref]
                    self.entries.append(crate.add_file(place, content.path, self._heard))
        self._tell()

    def _heard(self, count: int) -> None:
        self.done += count
        if self.done - self.told > max(self.total // 50, 8 * archive.CHUNK):
            self._tell()

    def _tell(self) -> None:
        self.told = self.done
        tell_progress(self.box, self.done, self.total)

    def _add_sheets(self, crate: Crate, part: BoxPart) -> bool:
        """The pages of one tool and its list of them; False when it has nothing to show."""
        listed = self.sheets.setdefault(part.key, [])
        for number, sheet in enumerate(part.sheets(self.packing), start=1):
            name = f"site/{part.key}-{file_name(number, sheet.title)}.html"
            crate.add_text(name, self._page(sheet.title, sheet.pieces, sheet.language))
            listed.append((Sheet(sheet.title, (), sheet.language, sheet.level), name))
        self._tell()
        return bool(listed)

    def _add_records(self, crate: Crate) -> None:
        kinds = [(name, records) for part in BOX_PARTS for name, records in part.kinds.items()]
        for name, records in (*kinds, ("people", people_of)):
            entry = crate.add_records(
                f"package/{name}.jsonl", records(self.packing), self._seen(name)
            )
            self.entries.append(entry)
            self._tell()
        self.entries.append(crate.add_text(archive.IDS, (f"{ref}\n" for ref in self.ids)))
        self.entries.append(crate.add_text("package/schema.json", [style.schema()]))
        crate.add_text(archive.MANIFEST, [archive.as_json(self._manifest())])

    def _seen(self, kind: str) -> Any:
        return self.ids.append if kind != "people" else lambda ref: None

    def _add_front(self, crate: Crate, parts: list[BoxPart]) -> None:
        contents = [(part.label, self.sheets[part.key]) for part in parts]
        schools = schools_for(self.packing.presence.space)
        front = render_to_string(
            "boxes/site/front.html",
            {
                "cover": self.cover,
                "picture": self.packing.paths.get(self.cover.picture, ""),
                "contents": contents,
                "schools": schools,
                "left_out": self.left_out,
                "at": now(),
                "programme": programme().name,
                "address": self.packing.address,
            },
        )
        crate.add_text("index.html", self._page(self.cover.title, [front], "", root=""))

    def _page(
        self, title: str, pieces: Any, language: str = "", *, root: str = "../"
    ) -> Iterator[str]:
        frame = render_to_string(
            "boxes/site/frame.html",
            {
                "title": title,
                "language": language,
                "cover": self.cover,
                "root": root,
                "reader_language": self.box.language,
                "is_front": not root,
                "is_rtl": translation.get_language_bidi(),
            },
        )
        before, _, after = frame.partition(_MARK)
        yield before
        yield from pieces
        yield after

    def _manifest(self) -> dict[str, Any]:
        cover = self.cover
        return {
            "format": FORMAT,
            "version": FORMAT_VERSION,
            "made_at": now().isoformat(),
            "made_by": programme().name,
            "address": self.packing.address,
            "language": self.box.language,
            "project": {
                "id": cover.ref,
                "title": cover.title,
                "description": cover.description,
                "cover": cover.picture if cover.picture in self.packing.paths else None,
                "opened_at": cover.opened_at.isoformat(),
                "ended_at": cover.ended_at.isoformat() if cover.ended_at else None,
                "countries": list(cover.countries),
            },
            "left_out": self.left_out,
            "note": pgettext("box", "Only for the school that took this box along."),
            "files": [entry.said() for entry in self.entries],
        }
