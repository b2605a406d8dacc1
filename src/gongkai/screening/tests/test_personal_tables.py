import pytest

from gongkai.screening.detectors.personal.headings import Role, role_of

from .personal_finds import in_rows

ID = "11010519491231002X"
CHILD_ID = "110105202001010015"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("姓 名", Role.NAME),
        ("户主姓名", Role.PARTY),
        ("户主身份证号", Role.ID),
        ("身份证号码：", Role.ID),
        ("统一社会信用代码", Role.CODE),
        ("种植户", Role.PARTY),
        ("优抚对象", Role.PARTY),
        ("被慰问人", Role.PARTY),
        ("致困原因", Role.REASON),
        ("经办人", Role.OFFICIAL),
        ("审核人签字", Role.OFFICIAL),
        ("镇政府意见", Role.OFFICIAL),
        ("因病致贫，本人患冠心病", None),
        ("合同编号", Role.CODE),
        ("准考证号", Role.CODE),
        ("联系电话", Role.PHONE),
        ("办公电话", Role.DUTY),
        ("家庭电话", Role.HOME_PHONE),
        ("一卡通卡号", Role.BANK),
        ("社会保障卡号", Role.SOCIAL),
        ("医保卡号", Role.MEDICAL),
        ("开户银行", Role.BANK_NAME),
        ("与户主关系", Role.OTHER),
        ("监护人", Role.FAMILY),
        ("监护人电话", Role.PHONE),
        ("学生姓名", Role.CHILD),
        ("残疾等级", Role.DISABILITY),
        ("残疾人数", Role.OTHER),
        ("病种名称", Role.ILLNESS),
        ("家庭成员数", Role.OTHER),
        ("单位名称", Role.OFFICE),
        ("张三", None),
        ("", None),
        ("请如实填写姓名、身份证号码和联系电话", None),
    ],
)
def test_a_heading_says_what_stands_under_it(text, role):
    assert role_of(text) == role


def test_names_under_a_heading_are_found_rare_ones_too():
    rows = [
        ["序号", "姓名"],
        ["1", "张三"],
        ["2", "亓官"],
        ["3", "张  三"],
        ["4", "李四、王五"],
        ["5", "阿依古丽·买买提"],
    ]
    assert [value for _, value in in_rows(rows)] == [
        "张三",
        "亓官",
        "张  三",
        "李四",
        "王五",
        "阿依古丽·买买提",
    ]


def test_totals_masked_names_and_organisations_are_no_names():
    assert (
        in_rows([["申请人"], ["合计"], ["张*"], ["张某某"], ["示范县宏远建筑有限公司"], ["无"], [""], ["/"]])
        == []
    )


def test_names_of_officials_in_tables_are_not_found():
    assert in_rows([["姓名", "职务", "分管工作"], ["张三", "副县长", "民政"]]) == []
    assert in_rows([["单位", "负责人", "办公电话"], ["示范县民政局", "张三", "0594-1234567"]]) == []
    assert in_rows([["企业名称", "法定代表人"], ["示范县宏远建筑有限公司", "张三"]]) == []


def test_officials_in_a_table_with_private_columns_are_found():
    rows = [["姓名", "职务", "身份证号"], ["张三", "科员", ID]]
    assert in_rows(rows) == [("name", "张三"), ("id_number", ID)]


def test_a_form_has_its_labels_beside_the_values():
    rows = [
        ["姓名", "张三", "性别", "男"],
        ["身份证号", ID, "联系电话", "0594-1234567"],
        ["家庭住址", "示范镇大王村12号"],
    ]
    assert in_rows(rows) == [
        ("name", "张三"),
        ("id_number", ID),
        ("landline", "0594-1234567"),
        ("address", "示范镇大王村12号"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["姓名", "", "性别", ""], ["身份证号", "", "联系电话", ""], ["家庭成员", "", "开户行", ""]],
        [["姓名", "身份证号", "家庭住址"], ["", "", ""], ["", "", ""]],
        [["姓名", "身份证号", "家庭住址"], ["张*", "110105********002X", "示范镇***"]],
        [["姓名", "身份证号"], ["", "/"], ["", "无"]],
    ],
)
def test_empty_forms_and_masked_lists_are_not_found(rows):
    assert in_rows(rows) == []


