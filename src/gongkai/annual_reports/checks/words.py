"""
The vocabulary of annual reports: the words that say what a number counts, and those that say it counts something else.

Pure. One place for the wording, so that a way of saying things not met before is added here and nowhere else.
"""

import re

# The totals a report may state of its requests, by the verb; 受理 and 办理 may take in what was carried over.
TOTALS = {
    "new": ("新收到", "新收"),
    "received": ("收到", "接到", "接收到", "接收", "收悉", "收受"),
    "accepted": ("受理",),
    "handled": ("办结", "办理完毕", "办理完成", "办复"),
    "replied": ("答复", "回复"),
    "processed": ("办理", "处理"),
}
COMING_IN = ("new", "received", "accepted")  # of TOTALS
OUTCOMES = {
    "open": r"(?<!不)(?:予以|同意)公开",
    "partial": r"部分(?:予以)?公开",
    "refused": r"不予公开",
    "unable": r"无法(?:予以)?提供",
    "not_processed": r"不予处理",
    "other_handling": r"其[他它](?:方式)?处理",
}
APPLICANTS = {
    "natural": r"自然人",
    "organisations": r"法人(?:或者?|和|及|以及|、)其[他它]组织",
    "business": r"商业企业",
    "research": r"科研机构",
    "charity": r"社会公益组织",
    "legal_service": r"法律服务机构",
}
REASONS = {
    "deny_1": r"国家秘密",
    "deny_3": r"三安全一稳定",
    "deny_4": r"第三方合法权益",
    "deny_5": r"内部事务信息",
    "deny_6": r"过程性信息",
    "deny_7": r"行政执法案卷(?:信息)?",
    "deny_8": r"行政查询事项",
    "unable_1": r"不掌握(?:相关)?(?:政府)?信息",
    "unable_2": r"没有现成信息(?:需要?另行制作)?",
    "unable_3": r"补正后(?:申请内容)?仍?不明确",
    "refuse_1": r"信访(?:、)?举报(?:、)?投诉类?",
    "refuse_2": r"重复申请",
    "refuse_4": r"大量反复申请",
}
COURTS = {
    "lit_direct": r"未经复议直接(?:提起|起)诉(?:讼)?",
    "lit_after_review": r"复议后(?:提起|起)诉(?:讼)?",
    "review_and_litigation": r"行政复议(?:案件)?(?:、|和|及|与|以及)(?:提起)?行政诉讼",
    "review": r"行政复议",
    "litigation": r"行政诉讼",
}
# The blocks of table 4 that each of COURTS stands for.
BLOCKS_OF = {
    "review": ("review",),
    "lit_direct": ("lit_direct",),
    "lit_after_review": ("lit_after_review",),
    "litigation": ("lit_direct", "lit_after_review"),
    "review_and_litigation": ("review", "lit_direct", "lit_after_review"),
}
# A body is a party to suits of all kinds; table 4 has only those on disclosure.
OF_ALL_KINDS = re.compile(
    r"各类|各种|所有|民事|涉法|涉诉|其[他它余]|全部(?:的)?(?:行政|案件|复议|诉讼)|(?<!公开)类(?:的)?(?:案件)?(?:的)?行政(?:复议|诉讼|应诉)"
)
AS_A_PARTY = re.compile(r"被告|被申请人(?![提申起])|应诉")
ON_DISCLOSURE = re.compile(r"(?:因|涉及?|由|关于|有关)[^，；。]{0,6}信息公开|信息公开(?:方面|领域|类?案件)")
COUNTS_DISCLOSURE_TOO = re.compile(
    r"^(?:案件)?[（，]?(?:其中[，：]?|含|包括|包含)+[^，；。（）\d]{0,12}信息公开"
)
RESULTS = {
    "upheld": r"(?:结果)?维持",
    "corrected": r"(?:结果)?纠正",
    "pending": r"(?:尚未|未)审结|正在审理(?:中)?",
}
DOCUMENTS = {
    "in_force": r"现行有效(?:的)?(?:行政)?规范性文件",
    "repealed": r"(?:废止|宣布失效)(?:的)?(?:行政)?规范性文件",
    "issued": r"(?:制发|制定|新制定|出台)(?:的)?(?:行政)?规范性文件",
}
# Decisions of table 2, all that were made, published or not.
DECISIONS = {"licences": "行政许可", "penalties": "行政处罚", "enforcement": "行政强制"}

