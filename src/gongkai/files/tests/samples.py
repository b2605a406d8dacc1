"""Files built by hand, good and hostile."""

import io
import struct
import zipfile

from PIL import Image

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WORD_WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
PDF = b"%PDF-1.7\n" + b"%" * 300_000 + b"\ntrailer\n<< /Size 1 >>\nstartxref\n9\n%%EOF\n"
LOCKED_PDF = b"%PDF-1.7\ntrailer\n<< /Size 1 /Encrypt 5 0 R >>\nstartxref\n9\n%%EOF\n"


def zip_of(entries, compression=zipfile.ZIP_DEFLATED) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", compression) as archive:
        for name, data in entries:
            entry = zipfile.ZipInfo(name)  # dated 1980, so that the bytes are the same in every run
            archive.writestr(entry, data, compression)
    return content.getvalue()


def office(content_type=WORD, extra=()) -> bytes:
    types = f'<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="{content_type}"/></Types>'
    return zip_of([("[Content_Types].xml", types), ("word/document.xml", "<w:document/>"), *extra])


def locked_zip() -> bytes:
    """A ZIP whose entry says that it is encrypted, in both of its headers."""
    content = bytearray(zip_of([("名单.txt", "甲")]))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def compound(*names: str) -> bytes:
    """An OLE2 file with these entries: header, one FAT sector, one directory sector (four entries)."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<II", header, 44, 1, 1)
    struct.pack_into("<IIII", header, 60, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    fat = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)
    directory = b""
    for name in ("Root Entry", *names):
        encoded = (name + "\0").encode("utf-16-le")
        directory += encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded), 2, 1) + bytes(60)
    return bytes(header) + fat + directory.ljust(512, b"\0")


def picture(format_="JPEG", size=(40, 20), **options) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", size, "steelblue").save(content, format_, **options)
    return content.getvalue()


def photograph() -> bytes:
    """A JPEG as a phone held upright makes it: turned by Orientation 6, with camera, place and owner."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "示范牌手机"
    exif.get_ifd(0x8825)[2] = (28.0, 12.0, 0.0)
    return picture(exif=exif)
