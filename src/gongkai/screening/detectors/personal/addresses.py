"""Where somebody lives, when it is written more exactly than the village or the community."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ...enums import Kind
from .headings import Role
from .names import ANY_NAME, HAN, ends_with_name
from .office import is_official
from .reading import Reading, is_masked
from .running_names import running_names
from .spans import Places, Span
from .vocabulary import PERSON

_NUMBER = r"(?:[0-9]{1,5}[A-Za-z甲乙丙]?(?:-[0-9]{1,4}){0,3}|[A-Za-z][0-9]{0,3}|[一二三四五六七八九十百零]{1,4}|东|西|中)"
_UNIT = r"(?:号楼(?![顶下上前后道])|号院|号|栋|幢|座|单元|层|楼|室|户|组|队|弄|巷|排|#楼|#)"
# What a number of a house follows.
_ANCHOR = (
    r"(?:[路街巷道弄里村庄屯寨苑城府园寓厦湾居郡庭阁轩坪岭沟洼坡营店集岗堡塘桥港岛坊组队区院镇乡楼舍屋宅厝]"
    r"|家园|胡同|大院|广场|小区|社区)"
)
_DETAIL = re.compile(
    rf"{_ANCHOR}[东西南北中]?段?(?P<tail>(?:{_NUMBER}\s?{_UNIT}){{1,6}}(?:-?[0-9]{{1,4}}(?:室|户|号)?)?)"
)
_HOUSE = re.compile(r"号|室|户|单元|栋|幢|#")
_WIDER = re.compile(rf"(?:[{HAN}]{{2}}[省市县区州盟旗])+$")
_BEFORE = re.compile(rf"[{HAN}0-9A-Za-z#()（）-]{{0,60}}$")
_UNCLOSED = re.compile(r"[(（](?![^()（）]*[)）])")
# Words before an address; it begins behind the last of them.
_LEAD = re.compile(
    r"原址|(?<=[，,])称|报警称|反映称|原籍|籍贯|(?:房屋?|住房|宅|家中)[(（]|(?<=自家)(?:住宅|宅|房屋)|暂住地址|分[得到]|家庭住址|家庭地址|通[信讯]地址|联系地址|户籍所在地|户籍地址?|户口所在地|所在地"
    r"|居住地址?|详细住址|[现原]有?住房|[现家常暂]住(?!宅)址?|家[中里]?[(（]|住所地|住[址所在于处]|地址"
    r"|租住[在于]?|居住[在于]?|[现原家暂寄]居(?!住)于?|居于|[住座坐]落[在于]?|位于|(?:录|登记|落户)[于至到在]|敲开|推开|配租|分配|选定|认购|站是|[走赶]到|自?住宅|住(?!房|建|院|宅|进)|租赁|承租"
    r"|购买|购置|入住|所购(?:住房|房屋)?[为:：]?|拥有|名下|房屋|房产|即|迁[至入居往]|[搬住][至到入进]了?"
    r"|来到|走进|邮寄[^，。；]{0,4}[至到]|送[到至]了?|[前送寄运]往|送至|[寄送]到|寄至|地点|反映的?|投诉的?|返回|腾退|退还|交还|[从到对]|将(?!军)"
    r"|(?<![联关])系|(?<![路村])[在为是]|[:：]|自家|拆除|交来|我(?:社区|[村镇乡县市区]|辖区)|房号|[他她您你我]家-{1,3}|设[于在]|[去来]了|到达|户籍(?![地所])"
)
# “您家示范县……”, “先去示范镇……”: what stands before a county or a town, and is no part of a longer place.
_TOWN = re.compile(rf"[{HAN}]{{2}}[县镇乡]")
_NOT_OF_PLACE = re.compile("[和去回到说于在住往至从函由家送自赴]|.{2,}(?<![省市区县州盟旗镇乡])")
# Words that say of the address behind them that somebody lives there.
_HOME_LEAD = re.compile(
    r"(?:家庭住址|家庭地址|户籍所在地|户籍地址?|户口所在地|居住地址?|详细住址|[现家常暂]住(?:地址|址)?|寄件人?(?:联系)?地址|[你您](?:的|所留|留下|提供|预留"
    r"|填写)?的?(?:通[信讯]|联系|邮寄|收件)?地址|按?原地址|[现原]有?住房[:：]?|(?:老|旧|祖)[宅屋][:：，,]?|居住至今|其(?:名下)?位于|门牌号?[是为:：]|(?:本人|自己)居住的|(?:租的|住的|租住的)?房子在"
    r"|所购(?:住房|房屋)|家[中里]?[(（]|住址|住[在于处]|住所地?[，,]?即?"
    rf"|(?:其|自家|本人)的?(?:住宅|住房|宅院|宅|房屋|房子|院)[(（]?|租住[在于]?|居住[在于的]?|所住的?|[现原家暂寄]居(?!住)于?|居于|[你我您他她其](?:户"
    rf"|家)(?:的?房屋)?(?:位于|[坐座]落[在于]?|在)"
    rf"|[，,、。；;:：\s()（）男女]住|^住|[{HAN}]住)[为是:：\s在于(（]{{0,3}}$|[他她您你我自]家[-:：(（]{{0,3}}$"
    rf"|[(（](?:[男女][，,]\s?)?[0-9]{{1,3}}岁[，,]\s?$"
)
# Words that say so only of a person's home: somebody is named before it, or as the receiver behind it.
_PERSONAL_LEAD = re.compile(
    r"(?:分[得到]|位于|[住座坐]落[在于]?|寄[至往到]|送达至|送至|腾退|退还|交还|租赁|承租|购买|购置|入住|所购|拥有|名下|迁[至入居往]|[搬住][至到入进]|前往|来到|走进|敲开"
    r"|推开|送到|配租|分配|选定|认购|拆除|第[一二三四五]站[是:：]?|(?:录|登记|落户)[于至到在]|(?:住宅|住房|宅院|房屋|公租房|廉租房)[(（]|邮寄[^，。；]{0,4}[至到]|[上下中]午到|[再又先赶走]到"
    r"|(?<![联关])[系是]|(?<![路村])在)了?(?:的(?:公租房|廉租房|房屋|住房)?)?[:：(（\s]{0,2}$"
)
_AT_HOME = re.compile("家|[现暂居]住(?!所)|[现暂]居|[你您]|[(（]住")
_VISITED = re.compile("[，,]?(?:为[^，,。]{0,8}家庭|看望|慰问|走访)")
_VISIT_LEAD = re.compile("(?:前往|[来走赶]到|走进|敲开|推开|送到|站是?)了?$")
_HOUSEHOLD = re.compile("家人|一家|全家|夫妇|夫妻|老两口|母子|母女|父子|父女|承租")
_ADDRESSEE = re.compile(
    r"\s*[^，,。；;:：]{2,20}(?:[局委办所站院府]|公司|超市|合作社|商店|厂)[:：]"
)  # to which office the text is written
_HIS = re.compile("[你您他她其](?!们|他)")
_RIGHT_BEHIND = 40  # characters between an identity number and the address that follows it
_CLAUSE = re.compile(r"[^，,；;]*$")
_NAME_AND = re.compile(rf"(?:^|[；;。：:、\s])[{HAN}·]{{2,12}}[，,]$")
_DWELLING = re.compile(r"[室户]|单元|[栋幢][0-9]|[组村庄屯寨](?:[0-9]+组)?[0-9]+号$")
# What offices are in, and how they call where letters go.
_OFFICES = re.compile(
    "中心|大楼|大厦|写字楼|办公|政务|管委会|园区|受理|信函|来信|邮编|单位地址|公司地址|法定代表人|注册地址|经营场所"
)
_LEAD_REACH = 24  # characters
# “3号楼1单元502室” says not where, “和谐苑5号楼” not whose.
_NOWHERE = re.compile(
    r".*(?:墓|陵园|穴位|[0-9]排[0-9]+号)|[0-9一二三四五六七八九十]|.*[0-9一二三四五六七八九十](?:号楼|[栋幢座])(?:[0-9一二三四五六七八九十]+(?:单元|层))?$"
)
_COUNTED = re.compile("(?:家庭|农户|群众|居民|对象|共|计|等)[0-9]{1,6}户$")
_DOOR = re.compile(r"[0-9]室?$|[0-9]户$|[0-9][组队][0-9]+号$|[村庄屯寨][0-9]+号$")
_HOUSE_BEHIND = re.compile(r"的?(?:该处|自有|自家|农村)?(?:房|不动产|住|宅|院|土地)")
_HOME_BEHIND = re.compile(r"\s?[(（][^()（）]{0,6}家[)）]|的?家[中里]|的家")
_BUSINESS_BEHIND = re.compile(
    r"的?[^，,。；;]{0,4}(?:停车场|仓库|厂房|门市|接受处理|办理|领取|缴纳|报到|参加|经营|销售|占道|门前|门口|附近|路段|现场|走访|调研|慰问|检查)"
)
_ADDRESSED = re.compile("[您你](?!们)")
_NEARBY = re.compile(r"附近|门前|门口|对面|旁|路段|路口|东侧|西侧|南侧|北侧|周边")
_MAIL_LEAD = re.compile(r"(?:通[信讯]地址|[邮收]件?寄?地址|联系地址|地址|坐落)[为是:：\s在于]{0,3}$")
_OFFICE = re.compile(
    r"[局会院站所厅办处校园店行心](?:通[信讯]|联系)?地址|公司|采购|代理|机构|单位|办公|法定代表|法人|营业|经营|政府|中心|委员会"
    r"|(?:[局厅院所]|(?<![一二三四五六七八九十下])站)(?![一-鿿])|受理|咨询|监督|[向请][^，,。；;]{0,30}反映|反映(?:电话|地址|渠道|[:：])|乘[坐车]|门店|企业|项目|网点|(?<!紧急)联系人"
)
# “示范县民政局，住所地：…” is where an office is.
_OFFICE_LIVES = re.compile(r"[局厅院委办府社司部处站所][，,、；;（(：:\s]{0,3}住所地?[为是:：\s]{0,3}$")
_OFFICE_AROUND = re.compile("办公电话|值班|(?:库点|网点|站点|单位|机构|企业)名称")
_BUSINESS = re.compile(r"被投诉人|公司|超市|商店|饭店|门市|企业|法定代表|合作社|单位|信用代码")
_WHOSE = re.compile(rf"[，。；;]\s?[{HAN}]{{0,4}}(?:{PERSON}){ANY_NAME}")  # “第三站，……室。签约老人张三”
_PERSON = re.compile(rf"(?:{PERSON})[:：\s为是]{{0,2}}{ANY_NAME}|[男女][，,、]")
# Who is nearer to an address than an office named before: “我中心对权利人张三……坐落”.
_HOLDER = re.compile(rf"(?:权利人|户主|房主|业主|所有人|承租人|购房人|申请人|受益人){ANY_NAME}|[我你您]家")
_OWNER_NEXT = re.compile(
    r"[^，。；;]{0,8}[。；;]\s?(?:户主|房主|业主|住户|改造对象|受益人)"
)  # “起火地点：……。户主：张三”
_TO_OFFICE = re.compile("[向在]我?[^，,。；;]{0,8}(?:中心|局|所|办|站)(?:申请|提出|提交|办理|申报|登记)")
# Finds beside which an address is that of a person.
_TELLING = {
    Kind.ID_NUMBER,
    Kind.OLD_ID_NUMBER,
    Kind.MOBILE,
    Kind.BANK_CARD,
    Kind.BIRTH_DATE,
    Kind.LANDLINE,
    Kind.EMAIL,
}
_TOLD = (Role.OTHER, Role.REASON)  # cells that say more than a name or a number
LONGEST = 60


def find(reading: Reading, personal: list[Span]) -> Iterator[Span]:
    """Yield home addresses; ``personal`` is what else was found in the same passage."""
    if reading.role not in (None, Role.HOME, Role.PLACE, *_TOLD):
        return
    telling = Places(span for span in personal if span.kind in _TELLING)
    for start, end in _written(reading):
        if _is_home(reading, start, end, telling):
            yield Span(Kind.ADDRESS, start, end)


def among_persons(reading: Reading) -> Iterator[Span]:
    """Yield the dwellings in a text that holds personal data, but those of a business or an office."""
    for start, end in _written(reading):
        first, _ = reading.sentence(start, end)
        if addressee := _ADDRESSEE.match(reading.text, first, start):
            first = addressee.end()
        if (
            _DOOR.search(reading.text, start, end)
            and not _NOWHERE.match(reading.text, start, end)
            and not is_masked(reading.text[start:end])
            and not _COUNTED.search(reading.text, start, end)
            and not _OFFICES.search(reading.text, max(first, start - _LEAD_REACH), end)
            and not _BUSINESS.search(reading.text, first, start)
            and not _OFFICE.search(reading.text, first, start)
            and not _BUSINESS_BEHIND.match(reading.text, end)
            and not _NEARBY.match(reading.text, end)
        ):
            yield Span(Kind.ADDRESS, start, end)


def _written(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield where addresses with the number of a house stand, whosever they are."""
    done = 0
    for match in _DETAIL.finditer(reading.text):
        if match.start() < done or not _HOUSE.search(match["tail"]) or match["tail"] == "一户":
            continue
        start, done = _begin(reading.text, match.start(), done, reading.lists.places), match.end()
        yield start + (reading.text[start : start + 1] in tuple("(（的")), done


