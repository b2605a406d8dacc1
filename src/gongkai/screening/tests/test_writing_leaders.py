import pytest

from gongkai.screening.detectors.writing import detect
from gongkai.screening.enums import Kind
from gongkai.screening.findings import Leader, Lists, Passage

LISTS = Lists(
    leaders=(
        Leader("王示范", ("县委副书记", "县长")),
        Leader("李示例", ("县委书记",)),
        Leader("赵样本", ("县委常委", "副县长")),
        Leader("周样板", ("县人大常委会主任",)),
    )
)


def found(text):
    return [(each.kind, each.value, each.note) for each in detect([Passage(text)], LISTS)]


@pytest.mark.parametrize(
    "text",
    [
        "县委副书记、县长王示范主持会议。",
        "县长王示范同志讲话，县委书记李示例出席。",
        "示范县人民政府县长 王示范",
        "县委常委、常务副县长赵样本带队调研。",
        "示范县人大常委会主任周样板出席。",
        "原副县长王示范",
        "时任副县长王示范",
        "县防汛抗旱指挥部总指挥、县长王示范",
        "县安委会主任王示范",
        "组长：王示范",
        "王示范县长",
        "县长高度重视，县长马上部署。",
    ],
)
def test_right_titles_and_posts_in_passing_are_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name", "titles", "said"),
    [
        ("副县长王示范主持会议。", "王示范", "县委副书记、县长", "副县长"),
        ("县委书记王示范主持会议。", "王示范", "县委副书记、县长", "书记"),
        ("县长李示例出席。", "李示例", "县委书记", "县长"),
        ("县委副书记、副县长王示范", "王示范", "县委副书记、县长", "副县长"),
        ("县长赵样本", "赵样本", "县委常委、副县长", "县长"),
        ("代县长王示范", "王示范", "县委副书记、县长", "代县长"),
        ("县政府办公室主任周样板", "周样板", "县人大常委会主任", "主任"),
    ],
)
def test_a_listed_name_with_another_title_is_found(text, name, titles, said):
    note = f"名单里{name}的职务是“{titles}”，这里写的是“{said}”。"
    assert found(text) == [(Kind.LEADER, name, note)]


def test_a_title_with_a_name_that_is_almost_its_holders_is_found():
    assert found("县长王示泛主持会议，县委书记李示列出席。") == [
        (Kind.LEADER, "王示泛", "名单里县长是王示范，这里写的是“王示泛”。"),
        (Kind.LEADER, "李示列", "名单里县委书记是李示例，这里写的是“李示列”。"),
    ]


def test_holders_of_the_title_elsewhere_are_left_alone():
    assert found("邻县县长钱某某一行来访，副县长王示泛同行。") == []


def test_without_a_list_nobody_is_found():
    assert detect([Passage("副县长王示范")], Lists()) == []
