"""
Whether a short Chinese word stands on its own where it was found. Chinese has no spaces, so “张三” is found in
“申请人张三因土地”, in “张三丰” and in “主张三项” alike. Pure.

What is told apart here only decides whether the place is covered at once or shown to the clerk first: where the
tables do not know, the clerk is asked.
"""

HAN_FIRST, HAN_LAST = "\u3400", "\u9fff"
RARE_HAN_FIRST = "\U00020000"

# Characters that go on with the sentence after a name: particles, verbs, beginnings of titles and of kinship words.
AFTER_A_NAME = frozenset(
    "的与和及是在于向对为被把将等说称同到从给已未可应不也都又就以并或则而之系由让使叫请要会能曾现原因男女先诉提申身住电联出所父母妻夫儿户本自认表签代个无有没还再经接收支领缴购"
    "买卖转报拒受去来走送交作仍且后前时家名某医老主书局科县股处居承租拥持即享具获取拿用借欠付按依据凭随跟替打骂伤害死亡病患残共这那该此其均各只仅便却虽若如但然予需须必愿想觉得感反映举投补填写盖致函"
)
# A short name with one of these behind it is the name of a place.
PLACES = frozenset("村路街镇乡桥河湖山庄屯寨店沟湾岭坡堡岗坪园弄巷里坊社塘坝港井窑营铺集")

# Everyday words that end in a character which is also a family name: the name begins in the middle of a word.
WORDS_ENDING_IN_A_NAME = frozenset(
    "主张 开张 紧张 扩张 夸张 慌张 嚣张 铺张 伸张 声张 一张 两张 二张 三张 四张 五张 六张 七张 八张 九张 十张 几张 每张 纸张 "
    "国王 大王 亲王 行李 提高 最高 升高 增高 较高 更高 崇高 很高 人马 出马 车马 兵马 明白 空白 坦白 表白 洁白 "
    "地方 对方 双方 官方 甲方 乙方 丙方 一方 两方 各方 三方 多方 我方 土方 平方 立方 东方 西方 南方 北方 处方 配方 警方 校方 院方 "
    "正常 经常 日常 通常 非常 异常 平常 反常 公安 治安 保安 平安 长安 西安 不安 关于 对于 由于 属于 位于 等于 大于 小于 低于 高于 "
    "至于 鉴于 基于 处于 在于 便于 用于 终于 完成 形成 组成 构成 达成 造成 建成 促成 赞成 生成 养成 合成 集成 长江 "
    "资金 现金 基金 奖金 租金 本金 佣金 税金 押金 定金 罚金 薪金 黄金 农田 水田 良田 千万 百万 相应 工程 流程 过程 章程 日程 课程 "
    "设施 措施 实施 统计 合计 会计 设计 共计 审计 预计 总计 累计 估计 名单 清单 账单 简单 订单 菜单 已经 曾经 责任 主任 担任 信任 "
    "公文 条文 全文 原文 中文 论文 公章 规章 盖章 印章 文章 阶段 时段 路段 手段 地段 安全 健全 完全 齐全 保全 双全 家和 温和 共和 "
    "时时 小时 及时 同时 当时 临时 按时 平时 随时 暂时 准时 城关 机关 相关 有关 海关 难关 公共 一共 总共 交易 容易 简易 贸易 "
    "经费 收费 缴费 水费 电费 免费 消费 学费 话费 运费 国家 专家 农家 大家 企业 水平 公平 和平 太平 生平 北平 文明 说明 证明 声明 "
    "表明 查明 注明 写明 光明 透明 聪明 申明 列明 载明 中国 全国 外国 爱国 祖国 我国 中华 精华 年华 才华 优秀 农林 森林 园林 树林 造林 "
    "宗教 分管 主管 监管 保管 接管 尽管 不管 城管 水管 费用 农历 简历 学历 经历 病历 阅历 来历 履历 日历 雷同 合同 相同 "
    "连同 共同 陪同 如同 会同 认同 伙同 "
    "下达 到达 传达 表达 送达 发达 抵达 直达 转达 上党 入党 县委 村委 居委 党委 任免 避免 难免 减免 豁免 "
    "汇总 老总 归总 温暖 关怀 居住 入住 常住 暂住 通信 相信 失信 诚信 征信 电信 短信 来信 书信 写信 守信".split()
)


def is_han(character: str) -> bool:
    return HAN_FIRST <= character <= HAN_LAST or character >= RARE_HAN_FIRST


def stands_alone(word: str, before: str, after: str) -> bool:
    """
    Say whether the Chinese ``word`` is a word of its own between the characters beside it (empty: nothing there).
    """
    if len(word) > 3:
        return True  # nobody's name, and long enough not to come about by chance
    if before and before + word[0] in WORDS_ENDING_IN_A_NAME:
        return False
    if len(word) == 1:
        return not (before and is_han(before)) and not (after and is_han(after))
    if not after or not is_han(after):
        return True
    if len(word) == 3:
        return after not in PLACES
    return after in AFTER_A_NAME and after not in PLACES
