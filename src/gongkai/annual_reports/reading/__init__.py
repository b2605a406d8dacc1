"""
Reading published annual reports (政府信息公开工作年度报告) of any site, year and form. Pure: no Django, no database.

``read`` turns the bytes of an HTML, DOCX, PDF or text file into a ``content.Report``; ``as_json`` turns that into what
other programs compare with. A figure carries what was printed, where, and why it may be wrong if it may be.
"""

from .exporting import as_json
from .kinds import is_picture
from .reader import MOST_BYTES, read

__all__ = ["MOST_BYTES", "as_json", "is_picture", "read"]
