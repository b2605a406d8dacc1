import re
from xml.etree import ElementTree

from gongkai.typesetting.qr import qr_svg


def test_code_is_one_inline_drawing_without_styles_or_scripts():
    svg = qr_svg("http://127.0.0.1:8000/items/12/?a=1&b=“二”")
    root = ElementTree.fromstring(svg)
    assert [element.tag.rpartition("}")[2] for element in root] == ["title", "path", "path"]
    assert {name for element in root.iter() for name in element.attrib} == {
        "class",
        "viewBox",
        "fill",
        "stroke",
        "d",
    }


def test_code_of_an_item_page_is_light():
    svg = qr_svg("https://www.example.gov.cn/items/1234567/")
    assert len(svg) < 5000
    assert re.search(r"viewBox=\"0 0 (\d+) \1\"", svg)
