import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.common.tests.timing import within
from gongkai.screening.findings import Unreadable
from gongkai.screening.formats import docx, pptx, xlsx
from gongkai.screening.formats.packages import Part, parse, write
from gongkai.screening.tests import docx_samples, pptx_samples, xlsx_samples
from gongkai.screening.tests.office_samples import parts_of
from gongkai.screening.tests.office_writing import HEAD, rels, write_package

WORD = docx_samples.WORD
SAMPLES = [
    (docx, docx_samples.everything, "word/document.xml"),
    (xlsx, xlsx_samples.everything, "xl/workbook.xml"),
    (pptx, pptx_samples.everything, "ppt/presentation.xml"),
]


def refusal(module, path):
    with pytest.raises(Unreadable) as refused:
        module.read(path)
    sentence = str(refused.value)
    assert sentence.endswith("。") and "请" in sentence
    return sentence


def rewrite(path, change):
    """Write the package again with ``change`` made to its parts, of whatever content types it had."""
    parts = parts_of(path)
    change(parts)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(("module", "build", "main"), SAMPLES)
def test_entities_and_document_types_are_refused(tmp_path, module, build, main):
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'

    def plant(parts):
        parts[main] = parts[main].replace(HEAD.encode(), HEAD.encode() + bomb)

    assert "损坏" in refusal(module, rewrite(build(tmp_path / "a"), plant))


@pytest.mark.parametrize(("module", "build", "main"), SAMPLES)
@pytest.mark.parametrize("what", ["missing", "cut", "empty", "type", "relations"])
def test_damaged_main_part_is_refused(tmp_path, module, build, main, what):
    def damage(parts):
        if what == "missing":
            del parts[main]
        elif what == "cut":
            parts[main] = parts[main][: len(parts[main]) // 2]
        elif what == "empty":
            parts[main] = b""
        elif what == "type":
            parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b".main+xml", b".other+xml")
        else:
            del parts["_rels/.rels"]

    refusal(module, rewrite(build(tmp_path / "a"), damage))


@pytest.mark.parametrize("module", [docx, xlsx, pptx])
def test_what_is_no_package_is_refused(tmp_path, module):
    (tmp_path / "a").write_bytes(b"PK\x03\x04" + bytes(100))
    assert "损坏" in refusal(module, tmp_path / "a")


def test_file_with_a_password_is_refused(tmp_path):
    (tmp_path / "a").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    )
    assert "密码" in refusal(xlsx, tmp_path / "a")
    (tmp_path / "b").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "旧版格式" in refusal(xlsx, tmp_path / "b")


@pytest.mark.parametrize("name", ["../out.xml", "/abs.xml", "C:/x.xml"])
def test_paths_out_of_the_package_are_refused(tmp_path, name):
    path = rewrite(docx_samples.everything(tmp_path / "a"), lambda parts: parts.update({name: b"x"}))
    assert "文件夹之外" in refusal(docx, path)


def test_parts_whose_names_differ_by_case_are_refused(tmp_path):
    path = rewrite(
        docx_samples.everything(tmp_path / "a"), lambda parts: parts.update({"word/Document.xml": b"x"})
    )
    assert "损坏" in refusal(docx, path)


def test_part_that_swells_is_refused(tmp_path):
    path = docx_samples.everything(tmp_path / "a")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/theme/theme1.xml", bytes(30 * 1024 * 1024))
    assert "膨胀" in refusal(docx, path)


def test_deep_nesting_is_refused(tmp_path):
    deep = "<w:r>" * 100_000 + "</w:r>" * 100_000
    refusal(docx, docx_samples.body(tmp_path / "a", f"<w:p>{deep}</w:p>"))


def test_relations_in_a_circle_end(tmp_path):
    def circle(parts):
        parts["word/charts/_rels/chart1.xml.rels"] = rels(
            ("rId1", "chartUserShapes", "chart1.xml"), ("rId2", "chart", "../document.xml")
        ).encode()
        parts["word/charts/chart1.xml"] = parts["word/charts/chart1.xml"].replace(
            b"<c:externalData", b'<c:userShapes r:id="rId1"/><c:externalData'
        )

    path = rewrite(docx_samples.everything(tmp_path / "a"), circle)
    docx.clean(path, tmp_path / "copy", [])
    assert [each.text for each in docx.read(tmp_path / "copy").passages] == docx_samples.VISIBLE


def test_hundred_thousand_shared_strings_take_a_second(tmp_path):
    strings = "".join(f"<si><t>村民{at}</t></si>" for at in range(100_000))
    path = rewrite(
        xlsx_samples.everything(tmp_path / "a"),
        lambda parts: parts.update(
            {
                "xl/sharedStrings.xml": parts["xl/sharedStrings.xml"].replace(
                    b"</sst>", strings.encode() + b"</sst>"
                )
            }
        ),
    )
    assert [each.text for each in xlsx.read(path).passages] == xlsx_samples.VISIBLE
    assert within(2, lambda: xlsx.read(path))


@pytest.mark.parametrize(("module", "build", "main"), SAMPLES)
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_flipped_bytes_are_refused_or_read_but_nothing_else(tmp_path_factory, module, build, main, data):
    path = tmp_path_factory.mktemp("flip") / "a"
    parts = parts_of(build(path))
    name = data.draw(st.sampled_from(sorted(each for each in parts if each.endswith((".xml", ".rels")))))
    content = bytearray(parts[name])
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=6)):
        content[at] = data.draw(st.sampled_from(b'<>"= 0aA/&'))
    rewrite(path, lambda each: each.update({name: bytes(content)}))
    try:
        module.clean(path, path.with_name("copy"), [])
    except Unreadable:
        return
    module.read(path.with_name("copy"))


def test_part_written_links_only_to_what_is_there(tmp_path):
    inner = Part("x/inner{}.xml", "inner", "application/x-inner", b"<inner/>")
    main = Part("x/main.xml", "officeDocument", "application/x-main", parse(b"<main/>"))
    assert (main.link(inner), main.link(inner), main.link("https://www.example.gov.cn/")) == (
        "rId1",
        "rId1",
        "rId2",
    )
    inner.link(main)
    write(tmp_path / "a", main)
    parts = parts_of(tmp_path / "a")
    assert list(parts) == [
        *("[Content_Types].xml", "_rels/.rels", "x/inner1.xml", "x/_rels/inner1.xml.rels"),
        *("x/main.xml", "x/_rels/main.xml.rels"),
    ]
    assert b'Target="main.xml"' in parts["x/_rels/inner1.xml.rels"]
    with zipfile.ZipFile(io.BytesIO((tmp_path / "a").read_bytes())) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_strict_format_is_refused_with_the_way_out(tmp_path):
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    path = write_package(
        tmp_path / "a",
        {"_rels/.rels": rels(("rId1", strict, "word/document.xml"))},
        {"word/document.xml": WORD},
    )
    assert "Strict Open XML" in refusal(docx, path)
