"""Writers that test the rig itself: one keeps its promise, the others break it in known ways."""

from collections.abc import Iterable
from typing import override

from django.db import connection, transaction

from tests.faults.writer import Piece, Writer


class Honest(Writer):
    """Two rows in one transaction, acknowledged after the commit."""

    @override
    def prepare(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE rig_page (ref VARCHAR(40) PRIMARY KEY, text TEXT)")
            cursor.execute("CREATE TABLE rig_line (ref VARCHAR(40), text TEXT)")

    @override
    def write(self, number: int, turn: str) -> Piece | None:
        text = f"page of {turn} " * 50
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("INSERT INTO rig_page VALUES (%s, %s)", [turn, text])
            cursor.execute("INSERT INTO rig_line VALUES (%s, %s)", [turn, text])
        return Piece(turn, text)

    @override
    def stored(self) -> Iterable[Piece]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT ref, text FROM rig_line")
            return [Piece(ref, text) for ref, text in cursor.fetchall()]

    @override
    def torn(self) -> Iterable[str]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT p.ref FROM rig_page p LEFT JOIN rig_line l ON l.ref = p.ref "
                "WHERE l.ref IS NULL"
            )
            return [f"{ref} has no line" for (ref,) in cursor.fetchall()]


class Hasty(Honest):
    """Acknowledges before the commit."""

    @override
    def write(self, number: int, turn: str) -> Piece | None:
        if turn.endswith(".1"):
            return Piece(turn, "promised, never written")
        return super().write(number, turn)


class Careless(Honest):
    """Writes its two rows in two transactions."""

    @override
    def write(self, number: int, turn: str) -> Piece | None:
        text = f"page of {turn} " * 50
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO rig_page VALUES (%s, %s)", [turn, text])
            for _attempt in range(200):
                cursor.execute("SELECT count(*) FROM rig_page")
            cursor.execute("INSERT INTO rig_line VALUES (%s, %s)", [turn, text])
        return Piece(turn, text)
