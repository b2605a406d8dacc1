"""
The names in an OLE2 compound file (DOC, XLS, PPT, WPS), read from its directory.

The directory is walked rather than searching the bytes for names: a text that mentions “EncryptedPackage” is
not encrypted. Layout: [MS-CFB] 2.2 header, 2.3 FAT, 2.6 directory entries.
"""

import struct
from typing import IO

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER = 512
ENTRY = 128
LAST_SECTOR = 0xFFFFFFFA  # larger numbers are marks such as "end of chain"
MOST_DIRECTORY_SECTORS = 4096


class Unreadable(Exception):
    """The structure is broken."""


def entry_names(content: IO[bytes]) -> set[str]:
    """Return the names of all streams and storages, or raise Unreadable."""
    content.seek(0)
    header = content.read(HEADER)
    if len(header) < HEADER or not header.startswith(SIGNATURE):
        raise Unreadable
    (shift,) = struct.unpack_from("<H", header, 30)
    if shift not in (9, 12):
        raise Unreadable
    reader = _Reader(content, 1 << shift)
    (directory,) = struct.unpack_from("<I", header, 48)
    fat_sectors = reader.fat_sectors(header)
    names = set()
    for _count in range(MOST_DIRECTORY_SECTORS):
        if directory >= LAST_SECTOR:
            return names
        sector = reader.sector(directory)
        for offset in range(0, len(sector), ENTRY):
            (length,) = struct.unpack_from("<H", sector, offset + 64)
            if sector[offset + 66] and 2 <= length <= 64:
                names.add(sector[offset : offset + length - 2].decode("utf-16-le", "replace"))
        directory = reader.next_sector(directory, fat_sectors)
    raise Unreadable


class _Reader:
    def __init__(self, content: IO[bytes], size: int):
        self.content = content
        self.size = size

    def sector(self, number: int) -> bytes:
        self.content.seek((number + 1) * self.size)
        data = self.content.read(self.size)
        if len(data) < self.size and len(data) % ENTRY:
            raise Unreadable
        if not data:
            raise Unreadable
        return data

    def fat_sectors(self, header: bytes) -> list[int]:
        """Return where the parts of the file allocation table are: 109 in the header, the rest in a chain."""
        numbers = list(struct.unpack_from("<109I", header, 76))
        following, count = struct.unpack_from("<II", header, 68)
        for _count in range(min(count, MOST_DIRECTORY_SECTORS)):
            if following >= LAST_SECTOR:
                break
            sector = self.sector(following)
            if len(sector) < self.size:
                raise Unreadable
            *more, following = struct.unpack(f"<{self.size // 4}I", sector)
            numbers += more
        return numbers

    def next_sector(self, number: int, fat_sectors: list[int]) -> int:
        part, place = divmod(number, self.size // 4)
        if part >= len(fat_sectors) or fat_sectors[part] >= LAST_SECTOR:
            raise Unreadable
        sector = self.sector(fat_sectors[part])
        if len(sector) < place * 4 + 4:
            raise Unreadable
        return struct.unpack_from("<I", sector, place * 4)[0]
