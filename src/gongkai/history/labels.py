"""
What each verb is called when people read it: one table, because a verb without words is a riddle in an audit.

Another room adds its verbs here, in the commit that first records them; a test reads the source for verbs that
are missing.
"""

from collections.abc import Mapping

from gongkai.accounts.enums import AccountEvent
from gongkai.agencies.enums import AgencyEvent

LABELS: dict[str, str] = {
    **dict(AccountEvent.choices),
    **dict(AgencyEvent.choices),
    "annual.accepted": "审定年报",
    "annual.adjusted": "调整年报汇总",
    "annual.adjustment_removed": "去掉年报汇总调整",
    "annual.corrected": "更正已发布的年报",
    "annual.imported": "从文件导入年报数据",
    "annual.joined": "把下级的年报汇总列入本级汇总",
    "annual.judged": "对年报检查结果下结论",
    "annual.judgement_taken_back": "撤回对年报检查结果的结论",
    "annual.last_year_taken": "读入上年年报",
    "annual.made": "生成年报发布稿",
    "annual.opened": "启动年报编制",
    "annual.returned": "退回年报",
    "annual.submitted": "报送年报",
    "annual.withdrawn": "撤回年报",
    "calendar.year_arranged": "录入年度放假安排",
    "calendar.day_set": "修改工作日历",
    "chain.changed": "修改审核流程",
    "chain.created": "新建审核流程",
    "chain.made_default": "设为默认审核流程",
    "county.opened": "建立县",
    "demo.built": "建立演示数据",
    "item.approved": "审核通过",
    "item.discarded": "弃稿",
    "item.imported": "从旧网站导入",
    "item.original_read": "下载附件原件",
    "item.pinned": "置顶",
    "item.unpinned": "取消置顶",
    "item.published": "发布",
    "item.released_early": "先发后审",
    "item.restored": "恢复草稿",
    "item.returned": "审核退回",
    "item.review_completed_late": "补办完审核",
    "item.revision_dropped": "放弃修订",
    "item.revision_started": "开始修订",
    "item.started": "起草",
    "item.submitted": "送审",
    "item.taken_down": "撤下",
    "item.withdrawn": "撤回送审",
    "review.decided": "作出审核决定",
    "review.opened": "开始审核",
    "review.request_settled": "答复修改要求",
    "review.secrecy_checked": "保密审查",
    "review.released_early": "批准先发后审",
    "review.voided": "审核作废",
    "review.withdrawn": "撤回审核",
    "screening.assessed": "作出个人信息保护影响评估",
    "screening.file_taken_on": "旧文件按原样公开",
    "screening.key_made": "建立接口密钥",
    "screening.key_revoked": "停用接口密钥",
    "screening.kept_confirmed": "确认保留的筛查发现",
    "screening.leader_added": "增加领导",
    "screening.leader_changed": "修改领导的姓名或职务",
    "screening.leader_moved": "调整领导顺序",
    "screening.leader_removed": "移除领导",
    "screening.look_back_finished": "回头看完成",
    "screening.look_back_started": "开始回头看",
    "screening.settled": "办结回头看的发现",
    "screening.word_added": "增加词语",
    "screening.word_changed": "修改词语",
    "screening.word_switched_off": "停用词语",
    "screening.word_switched_on": "启用词语",
    "section.archived": "归档栏目",
    "section.changed": "修改栏目",
    "section.owner_added": "增加栏目主管单位",
    "section.owner_removed": "减少栏目主管单位",
    "section.created": "新建栏目",
    "section.items_moved": "移动栏目中的信息",
    "section.moved": "移动栏目",
    "section.renamed": "栏目改名",
    "section.reopened": "恢复栏目",
    "section.reordered": "调整栏目顺序",
    "topic.changed": "修改专题",
    "topic.item_moved": "调整专题内信息",
    "topic.item_removed": "信息移出专题",
    "topic.closed": "专题下线",
    "topic.created": "新建专题",
    "topic.item_added": "信息加入专题",
    "topic.reopened": "恢复专题",
    "topic.reordered": "调整专题顺序",
}

# What the parts of an event's data are called on the page of one event and under a timeline.
DATA_LABELS: dict[str, str] = {
    **dict(AccountEvent.choices),
    **dict(AgencyEvent.choices),
    "reason": "理由",
    "opinion": "意见",
    "note": "说明",
    "source": "依据",
    "year": "年份",
    "added": "新增",
    "removed": "取消",
    "changed": "改动",
    "before": "原为",
    "after": "改为",
    "day": "日期",
    "level": "级次",
    "decision": "决定",
    "version": "版本",
    "number": "版本号",
    "hash": "指纹",
    "content_hash": "内容指纹",
    "section": "栏目",
    "role": "角色",
    "agency": "单位",
    "name": "名称",
    "title": "标题",
    "index_number": "索引号",
    "ip": "网络地址",
    "fields": "改动的项目",
    "changes": "改动",
    "file": "文件",
    "count": "数量",
    "kind": "种类",
    "kinds": "种类",
    "text": "词语",
    "instead": "建议改为",
    "unless": "不算的情形",
    "is_active": "启用",
    "titles": "职务",
    "position": "排在第几",
    "found": "有发现的条数",
    "offices": "单位数",
    "cells": "数据",
    "cell": "单元格",
    "amount": "调整数",
    "finding": "检查结果",
    "verdict": "结论",
    "place": "更正的地方",
    "was": "原来是",
    "corrected": "更正为",
    "text_hash": "文字指纹",
}
# Shown in a timeline below the act itself: what a person wrote to explain it.
SPOKEN = ("reason", "opinion", "note")

SUBJECT_TYPES: dict[str, str] = {
    "publications.item": "信息",
    "publications.version": "信息版本",
    "review.review": "审核",
    "review.chain": "审核流程",
    "annual_reports.season": "年报编制",
    "annual_reports.filing": "年报",
    "sections.section": "栏目",
    "sections.topic": "专题",
    "agencies.county": "县",
    "agencies.agency": "机构",
    "accounts.user": "人员",
    "accounts.roleassignment": "角色",
    "files.storedfile": "文件",
    "screening.screening": "筛查记录",
    "screening.lookback": "回头看",
    "screening.wordline": "词表",
    "screening.leaderline": "领导名单",
    "screening.impactassessment": "个人信息保护影响评估",
    "screening.apikey": "接口密钥",
    "workdays.calendaryear": "年度放假安排",
    "workdays.calendarday": "工作日历",
}


def label(verb: str) -> str:
    """Return the words for ``verb``; an unknown one is shown as it is rather than hidden."""
    return LABELS.get(verb, verb)


def subject_type_label(subject_type: str) -> str:
    return SUBJECT_TYPES.get(subject_type, subject_type)


def in_words(data: Mapping) -> list[tuple[str, str]]:
    """Return an event's data as pairs of label and text."""
    return [
        (DATA_LABELS.get(key, key), _text(value)) for key, value in data.items() if value not in ("", None)
    ]


def _text(value) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(_text(part) for part in value) or "无"
    if isinstance(value, dict):
        return "；".join(f"{DATA_LABELS.get(key, key)}：{_text(part)}" for key, part in value.items()) or "无"
    return "空" if value in ("", None) else str(value)
