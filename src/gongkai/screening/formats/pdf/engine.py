"""
PDFium, with type for documents that bring none.

Many official PDFs name 宋体 or 仿宋 without carrying it. On a server without Chinese type PDFium draws nothing in
its place: everything on the page would look hidden. So PDFium is shown the packaged Noto as well.
"""

import ctypes
from pathlib import Path

import pylopdf_fonts_zh_cn
import pypdfium2
import pypdfium2.raw as raw
from pypdfium2.internal import ObjectTracker

TYPE_FOLDER = Path(pylopdf_fonts_zh_cn.__file__).parent


def _start() -> None:
    """Start PDFium again with the packaged type, unless this process has a document open, which that would break."""
    if any(ObjectTracker.values()):
        return
    folder = ctypes.create_string_buffer(str(TYPE_FOLDER).encode())
    pointer = ctypes.POINTER(ctypes.c_char)
    folders = (pointer * 2)(ctypes.cast(folder, pointer), None)
    raw.FPDF_DestroyLibrary()
    raw.FPDF_InitLibraryWithConfig(
        raw.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=folders, m_pIsolate=None, m_v8EmbedderSlot=0)
    )


def opened(content: bytes | Path) -> pypdfium2.PdfDocument:
    """Open a document in PDFium; raises ``pypdfium2.PdfiumError`` for what it cannot read."""
    return pypdfium2.PdfDocument(content)


# When this module is imported, nothing is open yet: in the sandbox it is the first to use PDFium.
_start()
