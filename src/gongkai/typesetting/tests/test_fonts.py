import pytest
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from pylopdf_fonts_zh_cn import serif_path

from gongkai.common.errors import NotAllowed
from gongkai.typesetting.fonts import (
    MissingGlyphs,
    font_set,
    require_glyphs,
    without_control_characters,
)

RARE = "玥喆䶮祎晞垚犇淼焱骉彧旻珺琤翀昉沄滢璟瑄濛筠劼頔㛃𬭎𬬭𬀩𫍯甯"


def make_font(path, *, name, characters):
    """A real font file under another name, with these characters only."""
    font = TTFont(serif_path())
    options = Options()
    options.name_IDs = ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID in {1, 3, 4, 6, 16}:
            record.string = name
    font["CFF "].cff.fontNames[0] = "Test"
    font.save(path)


def test_thirty_rare_characters_of_names_can_be_set():
    assert len(set(RARE)) == 30
    require_glyphs({"people": [{"name": RARE}]}, font_set())


def test_missing_characters_are_named_and_nothing_else():
    with pytest.raises(MissingGlyphs) as raised:
        require_glyphs({"title": "通知😀", "names": ["王\U0002ebf0", "李\ud800"]}, font_set())
    assert raised.value.characters == ["\ud800", "😀", "\U0002ebf0"]
    assert str(raised.value) == (
        "现有字体里没有“�”（U+D800）、“😀”（U+1F600）、“\U0002ebf0”（U+2EBF0），文件没有生成。"
        "请核对这些字；确实要用的，请系统管理员把含有它们的字体放进字体文件夹。"
    )
    assert isinstance(raised.value, NotAllowed)


def test_spaces_and_line_ends_need_no_glyph():
    require_glyphs("一 二\u3000三\n四\t五", font_set())


def test_control_characters_are_left_out():
    assert without_control_characters({"a": ["甲\x00乙\u200b\n丙", 3, None]}) == {"a": ["甲乙\n丙", 3, None]}


def test_packaged_type_is_used_when_the_office_has_none():
    assert font_set().roles == {
        "title": ["Noto Serif SC"],
        "body": ["Noto Serif SC"],
        "strong": ["Noto Sans SC"],
    }


def test_type_of_the_office_comes_first_as_soon_as_it_is_there(fonts_folder):
    font_set()
    make_font(fonts_folder / "fs.otf", name="FangSong_GB2312", characters="一二")
    make_font(fonts_folder / "xbs.otf", name="方正小标宋简体", characters="一二")
    roles = font_set().roles
    assert roles["body"] == ["FangSong_GB2312", "Noto Serif SC"]
    assert (len(roles["title"]), roles["title"][-1]) == (2, "Noto Serif SC")
    assert roles["strong"] == ["Noto Sans SC"]


def test_a_damaged_font_file_is_passed_over(fonts_folder):
    (fonts_folder / "broken.ttf").write_bytes(b"not a font")
    (fonts_folder / "readme.txt").write_text("licence")
    assert font_set().roles["body"] == ["Noto Serif SC"]
