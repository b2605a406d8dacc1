import io
import os
import tempfile
import time
import zipfile
import zlib

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Stream

from gongkai.common.tests.timing import within
from gongkai.screening import sandbox
from gongkai.screening.enums import Kind
from gongkai.screening.findings import Cover, Lists, Place, Unreadable
from gongkai.screening.redaction.marks import Ground, Mark
from gongkai.screening.sandbox import Limits
from gongkai.screening.tests import ofd_samples, pdf_samples

ID_NUMBER = "110101199003074258"
LISTS = Lists(today="2026-03-02")
MIB = 1024 * 1024


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path, monkeypatch):
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield
    assert list(folder.iterdir()) == [], "the sandbox leaves nothing behind"


@pytest.fixture
def path(tmp_path):
    def write(content):
        path = tmp_path / "file"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def test_findings_come_back_with_their_places_and_masked(path):
    seen = sandbox.inspect(path(f"公告\n身份证号：{ID_NUMBER}。\n"), extension="txt", lists=LISTS)
    (found,) = seen.findings
    assert (found.finding.kind, found.finding.value) == (Kind.ID_NUMBER, ID_NUMBER)
    assert (found.finding.passage, found.finding.start, found.finding.end) == (1, 5, 23)
    assert (found.place, found.before, found.shown) == (
        Place(part="第2行"),
        "身份证号：",
        "110101********4258",
    )
    assert (seen.title, seen.characters, seen.pages) == ("公告", 26, 0)
    assert seen.beginning == "公告\n身份证号：110101********4258。"


def test_hidden_and_unread_things_come_back_whole(path):
    seen = sandbox.inspect(path(pdf_samples.with_attachment()), extension="pdf", lists=LISTS)
    assert [(each.kind, each.what, each.removable) for each in seen.hidden] == [
        (Kind.EMBEDDED_FILE, "附带的文件，共 1 个", True)
    ]
    seen = sandbox.inspect(path(pdf_samples.scan()), extension="pdf", lists=LISTS)
    assert [(each.kind, each.place) for each in seen.unread] == [(Kind.UNREAD_PAGE, Place(page=1))]
    assert seen.pages == 1


def test_copy_is_written_with_what_is_covered_and_its_extension_told(path, tmp_path):
    target = tmp_path / "copy"
    source = path(f"号码{ID_NUMBER}")
    assert sandbox.clean(source, target, extension="txt", covers=[Cover(0, 2, 20, "****")]) == "txt"
    assert target.read_text() == "号码****\n"


def test_copy_in_which_covered_text_is_still_found_is_not_given_out(path, tmp_path):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("甲.txt", f"号码{ID_NUMBER}")
        archive.writestr("图.dwg", b"AC1027\0" + ID_NUMBER.encode())
    target = tmp_path / "copy"
    with pytest.raises(Unreadable, match="没有通过核对"):
        sandbox.clean(path(content.getvalue()), target, extension="zip", covers=[Cover(1, 2, 20, "****")])
    assert not target.exists()


def test_text_that_stays_in_another_place_by_decision_is_no_leak(path, tmp_path):
    target = tmp_path / "copy"
    sandbox.clean(path("张三丰\n张三丰"), target, extension="txt", covers=[Cover(0, 0, 3, "某")])
    assert target.read_text() == "某\n张三丰\n"


def test_marked_pages_are_burned_in_the_sandbox_too(path, tmp_path):
    mark = Mark(1, 0.1, 0.135, 0.8, 0.05, Ground.PERSONAL)
    target = tmp_path / "copy.pdf"
    source = path(pdf_samples.plain())
    assert sandbox.clean(source, target, extension="pdf", marks=[mark.as_json()]) == "pdf"
    seen = sandbox.inspect(target, extension="pdf", lists=LISTS)
    assert (seen.pages, "补贴名单" in seen.beginning) == (2, False)


def test_sentence_of_the_reader_reaches_the_caller(path):
    with pytest.raises(Unreadable, match="系统不能检查“rtf”这种文件"):
        sandbox.inspect(path("x"), extension="rtf", lists=LISTS)


