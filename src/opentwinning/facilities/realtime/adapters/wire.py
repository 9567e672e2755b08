"""Numbers and strings as Yjs writes them. Everything malformed is a ``ValueError`` (F10)."""

_BITS = 53  # the browser knows no larger whole numbers


def number(data: bytes, at: int) -> tuple[int, int]:
    """The number at a place, and the place behind it."""
    value = shift = 0
    while True:
        if at >= len(data) or shift > _BITS:
            raise ValueError("no number")
        byte = data[at]
        value |= (byte & 127) << shift
        at += 1
        shift += 7
        if byte < 128:
            return value, at


def block(data: bytes, at: int) -> tuple[bytes, int]:
    """A piece that tells its length first, and the place behind it."""
    length, at = number(data, at)
    if at + length > len(data):
        raise ValueError("cut short")
    return data[at : at + length], at + length


def of_number(value: int) -> bytes:
    """A number, seven bits a byte."""
    found = bytearray()
    while value > 127:
        found.append(128 | (127 & value))
        value >>= 7
    found.append(value)
    return bytes(found)


def of_block(data: bytes) -> bytes:
    """A piece with its length."""
    return of_number(len(data)) + data
