"""Writing an entry of a ZIP so that the same content always gives the same bytes and tells nothing of the machine."""

import zipfile

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of ZIP; when a copy was made says nothing about its content


def put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, FIRST_DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 0
    archive.writestr(entry, data, compresslevel=6)