def _begin(text: str, anchor: int, least: int, places: tuple[str, ...]) -> int:
    """
    Return where the address begins whose detailed part follows ``anchor``.

    That is behind the last word that leads to it, or at the first of ``places``, with the county before it.
    """
    stretch = _BEFORE.search(text, max(least, anchor - LONGEST), anchor)
    start = stretch.start() if stretch else anchor
    for bracket in _UNCLOSED.finditer(text, start, anchor):
        start = bracket.end()
    for lead in _LEAD.finditer(text, start, anchor):
        start = lead.end()
    town = _TOWN.search(text, start, anchor)
    if town and _NOT_OF_PLACE.fullmatch(text, start, town.start()):
        start = town.start()
    known = _any_of(places).search(text, start, anchor + 1)
    if not known:
        return start
    wider = _WIDER.search(text, start, known.start())
    return wider.start() if wider else known.start()


@lru_cache(maxsize=4)
def _any_of(places: tuple[str, ...]) -> re.Pattern:
    return re.compile("|".join(map(re.escape, places)) or "(?!)")


def _is_home(reading: Reading, start: int, end: int, telling: Places) -> bool:
    if reading.role == Role.HOME:
        return True
    if reading.role == Role.PLACE:
        return reading.persons
    if reading.role in _TOLD:
        return reading.persons and bool(_HOME_LEAD.search(reading.text[max(0, start - 24) : start]))
    before = reading.before(start, 24)
    if _OFFICE_LIVES.search(before):
        return False
    if _NOWHERE.match(reading.text, start, end) and reading.role is None and not _HOME_LEAD.search(before):
        return False  # “3号楼1单元502室” says not where
    first, last = reading.sentence(start, end, whole=True)
    around = reading.text[first:last]
    if addressee := _ADDRESSEE.match(reading.text, first, start):
        first = addressee.end()
    told = _told_by_its_lead(reading, first, start, before, telling)
    if told is not None:
        return told
    if _DWELLING.search(reading.text, start, end) and _is_somebodys(reading, start, end, before, around):
        return True
    if _OWNER_NEXT.match(reading.text, end):
        return True
    nearer = max((match.end() for match in _HOLDER.finditer(reading.text, first, start)), default=first)
    told = _TO_OFFICE.sub("", reading.text[nearer:start])
    if _OFFICE.search(told) or _BUSINESS.search(told):
        return False
    if _NEARBY.match(reading.text, end):
        return False
    if _is_persons(reading, first, start, end, last, bool(_PERSONAL_LEAD.search(before))):
        return True
    beside = telling.begins_between(first, last)
    if _MAIL_LEAD.search(before):
        person = _PERSON.search(reading.text, first, start)
        return bool(person) or (beside and not _OFFICE_AROUND.search(around))
    if _BUSINESS_BEHIND.match(reading.text, end):
        return False
    in_cell_of_persons = reading.persons and reading.role is None
    return (beside and not _OFFICE.search(around)) or (
        in_cell_of_persons and bool(_DWELLING.search(reading.text, start, end))
    )


