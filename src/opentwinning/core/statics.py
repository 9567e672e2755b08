"""Static files with content hashes, ES module imports included; what a page needs is gathered."""

from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

from opentwinning.core import gathering

GATHERED = {
    gathering.STYLE_SHEETS[0]: gathering.style_sheet,
    "ot/app.js": gathering.module,
    "ot/behaviours/writing.js": gathering.module,
}


class HouseStatics(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # untyped library
    """Hash names, compress, and rewrite ``import`` in our ES modules."""

    support_js_module_import_aggregation = True
    gathers = True

    def post_process(self, paths: dict[str, Any], **options: Any) -> Iterator[Any]:
        """As Django and WhiteNoise do, with gathered files in place of their sources."""

        def read(name: str) -> str:
            storage, path = paths[name]
            with storage.open(path) as file:
                return str(file.read().decode())

        made = InMemoryStorage()
        for name, gather in GATHERED.items():
            made.save(name, ContentFile(gather(name, read).encode()))
        gathered = {name: (made, name) for name in GATHERED}
        yield from super().post_process({**paths, **gathered}, **options)

    def url(self, name: str, force: bool = False) -> str:  # noqa: FBT001, FBT002 - Django's signature
        """The address of a file. The manifest of a running site does not change, so it is looked
        up once."""
        known: dict[str, str] = self.__dict__.setdefault("known_urls", {})
        if force or name not in known:
            known[name] = str(super().url(name, force))
        return known[name]
