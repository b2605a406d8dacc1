"""
Pictures inside a PDF without what the camera wrote into them, byte for byte the same picture.

A PDF carries JPEG and JPEG 2000 files whole. Only their segments and boxes that are no picture are left out, so
nothing is lost by encoding again.
"""

import struct

# Start of frame, tables, scan; APP0 (JFIF) and APP14 (Adobe) say how colours are meant.
KEPT_SEGMENTS = {0xE0, 0xEE, 0xDB, 0xC4, 0xDD, 0xDA, 0xCC, *range(0xC0, 0xD0)} - {0xC8}
WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD8)}
DROPPED_BOXES = {b"xml ", b"uuid", b"uinf", b"free", b"skip"}


def bare(content: bytes) -> bytes:
    """Return the JPEG without camera data, remarks and whatever follows its end; unchanged if it is no JPEG."""
    if not content.startswith(b"\xff\xd8"):
        return content
    kept = [b"\xff\xd8"]
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xD9:
            break
        if marker in WITHOUT_LENGTH:
            kept.append(content[at : at + 2])
            at += 2
            continue
        (length,) = struct.unpack_from(">H", content, at + 2)
        end = at + 2 + length
        if marker in KEPT_SEGMENTS:
            kept.append(content[at:end])
        if marker == 0xDA:
            start, end = end, _end_of_scan(content, end)
            kept.append(content[start:end])
        at = end
    return b"".join(kept) + b"\xff\xd9"


def _end_of_scan(content: bytes, at: int) -> int:
    """Find the next marker: in a scan, 0xFF is followed by 0 or by a restart mark."""
    while (at := content.find(b"\xff", at)) >= 0 and at + 1 < len(content):
        if content[at + 1] == 0 or 0xD0 <= content[at + 1] <= 0xD7:
            at += 2
        else:
            return at
    return len(content)


def bare_2000(content: bytes) -> bytes:
    """Return the JPEG 2000 file without its boxes of properties; a bare code stream has none."""
    if content[4:8] != b"jP  ":
        return content
    kept, at = [], 0
    while at + 8 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        if length == 1 and at + 16 <= len(content):
            (length,) = struct.unpack_from(">Q", content, at + 8)
        elif length == 0:
            length = len(content) - at
        if length < 8:
            break
        if kind not in DROPPED_BOXES:
            kept.append(content[at : at + length])
        at += length
    return b"".join(kept)
