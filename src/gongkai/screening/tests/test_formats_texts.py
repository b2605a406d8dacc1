import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.screening.enums import Kind
from gongkai.screening.findings import Cover, Unreadable
from gongkai.screening.formats import texts


@pytest.fixture
def path(tmp_path):
    def write(content, encoding="utf-8"):
        path = tmp_path / "text"
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_is_read_in_every_usual_encoding(path, encoding):
    document = texts.read(path("公告\r\n\r\n联系人：张三𠮷\n", encoding))
    assert [(each.text, each.place.in_words()) for each in document.passages] == [
        ("公告", "第1行"),
        ("联系人：张三𠮷", "第3行"),
    ]
    assert document.title == "公告"


def test_text_in_no_encoding_is_refused(path):
    with pytest.raises(Unreadable, match="编码"):
        texts.read(path(b"\xff\xff\xff\x81"))


def test_characters_nobody_sees_are_told_and_gone(path, tmp_path):
    source = path("公\u200b告\ufeff\n")
    document = texts.read(source)
    assert [(each.kind, each.what) for each in document.hidden] == [
        (Kind.INVISIBLE_TEXT, "看不见的字符 2 个")
    ]
    assert [each.text for each in document.passages] == ["公告"]
    texts.clean(source, tmp_path / "copy", [])
    assert (tmp_path / "copy").read_bytes() == "公告\r\n".encode()


def test_covers_replace_pieces_of_lines(path, tmp_path):
    texts.clean(
        path("甲乙丙丁\n\n戊己庚"),
        tmp_path / "copy",
        [Cover(0, 0, 1, "*"), Cover(0, 2, 4, "某某"), Cover(1, 1, 2, "")],
    )
    assert (tmp_path / "copy").read_text() == "*乙某某\n戊庚\n"


def test_cover_in_a_place_that_is_not_there_is_refused(path, tmp_path):
    with pytest.raises(Unreadable, match="对不上"):
        texts.clean(path("甲"), tmp_path / "copy", [Cover(3, 0, 1, "*")])


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60))
def test_copy_of_any_text_is_read_like_the_original(tmp_path_factory, words):
    folder = tmp_path_factory.mktemp("texts")
    (folder / "original").write_bytes(codecs.BOM_UTF8 + words.encode())
    texts.clean(folder / "original", folder / "copy", [])
    original, copy = (texts.read(folder / name).passages for name in ("original", "copy"))
    assert [each.text for each in copy] == [each.text for each in original]


def test_cells_of_a_csv_know_their_row_and_column(path):
    document = texts.read_csv(path("姓名,电话\n张三,\n,13800138000\n", "gb18030"))
    assert [(each.text, each.table, each.row, each.column) for each in document.passages] == [
        ("姓名", "csv", 0, 0),
        ("电话", "csv", 0, 1),
        ("张三", "csv", 1, 0),
        ("13800138000", "csv", 2, 1),
    ]


@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_csv_is_covered_and_written_for_excel(path, tmp_path, separator):
    source = path(f'姓名{separator}备注\n"张三"{separator}"一{separator}二"\n')
    texts.clean_csv(source, tmp_path / "copy", [Cover(2, 1, 2, "*")])
    copy = (tmp_path / "copy").read_bytes()
    assert copy.startswith(codecs.BOM_UTF8)
    assert [each.text for each in texts.read_csv(path(copy)).passages] == [
        "姓名",
        "备注",
        "张*",
        f"一{separator}二",
    ]


def test_cells_that_would_run_as_formulas_become_text(path, tmp_path):
    source = path("=cmd|' /C calc'!A0,-12.5,+86 138,@SUM(A1),—\n")
    assert [(each.kind, each.what) for each in texts.read_csv(source).hidden] == [
        (Kind.ACTIVE_CONTENT, "会被当作公式运行的单元格 2 个，公开副本里已改成文字")
    ]
    texts.clean_csv(source, tmp_path / "copy", [])
    assert (tmp_path / "copy").read_text("utf-8-sig") == "'=cmd|' /C calc'!A0,-12.5,+86 138,'@SUM(A1),—\n"