def test_a_heading_is_found_once_when_values_under_it_are_not():
    rows = [
        ["姓名", "身份证号", "家庭住址", "开户行"],
        ["张三", ID, "示范镇大王村", "农商行"],
        ["李四", "见档案", "示范镇", "农商行"],
    ]
    assert in_rows(rows) == [
        ("heading", "身份证号"),
        ("heading", "家庭住址"),
        ("name", "张三"),
        ("id_number", ID),
        ("name", "李四"),
    ]


def test_headings_of_offices_are_not_found():
    assert in_rows([["单位", "联系电话", "电子邮箱"], ["示范县民政局", "0594-1234567", "见官网"]]) == []


def test_two_rows_of_headings_and_a_title_are_read():
    rows = [
        ["2026年低保名单", "", ""],
        ["户主", "", "联系方式"],
        ["姓名", "身份证号", "电话"],
        ["张三", ID, "13800138000"],
    ]
    assert in_rows(rows) == [("name", "张三"), ("id_number", ID), ("mobile", "13800138000")]


def test_a_table_that_goes_on_without_headings_is_told_by_its_numbers():
    assert in_rows([["1", "张三", ID, "示范镇"], ["2", "李四", ID, "示范镇"]]) == [
        ("name", "张三"),
        ("id_number", ID),
        ("name", "李四"),
        ("id_number", ID),
    ]


def test_children_are_told_by_the_title_an_age_a_birth_or_a_number():
    assert in_rows([["姓名", "金额"], ["张小明", "500"]], "孤儿基本生活费发放名单") == [("child", "张小明")]
    assert in_rows([["姓名", "年龄"], ["张小明", "8"], ["张三", "40岁"]]) == [
        ("child", "张小明"),
        ("name", "张三"),
    ]
    assert in_rows([["姓名", "身份证号"], ["张小明", CHILD_ID]]) == [
        ("child", "张小明"),
        ("id_number", CHILD_ID),
    ]
    assert in_rows([["姓名", "出生日期"], ["张小明", "2020.1.1"]]) == [
        ("child", "张小明"),
        ("birth_date", "2020.1.1"),
    ]


def test_kin_in_a_column_are_found_without_the_word_for_them():
    rows = [["户主", "家庭成员"], ["张三", "妻子李四、儿子张小明"]]
    assert in_rows(rows) == [("name", "张三"), ("family", "李四"), ("family", "张小明")]
    assert in_rows([["户主", "家庭成员人数"], ["张三", "3"]]) == [("name", "张三")]


def test_a_heading_is_read_together_with_the_others_of_its_row():
    assert in_rows([["姓名", "残疾类别", "等级"], ["张三", "视力", "一级"]]) == [
        ("name", "张三"),
        ("disability", "视力"),
        ("disability", "一级"),
    ]
    assert in_rows([["户主", "成员姓名", "与户主关系"], ["张三", "李四", "配偶"]]) == [
        ("name", "张三"),
        ("family", "李四"),
    ]


def test_an_illness_or_disability_in_a_longer_cell_is_found_where_persons_are_named():
    rows = [["被慰问人", "困难情况"], ["张三", "患尿毒症，家庭收入低"], ["李四", "智力四级，收入低"]]
    assert in_rows(rows) == [
        ("name", "张三"),
        ("illness", "尿毒症"),
        ("name", "李四"),
        ("disability", "智力四级"),
    ]
    assert in_rows([["类别", "困难情况"], ["重点", "患尿毒症，家庭收入低"]]) == []


def test_who_handles_a_matter_and_the_offices_telephone_are_not_found_in_a_form():
    rows = [
        ["参保人姓名", "张三", "医保编号", "ZY2058305"],
        ["审核单位", "示范县医疗保障局", "电话", "0543-4535452"],
        ["经办人", "李四", "办案人员", "王五"],
    ]
    assert in_rows(rows) == [("name", "张三"), ("medical_number", "ZY2058305")]


