"""Of each kind of finding: its group, its level, why it matters, what to do."""

from dataclasses import dataclass

from .enums import Group, Kind, Level


@dataclass(frozen=True)
class Fact:
    group: Group
    level: Level
    why: str
    remedy: str


P, S, H, U, W, F = (
    Group.PERSONAL,
    Group.SECRECY,
    Group.HIDDEN,
    Group.UNREAD,
    Group.WORDING,
    Group.FORM,
)
MUST, ADVICE, REMOVED = Level.MUST, Level.ADVICE, Level.REMOVED
MASK_IT = "遮盖，或者删去；依法应当公开的，选择理由保留。"
SENSITIVE = "属于敏感个人信息（《个人信息保护法》第28条），公开会损害本人权益（《条例》第15条）。"
GONE = "公开副本里已经去除，不用再做什么。原件保密留存。"

FACTS: dict[Kind, Fact] = {
    Kind.ID_NUMBER: Fact(P, MUST, "公开完整身份证号会被用来冒名办事、贷款。", MASK_IT),
    Kind.OLD_ID_NUMBER: Fact(P, MUST, "旧身份证号含出生日期和地址代码，能推出现在的号码。", MASK_IT),
    Kind.PASSPORT: Fact(P, MUST, "护照号是个人身份证件号码。", MASK_IT),
    Kind.PERMIT: Fact(P, MUST, "通行证、居住证号是个人身份证件号码。", MASK_IT),
    Kind.MOBILE: Fact(
        P, MUST, "私人手机号公开后会招来骚扰和诈骗。", MASK_IT + "办公用的手机请选“办公电话”。"
    ),
    Kind.LANDLINE: Fact(
        P,
        MUST,
        "不在机构通讯录里的座机可能是私人住宅电话。",
        MASK_IT + "办公电话请选“办公电话”，并在机构资料里补上。",
    ),
    Kind.BANK_CARD: Fact(P, MUST, SENSITIVE, MASK_IT),
    Kind.SOCIAL_INSURANCE: Fact(P, MUST, "社会保障号能查到个人参保情况。", MASK_IT),
    Kind.MEDICAL_NUMBER: Fact(P, MUST, SENSITIVE, MASK_IT),
    Kind.PLATE: Fact(P, MUST, "车牌号能查到车主。", MASK_IT),
    Kind.EMAIL: Fact(
        P, MUST, "个人邮箱公开后会招来骚扰和诈骗。", MASK_IT + "公务邮箱请选“公务邮箱”，并在机构资料里补上。"
    ),
    Kind.ADDRESS: Fact(
        P, MUST, "村、社区以下的住址能找到具体人家。", "只写到村、社区，把门牌、楼栋、房号遮盖。"
    ),
    Kind.BIRTH_DATE: Fact(P, MUST, "出生日期与姓名放在一起能认定到人。", MASK_IT),
    Kind.ILLNESS: Fact(P, MUST, SENSITIVE, MASK_IT),
    Kind.DISABILITY: Fact(P, MUST, SENSITIVE, MASK_IT),
    Kind.CHILD: Fact(
        P, MUST, "不满十四周岁未成年人的信息都是敏感个人信息（《个人信息保护法》第28条）。", MASK_IT
    ),
    Kind.FAMILY: Fact(P, MUST, "家庭成员信息与公开的事项无关。", MASK_IT),
    Kind.NAME: Fact(
        P,
        MUST,
        "姓名与其他个人信息放在一起，或者列成名单，能认定到人。",
        "依法要公示名单的，选择“依法应当公开”并写明依据；否则遮盖。",
    ),
    Kind.HEADING: Fact(
        P, MUST, "表头说明这一列是个人信息，公开名单只能有规定的项目。", "删去这一列，或者遮盖这一列。"
    ),
    Kind.SECRECY_MARK: Fact(
        S,
        MUST,
        "带密级标志的文件没有解密不得公开（《保守国家秘密法》第35条，《条例》第14条）。",
        "立即停止，报保密审查员。确已解密的，附解密依据后保留。",
    ),
    Kind.SECRECY_WORD: Fact(
        S, MUST, "文中写明内部使用或不得公开。", "核对公开属性；可以公开的，删去这些字样。"
    ),
    Kind.HIDDEN_SHEET: Fact(H, REMOVED, "隐藏的工作表任何人都能取消隐藏看到。", GONE),
    Kind.HIDDEN_CELLS: Fact(H, REMOVED, "隐藏的行、列任何人都能取消隐藏看到。", GONE),
    Kind.FILTERED_ROWS: Fact(H, REMOVED, "筛选掉的行还在文件里。", GONE),
    Kind.PIVOT_CACHE: Fact(H, REMOVED, "数据透视表带着全部原始数据。", GONE),
    Kind.EXTERNAL_LINK: Fact(H, REMOVED, "外部链接带着内网路径和另一份表格的数据。", GONE),
    Kind.DATA_MODEL: Fact(H, REMOVED, "数据模型带着全部原始数据和连接方式。", GONE),
    Kind.NAMED_RANGE: Fact(H, REMOVED, "名称和公式会指向看不见的数据。", "公开副本里公式已换成结果。"),
    Kind.COMMENT: Fact(H, REMOVED, "批注是内部讨论。", GONE),
    Kind.TRACKED_CHANGE: Fact(H, REMOVED, "修订记录里能看到删掉的内容。", "公开副本里已按接受全部修订处理。"),
    Kind.METADATA: Fact(H, REMOVED, "文件属性里有作者、单位、路径。", GONE),
    Kind.LOCATION: Fact(H, REMOVED, "照片里记着拍摄地点、时间和手机型号。", GONE),
    Kind.EMBEDDED_FILE: Fact(H, REMOVED, "嵌入的文件能整份取出来。", GONE),
    Kind.LAYER: Fact(H, REMOVED, "关闭的图层还在文件里。", GONE),
    Kind.FORM_FIELD: Fact(H, REMOVED, "表单域里可能有填写过的内容。", GONE),
    Kind.COVERED_TEXT: Fact(
        H, MUST, "色块只是盖在上面，下面的文字能复制出来。", "用“遮盖页面”重做这份文件，不要自己画色块。"
    ),
    Kind.INVISIBLE_TEXT: Fact(
        H,
        MUST,
        "看不见的文字（白字、极小的字）能复制和检索到。",
        "用“遮盖页面”重做这份文件，或者在原文件里删去。",
    ),
    Kind.HIDDEN_SLIDE: Fact(H, REMOVED, "隐藏的幻灯片和备注打开就能看到。", GONE),
    Kind.CROPPED_PICTURE: Fact(H, REMOVED, "裁掉的部分还在文件里。", GONE),
    Kind.ACTIVE_CONTENT: Fact(H, REMOVED, "脚本会在公众的电脑上运行。", GONE),
    Kind.UNREAD_PICTURE: Fact(
        U,
        MUST,
        "图片里的文字系统读不出来，没有检查。",
        "请自己逐字看过，确认没有不能公开的内容后选“已逐页看过”。",
    ),
    Kind.UNREAD_PAGE: Fact(
        U,
        MUST,
        "扫描页上的文字系统读不出来，没有检查。",
        "请自己逐页看过，确认没有不能公开的内容后选“已逐页看过”。",
    ),
    Kind.UNREAD_PART: Fact(
        U,
        MUST,
        "文件的这一部分系统读不出来，没有检查。",
        "请自己打开看过，确认没有不能公开的内容后选“已逐页看过”。",
    ),
    Kind.WRONG_WORDING: Fact(W, ADVICE, "与规范表述不一致。", "改成规范表述。"),
    Kind.SENSITIVE_WORDING: Fact(W, ADVICE, "这个词要谨慎使用。", "请核对上下文。"),
    Kind.OUTDATED_WORDING: Fact(
        W, ADVICE, "机构或政策的名称已经变了。", "改成现在的名称；引用历史文件原文的不用改。"
    ),
    Kind.LEADER: Fact(W, ADVICE, "领导姓名、职务写错是严重表述错误。", "请对照现任名单核对。"),
    Kind.TYPO: Fact(W, ADVICE, "可能是错别字。", "核对后改正。"),
    Kind.DOCUMENT_NUMBER: Fact(
        F, ADVICE, "发文字号用六角括号〔〕，年份四位，序号不编虚位、不加“第”（GB/T 9704）。", "改成规范写法。"
    ),
    Kind.DATE_CONFLICT: Fact(F, ADVICE, "几处日期互相矛盾。", "核对落款、成文日期和印发日期。"),
    Kind.NUMBER_FORM: Fact(F, ADVICE, "数字或计量单位不规范（GB/T 15835、GB 3100）。", "改成规范写法。"),
    Kind.DEAD_LINK: Fact(F, ADVICE, "链接打不开。", "改正或者删去链接。"),
    Kind.FOREIGN_LINK: Fact(
        F, ADVICE, "链接指向政府网站以外，内容会变，也可能被人接管。", "确有必要的可以保留。"
    ),
    Kind.EMPTY_BODY: Fact(F, ADVICE, "正文空白或只有图片，读不到也检索不到。", "补上文字。"),
    Kind.MISSING_ATTACHMENT: Fact(F, ADVICE, "正文说有附件，却没有上传。", "补上附件，或者改正文。"),
    Kind.STRANGE_ATTACHMENT: Fact(F, ADVICE, "附件像是另一份文件。", "打开附件核对，传错的请更换。"),
}
