"""The report as a file of each format, made when it is asked for: everything in it stands in the edition."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from .editions import corrections_of, report_of_content
from .writing.document import ReportDocument
from .writing.json import annual_report_json
from .writing.ofd import annual_report_ofd
from .writing.pdf import annual_report_pdf
from .writing.sheet import annual_report_xlsx
from .writing.word import annual_report_docx

FORMATS = {  # extension: (what people call it, media type, writer)
    "pdf": ("PDF", "application/pdf", annual_report_pdf),
    "docx": (
        "Word",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        annual_report_docx,
    ),
    "ofd": ("OFD", "application/ofd", annual_report_ofd),
    "xlsx": (
        "Excel",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        annual_report_xlsx,
    ),
    "json": ("JSON", "application/json", annual_report_json),
}


def report_bytes(content: Mapping[str, Any], extension: str, *, published_on: date | None) -> bytes:
    """Return the report in this format; one that has no day of publication says that it is a draft."""
    document = ReportDocument(
        report=report_of_content(content),
        published_on=published_on,
        issuer=content["issuer"],
        corrections=corrections_of(content),
        draft=published_on is None,
    )
    made = FORMATS[extension][2](document)
    return made.encode() if isinstance(made, str) else made


def media_type(extension: str) -> str:
    return FORMATS[extension][1]


def report_file(content: Mapping[str, Any], extension: str, *, published_on: date | None) -> HttpResponse:
    response = HttpResponse(
        report_bytes(content, extension, published_on=published_on), content_type=media_type(extension)
    )
    name = f"{content['title']}{'' if published_on else '（草稿）'}.{extension}"
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response
