"""
The words of the demo: believable official texts, written for this purpose and put together by chance.

Every person is 某某, every place begins with 示 or 范; figures come from a seeded generator, so each build is alike.
"""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from gongkai.publications.enums import ItemKind

from .offices import OFFICES, Office

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"


@dataclass
class Text:
    """One item to be: what it says and which made-up files belong to it."""

    kind: ItemKind
    section: str
    title: str
    body: str
    summary: str = ""
    keywords: str = ""
    is_document: bool = False
    effective_on: date | None = None
    valid_until: date | None = None
    also_in: tuple[str, ...] = ()
    files: tuple[str, ...] = ()  # kinds of file (made_files.py): "table", "form", "letter"
    picture: str = ""  # kind of picture: "landscape", "chart", "map"
    display_days: int | None = None
    rows: tuple[tuple[str, ...], ...] = field(default=())  # the table an attached workbook holds


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts if text)


def table(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    header = "".join(f"<th>{cell}</th>" for cell in head)
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{header}</tr></thead><tbody>{lines}</tbody></table>"


def listing(*texts: str) -> str:
    return "<ol>" + "".join(f"<li>{text}</li>" for text in texts) + "</ol>"


def chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def masked(chance: Random) -> str:
    return f"{chance.choice(SURNAMES)}某某"


def phone(office: Office) -> str:
    """A number that belongs to nobody: 0000 is no area code."""
    return f"0000-8000{sum(map(ord, office.code)) % 900 + 100}"


def signed(office: Office, day: date) -> str:
    return paragraphs(office.full_name, chinese(day))


OPENINGS = (
    "近日，{short}围绕{matter}组织开展专项行动，把群众关心的事情一件一件办好。",
    "{month}月份以来，{short}把{matter}作为为民办实事的重要内容，倒排工期、挂图推进。",
    "{day}，{short}召开{matter}工作推进会，总结前一阶段进展，部署下一步任务。",
    "为进一步做好{matter}工作，{short}组成{teams}个工作组，深入各镇和社区开展走访。",
)
MEASURES = (
    "坚持台账管理，逐项明确责任人和完成时限，每周调度、每月通报，累计解决问题{a}个。",
    "优化办理流程，申请材料由{b}份减少到{c}份，平均办理时间压缩{percent}%，{d}名群众实现“一次办好”。",
    "组织业务骨干进村入户讲政策，发放明白纸{e}份，现场答复咨询{a}人次。",
    "会同{partner}开展联合检查，检查点位{d}处，发现并整改问题{b}个。",
    "投入资金{money}万元，完成{a}处设施改造提升，惠及群众{e}人。",
    "畅通热线和网上信箱，{month}月份收到意见建议{b}条，按期办结率100%。",
)
CLOSINGS = (
    "下一步，{short}将继续完善长效机制，推动{matter}工作再上新台阶。",
    "群众对办理情况不清楚的，可以拨打{phone}咨询，也可以到政务服务大厅窗口了解。",
    "相关政策和办理指南已在政府网站同步公开，欢迎社会各界监督。",
)


def _figures(chance: Random, office: Office, matter: str, day: date) -> dict:
    return {
        "short": office.short,
        "matter": matter,
        "month": day.month,
        "day": f"{day.month}月{day.day}日",
        "teams": chance.randint(3, 9),
        "a": chance.randint(12, 96),
        "b": chance.randint(4, 11),
        "c": chance.randint(1, 3),
        "d": chance.randint(30, 480),
        "e": chance.randint(600, 9800),
        "percent": chance.randint(20, 70),
        "money": chance.randint(18, 960),
        "partner": chance.choice(
            ("县财政局", "县市场监管局", "县综合执法局", "各镇人民政府", "县应急管理局")
        ),
        "phone": phone(office),
    }


def news(office: Office, day: date, chance: Random) -> Text:
    matter = chance.choice(office.matters)
    figures = _figures(chance, office, matter, day)
    title = chance.choice(
        (
            f"{office.short}扎实推进{matter}工作",
            f"{office.short}“三步走”做好{matter}",
            f"{office.short}召开{matter}工作推进会",
            f"聚焦{matter}，{office.short}这样做",
            f"{office.short}深入一线开展{matter}走访",
        )
    )
    body = paragraphs(
        chance.choice(OPENINGS).format(**figures),
        *(text.format(**figures) for text in chance.sample(MEASURES, 3)),
        chance.choice(CLOSINGS).format(**figures),
    )
    section = {"town": "news/towns", "office": "news/county"}.get(office.kind, "news/departments")
    return Text(ItemKind.NEWS, section, title, body, summary=f"{office.short}推进{matter}的做法和进展。", keywords=matter,
                picture=chance.choice(("landscape", "", "", "")))  # fmt: skip


def notice(office: Office, day: date, chance: Random) -> Text:
    matter = chance.choice(office.matters)
    until = day + timedelta(days=chance.randint(15, 45))
    body = (
        paragraphs(
            "各有关单位，各镇人民政府：",
            f"为做好{day.year}年{matter}工作，根据上级有关规定，结合我县实际，现将有关事项通知如下。",
        )
        + "<h2>一、工作内容</h2>"
        + listing(
            f"摸清底数。各镇和有关单位要对照职责，于{chinese(day + timedelta(days=10))}前完成{matter}基础数据核对。",
            f"规范办理。严格按照条件和程序办理，做到受理、审核、公示、发放各环节留痕，数据误差率不超过{chance.randint(1, 3)}%。",
            "公开结果。办理结果形成之日起20个工作日内在政府网站公开，接受社会监督。",
        )
        + "<h2>二、时间安排</h2>"
        + table(
            ("阶段", "时间", "任务"),
            (
                ("动员部署", f"{day.month}月{day.day}日前", "制定方案，明确分工"),
                ("集中办理", f"至{chinese(until)}", "逐项核实，限时办结"),
                ("总结提升", f"{chinese(until + timedelta(days=15))}前", "报送总结，建立长效机制"),
            ),
        )
        + "<h2>三、有关要求</h2>"
        + paragraphs(
            f"各单位要明确一名联络员，遇到问题及时与{office.short}联系（电话：{phone(office)}）。对弄虚作假、推诿扯皮的，依规依纪处理。"
        )
        + signed(office, day)
    )
    return Text(
        ItemKind.NOTICE, "notices/announcements", f"{office.full_name}关于做好{day.year}年{matter}有关工作的通知", body,
        summary=f"明确{matter}的工作内容、时间安排和要求。", keywords=matter, files=("form",) if chance.random() < 0.35 else (),
    )  # fmt: skip


BENEFITS = re.compile("补贴|津贴|救助|资助|保障|补助|待遇|改造|奖补|岗位|认定|帮扶|缴费")


def publicity(office: Office, day: date, chance: Random) -> Text:
    """A list put up for objections: of those who are to receive something, or to be commended for the work."""
    benefits = [matter for matter in office.matters if BENEFITS.search(matter)]
    matter = chance.choice(benefits or office.matters)
    round_of = f"{day.year}年第{(day.month + 2) // 3}批"
    count = range(1, chance.randint(7, 14))
    if benefits:
        what = f"{round_of}{matter}拟定对象"
        head = ("序号", "姓名（名称）", "所在村（社区）", "金额（元）")
        rows = tuple(
            (str(n), masked(chance), f"示范第{chance.randint(1, 40)}村", f"{chance.randint(2, 60) * 100}")
            for n in count
        )
    else:
        what = f"{round_of}{matter}先进个人拟表扬对象"
        head = ("序号", "姓名", "所在单位", "推荐理由")
        rows = tuple(
            (str(n), masked(chance), chance.choice(OFFICES).short, f"在{matter}工作中表现突出") for n in count
        )
    body = (
        paragraphs(
            f"根据有关规定，经申请（推荐）、审核，拟确定以下{len(rows)}人（户）为{what}，现予公示。"
            f"公示期自{chinese(day)}至{chinese(day + timedelta(days=9))}，共7个工作日。"
        )
        + table(head, rows)
        + paragraphs(f"对公示内容有异议的，请在公示期内实名向{office.short}反映。联系电话：{phone(office)}。")
        + signed(office, day)
    )
    return Text(
        ItemKind.PUBLICITY,
        "notices/publicity",
        f"{office.full_name}关于{what}的公示",
        body,
        summary="公示期7个工作日，姓名已作脱敏处理。",
        keywords=matter,
        files=("table",),
        rows=(head, *rows),
        display_days=60,
    )


def measure(office: Office, day: date, chance: Random, section: str = "policies/departments") -> Text:
    """A document with chapters, validity and an explanation of its own."""
    matter = chance.choice(office.matters).strip("“”")
    form = chance.choice(("实施办法", "实施方案", "管理办法", "工作细则", "若干措施"))
    years = chance.choice((2, 3, 5))
    start = day + timedelta(days=30)
    body = (
        paragraphs(
            "各镇人民政府，县政府各部门：",
            f"《示范县{matter}{form}》已经研究同意，现印发给你们，请认真组织实施。",
        )
        + signed(office, day)
        + f"<h2>示范县{matter}{form}</h2><h3>第一章 总则</h3>"
        + paragraphs(
            f"第一条 为规范{matter}工作，保障公民、法人和其他组织的合法权益，根据有关法律、法规，结合本县实际，制定本{form[-2:]}。",
            f"第二条 本县行政区域内的{matter}及其监督管理，适用本{form[-2:]}。",
            f"第三条 {matter}应当遵循依法、公开、公平、便民的原则。",
        )
        + "<h3>第二章 职责与程序</h3>"
        + paragraphs(
            f"第四条 {office.short}负责全县{matter}的组织实施和监督检查；各镇人民政府负责本行政区域内的受理和初步审核。",
            f"第五条 申请人提交的材料齐全、符合要求的，应当当场受理；需要补正的，应当在{chance.randint(2, 5)}个工作日内一次告知。",
            f"第六条 受理机关应当自受理之日起{chance.choice((7, 10, 15, 20))}个工作日内作出决定，并将结果在政府网站公开。",
            f"第七条 县财政安排{matter}工作经费，实行专款专用，年度预算不超过{chance.randint(30, 800)}万元。",
        )
        + "<h3>第三章 监督</h3>"
        + paragraphs(
            "第八条 任何单位和个人有权对违反规定的行为进行举报，受理机关应当为举报人保密。",
            "第九条 工作人员滥用职权、玩忽职守、徇私舞弊的，依法给予处分；构成犯罪的，依法追究刑事责任。",
        )
        + "<h3>第四章 附则</h3>"
        + paragraphs(
            f"第十条 本{form[-2:]}由{office.short}负责解释。",
            f"第十一条 本{form[-2:]}自{chinese(start)}起施行，有效期{years}年。",
        )
    )
    return Text(
        ItemKind.DOCUMENT, section, f"{office.full_name}关于印发《示范县{matter}{form}》的通知", body,
        summary=f"规定{matter}的适用范围、职责分工、办理程序和监督办法，自{chinese(start)}起施行。", keywords=matter,
        is_document=True, effective_on=start, valid_until=date(start.year + years, start.month, min(start.day, 28)) - timedelta(days=1),
        files=("letter",) if chance.random() < 0.3 else (),
    )  # fmt: skip


def interpretation(office: Office, day: date, chance: Random, of: Text | None = None) -> Text:
    named = (
        of.title.split("《")[-1].split("》")[0]
        if of and "《" in of.title
        else f"示范县{chance.choice(office.matters)}办法"
    )
    body = (
        "<h2>一、为什么要制定</h2>"
        + paragraphs(
            f"《{named}》回应了群众反映比较集中的{chance.randint(3, 6)}个问题，把多年来行之有效的做法固定下来。"
        )
        + "<h2>二、和大家有什么关系</h2>"
        + listing(
            "办理材料更少：能够通过数据共享获得的材料不再要求提供。",
            f"办理时间更短：由原来的{chance.randint(20, 30)}个工作日缩短到{chance.randint(7, 15)}个工作日。",
            "结果看得见：受理、审核、发放情况都在政府网站公开。",
        )
        + "<h2>三、怎么办理</h2>"
        + paragraphs(f"可以到所在镇便民服务中心提出申请，也可以在政务服务网提交。咨询电话：{phone(office)}。")
    )
    return Text(
        ItemKind.OTHER, "policies/interpretation", f"一图读懂《{named}》" if chance.random() < 0.4 else f"《{named}》政策解读", body,
        summary=f"说明《{named}》出台的背景、主要内容和办理方式。", picture="chart",
    )  # fmt: skip


def budget(office: Office, day: date, chance: Random) -> Text:
    income = chance.randint(480, 9600)
    basic = round(income * 0.62)
    rows = (
        ("收入合计", f"{income}.00"),
        ("其中：一般公共预算拨款", f"{round(income * 0.95)}.00"),
        ("支出合计", f"{income}.00"),
        ("其中：基本支出", f"{basic}.00"),
        ("项目支出", f"{income - basic}.00"),
        ("“三公”经费", f"{chance.randint(1, 12)}.50"),
    )
    body = (
        "<h2>第一部分 部门概况</h2>"
        + paragraphs(office.duties, f"纳入部门预算编制范围的单位共{chance.randint(1, 5)}个。")
        + "<h2>第二部分 收支预算总表</h2>"
        + table(("项目", "金额（万元）"), rows)
        + "<h2>第三部分 情况说明</h2>"
        + paragraphs(
            f"{day.year}年收入预算{income}万元，比上年增长{chance.randint(1, 6)}.{chance.randint(0, 9)}%，主要原因是人员正常晋级和项目支出增加。",
            "“三公”经费预算与上年持平，没有安排因公出国（境）费用。",
        )
    )
    return Text(ItemKind.GUIDE, "open/disclosure/content/budgets/budget", f"{office.full_name}{day.year}年部门预算", body,
                summary="部门收支总表、“三公”经费和情况说明。", files=("table",), rows=(("项目", "金额（万元）"), *rows))  # fmt: skip


def final_accounts(office: Office, day: date, chance: Random) -> Text:
    made = budget(office, day, chance)
    made.section = "open/disclosure/content/budgets/final-accounts"
    made.title = f"{office.full_name}{day.year - 1}年部门决算"
    made.body = made.body.replace("预算", "决算")
    return made


def guide(office: Office, day: date, chance: Random) -> Text:
    body = (
        paragraphs(
            f"为方便公民、法人和其他组织获取{office.full_name}的政府信息，根据《中华人民共和国政府信息公开条例》，编制本指南。"
        )
        + "<h2>一、主动公开</h2>"
        + paragraphs(
            "公开范围包括机构职能、规范性文件、规划计划、财政预算决算、行政许可和行政处罚等。信息自形成或者变更之日起20个工作日内公开。"
        )
        + "<h2>二、依申请公开</h2>"
        + paragraphs(
            f"受理机构：{office.full_name}办公室。办公时间：工作日8:30—12:00，14:00—17:30。联系电话：{phone(office)}。通信地址：示范县示范路{chance.randint(1, 200)}号。",
            "可以当面、邮寄或者在网上提出申请。邮寄的，请在信封左下角注明“政府信息公开申请”。收到申请之日起20个工作日内答复。",
        )
        + "<h2>三、监督和救济</h2>"
        + paragraphs(
            "认为本机关未依法履行政府信息公开义务的，可以向县政府办公室投诉举报，也可以依法申请行政复议或者提起行政诉讼。"
        )
    )
    return Text(
        ItemKind.GUIDE,
        "open/disclosure/guide",
        f"{office.full_name}政府信息公开指南",
        body,
        summary="公开范围、获取方式、受理机构和监督渠道。",
    )


def organisation(office: Office, day: date, chance: Random) -> Text:
    body = (
        "<h2>主要职责</h2>"
        + paragraphs(office.duties)
        + "<h2>内设机构</h2>"
        + table(
            ("机构", "职责", "电话"),
            tuple((name, role, phone(office)) for name, role in (("办公室", "负责文电、会务、政务公开"), ("业务股", f"承担{office.matters[0]}等工作"), ("政策法规股", "承担规范性文件合法性审核"))),
        )
        + paragraphs(f"办公地址：示范县示范路{chance.randint(1, 200)}号。办公时间：工作日8:30—12:00，14:00—17:30。负责人：{masked(chance)}。")
    )  # fmt: skip
    return Text(
        ItemKind.GUIDE,
        "open/disclosure/content/organisation",
        f"{office.full_name}机构职能",
        body,
        summary=office.duties[:60],
    )


def inspection(office: Office, day: date, chance: Random, section: str) -> Text:
    head = ("序号", "检查对象", "检查事项", "检查结果")
    rows = tuple(
        (str(n), f"示范县{chance.choice(('惠民', '丰达', '和顺', '永盛', '新源'))}{chance.choice(('商店', '加工厂', '服务部', '养殖场', '饭店'))}（第{chance.randint(1, 90)}号）",
         chance.choice(("登记事项", "安全管理制度落实", "产品质量", "台账记录")), chance.choice(("未发现问题", "未发现问题", "未发现问题", "发现问题已责令改正")))
        for n in range(1, chance.randint(8, 16))
    )  # fmt: skip
    matter = chance.choice(office.matters).strip("“”")
    body = (
        paragraphs(
            f"{day.year}年第{(day.month + 2) // 3}季度，{office.short}按照年度计划随机抽取{len(rows)}家检查对象，随机选派执法检查人员，结果如下。"
        )
        + table(head, rows)
        + signed(office, day)
    )
    return Text(ItemKind.OTHER, section, f"{office.full_name}{day.year}年第{(day.month + 2) // 3}季度{matter}抽查结果", body,
                summary=f"抽查{len(rows)}家，结果随表公开。", files=("table",), rows=(head, *rows), also_in=("open/fields/random-checks",))  # fmt: skip


def warning(office: Office, day: date, chance: Random) -> Text:
    what, level = chance.choice(
        (("暴雨", "蓝色"), ("大风", "蓝色"), ("高温", "橙色"), ("道路结冰", "黄色"), ("森林火险", "橙色"))
    )
    body = paragraphs(
        f"{day.month}月{day.day}日{chance.randint(7, 17)}时发布{what}{level}预警：预计未来24小时我县大部分地区将出现{what}天气，请有关单位和公众做好防范。",
        "各镇要落实值班值守和信息报告制度，加强重点部位巡查；群众请关注天气变化，减少不必要的外出。",
        f"应急值班电话：{phone(office)}。",
    )
    return Text(ItemKind.NOTICE, "open/disclosure/content/emergencies", f"示范县{day.month}月{day.day}日{what}{level}预警", body, summary=f"{what}{level}预警和防范提示。",
                display_days=30)  # fmt: skip


def statistics(office: Office, day: date, chance: Random) -> Text:
    first = day.replace(day=1) - timedelta(days=1)
    rows = tuple(
        (name, f"{chance.randint(*span)}", f"{chance.choice(('', '-'))}{chance.randint(0, 9)}.{chance.randint(0, 9)}")
        for name, span in (
            ("规模以上工业增加值（万元）", (90000, 130000)), ("固定资产投资（万元）", (60000, 99000)), ("社会消费品零售总额（万元）", (80000, 120000)),
            ("一般公共预算收入（万元）", (12000, 26000)), ("城镇居民人均可支配收入（元）", (2600, 3900)),
        )
    )  # fmt: skip
    body = paragraphs(
        f"{first.year}年1—{first.month}月，全县经济运行总体平稳，主要指标保持在合理区间。"
    ) + table(("指标", "累计", "同比增长（%）"), rows)
    return Text(ItemKind.OTHER, "open/disclosure/content/statistics", f"示范县{first.year}年1—{first.month}月主要经济指标", body,
                summary="工业、投资、消费、财政和居民收入。", files=("table",), rows=(("指标", "累计", "同比增长（%）"), *rows), picture="chart")  # fmt: skip


def plain(office: Office, day: date, chance: Random, section: str, name: str) -> Text:
    """Something for any other section: what was done, with a short table."""
    matter = chance.choice(office.matters)
    figures = _figures(chance, office, matter, day)
    rows = tuple(
        (text, f"{chance.randint(10, 900)}", unit)
        for text, unit in (("办理事项", "件"), ("涉及资金", "万元"), ("惠及群众", "人"))
    )
    body = (
        paragraphs(chance.choice(OPENINGS).format(**figures), chance.choice(MEASURES).format(**figures))
        + table(("项目", "数量", "单位"), rows)
        + paragraphs(chance.choice(CLOSINGS).format(**figures))
        + signed(office, day)
    )
    title = f"{office.full_name}关于{matter}情况的公布（{day.year}年{day.month}月）"
    return Text(
        ItemKind.OTHER, section, title, body, summary=f"“{name}”栏目公开内容：{matter}进展。", keywords=matter
    )


def plain_words(body: str) -> str:
    """The words of a body as an old site would export them: lists and tables run together in one line."""
    lines = re.sub(r"</(?:p|h2|h3)>", "\n", body).split("\n")
    return "\n".join(" ".join(re.sub(r"<[^>]+>", " ", line).split()) for line in lines).strip()
