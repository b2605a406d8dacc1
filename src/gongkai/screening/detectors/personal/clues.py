"""
Clues to whose something is: what the words around it tell, as far as the rules know words.

Each is a short mark that ``surroundings`` weighs together with all else that stands there. Pure.
"""

import re
from collections.abc import Iterator

from .ages import CHILD_BEFORE, at_school_of_grown, young
from .labels import named_by
from .likelihood import over_words
from .logistic import pairs, plain
from .names import HAN
from .numbers import CHILDHOOD
from .office import is_official, says_office
from .people import kin_behind
from .reading import Reading
from .vocabulary import CHILDREN, GROWN, KIN, OFFICIAL, PERSON, in_text

_CALLED = r"(?:[(（][^()（）]{1,8}[)）])?(?:姓名|名叫|叫|为|是)?[:：\s]?$"
_KIN_BEFORE = re.compile(
    rf"(?:{KIN}){_CALLED}|[其你您我他她之携](?:大|小|二|三|亡|先)?[妻夫子女父母兄弟姐妹嫂婶叔舅爸妈哥爷奶娘姑姨侄孙](?:亲|子|儿|女|媳|婿)?{_CALLED}"
)
_CHILD_BEFORE, _PERSON_BEFORE = (
    re.compile(rf"(?:{CHILDREN}){_CALLED}"),
    re.compile(rf"(?:{PERSON}){_CALLED}"),
)
_IN_SENTENCE = {
    "kin": re.compile(in_text(KIN)),
    "person": re.compile(in_text(PERSON)),
    "child": re.compile(CHILDREN),
    "official": re.compile(OFFICIAL),
}
_BEHIND = {"kin": _IN_SENTENCE["kin"], "official": _IN_SENTENCE["official"]}
# What a text is about says of whom it speaks: the teachers of a school are praised, its pupils helped.
_TOPICS = {
    "praise": re.compile("优秀|先进|模范|标兵|表彰|表扬|授予|最美|好人|能手|骨干"),
    "authors": re.compile("作者|论文|课题|主持人|参与人|责任编辑|通讯员|记者|供稿"),
    "duty": re.compile("值班|带班|轮值|排班|值守|交接班|随车|出车"),
    "meeting": re.compile("会议|出席|列席|参会|主持|记录人|议题|纪要"),
    "team": re.compile("领导小组|工作组|专班|成员|组长|分工|责任人|委员"),
    "visit": re.compile("入户|走访|家访|慰问|看望|探访"),
    "pupils": re.compile("幼儿园|小学|[一二三四五六]年级|[大中小]班|小朋友|幼儿"),
    "older pupils": re.compile("中学|初[一二三中]|高[一二三中]|[七八九]年级|学院|大学"),
    "teachers": re.compile("教师|老师|班主任|校长|园长"),
    "hiring": re.compile("招聘|聘用|录用|录取|应聘|面试|考生|考察"),
    "help": re.compile("救助|低保|补贴|补助|津贴|帮扶|特困|资助|发放"),
    "punishing": re.compile("处罚|违法|当事人|违反|查处|罚款|嫌疑"),
    "letters": re.compile("来信|来访|来电|信访|投诉|反映|诉求|答复"),
    "dead": re.compile("去世|逝者|死者|遗体|病故|丧葬|火化|墓"),
    "contest": re.compile("比赛|名次|等奖|第[一二三]名|冠军|决赛|选手"),
    "health": re.compile("患者|住院|诊断|病历|医师|护士|主任医师|门诊"),
    "firm": re.compile("公司|合同|中标|项目经理|法定代表人|供应商"),
}
_TITLE, _TOPIC_REACH = 40, 60  # characters
_AGE = re.compile("([0-9]{1,2})岁")
SCHOOL, _GROWN = (
    re.compile("小学|幼儿园|[一二三四五六]年级"),
    re.compile(f"{GROWN}|中学|[七八九初高][一二三]?年级"),
)
_BRACKET_LAST = re.compile("[(（][^()（）]{1,10}[)）]$")
MARKS_LAST = re.compile(r"[：:，,、\s(（]+$")
_WORD_LAST = re.compile(f"[{HAN}]{{2,7}}$")
_WORD_FIRST = re.compile(rf"[\s(（，,]{{0,2}}([{HAN}]{{2,8}}?)(?=[，,。；;、)）\s：:]|$)")
_SURE_OF_PART, _SURE_OF_WORD, _SURE_BEHIND = 4, 5, 3  # into how many steps the likeliness is cut
_LIKELIER = (6.0, 11.0, 16.0, 22.0)  # where one step ends and the next begins; of rare names it is over 20
_NEAR, _FAR, _BEHIND_NEAR = 16, 40, 20  # characters looked at

