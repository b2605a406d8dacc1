"""The fifth set of templates of ``tuned_on``: written by somebody who had not read the detectors."""

# About half the texts hold personal data to be found; the rest only look as if they did.
PROSE = [
    # Social relief.
    [
        "关于拟纳入农村低保对象的公示",
        "经本人申请、入户调查、民主评议，拟将{name}（身份证号{id_number}）一户3人纳入农村低保，月保障金{-amount}元。",
        "公示期7天，如有异议请向{-office}反映，电话{-landline}。",
    ],
    [
        "低保复核情况说明：{name}，住{address}，因本人死亡，从下月起停发低保金。",
        "其妻{name:family}已另行申请，由镇民政办受理。",
    ],
    [
        "临时救助公示",
        "{name}，因患{illness}在县人民医院住院治疗，自付费用较高，家庭生活困难，拟给予一次性临时救助{-money}。",
    ],
    [
        "经研究，同意对{-village}村民{name}给予急难型临时救助，救助金打入其惠农一卡通，账号{account:bank_card}。"
    ],
    ["特困供养人员{name}，{full_birth_date:birth_date}出生，无子女，由镇敬老院集中供养。"],
    [
        "医疗救助审批表显示，{name}确诊{illness}，住院号{medical_number}，本次救助{-money}。",
        "经办机构：{-office}，咨询电话：{-landline}。",
    ],
    ["医保报销退件说明：参保人{name}，医保编号{medical_number}，因发票不全退回，请本人补齐后再报。"],
    [
        "{name}同志系{disability_said:disability}，护理补贴自本月起按每人每月{-amount}元发放，开户账号{bank_card}。"
    ],
    ["残疾人证换发通知：{name}（{disability}），请携带旧证和一寸照片到县残联换领，联系手机{mobile}。"],
    ["事实无人抚养儿童{name:child}，身份证号{child_id:id_number}，现随祖母{name:family}生活，住{address}。"],
    [
        "困境儿童走访记录",
        "{name:child}，{-age}岁，就读于示范镇中心小学，父亲{name:family}外出务工，母亲{name:family}患{illness}。",
    ],
    ["高龄津贴停发公示：{name}，{birth_date}生，因户籍迁出停发，原领取账号{bank_card}。"],
    # Housing and land.
    ["危房改造对象{name}，家住{address}，房屋鉴定为D级，拟补助{-amount}元。"],
    [
        "公租房配租结果公示",
        "经摇号，申请人{name}（{id_number}）获配锦绣家园保障房一套，配偶{name:family}为共同居住人。",
        "监督电话：{-landline}。",
    ],
    [
        "征收补偿决定书：被征收人{name}，男，身份证号码{id_number}，房屋坐落于{address}，建筑面积{-amount}平方米。"
    ],
    [
        "征地补偿款发放说明",
        "{name}户应得青苗及附着物补偿款{-money}，已转入{bank_card}，本人签字确认。",
    ],
    ["不动产权证书遗失声明：{name}因保管不善，将坐落于{address}的不动产权证书遗失，现声明作废。"],
    ["宅基地审批公示：申请人{name}，家庭成员{name:family}、{name:family}，拟使用土地{-amount}平方米。"],
    # Agriculture.
    ["农机购置补贴核验：购机者{name}，联系电话{mobile}，购买轮式拖拉机一台，补贴{-amount}元。"],
    ["经核查，种粮大户{name}申报面积属实，补贴资金拨付至账号{account:bank_card}。"],
    # Punishment, permits and procedure.
    [
        "示范县综合行政执法局行政处罚决定书",
        "当事人：{name}，性别：男，公民身份号码：{id_number}，住址：{address}。",
        "经查，你于{-plain_date}在建设路占道经营，违反《山东省城镇容貌和环境卫生管理办法》，现罚款{-amount}元。",
        "执法人员：{-name}、{-name}。",
    ],
    ["当事人{name}驾驶{plate}轻型货车，沿途遗撒渣土，执法队员当场拍照取证。"],
    ["机动车违停告知：号牌为{plate}的小型轿车在人民路消防通道停放，请车主尽快驶离。"],
    [
        "公告送达",
        "{name}（身份证号：{id_number}）：因无法以其他方式向你送达处罚事先告知书，现依法公告送达，自公告之日起满三十日视为送达。",
    ],
    ["举报人{name}反映，邻居私搭乱建影响采光，请求处理，其联系方式为{mobile}。"],
    ["证人{name}称，{-plain_date}晚其看到一辆{plate}的面包车停在沟边倾倒垃圾。"],
    ["吊销机动车驾驶证公告：{name}，驾驶证号{id_number}，因醉酒驾驶被依法吊销驾驶证。"],
    # Complaints and requests.
    [
        "信访事项处理意见书",
        "信访人：{name}，女，现住{address}，电话{mobile}。",
        "你反映的低保被取消问题，经镇政府调查，你户家庭财产超过规定标准，不符合低保条件。",
        "如不服本意见，可自收到之日起三十日内请求复查。",
    ],
    ["{name}同志（电话{mobile}）：你来信反映村内道路积水的问题收悉，现答复如下：该路段已列入今年改造计划。"],
    [
        "政府信息公开告知书",
        "申请人：{name}，联系地址：{address}，邮箱：{email}。",
        "你申请公开的征地批文已主动公开，可登录县政府网站查阅。",
    ],
    ["12345工单摘要：来电人{name}，来电号码{mobile}，反映小区停水，要求尽快恢复，承办单位已答复。"],
    ["诉求人自称姓名为{name}，家住{address}，多次来电反映楼下烧烤店油烟扰民。"],
    # Education, recruitment.
    ["教师资格认定补正通知：{name}，请补交体检表，如有疑问请发邮件至你报名时预留的{email}确认。"],
    ["进入体检人员：{name}，准考证号{-contract_number}，身份证号{id_number}，报考岗位：小学语文教师。"],
    ["外籍教师{name}，护照号{passport}，聘用单位为示范县实验中学，聘期一年。"],
    ["中考加分公示：{name:child}，初中毕业于示范县第三中学，身份证号{child_id:id_number}，系烈士子女。"],
    ["幼儿园录取结果：{name:child}，身份证号{child_id:id_number}，分到小一班，家长电话{mobile}。"],
    ["参加志愿服务的台湾青年{name}，台胞证号{permit}，现租住{address}。"],
    # Veterans, birth planning, wages.
    ["优抚对象{name}，{disability}，抚恤金按月打入{bank_card}，请核对。"],
    ["计划生育家庭奖励扶助对象{name}，{birth_date}出生，其妻{name:family}，符合奖扶条件。"],
    ["失独家庭走访：{name}、{name}夫妇，住{address}，生活上由社区结对照顾。"],
    ["欠薪线索核实：农民工{name}，手机{mobile}，被拖欠工资{-money}，用工单位为{-company}。"],
    ["社保待遇追缴通知：{name}，社会保障号{social_insurance}，重复领取养老金{-money}，请于十五日内退回。"],
    # Health, emergency, missing persons.
    [
        "疫情流调信息",
        "确诊病例{name}，男，{-grown_age}岁，住{address}，身份证号{id_number}，{-plain_date}乘{plate}私家车返回。",
    ],
    ["火灾事故通报：本次事故造成居民{name}受伤，已送县医院救治，其子{name:family}在场陪护，手机{mobile}。"],
    [
        "寻人启事",
        "{name}，女，{-grown_age}岁，患有{illness}，{-plain_date}从家中走失，上身穿红色棉袄。",
        "知情者请与其儿子{name:family}联系，电话{mobile}，必有重谢。",
    ],
    ["走失儿童{name:child}，{-age}岁，身高1米1，走失时穿蓝色校服，家中电话{landline}。"],
    ["迁坟公告回执：坟主{name}，联系电话{mobile}，登记坟墓2座，同意按标准补偿。"],
    ["困难职工{name}患{illness}已三年，县总工会拟发放慰问金{-amount}元，银行卡号{bank_card}。"],
    # Nothing to find from here on: leaders and officials.
    ["{-plain_date}，县委书记{-name}到示范镇调研秋粮生产，县委常委、副县长{-name}陪同。"],
    ["县长{-name}主持召开县政府常务会议，听取乡村振兴工作情况汇报，研究部署下步工作。"],
    [
        "示范县人民政府关于{-name}等同志任免职务的通知",
        "任命{-name}为县财政局局长；免去{-name}的县审计局副局长职务。",
        "{-document_number}",
    ],
    ["会议由县政府办公室主任{-name}主持，各镇（街道）主要负责人、县直有关部门主要负责人参加会议。"],
    ["镇党委副书记、镇长{-name}代表镇政府作工作报告，大会主席团常务主席{-name}主持会议。"],
    ["局党组书记、局长{-name}负责全面工作；副局长{-name}分管办公室、规划财务科，办公电话{-landline}。"],
    ["驻村第一书记{-name}带领村两委干部修建排水沟，解决了多年的积水问题。"],
    ["县公安局党委委员、副局长{-name}在新闻发布会上通报了夏季治安打击整治行动的成效。"],
    # Contacts of offices, bids and companies.
    ["联系人：{-name}，联系电话：{-landline}，通讯地址：{-office_address}，邮编：253500。"],
    [
        "中标结果公告",
        "项目编号：{-contract_number}；中标供应商：{-company}；中标金额：{-money}。",
        "采购人：{-office}，地址：{-office_address}，联系方式：{-landline}。",
        "评审专家：{-name}、{-name}、{-name}。",
    ],
    [
        "{-company}，法定代表人{-name}，统一社会信用代码{-credit_code}，注册资本500万元，因年报逾期被列入经营异常名录。"
    ],
    ["建设项目环评受理公示：建设单位为{-company}，项目代码{-project_code}，建设地点位于{-coordinates}。"],
    ["采购代理机构：山东正信招标代理有限公司，项目联系人：{-name}，电话：{-landline}。"],
    ["依据《行政许可法》，准予{-company}取水许可，许可文号{-document_number}，有效期五年。"],
    ["{-company}未按规定安装油烟净化设施，被处以罚款{-amount}元，处罚机关为示范县综合行政执法局。"],
    ["国有建设用地使用权出让：地块编号{-plot_number}，面积{-amount}平方米，起始价{-money}。"],
    ["发明人{-name}的一种玉米脱粒装置获国家发明专利，专利号{-patent}，专利权人为{-company}。"],
    # Masked data.
    ["本期新增低保对象：{-masked_name}，身份证号{-masked_id}，月保障金{-amount}元。"],
    ["当事人{-masked_name}，身份证号码{-masked_id}，电话{-masked_mobile}，未取得许可从事客运经营。"],
    ["来电人{-masked_name}反映路灯不亮，承办单位回复已更换灯头，来电人表示满意。"],
    ["病例3，女，{-grown_age}岁，居住于城关街道，{-plain_date}核酸检测阳性，现已转运隔离。"],
    # Statistics, rules, guides.
    ["全县在册农村低保对象1836户2915人，累计发放低保金{-money}，月人均补差{-amount}元。"],
    ["今年以来，全县规范管理{-illness}患者4126人，签约服务率达到92%，免费筛查妇女8000人次。"],
    ["重度残疾人是指残疾等级为一级、二级的残疾人，其护理补贴标准为每人每月{-amount}元。"],
    ["申请临时救助须提交申请人身份证、户口簿、银行卡复印件和诊断证明，材料齐全的当场受理。"],
    [
        "办理地点：{-office_address}，办理时间：工作日上午9:00至12:00，咨询电话{-landline}，监督电话{-hotline}。"
    ],
    ["公民、法人和其他组织可拨打{-hotline}反映问题，也可登录县政府网站留言，我们将在五个工作日内答复。"],
    ["申请人应当写明姓名、身份证号、住址、联系电话和开户银行账号，并对材料的真实性负责。"],
    [
        "答：您好，您反映的公交线路调整问题已转县交通运输局研究。",
        "该局答复，高峰时段将增发两个班次，感谢您对我们工作的支持。",
    ],
    ["村务公开：本季度村集体收入{-money}，支出{-money}，其中道路维修{-money}，路灯电费{-money}。"],
    ["根据{-document_number}文件要求，现将有关事项通知如下，请各单位于{-plain_date}前报送自查报告。"],
    ["索引号：{-index_number}　发布机构：{-office}　发文日期：{-plain_date}　有效性：有效"],
    ["县应急管理局通报：{-plain_date}发生的交通事故造成1人死亡、2人受伤，事故原因正在调查中。"],
    ["表彰决定：授予示范镇人民政府等12个单位全县安全生产先进集体称号，希望受表彰单位再接再厉。"],
    ["黄河故道两岸高粱红了，石桥村的村民在田间忙着收割，处处是丰收的景象。"],
    ["各镇要学习焦裕禄同志亲民爱民的精神，弘扬雷锋精神，深入群众办实事、解难题。"],
    ["预算说明：“三公”经费支出{-amount}元，比上年下降5%，公务用车保有量3辆，国内公务接待26批次。"],
    ["项目总投资{-money}，合同编号{-contract_number}，施工单位为{-company}，计划{-plain_date}完工。"],
    ["登记证号{-registration}，业务主管单位为{-office}，本社会组织年检结论为合格。"],
    ["中考政策问答：考生凭准考证和身份证进入考场，严禁携带手机、手表等物品，成绩七月初公布。"],
    ["温馨提示：请不要向陌生人透露身份证号、银行卡号和验证码，如遇诈骗请立即拨打{-hotline}。"],
]

