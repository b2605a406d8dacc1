"""What a heading of a column, or a label of a form, says of the values under or beside it."""

import re
from enum import Enum
from functools import lru_cache

from .labels import Named, named_by
from .vocabulary import OFFICE_CARS


class Role(Enum):
    """What kind of values a heading announces."""

    ID = "id"
    PASSPORT = "passport"
    PERMIT = "permit"
    HOME_PHONE = "home_phone"
    PHONE = "phone"
    BANK = "bank"
    BANK_NAME = "bank_name"
    SOCIAL = "social"
    MEDICAL = "medical"
    PLATE = "plate"
    EMAIL = "email"
    HOME = "home"  # a home address
    PLACE = "place"  # an address that may be a home or an office
    BIRTH = "birth"
    AGE = "age"
    ILLNESS = "illness"
    REASON = "reason"  # why somebody is helped, in words of one's own: an illness may be named in it
    DISABILITY = "disability"
    FAMILY = "family"
    CHILD = "child"
    NAME = "name"
    PARTY = "party"  # the name of a party to a matter, who is a private person by that word
    PERSON = "person"  # somebody, by a word that ends like one: private only beside other personal data
    OFFICIAL = "official"  # who handles the matter in office: never a private person
    CONTACT = "contact"  # whom to ask, who is in charge: an official unless the table says otherwise
    DUTY = "duty"  # what somebody does in office: the names beside are those of officials
    OFFICE = "office"  # agencies and businesses: whoever is in charge there is no private person
    CODE = "code"  # numbers that look like personal ones: contracts, plots, companies
    ELSE = "else"  # a label, but we do not know of what: anything may stand there
    OTHER = "other"  # a heading like any other: number, sex, remarks


