"""Office documents lose what they tell about their author and the places of their photos (D6)."""

import io
import zipfile

import pytest
from PIL import Image

from opentwinning.core.verdicts import Invalid
from opentwinning.workspace.files.adapters import disk, kinds
from opentwinning.workspace.files.adapters.documents import EMPTY, without_telltales
from opentwinning.workspace.files.adapters.reception import receive
from opentwinning.workspace.files.vocabulary import UploadContext
from tests.inputs import photo
from tests.scenes.files import upload

CORE = b"<cp:coreProperties><dc:creator>CANARY Ana of OS Pod Lipo</dc:creator></cp:coreProperties>"
TEXT = b"<w:document>" + b"The river is clean. " * 200 + b"</w:document>"
FOLDERS = {"docx": "word", "xlsx": "xl", "pptx": "ppt"}


@pytest.fixture(autouse=True)
def place(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


def packed(entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = b"CANARY remark"
        for name, content in entries.items():
            entry = zipfile.ZipInfo(name, date_time=(2026, 3, 4, 5, 6, 8))
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            entry.comment = b"CANARY"
            archive.writestr(entry, content)
    return out.getvalue()


def office(extension):
    folder = FOLDERS[extension]
    return {
        "[Content_Types].xml": b"<Types/>",
        "docProps/core.xml": CORE,
        "docProps/app.xml": b"<Properties><Company>CANARY school</Company></Properties>",
        "docProps/custom.xml": b"<Properties>CANARY number</Properties>",
        f"{folder}/document.xml": TEXT,
        f"{folder}/media/image1.jpg": photo(1).read_bytes(),
    }


def open_document(extension):
    kind = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}[extension]
    return {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}".encode(),
        "content.xml": TEXT,
        "meta.xml": b"<office:meta><dc:creator>CANARY</dc:creator></office:meta>",
        "Pictures/1000.JPEG": photo(6).read_bytes(),
    }


def everything(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


@pytest.mark.parametrize("extension", ["docx", "xlsx", "pptx", "odt", "ods", "odp"])
def test_the_author_goes_and_the_work_stays(extension):
    entries = office(extension) if extension in FOLDERS else open_document(extension)
    got = receive(upload(f"Plan.{extension}", packed(entries)), UploadContext.LIBRARY)
    path = disk.path_of(got.stored_name)
    content = path.read_bytes()
    assert got.size == len(content)
    assert b"CANARY" not in content
    parts = everything(content)
    assert list(parts) == list(entries)
    assert b"CANARY" not in b"".join(parts.values())
    assert b"GPS" not in b"".join(parts.values())
    for name, before in entries.items():
        if name in EMPTY:
            assert parts[name] == EMPTY[name].encode()
        elif "jp" not in name.lower():
            assert parts[name] == before
    assert kinds.agrees(path, extension)
    dates = {e.date_time for e in zipfile.ZipFile(path).infolist()}
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_open_documents_begin_with_their_plain_type():
    got = receive(upload("Plan.odt", packed(open_document("odt"))), UploadContext.LIBRARY)
    with zipfile.ZipFile(disk.path_of(got.stored_name)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_photos_inside_stay_the_same_pictures():
    before = photo(1).read_bytes()
    assert b"Exif" in before
    after = without_telltales(before)
    assert b"Exif" not in after
    with Image.open(io.BytesIO(before)) as one, Image.open(io.BytesIO(after)) as other:
        assert one.tobytes() == other.tobytes()
        assert not other.getexif()


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xd8", b"\xff\xd8\xff", b"\xff\xd8\xff\xe1\xff\xff", b"GIF89a", b"\xff" * 40],
)
def test_broken_pictures_inside_break_nothing(content):
    assert len(without_telltales(content)) <= len(content)


def test_a_document_that_is_broken_inside_is_refused():
    content = bytearray(packed(office("docx")))
    at = content.index(b"word/document.xml") + 40
    content[at : at + 30] = bytes(30)
    with pytest.raises(Invalid):
        receive(upload("Plan.docx", bytes(content)), UploadContext.LIBRARY)
