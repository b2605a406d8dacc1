"""The tenth set of templates of ``tuned_on``, in four parts, each written by who tuned on the ninth set."""

PROSE = [
    # Written before the ninth set was tuned on.
    [
        "农村低保退出告知书",
        "保障对象：{name}",
        "证件号码：{id_number}",
        "现居住地点：{address}",
        "退出原因：家庭人均收入高于保障标准。",
        "经办人：{-name}　　审核人：{-name}",
    ],
    [
        "互联网督查线索转办单",
        "提交人：{name}",
        "联系电话：{mobile}",
        "常用邮箱：{email}",
        "反映内容：小区二次供水水质差，多次投诉未果。",
        "承办单位：{-office}　承办人：{-name}",
    ],
    [
        "2026年雨露计划补助发放花名（第二批）",
        "1. {name}，户主，{bank_card}，1500元",
        "2. {name}，户主，{bank_card}，1500元",
        "3. {name}，户主，{bank_card}，1500元",
        "示范县乡村振兴服务中心　电话：{-landline}",
    ],
    [
        "{name}同学：",
        "你申请的国家助学金已通过评审，请核对本人银行卡（{bank_card}）并于三日内回复短信确认。",
    ],
    [
        "不予受理行政复议申请决定书",
        "{name}、{name}：",
        "本机关于{-plain_date}收到你们寄来的复议申请（寄件人地址：{address}）。经审查，不属于行政复议受案范围。",
    ],
    [
        "接种后异常反应调查表摘录：受种者{name:child}，{-age}岁，住{address}，监护人{name:family}（{mobile}）称接种次日发热。",
        "调查人员：县疾控中心{-name}、{-name}。",
    ],
    [
        "走失人员信息",
        "{name}（女，{-grown_age}岁），患有{illness}，昨日从家里（{address}）走出后失去联系，外甥{name:family}报警求助，电话{mobile}。",
    ],
    [
        "拟录取学员（按姓氏笔画为序）",
        "{name} {name} {name} {name}",
        "{name} {name} {name}",
        "培训时间另行通知，联系人：{-name}，{-landline}。",
    ],
    [
        "村卫生室随访记录：{name}，{illness}，血压控制尚可；{name}，{illness}，已调整用药；{name}，{illness}，建议转诊。"
    ],
    ["因原登记账户已销户，低保户{name}的发放账户由{account:bank_card}改为{bank_card}，自下月执行。"],
    ["五保老人{name}去世，其丧葬费由侄女{name:family}代领（身份证号{id_number}，签字已存档）。"],
    [
        "法律援助公示",
        "受援人：{name}；案由：交通事故；援助律师：{-name}（示范律师事务所）。",
        "受援人：{name}；案由：追索劳动报酬；援助律师：{-name}（示范律师事务所）。",
    ],
    [
        "受伤工人{name}被送往县人民医院，诊断为{illness}，住院号{medical_number}，其家属{name:family}已赶到。县人社局副局长{-name}到场处置。"
    ],
    [
        "社区矫正对象{name}，居民身份证{id_number}，户籍地与居住地均为{address}，矫正期限六个月，现依法解除。",
    ],
    ["车辆{plate}（车主{name}，电话{mobile}）停放在消防通道，请速挪车。"],
    [
        "新生儿重名提醒",
        "宝宝：{name:child}，母亲：{name:family}，出生证登记手机：{mobile}。",
    ],
    [
        "申请人{name}提交的个体户注销材料中，身份证（{id_number}）复印件不清晰，请补正后重新提交至政务大厅3号窗口。"
    ],
    [
        "残疾评定结果反馈",
        "{name}（{id_number}）评定结果：{disability}；",
        "{name}（{id_number}）评定结果：{disability}；",
        "评定机构：示范县人民医院　评定医师：{-name}",
    ],
    [
        "老年食堂就餐补贴名单如下：",
        "石桥片区：{name}，{name}，{name}；河东片区：{name}，{name}。",
    ],
    ["我是{address}的住户{name}，孩子{name:child}今年{-age}岁，想问问上哪所小学，我的手机{mobile}。"],
    ["经民警调解，{name}赔偿{name}医药费两千元，双方（{mobile}、{mobile}）签字确认，今后互不追究。"],
    [
        "退役士兵档案移交确认：{name}，{full_birth_date:birth_date}生，退伍证遗失，身份证号码{id_number}；{name}，{full_birth_date:birth_date}生，材料齐全。"
    ],
    ["因病去世党员{name}家中尚有老母{name:family}，患{illness}，支部建议列入慰问范围。"],
    ["旅客{name}（护照号{passport}）、{name}（护照号{passport}）滞留我县，请协助联系其家人。"],
    [
        "责令限期拆除通知",
        "建房户：{name}",
        "建房地点：{address}",
        "你户未经批准擅自加建第三层，限收到本通知之日起十五日内自行拆除。",
    ],
    # nothing
    [
        "示范县防汛抗旱指挥部成员及联系方式",
        "指挥长：{-name}（县委副书记、县长）",
        "副指挥长：{-name}（副县长），电话{-landline}",
        "成员：{-name}、{-name}、{-name}、{-name}",
    ],
    [
        "关于同意成立{-company}工会委员会的批复",
        "工会主席：{-name}，经费审查委员会主任：{-name}。",
    ],
    [
        "登记入库的应急物资存放于{-office_address}附近仓库，保管责任人{-name}，值班电话{-landline}。",
    ],
    ["{-company}位于和平路15号楼附近，负责人{-name}称，企业已安装油烟净化装置。"],
    [
        "县医院专家门诊安排",
        "周一：{-name}，主任医师，擅长高血压、冠心病；周三：{-name}，副主任医师，擅长糖尿病。",
    ],
    [
        "发言席上，县政协委员{-name}、{-name}围绕残疾人就业建言，县残联理事长{-name}回应关切。",
    ],
    ["全民健康体检启动，65岁以上老人、高血压和糖尿病患者凭身份证到卫生院登记，名单由村医掌握。"],
    [
        "人民调解员名册：{-name}，示范镇司法所调解员；{-name}，石桥村调委会主任。",
    ],
    # Written after the first mechanisms stood.
    [
        "农机报废补贴公示",
        "机主：{name}",
        "身份证：{id_number}",
        "住址：{address}",
        "开户行及账号：示范农商行 {bank_card}",
    ],
    [
        "失主请注意：本所收到拾获钱包一个，内有{name}的身份证（{id_number}）和{plate}行驶证，请速来领取。咨询电话{-landline}。"
    ],
    [
        "居家养老服务派单：服务对象{name}，{-grown_age}岁，{address}，患{illness}，紧急联系人{name:family}（儿子）{mobile}。"
    ],
    ["示范县征兵体检不合格人员", "{name}，视力不达标", "{name}，{illness}", "{name}，{illness}"],
    [
        "来件登记",
        "寄信人：{name}　邮寄地址：{address}　电话：{mobile}",
        "事由：反映养殖场臭味扰民",
        "批办：{-name}",
    ],
    ["根据居民{name}本人申请，注销其名下社保卡（卡号{bank_card}，社会保障号{social_insurance}）。"],
    [
        "对{name}、{name}、{name}三人冒领养老金一案，县人社局已追缴{-money}，三人身份证号分别为{id_number}、{id_number}、{id_number}。"
    ],
    [
        "慢性病门诊年审通过人员：",
        "{name}　{illness}",
        "{name}　{illness}",
        "{name}　{illness}",
        "医保经办机构电话：{-landline}",
    ],
    ["村干部走访时获知，独居老人{name}近日摔伤，其儿媳{name:family}（电话{mobile}）正在赶回。"],
    ["缴费异常提醒：{name}女士，您为{name:child}（{-age}岁）缴纳的医保费未到账，请核对扣款卡{bank_card}。"],
    [
        "本案受害人{name}，{full_birth_date:birth_date}出生，生前系{-company}员工，家属{name:family}已领取赔偿款。"
    ],
    ["{name}，您好！您咨询的公积金提取问题答复如下：请持本人身份证到柜台办理。联系电话：{-landline}。"],
    ["举报奖励领取通知", "请举报人{name}（预留手机{mobile}）持有效证件到县市场监管局领取奖金{-amount}元。"],
    ["退林还耕补助对象及面积：{name}3.2亩，{name}1.5亩，{name}0.8亩，均已打入个人账户。"],
    ["参加技能培训人员签到：{name}{mobile}，{name}{mobile}，{name}{mobile}"],
    ["取保候审人{name}，住{address}，电话{mobile}，保证人{name}（系其朋友）。"],
    ["孕产妇随访：{name}，孕32周，末次检查诊断{illness}，丈夫{name:family}电话{mobile}。"],
    ["姓  名：{name}", "公民身份号码：{id_number}", "死亡日期：{-plain_date}", "死亡原因：{illness}"],
    # nothing
    [
        "主讲人：{-name}（县委党校教授）",
        "时间：{-plain_date}",
        "地点：县政务中心3楼302室",
        "联系电话：{-landline}",
    ],
    [
        "招标人：{-office}",
        "地址：{-office_address}",
        "联系人：{-name}",
        "电话：{-landline}",
        "代理机构：{-company}",
        "联系人：{-name}",
        "电话：{-landline}",
    ],
    [
        "当事人：{-company}",
        "统一社会信用代码：{-credit_code}",
        "住所：{-office_address}",
        "法定代表人：{-name}",
        "处罚种类：罚款",
    ],
    ["活动现场，县文联主席{-name}、县作协主席{-name}为获奖单位颁奖，{-name}副县长讲话。"],
    [
        "办案人员：{-name}、{-name}",
        "执法证号：示执字{-amount}号",
        "承办机构：{-office}",
        "监督电话：{-landline}",
    ],
    ["值班安排：周一{-name}，周二{-name}，周三{-name}，带班领导{-name}，值班电话{-landline}。"],
    ["驻村工作队队长{-name}、队员{-name}入户宣传防诈骗，走访阳光小区3号楼2单元。"],
    ["责任河段：示范河；河长：{-name}；巡河员：{-name}；举报电话：{-landline}。"],
    ["授课教师：{-name}，{-name}；课程：糖尿病居家护理；地点：示范镇卫生院二楼。"],
    ["{-company}股东会决议由{-name}担任总经理，{-name}担任监事，注册地址{-office_address}。"],
    # Written after the second part was tuned on.
    ["噪声扰民处理情况：经查，{address}业主{name}凌晨装修，已批评教育。"],
    [
        "{name}，示范镇人，家庭地址{address}，配偶{name:family}无业，长女{name:family}在读高中，因{illness}致贫。"
    ],
    ["本期光荣院接收对象：{name}（{birth_date}出生，{illness}）；{name}（{birth_date}出生，{disability}）。"],
    ["现有{name}反映其位于{address}的住房出现裂缝，鉴定为C级。"],
    [
        "被救助人基本信息",
        "1、被救助人：{name}；2、性别：男；3、身份证件：{id_number}；4、家庭所在：{address}；5、救助方式：护送返乡。",
    ],
    ["刘集片网格长{-name}报告：辖区居民{name}（{mobile}）燃气泄漏，已处置。"],
    ["王同志您好，您反映的{address}私搭乱建问题已转城管部门，稍后将拨打您的电话{mobile}回访。"],
    [
        "附件1：2026年度助学金受助者",
        "姓名 学校 金额",
        "{name} 示范大学 5000",
        "{name} 示范学院 5000",
        "{name} 示范大学 3000",
    ],
    [
        "签约家庭医生服务对象随访异常：{name} 男 {-grown_age} {illness} {mobile}",
        "{name} 女 {-grown_age} {illness} {mobile}",
    ],
    ["法定继承人声明：本人{name}（{id_number}）自愿放弃对父亲{name:family}名下{address}房产的继承。"],
    ["骗保案件通报：参保人{name}使用{name}的医保卡（卡号{medical_number}）就诊，违规金额{-money}。"],
    [
        "幼儿园录取：{name:child}（{child_id:id_number}）、{name:child}（{child_id:id_number}）；候补：{name:child}（{child_id:id_number}）。"
    ],
    [
        "小额贷款贴息发放",
        "借款户：{name}",
        "贷款账号：{account:bank_card}",
        "贴息金额：{-amount}元",
        "信贷员：{-name}",
    ],
    ["{name}诉{name}相邻关系纠纷，双方均住{address}，经调解达成协议。"],
    ["应聘者{name}、{name}资格复审未通过，如有疑问可电询{-landline}。本人邮箱{email}已发送通知。"],
    ["重点人员管控：吸毒人员{name}，绰号老黑，身份证{id_number}，现住{address}，社区民警{-name}负责。"],
    ["补发对象{name}，补发原因：系统漏发；收款人与持卡人一致；卡号：{bank_card}。"],
    ["捐献者{name}的家属{name:family}来电（{mobile}）表示感谢。"],
    # nothing
    ["专家组成员：{-name}，示范大学教授；{-name}，省农科院研究员。"],
    ["县教体局任命{-name}为示范县第三中学校长，{-name}为副校长，试用期一年。"],
    ["项目地点：和平路15号楼北侧；建设单位联系人：{-name}；电话：{-landline}。"],
    ["施工单位：{-company}；项目负责人：{-name}；技术负责人：{-name}；监理工程师：{-name}。"],
    ["医保基金监管：加强对糖尿病、高血压“两病”用药保障，提高统筹层次。"],
    ["劳模{-name}的事迹在全县引起反响，县总工会主席{-name}号召学习。"],
    ["庭审由法官{-name}主审，书记员{-name}记录，人民陪审员{-name}、{-name}参加。"],
    ["供水公司抢修电话{-landline}，抢修队长{-name}，涉及幸福家园1号楼至6号楼。"],
    # Written after the third part was tuned on.
    [
        "校园贷预警个案",
        "涉事学生{name}，{birth_date}出生，在校外网贷{-money}，家长{name:family}已知情，手机{mobile}。",
    ],
    ["拆除旧宅验收：户主{name}，旧宅在{address}，已拆除，补偿款转至{bank_card}。"],
    [
        "提前告知书",
        "致：{name}（公民身份号码{id_number}）",
        "拟对你作出罚款{-amount}元的处罚，你有权陈述申辩。",
    ],
    [
        "特殊困难群体走访情况",
        "一、{name}，住{address}，独居，{illness}，每周探访两次。",
        "二、{name}，住{address}，{disability}，每周探访一次。",
    ],
    ["高考加分资格公示：少数民族考生{name}，准考证号略，身份证号{id_number}。"],
    ["救护车转运登记：患者{name}，家属电话{mobile}，接诊地点{address}，初步判断{illness}。"],
    ["《购房补贴申领表》中{name}填写的银行账号{account:bank_card}与户名不一致。"],
    [
        "第一名 {name} 86.5分；第二名 {name} 84分；第三名 {name} 81.2分。以上人员进入考察，身份证号{id_number}等信息已核验。"
    ],
    ["亲属关系证明：{name}与{name}系父子关系，身份证号分别为{id_number}和{id_number}。"],
    ["强制报告：发现{name:child}（{-age}岁）身上有伤，其继父{name:family}有暴力倾向，已报警。"],
    ["公安机关通报：{name}（男，{-grown_age}岁，{-village}人）因散布谣言被行政处罚，其微信号为{mobile}。"],
    ["疑似职业病病例：{name}，粉尘作业十年，确诊{illness}，社保编号{social_insurance}。"],
    ["车辆违停告知：{plate}，车辆所有人{name}，手机尾号不详，登记住所{address}。"],
    ["尊敬的医生您好，我父亲{name:family}去年查出{illness}，我叫{name}，电话{mobile}，想咨询大病保险。"],
    ["出入境证件作废：{name}，护照，{passport}；{name}，往来台湾通行证，{permit}。"],
    ["村级公示栏照片文字：低保户 {name} 3人 1200元 {bank_card}"],
    [
        "婚姻登记档案查询回执",
        "男方姓名：{name}",
        "女方姓名：{name}",
        "登记日期：{-plain_date}",
        "男方身份证号：{id_number}",
    ],
    # nothing
    ["编制单位：{-company}；编制人员：{-name}、{-name}；审核：{-name}；批准：{-name}。"],
    ["县纪委监委通报：{-village}党支部原书记{-name}违规收受礼金，受到党内警告处分。"],
    ["新闻发言人{-name}回答记者提问时表示，残疾人两项补贴按月发放。"],
    ["县疾控中心{-name}主任提醒：流感高发季，老人、儿童尽早接种。"],
    ["考点设在示范县第一中学（和平路88号），考务电话{-landline}，考点负责人{-name}。"],
    ["河东村第一书记{-name}、村委会主任{-name}带队核查危房，共排查112户。"],
    ["征地实施单位：{-office}；项目经办：{-name}；咨询电话：{-landline}；地块编号{-plot_number}。"],
    ["公证员{-name}、公证员助理{-name}对抽签过程进行了现场公证。"],
]
TABLES = [
    (
        "临时救助对象明细",
        "救助对象|家庭住处|身份证件号码|患病名称|救助金",
        "{name}|{address}|{id_number}|{illness}|{-amount}",
        4,
    ),
    (
        "脱贫户家庭成员登记",
        "户编号|成员姓名|和户主的关系|证件号",
        "{-amount}|{name:family}|配偶|{id_number}",
        3,
    ),
    (
        "残疾人证换发清单",
        "持证者|残疾类别等级|家庭地址|手机",
        "{name}|{disability}|{address}|{mobile}",
        4,
    ),
    ("百岁老人名录", "寿星|生日|现住处", "{name}|{full_birth_date:birth_date}|{address}", 4),
    ("公益岗位聘用", "聘用者|岗位|起始时间|联系号码", "{name}|保洁|2026年3月|{mobile}", 4),
    (
        "困境儿童台账",
        "孩子姓名|出生日期|抚养者|抚养者电话",
        "{name:child}|{birth_date}|{name:family}|{mobile}",
        3,
    ),
    ("行政执法证件年审", "姓名|执法证号|执法类别|所在单位", "{-name}|0{-amount}|市场监管|{-office}", 5),
    ("河长名单", "河段|河长|职务|监督电话", "示范河上游段|{-name}|副镇长|{-landline}", 4),
    (
        "信用惩戒企业",
        "企业名称|法人|住所地|信用代码",
        "{-company}|{-name}|{-office_address}|{-credit_code}",
        4,
    ),
    (
        "护理补贴调整",
        "残疾人|类别|级别|卡号",
        "{name}|{disability_sort:disability}|{disability_level:disability}|{bank_card}",
        4,
    ),
    ("优待证办理", "申办人|性别|证件号|通讯地址|联系手机", "{name}|男|{id_number}|{address}|{mobile}", 4),
    (
        "学生资助",
        "受助学生|就读小学|家长|家长手机|金额",
        "{name:child}|河东小学|{name:family}|{mobile}|{-amount}",
        4,
    ),
    (
        "养老机构入住老人",
        "入住者|出生日期|既往病史|紧急联系电话",
        "{name}|{birth_date}|{illness}|{mobile}",
        4,
    ),
    (
        "消防安全重点单位",
        "单位名称|消防安全责任人|管理人|地址",
        "{-company}|{-name}|{-name}|{-office_address}",
        4,
    ),
    ("特聘农技员", "姓名|职称|服务领域|办公电话", "{-name}|农艺师|蔬菜|{-landline}", 4),
    (
        "农房抗震改造",
        "改造农户|证件号码|房屋坐落|补助资金|一卡通账号",
        "{name}|{id_number}|{address}|{-amount}|{account:bank_card}",
        4,
    ),
    (
        "康复训练儿童",
        "受训儿童|障碍类型|月龄|照护人|联系电话",
        "{name:child}|发育迟缓|40|{name:family}|{mobile}",
        3,
    ),
    ("欠费车主催缴", "号牌|登记车主|手机号码|欠费金额", "{plate}|{name}|{mobile}|{-amount}", 4),
    ("退休人员认证", "认证人|参保号|认证方式|家庭电话", "{name}|{social_insurance}|现场|{landline}", 4),
    ("包村干部", "村名|包村干部|职务|联系电话", "{-village}|{-name}|镇人大主席|{-landline}", 4),
    ("农产品抽检", "样品|受检单位|抽样人员|检验结论", "韭菜|{-company}|{-name}|合格", 4),
    (
        "两癌救助",
        "救助妇女|出生时间|所患癌症|发放账户",
        "{name}|{birth_date}|{illness}|{account:bank_card}",
        3,
    ),
    ("城镇零就业家庭", "户籍姓名|家庭成员|与本人关系|身份证号码", "{name}|{name:family}|女儿|{id_number}", 3),
    ("学校食堂陪餐", "日期|陪餐领导|陪餐情况", "{-plain_date}|{-name}|正常", 4),
    ("公车司勤人员", "岗位|驾驶员|车牌号|手机号", "司机|{name}|{plate}|{mobile}", 3),
    (
        "评残结果",
        "申请人|残疾类别|残疾等级|评定医师",
        "{name}|{disability_sort:disability}|{disability_level:disability}|{-name}",
        4,
    ),
    ("基层党组织", "党组织名称|书记|党员数|办公地址", "示范镇石桥村党支部|{-name}|45|{-office_address}", 4),
]
FORMS = [
    [
        "领款人|{name}|证件号|{id_number}",
        "收款账号|{bank_card}|领款事由|医疗救助",
        "家庭住处|{address}|联系手机|{mobile}",
        "会计|{-name}|出纳|{-name}",
    ],
    [
        "户主姓名|{name}|户主生日|{birth_date}",
        "成员|{name:family}|关系|之子",
        "成员|{name:family}|关系|之妻",
        "调查员|{-name}|调查日期|{-plain_date}",
    ],
    [
        "申办人|{name}|性别|男",
        "证件号码|{id_number}|手机号|{mobile}",
        "现住地|{address}|户口性质|农业",
        "受理员|{-name}|受理时间|{-plain_date}",
    ],
    [
        "申请者|{name}|联系手机|{mobile}",
        "常住地址|{address}|身份证|{id_number}",
        "接收人|{-name}|接收日期|{-plain_date}",
    ],
    [
        "丧葬补贴申领人|{name}|与逝者关系|之子",
        "逝者姓名|{name}|逝世日期|{-plain_date}",
        "申领人住址|{address}|收款卡号|{bank_card}",
        "民政专干|{-name}|审批日期|{-plain_date}",
    ],
]
