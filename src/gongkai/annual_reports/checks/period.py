"""Which year the report is on, what it rests on, and what the law wants a government's to tell. Pure."""

import re
from collections.abc import Iterator

from .case import Case
from .cells import FIRST_YEAR_OF_PRESENT_FORM, FIRST_YEAR_OF_TABLES
from .findings import Found, Severity, Side
from .sentences import Sentence, normalised, where_in_prose

_PERIOD = re.compile(
    r"(?P<from_year>\d+)年(?P<from_month>\d{1,2})月(?P<from_day>\d{1,2})日"
    r"[^\d。]{1,6}(?:(?P<to_year>\d+)年)?(?P<to_month>\d{1,2})月(?P<to_day>\d{1,2})日"
)
_TELLS_PERIOD = re.compile(r"统计|数据|期限|时限")


def period_is_the_year(case: Case) -> Iterator[Found]:
    """PER: the report covers 1 January to 31 December of the year in its title."""
    if not case.report.sections:
        return
    year = _year_of_title(case)
    for sentence in case.sentences:
        if sentence.section > 1 or not _TELLS_PERIOD.search(sentence.text):
            continue
        if period := _PERIOD.search(sentence.text):
            yield from _period(period, sentence, year)
            break
    else:
        yield Found(
            place="none",
            severity=Severity.HINT,
            where=where_in_prose(0),
            message="没有读到数据统计期限。请在报告开头写明“自1月1日起至12月31日止”。",
            left=Side("统计期限", "没有"),
        )
    yield from _text_of_another_year(case, year)


def _year_of_title(case: Case) -> int | None:
    named = [int(each) for each in re.findall(r"(?<!\d)20\d\d(?!\d)", normalised(case.report.title))]
    return named[0] if named and case.report.year not in named else case.report.year


def _period(period: re.Match, sentence: Sentence, year: int | None) -> Iterator[Found]:
    printed = period.group()
    years = [each for each in (period["from_year"], period["to_year"]) if each]
    # Too many digits cannot come from a bad scan; too few can.
    broken = [each for each in years if len(each) != 4]
    if broken:
        severity = Severity.ERROR if any(len(each) > 4 for each in broken) else Severity.WARNING
        problem = f"“{broken[0]}年”不是正确的年份"
    elif len(set(years)) > 1:
        severity, problem = Severity.ERROR, f"起止年份{years[0]}、{years[1]}不同，统计期限应为一个公历年"
    elif year is not None and int(years[0]) != year:
        severity, problem = Severity.ERROR, f"统计期限是{years[0]}年，报告标题是{year}年"
    elif [int(period[name]) for name in ("from_month", "from_day", "to_month", "to_day")] != [1, 1, 12, 31]:
        severity, problem = Severity.WARNING, "统计期限应为1月1日至12月31日"
    else:
        return
    yield Found(
        place="period",
        severity=severity,
        where=sentence.where,
        message=f"统计期限写作“{printed}”，{problem}。",
        left=Side("统计期限", printed, quote=sentence.quote),
        right=Side("报告年度", str(year) if year else ""),
    )


# “2021年，我县……”: the year a sentence tells of; “比2021年”, “2020年以来”, “2021年结转” only mention one.
_YEAR_TOLD_OF = re.compile(
    r"^(?:（[一二三四五六七八九十\d]+）|\d+[.、．]|[一二三四五六七八九十][、是])?"
    r"(?:截[至止]到?|在|到|我[县区市镇乡街局办]|全[县区市镇乡])*(20\d\d)年(?:度)?(?!以来|起|至|到|结转|相比|同期|的|版|[-—–~～])"
)


def _text_of_another_year(case: Case, year: int | None) -> Iterator[Found]:
    """Hint when section one never names the year of the report but tells of another: last year's text."""
    section = case.report.section(1)
    if section is None or year is None:
        return
    named = [
        told[1]
        for sentence in case.sentences
        if sentence.section == 1 and (told := _YEAR_TOLD_OF.search(sentence.text))
    ]
    if named and not re.search(rf"(?<!\d){year}年", normalised(section.text)):
        yield Found(
            place="section.1",
            severity=Severity.HINT,
            where=where_in_prose(1),
            message=f"总体情况写的是{named[0]}年，没有提到{year}年。请确认不是沿用了其他年度的文字。",
            left=Side("总体情况所写年份", f"{named[0]}年"),
            right=Side("报告年度", f"{year}年"),
        )


_OLD_FORMAT = re.compile(r"国办公开办函[〔\[［（【]2019[〕\]］）】]60号")
_OLD_REGULATION = re.compile(r"国务院令第?492号")
# What a basis is cited with, and what tells of it as a thing of the past.
_CITES = re.compile(r"根据|依据|依照|按照|按|遵照|遵循|贯彻|落实|执行|要求|规定")
_OF_THE_PAST = re.compile(
    r"不再|停止|废止|失效|代替|取代|修订前|时期|期间|此前|以前|原[来先有《]|旧|曾|试行格式"
)


def legal_basis_is_current(case: Case) -> Iterator[Found]:
    """L1: the preface cites the regulation and the format that are in force."""
    year = case.report.year
    if year is None:
        return
    outdated = (
        (
            FIRST_YEAR_OF_PRESENT_FORM,
            _OLD_FORMAT,
            "“国办公开办函〔2019〕60号”，2021年起的格式依据是国办公开办函〔2021〕30号",
        ),
        (
            FIRST_YEAR_OF_TABLES,
            _OLD_REGULATION,
            "国务院令第492号，现行《条例》是2019年修订公布的国务院令第711号",
        ),
    )
    for since, pattern, said in outdated:
        for sentence in case.sentences:
            if year >= since and sentence.section <= 1 and (match := _cited(pattern, sentence.text)):
                yield Found(
                    place=str(since),
                    severity=Severity.HINT,
                    where=sentence.where,
                    message=f"编制依据引用了{said}。请更新依据。",
                    left=Side("编制依据", match.group(), quote=sentence.quote),
                )
                break


def _cited(pattern: re.Pattern, text: str) -> re.Match | None:
    """Return where ``text`` rests on the document, and does not only tell what became of it."""
    match = pattern.search(text)
    if not match or not _CITES.search(text):
        return None
    clause = (
        re.split(r"[，；。]", text[: match.start()])[-1] + re.split(r"[，；。]", text[match.start() :])[0]
    )
    return None if _OF_THE_PAST.search(clause) else match


_DUTIES_OF_GOVERNMENTS = (
    ("工作考核", re.compile(r"考核")),
    ("社会评议", re.compile(r"评议")),
    ("责任追究", re.compile(r"责任追究|追责|问责|追究[^。]{0,8}责任")),
)


def governments_tell_of_supervision(case: Case) -> Iterator[Found]:
    """L2: a government's report tells of 工作考核、社会评议 and 责任追究 (article 50, item 4)."""
    if not case.body.is_government or case.report.section(1) is None:
        return
    text = normalised(case.report.prose)
    missing = [name for name, pattern in _DUTIES_OF_GOVERNMENTS if not pattern.search(text)]
    if missing:
        yield Found(
            place="supervision",
            severity=Severity.HINT,
            where=f"{where_in_prose(1)}（监督保障）",
            message=f"没有写到{'、'.join(missing)}情况。各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究"
            "结果情况；没有发生的，也请写明。",
            left=Side("没有写到的内容", "、".join(missing)),
        )