def _told_by_its_lead(reading: Reading, first: int, start: int, before: str, telling: Places) -> bool | None:
    """Say whether the words right before an address call it a home; None when they do not say."""
    lead = _HOME_LEAD.search(before)
    if not lead:
        return None
    nearby = max(first, start - _RIGHT_BEHIND)
    if telling.begins_between(nearby, start) and not _BUSINESS.search(reading.text, nearby, start):
        return True  # “身份证号……，住址……”
    # “在……公司上班，家住……”: what stands before a home is another clause.
    clause = _CLAUSE.search(reading.text, first, start)[0]
    is_own_clause = _AT_HOME.search(lead[0]) or _HIS.search(clause)
    if _BUSINESS.search(clause if is_own_clause else reading.text[first:start]):
        return None
    return not (lead[0].startswith("住所") and _of_business_above(reading, first))


def _is_somebodys(reading: Reading, start: int, end: int, before: str, around: str) -> bool:
    """Say whether a dwelling is that of the one named right before it, written to, or visited."""
    if before.endswith(("(", "（")) and ends_with_name(before[:-1]):  # “张三（示范镇大王村12号）”
        return True
    if _NAME_AND.search(before) and ends_with_name(before[:-1]):  # “；张三，示范镇大王村12号”
        return True
    if _MAIL_LEAD.search(before) and _ADDRESSED.search(reading.text, 0, start):
        return True
    of_business = _BUSINESS.search(around) or _BUSINESS_BEHIND.match(reading.text, end)
    return bool(_VISIT_LEAD.search(before)) and not of_business


