import zipfile
from io import BytesIO

import pypdfium2
import pytest
from lxml import etree

from gongkai.annual_reports.layout import Form
from gongkai.annual_reports.writing.ofd import annual_report_ofd
from gongkai.annual_reports.writing.pdf import annual_report_pdf
from gongkai.screening.formats import ofd
from gongkai.typesetting.fonts import MissingGlyphs

from .test_writing_pdf import pages_of
from .written_reports import PROSE, document, printed_numbers, report


@pytest.fixture
def read(tmp_path):
    """The pages of an OFD as the reader of screening gives them: lines of text, and the document."""

    def reading(made):
        path = tmp_path / "report.ofd"
        path.write_bytes(annual_report_ofd(made))
        found = ofd.read(path)
        pages = [""] * found.pages
        for passage in found.passages:
            pages[passage.place.page - 1] += passage.text + "\n"
        return pages, found

    return reading


def pages(made):
    with zipfile.ZipFile(BytesIO(annual_report_ofd(made))) as archive:
        names = sorted(name for name in archive.namelist() if name.endswith("Content.xml"))
        return [etree.fromstring(archive.read(name)) for name in names]


@pytest.mark.parametrize("form", Form)
def test_text_read_back_is_that_of_the_pdf_to_the_letter(read, form):
    made = document(report=report(form), draft=True)
    pages, _ = read(made)
    assert ["".join(page.split()) for page in pages] == pages_of(annual_report_pdf(made))


def test_each_cell_is_a_text_of_its_own():
    texts = [each.text for root in pages(document()) for each in root.iter("{*}TextCode")]
    numbers = set(printed_numbers())
    assert [text for text in texts if text in numbers] == printed_numbers()


def test_prose_is_in_it_whole(read):
    pages, _ = read(document())
    text = "".join("".join(pages).split())
    assert [each for section in PROSE.values() for each in section if each not in text] == []


def test_nothing_lies_beside_the_pages_but_title_author_and_day(read):
    _, found = read(document())
    assert [each.what for each in found.hidden] == ["文件属性：作者、创建时间、制作软件、标题"]
    assert (found.unread, found.links) == ([], [])


def test_lines_of_the_tables_are_drawn():
    made = document()
    with pypdfium2.PdfDocument(annual_report_pdf(made)) as pdf:
        drawn = [len(list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]))) for page in pdf]
    assert [len(list(root.iter("{*}PathObject"))) for root in pages(made)] == drawn
    assert sum(drawn) > 100


def test_a_character_no_type_can_show_is_refused():
    with pytest.raises(MissingGlyphs):
        annual_report_ofd(document(issuer="示范县😀"))
