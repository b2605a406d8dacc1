"""The sixth set of templates of ``tuned_on``: written by somebody who had not read the detectors."""

# About half the texts hold personal data to be found; the rest only look as if they did.
PROSE = [
    # Social relief.
    [
        "示范镇最低生活保障审核结果公告",
        "户主{name}，公民身份号码{id_number}，家中共有4口人，经家庭经济状况核对，符合低保条件。",
        "对结果有不同意见的，请于七日内拨打{-landline}。",
    ],
    ["民主评议会上，大家一致同意将村民{name}家列为低保户，其父{name:family}患有{illness}。"],
    ["拟取消低保待遇人员：{name}（身份证：{id_number}），原因是其女{name:family}名下有商品房两套。"],
    ["救助金已于{-plain_date}汇入{name}的农行卡，卡号为{bank_card}，请注意查收。"],
    ["因突发疾病，{name}被送往市立医院，诊断为{illness}，医疗费用{-money}，符合支出型救助条件。"],
    ["入户核查记录：{name}，独居，住{address}，生活能够自理，手机号是{mobile}。"],
    ["特困人员{name}，{old_id_number}（一代身份证），现由照料人每日上门送餐。"],
    ["医疗救助对象{name}，病历号{medical_number}，因{illness}反复住院，本年度累计救助{-money}。"],
    [
        "关于2026年第三季度残疾人补贴新增人员的公示",
        "{name}，持有残疾人证，{disability_said:disability}，家住{address}，享受生活补贴。",
        "{-office}，{-plain_date}",
    ],
    ["申请辅具适配的残疾人{name}（{disability}）联系不上，原登记电话{mobile}已停机。"],
    [
        "孤儿{name:child}今年{-age}岁，其身份证号码为{child_id:id_number}，基本生活费发至专户{account:bank_card}。"
    ],
    ["“春蕾计划”结对：{name:child}，女，小学四年级，父亲{name:family}因{illness}去世，由爱心企业每年资助。"],
    ["百岁老人{name}，生于{full_birth_date:birth_date}，现居{address}，每月领取高龄补贴{-amount}元。"],
    # Housing and land.
    ["关于{name}危房改造申请的答复：你户位于{address}的房屋经鉴定为C级，建议加固维修。"],
    ["住房租赁补贴退出名单中的{name}，身份证号{id_number}，因收入超标，从{-plain_date}起停发补贴。"],
    ["拆迁户{name}选择货币补偿，补偿款合计{-money}，收款账户{bank_card}，户名与被征收人一致。"],
    ["农村承包地确权异议：承包方代表{name}提出，其与兄弟{name:family}的地块界线有误，联系电话{mobile}。"],
    [
        "不动产首次登记公告",
        "经初步审定，拟对下列不动产权利予以首次登记：权利人{name}，坐落{address}，面积{-amount}平方米。",
        "异议书面材料送达地址：{-office_address}，联系方式：{-landline}。",
    ],
    # Agriculture.
    ["一卡通发放失败原因：{name}，卡号{bank_card}，开户名与身份证姓名不符，请村里通知本人更正。"],
    ["生猪良种补贴抽查，养殖户{name}，家庭电话{landline}，存栏能繁母猪12头，与申报数一致。"],
    [
        "脱贫户{name}享受小额信贷五万元，用于养殖肉羊，还款账号{account:bank_card}，其妻{name:family}在扶贫车间上班。"
    ],
    # Punishment, permits and procedure.
    [
        "示范县公安局行政处罚决定书",
        "违法行为人{name}，{birth_date}生，身份证号码{id_number}，户籍所在地{address}。",
        "现查明，该人于{-plain_date}在棋牌室以打麻将的形式赌博，决定给予行政拘留五日。",
        "办案民警：{-name}、{-name}",
    ],
    ["责令限期改正通知书：{name}，你在{address}擅自搭建阳光房，请于十日内自行拆除。"],
    ["被处罚人{name}，电话{mobile}，无证经营烟花爆竹，没收烟花43箱，罚款{-amount}元。"],
    [
        "行政复议决定书：申请人{name}，女，身份证住址{address}；被申请人示范县公安局，法定代表人{-name}，局长。"
    ],
    ["催告书送达回证载明，受送达人{name}不在家，由其成年儿子{name:family}签收，手机{mobile}。"],
    ["查获一辆车牌为{plate}的三轮汽车，驾驶人{name}未携带行驶证，已依法扣留车辆。"],
    ["废旧车辆认领公告：停放在示范县停车场的{plate}白色面包车超过三个月无人认领，将依法处理。"],
    ["出租车投诉处理：乘客反映{plate}出租车拒载，经查属实，驾驶员{name}被停运学习三天。"],
    ["工伤认定决定书：职工{name}，身份证号{id_number}，在{-company}车间作业时发生机械事故，认定为工伤。"],
    ["劳动仲裁开庭公告：申请人{name}（住{address}）诉{-company}追索劳动报酬一案，定于{-plain_date}开庭。"],
    # Complaints and requests.
    [
        "关于{name}信访事项的复查意见",
        "复查申请人：{name}，身份证号：{id_number}，联系电话：{mobile}。",
        "复查机关认为，原处理意见认定事实清楚，适用政策正确，予以维持。",
    ],
    ["网友实名留言：我叫{name}，住{address}，家里暖气一直不热，请尽快派人来修，我的电话是{mobile}。"],
    ["你（{name}，手机{mobile}）通过县长信箱反映的办证难问题已转县行政审批服务局办理。"],
    [
        "依申请公开答复书",
        "{name}：本机关收到你提交的申请，身份证复印件载明号码为{id_number}，通讯地址为{address}。",
        "经检索，你申请的信息不存在，特此告知。",
    ],
    ["请将答复结果发送至申请人邮箱{email}，纸质件邮寄至{address}，收件人{name}。"],
    # Education, recruitment.
    ["面试成绩查询说明：考生{name}，身份证尾号核对有误，正确号码为{id_number}，成绩82.4分。"],
    ["公益性岗位拟安置人员{name}，女，{birth_date}出生，属就业困难人员，联系电话{mobile}。"],
    ["引进人才{name}，美国籍，护照号码{passport}，拟给予安家补贴{-money}，汇入{bank_card}。"],
    ["示范县第一小学转学公示：{name:child}由外县转入三年级，母亲{name:family}在本县经商，电话{mobile}。"],
    ["溺水事故中，遇难学生{name:child}（{-age}岁）系示范镇中心小学学生，其祖父{name:family}情绪稳定。"],
    # Veterans, birth planning, wages, pensions.
    ["伤残军人{name}，评定为{disability}，伤残抚恤金账户为{account:bank_card}，经办人员已核对。"],
    ["独生子女父母奖励：{name}，身份证号{id_number}，丈夫{name:family}，奖励费每月10元。"],
    ["农民工代表{name}（电话{mobile}）等8人到劳动监察大队投诉，称{-company}拖欠工资{-money}。"],
    ["养老金暂停发放人员{name}，个人社保编号{social_insurance}，未按期进行资格认证，请尽快补办。"],
    # Health, emergency, missing persons.
    [
        "关于新增一例输入性病例的通报",
        "患者{name}，女，住{address}，护照号{passport}，{-plain_date}乘机入境，现由定点医院隔离收治。",
    ],
    ["预防接种异常反应补偿：受种者{name:child}，{-age}岁，其母{name:family}提出补偿申请，电话{mobile}。"],
    [
        "急寻家人",
        "走失老人{name}，患{illness}，昨日下午外出未归，穿灰色夹克、黑布鞋。",
        "好心人如有发现，请打电话{mobile}，联系人{name}，家住{address}。",
    ],
    ["公墓欠费催缴：购墓人{name}，预留电话{mobile}，请于年底前到县殡仪馆补缴维护费。"],
    # Nothing to find from here on: leaders and officials.
    ["副县长{-name}带队检查建筑工地安全生产，强调要压实企业主体责任，坚决防范各类事故发生。"],
    ["县人大常委会主任{-name}、县政协主席{-name}出席开工仪式，县委副书记{-name}致辞。"],
    ["经县委研究决定，{-name}同志任示范镇党委书记，免去其县委办公室副主任职务。"],
    [
        "县政府党组会议纪要",
        "时间：{-plain_date}；主持：{-name}县长；出席：{-name}副县长、{-name}副县长；列席：县财政局局长{-name}。",
        "会议议定，由县财政安排资金{-money}用于校舍维修。",
    ],
    ["新闻发言人、县卫生健康局局长{-name}回答了记者提问，她表示，秋冬季疫苗储备充足。"],
    ["县纪委监委通报，示范镇原副镇长{-name}因违规收受礼金受到党内警告处分。"],
    ["村党支部书记、村委会主任{-name}介绍，村里新装路灯60盏，群众夜间出行更加方便。"],
    ["县人民法院院长{-name}、县人民检察院检察长{-name}分别向大会报告工作。"],
    # Contacts of offices, bids and companies.
    ["本公告由{-office}负责解释，具体事宜请与办公室{-name}联系，电话{-landline}，传真{-landline}。"],
    [
        "招标人：{-office}；地址：{-office_address}；联系人：{-name}；电话：{-landline}；招标编号：{-contract_number}。"
    ],
    ["成交供应商{-company}，地址为示范县经济开发区创业路88号，成交价{-money}，服务期一年。"],
    ["谈判小组成员名单：{-name}（采购人代表）、{-name}、{-name}，代理服务费{-amount}元由成交人支付。"],
    ["{-company}（统一社会信用代码：{-credit_code}；法定代表人：{-name}）安全生产许可证到期，现予注销。"],
    ["排污许可证编号{-credit_code}，持证单位{-company}，排放口坐标为{-coordinates}。"],
    ["同意{-company}年产5万吨饲料项目备案，备案号{-project_code}，总投资{-money}，项目负责人{-name}。"],
    ["抽检不合格食品：{-company}销售的韭菜，腐霉利项目不符合国家标准，已下架封存并立案。"],
    ["专家组组长{-name}教授认为，该成果达到国内领先水平，专利{-patent}已实施转化。"],
    ["本文作者{-name}系县融媒体中心记者，文中图片由通讯员{-name}拍摄。"],
    # Masked data.
    ["拟救助人员{-masked_name}，家住示范镇，身份证号码{-masked_id}，因火灾导致生活困难。"],
    ["中奖人{-masked_name}，手机号{-masked_mobile}，请在三十日内持有效证件领取消费券。"],
    ["犯罪嫌疑人{-masked_name}因涉嫌电信诈骗被依法刑事拘留，案件正在进一步侦办中。"],
    ["投诉人{-masked_name}称物业乱收费，经调解双方达成一致，退还费用{-amount}元。"],
    # Statistics, rules, guides.
    ["上半年，12345热线共受理群众来电8126件，办结率99.2%，其中噪声扰民类占比最高。"],
    ["全县共有持证残疾人9326人，其中肢体残疾5210人、视力残疾812人、听力残疾1036人。"],
    ["将{-illness}等12个病种纳入门诊慢特病保障范围，报销比例提高到70%。"],
    ["符合条件的家庭可向户籍所在地村委会提出申请，填写申请表，并提供家庭成员身份证复印件。"],
    ["高龄津贴按80至89周岁、90至99周岁、100周岁以上三个档次发放，标准分别为每月50元、100元、{-amount}元。"],
    ["缴款账户：示范县财政局国库集中收付中心；开户行：中国农业银行示范县支行；办公电话：{-landline}。"],
    [
        "问：孩子户口不在本县，能在这里上小学吗？",
        "答：可以。请家长持居住证、务工证明到居住地所在学区学校登记，详情咨询县教育和体育局，电话{-landline}。",
    ],
    ["发生紧急情况请拨打{-hotline}，拨打时说清楚地点、事由和人数，并保持电话畅通。"],
    ["依据{-document_number}，对政策性粮食补贴实行“一卡通”发放，严禁以现金方式发放补贴。"],
    ["公开本村上月财务：收土地流转费{-money}，支保洁员工资{-money}，结余{-money}，民主理财小组已审核。"],
    ["应急响应通报：受冷空气影响，{-plain_date}夜间最低气温降至零下8度，县气象台发布寒潮蓝色预警。"],
    ["当日新增本土无症状感染者2例，均为集中隔离人员，无社会面传播风险，请市民做好个人防护。"],
    ["清明节文明祭扫倡议：提倡鲜花祭扫、网络祭扫，不在公墓焚烧纸钱，经营性公墓价格实行公示。"],
    ["决定对全县15个先进基层党组织予以表彰，希望全县各级党组织向先进学习，担当作为、真抓实干。"],
    ["公开招聘教师30名，其中语文10名、数学8名、英语6名、体育6名，年龄一般在35周岁以下。"],
    ["高楼村方便店门前的马路年久失修，黄沙满地，万福河两岸也缺少护栏，代表建议尽快整治。"],
    ["宗地编号{-plot_number}，规划用途为住宅，容积率不高于2.0，竞买保证金{-money}，索引号{-index_number}。"],
    ["工资支付专项检查共检查在建项目46个，追回工资{-money}，涉及农民工312人，立案3起。"],
]