# Headings in which a personal word only counts, prices or explains something.
_COUNTING = re.compile(
    r"(?:数|人口|金额|标准|补贴|补助|比例|率|费用?|人次|占比|次数|(?<!病)(?<!病种)(?<!诊断)名称|[(（](?:元|万元|人|户|个|%)[)）])$|人数|政策|目录"
)
_ROLES = [
    (
        Role.CODE,
        r"(?:追缴|缴款|缴费|汇缴|退缴)[账帐][号户]|信用代码|机构代码|注册号|登记号|合同|协议|项目|图斑|地块|宗地|文号|索引|许可证|专利|中标|单据|发票|准考证|(?:企业|单位|公司|机构|商家|经销商|合作社|学校|医院|对公"
        r"|保证金)[^，]{0,4}[账帐][号户]|[账帐][号户][(（](?:公司|单位|对公|基本户)[^)）]*[)）]|证书编号"
        r"|(?<!残疾)(?<!残疾人)(?<!身份)权?证编号",
    ),
    (Role.OTHER, r"余额$|(?:核发|发证|颁发|签发|开具)(?:单位|机关|机构|部门)$"),
    (Role.OTHER, rf"{OFFICE_CARS}|公车|烈士姓名|后[四4六6]位"),
    (Role.FAMILY, r"(?:子女|家属|亲属|家长|监护人|治丧)联系人(?:姓名)?$"),
    (Role.PARTY, r"^紧急联系人(?:姓名)?$|^(?:委托)?代理人(?:姓名)?$|^候选人(?:姓名)?$"),
    (Role.PARTY, r"(?:申领|领取|办证|持证|参保|投保|申请)[人者](?:姓名)?$"),
    (
        Role.DUTY,
        r"职务|职责|分管|分工|办公|执法(?:证|领域|类别|区域|范围|资格|种类)|(?:值班|受理|监督|咨询|服务|单位|举报|投诉|机构|机关|窗口|大厅|经办)(?:联系)?电话"
        r"|机构联系电话|传真|总机",
    ),
    (
        Role.OFFICIAL,
        r"^(?:初审|复审|终审|核定|登簿|经办|复核|制表|填表|审核|审批|督导)$|.(?<![学队社人成会职演动伤病雇船转退驶驾党团店])员(?:签[字名])?$"
        r"|.{2}(?:律师|工程师|法官)$|^理事长$|(?:承办|负责|经办)人(?:意见|审批|审核)$|(?:验收|评审|检查|调查|专家|工作)组(?:成员|人员)?$|(?:[村居]委会|社区|乡镇|[县镇]级|[站局所办镇股科馆]|单位|学校)(?:核实|审核|复核|初审|审批|经办)$"
        r"|(?:[村镇乡县市组局站所办会院校处科室方委部司团队心府]|单位|机构|机关|部门|领导|审[核批查]|[初复]审|评[审议]|处理|认定|鉴定)意见$|批示$"
        r"|(?:机构|机关|部门)审[核批]$"
        r"|(?<![被受])(?:经办|接谈|审核|审查|审批|复核|承办|接待|接访|受理|调查|核查|核实|核验|核对|入户|填报|制表|记录|拟稿|核稿|填表|签发|批准|执法|办案|发放"
        r"|校对|编制|评定|起草|监督|验收|走访|值守|值班|替班|巡查|包保|结对|帮扶责任|管护|保管|主持|召集|发言|发布|评审|鉴定|交办|督办|送达|见证|接收|移交|设计|抽验|查勘|登记|初审|复审|随访|询问|检查|核准|核机|信贷|统计|宣传"
        r"|安全|检验|质检|抽样|采样|调解|评估|勘查|勘验|法定代表)"
        r"(?:人员?|员|民警|干部|领导)(?:姓名|签[字名])?$|(?:单位|委会|社区|机构|公司|学校)联系人|(?:委员会|方|单位|部门|机构|[村镇局站室办院校园股]|窗口|中心|企业|公司)(?:主要)?负责人$"
        r"|工作人员(?:[(（].{1,8}[)）])?$|[受审复核批办]{2}岗$|(?:(?<!家)长|任|领导)(?:签发|签批|审签|签字)$"
        r"|^.{0,3}(?:会计|出纳|领导|专干|民警|交警|辅警|干警|医生|护士|社工|干部|书记员|审判长|审判员|法官|评委|专家|记者|编辑|编审|监制|律师|医师|网格员|法人|(?<!民)(?<!户)代表人)(?:姓名|签[字名])?$"
        r"|(?:主任|书记|[局县镇乡科股处院校站所园馆台厂店楼]长)(?:姓名|签[字名])?$",
    ),
    (
        Role.CHILD,
        r"^(?:儿子|女儿|子女|孙[子女])[(（][^()（）]*(?:小学|幼儿园|年级)|未成年子女|子女[(（](?:儿童|未成年人?)[)）]$",
    ),
    (Role.OTHER, r"(?:父亲|母亲|配偶|家长|监护人|子女)(?:基本)?(?:情况|状况|职业|收入|学历)$"),
    (Role.FAMILY, r"关系[及和与、/]姓名|姓名[及和与、/][^，]{0,6}关系"),
    (
        Role.OTHER,
        r"关系|(?:工作|服务|所在|就职|派驻|培养|推荐|原)单位|(?:领取|办理|报名|受理|考试|面试|培训|活动|举办|自取|报到|提交)(?:地址|地点)|(?:单位|公司|企业"
        r"|厂区|生产|加工|施工|机构|学校|园区|办公)(?:地址|地点)|[园校]址|(?:单位|机构|公司|科室|学校|馆)(?:电子)?邮箱|出生(?:医学)?证明|注册地址"
        r"|经营(?:地址|场所)|法定代表|法人代表|项目经理|[河林田湖]长",
    ),
    (
        Role.ID,
        r"身份证|(?:户主|本人|申请人|1[58]位|^[原现旧新])证号|1[58]位(?:身份)?(?:证)?号|公民身份|身份号码|证件号|^有效证件$",
    ),
    (Role.PASSPORT, r"护照|^证照(?:号码?)?$"),
    (Role.PERMIT, r"通行证|居住证|居留证|台胞证|回乡证"),
    (
        Role.OFFICE,
        r"^(?!.*(?:家庭|本人|业主|申请人|监护人|家长)).*(?:公司|企业|银行|学校|[园馆室台站局院所校心办会队厅]|售后|调度|值守|承办|放款|施工"
        r"|经销)[^，]{0,4}(?:电话|座机|固话)|电话[(（](?:公司|单位|[^()（）]{1,6}[局办站所])[)）]",
    ),
    (Role.HOME_PHONE, r"家庭电话|住宅电话|宅电|座机|固话|家庭固话|家长电话"),
    (Role.PHONE, r"联系号码|手机|移动电话|联系方式|电话"),
    (Role.BANK_NAME, r"开户行(?!.{0,2}[账帐卡]号)|开户银行(?!.{0,2}[账帐卡]号)|银行名"),
    (
        Role.SOCIAL,
        r"社会保障(?:卡?号|编号)|社保(?!卡?(?:银行)?[账帐]号).{0,4}号|社会保险.{0,4}号|个人编号|参保编?号",
    ),
    (
        Role.MEDICAL,
        r"(?:医保|合作医疗|医疗保险|新农合).{0,4}号|医疗证|保健号|病历号|住院号|门诊号|病案号|就诊卡",
    ),
    (
        Role.BANK,
        r"银行卡|卡折|折号|银行[账帐]|卡[(（]折[)）]号|卡号|[账帐]号|[账帐]户(?!户?名|姓名)|存折|^一卡通(?:号码?)?$|^专户$",
    ),
    (Role.PLATE, r"车牌|号牌|车号"),
    (Role.EMAIL, r"邮箱|电子邮件|邮件地址|[Ee]-?mail"),
    (
        Role.HOME,
        r"住址|住处|^家住$|住哪|居所|建房(?:地点|位置|地址)|原房|宅基地(?:坐落|位置|地址)|家庭.{0,2}地址|户籍(?!姓名|类型|性质|类别|所在[村镇县]|管理|登记"
        r"|制度|改革|窗口|业务)|户口所在地|居住地|现住|房屋坐落",
    ),
    (Role.PLACE, r"地址|坐落|住所"),
    (Role.BIRTH, r"出生|生日|^生于$"),
    (Role.AGE, r"年龄|周岁|^年纪$|^几岁$"),
    (
        Role.REASON,
        r"^健康$|家族史|^致[困贫残]|^伤情$|检出问题|出险原因|异常(?:结果|情况|指标)|(?:体检|检查|筛查)结果|(?:外出|提取|领取|出行|申领|借款|请假|减免|停发|变更|注销|辞职|休学|退学|缓缴)(?:原因|事由|理由)|致[困贫残]原因|死亡原因|失能原因|死因|困难(?:情况|原因|类型|类别)|家庭(?:基本|困难)?情况|健康状况|身体[状情]况"
        r"|(?:申请|救助|慰问|补助|享受|保障|帮扶)(?:原因|事由|理由|情况)|^(?:事由|理由|备注|情况说明)$",
    ),
    (
        Role.ILLNESS,
        r"病种|什么病|慢性病|病残情况|疾病|病情|患病|所患|病史|既往史|病因|病名|诊断(?!医院|机构|医生|医师|时间|日期|证明)|病症",
    ),
    (Role.DISABILITY, r"残[别级]$|伤残部位|残疾(?:类|等|级|情|种|程|证|人证)|伤残(?:等级|情况)|残级"),
    (
        Role.FAMILY,
        r"家庭.{0,2}成员|父母$|同住人[口员]|配偶|老伴|父亲|母亲|祖父|祖母|(?:监护|照护|照料|看护)[人者]|抚养[人者]|赡养[人者]|家属|亲属|子女姓名|共同生活|家长"
        r"|爷爷|奶奶|外公|外婆|^.{0,4}(?:侄子|侄女|外甥|外甥女)(?:姓名)?$|^[父母]$|^(?:随行|同行|同住|共同居住)?(?:子女|配偶)$|[(（](?:夫妻|夫妇|妻子|丈夫|儿子|女儿|父亲|母亲|父母|子女|儿女|亲属|配偶|家长|[儿侄孙]媳"
        r"|[兄弟姐妹]{1,2}|侄[子女]|外?孙[子女]|[祖外][父母公婆]|爷爷|奶奶|[岳公养继][父母]|[长次三][子女])[)）]$"
        r"|^(?:妻子|丈夫|爱人|儿子|女儿|其[子女妻夫父母兄弟姐妹]|[长次三][子女]|兄弟|姐妹|哥哥|弟弟|姐姐|妹妹)(?:姓名|叫什么"
        r"|名字)?(?:[(（][^()（）]{1,8}[)）])?$",
    ),
    (
        Role.CHILD,
        r"^.{0,4}(?:小?学生|幼儿|儿童|孤儿|婴儿|新生儿|宝宝|孩子|未成年人|受种者)(?:姓名|名单)?$",
    ),
    (Role.CONTACT, r"联系人|负责人|责任人|值班人|带班|组长"),
    (
        Role.PARTY,
        r"户主|^申请[人者](?:姓名)?$|共有人(?:姓名)?$|献血[人者]|志愿者(?:姓名)?$|捐[款赠资][人者]|学员(?:姓名)?$|^(?:居民|村民)$|^拟?(?:录用|聘用|招录|递补)人员$|所有人(?:姓名)?$|移民本人|当事人"
        r"|权利人|受益人|领取人|业主|车主|驾驶人|承租人|被征收人|获奖者|中签人|患者"
        r"|^被.{1,4}人(?:姓名)?$|^[甲乙丙]方(?:姓名)?$"
        r"|^(?:来访|来信|来电|信访|上访|投诉|举报|反映|诉求|救助|慰问|帮扶|受助|领款|收款|申领|缴费|缴款|报名|购房|购车|购机|养犬|买受|借款"
        r"|参保|投保|受援|提交|留言|轮候|建房|持证|持卡|失踪|死亡|受伤|伤残|退役|失业|就业困难|特困|供养|务工|产权|使用权|承包|补偿|受偿|收养|送养|用工)"
        r"(?:人员?|者)(?:姓名)?$"
        r"|^(?:优抚|优待|服务|救助|慰问|帮扶|资助|补助|补贴|奖扶|扶助|供养|发放|保障|监测|困难|低保|特困|康复|改造|受援)对象(?:姓名)?$"
        r"|^(?:种植|养殖|种粮|购机|承包|受灾|脱贫|贫困|低保|五保|监测|搬迁|拆迁|被?征收|受益|补贴|建房|改造|农|租|房)(?:农户|大户|户)$"
        r"|^(?:老人|逝者|病例|农民|农民工|工人|职工|残疾人|考生|伤者|死者|退役军人|退役士兵)$",
    ),
    (Role.NAME, r"姓名|^人员$|^名单$|户名$"),
    (
        Role.OFFICE,
        r"经营者|商户|门店|供应商|经销商|单位|机关|部门|招标|采购|代理|投标|科室|机构|处室|网点|站点|镇街|乡镇|主管|[站所院校店厂点社心司业位构园行局]名称",
    ),
    (
        Role.OTHER,
        r"^(?:序号|编号|号|性别|民族|国籍|备注|金额|日期|时间|村|村组|组别|面积|学历|职称|(?:就读|所在|毕业)?(?:学校|院校)|班级|年级|类别|标准"
        r"|.{0,8}(?:意见|理由|事由|事项|签[字名]|盖章|方式|用途|形式)|.{0,6}(?:名称|数|额|情况|日期|时间|标准|类型|等级|面积|比例"
        r"|内容))(?:[(（].{1,6}[)）])?$",
    ),
    (Role.PERSON, r"^(?:驾驶员|司机)$|^.主(?:姓名)?$|^.{1,6}(?:人|者|对象|户)(?:姓名)?$"),
]
_EXACT = {Role.CODE, Role.DUTY, Role.OFFICE, Role.OTHER, Role.AGE, Role.BANK_NAME}  # counting changes nothing
_COMPILED = [(role, re.compile(pattern)) for role, pattern in _ROLES]
_SPACE = re.compile(r"\s+")
_SAYS_SOMETHING = re.compile(
    "[，。；：:]|[0-9]{6}|[带随因由]其|陪同(?!家属|人)|看望|探望|照顾|^[无未否]|[□☑☐√]|^1[^0-9]{1,6}2|^要求|^请求|^希望|^反映(?!人|事项|问题|内容|渠道)|户口[簿本]|复印件|照片|原件|(?:家长|成员|父亲|母亲|妻子|丈夫|本人|子女|老人)患(?!病)"
)
# “申请人/联系电话”, “地址及电话”: what stands first says more.
_WITH_PHONE = re.compile(r"(.{2,8}?)(?:姓名)?[/及和与、](?:联系|移动)?(?:电话|座机|手机号?码?|方式|号码)$")
_SAYS_MORE = (
    Role.NAME,
    Role.PARTY,
    Role.FAMILY,
    Role.CHILD,
    Role.CONTACT,
    Role.OFFICIAL,
    Role.PLACE,
    Role.HOME,
)
_BRACKET_BEHIND = re.compile(r"[(（][^()（）]{1,10}[)）]$")
LONGEST = 16  # characters of a heading; what is longer is a sentence

