import pytest

from gongkai.screening.detectors import personal
from gongkai.screening.detectors.personal.names import looks_like_name
from gongkai.screening.findings import Lists, Passage

from .personal_finds import in_texts

ID = "11010519491231002X"
CHILD_ID = "110105202001010015"
PHONE = "13800138000"


def names_in(*texts: str) -> list[tuple[str, str]]:
    return [find for find in in_texts(*texts) if find[0] in {"name", "child", "family"}]


@pytest.mark.parametrize(
    "text",
    [
        "县长张三主持会议，副县长李四、王五出席。",
        "任命张三为示范县民政局局长，免去李四的职务。",
        "签发人：张三",
        "当事人：张三",
        "评标委员会成员名单：张三、李四、王五",
        "领导小组组成人员名单如下：组长：张三，副组长：李四、王五",
    ],
)
def test_names_alone_and_names_of_officials_are_not_found(text):
    assert in_texts(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"张三，{ID}", ["张三"]),
        (f"申请人张三（身份证号{ID}）", ["张三"]),
        (f"{ID}张三", ["张三"]),
        (f"同意为村民张建国办理手续，电话{PHONE}", ["张建国"]),
        (f"由李秀英临时看护，电话{PHONE}", ["李秀英"]),
        (f"欧阳建国 {PHONE}", ["欧阳建国"]),
        (f"阿依古丽·买买提 {ID}", ["阿依古丽·买买提"]),
        (f"张三和李四的电话分别是{PHONE}、13800138001", ["张三", "李四"]),
        (f"张三身份证号{ID}", ["张三"]),
        (f"李子晨，女，{ID}", ["李子晨"]),
    ],
)
def test_a_name_beside_other_personal_data_is_found(text, names):
    assert names_in(text) == [("name", name) for name in names]


@pytest.mark.parametrize(
    "text",
    [
        f"联系人：张三，{PHONE}",
        f"民政局局长张三，{PHONE}",
        f"驻村干部张三（{PHONE}）",
        f"张三同志任示范县民政局局长，电话{PHONE}",
        f"张某某，{PHONE}",
        f"张*，{PHONE}",
        f"张甲，{PHONE}",
        f"项目、方案、计划，电话{PHONE}",
        f"高中、安全、关于、成立，电话{PHONE}",
        f"示范镇李家庄村，电话{PHONE}",
        f"患高血压的，请致电{PHONE}",
        f"联系人：征收办张建国，{PHONE}",
        f"护理员张建国值夜班时接到电话{PHONE}",
        f"案件调查人员（张建国、李秀英），举报人电话{PHONE}",
        f"主要起草人：张建国、李秀英，联系手机{PHONE}",
        f"家住北王庄一户，手机{PHONE}",
        f"演出《李二嫂改嫁》，订票{PHONE}",
    ],
)
def test_officials_masked_names_and_common_words_are_not_found_beside_a_number(text):
    assert names_in(text) == []


@pytest.mark.parametrize(
    "texts",
    [
        ["拟救助人员名单如下：张三、李四、王五"],
        ["以下人员符合条件：张三，李四，王五。"],
        ["获奖人员名单（按姓氏笔画排序）：张三、李四、王五"],
        ["现将名单公布如下：", "张三、李四、王五"],
        ["现将名单公布如下：", "张三 李四 王五"],
    ],
)
def test_names_in_a_list_of_persons_are_found(texts):
    assert in_texts(*texts) == [("name", "张三"), ("name", "李四"), ("name", "王五")]


def test_a_line_that_only_says_whose_the_lines_around_are_is_found():
    assert in_texts("姓名：张三", f"身份证号：{ID}") == [("name", "张三"), ("id_number", ID)]
    assert in_texts("姓名：张三", "", "", "", "", f"身份证号：{ID}") == [("id_number", ID)]


def test_kin_are_found_by_the_word_before_them():
    assert in_texts("其父亲张三，母亲：李四") == [("family", "张三"), ("family", "李四")]
    assert in_texts("父亲、母亲或者其他监护人应当陪同") == []
    assert in_texts("妇女儿童工作的机构，应当和家长联系") == []


def test_children_are_found_by_a_word_an_age_or_an_identity_number():
    assert in_texts("留守儿童张小明") == [("child", "张小明")]
    assert in_texts("张小明，男，8岁") == [("child", "张小明")]
    assert in_texts("张小明（13周岁）") == [("child", "张小明")]
    assert in_texts("张小明（14周岁）") == []
    assert in_texts(f"张小明，身份证号{CHILD_ID}") == [("child", "张小明"), ("id_number", CHILD_ID)]


def test_every_name_of_a_list_belongs_to_the_number_behind_it():
    text = f"张三（身份证号{ID}）、张小明（身份证号{CHILD_ID}）"
    assert names_in(text) == [("name", "张三"), ("child", "张小明")]


def test_an_old_document_without_a_date_of_today_makes_nobody_a_child():
    found = personal.detect([Passage(f"张小明，身份证号{CHILD_ID}")], Lists())
    assert [str(each.kind) for each in found] == ["name", "id_number"]


@pytest.mark.parametrize("word", ["张三", "李子晨", "欧阳修", "阿依古丽·买买提", "司马光", "安娜"])
def test_a_name_looks_like_one(word):
    assert looks_like_name(word)


