"""What comes through the door of uploads, and what stays outside (D3-D10, T1.4)."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from opentwinning.core.verdicts import Invalid
from opentwinning.workspace.files.adapters import disk, reception
from opentwinning.workspace.files.adapters.reception import clean_name, receive
from opentwinning.workspace.files.vocabulary import MAX_NAME, UploadContext
from tests.inputs import CORNERS, all_naughty_strings, hostile_files, image, payloads, photo
from tests.scenes.files import DOCUMENT, upload

LIBRARY, PHOTO = UploadContext.LIBRARY, UploadContext.PHOTO


@pytest.fixture(autouse=True)
def place(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    return tmp_path / "files"


def stored(received) -> bytes:
    return disk.path_of(received.stored_name).read_bytes()


def everything_on_disk(place: Path) -> list[Path]:
    return [p for p in place.rglob("*") if p.is_file()]


def zipped(*entries: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return out.getvalue()


def parts(content: bytes) -> dict[str, bytes]:
    """What is in it: office documents are packed anew (``test_documents.py``)."""
    if not content.startswith(b"PK"):
        return {"": content}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


DOCX = (("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>" * 300))


# ---------------------------------------------------------------- pictures


@pytest.mark.parametrize("orientation", range(1, 9))
def test_photos_stand_upright_and_say_nothing_of_their_place(orientation):
    """D6: turned by EXIF, then written anew without EXIF, GPS or anything else."""
    assert b"Exif" in photo(orientation).read_bytes()
    got = receive(upload("holiday.JPG", photo(orientation).read_bytes()), PHOTO)
    assert (got.width, got.height) == (240, 160)
    for name in (got.stored_name, got.thumb_name):
        content = disk.path_of(name).read_bytes()
        assert b"Exif" not in content
        assert b"GPS" not in content
        with Image.open(io.BytesIO(content)) as picture:
            assert not picture.getexif()
            if name == got.stored_name:
                for corner, colour in CORNERS.items():
                    seen = picture.convert("RGB").getpixel(corner)
                    assert max(abs(a - b) for a, b in zip(seen, colour, strict=True)) < 40


def test_metadata_of_every_kind_is_gone():
    for name in ("payload_in_all_known_metadata.jpg", "payload_in_all_known_metadata.png"):
        source = next(p for p in hostile_files() if p.name == name).read_bytes()
        got = receive(upload(name, source), PHOTO)
        assert b"alert" not in stored(got)
        assert b"script" not in stored(got)


def test_a_page_hidden_behind_a_picture_stays_behind():
    """Polyglots: only pixels survive."""
    source = image("picture_with_page_behind.jpg").read_bytes()
    assert b"<script" in source.lower() or b"<html" in source.lower()
    got = receive(upload("picture.jpg", source), PHOTO)
    assert b"<script" not in stored(got).lower()
    assert b"<html" not in stored(got).lower()


def test_a_transparent_picture_stays_transparent_and_large_ones_shrink():
    out = io.BytesIO()
    Image.new("RGBA", (3000, 100), (10, 20, 30, 0)).save(out, "PNG")
    got = receive(upload("logo.png", out.getvalue()), PHOTO)
    assert (got.width, got.media_type) == (2560, "image/png")
    with Image.open(io.BytesIO(stored(got))) as picture:
        assert picture.mode == "RGBA"
    with Image.open(disk.path_of(got.thumb_name)) as thumb:
        assert max(thumb.size) <= 480


def test_a_picture_with_too_many_pixels_is_refused_before_it_is_decoded():
    """D7: a header that promises 60 000 x 60 000 pixels."""
    out = io.BytesIO()
    Image.new("1", (8, 8)).save(out, "PNG")
    bomb = bytearray(out.getvalue())
    bomb[16:24] = struct.pack(">II", 60_000, 60_000)
    with pytest.raises(Invalid, match=r"pixels|read"):
        receive(upload("bomb.png", bytes(bomb)), PHOTO)


def test_a_real_picture_with_too_many_pixels_is_refused(place):
    out = io.BytesIO()
    Image.new("1", (9000, 6000)).save(out, "PNG")
    with pytest.raises(Invalid, match="too many pixels"):
        receive(upload("large.png", out.getvalue()), PHOTO)
    assert everything_on_disk(place) == []


def test_a_cut_picture_is_refused_in_words(place):
    with pytest.raises(Invalid, match="could not read"):
        receive(upload("cut.jpg", image("cut_off.jpg").read_bytes()), PHOTO)
    assert everything_on_disk(place) == []


def test_a_web_page_with_the_name_of_a_picture_is_refused():
    with pytest.raises(Invalid):
        receive(upload("cat.png", image("web_page_named.png").read_bytes()), PHOTO)


def test_phone_pictures_get_an_answer_that_helps():
    with pytest.raises(Invalid, match="JPEG"):
        receive(upload("IMG_1.HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), PHOTO)


# ---------------------------------------------------------------- kinds


@pytest.mark.parametrize("source", hostile_files(), ids=lambda p: p.name)
def test_hostile_files_are_refused_or_defused(source, place):
    """D4, D5: no active content comes through under any name of its own or of a picture."""
    for name in (source.name, f"{source.stem}.png", f"{source.stem}.jpg", f"{source.name}.txt"):
        try:
            got = receive(upload(name, source.read_bytes()), LIBRARY)
        except Invalid:
            continue
        assert got.media_type in {"image/jpeg", "image/png", "image/webp", "text/plain"}, name
        if got.media_type.startswith("image/"):
            low = stored(got).lower()
            assert b"<script" not in low
            assert b"onload" not in low
            assert b"alert(" not in low


@pytest.mark.parametrize(
    "name",
    ["page.html", "page.htm", "drawing.svg", "drawing.svgz", "feed.xml", "page.xhtml", "run.exe",
     "run.sh", "macro.docm", "archive.zip", "letter.ps", "x.php", "noextension", "x.pdf.exe"],
)  # fmt: skip
def test_what_is_not_on_the_list_is_refused(name):
    with pytest.raises(Invalid):
        receive(upload(name, b"harmless words"), LIBRARY)


def test_documents_are_no_photos():
    with pytest.raises(Invalid, match="Choose a picture"):
        receive(upload("plan.pdf", DOCUMENT), PHOTO)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plan.pdf", DOCUMENT),
        ("notes.txt", "Dober dan, šola".encode()),
        ("table.csv", b"a,b\n1,2\n"),
        ("old.csv", "ž;š".encode("cp1250")),
        ("letter.docx", zipped(*DOCX)),
        ("sheet.xlsx", zipped(DOCX[0], ("xl/workbook.xml", b"<w/>"))),
        ("show.pptx", zipped(DOCX[0], ("ppt/presentation.xml", b"<w/>"))),
        ("letter.odt", zipped(("mimetype", b"application/vnd.oasis.opendocument.text"),
                              ("content.xml", b"<x/>"))),
        ("song.mp3", b"ID3\x03\0\0\0\0\0\x21" + b"\0" * 500),
        ("sound.ogg", b"OggS\0\2" + b"\0" * 22 + b"\x01\x1e\x01vorbis" + b"\0" * 200),
        ("sound.wav", b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0" + b"\0" * 200),
        ("film.mp4", b"\0\0\0\x20ftypisom\0\0\2\0isomiso2avc1mp41\0\0\0\x08free"),
        ("film.mov", b"\0\0\0\x14ftypqt  \0\0\2\0qt  \0\0\0\x08wide"),
        ("film.webm", b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04"
                      b"\x42\xf3\x81\x08\x42\x82\x84webm" + b"\0" * 64),
        ("voice.weba", b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04"
                      b"\x42\xf3\x81\x08\x42\x82\x84webm" + b"\0" * 64),
    ],
)  # fmt: skip
def test_what_schools_share_comes_through(name, content):
    """T-17, T-18, X-53."""
    got = receive(upload(name, content), LIBRARY)
    assert got.name == name
    assert parts(stored(got)) == parts(content)
    assert got.size == len(stored(got))


@pytest.mark.parametrize(
    "content",
    [
        zipped(("x.txt", b"not a document")),
        zipped(*DOCX, ("word/vbaProject.bin", b"macro")),
        zipped(*DOCX, ("../../evil.txt", b"x")),
        zipped(*DOCX, ("/etc/passwd", b"x")),
        zipped(*DOCX, ("word/bomb.xml", b"0" * 40_000_000)),
        b"MZ\x90" + zipped(*DOCX),
        b"PK\x03\x04 and then nothing",
    ],
    ids=["other zip", "macros", "way out", "absolute", "bomb", "program before", "broken"],
)
def test_documents_that_are_something_else_are_refused(content):
    """D9 for the containers that office documents are."""
    with pytest.raises(Invalid, match="not what the name says"):
        receive(upload("letter.docx", content), LIBRARY)


def test_content_and_name_must_agree():
    for name, content in (
        ("song.mp3", DOCUMENT),
        ("film.mp4", b"<html>"),
        ("plan.pdf", b"<script>alert(1)</script>"),
        ("notes.txt", b"MZ\0\0program"),
        ("notes.txt", b"<!DOCTYPE html><html><script>alert(1)</script>"),
    ):
        with pytest.raises(Invalid, match="not what the name says"):
            receive(upload(name, content), LIBRARY)


def test_too_large_and_empty_files_are_refused_in_words(monkeypatch):
    monkeypatch.setattr(reception, "max_file_bytes", lambda: 10)
    with pytest.raises(Invalid, match="larger than"):
        receive(upload("plan.pdf", DOCUMENT), LIBRARY)
    with pytest.raises(Invalid, match="empty"):
        receive(upload("plan.pdf", b""), LIBRARY)


def test_uploads_stop_when_the_disk_is_almost_full(monkeypatch):
    """K6."""
    usage = type("Usage", (), {"total": 1000, "free": 40})
    monkeypatch.setattr(disk.shutil, "disk_usage", lambda path: usage)
    with pytest.raises(Invalid, match="almost full"):
        receive(upload("plan.pdf", DOCUMENT), LIBRARY)


# ---------------------------------------------------------------- films


def box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + kind + body


def test_films_forget_where_they_were_made_and_keep_their_length():
    """D14: place, device and time live in boxes that are blanked without moving a byte."""
    where = b"+46.5547+015.6459/"
    film = (
        box(b"ftyp", b"isom\0\0\2\0isomiso2avc1mp41")
        + box(
            b"moov",
            box(b"mvhd", b"\0" * 100)
            + box(b"trak", box(b"tkhd", b"\0" * 84) + box(b"udta", b"name" + where))
            + box(b"udta", box(b"\xa9xyz", where))
            + box(b"meta", b"com.apple.quicktime.location.ISO6709" + where),
        )
        + box(b"mdat", b"pictures and sound")
    )
    got = receive(upload("film.mp4", film), LIBRARY)
    kept = stored(got)
    assert len(kept) == len(film)
    assert where not in kept
    assert b"location" not in kept
    assert b"pictures and sound" in kept
    assert b"mvhd" in kept


def test_a_film_with_impossible_boxes_does_no_harm():
    film = b"\0\0\0\x14ftypisom\0\0\2\0isom" + struct.pack(">I", 2**31) + b"moov" + b"\0" * 40
    assert stored(receive(upload("film.mp4", film), LIBRARY)) == film


# ---------------------------------------------------------------- names


@pytest.mark.parametrize("name", [*payloads("path_traversal"), "..", "/", "C:\\x\\..", ".htaccess"])
def test_names_never_lead_anywhere(name, place):
    """D1, D10: a name is only shown; the place on disk is ours."""
    cleaned = clean_name(name)
    assert "/" not in cleaned
    assert "\\" not in cleaned
    assert cleaned not in {"", ".", ".."}
    got = receive(upload("x.pdf", DOCUMENT), LIBRARY)
    assert disk.path_of(got.stored_name).is_relative_to(place)


def test_names_are_clean_and_short():
    for name in all_naughty_strings():
        cleaned = clean_name(f"{name}.pdf")
        assert 0 < len(cleaned) <= MAX_NAME
        assert not any(ord(c) < 32 or c in "\u202e\u200b<>" for c in cleaned)
    assert clean_name("x" * 300 + ".jpeg").endswith(".jpeg")
    assert clean_name("photo\u202egnp.exe") == "photognp.exe"
    assert clean_name("Šola v naravi.JPG") == "Šola v naravi.JPG"


def test_a_refused_file_leaves_nothing_behind(place):
    for name, content in (("a.pdf", b"no"), ("b.png", b"\x89PNG\r\n\x1a\n broken")):
        with pytest.raises(Invalid):
            receive(upload(name, content), LIBRARY)
    assert everything_on_disk(place) == []
