"""Who is named in office: in duty, to be asked, or signing. Their names are no finds."""

import re

from .headings import Role, role_of
from .labels import Named, likely
from .names import ANY_NAME, HAN, NAME, PROSE_FAMILY_NAMES, TRANSLITERATED
from .reading import Reading
from .vocabulary import OFFICIAL

# A family name may stand between: of “局长江兰丽” only “兰丽” is taken for a name, for “长江” is a word.
_OFFICIAL_BEFORE = re.compile(
    rf"(?:(?:{OFFICIAL})[:：、，,(（\s]{{0,3}}|我[局院校所站办]|联系人[:：]\s?[{HAN}]{{2,8}}[办局科股站所室处队])[{PROSE_FAMILY_NAMES}]?$"
)
# “法定代表人：张三，委托代理人：李四”: both of a company.
_AGENT_OF_COMPANY = re.compile("(?:法定代表人|[医校院]方[:：]|单位[:：])[^。；;]{2,20}委托代理人[:：]?$")
_APPROVED_BEFORE = re.compile(r"(?:同意|属实|异议|准予|批准|符合)[^，,。；;]{0,8}[。，\s]{1,3}$")
_COMPANY = tuple("、和与及，")
_COMPANY_BEFORE = re.compile(
    rf"(?<=[:：])(?:{NAME}，)+$|(?:(?:{ANY_NAME}(?:[(（][^()（）]{{1,30}}[)）])?|[{TRANSLITERATED}]{{2,8}}·[{TRANSLITERATED}]{{2,10}})\s?[、和与及]\s?)+$"
)
_CONTACT_BEFORE = re.compile(r"(?<!紧急)(?<!应急)(?:联系|负责)人[:：\s]{0,2}$")
# In a letter the one to be rung up is the writer.
_OF_A_LETTER = re.compile(
    r"(?:^|[。！？\n])(?:来信|来电|留言|问|咨询|诉求)[^：:，,。]{0,6}[:：]|声明|寻人|寻物|招租|我[在家的是想们]"
)
_MOBILE_BEHIND = re.compile(
    r"(?:报名|登记|咨询)?[，,、；;\s(（]{0,2}(?:联系|移动)?(?:电话|手机|方式)?(?:号码)?[是为:：\s]{0,2}1[3-9][0-9]"
)
_OF_A_NOTICE = re.compile(r"\s{0,4}【?[供求售租聘][】:：]")  # what people offer or look for
_FIRM = re.compile("公司|合作社|企业|超市|商店|[^工]厂|农场|养殖场|饭店|酒店|门市")
# What only a private person says of himself, right behind his name.
_PRIVATELY = re.compile(
    "|".join(
        (
            r"个人(?:邮箱|手机|微信)",
            "，为[父母妻丈儿女]",
            "涉嫌|酒后|超[载限]|肇事|逃逸",
            r"(?:[，,]\s?[男女])?[，,(（][^，,。；;]{4,12}出生[，,]",
            r"(?:[，,]\s?[男女])?[，,(（]\s?(?:公民|居民)?身份(?:证|号)",
            "[，,(（][^，,。；;]{0,10}(?:护照|通行证)",
            "[，,]?(?:家住|现住|[现家]居|住址|家庭住址)",
            r"[(（]\s?[^()（）]{4,30}[0-9][室号户][，,]",  # “张三（丽景苑14栋190室，电话……”
            "因?身?患(?!者)",
            "的?(?:个人|银行)?[账帐][户号][0-9]",
        )
    )
)
# What tells of an office, right behind a name.
_OFFICIAL_AFTER = re.compile(
    "|".join(
        (
            "驾驶的?(?:校车|公交|客车|班车|警车|救护车)",
            "(?:老师|医生|大夫|护士长?)(?!们|家|的|节)",
            "(?:律师|法官|警官|检察官|委员|代表|(?:副?主任|主治|住院)?医师|教授|记者)(?![费会着])",
            "(?:副?书记|副?主任|副?[局镇乡县市区科股所站校院]长)(?![的之家们助])",
            "，[^，,。；;]{2,14}律师|[，,][^，,。；;]{0,14}法律工作者",
            "，[^，,。；;]{0,6}(?:级教师|校长|园长)",
            "，该?[^，,。；;]{2,10}(?:[科股处局所院]长|主任|经理|职员|员工|法务)(?=[。，；;)）]|$)",
            "[(（](?:副?主任|主治|住院|执业)?(?:医师|护师|药师|技师|教授|教师|工程师|律师|研究员)",
            r"[(（\s]{0,2}(?:同志)?(?:任|兼任?|担任|当选)(?!职业)",
            r"[(（\s]{0,2}(?:同志)?[^，,。；;)）]{0,10}(?:书记|主任|[局县镇乡科股部所站校院队]长|委员|经理)[)）、，。]",
        )
    )
)
# The word right before a name: “查勘员张三”, “值班护士（夜班）：张三”.
_WORD_BEFORE = re.compile(
    rf"(?P<word>[{HAN}]{{2,6}}?)(?:名单|分别)?(?:[(（][^()（）]{{1,12}}[)）])?(?:姓名|名叫)?[为是系由]?[:：\s]{{0,2}}$"
)
_SURE = 0.8
_LABEL_BEFORE = re.compile(rf"(?:^|[^{HAN}])([{HAN}]{{2,8}})[:：]\s?$")
_LINE_BEHIND = re.compile(r"[，,(（\s]\s?(?:办公)?(?:电话)?[:：]?\s?0[0-9]{2,3}-?[0-9]{7}")
_PRIVATE = (Role.NAME, Role.PARTY, Role.FAMILY, Role.CHILD, Role.PERSON)
_LIKE_A_ROLE = re.compile(
    "[生员长师人者官记任理事工警医士席委家导判编辅督干表授监审核书手匠计纳游办局所站科股室部会院校团队组联镇乡村府心司社台]$"
)
_IS_BODY = re.compile("(?:[局委办院所站部会校科股队社]|政府|中心|公司)$")
# Who drives the public: “5路驾驶员张三”.
_DRIVES, _LINE = (
    re.compile(r"(?:驾驶员|司机)[为是:：\s]{0,2}$"),
    re.compile("公交|校车|照管员|接送车|客运|班车|线路|救护车|[0-9]路"),
)
# Who is hired holds no office yet: “拟聘用下列人员：护路员张三”.
_HIRED = re.compile("(?:录用|聘用|招聘|录取|招录)[^。]{0,40}(?:名单|人员|公示|如下|公告|通知)")
_HIRED_REACH = 80  # characters
# “由张三登记”
_HANDLED = re.compile("(?:负责|登记|受理|办理|收取|统计|汇总|讲解|主持|授课|带队|领队|接待|保管|记录)")