@pytest.mark.parametrize(
    "word", ["张某", "李**", "王甲", "高血压", "安全", "方案", "时间", "张", "张三李四", "的确"]
)
def test_what_cannot_be_a_name_does_not_look_like_one(word):
    assert not looks_like_name(word)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("张建国：你反映的问题收悉。", "张建国"),
        ("限期改正通知书：张建国，你应于十日内改正。", "张建国"),
        ("张建国（女）：您提交的申请已受理。", "张建国"),
        ("关于张建国信访事项的答复意见", "张建国"),
        ("张建国你好，你的申请已通过。", "张建国"),
        ("致张建国的一封回信", "张建国"),
        ("关于答复张建国反映拆迁问题的函", "张建国"),
        ("关于对李秀英危房改造申请的批复", "李秀英"),
    ],
)
def test_somebody_an_office_writes_to_is_found_alone(text, name):
    assert in_texts(text) == [("name", name)]


@pytest.mark.parametrize(
    "text",
    [
        "张县长：您好，路灯坏了。",
        "王主任，您好",
        "市民：您好",
        "关于张建国同志任职的通知",
        "致全县人民的一封信",
        "致高考学生的一封信",
        "张建国代表：你提出的建议收悉。",
        "关于石桥村申请修路的批复",
        "关于安全生产申诉的答复",
    ],
)
def test_letters_to_officials_and_to_nobody_by_name_are_not_found(text):
    assert in_texts(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"种粮大户尉迟文申报面积，电话{PHONE}", "尉迟文"),
        (f"村民夏强家列为低保户，电话{PHONE}", "夏强"),
        (f"慕容建被送往医院，电话{PHONE}", "慕容建"),
        (f"提丽买·吐艾逊提出申请，电话{PHONE}", "提丽买·吐艾逊"),
        (f"驾驶人于文未携带行驶证，电话{PHONE}", "于文"),
        (f"农民工代表张建国（电话{PHONE}）", "张建国"),
        (f"联系人张建国，家住河东村，电话{PHONE}", "张建国"),
    ],
)
def test_a_name_ends_where_the_next_word_begins(text, name):
    assert names_in(text) == [("name", name)]


def test_all_of_a_family_and_children_at_school_are_found():
    assert in_texts("家庭成员张建国、李秀英，拟使用土地") == [("family", "张建国"), ("family", "李秀英")]
    assert names_in(f"张建国，女，小学四年级，电话{PHONE}") == [("child", "张建国")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"学员张三，清河小学二年级，由爷爷李四接送，电话{PHONE}", [("child", "张三"), ("family", "李四")]),
        (f"张三，就读县职业中专二年级，父亲李四，手机{PHONE}", [("name", "张三"), ("family", "李四")]),
        (
            f"请下列儿童的家长带孩子接种：张三（监护人李四，电话{PHONE}）",
            [("child", "张三"), ("family", "李四")],
        ),
        (f"双胞胎女儿张三、李四（均上小学）随父亲生活，电话{PHONE}", [("child", "张三"), ("child", "李四")]),
        (f"其孙张三，11岁，由舅父李四照看，手机{PHONE}", [("child", "张三"), ("family", "李四")]),
        (f"退费人张三，为女儿李四（9岁）报名，手机{PHONE}", [("name", "张三"), ("child", "李四")]),
        (f"班组长张三，身份证号{ID}", [("name", "张三")]),
        (f"带班领导张三、李四，值班手机{PHONE}", []),
        (f"今日到张三家走访，电话{PHONE}", [("name", "张三")]),
        (f"紧急联系人张三，手机{PHONE}", [("name", "张三")]),
        (f"教师张建国，为父亲治病，手机{PHONE}", [("name", "张建国")]),
        (f"老伴李秀英属兔，电话{PHONE}", [("family", "李秀英")]),
        (f"《张三信访事项答复意见书》，手机{PHONE}", [("name", "张三")]),
        ("关于给予张小明同学减免书本费的决定", [("child", "张小明")]),
        ("示范职业中专：给予张小明同学减免学费", []),
        (f"助学金发至本人账户，原路退至，本周换完，手机{PHONE}", []),
        (f"逝者尉迟浩，联系家属为长孙段芳，手机{PHONE}。", [("name", "尉迟浩"), ("family", "段芳")]),
        (f"女童侯志，3岁，与父母走散后已找到，家长联系电话{PHONE}。", [("child", "侯志")]),
    ],
)
def test_what_stands_around_a_name_tells_whose_it_is(text, names):
    assert names_in(text) == names


def test_a_list_below_its_announcement_is_one_of_children_or_of_grown_ones():
    assert names_in("下列适龄儿童予以录取：", "张三、李四、王五") == [
        ("child", "张三"),
        ("child", "李四"),
        ("child", "王五"),
    ]
    assert names_in("现将部分名单公告如下。", "城关街道：张三　李四　王五", "石桥镇：赵六　钱七") == [
        ("name", name) for name in ("张三", "李四", "王五", "赵六", "钱七")
    ]
    assert names_in("小学组一等奖：张三（城关小学五年级）。", "高中组一等奖：李四、王五、赵六。") == [
        ("child", "张三"),
        *(("name", name) for name in ("李四", "王五", "赵六")),
    ]
