"""What screening can find, how much it weighs, and how a person may answer it."""

from django.db import models


class Level(models.TextChoices):
    """What a finding asks of the clerk."""

    MUST = "must", "必须处理"  # stops the submission until masked, removed or kept with a reason
    ADVICE = "advice", "建议"
    REMOVED = "removed", "已从公开副本中去除"  # hidden data: cleaning takes it out, nothing to do


class Group(models.TextChoices):
    PERSONAL = "personal", "个人信息"
    SECRECY = "secrecy", "涉密和内部"
    HIDDEN = "hidden", "隐藏内容"
    UNREAD = "unread", "没有检查到的内容"
    WORDING = "wording", "表述"
    FORM = "form", "格式和完整性"


class Kind(models.TextChoices):
    """One kind of finding (domain_rules 10.3). ``facts.FACTS`` says of each why it matters and what to do."""

    # Personal information.
    ID_NUMBER = "id_number", "身份证号"
    OLD_ID_NUMBER = "old_id_number", "15位旧身份证号"
    PASSPORT = "passport", "护照号"
    PERMIT = "permit", "往来港澳台通行证、居住证号"
    MOBILE = "mobile", "手机号"
    LANDLINE = "landline", "非办公座机号"
    BANK_CARD = "bank_card", "银行卡号、账号"
    SOCIAL_INSURANCE = "social_insurance", "社会保障号"
    MEDICAL_NUMBER = "medical_number", "医保号、病历号"
    PLATE = "plate", "车牌号"
    EMAIL = "email", "个人电子邮箱"
    ADDRESS = "address", "详细住址"
    BIRTH_DATE = "birth_date", "出生日期"
    ILLNESS = "illness", "病情"
    DISABILITY = "disability", "残疾情况"
    CHILD = "child", "未成年人姓名"
    FAMILY = "family", "家庭成员"
    NAME = "name", "姓名"
    HEADING = "heading", "表头表明下面是个人信息"
    # Secrecy.
    SECRECY_MARK = "secrecy_mark", "密级标志"
    SECRECY_WORD = "secrecy_word", "涉密或内部用语"
    # Hidden in files.
    HIDDEN_SHEET = "hidden_sheet", "隐藏的工作表"
    HIDDEN_CELLS = "hidden_cells", "隐藏的行或列"
    FILTERED_ROWS = "filtered_rows", "被筛选掉的行"
    PIVOT_CACHE = "pivot_cache", "数据透视表缓存"
    EXTERNAL_LINK = "external_link", "外部链接和缓存"
    DATA_MODEL = "data_model", "数据模型和连接"
    NAMED_RANGE = "named_range", "名称和公式"
    COMMENT = "comment", "批注"
    TRACKED_CHANGE = "tracked_change", "修订记录"
    METADATA = "metadata", "作者等文件属性"
    LOCATION = "location", "拍摄地点等照片信息"
    EMBEDDED_FILE = "embedded_file", "嵌入的文件"
    LAYER = "layer", "隐藏的图层"
    FORM_FIELD = "form_field", "表单域"
    COVERED_TEXT = "covered_text", "色块下面的文字"
    INVISIBLE_TEXT = "invisible_text", "看不见的文字"
    HIDDEN_SLIDE = "hidden_slide", "隐藏的幻灯片和备注"
    CROPPED_PICTURE = "cropped_picture", "图片被裁掉的部分"
    ACTIVE_CONTENT = "active_content", "脚本和自动执行的内容"
    # Not looked at.
    UNREAD_PICTURE = "unread_picture", "图片里的文字没有检查"
    UNREAD_PAGE = "unread_page", "扫描页没有检查"
    UNREAD_PART = "unread_part", "文件的一部分没有检查"
    # Wording.
    WRONG_WORDING = "wrong_wording", "规范表述"
    SENSITIVE_WORDING = "sensitive_wording", "敏感词"
    OUTDATED_WORDING = "outdated_wording", "过时的名称或表述"
    LEADER = "leader", "领导姓名、职务"
    TYPO = "typo", "错别字"
    # Form.
    DOCUMENT_NUMBER = "document_number", "发文字号"
    DATE_CONFLICT = "date_conflict", "日期不一致"
    NUMBER_FORM = "number_form", "数字和单位"
    DEAD_LINK = "dead_link", "打不开的链接"
    FOREIGN_LINK = "foreign_link", "外部链接"
    EMPTY_BODY = "empty_body", "正文空白或只有图片"
    MISSING_ATTACHMENT = "missing_attachment", "提到的附件没有上传"
    STRANGE_ATTACHMENT = "strange_attachment", "附件与正文对不上"


class AnswerChoice(models.TextChoices):
    """What a person decided about a finding."""

    MASK = "mask", "遮盖"
    KEEP = "keep", "保留"


class KeepReason(models.TextChoices):
    """Why a finding may stay; the list a clerk chooses from."""

    REQUIRED = "required", "依法应当公开"
    OFFICE_CONTACT = "office_contact", "办公电话、公务邮箱"
    ON_DUTY = "on_duty", "公职人员履行职务的信息"
    CONSENT = "consent", "本人已书面同意公开"
    BUSINESS = "business", "单位、企业的公开登记信息"
    LOOKED = "looked", "已逐页看过，没有不能公开的内容"
    COVERED = "covered", "已在页面上画框遮盖"
    NOT_SO = "not_so", "系统判断有误，不是这类信息"
    OTHER = "other", "其他理由"


# Reasons that say nothing without a sentence of their own.
REASONS_WITH_NOTE = frozenset({KeepReason.REQUIRED, KeepReason.CONSENT, KeepReason.OTHER})


class FileState(models.TextChoices):
    """Where the check of a file, or the making of its public copy, stands."""

    WAITING = "waiting", "正在检查"
    DONE = "done", "已检查"
    REFUSED = "refused", "不能使用"


class Occasion(models.TextChoices):
    SUBMISSION = "submission", "送审"
    LOOK_BACK = "look_back", "回头看"
