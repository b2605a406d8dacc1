import json

import pypdfium2
import pytest
from PIL import Image

from gongkai.screening import formats, handling
from gongkai.screening.findings import Cover, Lists, Unreadable
from gongkai.screening.formats import reading_pictures
from gongkai.screening.redaction.marks import Ground, Mark

from . import pdf_samples
from .pdf_samples import document, saved, text

MASK = "****"


@pytest.fixture
def copied(tmp_path):
    """Write a file, cover ``words`` where its text says them for the first time, and return the copy."""

    def copy(content, *words, extension="pdf", marks=(), mask=MASK):
        path, target = tmp_path / "file", tmp_path / "copy"
        path.write_bytes(content)
        passages = formats.read(path, extension).passages
        data = {
            "path": str(path),
            "target": str(target),
            "extension": extension,
            "covers": [list(vars(cover_of(passages, word, mask)).values()) for word in words],
            "marks": [mark.as_json() for mark in marks],
        }
        assert handling.clean(json.loads(json.dumps(data))) == {"extension": extension}
        return target

    return copy


def cover_of(passages, word, mask=MASK):
    number = next(number for number, passage in enumerate(passages) if word in passage.text)
    start = passages[number].text.index(word)
    return Cover(number, start, start + len(word), mask)


def pages_of(path):
    pdf = pypdfium2.PdfDocument(path)
    try:
        return ["".join(page.get_textpage().get_text_range().split()) for page in pdf]
    finally:
        pdf.close()


def test_covered_text_of_a_pdf_is_burned_out_of_its_page(copied):
    content = saved(document(text("申请人张三的电话是13800138000。"), text("第二页")))
    assert pages_of(copied(content, "张三", "13800138000")) == [
        "申请人【已遮盖：个保法§25】的电话是【已遮盖：个保法§25】。",
        "第二页",
    ]


def test_covered_text_goes_from_every_place_on_its_page_and_stays_on_others(copied):
    content = saved(document(text("张三，男") + text("张三丰和张三", y=600), text("局长张三签发")))
    one, other = pages_of(copied(content, "张三"))
    assert "张三" not in one
    assert other == "局长张三签发"


def test_covered_text_and_drawn_marks_are_burned_together(copied):
    content = saved(document(text("申请人张三") + text("审核人李四", y=600)))
    whole_line = Mark(1, 0.1, (842 - 620) / 842, 0.8, 30 / 842, Ground.INTERNAL)
    assert pages_of(copied(content, "张三", marks=[whole_line])) == [
        "申请人【已遮盖：个保法§25】【已遮盖：条例§16】"
    ]


def test_what_a_form_field_shows_is_covered_too(copied):
    assert pages_of(copied(pdf_samples.with_form(), "李四")) == ["申请表【已遮盖：个保法§25】"]


def test_covered_text_is_found_on_a_turned_and_cut_page(copied):
    assert pages_of(copied(pdf_samples.crooked(), "的字")) == ["看得见【已遮盖：个保法§25】"]


def test_letters_that_the_file_names_after_radicals_are_covered(copied):
    assert pages_of(copied(saved(document(text("申请人张⺠到场"))), "张民")) == [
        "申请人【已遮盖：个保法§25】到场"
    ]


def test_corrections_of_a_pdf_are_refused_with_a_sentence(copied):
    with pytest.raises(Unreadable, match="只能遮盖，不能改正.*改好，重新生成"):
        copied(saved(document(text("认真布署"))), "布署", mask="部署")


@pytest.fixture
def recognised(monkeypatch):
    """Have pictures say what is told, one telling after the other; the last goes on. Each is a list of lines."""

    def tell(*tellings):
        left = list(tellings)
        monkeypatch.setattr(reading_pictures, "available", lambda: True)
        monkeypatch.setattr(
            reading_pictures, "read", lambda content: left.pop(0) if len(left) > 1 else left[0]
        )

    return tell


def line(words, boxes=True):
    """Return a recognised line across the middle of its picture, each character a tenth wide."""
    places = ((at / 10, 0.4, (at + 1) / 10, 0.5) for at in range(len(words)))
    return reading_pictures.Line(words, tuple(places) if boxes else ())


def darkness(image, first, last):
    """Return how much of the middle of a picture is black between two places across, from 0 to 1."""
    width, height = image.size
    part = image.convert("L").crop(
        (int(first * width), int(0.41 * height), int(last * width), int(0.49 * height))
    )
    return sum(part.histogram()[:60]) / (part.width * part.height)


