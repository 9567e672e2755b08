"""Any register file becomes rows of text: whatever its name, wrapping, encoding or delimiter."""

import io

import pytest

from opentwinning.core.verdicts import Invalid
from opentwinning.people.organisations.queries.tables import containers, find_reading, opened_table
from tests.people.organisations import layouts
from tests.people.organisations.layouts import DE, PL, SI, TR, text, web_page, workbook


def read(content, country="SI"):
    file = io.BytesIO(content)
    reading = find_reading(file, country)
    with opened_table(file, reading) as table:
        rows = [[" ".join(cell.split()) for cell in cells] for _, cells in table.rows()]
        return reading, table.headings, rows


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_any_delimiter_with_and_without_a_byte_order_mark(delimiter, mark):
    reading, headings, rows = read(mark + text(SI, delimiter))
    assert (reading.delimiter, headings, rows) == (delimiter, SI[0], SI[1:])
    assert reading.is_certain


@pytest.mark.parametrize(
    ("rows", "country", "encoding"),
    [
        (SI, "SI", "windows-1250"),
        (SI, "SI", "iso-8859-2"),
        (PL, "PL", "windows-1250"),
        (PL, "PL", "iso-8859-2"),
        (TR, "TR", "windows-1254"),
        (TR, "TR", "iso-8859-9"),
        (DE, "DE", "windows-1252"),
        (DE, "DE", "iso-8859-1"),
        (SI, "SI", "utf-16"),
        (SI, "SI", "utf-16-le"),
    ],
)
def test_old_encodings_are_found_by_the_letters_of_the_country(rows, country, encoding):
    reading, headings, found = read(text(rows, ";", encoding), country)
    assert [headings, *found] == rows
    assert reading.is_certain == encoding.startswith("utf")


def test_a_workbook_with_preamble_rows_and_numbers_shown_with_zeros():
    rows = [SI[0], [121, "Osnovna šola Pod Jelko", 5273, "Col", None, "www.jelka.example"]]
    preamble = [["Register of schools"], [], ["As of", "2026-09-01"]]
    content = workbook(rows, preamble, formats={(5, 1): "00000"}, extra_sheets=["Notes"])
    reading, headings, found = read(content)
    assert (reading.kind, reading.sheet, reading.heading_row) == ("workbook", "Export", 4)
    assert headings == SI[0]
    assert found[0][:3] == ["00121", "Osnovna šola Pod Jelko", "5273"]


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1250"])
@pytest.mark.parametrize("title", ["", "Gorenjska"])
def test_a_web_page_that_calls_itself_a_spreadsheet(encoding, title):
    reading, headings, rows = read(web_page(SI, encoding, title))
    assert (reading.kind, headings, rows) == ("web_page", SI[0], SI[1:])


@pytest.mark.parametrize("wrap", [layouts.packed, layouts.zipped])
@pytest.mark.parametrize("content", [text(SI), web_page(SI), workbook(SI)])
def test_archives_are_opened(wrap, content):
    _, headings, rows = read(wrap(content))
    assert (headings, rows) == (SI[0], SI[1:])


def test_preamble_lines_of_a_text_file_stand_above_the_heading():
    content = "Register šol\r\n\r\nStanje;2026\r\n".encode() + text(SI)
    reading, headings, rows = read(content)
    assert reading.heading_row == 4
    assert (headings, len(rows)) == (SI[0], 3)


def test_a_file_without_headings_numbers_its_columns():
    reading, headings, rows = read(text(SI[1:]))
    assert reading.heading_row == 0
    assert headings[:2] == ["Column 1", "Column 2"]
    assert len(rows) == 3


def test_headings_that_are_empty_or_occur_twice_get_names_of_their_own():
    _, headings, _ = read(b"code;name;;name\n1;Lipa;x;y\n2;Bor;x;y\n")
    assert headings == ["code", "name", "Column 3", "name (2)"]


def test_the_heading_repeated_between_the_rows_is_no_school():
    _, _, rows = read(text([*SI[:3], SI[0], SI[3]]))
    assert rows == SI[1:]


@pytest.mark.parametrize(
    "content",
    [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, b"%PDF-1.7 nothing here", b"\x1f\x8bbroken",
     b"PK\x03\x04broken", b"<?xml version='1.0'?><Workbook xmlns='urn:x'></Workbook>"],
)  # fmt: skip
def test_what_is_no_table_is_refused_with_a_way_out(content):
    with pytest.raises(Invalid, match=r"Save it as|Choose|archive"):
        read(content)


def test_an_archive_of_two_files_is_refused():
    with pytest.raises(Invalid, match="one file"):
        read(layouts.zipped(text(SI), "a.csv", "b.csv"))


@pytest.mark.parametrize("wrap", [layouts.packed, layouts.zipped])
def test_a_bomb_is_stopped_while_unpacking(wrap, monkeypatch):
    """C9: what unpacks to more than the limit never fills the disk."""
    monkeypatch.setattr(containers, "MAX_UNPACKED", 1_000_000)
    with pytest.raises(Invalid, match="too large"):
        read(wrap(b"0" * 5_000_000))


def test_letters_that_do_not_fit_the_chosen_encoding_are_told():
    from dataclasses import replace

    file = io.BytesIO(text(SI, ";", "windows-1250"))
    reading = replace(find_reading(file, "SI"), encoding="utf-8")
    with opened_table(file, reading) as table, pytest.raises(Invalid, match="another encoding"):
        list(table.rows())
