"""Which files are redacted page by page, and which word by word. Apart, so that asking does not load PDFium. Pure."""

PICTURES = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP"}  # as Pillow calls them
PAGED = frozenset({"pdf", *PICTURES})
WORDED = frozenset({"docx", "xlsx", "pptx", "txt", "csv", "ofd"})
REDACTABLE = PAGED | WORDED