# Title, heading, the row, and how many rows.
TABLES = [
    (
        "示范镇城乡低保对象公示表",
        "序号|户主姓名|身份证号|保障人口|月保障金（元）",
        "{-age}|{name}|{id_number}|2|{-amount}",
        4,
    ),
    (
        "临时救助发放花名册",
        "村名|姓名|致困原因|救助金额|银行账号",
        "{-village}|{name}|{illness}|{-amount}|{account:bank_card}",
        3,
    ),
    (
        "农村危房改造拟补助对象名单",
        "姓名|家庭住址|危房等级|改造方式|补助金额",
        "{name}|{address}|D级|拆除重建|{-amount}",
        4,
    ),
    (
        "雨露计划学生补助公示",
        "学生姓名|身份证号码|就读学校|学制|家长姓名",
        "{name}|{id_number}|示范县职业中等专业学校|三年|{name:family}",
        3,
    ),
    (
        "公租房轮候对象",
        "轮候号|申请人|联系电话|现住址|家庭人口",
        "{-age}|{name}|{mobile}|{address}|3",
        4,
    ),
    (
        "土地征收补偿明细",
        "被征收人|身份证号|面积（亩）|补偿金额|开户账号",
        "{name}|{id_number}|1.26|{-money}|{bank_card}",
        3,
    ),
    (
        "残疾人两项补贴发放表",
        "姓名|残疾类别|等级|补贴标准",
        "{name}|{disability_sort:disability}|{disability_level:disability}|{-amount}",
        4,
    ),
    (
        "耕地地力保护补贴公示表",
        "农户姓名|补贴面积（亩）|补贴金额（元）|一卡通账号",
        "{name}|6.5|{-amount}|{account:bank_card}",
        5,
    ),
    (
        "退役士兵安置对象",
        "姓名|出生年月|入伍时间|安置单位",
        "{name}|{birth_date}|2008年12月|示范县供水公司",
        3,
    ),
    ("教师资格认定人员名单", "序号|姓名|性别|身份证号|资格种类", "{-age}|{name}|女|{id_number}|初级中学", 4),
    (
        "拟聘用人员名单",
        "姓名|性别|出生日期|毕业院校|手机号码",
        "{name}|男|{full_birth_date:birth_date}|示范师范学院|{mobile}",
        3,
    ),
    (
        "小学一年级新生分班名单",
        "班级|学生姓名|身份证号|父亲姓名|母亲姓名",
        "一（2）班|{name:child}|{child_id:id_number}|{name:family}|{name:family}",
        4,
    ),
    ("医疗救助对象名单", "姓名|病种|住院号|救助金额（元）", "{name}|{illness}|{medical_number}|{-amount}", 4),
    (
        "农机购置补贴受益对象",
        "购机者|所在村|机具名称|中央补贴额（元）|电话",
        "{name}|{-village}|旋耕机|{-amount}|{mobile}",
        4,
    ),
    ("拖欠农民工工资登记表", "姓名|工种|拖欠金额|身份证号", "{name}|瓦工|{-money}|{id_number}", 5),
    (
        "失信被执行人名单",
        "被执行人|公民身份号码|执行法院|未履行金额",
        "{name}|{id_number}|示范县人民法院|{-money}",
        3,
    ),
    (
        "交通违法抄告",
        "号牌号码|违法地点|违法时间|驾驶人",
        "{plate}|省道235线12公里处|{-plain_date}|{name}",
        4,
    ),
    # Nothing to find from here on.
    (
        "县领导接访日程安排",
        "日期|接访领导|职务|接访地点",
        "{-plain_date}|{-name}|副县长|县群众来访接待中心",
        4,
    ),
    ("工作领导小组成员名单", "小组职务|姓名|单位及职务", "副组长|{-name}|县民政局党组书记、局长", 3),
    (
        "部门联系电话一览表",
        "单位|办公地址|咨询电话|监督电话",
        "{-office}|{-office_address}|{-landline}|{-landline}",
        4,
    ),
    ("低保对象公示（脱敏）", "姓名|身份证号|保障人数|金额", "{-masked_name}|{-masked_id}|2|{-amount}", 5),
    ("中标候选人公示", "标段|中标候选人|报价|项目经理", "一标段|{-company}|{-money}|{-name}", 3),
    (
        "行政许可信息公示",
        "企业名称|统一社会信用代码|法定代表人|许可文号",
        "{-company}|{-credit_code}|{-name}|{-document_number}",
        4,
    ),
    ("各镇低保资金发放统计", "镇（街道）|户数|人数|金额（元）", "示范镇|{-amount}|{-amount}|{-money}", 4),
    ("慢性病管理情况", "病种|管理人数|规范管理率|控制率", "{-illness}|{-amount}|85%|72%", 4),
    (
        "建设项目清单",
        "项目代码|项目名称|建设单位|投资额",
        "{-project_code}|污水管网改造|{-company}|{-money}",
        4,
    ),
    (
        "出让地块一览表",
        "宗地编号|坐标|面积（平方米）|用途",
        "{-plot_number}|{-coordinates}|{-amount}|工业用地",
        3,
    ),
    ("防汛责任人公示", "水库名称|行政责任人|职务|值班电话", "张官屯水库|{-name}|副镇长|{-landline}", 3),
    (
        "12345工单办理情况",
        "来电人|来电号码|诉求类别|办理结果",
        "{-masked_name}|{-masked_mobile}|供水供暖|已办结",
        4,
    ),
    ("社会组织年检结果", "登记证号|单位名称|法定代表人|结论", "{-registration}|{-company}|{-name}|合格", 3),
]

