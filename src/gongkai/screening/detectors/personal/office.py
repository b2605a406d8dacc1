"""Who is named in office: in duty, to be asked, or signing. Their names are no finds."""

import re

from .labels import Named, named_by
from .names import HAN, NAME, PROSE_FAMILY_NAMES, TRANSLITERATED
from .reading import Reading
from .vocabulary import OFFICIAL

# A family name may stand between: of “局长江兰丽” only “兰丽” is taken for a name, for “长江” is a word.
_OFFICIAL_BEFORE = re.compile(
    rf"(?:(?:{OFFICIAL})[:：、，,(（\s]{{0,3}}|我[局院校所站办]|联系人[:：]\s?[{HAN}]{{2,8}}[办局科股站所室处队])[{PROSE_FAMILY_NAMES}]?$"
)
_COMPANY = tuple("、和与及")
_COMPANY_BEFORE = re.compile(
    rf"(?:(?:{NAME}|[{TRANSLITERATED}]{{2,8}}·[{TRANSLITERATED}]{{2,10}})\s?[、和与及]\s?)+$"
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
_LIVES = re.compile(
    r"个人(?:邮箱|手机|微信)|涉嫌|酒后|超[载限]|肇事|逃逸|[，,(（][^，,。；;]{4,12}出生[，,]|[，,(（]\s?(?:公民|居民)?身份(?:证|号)|[，,(（][^，,。；;]{0,10}(?:护照|通行证)|[，,]?(?:家住|现住|[现家]居|住址|家庭住址)|因?身?患(?!者)"
)
_OFFICIAL_AFTER = re.compile(
    r"老师(?:执教|主讲|授课)|(?:律师|法官|警官|委员|代表)(?![费会着])|，[^，,。；;]{2,14}律师|(?:副?书记|副?主任|副?[局镇乡县市区科股所站校院]长)(?![的之家们助])|[(（\s]{0,2}(?:同志)?(?:(?:任|兼任?|担任|当选)(?!职业)"
    r"|[^，,。；;)）]{0,10}(?:书记|主任|[局县镇乡科股部]长|委员|经理)[)）、，。])"
)
# The word right before a name: “查勘员张三”, “值班护士（夜班）：张三”.
_WORD_BEFORE = re.compile(
    rf"(?P<word>[{HAN}]{{2,6}}?)(?:[(（][^()（）]{{1,12}}[)）])?(?:姓名|名叫)?[为是系]?[:：\s]{{0,2}}$"
)
_SURE = 0.8
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
    if _LIVES.match(reading.text, end):
        return False
    if _MOBILE_BEHIND.match(reading.text, end) and _CONTACT_BEFORE.search(reading.before(start, 12)):
        first, _ = reading.sentence(start, end, whole=True)
        if _FIRM.search(reading.text, first, start) or _OF_A_LETTER.search(reading.text[:start]):
            return False
        return not _OF_A_NOTICE.match(reading.text)
    before = reading.before(start, 36)
    if before.rstrip()[-1:] in _COMPANY and (company := _COMPANY_BEFORE.search(before)):
        before = before[: company.start()]  # “局长张三、李四”
    if _HIRED.search(reading.text, max(0, start - _HIRED_REACH), start):
        return False
    return bool(
        _OFFICIAL_BEFORE.search(before[-16:])
        or (before.endswith("由") and _HANDLED.match(reading.text, end))
        or _OFFICIAL_AFTER.match(reading.text[end : end + 16])
        or ((word := _WORD_BEFORE.search(before[-24:])) and named_by(word["word"], _SURE) == Named.OFFICIAL)
    )
