"""Binary records of unknown origin: numbers at offsets, and what lies outside the file is an error, not a crash."""

import struct


class Damaged(ValueError):
    """A record that is cut short or contradicts itself."""


def u8(data: bytes, offset: int) -> int:
    """The unsigned byte at an offset; Damaged outside the data."""
    return take(data, offset, 1)[0]


def u16(data: bytes, offset: int) -> int:
    """The unsigned 16-bit number at an offset; Damaged outside the data."""
    value: int = struct.unpack("<H", take(data, offset, 2))[0]
    return value


def u32(data: bytes, offset: int) -> int:
    """The unsigned 32-bit number at an offset; Damaged outside the data."""
    value: int = struct.unpack("<I", take(data, offset, 4))[0]
    return value


def take(data: bytes, offset: int, length: int) -> bytes:
    """So many bytes from an offset; Damaged where they don't lie inside the data."""
    if offset < 0 or length < 0 or offset + length > len(data):
        raise Damaged(f"{length} bytes at {offset} of {len(data)}")
    return data[offset : offset + length]


def table(data: bytes, size: int) -> tuple[list[int], list[bytes]]:
    """A PLC: n + 1 rising 32-bit positions and n records of `size` bytes (MS-DOC 2.2.2)."""
    count = (len(data) - 4) // (4 + size)
    if count < 0:
        raise Damaged("a table without positions")
    positions = list(struct.unpack(f"<{count + 1}I", data[: 4 * (count + 1)]))
    start = 4 * (count + 1)
    return positions, [data[start + size * place : start + size * (place + 1)] for place in range(count)]
