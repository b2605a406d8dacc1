"""The 39 offices of 示范县: 26 departments (the government office among them) and 13 towns. All of it is made up."""

from dataclasses import dataclass

from gongkai.agencies.enums import AgencyKind

REGION = "999999"  # no such administrative division exists
_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100-2015: no I, O, S, V, Z
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)  # GB 11714
_CREDIT_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))  # GB 32100-2015


def credit_code(serial: int) -> str:
    """A unified social credit code of a state organ (11) with both check characters right, in a region that is not."""
    body = f"MB{serial:06d}"
    total = sum(_value(char) * weight for char, weight in zip(body, _ORGANISATION_WEIGHTS, strict=True))
    check = 11 - total % 11
    organisation = body + {10: "X", 11: "0"}.get(check, str(check))
    code = "11" + REGION + organisation
    total = sum(
        _CODE_ALPHABET.index(char) * weight for char, weight in zip(code, _CREDIT_WEIGHTS, strict=True)
    )
    return code + _CODE_ALPHABET[(31 - total % 31) % 31]


def _value(char: str) -> int:
    return int(char) if char.isdigit() else ord(char) - ord("A") + 10


@dataclass(frozen=True)
class Office:
    code: str
    name: str  # without 示范县
    short: str
    prefix: str
    duties: str
    matters: tuple[str, ...]  # what it writes about
    kind: AgencyKind = AgencyKind.DEPARTMENT
    theme: str = "general"

    @property
    def full_name(self) -> str:
        return f"示范县{self.name}"


def _department(code, name, prefix, theme, duties, *matters, short="", kind=AgencyKind.DEPARTMENT):
    return Office(code, name, short or f"县{name}", prefix, duties, matters, kind, theme)