# Title, heading, the row, and how many rows.
TABLES = [
    (
        "2026年10月农村低保新增名单",
        "编号|申请人姓名|公民身份号码|家庭住址|类别",
        "{-age}|{name}|{id_number}|{address}|B类",
        3,
    ),
    ("低保家庭成员信息", "户主|成员姓名|与户主关系|成员身份证号", "{name}|{name:family}|配偶|{id_number}", 4),
    (
        "困难群众慰问名册",
        "被慰问人|困难情况|慰问金|领款人电话",
        "{name}|患{illness}，家庭收入低|{-amount}|{mobile}",
        4,
    ),
    ("抗震改造农户信息", "农户姓名|身份证号码|电话|竣工时间", "{name}|{id_number}|{mobile}|{-plain_date}", 4),
    ("雨露计划职业教育补助发放表", "学生|院校|补助金额|卡号", "{name}|示范技师学院|1500|{bank_card}", 5),
    ("保障性住房承租人名单", "承租人|房号|月租金|身份证号", "{name}|{address}|{-amount}|{id_number}", 3),
    (
        "棉花补贴发放清册",
        "种植户|种植面积|补贴金额|银行账号|签字",
        "{name}|12.4|{-amount}|{account:bank_card}|",
        4,
    ),
    (
        "优待金发放表",
        "优抚对象|残疾等级|优待金|发放账号",
        "{name}|{disability}|{-amount}|{account:bank_card}",
        4,
    ),
    (
        "重度残疾人护理补贴公示",
        "残疾人姓名|残疾情况|所在村|出生年月",
        "{name}|{disability}|{-village}|{birth_date}",
        4,
    ),
    ("面试人员名单", "考生姓名|身份证号|报考职位|笔试成绩", "{name}|{id_number}|综合管理|76.5", 5),
    (
        "幼儿园秋季新生名册",
        "幼儿姓名|幼儿身份证号|家庭住址|母亲|联系电话",
        "{name:child}|{child_id:id_number}|{address}|{name:family}|{mobile}",
        3,
    ),
    ("大病救助公示", "患者姓名|诊断|病历号|个人自付", "{name}|{illness}|{medical_number}|{-money}", 4),
    (
        "计生奖励扶助人员",
        "姓名|出生日期|配偶姓名|开户账号",
        "{name}|{full_birth_date:birth_date}|{name:family}|{bank_card}",
        3,
    ),
    (
        "农民工工资代发明细",
        "工人姓名|身份证号|工资卡号|实发金额",
        "{name}|{id_number}|{bank_card}|{-money}",
        4,
    ),
    ("信访积案台账", "信访人|住址|诉求|联系方式", "{name}|{address}|反映征地补偿不到位|{mobile}", 4),
    ("灵活就业社保补贴", "姓名|社会保障号|补贴月数|补贴金额", "{name}|{social_insurance}|12|{-amount}", 4),
    ("报废更新补贴车主名单", "车主姓名|号牌号码|补贴金额|邮箱", "{name}|{plate}|{-amount}|{email}", 3),
    # Nothing to find from here on.
    ("政府领导分工", "姓名|职务|分管工作", "{-name}|县委常委、副县长|负责农业农村、水利、林业方面工作", 4),
    ("河长名单公示", "河流|河长姓名|职务|监督电话", "万福河|{-name}|镇党委书记|{-landline}", 4),
    (
        "行政执法人员公示",
        "执法人员|执法证号|所属机构",
        "{-name}|{-registration}|示范县交通运输综合行政执法大队",
        4,
    ),
    ("政务大厅窗口一览", "窗口|办理事项|地址|电话", "社保窗口|参保登记|{-office_address}|{-landline}", 3),
    ("医疗救助公示", "姓名|身份证号|电话|金额", "{-masked_name}|{-masked_id}|{-masked_mobile}|{-amount}", 5),
    ("残疾人证分类统计", "类别|一级|二级|合计", "{-disability_sort}|126|233|{-amount}", 5),
    ("行政处罚公示", "当事人|违法事实|处罚金额|文号", "{-company}|未批先建|{-money}|{-document_number}", 4),
    (
        "经营异常名录",
        "企业名称|信用代码|法定代表人|列入日期",
        "{-company}|{-credit_code}|{-name}|{-plain_date}",
        4,
    ),
    ("补贴资金汇总表", "村名|户数|面积|补贴金额", "{-village}|{-amount}|3560.2|{-money}", 5),
    (
        "政府采购合同公告",
        "合同编号|供应商|金额|签订日期",
        "{-contract_number}|{-company}|{-money}|{-plain_date}",
        3,
    ),
    (
        "信息公开目录",
        "索引号|名称|发布机构|日期",
        "{-index_number}|关于做好秋播工作的通知|{-office}|{-plain_date}",
        4,
    ),
    ("学校招生计划", "学校|班数|人数|咨询电话", "示范县第二中学|12|600|{-short_landline}", 4),
    ("值班安排表", "日期|带班领导|值班电话", "{-plain_date}|{-name}|{-landline}", 4),
]

