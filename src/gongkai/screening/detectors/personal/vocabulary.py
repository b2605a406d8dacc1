"""
Words that tell who a name belongs to: those that stand before one, and those that follow.

Alternatives of regular expressions. Longer words stand before shorter ones that begin like them.
"""


def _any_of(text: str) -> str:
    return "|".join(text.split())


# Private persons, by what they are in a matter.
PERSON = _any_of(
    """
    申请复查人 被申请人 申请人 当事人 被征收人 被拆迁人 被处罚人 被告知人 违法行为人 投诉人 举报人 信访人 来信人 来访人 反映人 上访人
    患者 病人 车主 业主 户主 房主 失主 死者 伤者 逝者 遇难者 领取人 收款人 收件人 持证人 持卡人 参保人员 参保人 参保职工
    驾驶人 司机 所有人 使用人 承租人 出租人 承包人 受益人 权利人 产权人 继承人 购房人 买受人 借款人 贷款人 失信人 被执行人
    缴费人 缴款人 领款人 纳税人 中签人 经营者 负伤人 受助人 捐赠人 救助对象 救助人 嫌疑人 受害人 第三人 证人 原告 被告
    村民 居民 市民 网民 网友 群众 农户 住户 租户 用户 客户 旅客 乘客 会员 贫困户 低保户 五保户 低保对象 残疾人 老人 本人
    职工 学生 同学 考生 获奖者 报名人 应聘人 退役军人 军属 烈属 姓名 名叫 兹有
    """
)
CHILDREN = _any_of("留守儿童 困境儿童 流动儿童 孤儿 幼儿 儿童 小学生 患儿 弃婴 婴儿 女童 男童 未成年人")
KIN = r"(?<!妇)女儿(?!童)|" + _any_of(
    """
    父亲 母亲 配偶 妻子 丈夫 爱人 儿子 长子 次子 三子 长女 次女 独子 独女 其父 其母 其妻 其夫 其子 其女
    之子 之女 之妻 之夫 之父 之母 监护人 奶奶 爷爷 外婆 外公 祖父 祖母 孙子 孙女 哥哥 姐姐 弟弟 妹妹 家属 家长
    """
)
# Small words that link a name to what stands before it.
LINK = _any_of(
    "与 和 及 由于 由 关于 的 对 给 为 是 系 叫 经查 查明 现有 其中 另有 被 向 因为 因 同意 村 组 户"
)
# Words that follow a name; their first character is no part of it.
AFTER_NAME = _any_of(
    """
    出生 生于 生前 生活 身患 身份 公民身份 居民身份 公民 家住 家庭 家中 住址 现住 现年 今年 年仅 居住 户籍 电话 手机 微信 联系
    名下 名义 账号 卡号 银行卡 护照 医保 社保 患 确诊 因病 残疾 丧失 瘫痪 卧床 年迈 体弱 长期 常年 去世 病故 死亡 已故
    务农 务工 打工 外出 在外 在家 再婚 改嫁 离异 失联 服刑 涉嫌 申请 领取 代领 持 驾驶 留言 留下 丢失 不慎 声明 来电 来信 信访 反映
    实名 个人 本人 一家 同志 您好 可凭 应当 自愿 自行 提出 提交 所有
    """
)
# Officials: what stands right before the name of one in office, of one to be asked, of one who signs.
OFFICIAL = (
    _any_of(
        """
        联系人 负责人 经办人 责任人 咨询人 承办人 签发人 签发 审核 审批 复核 校对 编辑 记者 通讯员 主持 监制 组长 成员 书记
        委员 常委 主席 干部 队员 网格员 教授 工程师 医师 法定代表人 法人代表 项目经理 代表 经理
        """
    )
    + r"|(?<!班)主任|[局县镇乡科股省市区部厅处院校所站队会]长"
)
# What makes a list of names one of people in office.
OFFICIAL_LIST = (
    _any_of(
        """
        领导小组 领导班子 委员会 组成人员 成员名单 代表名单 工作人员 出席 列席 任命 任免 免去 当选 选举
        审判 执法 检查 调查 专家 评委 书记 值班
        """
    )
    + r"|(?<!班)主任|[局县镇乡科部]长"
)