def test_rows_of_a_form_below_its_first_are_not_taken_for_headings():
    rows = [
        ["患者姓名", "张三", "病历号", "ZY5826306"],
        ["疾病诊断", "糖尿病", "住院时间", "2015年7月31日"],
        ["村委会意见", "情况属实", "镇政府意见", "同意"],
    ]
    assert in_rows(rows) == [("name", "张三"), ("medical_number", "ZY5826306"), ("illness", "糖尿病")]


def test_a_word_for_a_person_below_headings_is_a_value():
    rows = [["姓名", "人员类别", "身份证号"], ["张三", "低保户", ID]]
    assert in_rows(rows) == [("name", "张三"), ("id_number", ID)]


def test_students_of_a_school_that_teaches_a_trade_are_no_children():
    assert in_rows([["学生", "院校"], ["张三", "示范技师学院"]]) == [("name", "张三")]
    assert in_rows([["学生", "学校"], ["张三", "示范县实验小学"]]) == [("child", "张三")]


def test_a_party_to_a_matter_is_found_beside_the_telephone_of_an_office():
    rows = [["投诉人", "张三"], ["受理单位", "示范县民政局"], ["办公电话", "0594-1234567"]]
    assert in_rows(rows) == [("name", "张三")]
    assert in_rows([["经营者名称", "负责人", "经营场所"], ["示范超市", "张三", "示范县人民路12号"]]) == []


def test_titles_under_a_heading_of_duties_are_values():
    rows = [["水库名称", "行政责任人", "职务", "值班电话"], ["大王水库", "张三", "副镇长", "0594-1234567"]]
    assert in_rows(rows) == []
    assert in_rows([["救助对象", "张三"], ["身份证号", ID], ["村主任", "李四"]]) == [
        ("name", "张三"),
        ("id_number", ID),
    ]


def test_a_form_says_of_each_line_whose_age_it_tells():
    assert in_rows(
        [
            ["职工姓名", "张三", "社会保障号", "3768479138"],
            ["供养亲属（父亲）", "李四", "收入来源", "无"],
            ["供养亲属（女儿）", "王五", "年龄", "9岁"],
        ]
    ) == [("name", "张三"), ("social_insurance", "3768479138"), ("family", "李四"), ("child", "王五")]


def test_a_number_of_a_child_is_that_of_the_name_before_it():
    assert in_rows([["长子", "张三", "身份证号", CHILD_ID], ["配偶", "李四", "联系电话", "13800138000"]]) == [
        ("child", "张三"),
        ("id_number", CHILD_ID),
        ("family", "李四"),
        ("mobile", "13800138000"),
    ]


def test_telephones_and_addresses_of_bodies_in_a_list_of_persons_are_silent():
    rows = [
        ["姓名", "身份证号", "公司地址", "公司调度电话"],
        ["张三", ID, "示范县振兴路87号", "0594-3397243"],
    ]
    assert in_rows(rows) == [("name", "张三"), ("id_number", ID)]


def test_a_body_named_after_an_illness_announces_none():
    rows = [
        ["报考单位", "姓名", "总成绩"],
        ["县疾病预防控制中心", "张三", "78.96"],
        ["县档案馆", "李四", "77"],
    ]
    assert in_rows(rows) == [("name", "张三"), ("name", "李四")]


def test_the_row_above_a_form_is_no_heading_of_a_list():
    rows = [["项目", "内容"], ["申请人", "张三"], ["身份证号码", ID], ["申请事项", "更正登记"]]
    assert in_rows(rows) == [("name", "张三"), ("id_number", ID)]


def test_kin_with_what_they_are_in_brackets_are_values_and_their_age_makes_them_children():
    rows = [["被帮扶人", "张三", "病种", "肺癌"], ["家庭成员", "李四（配偶）、张小明（4岁）"]]
    assert in_rows(rows) == [
        ("name", "张三"),
        ("illness", "肺癌"),
        ("family", "李四"),
        ("child", "张小明"),
    ]


