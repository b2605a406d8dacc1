"""
Reports that are pictures: scans, and tables put into a page as a picture. Only where the extra ``ocr`` is installed.

Every figure that comes from here is doubted: whoever sees it knows that the program may have misread it.
"""

from .judging import judged
from .replacing import read_file, read_pictures

__all__ = ["judged", "read_file", "read_pictures"]
