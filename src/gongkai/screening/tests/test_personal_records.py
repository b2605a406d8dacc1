import pytest

from .personal_finds import in_texts

ID = "11010519491231002X"
PHONE = "13800138000"
HOME = "示范镇河东村6组36号"


def test_lines_of_labels_and_values_are_read_as_one_record():
    assert in_texts("改造对象：张三", f"公民身份号码：{ID}", f"原房坐落：{HOME}", "验收组组长：李四") == [
        ("name", "张三"),
        ("id_number", ID),
        ("address", HOME),
    ]


def test_a_record_in_the_lines_of_one_passage_is_read_as_well():
    assert in_texts(f"提交人：张三\n联系电话：{PHONE}\n承办人：李四") == [("name", "张三"), ("mobile", PHONE)]


def test_a_label_that_comes_again_begins_the_record_of_somebody_else():
    child = "110105202001010015"
    assert in_texts("姓名：张三", f"证件号：{child}", "姓名：李四", f"证件号：{ID}") == [
        ("child", "张三"),
        ("id_number", child),
        ("name", "李四"),
        ("id_number", ID),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("招标人：示范县水利局", "地址：示范县人民路15号", "联系人：张三", "电话：0531-7750249"),
        ("当事人：示范县兴农公司", "住所：示范县人民路15号", "法定代表人：张三", "处罚种类：罚款"),
        ("户名：示范县财政局非税收入专户", "开户银行：示范农商银行", "账号：370520887284705"),
        ("主讲人：张三", "地点：县政务中心3楼302室", "联系电话：0531-7750249"),
        ("办案人员：张三、李四", "执法证号：示执字123号", "承办机构：示范镇人民政府"),
    ],
)
def test_a_record_about_an_office_or_a_business_gives_no_finds(lines):
    assert in_texts(*lines) == []


def test_those_a_letter_begins_with_are_found_when_the_next_line_speaks_to_them():
    assert in_texts("张三、李四：", "本机关收到你们寄来的申请。") == [("name", "张三"), ("name", "李四")]
    assert in_texts("张三：", "会议于三点开始。") == []


def test_a_list_of_persons_goes_on_over_several_lines():
    assert in_texts(
        "拟录取学员（按姓氏笔画为序）", "张建国　李秀英", "王桂兰　刘志强", "请于三日内报到。"
    ) == [
        ("name", "张建国"),
        ("name", "李秀英"),
        ("name", "王桂兰"),
        ("name", "刘志强"),
    ]


def test_a_line_of_a_list_is_found_by_the_name_it_begins_with_but_not_with_an_office_behind_it():
    assert in_texts("体检不合格人员", "张建国，视力不达标", "李秀英，糖尿病") == [
        ("name", "张建国"),
        ("name", "李秀英"),
        ("illness", "糖尿病"),
    ]
    assert in_texts("参加人员", "张建国，县委书记", "李秀英，教授") == []