def is_official(reading: Reading, start: int, end: int) -> bool:
    """
    Say whether the name is that of somebody in office, or to be asked; who tells where he lives is neither, nor
    whom a business names beside his mobile.
    """
    if _PRIVATELY.match(reading.text, end):
        return False
    if _MOBILE_BEHIND.match(reading.text, end) and _CONTACT_BEFORE.search(reading.before(start, 12)):
        first, _ = reading.sentence(start, end, whole=True)
        if _FIRM.search(reading.text, first, start) or _OF_A_LETTER.search(reading.text[:start]):
            return False
        return not _OF_A_NOTICE.match(reading.text)
    before = reading.before(start, 48)
    if before.rstrip()[-1:] in _COMPANY and (company := _COMPANY_BEFORE.search(before)):
        before = before[: company.start()]  # “局长张三、李四”
    if _HIRED.search(reading.text, max(0, start - _HIRED_REACH), start):
        return False
    return bool(
        _OFFICIAL_BEFORE.search(before[-16:])
        or _APPROVED_BEFORE.search(before[-16:])
        or _AGENT_OF_COMPANY.search(before)
        or is_contact(before, reading.text[end : end + 24])
        or (before.endswith("由") and _HANDLED.match(reading.text, end))
        or (_DRIVES.search(before) and _LINE.search(reading.text, max(0, start - _HIRED_REACH), end + 12))
        or says_office(reading.text[end : end + 24])
        or ((word := _WORD_BEFORE.search(before[-24:])) and _in_office(word["word"]))
    )


def is_contact(before: str, behind: str) -> bool:
    """Say whether a name between a label and a land line is whom an office names to be rung up: “会务组：张三，0594-…”."""
    label = _LABEL_BEFORE.search(before)
    return bool(label) and bool(_LINE_BEHIND.match(behind)) and role_of(label[1]) not in _PRIVATE


def says_office(behind: str) -> bool:
    """Say whether what stands right behind a name tells that he is in office: “，县司法局科长”, “（主治医师）”."""
    return bool(_OFFICIAL_AFTER.match(behind))


def _in_office(word: str) -> bool:
    """Say whether whom a word names is in office; of a body right before a name it is one of its people."""
    if not _LIKE_A_ROLE.search(word):
        return False
    if role_of(word) == Role.OFFICIAL or word.endswith("责任人"):
        return True
    share = likely(word)
    return share[Named.OFFICIAL] + (share[Named.BODY] if _IS_BODY.search(word) else 0) >= _SURE