def test_child_knows_no_secret_of_the_site(tmp_path, monkeypatch):
    monkeypatch.setenv("GONGKAI_SECRET_KEY", "x")
    environment = sandbox._environment(tmp_path)
    assert [name for name in environment if "GONGKAI" in name or "DATABASE" in name] == []


def test_small_file_is_handled_at_once(path, tmp_path):
    source = path("公告")
    # 0.2 s on an idle machine
    assert within(2, lambda: sandbox.clean(source, tmp_path / "copy", extension="txt"), time.monotonic)


def forms_in_forms(levels=9, times=10):
    """Each drawing calls up the next one ten times: a page of a few hundred bytes and a billion letters."""
    pdf = pdf_samples.document("/F0 Do\n")
    inner = pdf.make_indirect(Stream(pdf, pdf_samples.text("一").encode()))
    font = pdf.pages[0].obj.Resources.Font
    inner.update(
        Dictionary(
            Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 595, 842], Resources=Dictionary(Font=font)
        )
    )
    for _ in range(levels):
        outer = pdf.make_indirect(Stream(pdf, b"/F Do\n" * times))
        resources = Dictionary(XObject=Dictionary(F=inner))
        outer.update(
            Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 595, 842], Resources=resources)
        )
        inner = outer
    pdf.pages[0].obj.Resources.XObject = Dictionary(F0=inner)
    return pdf_samples.saved(pdf)


def flate_bomb():
    """A page whose content is 192 MB of blanks."""
    pdf = pdf_samples.document(pdf_samples.text("一"))
    packer = zlib.compressobj(9)
    blanks = b" " * (16 * MIB)
    data = b"".join(packer.compress(blanks) for _ in range(12)) + packer.flush()
    stream = Stream(pdf, b"")
    stream.write(data, filter=Name.FlateDecode)
    pdf.pages[0].obj.Contents = pdf.make_indirect(stream)
    content = io.BytesIO()
    pdf.save(content, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return content.getvalue()


def zip_bomb():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("甲.txt", bytes(50 * MIB))
    return content.getvalue()


def entities():
    bomb = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    return ofd_samples.ofd(
        ofd_samples.text("一"),
        **{"OFD.xml": f"<!DOCTYPE x [{bomb}]><OFD><DocRoot>&x11;</DocRoot></OFD>"},
    )


def large_png():
    rows = zlib.compress(bytes(30_001) * 30)
    head = (30_000).to_bytes(4, "big") * 2 + b"\x08\x00\x00\x00\x00"
    chunks = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")
        for name, data in chunks
    )


@pytest.mark.parametrize(
    ("build", "extension"),
    [
        (flate_bomb, "pdf"),
        (lambda: b"%PDF-1.7\n" + bytes(100 * MIB) + b"\n%%EOF", "pdf"),
        (zip_bomb, "zip"),
        (entities, "ofd"),
        (large_png, "png"),
        (lambda: os.urandom(4096), "pdf"),
        (lambda: b"PK\x03\x04" + os.urandom(4096), "docx"),
    ],
)
def test_hostile_file_is_refused_in_bounded_time_and_memory(path, build, extension):
    start = time.monotonic()
    with pytest.raises(Unreadable, match="。$"):
        sandbox.inspect(
            path(build()), extension=extension, lists=LISTS, limits=Limits(seconds=2, memory=400 * MIB)
        )
    assert time.monotonic() - start < 10


def test_file_that_takes_too_long_is_ended_and_the_clerk_told_so(path):
    with pytest.raises(Unreadable, match="检查用时超过 1 秒"):
        sandbox.inspect(path(forms_in_forms()), extension="pdf", lists=LISTS, limits=Limits(seconds=1))


def test_process_without_memory_ends_in_a_sentence(path):
    with pytest.raises(Unreadable, match="太复杂或已损坏"):
        sandbox.inspect(
            path(pdf_samples.plain()), extension="pdf", lists=LISTS, limits=Limits(memory=64 * MIB)
        )
