"""What an item can be and where it can stand; the table of what a clerk may do from where."""

from django.db import models

from gongkai.common.errors import NotAllowed


class ItemKind(models.TextChoices):
    NEWS = "news", "动态"
    NOTICE = "notice", "通知公告"
    DOCUMENT = "document", "文件"
    PUBLICITY = "publicity", "公示"
    GUIDE = "guide", "指南、制度"
    OTHER = "other", "其他"


class Stage(models.TextChoices):
    """Where the work on an item is; whether the public sees it is its ``Visibility``."""

    DRAFTING = "drafting", "起草中"
    IN_REVIEW = "in_review", "审核中"
    RETURNED = "returned", "已退回"
    APPROVED = "approved", "待定时发布"
    SETTLED = "settled", "已办结"
    DISCARDED = "discarded", "已弃稿"


class Visibility(models.TextChoices):
    UNPUBLISHED = "unpublished", "未发布"
    PUBLISHED = "published", "已发布"
    TAKEN_DOWN = "taken_down", "已撤下"


class TakeDownReason(models.TextChoices):
    """The fixed reasons a tombstone may give."""

    ERROR = "error", "内容有误，更正后另行发布"
    EXPIRED = "expired", "公示、公告期限届满"
    REPEALED = "repealed", "文件已废止或失效"
    PENALTY_CHANGED = "penalty_changed", "行政处罚决定被变更、撤销、确认违法或无效"
    PROTECTED = "protected", "涉及依法不予公开的内容"
    DUPLICATE = "duplicate", "重复发布"
    REVIEW_FAILED = "review_failed", "先行发布后审核未通过"


class Validity(models.TextChoices):
    NOT_APPLICABLE = "", "不适用"
    IN_FORCE = "in_force", "有效"
    EXPIRED = "expired", "失效"
    REPEALED = "repealed", "废止"
    PARTLY = "partly", "部分失效"


class DisclosureAttribute(models.TextChoices):
    """公开属性, decided when a document is drafted (国办发〔2016〕80号)."""

    PROACTIVE = "proactive", "主动公开"
    ON_REQUEST = "on_request", "依申请公开"
    WITHHELD = "withheld", "不予公开"


class Theme(models.TextChoices):
    """主题分类, the national list as portals show it (domain_rules 5.3)."""

    ORGANISATION = "organisation", "政府组织机构"
    GENERAL = "general", "综合政务"
    ECONOMY = "economy", "国民经济管理、国有资产监管"
    FINANCE = "finance", "财政、金融、审计"
    LAND_ENERGY = "land_energy", "国土资源、能源"
    AGRICULTURE = "agriculture", "农业、林业、水利"
    INDUSTRY_TRANSPORT = "industry_transport", "工业、交通"
    TRADE_TOURISM = "trade_tourism", "商贸、海关、旅游"
    MARKET_SAFETY = "market_safety", "市场监管、安全生产监管"
    CONSTRUCTION_ENVIRONMENT = "construction_environment", "城乡建设、环境保护"
    SCIENCE_EDUCATION = "science_education", "科技、教育"
    CULTURE = "culture", "文化、广电、新闻出版"
    HEALTH_SPORT = "health_sport", "卫生、体育"
    POPULATION = "population", "人口与计划生育、妇女儿童工作"
    LABOUR_PERSONNEL = "labour_personnel", "劳动、人事、监察"
    PUBLIC_SECURITY_JUSTICE = "public_security_justice", "公安、安全、司法"
    CIVIL_AFFAIRS = "civil_affairs", "民政、扶贫、救灾"
    ETHNIC_RELIGION = "ethnic_religion", "民族、宗教"
    FOREIGN_AFFAIRS = "foreign_affairs", "对外事务"
    TAIWAN_OVERSEAS = "taiwan_overseas", "港澳台侨工作"
    DEFENCE = "defence", "国防"
    OTHER = "other", "其他"


S, V = Stage, Visibility
TRANSITIONS = {  # what is done to the work: (from, to)
    "submit": ({S.DRAFTING, S.RETURNED}, S.IN_REVIEW),
    "withdraw": ({S.IN_REVIEW, S.APPROVED}, S.DRAFTING),
    "return": ({S.IN_REVIEW}, S.RETURNED),
    "approve": ({S.IN_REVIEW}, S.APPROVED),
    "publish": ({S.APPROVED}, S.SETTLED),
    "revise": ({S.SETTLED}, S.DRAFTING),
    "drop_revision": ({S.DRAFTING, S.RETURNED}, S.SETTLED),  # of an item that has been public
    "discard": ({S.DRAFTING, S.RETURNED}, S.DISCARDED),  # of one that never was
    "restore": ({S.DISCARDED}, S.DRAFTING),
}
VISIBILITY_TRANSITIONS = {  # what is done to the public page: (from, to)
    "publish": ({V.UNPUBLISHED, V.PUBLISHED, V.TAKEN_DOWN}, V.PUBLISHED),
    "release_early": ({V.UNPUBLISHED}, V.PUBLISHED),
    "take_down": ({V.PUBLISHED}, V.TAKEN_DOWN),
}


def next_stage(stage: str, verb: str) -> Stage:
    """Return the stage that ``verb`` leads to from ``stage``, or raise NotAllowed."""
    sources, target = TRANSITIONS[verb]
    if stage not in sources:
        raise NotAllowed(f"这条信息现在是“{S(stage).label}”，不能进行这项操作。请刷新页面查看最新情况。")
    return target


def next_visibility(visibility: str, verb: str) -> Visibility:
    """Return the visibility that ``verb`` leads to, or raise NotAllowed."""
    sources, target = VISIBILITY_TRANSITIONS[verb]
    if visibility not in sources:
        raise NotAllowed(f"这条信息现在是“{V(visibility).label}”，不能进行这项操作。请刷新页面查看最新情况。")
    return target