FORMS = [
    [
        "姓名|{name}|性别|女",
        "身份证号|{id_number}|联系电话|{mobile}",
        "家庭住址|{address}|家庭人口|4",
        "申请事由|因病致贫，本人患{illness}|申请金额|{-amount}元",
    ],
    [
        "儿童姓名|{name:child}|身份证号|{child_id:id_number}",
        "父亲姓名|{name:family}|母亲姓名|{name:family}",
        "现住址|{address}|联系电话|{mobile}",
    ],
    [
        "申请人姓名|{name}|证件号码|{id_number}",
        "通信地址|{address}|电子邮箱|{email}",
        "所需信息内容描述|2023年张官屯村征地补偿方案|获取方式|邮寄",
    ],
    [
        "被处罚人|{name}|公民身份号码|{id_number}",
        "车牌号|{plate}|处罚文号|{-document_number}",
        "执法单位|示范县交通运输局|办案人员|{-name}",
    ],
    [
        "参保人姓名|{name}|医保编号|{medical_number}",
        "诊断|{illness}|报销金额|{-money}",
        "审核单位|{-office}|电话|{-landline}",
    ],
    # Nothing to find from here on.
    [
        "单位名称|{-company}|统一社会信用代码|{-credit_code}",
        "法定代表人|{-name}|注册地址|{-office_address}",
        "联系电话|{-landline}|成立日期|{-plain_date}",
    ],
    [
        "项目名称|农村公路养护工程|项目编号|{-contract_number}",
        "采购人|{-office}|采购人电话|{-landline}",
        "中标单位|{-company}|中标金额|{-money}",
    ],
    [
        "姓名|            |性别|    ",
        "身份证号|            |联系电话|",
        "家庭住址|            |开户账号|",
        "申请理由|    |审核意见|",
    ],
    [
        "事项名称|临时救助对象认定|办理单位|{-office}",
        "办理地点|{-office_address}|咨询电话|{-landline}",
        "投诉电话|{-hotline}|法定期限|20个工作日",
    ],
]