# Headings that are themselves a find when values stand under them that nothing else found.
ANNOUNCING = frozenset(
    {
        *(
            Role.ID,
            Role.PASSPORT,
            Role.PERMIT,
            Role.HOME_PHONE,
            Role.PHONE,
            Role.BANK,
            Role.SOCIAL,
        ),
        *(Role.MEDICAL, Role.EMAIL, Role.HOME, Role.BIRTH, Role.ILLNESS, Role.DISABILITY, Role.FAMILY),
    }
)
PRIVATE = ANNOUNCING - {Role.PHONE, Role.EMAIL, Role.BANK} | {Role.CHILD}


# Whoever the table is about.
_NEUTRAL = frozenset("姓名 名单 人员 人员姓名 户名 成员 成员姓名 联系人 负责人 责任人 备注 关系".split())
_SYSTEM_CODE = re.compile(r"^[A-Z]{2,4}[0-9]{2,4}(?=[一-鿿])")  # as exported registers have it: “AAC003姓名”
_INITIALS = {  # headings in the initials of their sounds
    "xm": "姓名",
    **dict.fromkeys(("sfz", "sfzh", "sfzhm", "sfzjh", "zjhm"), "身份证号"),
    **dict.fromkeys(("jtzz", "jtdz", "xzz"), "家庭住址"),
    **dict.fromkeys(("lxdh", "sjh", "sjhm", "lxfs"), "联系电话"),
    **dict.fromkeys(("yhkh", "yhzh"), "银行卡号"),
    **dict.fromkeys(("csrq", "csny"), "出生日期"),
}