DEPARTMENTS = (
    _department(
        "office", "人民政府办公室", "示政办发", "general",
        "协助县政府领导组织县政府会议；办理县政府公文；推进、指导、协调、监督全县政府信息公开和政务公开工作。",
        "政务公开", "优化营商环境", "政府网站管理", "重点工作督查", "建议提案办理", "“高效办成一件事”", short="县政府办", kind=AgencyKind.OFFICE,
    ),
    _department(
        "development", "发展和改革局", "示发改发", "economy",
        "拟订并组织实施国民经济和社会发展规划、年度计划；审批、核准、备案固定资产投资项目；管理价格和粮食储备。",
        "重点项目建设", "社会信用体系建设", "公平竞争审查", "粮食储备", "居民用水阶梯价格", short="县发展改革局",
    ),
    _department(
        "education", "教育局", "示教发", "science_education",
        "管理全县基础教育、职业教育和学前教育；指导学校安全、招生考试和教师队伍建设。",
        "义务教育招生入学", "校外培训机构治理", "家庭经济困难学生资助", "中小学课后服务", "普惠性幼儿园认定",
    ),
    _department(
        "industry", "科学技术和工业信息化局", "示科工发", "industry_transport",
        "拟订科技创新和工业、信息化发展规划；组织科技项目申报；推进企业技术改造。",
        "科技型中小企业入库", "企业技术改造奖补", "工业企业安全生产", "高新技术企业申报", short="县科工信局",
    ),
    _department(
        "police", "公安局", "示公发", "public_security_justice",
        "维护社会治安秩序；管理户籍、出入境、道路交通和危险物品。",
        "户籍管理便民", "道路交通管制", "烟花爆竹安全管理", "反诈宣传", "电动自行车登记上牌",
    ),
    _department(
        "civil-affairs", "民政局", "示民发", "civil_affairs",
        "负责社会救助、养老服务、儿童福利、社会组织登记、区划地名、婚姻登记和殡葬管理。",
        "城乡居民最低生活保障", "特困人员救助供养", "高龄津贴发放", "居家和社区养老服务", "社会组织年度检查", "临时救助",
    ),
    _department(
        "justice", "司法局", "示司发", "public_security_justice",
        "承担依法治县、行政复议、法治宣传、人民调解、公共法律服务和社区矫正工作。",
        "行政执法监督", "公共法律服务", "法律援助", "人民调解", "行政规范性文件清理",
    ),
    _department(
        "finance", "财政局", "示财发", "finance",
        "编制年度财政预决算草案并组织执行；管理政府采购、政府债务和行政事业单位国有资产。",
        "部门预决算公开", "政府采购管理", "惠民惠农补贴“一卡通”", "预算绩效管理", "会计人员继续教育",
    ),
    _department(
        "labour", "人力资源和社会保障局", "示人社发", "labour_personnel",
        "促进就业创业；管理社会保险、事业单位人事、职业培训和劳动关系。",
        "公益性岗位招聘", "职业技能培训补贴", "根治欠薪", "城乡居民基本养老保险", "高校毕业生就业服务", short="县人社局",
    ),
    _department(
        "land", "自然资源和规划局", "示自然资发", "land_energy",
        "履行自然资源资产所有者职责；编制国土空间规划；管理土地征收、不动产登记和地质灾害防治。",
        "集体土地征收", "国有建设用地使用权出让", "不动产登记", "地质灾害防治", "国土空间规划编制", short="县自然资源局",
    ),
    _department(
        "environment", "生态环境局", "示环发", "construction_environment",
        "监督管理环境污染防治；审批建设项目环境影响评价文件；开展生态环境执法和监测。",
        "建设项目环境影响评价", "空气质量", "集中式饮用水水源保护", "排污许可管理", "秸秆露天焚烧管控",
    ),
    _department(
        "housing", "住房和城乡建设局", "示建发", "construction_environment",
        "管理房地产市场、建筑市场和城市建设；负责住房保障、物业管理和农村危房改造。",
        "公共租赁住房保障", "农村危房改造", "老旧小区改造", "物业服务企业信用评价", "房屋建筑工程质量安全", short="县住建局",
    ),
    _department(
        "transport", "交通运输局", "示交发", "industry_transport",
        "组织公路、水路交通基础设施建设和管理；监督道路运输市场。",
        "农村公路养护", "城乡公交线路优化", "道路运输企业质量信誉考核", "公路施工期间交通组织",
    ),
    _department(
        "water", "水务局", "示水发", "agriculture",
        "管理水资源、河湖和水利工程；承担防汛抗旱和农村供水工作。",
        "农村供水工程", "河湖长制", "农田水利设施管护", "取水许可管理", "小型水库除险加固",
    ),
    _department(
        "agriculture", "农业农村局", "示农发", "agriculture",
        "统筹乡村振兴；指导种植业、畜牧业、渔业、农业机械化和农产品质量安全。",
        "耕地地力保护补贴", "农机购置与应用补贴", "高标准农田建设", "农村宅基地审批管理", "动物疫病防控", "衔接推进乡村振兴补助资金",
    ),
    _department(
        "commerce", "商务局", "示商发", "trade_tourism",
        "促进内外贸易、招商引资和电子商务；管理商贸流通。",
        "消费品以旧换新", "农村电商", "成品油流通管理", "促消费活动",
    ),
    _department(
        "culture", "文化和旅游局", "示文旅发", "culture",
        "管理文化艺术、公共文化服务、文物和旅游；监管文化市场。",
        "公共文化设施免费开放", "非物质文化遗产代表性项目", "旅游市场秩序整治", "文物保护", short="县文旅局",
    ),
    _department(
        "health", "卫生健康局", "示卫发", "health_sport",
        "拟订卫生健康规划；管理医疗机构、疾病预防控制、妇幼健康和职业健康。",
        "基本公共卫生服务", "家庭医生签约服务", "预防接种", "医疗机构校验", "职业病防治", short="县卫健局",
    ),
    _department(
        "veterans", "退役军人事务局", "示退役发", "civil_affairs",
        "负责退役军人移交安置、就业创业、优待抚恤和烈士纪念。",
        "优抚对象抚恤补助", "退役军人就业创业", "光荣牌悬挂", short="县退役军人局",
    ),
    _department(
        "emergency", "应急管理局", "示应急发", "market_safety",
        "负责应急管理、安全生产综合监管、防灾减灾救灾和消防指导。",
        "安全生产专项检查", "森林防灭火", "防汛应急响应", "救灾物资管理", "综合减灾示范社区创建",
    ),
    _department(
        "audit", "审计局", "示审发", "finance",
        "对县级预算执行、部门单位和政府投资项目实行审计监督。",
        "预算执行审计", "政府投资项目审计", "经济责任审计",
    ),
    _department(
        "market", "市场监督管理局", "示市监发", "market_safety",
        "负责经营主体登记、食品药品、特种设备、产品质量、计量和价格监管。",
        "食品安全监督抽检", "特种设备安全监察", "“双随机、一公开”抽查", "药品零售企业监督检查", "个体工商户年报", short="县市场监管局",
    ),
    _department(
        "statistics", "统计局", "示统发", "economy",
        "组织国民经济核算和各项普查、统计调查；发布统计资料。",
        "国民经济运行情况", "人口变动抽样调查", "统计执法检查",
    ),
    _department(
        "insurance", "医疗保障局", "示医保发", "labour_personnel",
        "管理基本医疗保险、医疗救助、药品价格和医保基金监管。",
        "城乡居民基本医疗保险参保缴费", "医保基金监管", "医疗救助", "门诊慢特病待遇", short="县医保局",
    ),
    _department(
        "approvals", "行政审批服务局", "示审批发", "general",
        "集中办理行政许可事项；管理政务服务大厅和公共资源交易。",
        "行政许可办理", "政务服务大厅延时服务", "经营主体登记便利化", "工程建设项目审批",
    ),
    _department(
        "enforcement", "综合行政执法局", "示执法发", "construction_environment",
        "管理市容环境卫生、市政公用设施和园林绿化；集中行使城市管理行政处罚权。",
        "市容环境卫生", "户外广告设置管理", "生活垃圾分类", "市政设施维护", short="县综合执法局",
    ),
)  # fmt: skip

TOWN_MATTERS = (
    "农村人居环境整治",
    "最低生活保障初审",
    "宅基地用地审批",
    "高标准农田管护",
    "城乡居民医保征缴",
    "村级公益事业“一事一议”",
    "防汛抗旱",
    "临时救助",
)
TOWNS = tuple(
    Office(
        f"town-{number:02d}",
        f"{name}人民政府",
        name,
        f"{name[:2]}政发",
        f"执行县政府的决定和命令，管理{name}的经济、教育、卫生、农业农村、社会救助、公共安全等行政工作。",
        TOWN_MATTERS,
        AgencyKind.TOWN,
        "agriculture",
    )
    for number, name in enumerate(
        (
            "示中镇", "示东镇", "示西镇", "示南镇", "示北镇", "范中镇", "范东镇", "范西镇", "范南镇", "范北镇", "新示镇", "新范镇", "示范园镇",
        ),
        start=1,
    )
)  # fmt: skip
OFFICES = DEPARTMENTS + TOWNS
BY_CODE = {office.code: office for office in OFFICES}