@pytest.mark.parametrize("extension", ["pdf", "jpg"])
def test_text_recognised_in_a_picture_is_painted_over_where_its_characters_stand(
    copied, recognised, extension
):
    before, after = [line("申请人张三到场")], [line("申请人到场")]
    recognised(before, before, after)  # for finding the place, for the copy, and in the copy
    content = pdf_samples.scan() if extension == "pdf" else pdf_samples.photograph()
    copy = copied(content, "张三", extension=extension)
    if extension == "pdf":
        image = pypdfium2.PdfDocument(copy)[0].render().to_pil()
    else:
        image = Image.open(copy)
    assert darkness(image, 0.27, 0.53) > 0.7  # the ground stands on it in white
    assert darkness(image, 0.0, 0.25) < 0.4 > darkness(image, 0.6, 1.0)


@pytest.mark.parametrize("extension", ["pdf", "jpg"])
def test_a_copy_in_which_what_was_covered_is_still_read_does_not_go_out(copied, recognised, extension):
    recognised([line("申请人张三到场")])
    content = pdf_samples.scan() if extension == "pdf" else pdf_samples.photograph()
    with pytest.raises(Unreadable, match="盖上以后系统还认得出来.*“遮盖页面”"):
        copied(content, "张三", extension=extension)


def test_recognised_text_whose_places_are_not_known_is_to_be_marked_by_hand(copied, recognised):
    recognised([line("申请人张三", boxes=False)])
    with pytest.raises(Unreadable, match="第1页上有要遮盖的内容，系统找不准.*“遮盖页面”"):
        copied(pdf_samples.scan(), "张三")
    with pytest.raises(Unreadable, match="图片里有的字系统找不准位置.*“遮盖页面”"):
        copied(pdf_samples.photograph(), "张三", extension="jpg")


def test_a_name_that_may_stay_elsewhere_on_the_page_is_not_taken_for_a_leak(copied, recognised):
    lines = [line("申请人张三到场"), line("局长张三签发")]
    recognised(lines, lines, [line("申请人到场"), line("局长张三签发")])
    assert copied(pdf_samples.scan(), "张三").exists()


def test_marks_on_a_file_without_pages_are_refused(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("张三")
    data = {"path": str(path), "target": str(tmp_path / "copy"), "extension": "txt", "covers": []}
    with pytest.raises(Unreadable, match="只有 PDF 和图片可以遮盖页面"):
        handling.clean(data | {"marks": [Mark(1, 0, 0, 1, 1).as_json()]})


@pytest.mark.parametrize("place", [(9, 0, 2), (-1, 0, 2), (0, 0, 99), (0, 2, 2), (0, -1, 2)])
@pytest.mark.parametrize("extension", ["pdf", "txt"])
def test_places_that_are_not_in_the_file_are_refused(tmp_path, place, extension):
    path = tmp_path / "file"
    path.write_bytes(saved(document(text("申请人张三"))) if extension == "pdf" else "申请人张三".encode())
    data = {"path": str(path), "target": str(tmp_path / "copy"), "extension": extension, "marks": []}
    with pytest.raises(Unreadable, match="位置和文件对不上"):
        handling.clean(data | {"covers": [[*place, MASK]]})


def test_what_stands_behind_a_link_is_found_and_has_no_place_to_be_covered():
    links = [
        "https://a.cn/?id=11010519491231002X",
        "tel:%31%33%38%30%30%31%33%38%30%30%30",
        "https://a.cn/",
    ]
    rows = handling._found_in_links(links, Lists(today="2026-11-25"))
    assert [(row["finding"]["kind"], row["finding"]["passage"], row["shown"]) for row in rows] == [
        ("id_number", -1, "110105********002X"),
        ("mobile", -1, "138****8000"),
    ]
    assert {row["place"]["part"] for row in rows} == {"链接地址"}


def test_a_name_in_the_text_and_in_a_picture_of_one_page_is_painted_over_in_both(tmp_path, recognised):
    with_picture = text("申请人张三到场", y=700) + pdf_samples.picture_of("Scan", 100, 100, 300, 300)
    content = saved(document(with_picture, images={"Scan": pdf_samples.photograph((600, 850))}))
    path, target = tmp_path / "file", tmp_path / "copy"
    path.write_bytes(content)
    recognised([line("张三签名")], [line("张三签名")], [line("签名")])
    passages = formats.read(path, "pdf").passages
    places = [
        (number, each.text.index("张三")) for number, each in enumerate(passages) if "张三" in each.text
    ]
    assert len(places) == 2
    covers = [[number, start, start + 2, MASK] for number, start in places]
    data = {"path": str(path), "target": str(target), "extension": "pdf", "covers": covers, "marks": []}
    assert handling.clean(data) == {"extension": "pdf"}
    assert "张三" not in pages_of(target)[0]


def test_a_name_that_is_covered_in_the_text_and_not_in_a_picture_of_its_page_is_refused(copied, recognised):
    recognised([line("张三签名")])
    with_picture = text("申请人张三到场", y=700) + pdf_samples.picture_of("Scan", 100, 100, 300, 300)
    content = saved(document(with_picture, images={"Scan": pdf_samples.photograph((600, 850))}))
    with pytest.raises(Unreadable, match="系统找不准"):
        copied(content, "张三")