# Roles that say whom a label names, or nothing certain, with how sure the label itself has to be to say otherwise.
_SURE = {
    None: 0.9,
    Role.OTHER: 0.9,
    Role.NAME: 0.9,
    Role.PERSON: 0.7,
    Role.CONTACT: 0.85,
    Role.OFFICE: 0.97,
    Role.OFFICIAL: 0.97,
    Role.PARTY: 0.95,
    Role.FAMILY: 0.995,
    Role.CHILD: 0.97,
}
_NAMED = {
    Named.OFFICIAL: Role.OFFICIAL,
    Named.PARTY: Role.PARTY,
    Named.FAMILY: Role.FAMILY,
    Named.CHILD: Role.CHILD,
    Named.BODY: Role.OFFICE,
}
_IN_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_DIGIT = re.compile("[0-9]")  # only patterns know labels with numbers in them
_OF_FAMILY, _SURE_OF_KIN = (Named.FAMILY, Named.CHILD), 0.8  # a party may be of the family
_OF_SOMEBODY = (Role.PARTY, Role.PERSON, Role.FAMILY, Role.CHILD, Role.OFFICIAL)


@lru_cache(maxsize=4096)
def role_of(text: str) -> Role | None:
    """Return what a short text announces as a heading, or None when it is no heading we know."""
    text = _SYSTEM_CODE.sub("", _SPACE.sub("", text).rstrip(":："))
    text = _INITIALS.get(text.lower(), text)
    if not text or len(text) > LONGEST or _SAYS_SOMETHING.search(text) or text.count("、") > 1:
        return None
    if (first := _WITH_PHONE.fullmatch(text)) and (role := role_of(first[1])) in _SAYS_MORE:
        return role
    role = _role_by_pattern(text)
    if role in (None, Role.NAME, Role.PERSON) and "姓名" in text:
        role = _role_by_pattern(_IN_BRACKETS.sub("", text)) or role  # “赡养（扶养）人姓名”
    if role not in _SURE or text in _NEUTRAL or (role is None and _DIGIT.search(text)):
        return role
    return _told_by_label(text, role)


def _told_by_label(text: str, role: Role | None) -> Role | None:
    """Return what the label itself says, where it is surer than the patterns that made it ``role``."""
    named, share = named_by(text)
    if share < (_SURE_OF_KIN if role == Role.PARTY and named in _OF_FAMILY else _SURE[role]):
        return role
    if named == Named.NOTHING:
        return Role.ELSE if role is None else Role.OTHER if role in _OF_SOMEBODY else role
    return _NAMED.get(named, role)


def _role_by_pattern(text: str) -> Role | None:
    plain = _BRACKET_BEHIND.sub("", text)
    for role, pattern in _COMPILED:
        # “审核人（镇民政办）” is an official as “审核人” is.
        if pattern.search(text) or (role == Role.OFFICIAL and pattern.search(plain)):
            return Role.OTHER if role not in _EXACT and _COUNTING.search(text) else role
    return None
