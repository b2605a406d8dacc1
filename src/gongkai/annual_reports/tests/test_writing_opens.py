"""Other people's office programs open what we write: LibreOffice here stands for Word, Excel and WPS."""

import re
import subprocess
import tempfile
from pathlib import Path

from gongkai.annual_reports.writing.pdf import annual_report_pdf
from gongkai.annual_reports.writing.sheet import annual_report_xlsx
from gongkai.annual_reports.writing.word import annual_report_docx

from .test_writing_pdf import numbers_of
from .written_reports import distinct_numbers, document, printed_numbers, report

SECONDS = 120


def converted(soffice: str, kind: str, source: Path) -> bytes:
    with tempfile.TemporaryDirectory(prefix="soffice-") as folder:
        profile, out = Path(folder, "profile"), Path(folder, "out")
        subprocess.run(
            [
                *(soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"),
                *("--convert-to", kind, "--outdir", str(out), str(source)),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=True,
        )
        return (out / f"{source.stem}.{kind}").read_bytes()


def five_digit_numbers(content: bytes) -> list[str]:
    """pdfium runs the numbers of narrow neighbouring cells together; each of ours begins with 3 and has five digits."""
    return [part for number in numbers_of(content) for part in re.findall(r"3\d{4}(?:\.\d+)?", number)]


def test_word_document_opens_with_all_its_figures(tmp_path, soffice):
    source = tmp_path / "report.docx"
    source.write_bytes(annual_report_docx(document()))
    assert five_digit_numbers(converted(soffice, "pdf", source)) == printed_numbers()


def test_numbers_of_eight_digits_are_not_broken_in_the_word_document(tmp_path, soffice):
    source = tmp_path / "report.docx"
    figures = distinct_numbers(first=32_345_678)
    source.write_bytes(annual_report_docx(document(report=report(figures=figures))))
    numbers = "".join(numbers_of(converted(soffice, "pdf", source)))
    assert re.findall(r"3\d{7}(?:\.660)?", numbers) == printed_numbers(first=32_345_678)


def test_workbook_opens_with_all_its_figures(tmp_path, soffice):
    source = tmp_path / "report.xlsx"
    source.write_bytes(annual_report_xlsx(document()))
    # Once in the tables and once in the list.
    assert five_digit_numbers(converted(soffice, "pdf", source)) == printed_numbers() * 2


def test_pdf_opens(tmp_path, soffice):
    source = tmp_path / "report.pdf"
    source.write_bytes(annual_report_pdf(document()))
    assert converted(soffice, "png", source).startswith(b"\x89PNG")
