"""The ninth set of templates of ``tuned_on``: written by somebody who had not seen the detectors."""

# Texts in which something must be found.
PROSE_WITH = [
    # 1 subsistence allowance, numbered list
    [
        "关于示范镇2026年第三季度新增城乡低保对象的公示",
        "经本人申请、入户核查、民主评议和镇政府审核，下列家庭拟纳入保障范围，公示期七天。",
        "（一）{name}，身份证号码{id_number}，{-village}人，本人患{illness}，保障人口1人；",
        "（二）{name}，身份证号码{id_number}，{-village}人，{disability}，保障人口2人。",
        "监督电话：{-landline}（示范镇民政办）",
    ],
    # 2 temporary relief
    [
        "临时救助审批情况说明",
        "{-village}村民{name}于上月确诊{illness}，先后在县、市两级医院治疗，自费部分{-money}。经镇党委会研究，"
        "同意一次性救助{-amount}元，款项打入其本人惠民卡（卡号{bank_card}）。",
    ],
    # 3 dangerous housing
    [
        "2026年农村危房改造竣工验收结论",
        "改造对象：{name}",
        "公民身份号码：{id_number}",
        "原房坐落：{address}",
        "改造方式：原址翻建；建筑面积：五十八平方米；验收结论：合格。",
        "验收组组长：{-name}（县住建局村镇股股长）",
    ],
    # 4 public rental housing, run of items
    [
        "公租房轮候家庭选房通知",
        "请以下轮候人携带证件于{-plain_date}上午到房管中心选房，逾期视为放弃：",
        "轮候号031 {name} {mobile}；轮候号032 {name} {mobile}；轮候号033 {name} {mobile}。",
    ],
    # 5 land compensation, changed account
    [
        "根据{-village}村民委员会报来的材料，征地补偿款发放表中第17户户主{name}的收款账号有误，"
        "现更正为{account:bank_card}，其余内容不变。",
    ],
    # 6 failed payment of farm subsidy
    [
        "关于耕地地力保护补贴打卡失败农户的通知",
        "各村：经与县农商行核对，以下农户因账户状态异常未能入账，请于本周五前补报新账号。",
        "{name}（原账号{account:bank_card}）、{name}（原账号{account:bank_card}）、{name}（原账号{account:bank_card}）",
        "示范镇财政所 {-plain_date}",
    ],
    # 7 aids for the disabled
    [
        "今年第二批辅助器具已到货。轮椅：{name}，{disability}，电话{mobile}；助听器：{name}，{disability}，"
        "电话{mobile}。请各村残疾人专职委员通知本人领取。",
    ],
    # 8 medical relief
    [
        "医疗救助“一事一议”会议纪要（节录）",
        "三、关于{name}的救助申请。申请人今年{-grown_age}岁，因患{illness}在省立医院住院43天，病案号"
        "{medical_number}，总费用{-money}。会议同意按重特大疾病标准予以救助。",
    ],
    # 9 family planning award
    [
        "农村部分计划生育家庭奖励扶助对象年审公告",
        "男方{name}，{full_birth_date:birth_date}出生；女方{name}，{full_birth_date:birth_date}出生。"
        "婚后生育一女，符合奖扶条件，继续享受。",
    ],
    # 10 veterans
    [
        "更换优待证的退役军人请到镇退役军人服务站签收。本批名单：",
        "姓名：{name}  证件号：{id_number}  手机：{mobile}",
        "姓名：{name}  证件号：{id_number}  手机：{mobile}",
        "姓名：{name}  证件号：{id_number}  手机：{mobile}",
    ],
    # 11 recruitment, replacement
    [
        "关于公开招聘社区工作者体检递补的公告",
        "鉴于报考岗位05的考生体检不合格，按总成绩由高到低依次递补{name}（身份证号：{id_number}）。"
        "因报名时所留电话{mobile}无法接通，特此公告，请其在两日内与县人社局联系。",
    ],
    # 12 school enrolment
    [
        "示范县实验小学2026级新生调剂结果",
        "适龄儿童{name:child}，身份证号{child_id:id_number}，房产地址{address}，调剂至城南小学；",
        "适龄儿童{name:child}，身份证号{child_id:id_number}，房产地址{address}，调剂至第三小学。",
    ],
    # 13 drink driving
    [
        "{-plain_date}晚，县交警大队在人民路设卡夜查时，发现{name}驾驶{plate}小型轿车形迹可疑，经呼气检测，"
        "酒精含量为每百毫升八十九毫克。{name}，{id_number}，准驾车型C1，已被暂扣驾驶证。",
    ],
    # 14 public-order penalty
    [
        "行政处罚决定书",
        "违法行为人{name}，男，{full_birth_date:birth_date}出生，居民身份证号码{id_number}，户籍所在地{address}，"
        "现住址同上，小学文化，务农。",
        "现查明：上述人员于{-plain_date}在示范镇集贸市场殴打他人。以上事实有陈述、证人证言等证据证实。",
        "决定给予行政拘留五日的处罚。",
    ],
    # 15 permit for a rural house
    [
        "农村宅基地批准书送达情况",
        "申请户主{name}（{id_number}），家庭成员：妻{name:family}、子{name:family}，经审查准予在"
        "本村集体建设用地上建房，占地一百二十平方米。",
    ],
    # 16 petition reply
    [
        "信访事项处理意见书",
        "{name}（住{address}，联系电话{mobile}）：",
        "您于{-plain_date}通过来访形式反映的邻居排水问题，我镇已受理。现答复如下：经现场勘查，责令其三日内改正。",
        "如不服本处理意见，可自收到之日起三十日内向县人民政府申请复查。",
        "示范镇人民政府",
    ],
    # 17 reply to a request for disclosure
    [
        "政府信息公开申请答复书",
        "{name}：",
        "本机关于{-plain_date}收到您通过邮政特快专递（寄件地址：{address}，寄件人电话：{mobile}）提交的申请。"
        "经检索，您申请公开的文件（{-document_number}）属于主动公开范围，可在县政府网站查阅。",
    ],
    # 18 missing old man
    [
        "寻人",
        "{name}，男，{-grown_age}岁，身高一米六五左右，有{illness}病史，操本地口音，{-plain_date}清晨从家中"
        "（{address}）外出后未归。走时穿蓝色上衣、黑布鞋。有知情者请与其女儿{name:family}联系：{mobile}。",
    ],
    # 19 wage arrears
    [
        "欠薪线索核处反馈",
        "投诉人{name}等9人反映{-company}拖欠工资。经县劳动监察大队协调，拖欠款项已于{-plain_date}付清。"
        "其中{name}（收款卡{bank_card}）、{name}（收款卡{bank_card}）两人由班组长代收后转付。",
    ],
    # 20 village affairs
    [
        "【村务公开】第三季度困难户慰问发放情况",
        "{name}，{illness}，大米一袋、现金300元",
        "{name}，{illness}，大米一袋、现金300元",
        "{name}，{disability}，食用油一桶、现金200元",
        "村务监督委员会主任：{-name}",
    ],
    # 21 minutes of a meeting of villagers
    [
        "村民代表会议记录",
        "主持：村党支部书记{-name}",
        "议题：确定今年的临时救助人选。",
        "发言：三组的{name}家里最困难，他老伴{name:family}得了{illness}，一年药费好几万，孩子还在上学，"
        "大家都同意报上去。",
    ],
    # 22 hotline case
    [
        "12345热线工单摘要",
        "来电人：{name}，来电号码：{mobile}，事发地：{-office_address}附近。",
        "诉求内容：市民反映夜间施工噪声扰民，希望有关部门尽快处理。",
        "办理单位：{-office}；回访结果：满意。",
    ],
    # 23 court: service by notice
    [
        "{name}（公民身份号码{id_number}）：本院受理示范县农村商业银行与你金融借款合同纠纷一案，因用其他方式无法送达，"
        "现依法向你公告送达起诉状副本、应诉通知书及开庭传票。",
    ],
    # 24 insurance list
    [
        "关于核减重复参保人员的函",
        "经比对，{name}（个人社保号{social_insurance}）、{name}（个人社保号{social_insurance}）在外省已参加职工养老保险，"
        "请终止其居民养老保险关系。",
    ],
    # 25 emergency bulletin
    [
        "示范镇“11·3”交通事故情况续报",
        "截至目前，事故造成2人受伤。伤员{name}，女，家住{address}，现在县人民医院骨科治疗；伤员{name}，男，"
        "家住{address}，已转市立医院。",
        "肇事车辆牌照为{plate}，驾驶人已被控制。县应急管理局局长{-name}在现场指挥处置。",
    ],
    # 26 lapsed licence
    [
        "驾驶人{name}（档案登记手机{mobile}）因三个记分周期内累计记满12分且拒不参加学习，县交警大队依法公告其"
        "驾驶证停止使用，证号{id_number}。",
    ],
    # 27 travel permit
    [
        "公告：持证人{name}所持往来港澳通行证（证件号码{permit}）已过期未缴销，现宣布作废。",
    ],
    # 28 passport
    [
        "出国劳务人员{name}的护照（号码：{passport}）由{-company}代为保管，经责令现已退还本人。",
    ],
    # 29 private e-mail
    [
        "留言人：{name}",
        "电子邮箱：{email}",
        "留言内容：我今年刚毕业，想咨询一下就业见习补贴怎么申请。",
        "回复单位：县人社局。回复：您好，请登录示范人社网办大厅提交材料，咨询电话{-landline}。",
    ],
    # 30 dropping out
    [
        "控辍保学台账摘录",
        "{name:child}，男，初二，{-village}人，因厌学离校；父亲{name:family}，常年在外务工，电话{mobile}。"
        "学校已三次家访，现已返校。",
    ],
    # 31 volunteers
    [
        "护河志愿者分组：上游段 {name} {mobile}，{name} {mobile}；下游段 {name} {mobile}，{name} {mobile}。",
    ],
    # 32 old-age allowance
    [
        "高龄津贴新增：{name}，女，{full_birth_date:birth_date}生，卡号{bank_card}，自本月起每月发放100元。",
        "高龄津贴停发：{name}，男，{full_birth_date:birth_date}生，已去世。",
    ],
    # 33 orphan
    [
        "事实无人抚养儿童认定公示",
        "{name:child}，女，{-age}岁，身份证号{child_id:id_number}。父亲{name:family}服刑，母亲{name:family}失联，"
        "现随祖母{name:family}生活。拟认定为事实无人抚养儿童。",
    ],
    # 34 lost certificate of title
    [
        "不动产权证书遗失声明",
        "{name}因保管不善，将坐落于{address}的不动产权证书遗失，证号：示（2019）不动产权第0012345号，声明作废。",
    ],
    # 35 inheritance
    [
        "继承公告",
        "被继承人{name}（身份证号{id_number}）于{-plain_date}死亡，遗留房产一处，位于{address}。现其配偶{name:family}、"
        "长子{name:family}申请办理转移登记，如有异议请书面提出。",
    ],
    # 36 abandoned cars
    [
        "限期清理“僵尸车”通告",
        "下列车辆长期占用公共停车泊位，请车主自通告之日起十日内自行驶离：",
        "{plate}（白色面包车）；{plate}（灰色轿车）；{plate}（红色货车）。",
    ],
    # 37 old identity numbers
    [
        "参战退役人员档案核对：{name}，入伍登记身份证号{old_id_number}，与现号{id_number}系同一人，予以确认。",
    ],
    # 38 house expropriation
    [
        "示范县人民政府房屋征收补偿决定书",
        "被征收人：{name}，住{address}。",
        "房屋征收部门与你在规定期限内未达成协议，依据《国有土地上房屋征收与补偿条例》第二十六条，作出本决定。",
    ],
    # 39 arbitration of labour
    [
        "仲裁公告",
        "申请人{name}（男，{full_birth_date:birth_date}出生，住{address}）与被申请人{-company}确认劳动关系争议一案，"
        "本委已依法审理终结，现公告送达裁决书。",
    ],
    # 40 review
    [
        "行政复议终止决定书",
        "申请人：{name}，女，住址：{address}，身份证号码：{id_number}",
        "被申请人：示范县自然资源和规划局  法定代表人：{-name}，局长",
        "申请人自愿撤回申请，本机关决定终止审理。",
    ],
    # 41 talk in a chat group, copied by mistake
    [
        "（以下为帮办群聊天记录）",
        "帮办员：王大姐你把身份证号发我一下，我给你查认证",
        "群众：{id_number}，电话还是{mobile}那个",
        "帮办员：好的，认证成功了，下月就能发钱",
    ],
    # 42 student loan
    [
        "生源地信用助学贷款逾期提醒：借款学生{name}，共同借款人{name:family}（父亲），联系电话{mobile}，逾期本金{-amount}元。",
    ],
    # 43 specialised treatment
    [
        "肺结核患者纳入管理：{name}，住{address}，县疾控中心已通知辖区卫生院随访，家属{name:family}已完成筛查。",
    ],
    # 44 rehabilitation of children
    [
        "残疾儿童康复救助名单：{name:child}，{-age}岁，{disability}，康复机构为县妇幼保健院；{name:child}，{-age}岁，"
        "{disability}，康复机构为示范县启明康复中心。",
    ],
    # 45 fire
    [
        "火灾事故简易调查认定书",
        "{-plain_date}14时许，{name}（电话{mobile}）位于{address}的住宅发生火灾，烧毁家具若干，无人员伤亡。"
        "起火原因系电气线路故障。",
    ],
    # 46 notice to a person by number
    [
        "催领通知：残疾人证已制好，请{name}（{id_number}，{disability}）、{name}（{id_number}，{disability}）"
        "尽快到镇残联领取。",
    ],
    # 47 recovery of wrongly paid relief
    [
        "关于追回违规领取低保金的决定",
        "{name}：经大数据比对，你名下有{plate}号轿车一辆，存款{-money}，不符合低保条件。请于收到本决定后十日内将多领的"
        "{-amount}元退回镇财政专户（账号{-account}）。",
    ],
    # 48 adoption by an agency
    [
        "弃婴（童）寻亲公告之外，另收到{name}来信，称其1987年在示范镇卫生院门口遗失一女。来信人现住{address}，手机{mobile}。",
    ],
    # 49 interview list with spaces only
    [
        "面试人员名单（排名不分先后）",
        "{name}　{name}　{name}　{name}　{name}",
        "{name}　{name}　{name}　{name}　{name}",
        "请以上人员携带身份证原件，于{-plain_date}7:30前到县第一中学候考。",
    ],
    # 50 list by enumeration comma
    [
        "经研究，下列22户不再享受最低生活保障：{name}、{name}、{name}、{name}、{name}、{name}等，退出原因为家庭收入超标。"
        "其中{name}（{id_number}）已死亡。",
    ],
    # 51 medical number
    [
        "意外伤害住院报销调查：参保人{name}，医保编号{medical_number}，自述在{address}家中跌倒，调查员已入户核实，"
        "无第三方责任。",
    ],
    # 52 news with a poor family, written too fully
    [
        "县委书记{-name}看望慰问困难群众",
        "在{-village}，县委书记一行走进脱贫户{name}家中，得知其患{illness}多年、妻子{name:family}是{disability_said:disability}，"
        "叮嘱镇村干部落实好帮扶措施。县委办公室主任{-name}参加活动。",
    ],
    # 53 letter of thanks
    [
        "感谢信",
        "尊敬的县医保局：我叫{name}，家住{address}，去年查出{illness}，是你们帮我办了异地就医备案。特此感谢！",
        "我的电话：{mobile}",
    ],
]
PROSE_WITHOUT = [
    [
        "关于2026年第四季度城乡低保标准调整的通知",
        "各镇（街道）：经县政府同意，城市低保标准提高到每人每月{-amount}元，农村低保标准提高到每人每月{-amount}元，"
        "自{-plain_date}起执行。",
        "联系人：{-name}，电话：{-landline}",
    ],
    [
        "示范县召开安全生产工作会议",
        "{-plain_date}，县委副书记、县长{-name}主持召开会议，副县长{-name}、{-name}出席，各镇（街道）和县直有关部门"
        "主要负责人参加。",
    ],
    [
        "示范县人民政府关于{-name}等同志职务任免的通知",
        "任命{-name}为县应急管理局副局长；任命{-name}为县审计局局长；",
        "免去{-name}的县统计局副局长职务。",
    ],
    [
        "中标结果公告",
        "项目编号：{-contract_number}；中标供应商：{-company}；中标金额：{-money}；供应商地址：{-office_address}。",
        "评审专家名单：{-name}、{-name}、{-name}、{-name}、{-name}（采购人代表）。",
        "采购人：{-office}，联系方式：{-landline}。代理机构项目联系人：{-name}。",
    ],
    [
        "行政处罚信息：{-company}，统一社会信用代码{-credit_code}，法定代表人{-name}，未按规定设置安全警示标志，"
        "罚款{-money}，处罚机关示范县应急管理局。",
    ],
    [
        "对县十八届人大五次会议第36号建议的答复",
        "{-name}代表：您提出的关于加强农村养老服务的建议收悉，感谢您对民政工作的关心支持，现答复如下。",
        "（承办单位负责人：{-name}；承办人：{-name}；联系电话：{-landline}）",
    ],
    [
        "申请人{-masked_name}（身份证号{-masked_id}，电话{-masked_mobile}）申请的临时救助，经审核不符合条件，不予批准。",
    ],
    [
        "民意征集：为完善医疗救助办法，现公开征求意见。意见可寄至{-office_address}示范县医疗保障局（邮编262700），"
        "或发送电子邮件至{-email}，截止{-plain_date}。",
    ],
    [
        "我县全年为0至6岁残疾儿童提供康复救助312人次，其中听力残疾45人、肢体残疾98人、智力残疾76人、孤独症93人。",
    ],
    [
        "县卫生健康局提示：糖尿病、高血压患者入冬后应按时服药，有胸闷、胸痛症状请立即拨打120。",
    ],
    [
        "停电通知：因线路检修，{-plain_date}8:00至17:00，和平路88号至120号、阳光小区1至9号楼停电，服务热线{-hotline}。",
    ],
    [
        "公共租赁住房房源公告",
        "本次推出房源36套，位于丽景苑小区2号楼、5号楼，一居室每套约45平方米，月租金每平方米3元。监督电话{-landline}。",
    ],
    [
        "缴款账户信息",
        "户名：示范县财政局非税收入专户",
        "开户银行：示范县农村商业银行营业部",
        "账号：{-account}",
        "汇款时请注明地块编号{-plot_number}。",
    ],
    [
        "建设项目环境影响评价文件审批公示",
        "项目名称：年产3万吨饲料项目；建设单位：{-company}；建设地点：示范镇工业园（{-coordinates}）；"
        "项目代码：{-project_code}。",
    ],
    [
        "{-village}党支部书记、村委会主任{-name}接受采访时说，全村去年集体收入达到{-amount}万元。",
    ],
    [
        "关于做好2026年度城乡居民医疗保险缴费工作的通知",
        "参保人凭身份证号、姓名即可在手机银行缴费；新生儿须提供出生医学证明。个人缴费标准400元，低保对象、特困人员全额资助。",
    ],
    [
        "受理通知书填写说明：“姓名”栏填写身份证上的姓名，“联系电话”栏填写本人手机号，“住址”栏填写现居住地的门牌号。",
    ],
    [
        "县人民法院院长{-name}到示范镇调研诉源治理，与镇党委副书记{-name}、司法所所长{-name}座谈。",
    ],
    [
        "{-masked_name}与{-masked_name}因宅基地边界发生争执，调解员{-name}依法依情耐心劝解，双方握手言和。",
    ],
    [
        "索引号：{-index_number}",
        "发文机关：示范县人民政府办公室",
        "文号：{-document_number}",
        "成文日期：{-plain_date}",
        "现将《示范县突发公共卫生事件应急预案》印发给你们，请认真贯彻执行。",
    ],
    [
        "应急通讯：县防汛抗旱指挥部值班室{-landline}，县消防救援大队{-landline}，示范镇值班室{-short_landline}，"
        "县气象局局长{-name}负责预警发布。",
    ],
    [
        "关于表彰2025年度全县教育工作先进单位的决定：授予示范县第一中学等8个单位先进单位称号，各奖励{-amount}元。",
    ],
    [
        "经县药监部门抽检，{-company}销售的“新鲜韭菜”（购进日期{-plain_date}）腐霉利项目不合格，检验报告编号{-registration}。",
    ],
    [
        "专利转化项目：一种秸秆还田装置（专利号{-patent}），专利权人{-company}。",
    ],
    [
        "示范县城市管理局局长{-name}做客《民生热线》",
        "主持人：有市民反映小广告屡禁不止，局里怎么办？嘉宾：我们成立了专班，分片包干，请市民继续监督，拨打{-hotline}。",
    ],
    [
        "老年人权益保障：子女应当履行赡养义务，配偶、父母、未成年子女的生活费用依法优先保障。",
    ],
    [
        "土地成交公示：地块{-plot_number}，竞得人{-company}，成交价{-money}，出让合同编号{-contract_number}。",
    ],
    [
        "县政府第42次常务会议出席人员：{-name}、{-name}、{-name}、{-name}；请假：{-name}（出差）。"
        "列席：县司法局局长{-name}、县财政局局长{-name}。",
    ],
    [
        "本院定于{-plain_date}9时在第二法庭公开审理{-company}诉{-company}买卖合同纠纷一案，审判长{-name}，书记员{-name}。",
    ],
    [
        "河长制公示牌：河流名称示范河，镇级河长{-name}（镇长），村级河长{-name}（村党支部书记），监督电话{-landline}。",
    ],
    [
        "2025年部门决算说明：因公出国（境）0人次，公务接待12批次86人，公务用车保有量2辆，支出{-money}。",
    ],
    [
        "欠薪治理情况通报：全县共受理欠薪线索143件，涉及农民工1207人，金额{-money}，已办结139件。"
        "县人社局党组书记、局长{-name}介绍了有关情况。",
    ],
    [
        "县公安局破获一起电信诈骗案，抓获犯罪嫌疑人{-masked_name}等3人，涉案金额{-money}。局党委委员、刑侦大队大队长"
        "{-name}提醒：不要向陌生人透露银行卡号和验证码。",
    ],
    [
        "申请残疾人证须提交：1.身份证复印件；2.户口簿复印件；3.两寸白底照片；4.联系电话。评残医院为县人民医院"
        "（肢体、视力、听力、言语）和县精神卫生中心（智力、精神）。",
    ],
    [
        "拟立项名单公示",
        "1.{-company}，粮食烘干中心建设，总投资{-money}；2.{-company}，冷链仓储，总投资{-money}。",
        "对以上项目有异议的，请以书面形式向县农业农村局反映，联系人{-name}，传真{-landline}。",
    ],
    [
        "起草说明",
        "起草单位：{-office}；起草人：{-name}、{-name}；审核：{-name}；校对：{-name}。",
    ],
    [
        "市驻县督导组组长{-name}一行来我县督导秸秆禁烧，县委常委、统战部部长{-name}汇报工作，并到东风路、文化路沿线查看。",
    ],
]
PROSE = PROSE_WITH + PROSE_WITHOUT