def _of_business_above(reading: Reading, first: int) -> bool:
    """Say whether a line “住所：…” belongs to a business named in a line above it."""
    passages, begin, _ = reading.around
    above = [passages[at].text[:LONGEST] for at in range(begin, min(reading.number, len(passages)))]
    above += reading.text[max(0, first - 3 * LONGEST) : first].splitlines()
    nearest = next((line for line in reversed(above) if _PERSON.search(line) or _BUSINESS.search(line)), "")
    return bool(_BUSINESS.search(nearest))


def _is_persons(reading: Reading, first: int, start: int, end: int, last: int, by_lead: bool) -> bool:
    """
    Say whether a dwelling is that of somebody named in the sentence between ``first`` and ``last``.

    Without a word that leads to an address a name counts only beside a word for a person.
    """
    text = reading.text
    if _HOME_BEHIND.match(text, end) and not is_masked(text[start:end]):
        return True
    if is_masked(text[start:end]) or _BUSINESS_BEHIND.match(text, end):
        return False
    if not _DWELLING.search(text, start, end) and not _HOUSE_BEHIND.match(text, end):
        return False
    if by_lead and (_ADDRESSED.search(text, first, last) or _PERSON.search(text, 0, start)):
        return True
    if by_lead and (_VISITED.search(text, end, last) or _HOUSEHOLD.search(text, first, start)):
        return True
    if by_lead and any(not is_official(reading, *name) for name in running_names(text, first, last)):
        return True
    return bool(_PERSON.search(text, first, last) or _WHOSE.match(text, end)) and not _OFFICE.search(
        text, end, last
    )