def test_parties_to_an_agreement_are_found_unless_they_are_bodies():
    rows = [
        ["甲方", "示范县民政局", "甲方电话", "0594-1234567"],
        ["乙方", "张三", "送达地址", "示范镇河东村6组36号"],
    ]
    assert in_rows(rows) == [("name", "张三"), ("address", "示范镇河东村6组36号")]


def test_a_cell_that_holds_label_and_value_is_read_as_a_line_of_a_record():
    rows = [["姓名：张三", "性别：男"], [f"身份证号：{ID}", "致贫原因：患尿毒症"]]
    assert in_rows(rows) == [("name", "张三"), ("id_number", ID), ("illness", "尿毒症")]
    assert (
        in_rows([["单位：示范县民政局", "电话：0594-1234567"], ["联系人：张三", "传真：0594-1234568"]]) == []
    )


@pytest.mark.parametrize(
    ("heading", "value", "find"),
    [
        ("家属及电话", "李四 13800138000", ("family", "李四")),
        ("老伴", "李四", ("family", "李四")),
        ("原证号", "110105491231002", ("old_id_number", "110105491231002")),
        ("证照", "E12345678", ("passport", "E12345678")),
        ("高危因素", "合并糖尿病", ("illness", "糖尿病")),
    ],
)
def test_headings_as_offices_write_them_are_known(heading, value, find):
    assert find in in_rows([["姓名", "身份证号", heading], ["张三", ID, value]])


def test_a_disability_behind_a_name_is_found_in_its_cell():
    assert in_rows([["慰问对象", "慰问品"], ["张三（智力三级残疾）", "凉席"]]) == [
        ("name", "张三"),
        ("disability", "智力三级残疾"),
    ]


def test_a_list_inside_a_form_has_its_headings_above():
    rows = [
        ["户主姓名", "张三", "身份证号", ID],
        ["家庭成员", "姓名", "与户主关系", "职业"],
        ["", "李四", "配偶", "务农"],
        ["", "王五", "儿子", "打工"],
        ["村委会意见", "同意上报。负责人：赵六", "审核人", "孙七"],
    ]
    assert in_rows(rows) == [("name", "张三"), ("id_number", ID), ("family", "李四"), ("family", "王五")]


def test_a_form_says_of_a_party_that_is_a_body_whose_telephone_and_contact_follow():
    rows = [
        ["甲方", "示范县民政局", "甲方地址", "示范县人民路12号"],
        ["乙方", "张三", "身份证号", ID],
        ["甲方联系人", "李四", "甲方电话", "0594-1234567"],
    ]
    assert in_rows(rows) == [("name", "张三"), ("id_number", ID)]


def test_an_empty_form_and_one_that_says_how_to_fill_it_in_give_nothing():
    assert (
        in_rows([["申请人", "＿＿＿＿", "身份证号", "＿＿＿＿"], ["家庭住址", "＿＿＿＿", "日期", ""]]) == []
    )
    assert in_rows([["姓名", "填写与身份证一致的姓名"], ["身份证号", "填写18位公民身份号码"]]) == []
    assert in_rows([["户主", "姓名", "家庭成员", "年龄"], ["", "", "", ""]]) == []


def test_who_signs_below_a_list_and_its_total_are_no_finds():
    rows = [
        ["姓名", "身份证号", "家庭住址"],
        ["张三", ID, "示范镇河东村6组36号"],
        ["合计", "1户", "3人"],
        ["会计：李四", "", ""],
    ]
    assert in_rows(rows) == [("name", "张三"), ("id_number", ID), ("address", "示范镇河东村6组36号")]


@pytest.mark.parametrize(
    ("heading", "value", "find"),
    [
        ("申请人/联系电话", "张三/13800138000", ("name", "张三")),
        ("家长姓名及电话", "张三 13800138000", ("family", "张三")),
        ("受益人/关系", "张三/儿子", ("family", "张三")),
        ("体检结果", "糖尿病", ("illness", "糖尿病")),
        ("提取原因", "家庭成员患肝硬化", ("illness", "肝硬化")),
        ("卡（折）号", "37057652975263536", ("bank_card", "37057652975263536")),
    ],
)
def test_headings_that_say_two_things_or_why_are_known(heading, value, find):
    assert find in in_rows([["姓名", "身份证号", heading], ["李四", ID, value]])


