"""The sections of 示范县, written as an outline: two spaces a level, ``code name | options``."""

from dataclasses import dataclass

OUTLINE = """
news 新闻动态 | group home
  county 示范要闻 | rule=two_weeks owners=office
  departments 部门动态 | rule=two_weeks owners=departments
  towns 镇域动态 | rule=two_weeks owners=towns
  pictures 图片新闻 | rule=two_weeks owners=office
notices 通知公告 | group home
  announcements 公告通告 | rule=six_months owners=all
  publicity 公示 | rule=six_months owners=all
  recruitment 招考录用 | rule=six_months owners=labour,education,health
  bidding 采购与招标 | rule=six_months owners=departments
policies 政策文件 | group home
  county 县政府文件 | rule=six_months owners=office chain=documents
  office 县政府办公室文件 | rule=six_months owners=office chain=documents
  departments 部门文件 | rule=six_months owners=departments
  normative 行政规范性文件 | rule=six_months owners=departments,office chain=documents
  interpretation 政策解读 | rule=six_months owners=departments
  repealed 废止和失效文件 | owners=office
open 政务公开 | group home
  disclosure 政府信息公开 | group
    guide 政府信息公开指南 | page part=guide owners=all
    rules 政府信息公开制度 | part=rules owners=office
    content 法定主动公开内容 | group part=content
      regulations 规章和规范性文件 | owners=office,justice
      organisation 机构职能 | owners=all
      plans 规划计划 | owners=departments
      statistics 统计信息 | rule=six_months owners=statistics
      permits 行政许可 | owners=departments
      penalties 行政处罚和行政强制 | owners=departments
      budgets 财政预算决算 | owners=all
        budget 预算 | owners=all
        final-accounts 决算 | owners=all
        three-expenses “三公”经费 | owners=departments
      charges 行政事业性收费 | owners=finance,development
      procurement 政府集中采购 | owners=finance
      projects 重大建设项目 | owners=development,land,housing,transport,water
      livelihood 民生政策与落实 | group
        education 教育 | owners=education
        medical 医疗卫生 | owners=health,insurance
        security 社会保障 | owners=labour,civil-affairs
        employment 促进就业 | owners=labour
        revitalisation 乡村振兴 | owners=agriculture,towns
      emergencies 应急预案与预警 | owners=emergency,water,police
      inspections 监督检查 | group
        environment 环境保护 | owners=environment
        health 公共卫生 | owners=health
        safety 安全生产 | owners=emergency,industry
        food 食品药品 | owners=market
        quality 产品质量 | owners=market
      civil-service 公务员招考 | owners=labour
      others 其他应公开信息 | owners=all
      land 土地征收 | owners=land,towns
      housing 房屋征收与住房保障 | owners=housing
      assistance 社会救助 | owners=civil-affairs,towns
      public-security 治安管理 | owners=police
      municipal 市政与公共服务 | owners=enforcement,water,transport
      welfare 公益事业 | owners=civil-affairs,culture
    reports 政府信息公开年报 | part=reports owners=all
  affairs 县政府工作 | group
    report 政府工作报告 | owners=office
    meetings 政府会议 | owners=office
    proposals 建议提案办理 | owners=departments
    supervision 督查落实 | owners=office
  fields 重点领域 | group
    subsidies 涉农补贴 | owners=agriculture,finance
    environment 生态环境 | owners=environment
    elderly 养老服务 | owners=civil-affairs
    market 市场监管规则 | owners=market
    random-checks 双随机、一公开 | owners=departments
    legal 公共法律服务 | owners=justice
    culture 公共文化体育 | owners=culture
    audit 审计公开 | owners=audit
  old 历史栏目 | group
    epidemic 疫情防控专栏 | owners=health archived
towns 各镇信息 | group
{towns}"""


@dataclass(frozen=True)
class Place:
    path: str
    name: str
    options: dict[str, str]

    @property
    def parent(self) -> str:
        return self.path.rpartition("/")[0]


def places(towns: list[tuple[str, str]]) -> list[Place]:
    """The outline as places, parents first; ``towns`` are (code, short name)."""
    text = OUTLINE.format(towns="".join(f"  {code} {name} | owners={code}\n" for code, name in towns))
    found, trail = [], []
    for line in text.strip("\n").splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        head, _, tail = line.strip().partition(" | ")
        code, _, name = head.partition(" ")
        trail = [*trail[:depth], code]
        options = dict(part.partition("=")[::2] for part in tail.split())
        found.append(Place("/".join(trail), name, options))
    return found
