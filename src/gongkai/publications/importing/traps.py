"""
The ten traps of an old site's data, one rule each time (domain_rules 5.3, 7.4; real examples in tests/data/portal).

A rule looks at one item and yields findings. What is certain is mended (the finding carries the new value, and
the next rule sees it); what is not is left as it came and handed to a person. Nothing is changed in silence.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from difflib import SequenceMatcher

from .elements import (
    DATE,
    DOCUMENT_NUMBER,
    is_office,
    leading_document_number,
    normal_document_number,
    read_date,
)
from .findings import Finding, Severity
from .old_item import OldItem, bare

NOTE, ATTENTION, REFUSED = Severity.NOTE, Severity.ATTENTION, Severity.REFUSED
Findings = Iterator[Finding]

IMAGE_NAME = re.compile(r"\.(?:jpe?g|png|gif|bmp|webp|tiff?)$", re.I)
EXTENSION = re.compile(r"\.[A-Za-z0-9]{2,5}$")
NOTHING = {"无", "暂无", "无文号", "/", "-", "—", "null", "None"}
LATE_DAYS = 30  # about the 20 working days of 《条例》第26条; the exact count needs the calendar of that year


def examine(item: OldItem) -> tuple[OldItem, list[Finding]]:
    """Run every rule over ``item`` in order; return it as mended, and all that was found."""
    found = []
    for rule in RULES:
        for finding in rule(item):
            found.append(finding)
            if finding.value is not None:
                item = item.mended(finding.field, finding.value)
    return item, found


# 9. What the old system left in the text. First, so that the other rules read clean words.

_SPACES = re.compile(r"(?:&nbsp;|&#160;|\xa0)+")
_WORD = re.compile(
    r"<!--\[if.*?endif\]-->|(?:Normal\s+0\s[^/{}]{0,200})?/\*\s*Style Definitions\s*\*/(?:\s*[\w.@,\s]+\{[^}]*\})*",
    re.S,
)
_SHELL = re.compile(
    r"(?:您的?)?当前位置\s*[:：][^。\n]{0,80}?正文|字体\s*[:：]\s*[\[【]?\s*大\s*[\]】]?\s*[\[【]?\s*中\s*[\]】]?\s*[\[【]?\s*小\s*[\]】]?"
    r"|[【\[]\s*(?:打印(?:本页)?|关闭(?:窗口)?|收藏)\s*[】\]]|(?:分享到?\s*[:：]?\s*)?微信\s+(?:新浪)?微博\s+QQ空间"
    r"|扫一扫在手机打开当前页|(?:浏览|阅读)次数\s*[:：]\s*\d*"
)
_HEADINGS = "序号|名称|类别|类型|数量|面积|金额|标准|系数|内容|单位|坐落"
_UNITS = "元|万|亿|亩|吨|公|米|平方|㎡|千|立方|人|户|个|件|年|号|度|分"
_GLUED = re.compile(
    rf"(?:{_HEADINGS})[^。；\n]{{0,40}}备注[^\s，。；：:、,）)】”\"』]"
    rf"|合计\d{{4,}}\.\d|(?<![\d,.，])\d{{4,}}\.\d{{1,2}}(?!\d|{_UNITS})[\u4e00-\u9fff]"
)


def entities_in_body(item: OldItem) -> Findings:
    count = len(_SPACES.findall(item.body))
    if count and not (item.is_html and "&nbsp;&nbsp;" not in item.body):
        # Inside HTML a single &nbsp; is ordinary writing; as plain text, or in rows, it is a leftover.
        yield Finding(
            "T9-ENTITIES",
            NOTE,
            f"正文里残留{count}处空格代码（&nbsp;）。",
            "body",
            _SPACES.sub(" ", item.body).strip(),
            "已换成普通空格。",
        )


def word_styles_in_body(item: OldItem) -> Findings:
    cleaned, count = _WORD.subn(" ", item.body)
    if count:
        yield Finding(
            "T9-WORD-STYLES", NOTE, "正文里残留Word的样式代码。", "body", cleaned.strip(), "已从正文中去掉。"
        )


_SHELL_WORDS = re.compile("当前位置|字体|打印|关闭|收藏|微信|扫一扫|次数")


def page_shell_in_body(item: OldItem) -> Findings:
    if not _SHELL_WORDS.search(item.body):
        return
    cleaned, count = _SHELL.subn(" ", item.body)
    if count:
        yield Finding(
            "T9-PAGE-SHELL",
            NOTE,
            "正文里混入了网页的导航、分享或打印按钮文字。",
            "body",
            cleaned.strip(),
            "已从正文中去掉。",
        )


def glued_table(item: OldItem) -> Findings:
    match = _GLUED.search(item.text) if not item.is_html or "<table" not in item.body else None
    if match:
        start = max(match.start() - 10, 0)
        yield Finding(
            "T9-GLUED-TABLE",
            ATTENTION,
            f"正文里的表格被粘成了一串：“…{item.text[start : match.end() + 20]}…”，各格的数字已分不开。",
            done="照原样导入。请对照原件重新录入表格。",
        )


# 1. The document number.


_PROPER = re.compile(r"\S〔\d{4}〕[1-9]\d*号$")
_SPACE_AFTER = re.compile(r"[\u4e00-\u9fff]{1,14}〔\d{4}〕[1-9]\d*号\s+(?=[）)])")


def document_number_written_oddly(item: OldItem) -> Findings:
    given = item.document_number.strip()
    if not given or given == normal_document_number(given):
        if given != item.document_number:
            yield Finding(
                "T1-NUMBER-FORM", NOTE, "文号前后有多余的空格。", "document_number", given, "已去掉空格。"
            )
    elif given in NOTHING:
        yield Finding(
            "T1-NUMBER-NONE", NOTE, f"文号一栏写的是“{given}”。", "document_number", "", "按没有文号导入。"
        )
    elif normal := normal_document_number(given):
        yield Finding(
            "T1-NUMBER-FORM",
            NOTE,
            f"文号“{given}”的写法不规范（应是六角括号、四位年份、不加“第”和前导零、不带空格）。",
            "document_number",
            normal,
            f"已写成“{normal}”。",
        )
    else:
        yield Finding(
            "T1-NUMBER-UNREADABLE", ATTENTION, f"文号“{given}”不像文号。", done="照原样导入，请核对。"
        )


def document_number_only_in_body(item: OldItem) -> Findings:
    as_written, normal = leading_document_number(item.text)
    if not normal:
        return
    if not item.document_number:
        odd = "" if as_written == normal else f"，原来写作“{as_written}”"
        yield Finding(
            "T1-NUMBER-IN-BODY",
            NOTE,
            f"文号没有填在字段里，只写在正文开头{odd}。",
            "document_number",
            normal,
            f"已填入文号“{normal}”，正文没有改动。",
        )
    elif item.document_number != normal:
        yield Finding(
            "T1-NUMBER-DISAGREES",
            ATTENTION,
            f"文号字段是“{item.document_number}”，正文开头却是“{normal}”。",
            done="按字段导入，请核对。",
        )


_YEAR_IN_BRACKETS = re.compile(r"[〔﹝\[［【（(〈]\s*(?:19|20)\d{2}\s*[〕﹞\]］】）)〉]")


def cited_numbers_written_oddly(item: OldItem) -> Findings:
    if not _YEAR_IN_BRACKETS.search(item.text):
        return
    odd = [
        m[0] for m in DOCUMENT_NUMBER.finditer(item.text) if not re.search(r"[^\s]〔\d{4}〕[1-9]\d*号$", m[0])
    ]
    if odd and not (len(odd) == 1 and item.text.startswith(odd[0])):
        sample = re.sub(r"^.*(?=.{3}[〔﹝\[［【（(〈])", "", odd[0])
        yield Finding(
            "T1-CITED-NUMBER",
            NOTE,
            f"正文引用的文号有{len(odd)}处写法不规范，例如“{sample}”。",
            done="正文是原文，没有改动。",
        )


# 10. Who, in which words; whether it is in force.

_SITE = re.compile(r"^(?:本站|本网站?|.*(?:政府网|信息网|网站|门户|信息公开平台))$")
_SITE_OF_PLACE = re.compile(r"^中国[\u4e00-\u9fff]{2,4}$")  # 中国平潭
_STATE_IN_TITLE = re.compile(r"\s*[（(【\[]\s*(?:已|现已)?(?P<state>废止|失效|部分失效)\s*[】\])）]\s*")
_VALIDITIES = {"废止": "repealed", "失效": "expired", "部分失效": "partly"}


def validity_in_title(item: OldItem) -> Findings:
    match = _STATE_IN_TITLE.search(item.title)
    if match:
        title = (item.title[: match.start()] + item.title[match.end() :]).strip()
        yield Finding(
            "T10-VALIDITY-IN-TITLE",
            NOTE,
            f"效力状态写在标题里（“{match[0].strip()}”）。",
            "title",
            title,
            "已移到“有效性”，标题不再带它。",
        )
        yield Finding(
            "T10-VALIDITY",
            NOTE,
            f"按标题认定效力为“{match['state']}”。",
            "validity",
            f"已{match['state']}",
            "已填入“有效性”。",
        )


def _is_site(name: str) -> bool:
    return bool(_SITE.match(name)) or bool(_SITE_OF_PLACE.match(name) and not is_office(name))


def agency_spelling(item: OldItem) -> Findings:
    name = item.issuing_agency
    pieces = name.split()
    if not name:
        yield Finding("T10-NO-AGENCY", NOTE, "没有写发布机构。", done="归到指定的默认单位。")
    elif _is_site(name):
        yield Finding(
            "T10-SITE-AS-AGENCY",
            ATTENTION,
            f"发布机构写的是网站名“{name}”，不是机关。",
            done="发文机关以正文落款为准；没有落款的归到默认单位。",
        )
    elif len(pieces) > 1 and all(map(is_office, pieces)):
        yield Finding(
            "T10-SEVERAL-AGENCIES",
            NOTE,
            f"{len(pieces)}个机关用空格连写在发布机构里。",
            done=f"归到排在最前的“{pieces[0]}”，发文机关保留全部。",
        )
    elif re.match(r"^(?:中国|中华)", name) and not is_office(name):
        yield Finding(
            "T10-PARENT-AGENCY",
            ATTENTION,
            f"发布机构“{name}”是上级组织的名称，不是本地机关。",
            done="照原样保留，请核对归属单位。",
        )
    elif re.match(r"^(?:本?[区县市]|县)\S*", name) or len(name) <= 4 or re.search(r"[镇乡]$", name):
        yield Finding(
            "T10-SHORT-NAME",
            NOTE,
            f"发布机构“{name}”是简称，不是全称。",
            done="按机构对照表归到单位，发文机关尽量取落款全称。",
        )


def signature_differs(item: OldItem) -> Findings:
    signer, _ = item.signature
    named = item.issuer or item.issuing_agency
    if signer and bare(signer) != bare(named):
        if named and not _is_site(named):
            yield Finding(
                "T10-SIGNATURE-DIFFERS",
                NOTE,
                f"发布机构写“{named}”，正文落款是“{signer}”。",
                "issuer",
                signer,
                "发文机关取正文落款，原来的写法留作信息来源。",
            )
        else:
            yield Finding(
                "T10-ISSUER-FROM-SIGNATURE",
                NOTE,
                "发文机关取自正文落款。",
                "issuer",
                signer,
                f"已填入“{signer}”。",
            )


def index_number_form(item: OldItem) -> Findings:
    given = item.index_number
    if given in NOTHING:
        yield Finding(
            "T10-INDEX-NONE", NOTE, f"索引号一栏写的是“{given}”。", "index_number", "", "发给新的索引号。"
        )
    elif given and not re.fullmatch(r"[0-9A-Za-z]+(?:[-/.][0-9A-Za-z]+)+", given):
        yield Finding(
            "T10-INDEX-FORM",
            ATTENTION,
            f"索引号“{given}”的格式看不出机构、年份和流水号。",
            done="照原样保留，请核对。",
        )


_YEAR_IN_CHARACTERS = re.compile("[〇○◯零Ｏ一二三四五六七八九]年")


def date_in_characters(item: OldItem) -> Findings:
    if not _YEAR_IN_CHARACTERS.search(item.text):
        return
    written = next((m[0] for m in reversed(list(DATE.finditer(item.text))) if m["year_cn"]), None)
    if written:
        yield Finding(
            "T10-DATE-IN-CHARACTERS",
            NOTE,
            f"日期用汉字写作“{written}”。",
            done="已读成数字日期，正文没有改动。",
        )


_FULL_WIDTH = re.compile(r"\d\s*：\s*\d{2}|[０-９＠]")


def full_width_digits(item: OldItem) -> Findings:
    match = _FULL_WIDTH.search(item.body)
    if match:
        yield Finding(
            "T10-FULL-WIDTH",
            NOTE,
            f"正文里的数字、冒号或＠是全角的，例如“{match[0]}”。",
            done="正文是原文，没有改动；检索时按半角对待。",
        )


# 3. Three dates that ought to agree.


def no_publication_date(item: OldItem) -> Findings:
    if item.published_at:
        return
    day = item.url_date or item.signed_on
    if day:
        yield Finding(
            "T3-NO-TIME",
            ATTENTION,
            "没有原发布时间，或写法读不出来。",
            "published_at",
            datetime(day.year, day.month, day.day),
            "按" + ("网址里的日期" if item.url_date else "成文日期") + "排列，请核对。",
        )
    else:
        yield Finding(
            "T3-NO-DATE",
            REFUSED,
            "原发布时间、网址日期、成文日期都没有，无法排列。",
            done="没有导入。请补上发布时间再导入。",
        )


def signed_on_in_body(item: OldItem) -> Findings:
    _, written = item.signature
    if not written and (dates := list(DATE.finditer(item.text))) and dates[-1].end() >= len(item.text) - 1:
        written = read_date(dates[-1])  # a date alone at the very end is a signature too
    if written and not item.signed_on:
        yield Finding(
            "T3-SIGNED-IN-BODY",
            NOTE,
            "成文日期没有填，只写在落款里。",
            "signed_on",
            written,
            f"已填入{written}。",
        )
    elif written and written != item.signed_on:
        yield Finding(
            "T3-SIGNED-DISAGREES",
            ATTENTION,
            f"成文日期填的是{item.signed_on}，落款写的是{written}。",
            done="按字段导入，请核对。",
        )


def printed_on_in_body(item: OldItem) -> Findings:
    if "印发" not in item.text:
        return
    for match in DATE.finditer(item.text):
        printed = read_date(match)
        if item.text[match.end() : match.end() + 2] == "印发" and printed and printed != item.printed_on:
            differs = (
                f"，与成文日期{item.signed_on}不同" if item.signed_on and item.signed_on != printed else ""
            )
            yield Finding(
                "T3-PRINTED",
                NOTE,
                f"版记里有印发日期{printed}{differs}。",
                "printed_on",
                printed,
                "已填入印发日期。",
            )
            return


def address_date_differs(item: OldItem) -> Findings:
    if item.url_date and item.published_at and (days := (item.url_date - item.published_at.date()).days):
        word = "晚" if days > 0 else "早"
        yield Finding(
            "T3-ADDRESS-DATE",
            NOTE,
            f"网址里的日期{item.url_date}比页面时间{word}{abs(days)}天。",
            done="以页面时间为原发布时间。",
        )


def published_long_after_signing(item: OldItem) -> Findings:
    if (
        item.signed_on
        and item.published_at
        and (days := (item.published_at.date() - item.signed_on).days) > LATE_DAYS
    ):
        yield Finding(
            "T3-LATE", NOTE, f"成文{days}天后才发布，超过20个工作日（《条例》第26条）。", done="照原样导入。"
        )


def placeholder_time(item: OldItem) -> Findings:
    if item.published_at and item.published_at.hour == item.published_at.minute == 0:
        yield Finding(
            "T3-PLACEHOLDER-TIME",
            NOTE,
            "页面时间是00:00，是上次迁移时的占位，不是真正的发布时刻。",
            done="只当作日期使用。",
        )


# 4. Time running backwards.

_PERIOD = re.compile(
    r"(?:(?P<year>(?:19|20)\d{2})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日\s*(?:起)?\s*[-－—~～至到]+\s*"
    r"(?:(?P<year2>(?:19|20)\d{2})年)?(?:(?P<month2>\d{1,2})月)?(?P<day2>\d{1,2})日"
)
_VALID_UNTIL = re.compile(r"有效期[^。；]{0,30}?至\s*(?P<until>(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)")
_OUTCOME = re.compile(r"(?:办理情况|办复内容|办理结果)\s*[:：]")
_DECIDED = re.compile(
    r"决定于\s*(?P<month>\d{1,2})月(?P<day>\d{1,2})日[^。]{0,30}?(?P<verb>启动|终止|解除|提升)"
)
_NOTICE_OF_PERIOD = re.compile(r"预警|公示期|公示时间|公告期|征求意见|报名")


def published_before_signing(item: OldItem) -> Findings:
    if item.signed_on and item.published_at and item.published_at.date() < item.signed_on:
        yield Finding(
            "T4-BEFORE-SIGNING",
            ATTENTION,
            f"页面时间{item.published_at:%Y-%m-%d}早于成文日期{item.signed_on}。",
            done="照原样导入，请核对日期。",
        )


def over_before_published(item: OldItem) -> Findings:
    if not item.published_at or not _NOTICE_OF_PERIOD.search(item.title + item.text):
        return
    for match in _PERIOD.finditer(item.text):
        last = _day(
            match["year2"] or match["year"] or item.published_at.year,
            match["month2"] or match["month"],
            match["day2"],
        )
        if last and last < item.published_at.date() and (item.published_at.date() - last).days < 300:
            around = item.text[max(match.start() - 30, 0) : match.end() + 5]
            if _NOTICE_OF_PERIOD.search(around):
                yield Finding(
                    "T4-OVER-BEFORE-PUBLISHED",
                    ATTENTION,
                    f"正文写的期限“{match[0]}”在发布（{item.published_at:%Y-%m-%d}）之前就已届满。",
                )
                return


def outcome_after_publication(item: OldItem) -> Findings:
    """An answer cannot tell of what was done after the page was put up."""
    label = _OUTCOME.search(item.text)
    if not label or not item.published_at:
        return
    for month, day in re.findall(r"(?<!\d年)(\d{1,2})月(\d{1,2})日", item.text[label.end() :]):
        done = _day(item.published_at.year, month, day)
        if done and done > item.published_at.date() + timedelta(days=1):
            yield Finding(
                "T4-OUTCOME-LATER",
                ATTENTION,
                f"页面时间是{item.published_at:%Y-%m-%d}，正文却写了{month}月{day}日的办理情况。",
                done="照原样导入，请核对日期。",
            )
            return


def decided_earlier(item: OldItem) -> Findings:
    match = _DECIDED.search(item.text)
    if match and item.published_at:
        day = _day(item.published_at.year, match["month"], match["day"])
        if day and day < item.published_at.date():
            yield Finding(
                "T4-ALREADY-DONE",
                NOTE,
                f"正文决定{match['month']}月{match['day']}日{match['verb']}，{item.published_at:%Y-%m-%d}才发布。",
            )


def valid_until_in_body(item: OldItem) -> Findings:
    match = _VALID_UNTIL.search(item.text)
    until = read_date(DATE.match(match["until"])) if match else None
    if until and not item.valid_until:
        yield Finding(
            "T4-VALID-UNTIL", NOTE, f"正文写明有效期至{until}。", "valid_until", until, "已填入“有效期至”。"
        )


def _day(year, month, day) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except (TypeError, ValueError):
        return None


# 6. Characters lost from titles. Before the rules that compare titles.

_LOST_DOT = re.compile(r"(?<=[0-9\u4e00-\u9fff])[？?](?=[0-9\u4e00-\u9fff])")
_ANGLE = re.compile(r"[<＜]([^<>＜＞]{2,})[>＞]")


def lost_separation_dot(item: OldItem) -> Findings:
    if not _LOST_DOT.search(item.title):
        return
    mended = _LOST_DOT.sub("·", item.title)
    pieces = re.findall(r"[0-9\u4e00-\u9fff]{1,3}·[0-9\u4e00-\u9fff]{1,3}", mended)
    if pieces and all(piece in re.sub("[•‧・.．]", "·", item.text) for piece in pieces):
        yield Finding(
            "T6-LOST-DOT",
            NOTE,
            f"标题“{item.title}”里的间隔号变成了问号。",
            "title",
            mended,
            "已按正文改回间隔号。",
        )
    else:
        yield Finding(
            "T6-LOST-DOT",
            ATTENTION,
            f"标题“{item.title}”里有问号，可能是丢失的间隔号。",
            done="照原样导入，请核对。",
        )


def angle_brackets_in_title(item: OldItem) -> Findings:
    if _ANGLE.search(item.title):
        yield Finding(
            "T6-ANGLE-BRACKETS",
            NOTE,
            "标题里的尖括号会被网页当成代码，原列表页上括号里的字已经不见。",
            "title",
            _ANGLE.sub(r"〈\1〉", item.title),
            "已改成单书名号〈〉。",
        )


# 5. Titles.

_ENDINGS = "通知|决定|通告|公告|公示|批复|意见|办法|函|方案|规定|细则|报告|通报|规划|计划|建议|解读|制度"
_GENERIC = re.compile(
    r"^(?:公示|公告|通告|通知|公开|附件|情况|说明|信息|名单|结果|表|图|申请表格|流程图|批复|决定)$"
)
_MONTHS = re.compile(r"\d{1,2}\s*[-－—~～至]*\s*\d{0,2}月份?|[一二三四]季度|[上下]半年|年度")
_YEAR_NAMED = re.compile(r"(?:19|20)\d{2}|[〇○零一二]{1}[〇○零九]{1}[〇○零一二三四五六七八九]{2}年")


def spaces_in_title(item: OldItem) -> Findings:
    title = _without_stray_spaces(item.title)
    if title != item.title:
        yield Finding("T5-SPACES", NOTE, f"标题里有多余的空格：“{item.title}”。", "title", title, "已去掉。")


def _without_stray_spaces(title: str) -> str:
    """Drop spaces next to Chinese characters, except between the names of offices that issue together."""
    pieces = title.split()
    if not pieces:
        return ""
    joined = pieces[0]
    for left, right in zip(pieces, pieces[1:], strict=False):
        both_latin = joined[-1].isascii() and right[0].isascii()
        both_offices = is_office(left) and is_office(right.partition("关于")[0])
        joined += (" " if both_latin or both_offices else "") + right
    return joined


def agency_twice_in_title(item: OldItem) -> Findings:
    match = re.match(r"^(?P<name>.{3,40}?)(?:关于)?(?P=name)", item.title)
    if match and is_office(match["name"]):
        title = match["name"] + item.title[match.end() :]
        yield Finding(
            "T5-AGENCY-TWICE",
            NOTE,
            f"标题里机关名写了两遍：“{item.title}”。",
            "title",
            title,
            f"已改为“{title}”。",
        )


_ENDED = re.compile(rf"(?:{_ENDINGS})(?:（[^）]*）)?$")
_GOES_ON = re.compile(rf"[^。：:；\s]{{1,60}}?(?:{_ENDINGS})")


def truncated_title(item: OldItem) -> Findings:
    title = item.title
    if len(title) < 6 or _ENDED.search(title):
        return
    place = item.text.find(title, 0, 400)
    rest = _GOES_ON.match(item.text, place + len(title)) if place >= 0 else None
    if rest:
        full = title + rest[0]
        yield Finding(
            "T5-TRUNCATED",
            ATTENTION,
            f"标题“{title}”被截断，正文首行是“{full}”。",
            "title",
            full,
            "已按正文首行补全，请核对。",
        )


def nothing_but_a_word(item: OldItem) -> Findings:
    if not item.title.strip():
        first = re.split(r"[。\s]", item.text)[0][:60]
        if first:
            yield Finding(
                "T5-NO-TITLE", ATTENTION, "没有标题。", "title", first, "暂用正文第一句作标题，请核对。"
            )
        else:
            yield Finding("T5-NO-TITLE", REFUSED, "没有标题，也没有正文。", done="没有导入。")
    elif _GENERIC.match(item.title):
        proposal = f"可以参考附件名“{item.attachments[0]}”。" if item.attachments else ""
        yield Finding(
            "T5-GENERIC",
            ATTENTION,
            f"标题只有“{item.title}”，看不出内容。",
            done=f"照原样导入，请补全标题。{proposal}",
        )


def nothing_but_an_office(item: OldItem) -> Findings:
    if is_office(item.title) and not re.search(r"关于|的|情况|名单", item.title):
        longer = next(
            (EXTENSION.sub("", name) for name in item.attachments if name.startswith(item.title)), ""
        )
        proposal = f"可以改为附件名“{longer}”。" if longer and longer != item.title else ""
        yield Finding(
            "T5-ONLY-AGENCY",
            ATTENTION,
            f"标题只有单位名“{item.title}”。",
            done=f"照原样导入，请补全标题。{proposal}",
        )


def title_without_year(item: OldItem) -> Findings:
    if _MONTHS.search(item.title) and not _YEAR_NAMED.search(item.title):
        yield Finding(
            "T5-NO-YEAR",
            ATTENTION,
            f"标题“{item.title}”讲某月、某季或年度，却没有年份。",
            done="照原样导入，请补上年份。",
        )


def odd_dash_in_title(item: OldItem) -> Findings:
    if re.search(r"--|－", item.title):
        yield Finding("T5-DASH", NOTE, f"标题“{item.title}”里的连接号写法不规范。")


def title_differs_from_heading(item: OldItem) -> Findings:
    head = item.text.removeprefix(leading_document_number(item.text)[0]).split(" ")[0]
    title, heading = bare(item.title), bare(head)
    if (
        len(heading) <= len(title) + 4
        and title not in bare(item.text[:300])
        and re.search(rf"(?:{_ENDINGS})$", heading)
        and SequenceMatcher(None, title, heading).ratio() >= 0.75
    ):
        yield Finding(
            "T5-DIFFERS",
            ATTENTION,
            f"标题是“{item.title}”，正文首行却是“{head}”。",
            done="照原样导入，请核对。",
        )


def long_title(item: OldItem) -> Findings:
    if len(item.title) > 300:
        yield Finding(
            "T5-TOO-LONG",
            ATTENTION,
            f"标题长{len(item.title)}个字，超过300个字。",
            "title",
            item.title[:300],
            "已截到300个字，请改写。",
        )
    elif len(item.title) > 80:
        yield Finding("T5-LONG", NOTE, f"标题长{len(item.title)}个字，列表里会被截短。")


# 7. Attachments.

_COPY_MARK = re.compile(r"(?:[(（]\d{1,2}[)）])+(?=\.[A-Za-z0-9]{2,5}$)")
_SYSTEM_NAME = re.compile(r"^[WP]0\d{15,}\.[A-Za-z]+$")
_OWN_DOCUMENT = re.compile(r"(?:关于|印发).{4,}(?:通知|决定|通告|公告|批复|意见|办法|函|方案|规定)")
_COMMON = re.compile(r"关于印发|关于|印发|通知|决定|办法|方案|的|[（(][^（()）]*[)）]")


def foreign_attachment(item: OldItem) -> Findings:
    """A file that names another document (a forestry rule under a land-price notice)."""
    for name in item.attachments:
        core = EXTENSION.sub("", name)
        if not _OWN_DOCUMENT.search(core) or bare(core) in bare(item.title + item.text):
            continue
        shared = item.title_issuer or item.issuing_agency
        ours = _pairs(bare(_COMMON.sub("", item.title.replace(shared, "") + item.text)))
        theirs = _pairs(
            bare(_COMMON.sub("", re.sub(r"^.{2,30}?(?=关于|印发)", "", core).replace(shared, "")))
        )
        if theirs and len(theirs & ours) / len(theirs) < 0.6:
            yield Finding(
                "T7-FOREIGN",
                ATTENTION,
                f"附件“{name}”的名称与标题、正文都对不上，可能挂错了。",
                done="附件名记在这里，请核对后重新上传。",
            )


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


def attachment_names(item: OldItem) -> Findings:
    mended, said = [], []
    for name in item.attachments:
        new = _COPY_MARK.sub("", name.strip())
        if new != name.strip():
            said.append(f"“{name}”带着重复下载的记号")
        prefixed = re.sub(r"^附件\s*[-－—]+\s*", "", new)
        if prefixed != new:
            said.append(f"“{name}”带着“附件--”前缀")
        new = _without_stray_spaces(prefixed)
        if new != prefixed:
            said.append(f"“{name}”里有多余的空格")
        if _SYSTEM_NAME.match(new):
            said.append(f"“{name}”是旧系统的编号，不是名称")
        mended.append(new or name)
    if said:
        changed = tuple(mended) != item.attachments
        yield Finding(
            "T7-NAMES", NOTE, "附件名：" + "；".join(said) + "。", "attachments" if changed else "", tuple(mended) if changed else None,
            "已整理附件名。" if changed else "照原样保留，请改成看得懂的名称。",
        )  # fmt: skip


def attachments_without_files(item: OldItem) -> Findings:
    missing = len(item.attachments) - len(item.files)
    if missing > 0:
        yield Finding(
            "T7-NO-FILE",
            ATTENTION,
            f"附件文件没有随数据提供：{'、'.join(item.attachments)}。",
            done="附件没有导入，名称记在这里，不写进正文。请补传文件。",
        )


# 8. Nothing, or nearly nothing, to read.

_SEE = re.compile(r"[（(]?(?:具体)?(?:内容)?(?:详见|见|请见|参见)附件[^。]{0,20}[）)]?[。.]?$")


def empty_body(item: OldItem) -> Findings:
    has_text = bool(item.text) or "<img" in item.body.lower()
    if has_text:
        return
    is_file = not item.url.lower().endswith((".htm", ".html", ".shtml", "/")) and EXTENSION.search(item.url)
    what = "条目本身就是一个文件，没有网页正文" if is_file else "正文为空"
    code = (
        "T8-IS-A-FILE"
        if is_file
        else "T8-ONLY-IMAGE"
        if any(map(IMAGE_NAME.search, item.attachments))
        else "T8-EMPTY"
    )
    if code == "T8-ONLY-IMAGE":
        what = "正文只有一张图，没有文字和替代文字"
    if item.files:
        yield Finding(code, ATTENTION, f"{what}。", done="只导入附件，请补写正文。")
    else:
        yield Finding(
            code,
            REFUSED,
            f"{what}，文件也没有随数据提供，没有可以公开的内容。",
            done="没有导入。请补上正文或文件后再次导入。",
        )


def hardly_any_text(item: OldItem) -> Findings:
    text = item.text
    if not text or len(text) > 300:
        return
    names = {bare(EXTENSION.sub("", name)) for name in item.attachments} | {bare(item.title)}
    if (len(text) < 120 and _SEE.search(text)) or bare(EXTENSION.sub("", text)) in names:
        yield Finding(
            "T8-SEE-ATTACHMENT",
            ATTENTION,
            "正文只有“详见附件”、附件名或标题，没有内容。",
            done="照原样导入，请补写正文。",
        )
    elif len(text) < 150 and item.attachments and all(map(IMAGE_NAME.search, item.attachments)):
        yield Finding(
            "T8-ONLY-IMAGE",
            ATTENTION,
            "内容是一张图片，文字只有零星说明，没有替代文字。",
            done="照原样导入，请补写文字说明。",
        )


RULES = (
    entities_in_body,
    word_styles_in_body,
    page_shell_in_body,
    glued_table,
    document_number_written_oddly,
    document_number_only_in_body,
    cited_numbers_written_oddly,
    validity_in_title,
    lost_separation_dot,
    angle_brackets_in_title,
    spaces_in_title,
    agency_twice_in_title,
    truncated_title,
    nothing_but_a_word,
    nothing_but_an_office,
    title_without_year,
    odd_dash_in_title,
    title_differs_from_heading,
    long_title,
    agency_spelling,
    signed_on_in_body,
    signature_differs,
    index_number_form,
    date_in_characters,
    full_width_digits,
    printed_on_in_body,
    no_publication_date,
    address_date_differs,
    published_long_after_signing,
    placeholder_time,
    published_before_signing,
    over_before_published,
    outcome_after_publication,
    decided_earlier,
    valid_until_in_body,
    foreign_attachment,
    attachment_names,
    attachments_without_files,
    empty_body,
    hardly_any_text,
)
