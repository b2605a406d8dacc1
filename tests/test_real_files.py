"""
What people saw in a real portal's pages, against what the import finds by itself.

``SEEN`` names, for each of the 60 items, the traps (data/portal/README.md of the sample, 1–10) that the human note
speaks of. A part of a note is left out when it belongs to none of the ten (a wrong column, an unmasked phone number,
sums that do not add up) or cannot be seen in the sample (the second of two equal items is not in it, the shell text
had been cut away).
"""

import json
from pathlib import Path

import pytest

from gongkai.publications.importing.old_item import OldItem
from gongkai.publications.importing.repeats import Trace, find_repeats
from gongkai.publications.importing.traps import examine

DATA = Path(__file__).parent / "data" / "portal"

SEEN = {
    3: {2},  # 同一文件在第二个栏目重复发布
    4: {10},  # 机构用简称
    5: {10},  # 发布机构与落款机关不同
    6: {1},  # 文号内有空格，用﹝﹞
    7: {3, 10},  # 列表日期与网址差3个月；落款与标题的机关不同
    8: {7, 9, 10},  # 附件挂错；表格粘成一行；发文机关填承办局
    10: {1, 3, 10},  # 文号只在正文；网址日期晚7个月；机构写站名
    11: {1, 10},  # 文号括号混用；成文日期用汉字
    12: {1},  # 文号只在正文；引文号内有空格
    13: {3, 10},  # 网址日期早于页面时间；全角冒号、全角＠
    14: {10},  # 无机构
    17: {8},  # 条目直接是附件
    18: {8},  # 只有一张图
    19: {3, 5},  # 时间00:00占位；标题写“规定”、正文首行写“制度”
    20: {10},  # 机构写“澳前镇”不是全称
    21: {1, 3},  # 文号只在正文；成文72天后发布
    22: {5},  # 标题中间有空格（重复的是下一条）
    23: {2},  # 与上一条同题同文
    24: {4},  # 应急响应次日才上网
    25: {4},  # 发布时已过期
    26: {4},  # 1月31日写4月27日的办理情况
    28: {3},  # 页面时间早于网址日期
    29: {8},  # 正文只有附件名
    30: {9},  # Word样式代码
    31: {8},  # 正文为空
    32: {10},  # 发布者写网站名
    35: {7, 10},  # 附件名带“附件--”；两办联合发文
    36: {3},  # 成文与印发两个日期
    37: {5, 10},  # 题名超长；三机关用空格连写
    38: {10},  # 落款单位与发布机构不同
    39: {4},  # 事后补文
    40: {1, 3, 5, 9},  # 文号填“无”；网址日期晚2天；标题只有“公示”；&nbsp;
    43: {3},  # 页面时间早于网址日期
    44: {10},  # 全角冒号
    46: {10},  # 机构简写
    47: {3, 8},  # 网址日期晚11天；正文只有“详见附件”
    48: {1, 3, 5},  # 文号只在正文；网址日期早于页面时间；标题被截断
    49: {1, 6},  # 文号只在正文；间隔号丢失
    50: {1, 4, 10},  # 文号只在正文；有效期至2020年；效力写在标题里
    51: {1},  # 文号只在正文
    52: {1, 5},  # 文号只在正文；机关名写两遍
    53: {1, 4, 5, 7},  # 文号只在正文；有明确有效期；标题、附件名带空格
    54: {9, 10},  # &nbsp;；发布机构与落款不一致
    55: {3, 5, 10},  # 成文59天后上网；全角连接号；汉字日期
    56: {3},  # 网址日期晚近两个月
    57: {5, 10},  # 标题只有单位名；机构写上级组织
    58: {5},  # 标题缺年份且用“--”
    59: {8},  # 内容是一张图片
    60: {7, 9},  # 附件名带(1)(1)；表格粘连
}


@pytest.fixture(scope="module")
def found():
    """Traps found in each line of the sample, by line number."""
    lines = (DATA / "items.jsonl").read_text(encoding="utf-8").splitlines()
    items = [OldItem.from_json(json.loads(line), line=number) for number, line in enumerate(lines, start=1)]
    repeats = find_repeats(map(Trace.of, items))
    findings = {item.line: examine(item)[1] for item in items}
    for line, repeat in repeats.items():
        findings[line].append(repeat.finding)
    return findings


def test_everything_a_person_noted_is_found(found):
    missed = {line: traps - {finding.trap for finding in found[line]} for line, traps in SEEN.items()}
    assert {line: traps for line, traps in missed.items() if traps} == {}


def test_what_is_found_beyond_the_notes_is_known_and_true(found):
    """Each of these was checked by hand against the item; a rule that begins to cry wolf shows up here."""
    extra: dict[str, list[int]] = {}
    for line, findings in sorted(found.items()):
        for code in sorted({each.code for each in findings if each.trap not in SEEN.get(line, set())}):
            extra.setdefault(code, []).append(line)
    assert extra == {
        "T1-CITED-NUMBER": [36],
        "T10-FULL-WIDTH": [16, 34],
        "T10-ISSUER-FROM-SIGNATURE": [48, 49, 51, 52],
        "T10-NO-AGENCY": [15, 16, 17, 18],
        "T10-SHORT-NAME": [41, 47],
        "T10-SIGNATURE-DIFFERS": [2, 3, 6, 9, 12, 21, 22, 23, 24, 25, 34, 36, 39, 53],
        "T10-SITE-AS-AGENCY": [31, 48, 49, 51, 52],
        "T3-ADDRESS-DATE": [1, 2, 3, 20, 26, 37, 44, 49, 50, 51, 58],
        "T3-PLACEHOLDER-TIME": [20],
        "T5-GENERIC": [17, 18],
        "T5-SPACES": [1, 2, 3, 23],
        "T6-ANGLE-BRACKETS": [1],
        "T7-NAMES": [18, 25, 59],
        "T7-NO-FILE": [17, 18, 25, 29, 40, 43, 44, 46, 47, 57, 59],
        "T8-SEE-ATTACHMENT": [57],
        "T9-GLUED-TABLE": [42],
    }
