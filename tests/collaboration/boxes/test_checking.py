"""A box is looked through before anybody trusts it: whole, ours, harmless (D9, pain 1)."""

import hashlib
import io
import json
import stat
import time
import zipfile

import pytest
from django.core.management import CommandError, call_command

from opentwinning.collaboration.boxes.adapters import checking
from opentwinning.collaboration.boxes.adapters.checking import BadBox, check
from opentwinning.collaboration.boxes.models import Box
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.forums.actions import open_thread
from opentwinning.workspace.pages.actions import create_page
from opentwinning.workspace.posts.actions import write_post
from tests.cast import ana
from tests.scenes.boxes import an_ordered_box
from tests.scenes.files import a_file
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db
MOST = 50 * 1024 * 1024
MANIFEST = "package/opentwinning.json"


@pytest.fixture
def whole(settings, tmp_path):
    """A real box, as a list of its entries."""
    settings.MEDIA_ROOT = tmp_path / "media"
    scene = a_twinspace()
    space, by = scene.twinspace.space, ana().actor
    top = create_page(by=by, space=space, title="Our river", text="Blue.")
    create_page(by=by, space=space, title="Its animals", text="Many.", parent=top)
    write_post(by=by, space=space, text="We measured.")
    open_thread(by=by, space=space, title="What next?", text="Ideas here.")
    a_file(ana(), space)
    box = an_ordered_box(ana(), scene.ref)
    with zipfile.ZipFile(disk.path_of(box.stored_name)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def packed(tmp_path):
    """Packs entries into a ZIP; ``extra`` are entries with a ZipInfo of their own."""

    def pack(entries, *extra, method=zipfile.ZIP_DEFLATED):
        path = tmp_path / "box.zip"
        with zipfile.ZipFile(path, "w", method) as archive:
            for name, content in [*entries.items(), *extra]:
                archive.writestr(name, content)
        return path

    return pack


def manifest_of(entries):
    return json.loads(entries[MANIFEST])


def with_manifest(entries, **changes):
    return {**entries, MANIFEST: json.dumps({**manifest_of(entries), **changes}).encode()}


def changed(entries, name, content, records=None):
    """An entry with another content, and a manifest that says so."""
    manifest = manifest_of(entries)
    for each in manifest["files"]:
        if each["path"] == name:
            each["size"], each["sha256"] = len(content), hashlib.sha256(content).hexdigest()
            each["records"] = records if records is not None else each.get("records", 0)
    return with_manifest({**entries, name: content}, files=manifest["files"])


def refusal(path, most=MOST):
    began = time.process_time()
    with pytest.raises(BadBox) as bad:
        check(path, max_bytes=most)
    assert time.process_time() - began < 20, "looking through it cost as much as a bomb wants"
    return str(bad.value)


def test_a_box_of_ours_is_whole(whole, packed):
    found = check(packed(whole), max_bytes=MOST)

    assert found.manifest["project"]["title"] == "Water around us"
    assert found.counts == {
        "pages": 2, "page_versions": 2, "posts": 1, "threads": 1, "replies": 1, "files": 1,
        "activities": 0, "hand_ins": 0, "events": 0, "polls": 0, "remarks": 0, "people": 5,
    }  # fmt: skip


def test_the_command_says_so(whole, packed, capsys):
    out = io.StringIO()
    call_command("check_box", packed(whole), stdout=out)
    assert "Water around us" in out.getvalue()
    assert "pages: 2" in out.getvalue()
    with pytest.raises(CommandError, match="no manifest"):
        call_command("check_box", packed({"index.html": b"x"}))
    with pytest.raises(CommandError, match="No such file"):
        call_command("check_box", "absent.zip")
    with pytest.raises(CommandError, match="larger than"):
        call_command("check_box", packed({"index.html": bytes(3_000_000)}), max_mb=1)
    assert Box.objects.count() == 1


@pytest.mark.parametrize(
    "name",
    [
        "../evil", "files/../../evil", "/etc/passwd", "files//x", "files/a/b", "C:evil",
        "evil.html", "files\\..\\evil", "./index.html", "files/..", "package/a:b",
    ],
)  # fmt: skip
def test_a_name_that_leads_elsewhere_is_refused(whole, packed, name):
    assert "no place in a box" in refusal(packed(whole, (name, b"x")))


def test_a_link_is_refused(whole, packed):
    link = zipfile.ZipInfo("files/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert "not a plain file" in refusal(packed(whole, (link, "/etc/passwd")))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["index.html", "files/PLAN.pdf"])
def test_a_name_that_stands_twice_is_refused(whole, packed, name):
    assert "twice in it" in refusal(packed(whole, (name, b"x")))


def test_a_bomb_is_refused(whole, packed):
    assert "larger than" in refusal(packed(whole, ("files/bomb.txt", bytes(MOST))))


def test_a_million_entries_are_refused(packed, monkeypatch):
    monkeypatch.setattr(checking, "MAX_DIRECTORY", 5000)
    crowd = {f"files/{number}": b"" for number in range(200)}
    assert "too many entries" in refusal(packed(crowd))


def test_another_way_of_packing_is_refused(whole, packed):
    assert "packed in another way" in refusal(packed(whole, method=zipfile.ZIP_LZMA))


@pytest.mark.parametrize("cut", [0, 10, 500])
def test_half_a_box_is_refused(whole, packed, cut):
    path = packed(whole)
    path.write_bytes(path.read_bytes()[:cut])
    assert "ZIP" in refusal(path)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"format": "other"}, "not a project in a box"),
        ({"version": 2}, "of another version"),
        ({"version": None}, "of another version"),
        ({"more": 1}, "manifest.more is unknown"),
        ({"made_at": "yesterday"}, "no moment"),
        ({"project": {}}, "manifest.project.id is missing"),
        ({"files": []}, "manifest and content differ"),
    ],
)
def test_a_manifest_of_another_kind_is_refused(whole, packed, changes, words):
    assert words in refusal(packed(with_manifest(whole, **changes)))


