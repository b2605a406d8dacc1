"""Number plates and e-mail addresses."""

import re
from collections.abc import Iterator

from ...enums import Kind
from .headings import Role
from .names import HAN, NAME
from .reading import Reading
from .spans import Places, Span
from .vocabulary import OFFICE_CARS, PERSON

PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLATE = re.compile(
    rf"(?<![0-9])[{PROVINCES}][A-HJ-NP-Z][·•‧・. -]?"
    r"(?=[A-HJ-NP-Z]{0,4}[0-9])"
    r"(?:[A-HJ-NP-Z][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[A-HJ-NP-Z]|[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9学警挂港澳试超领])"
    r"(?![0-9A-Za-z*]|-[0-9A-Za-z])"
)
# Embassies; armed police; army, before its plates of 2013.
_OTHER_PLATE = re.compile(
    r"(?:使(?<![行促致迫即驱唆指]使)[0-9]{3}[·•.]?[0-9]{3}(?![0-9])"
    rf"|WJ(?<![0-9A-Za-z]WJ)[·•.\s-]?(?:[{PROVINCES}]|[0-9]{{2}}[·•.\s-]?)[0-9]{{4}}[0-9A-Z](?![0-9A-Za-z*-])"
    r"|军[A-Z][·•.\s-]?[0-9]{5}(?![0-9A-Za-z*-]))"
)
_SAYS_VEHICLE = re.compile(r"车|驾|号牌|牌照")
_OF_OFFICE = re.compile(OFFICE_CARS)
# “镇政府公务皮卡车1辆（”, “本中心疫苗冷藏车（”, and “（殡仪馆灵车）” behind the plate.
_VEHICLE = re.compile(
    rf"[{HAN}]{{2,14}}[车艇船](?:[0-9]{{1,2}}[辆艘台])?(?:[，,(（]|车牌号?|号牌|[为是:：\s]){{1,4}}$"
)
_WHOSE_CAR = re.compile(
    "(?<!投)(?<!人)[政局院园校站所厅]|中心|公务|本单位|我[局院校所站]|殡|灵车|冷藏|接送|救援|应急|保洁|执勤|专用"
)
_STANDS_THERE = re.compile(
    "停|门[前口]|附近|旁|驾驶|乘坐|撞|与|一辆"
)  # a car before an office is not the office's
_VEHICLE_BEHIND = re.compile(r"\s?[(（][^()（）]{0,10}(?:灵车|公务|单位|[局院园校站所]车|专用)")
_OWN_CAR = re.compile("私家车|自家|家用|名下|车主|驾驶的?$")
_OF_A_LINE = re.compile(
    "(?:校车|公交|客运|班车)[^。]{0,8}线路|客运班线|投入车辆|承运|动物卫生监督|起拍价|核发准运证|出租汽车公司"
)
_SHORT = 400  # characters of a passage that is about one matter
_SAYS_CODE = re.compile(r"(?:编号|证号|许可|备|证书|文号|批准|合同|代码|[字第])[为是:：\s]{0,3}$")

_AT = re.compile(r"(?<=[0-9A-Za-z_-])@(?=[0-9A-Za-z-]{1,63}\.[0-9A-Za-z])")
_LOCAL = re.compile(r"[0-9A-Za-z._%+-]+$")
_HOST = re.compile(r"[0-9A-Za-z-]{1,63}(?:\.[0-9A-Za-z-]{1,63}){0,6}\.[A-Za-z]{2,10}")
_OFFICE_HOSTS = (".gov.cn", ".mil.cn")
# Beside these an address is a person's; an office gives its land line.
_OF_PERSONS = frozenset(
    {Kind.MOBILE, Kind.ID_NUMBER, Kind.OLD_ID_NUMBER, Kind.PASSPORT, Kind.PERMIT, Kind.BANK_CARD}
)
_PERSONAL_MAIL = re.compile(
    r"(?:个人|私人|本人|留言)(?:电子)?邮箱"
    rf"|(?:(?:其|我的|你的|您的|{PERSON})的?(?:常用|联系)?(?:电子)?(?:邮箱|邮件)"
    r"|(?:预留|留存|留下|填写的|登记的|注册的|提供的|绑定的)的?(?:电子)?(?:邮箱|邮件)?)(?:地址)?[为是:：\s]{0,3}$"
    r"|(?:出生|[男女])[，,](?:电子)?邮箱[为是:：\s]{0,3}$"
    r"|(?:[您你]|本人|申请人)所?(?:提供|预留|填写|登记|留)[^。；;]{0,60}(?:邮箱|邮件)[为是:：\s]{0,3}$"
    rf"|(?:(?<![{HAN}])|{PERSON}){NAME}[(（，,](?:报名|联系|常用|注册)?(?:电子)?邮箱[为是:：\s]{{0,3}}$"
)
_SEND_TO = re.compile(
    "[本我](?:窗口|单位|科|股|局|办|中心)(?:电子)?邮箱$|(?:电子版|材料|电子稿|扫描件|附件)[^。；;您你]{0,10}[发报寄传][送]?[至到]$"
)
# The sentence gives the line of an office, or asks the public to write.
_OFFICE_SPEAKS = re.compile(
    r"(?<![0-9])0[0-9]{2,3}-?[1-9][0-9]{6,7}(?![0-9])|公众|群众|利害关系人|来信|来邮|发邮件|公用|专班|公示|公告|[县市区][^，,。；;]{0,12}[局委办科]|政府"
)
_SAYS_WHOSE = re.compile(rf"(?:(?:{PERSON})(?!事务)|我|本人|[您你](?!们))[^。；;]{{0,60}}$")
_WAS_SENT_TO = re.compile("已发送?[至到]$")
_OF_YOURS = re.compile("[您你](?:的|提交|填写|申请)[^。]{0,150}$")
_YOURS = re.compile(r"[您你](?!们|可|如|若|需)[^。；;]{0,100}(?:邮箱|邮件)(?:地址)?[为是:：\s]{0,3}$")
_OURS = re.compile(r"[我本](?:单位|机关|[局委办科县镇乡])[^，,。]{0,10}(?:邮箱|邮件)|发送?[至到]")
_BEHIND_OFFICE_LINE = re.compile(
    r"(?<!家庭)(?<!住宅)电话[:：]?0[0-9]{2,3}-?[1-9][0-9]{6,7}(?:[，,、；;]|或)\s?(?:(?:电子)?邮箱[为是:：\s]{0,3}"
    r"|发送?(?:电子)?邮件[至到])$|值班手机1[0-9]{10}[，,、]\s?(?:电子)?邮箱[为是:：\s]{0,3}$|(?:来信|来函|办公)地址[^。；;]{0,40}(?:电子)?邮箱[为是:：\s]{0,3}$"
)
_OFFICE_MAIL = re.compile(
    r"信函|(?:协会|商会|学会|企业)通过邮箱|(?:联系|经办|承办)人[:：]?[^，,。；;]{2,10}[，,](?:电子)?邮箱|(?:通报|报送|值班|联络|服务)邮箱|公务邮箱|单位邮箱|工作邮箱|办公邮箱|政务邮箱|投稿|报送|征求|征集|来稿|征稿|意见|反馈|建议|受理|报名|举报|监督|投诉邮箱|咨询|办公电话"
    r"|办公地址|传真|邮编|邮政编码|发送|发至|来函|采购|招标|代理机构|公司|监管|服务邮箱|官方"
    r"|材料|上报|报至|报[县市区省]|提交|发到|承办|主办|科室|[局委办科股处院所站]的?(?:电子)?邮箱"
)


