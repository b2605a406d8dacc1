"""The report as OFD (GB/T 33190), the format official documents are kept in: the pages of the PDF, as real text."""

from gongkai.typesetting.ofd import ofd_of_pdf

from .document import ReportDocument
from .outline import plain, title_lines
from .pdf import annual_report_pdf


def annual_report_ofd(document: ReportDocument) -> bytes:
    """Return the report as OFD. Raises MissingGlyphs when a character in it cannot be shown."""
    report = document.report
    return ofd_of_pdf(
        annual_report_pdf(document),
        title="".join(title_lines(report)),
        author=plain(document.issuer or report.unit),
        created_on=document.published_on,
    )
