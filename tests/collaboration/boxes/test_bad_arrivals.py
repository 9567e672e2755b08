"""A box that was made to do harm, or is broken, leaves nothing behind (D9)."""

import hashlib
import html
import io
import json
import zipfile

import pytest

from opentwinning.collaboration.boxes.models import Arrival
from opentwinning.collaboration.boxes.vocabulary import ArrivalState
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.forums.models import Thread
from opentwinning.workspace.spaces.models import Space
from tests.cast import ana, marek
from tests.pages import text
from tests.scenes.arrivals import a_project, brought, packed, sent

pytestmark = pytest.mark.django_db
MANIFEST = "package/opentwinning.json"


@pytest.fixture(autouse=True)
def own_disk(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


def rewritten(content: bytes, change) -> bytes:
    """The same box with other entries; ``change(name, bytes)`` gives them, None leaves one out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            new = change(info.filename, source.read(info))
            if new is not None:
                target.writestr(info.filename, new)
    return out.getvalue()


def told_otherwise(content: bytes, kind: str, **values) -> bytes:
    """A box whose sums are right and whose first record of a kind says something else."""
    path = f"package/{kind}.jsonl"
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        first, *rest = source.read(path).decode().splitlines()
        manifest = json.loads(source.read(MANIFEST))
    new = "\n".join([json.dumps(json.loads(first) | values), *rest, ""]).encode()
    for each in manifest["files"]:
        if each["path"] == path:
            each["size"], each["sha256"] = len(new), hashlib.sha256(new).hexdigest()
    changes = {path: new, MANIFEST: json.dumps(manifest).encode()}
    return rewritten(content, changes.get)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("pages", {"title": "x" * 5000}),
        ("pages", {"position": -5}),
        ("pages", {"position": 10**12}),
        ("pages", {"language": "x" * 300}),
        ("pages", {"title": "zero\0byte"}),
        ("people", {"country": "Slovenia"}),
        ("threads", {"at": "0001-01-01T00:00:00+14:00"}),
        ("threads", {"at": "soon"}),
        ("threads", {"at": "9999-12-31T23:00:00-14:00"}),
        ("events", {"first_day": "0001-01-01"}),
        ("files", {"album_number": 10**10}),
    ],
)
def test_a_box_with_values_that_fit_nowhere_leaves_nothing_behind(kind, values):
    """The limits of the tables hold for what comes from outside: a reason, nothing half done."""
    scene = a_project()
    box = told_otherwise(packed(ana(), scene.ref), kind, **values)
    contents = set(disk.names_here())
    here = sent(marek(), box)["Location"]
    run_due()
    marek().post(f"{here}/take")
    run_due()
    arrival = Arrival.objects.get()
    assert arrival.state in {ArrivalState.REFUSED, ArrivalState.FAILED}
    assert arrival.problem
    assert html.escape(arrival.problem) in text(marek().get(here))
    assert Space.objects.count() == 1
    assert set(disk.names_here()) == contents | {arrival.stored_name}


def test_words_of_a_box_run_nothing():
    """Texts come as they are and are shown as every other text is (D7)."""
    scene = a_project()
    bad = "<script>alert(1)</script>[x](javascript:alert(1))"
    box = told_otherwise(packed(ana(), scene.ref), "replies", text=bad)
    arrival = brought(marek(), box)
    thread = Thread.objects.get(space=arrival.space)
    page = text(marek().get(f"/spaces/talk/{thread.ref}/"))
    assert "<script>alert" not in page
    assert 'href="javascript' not in page


def test_what_is_no_whole_box_is_refused_with_the_reason():
    scene = a_project()
    box = packed(ana(), scene.ref)
    for bad in (
        b"no zip at all",
        rewritten(box, lambda name, old: None if name.endswith("opentwinning.json") else old),
        rewritten(box, lambda name, old: old + b"x" if name.startswith("files/") else old),
    ):
        here = sent(marek(), bad)["Location"]
        run_due()
        assert "This is not a whole project in a box" in text(marek().get(here))
        assert marek().post(f"{here}/take").status_code == 302
        run_due()
        assert Space.objects.count() == 1
        marek().post(f"{here}/delete")
