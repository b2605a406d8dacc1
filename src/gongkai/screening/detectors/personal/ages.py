"""Who is a child: by age, day of birth, school, or the word that stands before the name."""

import re

from .numbers import CHILDHOOD
from .reading import Reading
from .vocabulary import CHILDREN, GROWN, KIN

IN_CARE = "(?:事实无人抚养|困境|留守|孤残)儿童"  # children whom an office looks after
CHILD_BEFORE = re.compile(rf"(?<![高初])(?:{CHILDREN})(?:姓名|名叫|为|是|叫)?[:：]?$")
OF_TEACHERS = re.compile("教师|教学能手|班主任|校长")  # the classes of a school are theirs as well
_AGE_BEFORE = re.compile(
    rf"(?:(?P<digits>[0-9]{{1,2}})|(?P<word>[一二两三四五六七八九十]{{1,3}}))周?岁多?(?:大?的)?(?:{KIN}|男孩|女孩|{CHILDREN})?$"
)
_FOUND_CHILD = re.compile("([0-9]{1,2})岁(?:男孩|女孩|儿童|小孩)[，,](?:自称|名字|自己)?叫$")
_AT_SCHOOL_BEFORE = re.compile(
    rf"[上读念](?:小学|幼儿园)[^，,。；;()（）]{{0,10}}(?:{KIN}|{CHILDREN})$|(?:幼儿园|小学)(?:[小中大]班|[一二三四五六]年级)?的$"
    rf"|(?<![高初])[一二三四五六]年级(?:[(（]?[0-9]{{1,2}}[)）]?班)?的$"
)
# “给予张三同学减免”
_PUPIL_BEHIND = re.compile("(?:小?同学|小朋友)(?!们|会|聚)")
# “学生张三家中。这个9岁的孩子……”
_AGE_LATER = re.compile(
    r"[^，。]{0,10}[，。](?:这[个名位]|(?:孩子|该童|女孩|男孩)(?:今年|现年|才|刚满|刚)?)([0-9]{1,2})周?岁"
)
# “张三（监护人李四，电话……）”
_WARD = re.compile(
    r"\s?[(（](?:[小中大托]班[，,])?其?(?:监护人|家长|外婆|外公|奶奶|爷爷|姥姥|姥爷|父亲|母亲|爸爸|妈妈)|，家长[一-龥]{2,4}，(?:联系)?电话"
)
_OF_CHILDREN = re.compile("新生|儿童|幼儿|孩子|接种|入园|学生")
AGE_IN_BRACKET = re.compile(r"\s?[(（][^()（）]{0,10}?([0-9]{1,2})周?岁")
_GROWN_SCHOOL = re.compile(
    r"[，,、(（\s]{0,2}[^，,。；;、)）]{0,16}(?:中专|大专|大学|学院|职业|技工|技师|高中|高校|高[一二三])"
)
_GROWN = re.compile(GROWN + "|青年|毕业生|就业")
_OF_PARENTS = re.compile("[，,][男女][，,](?:母|父)亲")  # “出生医学证明遗失：张三，女，母亲李四”
_GROWN_CLASS_BEFORE = re.compile("(?:高[一二三]|初[一二三]|[七八九]年级)[^，,。；;]{0,8}$")
_CLASSMATE_BEFORE, _PRIMARY = (
    re.compile("同班(?:同学)?$|同桌$"),
    re.compile("(?<![高初])[一二三四五六]年级|小学|幼儿园"),
)
_AGE = re.compile(
    rf"[，,、(（\s]{{0,2}}[男女]?[，,、\s]{{0,2}}(?:身份证号?[码为：:\s]{{0,3}}[0-9Xx \n-]{{15,22}}[，,、\s]{{0,2}})?(?:(?:{KIN})[，,])?(?:现年"
    rf"|今年|年仅|年龄|仅|现|才|系|约|大约|只有|刚满|刚|已满|也是|也|是){{0,2}}[:：\s]{{0,2}}([0-9]{{1,2}})周?岁"
)
_BORN = re.compile(
    r"[，,、(（\s]{0,2}[男女]?[，,、\s]{0,2}((?:19|20)[0-9]{2})(?:年[0-9]{1,2}月(?:[0-9]{1,2}日)?"
    r"|[./-][0-9]{1,2}(?:[./-][0-9]{1,2})?)(?:出生|生)"
)
_PUPIL = re.compile(
    r"[，,、(（\s]{0,2}[男女]?[，,、\s]{0,2}(?:(?:系|为|是|现为)?[^，,。；;、()（）]{0,10}?(?=(?:小学)?[一二三四五六]年级|小学学?生"
    r"|幼儿园[小中大托]班)|系|[^，,。；;、]{0,8}(?:就读|转入|升入|入读|分到)[^，,。；;、年]{0,12})?"
    rf"(?:初[一二](?=[，,、。)）]|学生|$)|(?:均|都|现|正|在|刚|已)?[上读念](?:小学|幼儿园|初[一二])|小朋友|小同学|(?:等?{IN_CARE}|孤儿)"
    r"|小学[一二三四五六]年级|[一二三四五六]年级|幼儿园|小学(?!教|校|老|语|数|英))"
)


def young(reading: Reading, start: int, end: int) -> bool:
    """Say whether the text tells that the person named there is a child."""
    if reading.lists.today and (born := _BORN.match(reading.text, end)):
        return int(reading.lists.today[:4]) - int(born[1]) < CHILDHOOD
    if age := _AGE.match(reading.text, end):
        return int(age[1]) < CHILDHOOD
    if age := _AGE_LATER.match(reading.text, end):
        return int(age[1]) < CHILDHOOD
    before = reading.before(start, 24)
    if age := _FOUND_CHILD.search(before):
        return int(age[1]) < CHILDHOOD
    if age := _AGE_BEFORE.search(before):
        return _in_digits(age) < CHILDHOOD
    if _WARD.match(reading.text, end):
        first, _ = reading.sentence(start, end, reach=120, whole=True)
        return bool(
            _OF_CHILDREN.search(reading.text, first, start) or _PRIMARY.search(reading.text, 0, start)
        )
    if called_pupil(reading, end):
        return True
    if _OF_PARENTS.match(reading.text, end) and "出生" in reading.text[:start]:
        return True
    at_school = _PUPIL.match(reading.text, end) and not (
        at_school_of_grown(reading.text, end) or _GROWN_CLASS_BEFORE.search(before)
    )
    if _CLASSMATE_BEFORE.search(before) and _PRIMARY.search(reading.text, 0, start):
        return True
    return bool(at_school or _AT_SCHOOL_BEFORE.search(before))


def at_school_of_grown(text: str, end: int) -> bool:
    """Say whether right behind a name a school stands at which nobody is a child any more: “，就读县职业中专二年级”."""
    return bool(_GROWN_SCHOOL.match(text, end))


def called_pupil(reading: Reading, end: int) -> bool:
    """Say whether the one named before ``end`` is called a pupil, in a text that is not about students who are grown."""
    return bool(_PUPIL_BEHIND.match(reading.text, end)) and not _GROWN.search(
        reading.text + reading.neighbours
    )


def _in_digits(age: re.Match) -> int:
    """Return an age that is written in digits or in Chinese, up to 99: “七”, “十二”, “三十五”."""
    if age["digits"]:
        return int(age["digits"])
    tens, ten, ones = age["word"].rpartition("十")
    count = {character: number for number, character in enumerate("零一二三四五六七八九")} | {"两": 2}
    return (10 * count.get(tens, 1) if ten else 0) + count.get(ones, 0)