# What a car, an account or a mail box is called, and how it is written down: whose it is stands before that.
_CALLED_SO = re.compile(
    "(?:[（(，,:：、为是系的 0-9]|车牌|号牌|车号|牌号|牌照|号码|[账帐][户号]|卡号|户名|银行|收款|电子|邮箱|邮件|信箱|地址|联系|电话|座机|固话|办公)+$"
)
_CALLED_LONGEST, _OWNER_LONGEST = 40, 10  # characters
_OWN = re.compile(
    "私家|自家|自有|家用|名下|车主|本人|当事人|[我其他她您你]的|其[驾所]|自己|个人|家里|家中|承租|村民|居民|租|买"
)
_BODYS = re.compile(
    "[局院园校站所厅委办社队馆部厂店]|中心|公务|单位|公司|政府|公车|派|随车|出动|带车|接送|巡|执勤|统一|调度"
)


def of_name(reading: Reading, title: str, start: int, end: int, first: int, last: int) -> Iterator[str]:
    """Yield what tells whom a name names; between ``first`` and ``last`` stand those in company with it."""
    text = reading.text
    yield f"official {is_official(reading, start, end)}"
    yield f"likelier {_step(over_words(text, start, end))}"
    yield from _role_before(text, first)
    yield f"office behind:{says_office(text[last : last + 24])}"
    if word := _WORD_FIRST.match(text, last, last + 14):
        sort, share = named_by(word[1])
        yield f"behind {sort.value}{int(share * _SURE_BEHIND)}"
    near, company = text[max(0, start - _NEAR) : start], text[max(0, first - _NEAR) : first]
    for mark, told in (
        ("kin before", _KIN_BEFORE.search(near)),
        ("kin before all", _KIN_BEFORE.search(company)),
        ("kin behind", kin_behind(text, end)),
        ("child before", _CHILD_BEFORE.search(company)),
        ("child", CHILD_BEFORE.search(company)),
        ("person before", _PERSON_BEFORE.search(company)),
        ("young", young(reading, start, end)),
        ("at school of grown", at_school_of_grown(text, end)),
        ("young all", young(reading, start, last)),
    ):
        if told:
            yield mark
    sentence, behind = text[_clause(text, first, _FAR) : first], text[last : last + _BEHIND_NEAR]
    yield from (f"{mark} in sentence" for mark, words in _IN_SENTENCE.items() if words.search(sentence))
    yield from (f"{mark} further behind" for mark, words in _BEHIND.items() if words.search(behind))
    if age := _AGE.search(behind):
        yield "age of child" if int(age[1]) < CHILDHOOD else "age of grown"
    topical = text[max(0, first - _TOPIC_REACH) : first] + text[last : last + _TOPIC_REACH]
    for topic, words in _TOPICS.items():
        if words.search(topical):
            yield f"near {topic}"
        if words.search(title[:_TITLE]):
            yield f"title {topic}"
    around = text[max(0, first - _FAR) : last + _FAR]
    if SCHOOL.search(around):
        yield "school"
    if _GROWN.search(around):
        yield "school of grown"


def of_thing(text: str, start: int, end: int) -> Iterator[str]:
    """Yield what tells whether a car, an account, a mail box, a telephone or an illness is that of a body or somebody."""
    first = _clause(text, start, _CALLED_LONGEST)
    before, behind = plain(text[first:start]), plain(text[end : end + _BEHIND_NEAR])
    owner = _CALLED_SO.sub("", before)[-_OWNER_LONGEST:]
    yield from (f"owner {owner[-size:]}" for size in range(1, 6) if size <= len(owner))
    yield from (f"in owner {pair}" for pair in pairs(owner))
    own, bodys = list(_OWN.finditer(before)), list(_BODYS.finditer(before))
    yield f"own {bool(own)}, body's {bool(bodys)}"
    if own and bodys:
        yield "own last" if own[-1].start() > bodys[-1].start() else "body's last"
    yield from (f"own {match[0]}" for match in own[-2:])
    yield from (f"body's {match[0]}" for match in bodys[-2:])
    if _OWN.search(behind):
        yield "own behind"
    if _BODYS.search(behind):
        yield "body's behind"


def _step(likelier: float) -> int:
    """Return ``likelier`` in few steps."""
    return sum(likelier > edge for edge in _LIKELIER)


def _role_before(text: str, first: int) -> Iterator[str]:
    """Yield what the word right before ``first`` names, by its last characters: “队长”, “中队长”, “救援中队长”."""
    before = _BRACKET_LAST.sub("", MARKS_LAST.sub("", text[max(0, first - 14) : first]))
    word = _WORD_LAST.search(before)
    if not word:
        yield "no word before"
        return
    told = [named_by(word[0][-size:]) for size in range(2, len(word[0]) + 1)]
    yield from (
        f"{size} before {sort.value}{int(share * _SURE_OF_PART)}"
        for size, (sort, share) in enumerate(told[:3], start=2)
    )
    sort, share = max(told, key=lambda each: each[1])
    yield f"before {sort.value}{int(share * _SURE_OF_WORD)}"


def _clause(text: str, at: int, reach: int) -> int:
    """Return where the sentence begins that goes on at ``at``, at most ``reach`` characters before it."""
    return max(max(0, at - reach), *(text.rfind(stop, max(0, at - reach), at) + 1 for stop in "。；\n！？"))