def find(reading: Reading, personal: list[Span]) -> Iterator[Span]:
    """Yield plates and e-mail addresses; ``personal`` is what else was found in the same passage."""
    for match in _like_plates(reading.text):
        if _is_plate(reading, match):
            yield Span(Kind.PLATE, *match.span())
    if "@" in reading.text:
        yield from _emails(reading, Places(span for span in personal if span.kind in _OF_PERSONS))


def plates_in(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield where number plates stand, whosever they are."""
    for match in _like_plates(reading.text):
        if not _is_code(reading, match):
            yield match.span()


def _like_plates(text: str) -> Iterator[re.Match]:
    yield from _PLATE.finditer(text)
    yield from _OTHER_PLATE.finditer(text)


def _is_code(reading: Reading, plate: re.Match) -> bool:
    """Whether it is rather the number of a paper: “苏E12345号”, unless the sentence speaks of a vehicle."""
    if _SAYS_CODE.search(reading.before(plate.start(), 8)):
        return True
    first, end = reading.sentence(*plate.span(), reach=40)
    return reading.after(plate.end(), 1) == "号" and not _SAYS_VEHICLE.search(reading.text, first, end)


def _is_plate(reading: Reading, match: re.Match) -> bool:
    if reading.role == Role.PLATE:
        return True
    if reading.role in (Role.CODE, Role.OTHER) or _is_code(reading, match):
        return False
    first, end = reading.sentence(*match.span(), whole=True)
    vehicle = _VEHICLE.search(reading.before(match.start(), 30))
    if vehicle and _WHOSE_CAR.search(vehicle[0]) and not _STANDS_THERE.search(vehicle[0]):
        return False
    if _VEHICLE_BEHIND.match(reading.text, match.end()):
        return False
    own = max((each.end() for each in _OWN_CAR.finditer(reading.text, first, match.start())), default=-1)
    if _OF_OFFICE.search(reading.text, max(first, own), end):
        return False
    return not (own < 0 and len(reading.text) <= _SHORT and _OF_A_LINE.search(reading.text))


def mail_in(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield where e-mail addresses stand, without those that are known to be offices'."""
    text = reading.text
    for at in _AT.finditer(text):
        local = _LOCAL.search(text[max(0, at.start() - 64) : at.start()])
        host = _HOST.match(text, at.end())
        if local and host and not host[0].lower().endswith(_OFFICE_HOSTS):
            start, end = at.start() - len(local[0]), host.end()
            if text[start:end].lower() not in reading.lists.office_emails:
                yield start, end


def _emails(reading: Reading, beside: Places) -> Iterator[Span]:
    for start, end in mail_in(reading):
        if reading.persons or not _is_office_mail(reading, start, beside):
            yield Span(Kind.EMAIL, start, end)


def mail_clues(text: str, start: int) -> Iterator[str]:
    """Yield what the words before an e-mail address say of whose it is."""
    before = text[max(0, start - 60) : start]
    for mark, words in (("personal mail", _PERSONAL_MAIL), ("office mail", _OFFICE_MAIL), ("yours", _YOURS)):
        if words.search(before):
            yield mark


def _is_office_mail(reading: Reading, start: int, beside: Places) -> bool:
    before, further = reading.before(start, 60), reading.before(start, 160)
    if _PERSONAL_MAIL.search(before) or _WAS_SENT_TO.search(before):
        return False
    if _BEHIND_OFFICE_LINE.search(before) or (_SEND_TO.search(before) and not _OF_YOURS.search(further)):
        return True
    yours = _YOURS.search(further)
    if (yours and not _OURS.search(yours[0])) or beside.begins_between(*reading.sentence(start, start)):
        return False
    if reading.role == Role.EMAIL or _OFFICE_MAIL.search(before):
        return True
    around = reading.text[slice(*reading.sentence(start, start, whole=True))]
    return bool(_OFFICE_SPEAKS.search(around)) and not _SAYS_WHOSE.search(before)
