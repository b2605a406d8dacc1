import pytest

from .personal_finds import in_rows, in_texts


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("家住示范县人民路12号3单元201室", "示范县人民路12号3单元201室"),
        ("现住示范镇大王村3组12号。", "示范镇大王村3组12号"),
        ("家庭住址：阳光小区5号楼2单元301室", "阳光小区5号楼2单元301室"),
        ("户籍地址示范县示范镇大王村三组12号", "示范县示范镇大王村三组12号"),
        ("租住在锦绣花园3栋302室的住户", "锦绣花园3栋302室"),
        ("住示范县健康路88号院6号楼一单元101", "示范县健康路88号院6号楼一单元101"),
    ],
)
def test_a_home_address_is_found_from_the_place_to_the_door(text, address):
    assert in_texts(text) == [("address", address)]


@pytest.mark.parametrize(
    "text",
    [
        "办公地址：示范县人民路12号3楼301室",
        "地址：示范县人民路12号",
        "会议地点：示范县政府路17号3号楼201室",
        "公司住所：示范县兴业路6号2号楼301室",
        "采购人：示范县民政局；地址：示范县人民路12号；联系人：张三",
        "通讯地址：示范县示范镇红山村65号",
        "阳光小区1号楼至6号楼供水管网改造",
        "住示范镇大王村",
        "家庭住址写到村、社区",
    ],
)
def test_offices_places_and_villages_are_not_found(text):
    assert in_texts(text) == []


def test_an_address_beside_a_persons_number_is_that_persons():
    number = "11010519491231002X"
    assert in_texts(f"张三 {number} 示范镇大王村3组12号") == [
        ("name", "张三"),
        ("id_number", number),
        ("address", "示范镇大王村3组12号"),
    ]
    complaint = "自来水公司施工，把我家菜地挖了，地址示范镇大王村12号，电话13800138000"
    assert ("address", "示范镇大王村12号") in in_texts(complaint)
    assert in_texts(f"当事人：张三；身份证号：{number}；地址：示范镇大王村12号") == [
        ("name", "张三"),
        ("id_number", number),
        ("address", "示范镇大王村12号"),
    ]


def test_addresses_are_found_in_a_table_of_persons_only():
    assert in_rows([["姓名", "地址"], ["张三", "示范镇大王村12号"]]) == [
        ("name", "张三"),
        ("address", "示范镇大王村12号"),
    ]
    assert in_rows([["机构名称", "地址", "电话"], ["示范县民政局", "示范县人民路12号", "0594-1234567"]]) == []


HOME = "示范镇大王村3组12号"


@pytest.mark.parametrize(
    "text",
    [
        f"你户位于{HOME}的房屋为危房",
        f"现居{HOME}，独居",
        f"（住{HOME}）",
        f"我家在{HOME}，请来修路",
        f"原住房{HOME}，过渡费每月900元",
        f"原居{HOME}，现由邻居代为照料",
        f"他说自家{HOME}的住宅漏水",
        f"争的是父亲留下的老屋，{HOME}",
    ],
)
def test_a_home_is_told_by_the_words_before_it(text):
    assert in_texts(text) == [("address", HOME)]


@pytest.mark.parametrize(
    "text",
    [
        f"张建国，你在{HOME}擅自加建",
        f"张建国将坐落于{HOME}的不动产权证书遗失",
        f"张建国，系{HOME}住户",
        f"我中心拟对权利人张建国，坐落{HOME}的宅基地予以登记",
    ],
)
def test_a_dwelling_behind_a_persons_name_is_that_persons(text):
    assert in_texts(text) == [("name", "张建国"), ("address", HOME)]


def test_an_address_that_letters_go_to_is_the_receivers():
    assert in_texts(f"纸质件邮寄至{HOME}，收件人张建国") == [("address", HOME), ("name", "张建国")]
    assert in_texts(f"纸质件邮寄至{HOME}，收件人：示范县民政局办公室") == []


@pytest.mark.parametrize(
    "text",
    [
        f"县长张建国在{HOME}现场办公",
        f"镇长张建国到{HOME}走访",
        f"张建国位于{HOME}附近的商店",
        "张建国位于某村12号的房屋",
    ],
)
def test_where_officials_go_and_masked_places_are_no_homes(text):
    assert in_texts(text) == []


def test_an_address_begins_at_a_place_the_county_knows():
    text = "13800138000张建国示范县大王村3组12号"
    assert in_texts(text, places=("大王村",))[-1] == ("address", "示范县大王村3组12号")
    assert in_texts("家住将军路12号3单元201室") == [("address", "将军路12号3单元201室")]


DOOR = "阳光小区5号楼2单元301室"


@pytest.mark.parametrize(
    "text",
    [
        f"县公共就业中心工作人员来到{DOOR}，看望失业的张三。",
        f"你在自家住宅（{DOOR}）楼顶搭建彩钢房。",
        f"示范县惠民超市：本委受理的张三（住{DOOR}）与你单位争议一案",
        f"如今，这家人搬进了{DOOR}，生活方便多了。",
        f"第三站，{DOOR}。签约老人张三，今日血压偏高。",
        f"患者张三傍晚从{DOOR}的家中外出，至今未归。",
    ],
)
def test_a_home_is_told_by_who_is_visited_or_spoken_to(text):
    assert ("address", DOOR) in in_texts(text)


def test_where_a_body_is_stays_silent_beside_persons():
    assert in_texts("请申请家庭到县住房保障中心（示范县政府路15号）选房。") == []
    assert in_rows([["姓名", "张三", "证件领取地址", "示范县人民路164号"]]) == [("name", "张三")]


@pytest.mark.parametrize("before", ["您家", "暂住外婆家", "先去", "住房位置", "回", "已落户"])
def test_what_stands_before_a_county_or_a_town_is_no_part_of_the_address(before):
    text = f"村民张建国，电话13800138000，{before}示范镇大王村4组65号。"
    assert ("address", "示范镇大王村4组65号") in in_texts(text)