@pytest.mark.parametrize("content", [b"[]", b"{", b"", b"[" * 100_000])
def test_a_manifest_that_is_none_is_refused(whole, packed, content):
    assert refusal(packed({**whole, MANIFEST: content}))


def test_a_changed_file_is_refused(whole, packed):
    path = "files/plan.pdf"
    assert "another size" in refusal(packed({**whole, path: whole[path] + b"x"}))
    other = bytes([whole[path][0] ^ 1]) + whole[path][1:]
    assert "another content" in refusal(packed({**whole, path: other}))


def test_a_file_too_many_or_too_few_is_refused(whole, packed):
    assert "differ" in refusal(packed({**whole, "files/more.pdf": b"x"}))
    less = {name: content for name, content in whole.items() if name != "files/plan.pdf"}
    assert "differ" in refusal(packed(less))


@pytest.mark.parametrize(
    ("kind", "field", "value", "words"),
    [
        ("pages", "by", "mem_22222222222222222222222222", "nothing has the id"),
        ("pages", "parent", "pag_2222222222222222222222222", "nothing has the id"),
        ("pages", "place", "everywhere", "is none of"),
        ("pages", "version", -1, "too small"),
        ("page_versions", "number", True, "is no"),
        ("posts", "photos", ["fil_222222222222222222222222"], "nothing has the id"),
        ("posts", "secret", "x", "is unknown"),
        ("replies", "thread", "thr_2222222222222222222222222", "nothing has the id"),
        ("files", "path", "files/other.pdf", "no content"),
        ("people", "id", "acc_2222", "is not"),
    ],
)
def test_a_wrong_record_is_refused(whole, packed, kind, field, value, words):
    name = f"package/{kind}.jsonl"
    lines = [json.loads(line) for line in whole[name].splitlines()]
    lines[0][field] = value
    content = "".join(f"{json.dumps(line)}\n" for line in lines).encode()
    assert words in refusal(packed(changed(whole, name, content)))


def test_records_are_counted_and_stand_once(whole, packed):
    name = "package/posts.jsonl"
    assert "number of records" in refusal(packed(changed(whole, name, whole[name], records=7)))
    twice = whole[name] * 2
    assert "twice in posts" in refusal(packed(changed(whole, name, twice, records=2)))
    assert "other things" in refusal(packed(changed(whole, "package/ids.txt", b"pst_2\n")))


def test_a_line_without_end_is_refused(whole, packed):
    endless = b'{"id": "' + b"x" * (3 * 1024 * 1024)
    assert "too long" in refusal(packed(changed(whole, "package/posts.jsonl", endless)))
