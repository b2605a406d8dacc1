from datetime import date, timedelta

import pytest

from gongkai.workdays.arrangements import Day, read, read_notice
from gongkai.workdays.models import CalendarDay

NOTICE_2026 = """国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号

各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）
上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。

国务院办公厅
2025年11月4日
"""


def test_the_notice_of_2026_gives_the_days_we_ship(db):
    arrangement = read_notice(NOTICE_2026)
    assert [arrangement.year, arrangement.source, arrangement.doubts] == [2026, "国办发明电〔2025〕7号", ()]
    assert [(day.date, day.is_workday, day.note) for day in arrangement.days] == list(
        CalendarDay.objects.filter(date__year=2026).values_list("date", "is_workday", "note")
    )


def test_a_notice_without_paragraph_numbers_on_one_line_is_read_too():
    whole = "关于2026年部分节假日安排的通知。" + NOTICE_2026[NOTICE_2026.index("一、元旦") :].replace(
        "\n", ""
    )
    for number in "一二三四五六七":
        whole = whole.replace(f"{number}、", "")
    assert read_notice(whole).days == read_notice(NOTICE_2026).days


@pytest.mark.parametrize(
    ("text", "year", "days"),
    [
        ("元旦：1月1日（周三）放假1天，不调休。", 2025, [Day(date(2025, 1, 1), False, "元旦")]),
        (
            "元旦：2022年12月31日至2023年1月2日放假调休，共3天。",
            2023,
            [Day(date(2023, 1, 2), False, "元旦")],
        ),
        (
            "元旦：2012年1月1日至3日放假调休，共3天。2011年12月31日（星期六）上班。",
            2012,
            [
                Day(date(2011, 12, 31), True, "元旦调休"),
                Day(date(2012, 1, 2), False, "元旦"),
                Day(date(2012, 1, 3), False, "元旦"),
            ],
        ),
        ("端午节：6月10日放假，与周末连休。", 2024, [Day(date(2024, 6, 10), False, "端午节")]),
        (
            "国庆节、中秋节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。",
            2023,
            [Day(date(2023, 9, 29), False, "国庆节、中秋节")]
            + [Day(date(2023, 10, 2) + timedelta(days=n), False, "国庆节、中秋节") for n in range(5)]
            + [
                Day(date(2023, 10, 7), True, "国庆节、中秋节调休"),
                Day(date(2023, 10, 8), True, "国庆节、中秋节调休"),
            ],
        ),
    ],
)
def test_each_way_notices_have_been_worded_is_read(text, year, days):
    arrangement = read_notice(text, year)
    assert [list(arrangement.days), arrangement.doubts] == [days, ()]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        (
            "元旦：1月1日（周五）放假1天。",
            "元旦：2026年1月1日是周四，通知却写周五。请核对年份和日期。",
        ),
        (
            "元旦：1月1日至3日放假调休，共4天。",
            "元旦：通知写共4天，按起止日期是3天。请核对原文。",
        ),
        ("元旦：1月1日放假。1月5日上班。", "元旦：2026年1月5日本来就是工作日，通知却说上班。请核对原文。"),
        ("春节：2月30日放假。", "春节：“2月30日”不是一个日期。请核对原文。"),
        ("春节：2月20日至15日放假。", "春节：“2月20日至15日”起止颠倒或太长，没有读入。请核对原文。"),
    ],
)
def test_what_cannot_be_right_is_doubted(text, doubt):
    assert doubt in read_notice(text, 2026).doubts


def test_a_text_without_a_year_or_without_days_says_what_to_do():
    assert read_notice("元旦：1月1日放假。").doubts == (
        "没有读出通知是哪一年的。请连同标题一起粘贴，或在上面选定年份。",
    )
    assert read_notice("今年放假安排另行通知。", 2027).doubts == (
        "没有读出任何放假或上班的日期。请粘贴通知全文，例如“元旦：1月1日（周四）至3日（周六）放假调休，共3天。”",
    )


@pytest.mark.parametrize(
    "text",
    [
        "日期,类别,说明\n2027-01-01,放假,元旦\n2027-01-03,上班,元旦调休\n2027-01-02,放假,元旦\n",
        "# 说明\n2027/1/1\trest\t元旦\n2027-01-03\twork\t元旦调休\n".replace("2027/1/1", "2027/01/01"),
        '{"year": 2027, "days": [{"date": "2027-01-01", "is_workday": false, "note": "元旦"},'
        ' {"date": "2027-01-03", "is_workday": true, "note": "元旦调休"}]}',
    ],
)
def test_csv_tsv_and_json_say_the_same(text):
    arrangement = read(text)
    assert [arrangement.year, arrangement.days, arrangement.doubts] == [
        2027,
        (Day(date(2027, 1, 1), False, "元旦"), Day(date(2027, 1, 3), True, "元旦调休")),
        (),
    ]


@pytest.mark.parametrize(
    "text", ["", "{", "{}", '{"year": 1, "days": 3}', "2027-13-01,放假\n", "2027-01-01,也许\n"]
)
def test_a_table_that_cannot_be_read_says_so_instead_of_guessing(text):
    arrangement = read(text)
    assert arrangement.days == ()
    assert arrangement.doubts != ()