def test_the_one_who_is_kin_is_told_from_the_one_to_whom():
    rows = [["户主", "务工人员", "与户主关系", "账户"], ["张三", "李四", "长子", "37057652975263536"]]
    assert in_rows(rows) == [
        ("name", "张三"),
        ("family", "李四"),
        ("bank_card", "37057652975263536"),
    ]


def test_persons_side_by_side_have_their_labels_in_the_first_column():
    rows = [["姓名", "张三", "李四"], ["身份证号", ID, CHILD_ID], ["救助金额", "3600", "5200"]]
    assert [find for find in in_rows(rows) if find[0] == "id_number"] == [
        ("id_number", ID),
        ("id_number", CHILD_ID),
    ]
    assert ("name", "张三") in in_rows(rows)


@pytest.mark.parametrize("label", ["承办律师", "公证员", "验收组成员", "服务站初审", "承办人意见", "理事长"])
def test_who_is_in_office_by_what_the_label_calls_them_is_not_found(label):
    assert in_rows([["姓名", "张三", "身份证号", ID], ["日期", "2026年", label, "李四"]]) == [
        ("name", "张三"),
        ("id_number", ID),
    ]


def test_cars_of_lines_that_carry_the_public_are_not_found():
    assert in_rows([["线路", "校车号牌"], ["5路", "苏A12345"]]) == []
    assert in_rows([["当事人", "车牌号"], ["张三", "苏A12345"]], title="非法营运车辆处罚公示") == [
        ("name", "张三"),
        ("plate", "苏A12345"),
    ]


def test_labels_and_values_with_only_blanks_between_are_read():
    rows = [["姓名 张建国", "性别 女", f"身份证号 {ID}"], ["病种 冠心病", "经办 李红梅"]]
    assert in_rows(rows) == [("name", "张建国"), ("id_number", ID), ("illness", "冠心病")]


def test_who_is_kin_to_somebody_is_told_beside_in_a_form():
    rows = [["逝者姓名", "李红梅"], ["申领人", "张建国", "与逝者关系", "儿子"], ["身份证号", ID]]
    assert ("family", "张建国") in in_rows(rows)


def test_a_row_below_a_list_that_says_who_signed_stands_under_nothing():
    rows = [
        ["姓名", "身份证号", "联系电话"],
        ["张建国", ID, "13800138000"],
        ["填表人：李红梅", "", "0531-6875299"],
    ]
    assert in_rows(rows) == [("name", "张建国"), ("id_number", ID), ("mobile", "13800138000")]


def test_several_illnesses_in_a_cell_are_found_one_by_one():
    rows = [["姓名", "张建国"], ["身份证号", ID], ["出院诊断", "1.冠心病 2.糖尿病"]]
    assert in_rows(rows)[-2:] == [("illness", "冠心病"), ("illness", "糖尿病")]


def test_a_guide_in_rows_of_labels_and_values_is_no_list():
    rows = [
        ["事项名称", "城乡居民养老保险参保登记", "实施主体", "县人力资源和社会保障局"],
        ["申请材料", "居民身份证、户口簿", "办件类型", "即办件"],
        ["科室负责人", "张建国", "收费标准", "不收费"],
    ]
    assert in_rows(rows) == []


def test_what_a_cell_tells_in_sentences_is_read_as_a_text_in_a_form_of_an_office_too():
    rows = [
        ["承办单位", "县融媒体中心", "撤稿日期", "2026年3月1日"],
        ["撤稿原因", f"正文出现受助人张建国的身份证号{ID}，已从网站撤下，缓存一并清除。"],
    ]
    assert in_rows(rows) == [("name", "张建国"), ("id_number", ID)]


def test_a_heading_may_say_an_age_in_brackets():
    rows = [["学员（6—12岁）", "年龄", "监护人", "紧急电话"], ["张小明", "8岁", "李桂花", "13800138000"]]
    assert in_rows(rows) == [("child", "张小明"), ("family", "李桂花"), ("mobile", "13800138000")]
