"""Register files in the layouts that ministries publish, with invented schools and people."""

import gzip
import io
import zipfile

SI = [
    ["ZAVSIF", "NAZIV", "POŠTNA ŠTEVILKA", "POŠTA", "E-NASLOV", "Spletna stran (URL)"],
    ["00121", "Osnovna šola Pod Jelko", "5273", "Col", "info@jelka.example", "www.jelka.example"],
    ["00645", "Podružnica Žabja vas", "4220", "Škofja Loka", "", "http://zabja.example"],
    ["00700", "Vrtec Čebelica", "1000", "Ljubljana", "vrtec@cebelica.example", ""],
]
TR = [
    ["kurum_kodu", "okul_adi", "il", "ilce"],
    ["428569", "Işıklı İlkokulu", "Adana", "Aladağ"],
    ["112770", "Şehit Öğretmen Ortaokulu", "Muğla", "Ortaca"],
]
DE = [
    ["Schulnummer", "Schulname", "PLZ", "Ort"],
    ["04711", "Grundschule Süßen", "73079", "Süßen"],
    ["04712", "Höhere Schule Straße", "99999", "Weißenfels"],
]
PL = [["kod", "nazwa", "miejscowość"], ["1", "Szkoła Źródło", "Łódź"], ["2", "Żłobek", "Świdnik"]]


def text(rows, delimiter=";", encoding="utf-8", end="\r\n"):
    quoted = (
        delimiter.join(f'"{c}"' if delimiter in c or '"' in c else c for c in row) for row in rows
    )
    return (end.join(quoted) + end).encode(encoding)


def workbook(rows, preamble=(), sheet="Export", formats=None, extra_sheets=()):
    from openpyxl import Workbook

    book = Workbook()
    for name in extra_sheets:
        book.create_sheet(name).append(["about this file"])
    page = book.active
    page.title = sheet
    for row in [*preamble, *rows]:
        page.append(list(row))
    for (row, column), shown in (formats or {}).items():
        page.cell(row, column).number_format = shown
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def web_page(rows, encoding="windows-1250", title="", head="<html><body>"):
    """As an old intranet exports "Excel": no charset, some letters as entities, some as bytes."""
    lines = [f"<tr>{''.join(f'<td><strong>{c}</strong></td>' for c in rows[0])}</tr>"]
    for row in rows[1:]:
        cells = "".join(f"<td>\n\t\t<a href='x'>{c}</a>&nbsp;\n</td>" for c in row)
        lines.append(f"<tr>{cells}</tr>")
    if title:
        lines.insert(0, f"<tr><td colspan='{len(rows[0])}'><h4>{title}</h4></td></tr>")
    page = f"{head}<table border='1'>" + "\n".join(lines) + "</table></body></html>"
    return page.replace("Podružnica", "Podru&#382;nica").encode(encoding)


def packed(content):
    return gzip.compress(content)


def zipped(content, *names):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names or ("schools.csv",):
            archive.writestr(name, content)
    return stream.getvalue()