TABLES_WITH = [
    (
        "示范镇2026年9月份农村低保金发放明细",
        "编号|户主|人数|月保障金|开户账号|备注",
        "0{-age}|{name}|2|{-amount}|{account:bank_card}|",
        5,
    ),
    (
        "特困供养人员照料护理协议签订情况",
        "供养对象|出生年月|自理能力|患病情况|照料人联系方式",
        "{name}|{birth_date}|半自理|{illness}|{mobile}",
        4,
    ),
    (
        "危房改造拟补助农户",
        "镇村|户主姓名|公民身份号码|房屋等级|拟补助（元）",
        "{-village}|{name}|{id_number}|D级|{-amount}",
        4,
    ),
    ("保障性住房配租结果", "摇号顺序|申请人|原居住地址|配租面积", "第{-age}位|{name}|{address}|45㎡", 5),
    (
        "土地征收补偿款分户表",
        "被征地户|亩数|青苗费|合计|银行卡|本人签字",
        "{name}|1.35|{-amount}|{-amount}|{bank_card}|",
        4,
    ),
    (
        "困难残疾人生活补贴审批汇总",
        "残疾人姓名|类别等级|身份证|审批意见",
        "{name}|{disability}|{id_number}|同意",
        5,
    ),
    (
        "大病患者二次报销公示表",
        "参保人员|所患疾病|医疗总费用|医保卡号|二次报销额",
        "{name}|{illness}|{-money}|{medical_number}|{-amount}",
        4,
    ),
    (
        "2026年秋季一年级新生报名审核通过名单",
        "报名序号|学生姓名|学生身份证号|父亲或母亲姓名|手机",
        "{-amount}|{name:child}|{child_id:id_number}|{name:family}|{mobile}",
        4,
    ),
    ("事业单位考试入围面试人员", "职位代码|姓名|准考证号|笔试成绩", "A0{-age}|{name}|2026{-amount}|68.5", 6),
    (
        "灵活就业社保补贴申领人员",
        "人员姓名|社会保障号|缴费月数|补贴金额|手机号码",
        "{name}|{social_insurance}|6|{-amount}|{mobile}",
        4,
    ),
    ("农业机械购置补贴受益者", "购机者|住所|机具名称|补贴资金", "{name}|{address}|旋耕机|{-amount}", 4),
    ("停车场长期停放车辆登记", "泊位|车牌|车主|车主电话", "B{-age}|{plate}|{name}|{mobile}", 4),
    (
        "移民后期扶持人口花名册",
        "户号|姓名|与户主关系|身份证号码",
        "{-amount}|{name:family}|之妻|{id_number}",
        3,
    ),
    ("慰问老党员登记", "老党员|生日|住处|慰问品", "{name}|{full_birth_date:birth_date}|{address}|米、油", 3),
    (
        "拖欠工资支付花名册",
        "工种|工人|身份证件|应发|卡号",
        "木工|{name}|{id_number}|{-amount}|{bank_card}",
        5,
    ),
    (
        "疫苗接种异常补偿（内部）",
        "儿童姓名|接种单位|监护人手机|补偿金额",
        "{name:child}|镇卫生院|{mobile}|{-amount}",
        3,
    ),
    ("出国劳务人员登记", "姓名|护照号|目的地|派出单位", "{name}|{passport}|日本|{-company}", 3),
]
TABLES_WITHOUT = [
    ("县政府领导分工", "姓名|职务|分管领域", "{-name}|副县长|农业农村、水利", 5),
    ("县直部门办公电话", "单位|负责人|办公地址|电话", "{-office}|{-name}|{-office_address}|{-landline}", 5),
    ("城乡低保人数统计", "镇街|户数|人数|当月支出", "示范镇|{-amount}|{-amount}|{-money}", 5),
    (
        "临时救助公示（已脱敏）",
        "姓名|身份证号|电话|救助金额",
        "{-masked_name}|{-masked_id}|{-masked_mobile}|{-amount}",
        5,
    ),
    (
        "行政许可公示（企业）",
        "行政相对人名称|统一社会信用代码|法定代表人|许可编号",
        "{-company}|{-credit_code}|{-name}|{-registration}",
        4,
    ),
    ("评标委员会成员评分", "投标人|评委|技术分|商务分", "{-company}|{-name}|45|28", 4),
    ("定点医药机构", "机构名称|机构地址|医保办电话", "示范镇卫生院|{-office_address}|{-landline}", 4),
    ("残疾人分类统计", "残疾类别|等级|持证人数", "{-disability_sort}|{-disability_level}|{-amount}", 5),
    ("门诊慢特病目录", "病种代码|病种名称|支付比例", "M0{-amount}|{-illness}|70%", 5),
    (
        "重点项目推进表",
        "项目名称|项目代码|建设单位|包保领导|进度",
        "污水管网改造|{-project_code}|{-company}|{-name}|60%",
        4,
    ),
    ("行政执法人员名录", "执法证所属机关|姓名|执法领域", "{-office}|{-name}|城市管理", 5),
    ("涉企收费账户", "执收单位|开户行|账号", "{-office}|建设银行示范支行|{-account}", 3),
    (
        "校舍建设合同备案",
        "合同编号|施工单位|项目经理|合同价",
        "{-contract_number}|{-company}|{-name}|{-money}",
        3,
    ),
]
TABLES = TABLES_WITH + TABLES_WITHOUT