TAIL = (
    r"(?:的)?(?:政府信息公开|信息公开)?(?:申请|答复|情形|案|类|事项|信息|件)*(?:数量?|总数|总量)?(?:的)?"
    r"(?:各?有|共有|共计|合计|总计|各?共|为|计|是)?$"
)
LEADS = re.compile(
    r"^(?:其中|从[^，]{0,6}看|答复|作出|决定|依法|给予|分别|共|均|经|已|全部|系|属于?|按|为|有|涉及|及|和|以及|、|与|是"
    r"|[全我][县区市镇乡局办]|累计|及时|按时|按期|依规|20\d\d年度?|全年|本年度?|当年|年内|实际|申请人?|类型|结果)*$"
)
NOUN = (
    r"(?:的|各类|群众|企业|个人|申请人|公民|、|法人|或者?|和|其他组织|有效|书面|提出|提交|要求|政府|信息|依|申请|公开|件|事项|等"
    r"|共计?|总计|合计|累计|数量?|总数|有|为|是)*"
)
REQUESTS_AFTER = re.compile(r"^(?:的|有效|政府|信息|依|公开)*申请")
FILLERS = re.compile(r"^(?:共计?|总计|合计|累计|了|有|为|是|的|各类)*$")
ABOUT_REQUESTS = re.compile(r"依申请|信息公开(?:的)?申请|公开申请|申请公开|信息公开事项")
SPEAKS_OF_REQUESTS = re.compile(
    r"(?<!依)申请(?!公开)|公开申请|申请公开件|答复|办结|办理|受理|收到|接到|接收|新收"
)
SPEAKS_OF_DOCUMENTS = re.compile(r"文件|公文|政策|发布|主动公开|制作")
ABOUT_OTHERS = re.compile(
    r"建议|提案|留言|信箱|来信|来访|信件(?!申请|、)|热线|工单|咨询|投诉(?!类)|许可申请|意见征集|问卷|网民|督办|信访(?!、?举报)"
)
# Only some of the requests: by the way they came, by what they are about.
ONLY_SOME = re.compile(
    r"网络|网上|在线|线上|信函|信件|邮寄|邮件|当面|现场|传真|窗口|平台|系统|网站|电话|涉及|关于|有关|针对|方面|领域|主要"
)
EVERY_WAY = re.compile(r"(?:各种|各类|多种|等)(?:渠道|方式|途径)|各渠道|线上线下")
SCOPE = re.compile(
    r"[县区市]政府办|政府办公[室厅]|[县区市]政府(?!网|门户|信息|公开|系统|各|常务|工作|部门|组成|规范|文件|公报|和|及)"
    r"|[县区市省]?本级|本机关|本单位|办公室|我办|以.{1,8}名义|[县区市]直"
)
# These narrow a number only where 全县 does not stand beside them: “全县各部门共收到”.
SCOPE_OF_SOME = re.compile(r"各?部门|乡镇|镇街|街道|(?<!复议)机关(?!事业)")
WHOLE_AREA = re.compile(r"全[县区市镇乡旗省](?!政府办)")
YEAR = re.compile(r"(比|较|与|同|和|对比|相比)?(20\d\d)年(?:度)?(结转)?")
# “截至……” up to the end of the year is no other time than the year.
END_OF_YEAR = r"(?:到)?(?:20\d\d年?|[本当今]年)?(?:度)?(?:12月|年?[底末])"
OTHER_TIME = re.compile(
    r"去年|上一?年(?!度?结转)|往年|近年|历年|以来|年初|上半年|下半年|季度|\d+月份"
    rf"|截[至止](?!20|{END_OF_YEAR})|截[至止]20\d\d年(?!12月)\d+月"
)
# Several years in one number, until the sentence comes to a single year.
SEVERAL_YEARS = re.compile(
    r"近[两三四五六七八九十\d]+年|(?<!\d)[两三四五六七八九十\d]年(?:来|间|共|累计|合计|总计)|20\d\d年?[-—–~～至到]+20\d\d年"
    r"|十[二三四五]五[”’]?(?:时期|期间)"
)
A_SINGLE_YEAR = re.compile(r"20\d\d年|全年|[本当今]年|年内")
COMPARES = re.compile(r"(?:比|较|与|同)(?:去年|上一?年)|同比")
CHANGES = re.compile(r"(?:增加|增长|减少|下降|上升|净增|多|少|提高|降低)(?:了|约)?$")
