"""Which files are redacted page by page. Apart from the rest, so that asking does not load PDFium. Pure."""

PICTURES = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP"}  # as Pillow calls them
PAGED = frozenset({"pdf", *PICTURES})