FORMS = [
    [
        "姓名|{name}|性别|女|民族|汉",
        "身份证号|{id_number}|联系电话|{mobile}",
        "家庭住址|{address}",
        "申请理由|本人患{illness}，无力承担医疗费用，特申请临时救助。",
        "镇民政办意见|情况属实|经办人|{-name}",
    ],
    [
        "学生姓名|{name:child}|性别|女",
        "身份证号码|{child_id:id_number}|现就读幼儿园|示范县机关幼儿园",
        "母亲姓名|{name:family}|手机号码|{mobile}",
        "房产地址|{address}",
    ],
    [
        "当事人|{name}|出生年月|{birth_date}",
        "证件类型|居民身份证|证件号码|{id_number}",
        "车辆号牌|{plate}|违法行为|闯红灯",
        "执法民警|{-name}、{-name}|处罚金额|200元",
    ],
    [
        "来访人|{name}|来访时间|{-plain_date}",
        "住址|{address}|电话|{mobile}",
        "反映问题|土地确权面积不符",
        "接待人|{-name}|接待单位|县信访局",
    ],
    [
        "持证人|{name}|残疾类别及等级|{disability}",
        "监护人|{name:family}|监护人电话|{mobile}",
        "发证机关|{-office}|发证日期|{-plain_date}",
    ],
    [
        "姓名||性别||出生年月|",
        "身份证号||联系电话|",
        "家庭住址||申请事项|",
        "本人承诺以上内容真实。签名：|　　年　月　日",
    ],
    [
        "单位名称|{-company}|统一社会信用代码|{-credit_code}",
        "法定代表人|{-name}|注册地址|{-office_address}",
        "许可内容|建筑垃圾处置|许可文号|{-document_number}",
    ],
    [
        "公文标题|关于做好防汛工作的通知|发文字号|{-document_number}",
        "拟稿人|{-name}|核稿人|{-name}|签发人|{-name}",
        "公开属性|主动公开|印发日期|{-plain_date}",
    ],
    [
        "项目名称|示范河治理工程|项目代码|{-project_code}",
        "建设单位|{-office}|单位地址|{-office_address}",
        "项目联系人|{-name}|办公电话|{-landline}",
        "专家组组长|{-name}|评审日期|{-plain_date}",
    ],
]
