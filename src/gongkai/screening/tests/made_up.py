"""
Made-up personal data, and texts and tables made from templates, with every place where something must be found.

A template is a text with slots: ``{name}`` is a made-up name that must be found as such, ``{name:child}`` one that
must be found as a child's, ``{-name}`` one that must not be found. A table is a list of such texts per row.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from gongkai.screening.enums import Kind
from gongkai.screening.findings import Passage, Place

MARKS = re.compile(r"[、，,;；\s]{1,3}")  # between names in company
SLOT = re.compile(r"\{(-?)(\w+)(?::(\w+))?\}")
GIVEN = "伟芳娜敏静秀英丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲建华红玉凤国志永海春梅琴云飞鹏宇浩欣怡子涵梓轩诗雨晨佳"
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
COMPOUND = ("欧阳", "上官", "诸葛", "司马", "慕容", "尉迟")
PROVINCES = "11 13 21 32 33 35 37 41 42 43 44 51 52 61 62".split()
PLATES = "鲁闽京沪苏浙豫粤川陕"
TODAY = date(2026, 11, 25)


@dataclass
class Made:
    """
    One made-up document and what must be found in it: kind, passage, start, end.

    ``silent`` are the values that must not be found, each with what made it in place of the kind.
    """

    passages: list[Passage] = field(default_factory=list)
    gold: set[tuple[Kind, int, int, int]] = field(default_factory=set)
    silent: set[tuple[str, int, int, int]] = field(default_factory=set)

    def add(self, template: str, chance: random.Random, **where) -> None:
        text = ""
        last = 0
        for slot in SLOT.finditer(template):
            text += template[last : slot.start()]
            last = slot.end()
            silent, maker, kind = slot.groups()
            value = MAKERS[maker](chance)
            place = (len(self.passages), len(text), len(text) + len(value))
            if silent:
                self.silent.add((maker, *place))
            else:
                self.gold.add((Kind(kind or maker), *place))
            text += value
        self.passages.append(Passage(text + template[last:], **where))


def prose(templates: list[str], chance: random.Random) -> Made:
    made = Made()
    for number, template in enumerate(templates, start=1):
        made.add(template, chance, place=Place(paragraph=number))
    return made


def table(title: str, heading: str, row: str, rows: int, chance: random.Random) -> Made:
    """
    Return a document with a title and a table, its cells parted by ``|``.

    A heading that begins with ``!`` must be found itself.
    """
    made = Made()
    if title:
        made.add(title, chance, place=Place(paragraph=1))
    for number, cells in enumerate([heading.split("|")] + [row.split("|")] * rows):
        for column, cell in enumerate(cells):
            where = {"table": "表1", "row": number, "column": column}
            if cell.startswith("!"):
                cell = cell[1:]
                made.gold.add((Kind.HEADING, len(made.passages), 0, len(cell)))
            made.add(cell, chance, place=Place(table=1, row=number + 1, column=column + 1), **where)
    return made


def form(rows: list[str], chance: random.Random) -> Made:
    made = Made()
    for number, cells in enumerate(rows):
        for column, cell in enumerate(cells.split("|")):
            made.add(cell, chance, place=Place(table=1), table="表1", row=number, column=column)
    return made


def alone(made: Made) -> set[tuple[Kind, int, int, int]]:
    """Return the names that stand beside nothing personal and in no company: they may be found or not."""
    found = set()
    for number, passage in enumerate(made.passages):
        here = {each for each in made.gold if each[1] == number}
        if passage.table or any(kind != Kind.NAME for kind, *_ in here):
            continue
        for one in here:
            _, _, start, end = one
            if not any(
                MARKS.fullmatch(passage.text[end:first]) or MARKS.fullmatch(passage.text[last:start])
                for _, _, first, last in here
            ):
                found.add(one)
    return found


def digits(chance: random.Random, count: int) -> str:
    return "".join(chance.choices("0123456789", k=count))


def day(chance: random.Random, first: int, last: int) -> date:
    return date(first, 1, 1) + timedelta(days=chance.randrange((date(last, 12, 28) - date(first, 1, 1)).days))


def name(chance: random.Random) -> str:
    if chance.random() < 0.04:
        return chance.choice(COMPOUND) + chance.choice(GIVEN)
    if chance.random() < 0.03:
        return (
            "".join(chance.choices("阿古力买提古丽热依木", k=3))
            + "·"
            + "".join(chance.choices("吐尔逊江艾山", k=3))
        )
    made = chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2))))
    return name(chance) if made == "孙子" else made


def id_digits(chance: random.Random, born: date) -> str:
    first = (
        chance.choice(PROVINCES)
        + digits(chance, 2)
        + f"{chance.randrange(1, 30):02}"
        + f"{born:%Y%m%d}"
        + digits(chance, 3)
    )
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return first + "10X98765432"[sum(int(d) * w for d, w in zip(first, weights, strict=True)) % 11]


def id_number(chance: random.Random) -> str:
    plain = id_digits(chance, day(chance, 1940, 2004))
    forms = (
        *(plain, plain, plain, plain, plain.lower()),
        f"{plain[:6]} {plain[6:14]} {plain[14:]}",
        f"{plain[:6]}-{plain[6:14]}-{plain[14:]}",
        plain.translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789X"}),
        f"{plain[:11]}\n{plain[11:]}",
    )
    return chance.choice(forms)


def child_id(chance: random.Random) -> str:
    return id_digits(chance, day(chance, 2014, 2024))


def wrong_id(chance: random.Random) -> str:
    good = id_digits(chance, day(chance, 1940, 2004))
    return good[:16] + str((int(good[16]) + 1) % 10) + good[17]


def old_id_number(chance: random.Random) -> str:
    born = day(chance, 1935, 1985)
    return (
        chance.choice(PROVINCES)
        + digits(chance, 2)
        + f"{chance.randrange(1, 30):02}"
        + f"{born:%y%m%d}"
        + digits(chance, 3)
    )


def mobile(chance: random.Random) -> str:
    plain = "1" + chance.choice(("38", "39", "50", "59", "86", "77", "99", "66")) + digits(chance, 8)
    forms = (
        *(plain, plain, plain, plain),
        f"{plain[:3]} {plain[3:7]} {plain[7:]}",
        f"{plain[:3]}-{plain[3:7]}-{plain[7:]}",
        plain.translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789"}),
    )
    return chance.choice(forms)


def landline(chance: random.Random) -> str:
    return f"0{chance.choice(('594', '543', '531', '10', '21'))}-{chance.randrange(2, 9)}{digits(chance, 6)}"


def short_landline(chance: random.Random) -> str:
    return f"{chance.randrange(2, 9)}{digits(chance, 6)}"


def luhn(first: str) -> str:
    total = 0
    for at, digit in enumerate(reversed(first)):
        value = int(digit) * (2 if at % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return first + str(-total % 10)


def bank_card(chance: random.Random) -> str:
    plain = luhn("62" + digits(chance, chance.choice((13, 16))))
    spaced = " ".join(plain[at : at + 4] for at in range(0, len(plain), 4))
    return chance.choice((plain, plain, spaced))


def account(chance: random.Random) -> str:
    return f"{chance.choice(('1606', '3705', '2011', '9040'))}{digits(chance, chance.choice((11, 13)))}"


def passport(chance: random.Random) -> str:
    return chance.choice(("E" + chance.choice("ABCDEFGHJK") + digits(chance, 7), "G" + digits(chance, 8)))


def permit(chance: random.Random) -> str:
    return chance.choice(("C", "W", "H", "M")) + digits(chance, 8)


def plate(chance: random.Random) -> str:
    start = chance.choice(PLATES) + chance.choice("ABCDEFGHJK")
    return start + chance.choice(
        (
            digits(chance, 5),
            "·" + digits(chance, 5),
            chance.choice("DF") + digits(chance, 5),
            digits(chance, 4) + chance.choice("学警挂"),
            "A" + digits(chance, 4),
        )
    )


def email(chance: random.Random) -> str:
    local = "".join(chance.choices("abcdefghijkmnpqrstuvwxyz", k=chance.randrange(4, 9))) + digits(chance, 3)
    return f"{local}@{chance.choice(('163.com', 'qq.com', '126.com', 'sina.com.cn'))}"


def birth_date(chance: random.Random) -> str:
    born = day(chance, 1940, 2004)
    return chance.choice(
        (
            f"{born.year}年{born.month}月{born.day}日",
            f"{born:%Y-%m-%d}",
            f"{born:%Y.%m}",
            f"{born.year}年{born.month}月",
        )
    )


def full_birth_date(chance: random.Random) -> str:
    born = day(chance, 1940, 2004)
    return f"{born.year}年{born.month}月{born.day}日"


def address(chance: random.Random) -> str:
    road, estate = (
        chance.choice("健康 人民 和平 东风 文化 建设".split()),
        chance.choice("锦绣花园 阳光小区 丽景苑 幸福家园".split()),
    )
    village = chance.choice("李家庄村 张官屯村 大王村 河东村 石桥村".split())
    return chance.choice(
        (
            f"示范县{road}路{chance.randrange(1, 300)}号{chance.randrange(1, 9)}号楼{chance.randrange(1, 5)}单元{chance.randrange(101, 906)}室",
            f"示范县城关街道{estate}{chance.randrange(1, 30)}号楼{chance.randrange(1, 5)}单元{chance.randrange(101, 906)}室",
            f"示范镇{village}{chance.randrange(1, 9)}组{chance.randrange(1, 90)}号",
            f"示范县示范镇{village}{chance.randrange(1, 400)}号",
            f"{estate}{chance.randrange(1, 20)}栋{chance.randrange(101, 906)}室",
        )
    )


def office_address(chance: random.Random) -> str:
    return f"示范县{chance.choice('人民 政府 振兴'.split())}路{chance.randrange(1, 200)}号{chance.choice(('', '政务中心', '行政办公楼3楼'))}"


def village(chance: random.Random) -> str:
    return f"示范镇{chance.choice('李家庄村 张官屯村 大王村 河东村 石桥村'.split())}"


def illness(chance: random.Random) -> str:
    return chance.choice(
        "肺癌 尿毒症 冠心病 脑梗死 白血病 糖尿病 高血压 精神分裂症 肺结核 胃癌 肝硬化 再生障碍性贫血 乳腺癌 帕金森病".split()
    )


def disability(chance: random.Random) -> str:
    sort, level = chance.choice("肢体 视力 听力 智力 精神 言语".split()), chance.choice("一二三四")
    return chance.choice((f"{sort}{level}级", f"{sort}残疾{level}级", f"{sort}{level}级残疾"))


def disability_said(chance: random.Random) -> str:
    return f"{chance.choice('肢体 视力 听力 智力 精神'.split())}{chance.choice(('残疾一级', '残疾二级', '二级残疾', '三级残疾'))}"


def disability_sort(chance: random.Random) -> str:
    return chance.choice("肢体 视力 听力 智力 精神".split())


def disability_level(chance: random.Random) -> str:
    return chance.choice("一级 二级 三级 四级 1级".split())


def medical_number(chance: random.Random) -> str:
    return chance.choice((digits(chance, 8), "ZY" + digits(chance, 7), "20" + digits(chance, 8)))


def social_insurance(chance: random.Random) -> str:
    return chance.choice((digits(chance, 10), "37" + digits(chance, 8), "A" + digits(chance, 8)))


def credit_code(chance: random.Random) -> str:
    letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    weights = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
    first = (
        chance.choice(("91", "92", "12", "11", "52"))
        + "37"
        + digits(chance, 4)
        + "MA"
        + "".join(chance.choices(letters, k=7))
    )
    return first + letters[-sum(letters.index(c) * w for c, w in zip(first, weights, strict=True)) % 31]


def masked_name(chance: random.Random) -> str:
    return chance.choice(SURNAMES) + chance.choice(("某", "某某", "*", "**", "某甲", "××"))


def masked_id(chance: random.Random) -> str:
    return "3707" + chance.choice(("*", "＊", "X")) * 10 + digits(chance, 4)


def masked_mobile(chance: random.Random) -> str:
    return "138****" + digits(chance, 4)


def money(chance: random.Random) -> str:
    return f"{chance.randrange(1, 99)}{digits(chance, chance.choice((3, 5, 9)))}.{digits(chance, 2)}元"


def document_number(chance: random.Random) -> str:
    return f"示民发〔{chance.randrange(2015, 2027)}〕{chance.randrange(1, 300)}号"


def index_number(chance: random.Random) -> str:
    return f"{digits(chance, 9)}/{chance.randrange(2015, 2027)}-{digits(chance, 5)}"


def project_code(chance: random.Random) -> str:
    return f"{chance.randrange(18, 27)}{chance.randrange(1, 13):02}-370703-04-01-{digits(chance, 6)}"


def contract_number(chance: random.Random) -> str:
    return chance.choice(
        (
            "SFXZB-" + f"{chance.randrange(2018, 2027)}-{digits(chance, 4)}",
            "3707032024" + digits(chance, 8),
            "HT" + digits(chance, 13),
        )
    )


def plot_number(chance: random.Random) -> str:
    return chance.choice(
        ("SC2021000" + digits(chance, 2), "370703" + digits(chance, 9), "TB" + digits(chance, 8))
    )


def patent(chance: random.Random) -> str:
    return f"ZL20{chance.randrange(10, 26)}{chance.randrange(1, 4)}{digits(chance, 7)}.{chance.choice('0123456789X')}"


def registration(chance: random.Random) -> str:
    return "370703" + chance.choice("0126") + digits(chance, 8)


def coordinates(chance: random.Random) -> str:
    return f"东经119.{digits(chance, 6)}，北纬36.{digits(chance, 8)}"


def hotline(chance: random.Random) -> str:
    return chance.choice("12345 12315 12348 12333 110 120 400-800-1234 95598".split())


def plain_date(chance: random.Random) -> str:
    when = day(chance, 2015, 2026)
    return f"{when.year}年{when.month}月{when.day}日"


def office(chance: random.Random) -> str:
    return chance.choice(
        "示范县民政局 示范县住房和城乡建设局 示范县医疗保障局 示范镇人民政府 示范县残疾人联合会 示范县教育和体育局".split()
    )


def company(chance: random.Random) -> str:
    return chance.choice(
        "示范县宏远建筑有限公司 示范县兴农种植专业合作社 山东示范环保科技有限公司 示范县惠民超市".split()
    )


def amount(chance: random.Random) -> str:
    return str(chance.randrange(100, 9000))


def age(chance: random.Random) -> str:
    return str(chance.randrange(3, 13))


def grown_age(chance: random.Random) -> str:
    return str(chance.randrange(20, 90))


MAKERS: dict[str, Callable[[random.Random], str]] = {
    make.__name__: make
    for make in (
        *(
            name,
            id_number,
            child_id,
            wrong_id,
            old_id_number,
            mobile,
            landline,
            short_landline,
            bank_card,
            account,
        ),
        *(
            passport,
            permit,
            plate,
            email,
            birth_date,
            full_birth_date,
            address,
            office_address,
            village,
            illness,
        ),
        *(
            disability,
            disability_said,
            disability_sort,
            disability_level,
            medical_number,
            social_insurance,
            credit_code,
            masked_name,
            masked_id,
        ),
        *(
            masked_mobile,
            money,
            document_number,
            index_number,
            project_code,
            contract_number,
            plot_number,
            patent,
        ),
        *(registration, coordinates, hotline, plain_date, office, company, amount, age, grown_age),
    )
}