FORMS = [
    [
        "申请人姓名|{name}|身份证号码|{id_number}",
        "户籍地址|{address}|手机号码|{mobile}",
        "配偶姓名|{name:family}|配偶身份证号|{id_number}",
        "村委会意见|情况属实|镇政府意见|同意",
    ],
    [
        "残疾人姓名|{name}|残疾类别等级|{disability}",
        "出生年月|{birth_date}|联系电话|{mobile}",
        "补贴账号|{account:bank_card}|审核人|{-name}",
    ],
    [
        "学生姓名|{name:child}|学校班级|示范镇中心小学三年级一班",
        "学生身份证号|{child_id:id_number}|母亲姓名|{name:family}",
        "家庭住址|{address}|母亲电话|{mobile}",
    ],
    [
        "信访人|{name}|联系电话|{mobile}",
        "身份证号|{id_number}|住址|{address}",
        "信访事项|要求解决宅基地纠纷|承办单位|示范镇人民政府",
    ],
    [
        "患者姓名|{name}|病历号|{medical_number}",
        "疾病诊断|{illness}|住院时间|{-plain_date}",
        "收款人卡号|{bank_card}|救助金额|{-money}",
    ],
    [
        "来访人|{name}|护照号码|{passport}",
        "电子邮箱|{email}|来访车辆|{plate}",
        "接待人|{-name}|接待单位|{-office}",
    ],
    # Nothing to find from here on.
    [
        "供应商名称|{-company}|法定代表人|{-name}",
        "供应商地址|{-office_address}|联系电话|{-landline}",
        "合同编号|{-contract_number}|合同金额|{-money}",
    ],
    [
        "许可事项|食品经营许可|许可编号|{-registration}",
        "单位名称|{-company}|负责人|{-name}",
        "发证机关|示范县行政审批服务局|发证日期|{-plain_date}",
    ],
    ["填表说明|姓名应与身份证一致，住址填写到门牌号", "联系电话|请填写本人手机号|银行账号|须为本人一类账户"],
    [
        "主题分类|社会救助|索引号|{-index_number}",
        "发文机关|{-office}|文号|{-document_number}",
        "成文日期|{-plain_date}|有效性|有效",
    ],
]
