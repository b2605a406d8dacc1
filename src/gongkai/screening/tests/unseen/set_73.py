"""Unseen texts; on the first run on them precision and recall were 0.931 and 0.976."""

PROSE = [
    # 1 resident's letter, wall
    [
        "关于我家老宅院墙被人推倒的情况反映",
        "镇领导：您好。我是{-village}的一个普通村民，叫{name}，身份证{id_number}。今年春上我家西院墙塌了一截，正准备请人砌，隔壁户主{name}不声不响把剩下的也推平了，说那一尺宽是他家老辈留下的。",
        "我找过村里三回，调解主任{-name}来量过一次，说要翻老土地证才算数。老土地证在我大哥{name:family}手里，他在外地打工，电话{mobile}，你们可以直接问他。",
        "我不图别的，就求镇上派人来说句公道话。我家在{address}，进村问谁都知道。白天我都在地里，中午十二点到一点打我手机 {mobile} 能接。",
        "此致\n敬礼！\n{-plain_date}",
    ],
    # 2 minutes, none
    [
        "示范镇党委（扩大）会议纪要",
        "{-plain_date}上午，镇党委书记{-name}在三楼小会议室主持召开党委（扩大）会议，研究秋粮收购、危房清零和年度考核三项议题。出席：{-name}、{-name}、{-name}；请假：{-name}（在县委党校学习）；列席：财政所{-name}、自然资源所{-name}；记录：{-name}。",
        "一、听取副镇长{-name}关于秋粮收购的汇报。会议认为，粮站新增烘干线的用电要提前报装，由{-name}同志对接供电所，月底前办结。",
        "二、原则同意《示范镇农村危房动态清零方案》（{-document_number}），所需资金{-money}从村级转移支付中列支。",
        "三、年度考核实行回避，{-name}同志不再参加本人分管站所的测评计票。会议于十一时四十分结束。",
    ],
    # 3 visit note
    [
        "入户走访记录（第三组）",
        "时间：{-plain_date}下午　走访人：民政办{-name}、村委会副主任{-name}",
        "到{address}，户主{name}不在，其老伴{name:family}接待。家里三间平房，东屋漏雨，用塑料布兜着。据讲户主前年查出{illness}，药钱一个月要{-money}，医保报完还剩一半自己掏。",
        "核对证件：户主身份证{id_number}，低保证上的名字与户口本一致；一卡通卡号{bank_card}，老人说卡由女儿{name:family}保管，女儿电话是{mobile}。",
        "处理意见：按B档续保，漏雨的事报村建办，联系人{-name}，办公电话{-landline}。",
    ],
    # 4 answer to petition
    [
        "信访事项处理意见书",
        "{name}同志（身份证号码：{id_number}，住址：{address}）：",
        "您于{-plain_date}通过来访形式反映的“修路占了自家菜园没给钱”一事，我镇已受理，编号{-document_number}。经调查：通村路拓宽由{-company}施工，实际占用菜园{-amount}平方米，丈量时由村民小组长{-name}和施工员{-name}在场，您的儿子{name:family}在丈量单上签了字。",
        "处理意见：青苗补偿{-money}，于五个工作日内汇入您的农商行账户{bank_card}；要求按宅基地标准补偿，没有依据，不予支持。",
        "如不服本处理意见，可自收到之日起三十日内向{-office}申请复查。\n经办人：{-name}　联系电话：{-landline}",
    ],
    # 5 duty notice, none
    [
        "关于做好国庆节期间值班工作的通知",
        "各村（社区）、镇直各单位：节日期间实行领导带班和干部二十四小时在岗制度，现将有关事项通知如下。",
        "带班安排：1日 {-name}；2日 {-name}；3日 {-name}；4日 {-name}；5日 {-name}；6日 {-name}；7日 {-name}。值班员由党政办{-name}统一抽调，名单另发。",
        "值班电话{-landline}，传真{-landline}。值班车{-plate}停在院内东侧，钥匙放值班室，出车须登记。",
        "森林防火和信访突发情况直接报{-name}（应急办主任）、{-name}（派出所所长），不得迟报瞒报。",
    ],
    # 6 hotline ticket
    [
        "12345热线工单（转办）",
        "来电人：{name}　来电号码：{mobile}　工单号：{-index_number}　来电时间：{-plain_date}",
        "诉求内容：市民来电称，自己住在{address}，楼上住户空调外机滴水半个多月，物业（{-company}）客服{-name}答应处理，一直没动静。母亲{name:family}患有{illness}，夜里听见滴水声睡不着，希望尽快解决，要求回复，不要求保密。",
        "承办单位意见：社区书记{-name}、物业经理{-name}已于次日上门，楼上住户同意加装接水管。回访情况：诉求人表示满意。\n填报人：{-name}；审核人：{-name}；单位电话：{-landline}",
    ],
    # 7 Q&A insurance, none
    [
        "居民医保缴费热点问答",
        "问：得了{-illness}这类慢性病，门诊买药能不能报？答：可以。先到二级以上医院开诊断证明，再到镇便民服务中心3号窗口办门诊慢特病认定，一般十五个工作日出结果。",
        "问：家里老人评了{-disability}，个人缴费部分有没有减免？答：持证的重度残疾人由财政全额资助，不用自己交；其他残疾等级的按普通居民缴费。",
        "问：在手机上交错了人怎么办？答：待遇期没开始以前可以退，带上缴费截图到税务分局找{-name}办理，地址{-office_address}，咨询电话{-landline}，也可以拨打{-hotline}。",
        "（以上内容由镇医保服务站{-name}解答，党政办{-name}整理）",
    ],
    # 8 penalty of person
    [
        "示范县农业农村局行政处罚决定书",
        "{-document_number}\n当事人：{name}，男，{birth_date}出生，公民身份号码{id_number}，户籍所在地{address}，联系方式{mobile}。",
        "{-plain_date}凌晨，本局执法人员{-name}（执法证号{-registration}）、{-name}在清水河段巡查时，发现当事人使用电鱼器捕捞，船上有鲫鱼、白条共{-amount}公斤。同船的还有当事人的堂弟{name:family}，负责撑船，另案处理。",
        "上述事实有现场检查笔录、询问笔录、称重记录及照片为证。依照《中华人民共和国渔业法》第三十八条，决定没收电鱼器一套、渔获物全部，并处罚款{-money}。",
        "罚款限十五日内缴至本局非税账户（开户行：示范县农商行营业部，账号{-account}）。逾期不缴的，每日按罚款数额的百分之三加处罚款。",
    ],
    # 9 mediation
    [
        "人民调解协议书",
        "申请人：{name}，女，身份证号{id_number}，住{address}。\n被申请人：{name}，男，身份证号{id_number}，住{address}。",
        "纠纷事实：申请人家的狗未拴绳，{-plain_date}傍晚在巷口把被申请人的孙女{name:child}（{-age}岁）小腿咬伤，在镇卫生院打了五针狂犬疫苗，花去{-money}。双方为后续费用争执，经村支书{-name}介绍来本会调解。",
        "经调解员{-name}、{-name}主持，双方自愿达成如下协议：一、申请人一次付清医药费、误工费合计{-money}，转入孩子奶奶{name:family}的银行卡{bank_card}；二、狗从今往后拴养；三、双方再不为此事扯皮。",
        "本协议一式三份，自签字按手印起生效。记录人：{-name}",
    ],
    # 10 division of work, none
    [
        "关于调整镇领导班子成员工作分工的通知",
        "因人事变动，经镇党委研究，现将班子成员分工调整如下：",
        "{-name}：党委书记，主持镇党委全面工作。\n{-name}：党委副书记、镇长，主持政府全面工作，分管财政、审计。\n{-name}：人大主席，负责人大工作，联系{-village}。\n{-name}：纪委书记，分管纪检、巡察整改。\n{-name}：组织委员，分管党建、老干部、编制。\n{-name}：武装部部长，分管民兵、退役军人服务站、应急。",
        "原由{-name}同志（已调县文旅局）分管的文化站、广电站工作，暂由宣传委员{-name}兼管。此前文件与本通知不一致的，以本通知为准。",
    ],
    # 11 work injury
    [
        "认定工伤决定书",
        "申请人：{-company}（统一社会信用代码{-credit_code}）；受伤职工：{name}，性别女，身份证号码{id_number}，职业缝纫工；用人单位法定代表人：{-name}。",
        "申请人于{-plain_date}提出工伤认定申请。经查，该职工当日十六时许在二车间操作平缝机时，左手食指被机针扎穿，由班组长{-name}送往示范县人民医院，住院号{medical_number}，诊断为{illness}。",
        "职工事发时（社保个人编号{social_insurance}）处于参保缴费状态。送医途中由其丈夫{name:family}陪同，所作陈述与车间监控相符。",
        "根据《工伤保险条例》第十四条第（一）项，予以认定为工伤。经办人：{-name}，联系电话：{-landline}。",
    ],
    # 12 judgment
    [
        "示范县人民法院民事判决书（节录）",
        "原告{name}，男，{full_birth_date:birth_date}出生，汉族，农民，住{address}。委托诉讼代理人{-name}，示范律师事务所律师。被告{name}，女，{full_birth_date:birth_date}出生，汉族，无业，住{address}。委托诉讼代理人{name:family}，系被告胞兄。",
        "原告诉称，{-plain_date}被告向其借款{-money}，约定卖了生猪就还，款项由原告账户{bank_card}转出，此后多次催要，被告以猪价下跌为由推脱。被告辩称钱是丈夫生前所借，与自己无关。",
        "本院认为，转账凭证和聊天记录能够相互印证，借款用于家庭养殖，应由被告偿还。判决被告于本判决生效后十日内偿还原告借款本金{-money}及利息。",
        "审判长　{-name}\n审判员　{-name}\n人民陪审员　{-name}\n书记员　{-name}",
    ],
    # 13 parent letter disabled child
    [
        "一位家长的来信",
        "教育局的老师们：我儿子{name:child}今年{-age}岁，打小就跟别的娃不一样，残疾证上写的是{disability}，到现在自己站不住。别人家娃娃都上二年级了，我们还在炕上躺着。",
        "听村小的{-name}校长说，有个“送教上门”，老师每周到家里来两次，不知道我们够不够条件。孩子的身份证号{child_id:id_number}，残疾证在孩子他爸{name:family}那里收着，要看随时能拿。",
        "我们住在{address}，路不好走，开车的话停在小学门口，我骑三轮出来接。我的电话 {mobile}，他奶奶家座机{landline}也行。",
        "盼着你们回话。\n孩子妈妈　{-plain_date}",
    ],
    # 14 health lecture, none
    [
        "血压高了别硬扛——健康大讲堂第六讲文字稿",
        "各位叔叔阿姨，大家上午好，我是县医院心内科的{-name}。今天不念稿子，就讲三件事：怎么量、怎么吃、啥时候该上医院。",
        "先说一个病例。去年冬天有位六十多岁的大爷，一直头晕不当回事，家里人拿偏方给他泡脚，结果半夜送来一查，是{-illness}，幸亏来得早。所以说血压本子要天天记。",
        "有{-illness}、{-illness}的乡亲，降压药不能说停就停。村医{-name}、{-name}每月初五在卫生室免费量血压，预约打{-landline}。",
        "讲座由镇卫生院{-name}院长主持，下一讲由中医科{-name}大夫讲冬季养生。",
    ],
    # 15 homestead approval
    [
        "关于{-village}村民建房申请的公示",
        "经村民小组会议讨论、村委会审查，下列农户符合“一户一宅”规定，拟上报镇政府审批，现予公示，公示期七天。",
        "申请人{name}，户口本登记五口人，与儿子{name:family}、儿媳{name:family}共同生活，现住{address}，系土坯房，鉴定为D级。拟在原址翻建，占地{-amount}平方米，四至经邻居签字认可，地块编号{-plot_number}。",
        "公示期间有意见的，请向村委会主任{-name}或镇自然资源所{-name}反映，办公电话{-landline}。",
        "{-village}村民委员会\n{-plain_date}",
    ],
    # 16 demolition letter
    [
        "尊敬的县拆迁办：",
        "我父亲{name:family}是老纺织厂退休工人，名下那套房在{address}，面积{-amount}平方米，去年划进棚改片区。评估公司来的是{-name}和另一个小伙子，量房那天父亲正好住院，是邻居开的门，阳台没给算进去。",
        "我在外省上班回不来，网上给你们办公室公布的信箱{-email}发过两封信，没人回；打征收办{-landline}，接电话的同志说要本人来。父亲{birth_date}生人，又有{illness}，走路要人扶，实在来不了。",
        "请问能不能由我代办？我叫{name}，身份证号{id_number}，电话（微信同号）{mobile}，邮箱{email}。需要公证书还是写个委托就行，请一次告诉清楚，别让老百姓多跑路。",
    ],
    # 17 tender notice, none
    [
        "示范镇中心小学食堂改造工程竞争性磋商公告",
        "项目编号：{-project_code}。预算金额：{-money}。采购人：示范镇中心小学；地址：{-office_address}；联系人：{-name}；电话：{-landline}。采购代理机构：{-company}；项目负责人：{-name}；邮箱：{-email}。",
        "供应商须具有有效营业执照、食品加工设备安装业绩不少于两项，项目经理须持二级建造师证，不接受联合体。",
        "磋商保证金{-money}，须从供应商基本户转出，收款账号{-account}，附言注明项目编号。磋商时间：{-plain_date}上午九时三十分，逾期送达的文件不予接收。",
        "对本次采购提出质疑，请以书面形式送至县财政局采购办，联系人{-name}，监督电话{-landline}。",
    ],
    # 18 public welfare job
    [
        "公益性岗位拟聘用人员公示",
        "为解决零就业家庭困难，经个人报名、村评议、镇人社所审核，拟聘用以下两人，公示五个工作日。",
        "（1）{name}，女，身份证号{id_number}，丈夫{name:family}为{disability_said:disability}，家中无其他劳力，拟聘保洁员岗位，月补贴{-money}。",
        "（2）{name}，男，{birth_date}出生，原建档立卡户，本人持残疾人证（{disability}），拟聘村级图书室管理员，工资发放卡号{bank_card}。",
        "公示期间如有异议，请实名向镇人社所所长{-name}反映，电话{-landline}；县就业局监督举报电话{-landline}。",
    ],
    # 19 traffic accident
    [
        "道路交通事故认定书（简易程序）",
        "事故时间：{-plain_date}07时40分　地点：示范县人民路与建设街交叉口　天气：雾",
        "甲方：{name}，驾驶证号{id_number}，驾驶自家的{plate}小型轿车，电话{mobile}，保险公司为{-company}。\n乙方：{name}，身份证号{id_number}，骑行电动二轮车，后座载女儿{name:child}（{-age}岁）上学，电话{mobile}。",
        "经现场勘查，甲方右转弯未让直行车辆先行，乙方未按规定佩戴安全头盔。甲方承担主要责任，乙方承担次要责任，孩子受了惊吓，无责任。",
        "现场有120救护车{-plate}到达，随车医生{-name}检查后建议留观。交通警察：{-name}（警号略）　{-name}",
    ],
    # 20 drowning
    [
        "关于清水塘溺水事故的情况报告",
        "县防溺水工作专班：{-plain_date}15时许，我镇{-village}清水塘发生一起溺水事故，现将情况报告如下。",
        "溺水者{name:child}，男，{-age}岁，河东小学三年级学生，身份证号{child_id:id_number}，家住{address}。父亲{name:family}、母亲{name:family}均在外务工，平时由爷爷照看，爷爷手机号{mobile}。",
        "15时20分，放羊村民{name}（电话{mobile}）听到呼救后跳塘施救，因水深未果；15时50分派出所{-name}、蓝天救援队队长{-name}赶到，16时10分将孩子捞起，卫生院{-name}医生现场抢救无效。",
        "镇长{-name}当晚赶到家中慰问，{-name}副镇长牵头处理后事，防溺水牌、救生圈已于次日补齐。目前家属情绪基本平稳。",
    ],
    # 21 epidemiology, none
    [
        "一起聚集性{-illness}疫情处置小结",
        "{-plain_date}，县疾控中心接镇卫生院{-name}电话报告，某托管班陆续有孩子发热、出疹。流调组组长{-name}带领{-name}、{-name}到场核实。",
        "首发病例为{-masked_name}，{-age}岁，症状轻，已居家隔离；第二例与其同桌，第三例系其表弟。三例均为门诊诊断，无重症，无住院。",
        "采取的措施：停课七天、空气消毒、追踪接触者；对{-grown_age}岁的保育员也做了采样，结果阴性。托管班负责人{-name}已补签晨检承诺书。",
        "疫情值班电话{-landline}，消杀车{-plate}驻守至停课结束。",
    ],
    # 22 house fire
    [
        "火灾快报",
        "县应急局值班室：\n{-plain_date}凌晨2时10分，示范镇发生一起民房火灾，地址是{address}，户主{name}，{-grown_age}岁，身份证号{id_number}，独居。",
        "起火点在厨房，初步怀疑是灶膛余火引燃柴草。镇专职消防队{-name}队长带车（{-plate}）2时35分到场，3时15分扑灭，过火面积{-amount}平方米。户主被救出后送县医院观察，病案号{medical_number}。",
        "邻居{name}最先参与扑救，自述无大碍，电话{mobile}。户主在县城开店的侄子{name:family}（{mobile}）已接到通知往回赶。",
        "临时安置在村委会二楼，由包村干部{-name}负责。\n报告人：{-name}　签发：{-name}",
    ],
    # 23 thanks letter
    [
        "致县医院骨科全体医护人员的感谢信",
        "我是48床病人{name}的老伴。他是{-plain_date}晚上从梯子上摔下来的，拍片子说是{illness}，我一个农村老太婆当时腿都软了。",
        "是{-name}主任连夜给做的手术，{-name}护士长自己掏钱给买的小米粥，实习的{-name}一趟趟推着去做检查，没嫌我们身上有泥。住了十九天，钱花得明明白白，出院那天{-name}大夫还写了张条子教怎么锻炼。住院号{medical_number}，你们一查就知道我说的都是实话。",
        "不会说话，就叫上大学的孙子替我写这封信，家里的地址留下：{address}，秋后给你们捎点自家的枣。",
    ],
    # 24 pre-appointment, none
    [
        "干部任前公示公告",
        "根据《党政领导干部选拔任用工作条例》，现将拟任职人选公示如下：",
        "{-name}，男，汉族，大学学历，中共党员，现任示范镇党委副书记，拟任乡（镇）长人选。\n{-name}，女，满族，研究生学历，现任县委办综合科科长，拟任县直单位副职。\n{-name}，男，回族，现任县住建局四级主任科员，拟提任三级主任科员。",
        "公示期五个工作日。反映问题请署真名，受理单位：{-office}，电话{-hotline}、{-landline}，通信地址{-office_address}。",
    ],
    # 25 adoption notice
    [
        "寻找被捡拾女婴生父母公告",
        "{-plain_date}清晨，我镇居民{name}（身份证号{id_number}，住{address}）在汽车站候车室座椅下捡到女婴一名，襁褓中有字条一张、奶粉半袋，字条写明出生时间，未留姓名。",
        "捡拾人当即报警，派出所民警{-name}、{-name}出具了证明，县福利院{-name}院长已将孩子接入院内，体检未见异常。捡拾人表示愿意收养，其丈夫{name:family}同意，留有电话{mobile}。",
        "请孩子的生父母或其他监护人自公告之日起六十日内持有效证件到县民政局社会事务股认领，联系人{-name}，电话{-landline}。逾期无人认领，将依法安置。",
    ],
    # 26 guardian
    [
        "村民委员会关于指定监护人的决定",
        "被监护人：{name:child}，女，河东小学四年级学生，身份证号{child_id:id_number}。其父{name:family}于前年因病去世，其母{name:family}外出后一直没有音信，公安协查无果。",
        "外公与大伯都提出要抚养。我村委会于{-plain_date}召集双方当面谈过，也问了孩子自己的意思，她愿意跟大伯家的姐姐一起上学。参加会议的有村主任{-name}、妇联主席{-name}、儿童主任{-name}、镇司法所{-name}。",
        "经研究，指定孩子的大伯{name:family}（身份证号{id_number}，住{address}，电话{mobile}）为监护人。事实无人抚养儿童生活补贴打入监护人代管账户{account:bank_card}，村里每季度看一次流水。",
        "对本指定不服的，可在接到决定之日起三十日内向人民法院申请。",
    ],
    # 27 power cut, none
    [
        "计划停电公告",
        "因10千伏河东线换杆，定于{-plain_date}6:30至18:00对下列台区停电：{-village}一组、二组，{-village}全部，示范镇工业园{-company}专变。",
        "工作负责人：{-name}；现场监护：{-name}、{-name}。抢修车{-plate}在变电站门口待命。",
        "有家用呼吸机、养鱼增氧机的用户，请提前备好发电机，需要帮忙的给供电所值班室{-landline}打电话，或者找片区客户经理{-name}。24小时热线{-hotline}。",
    ],
    # 28 funeral
    [
        "关于{name}同志丧事办理情况的说明",
        "逝者生前系我村五保户，{birth_date}出生，身份证号{id_number}，住{address}，{-plain_date}因{illness}在镇敬老院去世。",
        "逝者没有儿女，遗体由侄女{name:family}签字同意火化，与逝者关系：叔侄。殡仪馆接运车{-plate}当天到，业务员{-name}开了单子，共计{-money}，由民政办从特困供养丧葬费里支付，直接打给殡仪馆，账号{-account}。",
        "遗物有旧手表一块、存折一本（账号{account:bank_card}），由村会计{-name}、敬老院院长{-name}点清，交侄女保管，领取人电话{mobile}。",
        "特此说明，附收据三张。",
    ],
    # 29 veterans
    [
        "退役军人困难帮扶申请审核意见",
        "申请人{name}，1979年冬季入伍，曾在某部炊事班服役四年，身份证号{id_number}，优待证办理时预留手机{mobile}，现居{address}。",
        "申请理由：本人查出{illness}后做了两次手术，自付部分{-money}；儿子{name:family}打零工，儿媳带两个娃，家里一下子转不开。",
        "退役军人服务站站长{-name}与民兵营长{-name}上门核对了发票和军人退伍证，情况属实。建议按“突发重大疾病”类给予一次性帮扶金，发放至申请人社保卡上的银行卡号{bank_card}。",
        "县局复核：同意。{-name}　{-plain_date}",
    ],
    # 30 disability assessment
    [
        "上门评残工作纪实",
        "初冬的早晨，县残联{-name}理事长带着指定医院的三位医生——{-name}、{-name}、{-name}，坐着残联的面包车（{-plate}）进了山。今天要看的，都是卧床下不了山的人。",
        "第一家，{name}，女，{birth_date}生，因{illness}多年下不了床，评定结果{disability}。她的身份证{id_number}，照片是用手机对着白墙拍的。丈夫{name:family}在一旁不停地搓手。",
        "第二家，{name}，小伙子，{id_number}，十九岁那年从脚手架上掉下来，评定结果为{disability_said:disability}。他说想学网上卖货，残联的{-name}记下了他的微信，也就是手机号{mobile}。",
        "两本证预计半个月办好，由村残协专职委员{-name}送到家里。",
    ],
    # 31 policy disability, none
    [
        "残疾人两项补贴政策解读",
        "困难残疾人生活补贴，发给低保家庭中持证的残疾人；重度残疾人护理补贴，发给残疾等级被评为一级、二级且需要长期照护的人。举例说，持有{-disability}证件的低保对象，两项可以同时领。",
        "常有人问：评的是{-disability}，没吃低保，能不能领？一般来说护理补贴看等级，不看收入；生活补贴看收入。精神障碍、{-illness}后遗症致残的，先到县医院做鉴定。",
        "申请材料交到村（社区）民政协理员处，镇里由{-name}汇总，县残联{-name}审核。政策咨询{-landline}，信箱{-email}。",
        "解读人：示范县残联副理事长{-name}",
    ],
    # 32 disclosure application
    [
        "政府信息公开申请",
        "示范县自然资源局：本人{name}，身份证{id_number}，通讯地址{address}，邮箱{email}，手机{mobile}，现依据《政府信息公开条例》，申请公开下列信息：",
        "一、{-village}北坡采石场的用地批复（据说文号是{-document_number}）；\n二、该采石场（{-company}，法人{-name}）的采矿许可证复印件；\n三、占用我家林地{-amount}亩的补偿标准和发放名册。",
        "所需信息用于打官司，请以电子邮件方式答复。我不要“该信息不存在”六个字，前年局里的{-name}科长当着大伙的面念过批复，怎么会不存在。",
        "申请人签名：（手印）　{-plain_date}",
    ],
    # 33 disclosure answer, none
    [
        "政府信息公开告知书",
        "{-masked_name}：\n本机关于{-plain_date}收到你（身份证号{-masked_id}，电话{-masked_mobile}）提交的申请，登记号{-index_number}。",
        "经查，你要求公开的《关于清水河采砂规划的批复》（{-document_number}）属于主动公开范围，可在县政府网站“规划计划”栏目查阅，也可到县档案馆（{-office_address}）查阅。",
        "你要求公开的现场会商记录，系内部过程性信息，依据条例第十六条不予公开。如对本告知不服，可在六十日内向{-office}申请行政复议。",
        "承办人：{-name}　电话：{-landline}",
    ],
    # 34 bid result, none
    [
        "示范县2号敬老院护理床采购项目成交结果公告",
        "一、项目编号：{-project_code}\n二、成交供应商：{-company}，地址{-office_address}，法定代表人{-name}，统一社会信用代码{-credit_code}\n三、成交金额：{-money}",
        "四、磋商小组成员：{-name}（组长）、{-name}、{-name}（采购人代表）\n五、代理服务费：{-money}，由成交供应商支付至代理机构账户{-account}",
        "六、其他：落选供应商{-company}授权代表{-name}对评分提出询问，已当场答复。\n联系方式：敬老院{-name}，{-landline}；代理机构{-name}，{-landline}，{-email}。",
    ],
    # 35 teacher hiring
    [
        "2023年公开招聘幼儿教师递补体检的通知",
        "因进入体检环节的{name}（身份证号{id_number}）书面放弃，按总成绩由高到低，递补{name}（身份证号{id_number}，联系电话{mobile}）参加体检。",
        "请递补人员于{-plain_date}早七点空腹到县教育局门口集合，携带身份证原件、近期一寸照片两张，由人事股{-name}、纪检组{-name}带队，乘坐教育局的{-plate}中巴前往体检医院。",
        "体检不合格或者不到者，视为自动放弃。岗位“河东幼儿园02”另有考生{name}申请复检，其本人已通过个人邮箱{email}提交材料，复检医院由招聘办另行指定。咨询：{-landline}。",
    ],
    # 36 consumer
    [
        "消费投诉调解书",
        "投诉人{name}，手机号{mobile}，住{address}。被投诉人：{-company}，注册号{-registration}，到场代表为店长{-name}。",
        "投诉人于{-plain_date}在该店购买双开门冰箱一台，付{-money}，用了二十天冷藏室结冰，叫售后三次，维修师傅{-name}说是门没关严，投诉人不认可。",
        "市场监管所{-name}、消协分会秘书长{-name}调解：商家给换新机，旧机拉走，补偿投诉人因药品冷藏失效的损失{-money}。投诉人说那是给公公{name:family}治{illness}的针剂，有医院小票。",
        "款项退回原付款卡{bank_card}，三日内到账。",
    ],
    # 37 individual business
    [
        "关于撤销个体工商户登记的告知",
        "{name}：\n你（身份证号{id_number}）向我局反映，有人冒用你的名义登记了“示范镇好运来早点铺”，注册号{-registration}，经营场所{-office_address}。",
        "经查，登记时所留的某代理记账公司座机{-landline}系空号，代办人{-name}（该公司职员）承认委托书不是你本人所签。你提供的{-plain_date}至今在外地务工的考勤、你在{address}的租住证明，我局予以采信。",
        "现拟撤销该登记。你的税务异常由税务分局{-name}协助解除，请保持手机{mobile}畅通，也可与经办人{-name}联系，电话{-landline}。",
    ],
    # 38 penalty of company, none
    [
        "行政处罚信息公开摘要",
        "处罚文号：{-document_number}；被处罚单位：{-company}；统一社会信用代码：{-credit_code}；法定代表人：{-name}；住所：{-office_address}。",
        "违法事实：{-plain_date}，县应急局执法人员{-name}、{-name}检查发现，该公司烘干车间安全出口被货物堵塞，安全员{-name}未按规定巡查并补填记录。",
        "处罚结果：责令限期改正，罚款{-money}，对主要负责人{-name}罚款{-money}。整改情况由园区管委会{-name}复查，已合格。",
        "公开期限：一年。信用修复咨询电话：{-landline}。",
    ],
    # 39 loan
    [
        "逾期贷款催收通知书",
        "借款人{name}（身份证号码{id_number}）、共同借款人即其配偶{name:family}：\n你们于{-plain_date}在我社办理养牛贷款，合同编号{-contract_number}，本金{-money}，扣款账户{bank_card}，至今已逾期四十七天。",
        "担保人{name}（电话{mobile}）在电话里表示，牛去年冬天冻死六头，一时拿不出钱。我社理解农户难处，但信用记录不会自己变好。",
        "请收到通知后到信贷部找客户经理{-name}商量展期，办公电话{-landline}，还款可汇至我社专户{-account}。送达地址：{address}。送达人：{-name}、{-name}；见证：村会计{-name}。",
    ],
    # 40 land acquisition, none
    [
        "拟征收土地公告",
        "因示范县东环路建设需要，拟征收示范镇{-village}、{-village}集体土地共{-amount}亩，项目代码{-project_code}，地块编号{-plot_number}，拐点坐标{-coordinates}。",
        "自公告之日起，任何人不得在拟征收范围内抢栽抢建，突击栽的树一律不补。土地现状调查由县自然资源局{-name}带队，勘测单位{-company}技术员{-name}、{-name}参加，村里由村干部{-name}、{-name}配合指界。",
        "青苗按{-document_number}文件执行。对调查结果有疑问，请在{-plain_date}前到镇政府一楼大厅找{-name}核对，电话{-landline}。",
    ],
    # 41 village discussion
    [
        "低保民主评议会记录",
        "地点：村部会议室。主持：村支书{-name}。参加：村两委五人，村民代表十一人，驻村民警{-name}。记录：文书{-name}。",
        "文书念申请：一是{name}家，本人{birth_date}生，身份证{id_number}，得{illness}两年了，种不了地，闺女{name:family}出嫁在外县。代表们没话说，十四票同意，两票弃权。",
        "二是{name}家，住{address}，自报年收入{-money}。有代表当场问，门口停的那辆{plate}是谁的？当事人说是姑爷的车，姑爷{name:family}的电话{mobile}可以现打。支书拍板：先不上会，让民政办查了再说。",
        "三是复核老户，监委会主任{-name}提出有两户该退，名单下回再议。散会。",
    ],
    # 42 village committee, none
    [
        "村两委碰头会纪要",
        "{-plain_date}晚七点，村支书{-name}召集碰头，到会的有{-name}、{-name}、{-name}，第一书记{-name}列席，{-name}因家里收玉米请假。",
        "一、垃圾桶还差二十个，{-name}去镇上要，要不来就从村集体收入里买，超过{-money}要开代表会。二、自来水管冻裂的有三处，水管员{-name}明天请人焊。三、广场舞音响九点以前必须关，妇联主席{-name}去说。",
        "四、合作社（{-company}）租冷库的合同{-contract_number}月底到期，理事长{-name}要求降租，大家意见是先不降。\n记录人：{-name}",
    ],
    # 43 lost passport
    [
        "遗失声明",
        "{name}不慎遗失因私普通护照一本，号码{passport}，签发日期{-plain_date}，声明作废。",
        "{name}遗失往来港澳通行证，证号{permit}，特此声明。如有拾到者请与其父亲{name:family}联系，电话{mobile}，当面酬谢。",
        "{-company}遗失公章一枚、开户许可证一本，核准号{-registration}，法定代表人{-name}私章一枚，自登报之日起作废。",
        "示范镇卫生院遗失医疗收费票据一本，经办人{-name}，声明作废。",
    ],
    # 44 parking
    [
        "网民留言与办理（停车类）",
        "网民留言：我住{address}，楼下有个白色越野车，车牌{plate}，天天堵在消防通道上，贴条也不理。前天我爱人{name:family}急着去医院生孩子，叫了三个人才把它推开。麻烦交警管一管！本人{name}，{mobile}，敢实名。",
        "办理情况：县交警大队城区中队{-name}、{-name}到现场查看，车主为外地回乡探亲人员{name}，已电话{mobile}通知挪移，罚款{-money}。",
        "物业公司（{-company}）项目经理{-name}表示，本周内在通道口画禁停线、立桩。物业值班电话{-landline}，警务巡逻车{-plate}今后每晚绕行一次。",
    ],
    # 45 bus, none
    [
        "关于调整镇村公交3路运行线路的通告",
        "为方便{-village}、{-village}群众赶集就医，自{-plain_date}起，3路公交延伸至示范镇卫生院，增设站点四处，首班6:10，末班18:20，票价2元，六十五岁以上老人凭卡免费。",
        "投入车辆为{-plate}、{-plate}，驾驶员{-name}、{-name}均已完成线路培训。运营单位{-company}，调度长{-name}。",
        "意见建议请打县运管所{-landline}，或发邮件至{-email}，联系人{-name}。",
    ],
    # 46 labour arbitration
    [
        "仲裁调解书",
        "申请人：{name}，男，住{address}，公民身份号码{id_number}。委托代理人：{-name}，县法律援助中心指派律师。\n被申请人：{-company}，住所{-office_address}，法定代表人{-name}；委托代理人{-name}，该公司人事主管。",
        "申请人诉称在砖厂出窑八个月，没签合同，没交社保，干活受伤后被口头辞退。其社保个人编号{social_insurance}，查询结果为断缴。",
        "经仲裁员{-name}主持调解：被申请人支付未签合同二倍工资差额、医药费等合计{-money}，分两次汇入申请人的工资卡{bank_card}；双方再无其他争议。",
        "书记员{-name}　{-plain_date}",
    ],
    # 47 wage letter
    [
        "求县劳动监察队给我们做主",
        "我们六个人，跟着包工头{name}（电话{mobile}，住{address}）在东环路工地支模板，干了四个多月，一分钱没见着。他说甲方没给他结，甲方{-company}的项目经理{-name}说早结完了，两头踢皮球。",
        "六个人是：{name}，{id_number}，欠{-money}；{name}，{id_number}，欠{-money}；{name}，{id_number}，欠{-money}；{name}，{id_number}，欠{-money}；还有两个回老家了，身份证没带，回头补上。",
        "我们到项目部要了五趟，门卫不让进。监察队{-name}队长上个月来过工地，说让写个材料，我们没文化，就照实写了。领头的电话{mobile}，钱要是下来，打这个卡上大家分：{bank_card}。",
    ],
    # 48 farm insurance
    [
        "能繁母猪保险理赔公示",
        "投保农户{name}，身份证号{id_number}，养殖地{-village}，报案时间{-plain_date}，报损母猪三头，耳标齐全，经查勘员{-name}、镇畜牧站兽医{-name}现场称重，死因为猪只难产。",
        "核定赔款{-money}，支付账户户名为本人，账号{bank_card}。该户电话{mobile}已回访，农户对头数、金额无异议。",
        "无害化处理由{-company}完成，运输车{-plate}，单据编号{-index_number}。公示三天，有异议请拨打保险公司电话{-hotline}或镇畜牧站{-landline}。",
    ],
    # 49 nursing home
    [
        "老年人入住评估小结",
        "老人{name}，{-grown_age}岁，{birth_date}出生，身份证号{id_number}，由长子{name:family}陪同来院，入住双人间。原住{address}，三楼没电梯，下不了楼。",
        "既往史：{illness}十余年，长期服药；另持残疾人证，为{disability_said:disability}。情绪平稳，不爱说话，爱听评书。医保编号{medical_number}。",
        "评估员{-name}、护理主管{-name}评为中度失能，护理等级二级，每月收费{-money}。紧急联系人为二女儿{name:family}，手机{mobile}。",
        "院长{-name}批示：床头加护栏，夜里两小时巡一次。",
    ],
    # 50 pension stop
    [
        "关于暂停发放养老金的告知单",
        "各位亲属：经与殡葬数据比对，退休人员{name}（身份证号{id_number}，社保个人编号{social_insurance}）已于{-plain_date}去世，养老金本月起停发。",
        "请办理人带好火化证、户口注销证明和与逝者关系证明，到{-office}8号窗口办理丧葬抚恤。此前预留的联系人为逝者之妻{name:family}，家中座机{landline}无人接听，故改寄至其家庭住址{address}。",
        "去世后多发的两个月共{-money}，请退回基金专户{-account}。经办{-name}，复核{-name}，咨询电话{-landline}。",
    ],
    # 51 court notice
    [
        "公　告",
        "{name}（公民身份号码{id_number}）：\n本院受理原告{name}与你离婚纠纷一案，因你下落不明，依法向你公告送达起诉状副本、举证通知书、开庭传票。",
        "原告诉请：判令离婚；婚生子{name:child}（现上幼儿园大班）由原告抚养，你每月付抚养费{-money}。你最后的住处为{address}。",
        "自公告发出之日起，经过三十日即视为送达。定于举证期满后第三日上午九时在示范法庭公开开庭，审判员{-name}，书记员{-name}，联系电话{-landline}。",
    ],
    # 52 typical cases, none
    [
        "人民法院老年人权益保护典型案例（三）",
        "基本案情：{-masked_name}，{-grown_age}岁，膝下三子。老伴走后，患{-illness}生活不能自理，三个儿子{-masked_name}、{-masked_name}、{-masked_name}轮流推诿，老人在邻居搀扶下来到法庭。",
        "审理经过：承办法官{-name}没有坐堂问案，而是会同村支书{-name}、司法所{-name}把庭开到了老人院子里。三个儿子当庭签下轮养协议。",
        "典型意义：赡养不分穷富。示范县人民法院院长{-name}说，这类案子判得再快，不如和得好。法律援助请拨{-hotline}。",
    ],
    # 53 expert clinic, none
    [
        "名医下乡坐诊公告",
        "好消息！{-plain_date}至次日，市人民医院专家团到示范镇卫生院义诊，免挂号费。",
        "{-name}，主任医师，神经内科，擅长{-illness}、眩晕；{-name}，副主任医师，内分泌科，擅长{-illness}及并发症；{-name}，主治医师，眼科，可做白内障筛查；{-name}，康复技师，对{-disability}人员可作辅具适配指导。",
        "预约方式：卫生院导医台{-landline}，联系人{-name}护士；行动不便的，告诉所在村的村医，由卫生院{-plate}车接送。地址：{-office_address}。",
    ],
    # 54 village doctor
    [
        "村卫生室随访杂记",
        "初三　晴　去{address}看{name}，{illness}，血压一百七，药吃完了没去拿，说下雨路滑。给留了一个月的，让他侄媳妇{name:family}盯着，她电话{mobile}。",
        "初五　{name}自己走来的，女，身份证{id_number}，换药，伤口长得好。问她残疾证办没办，她说办下来了，{disability}。",
        "初八　公卫科{-name}来检查档案，批评我三份没签字。{-name}院长说下月统一换系统，登录问题找{-name}，{-landline}。",
        "初九　没有出诊。打扫卫生，过期药登记上交。",
    ],
    # 55 missing person
    [
        "急寻老人，请大家帮忙转发",
        "{name}，男，{-grown_age}岁，身高一米六五左右，外地口音，患{illness}，说不清自己名字。{-plain_date}早上六点从{address}出门，穿蓝色棉袄、黑布鞋，手里提一个尿素袋子。",
        "监控最后拍到他在示范镇粮站往南走。见到的好心人请先稳住老人，拨打女儿{name:family}的电话{mobile}，或者家里的座机{landline}，重谢。",
        "也可以直接联系示范镇派出所值班民警{-name}，电话{-landline}。志愿者车队集合点在{-office_address}，领队{-name}是镇团委书记，请听他统一安排。",
    ],
    # 56 river chief, none
    [
        "清水河示范镇段河长公示",
        "起点坐标{-coordinates}，终点坐标{-coordinates}，长度{-amount}米。",
        "县级河长：{-name}（副县长）；镇级河长：{-name}（镇党委书记）；村级河长：{-name}、{-name}；河道警长：{-name}；巡河员：{-name}。",
        "职责：十天一巡，发现倾倒垃圾、毒鱼、乱占河滩的，当天报告。治理目标：水质稳定在三类。监督电话{-landline}、{-hotline}。",
    ],
    # 57 deputy reply, none
    [
        "对县十六届人大二次会议第27号建议的答复",
        "{-name}、{-name}代表：\n你们提出的《关于加快解决{-village}片区饮水困难的建议》收悉，现答复如下。",
        "一、该片区属高氟水区，长期饮用易引起{-illness}，群众意见大是有道理的。我局已委托{-company}编制改水方案，项目代码{-project_code}，总投资{-money}。二、管网工程预计明年六月通水，通水前由送水车{-plate}每周二、五送水。",
        "感谢你们对水利工作的关心。分管领导：{-name}；承办股室负责人：{-name}；联系电话：{-landline}。\n抄送：县人大代表工委、县政府督查室。",
    ],
    # 58 water dispute
    [
        "水费争议核查回执",
        "用户{name}，户号对应地址{address}，预留手机{mobile}，反映六月水费{-money}不合理，一家三口哪能用这么多。",
        "供水站抄表员{-name}、维修工{-name}上门试压，发现卫生间地下暗管渗漏，非水表故障。用户之弟{name:family}在场看过，认可结果。",
        "处理：按阶梯水价下调一档，多收的{-money}退回用户本人的扣款账户{account:bank_card}，暗管由用户自修。站长{-name}签批。有疑问打供水服务电话{-landline}。",
    ],
    # 59 EIA, none
    [
        "年产两万吨红薯粉条项目环境影响评价公众参与公示",
        "建设单位：{-company}，法定代表人{-name}，联系人{-name}，电话{-landline}；环评单位：{-company}，编制主持人{-name}（职业资格证书编号{-registration}），邮箱{-email}。",
        "项目位于示范镇工业集中区，中心坐标{-coordinates}，距最近居民点{-village}{-amount}米。主要污染物为洗薯废水和锅炉烟气，废水经厌氧、好氧两级处理后排入园区管网。",
        "公众可在{-plain_date}前提出意见。咨询专家{-name}教授、{-name}高级工程师参加了技术审查，认为措施可行。审批部门：{-office}，监督电话{-landline}。",
    ],
    # 60 emergency plan, none
    [
        "示范镇防汛抗旱应急预案（节选）",
        "镇防指：指挥长{-name}，副指挥长{-name}、{-name}，办公室主任{-name}，值班电话{-landline}。转移安置组由{-name}任组长，医疗救护组由卫生院{-name}任组长，物资保障组由供销社{-name}任组长。",
        "水库责任人：河东水库行政责任人{-name}，技术责任人{-name}，巡查责任人{-name}。坝址坐标{-coordinates}。",
        "预警信号：敲锣三遍为准备转移，连续敲锣为立即转移。孤寡老人、孕产妇、{-disability}等行动不便人员，实行“一对一”包保，名单由各村另行保管，不对外公布。",
        "抢险车辆：{-plate}（挖掘机拖车）、{-plate}（物资车），随叫随到。",
    ],
    # 61 forest contract
    [
        "关于后山林地承包纠纷的调查报告",
        "申请人{name}（身份证号{old_id_number}，系第一代身份证，后未更换；现住{address}）与{-village}村民委员会因后山{-amount}亩林地承包期限发生争议，向镇政府申请处理。",
        "申请人拿出的合同（编号{-contract_number}）上写三十年，村里存的那份写二十年。当年村主任{-name}已调离，老会计{-name}回忆，合同是他誊写的，三十年系笔误。见证人{name}（{mobile}）则说当时念的就是三十年。",
        "我们还走访了申请人的妻子{name:family}，她记得交的是三十年的钱，一共{-money}，收条找不着了。",
        "调查组建议：以调解为主，调不成走农村土地承包仲裁。调查组成员：{-name}、{-name}、{-name}。",
    ],
    # 62 funeral policy, none
    [
        "文明祭扫倡议书",
        "广大村民朋友：清明将至，风大草干，去年清明当天，我镇扑灭荒火四起，最大一起出动消防车{-plate}、{-plate}，烧毁油松{-amount}亩。",
        "我们倡议：一束鲜花、一杯清酒、一炷心香，不烧纸、不放炮。公墓管理员{-name}、{-name}在门口免费换花；护林队长{-name}带队在各路口设卡，自愿交出打火机。",
        "散埋乱葬集中治理政策见{-document_number}，迁入公益性公墓免费，每穴补助迁坟费{-money}。咨询民政办{-name}，电话{-landline}，火警119。",
    ],
    # 63 temple
    [
        "宗教活动场所安全检查及信访答复",
        "县民宗局{-name}副局长、镇统战委员{-name}于{-plain_date}检查了清凉寺。管委会主任{-name}、住持{-name}陪同。寺内灭火器过期四具，已责令更换。登记证号{-registration}。",
        "另答复信众{name}反映的捐款问题：你说去年捐的{-money}没有写在功德碑上，经查功德款进了寺院公户{-account}，收据号{-index_number}，是刻碑时漏了。寺里已登门到{address}说明，并在你母亲{name:family}的牌位前补做了法事，你在电话{mobile}中表示谅解。",
        "今后场所财务每季度张榜，由会计{-name}负责。",
    ],
    # 64 school enrolment
    [
        "咨询孩子入学",
        "局长信箱：你好！我家小孩{name:child}，今年该上一年级。户口随她妈在外县，我们一家租房住在{address}，我在{-company}开叉车，社保交了两年多，社保个人编号{social_insurance}。",
        "去学校问，门口登记的老师说要先看房产证，没有就排到最后。招生办{-name}主任在直播里明明讲租房的也能上，只要居住证满一年。我居住证是{-plain_date}办的，差十一天，这十一天能不能通融？",
        "孩子身份证号 {child_id:id_number}，我的手机 {mobile}，家长姓名{name:family}。要是定了去河西小学，我也认，早点告诉我，我好找人接送。",
    ],
    # 65 kindergarten
    [
        "幼儿意外伤害处理记录",
        "{-plain_date}上午户外活动时，中二班幼儿{name:child}在滑梯上与同班幼儿{name:child}相撞，前者倒地大哭。带班老师{-name}、保育员{-name}当场扶起察看，保健医{-name}陪同送镇卫生院检查，门诊病历号{medical_number}。",
        "10:25电话通知伤者家长{name:family}（{mobile}）；10:40通知另一方孩子的奶奶{name:family}（{mobile}）。园长{-name}当天下午带着水果到伤者家（{address}）看望。",
        "后续：校方责任险已报案，保险公司理赔员{-name}要走了监控。两家大人在园里见了面，互相没有为难。",
    ],
    # 66 teacher praise, none
    [
        "关于表扬优秀教师和优秀教育工作者的决定",
        "值此第三十九个教师节来临之际，县教育局决定对下列同志予以表扬：",
        "优秀教师：{-name}（示范镇中心小学）、{-name}（河东小学）、{-name}（示范县一中）、{-name}（县特教学校）；优秀班主任：{-name}、{-name}；优秀教育工作者：{-name}（教研室）。",
        "其中，{-name}老师三十四年守着一个只有七名学生的教学点；{-name}老师连续六年利用周末送课上门，事迹见《示范教育》本期专版。",
        "希望受表扬的同志再接再厉。",
    ],
    # 67 work log, mixed
    [
        "驻村日记摘抄",
        "{-plain_date}　小雨。上午跟{-name}书记去镇里开防返贫调度会，{-name}副县长点了三个村的名，没点我们，松口气。",
        "下午入户。{name}，脱贫户，住{address}，儿媳妇{name:family}刚检查出{illness}，在市里住院，住院号{medical_number}，先期交了{-money}。给医保局{-name}打电话问大病二次报销，答复说出院后一个月内自动结算。帮他把防贫保也报了，报案电话{-hotline}。",
        "晚上统计外出务工：{name}去了广东，手机号{mobile}；{name}在县城送外卖，手机号{mobile}，骑的摩托被扣了，让我问问。明天找交警队{-name}。",
        "睡前把账记了：村里订报纸{-money}，经手{-name}。",
    ],
    # 68 farm training, none
    [
        "冬季果树修剪培训班侧记",
        "“这根是徒长枝，留着它光吃饭不干活。”{-plain_date}，县林果中心推广研究员{-name}站在梯子上，剪刀一响，围着的百十号人都笑了。",
        "培训由镇农业综合服务中心主任{-name}组织，在{-village}果园现场开讲，市农科院{-name}博士讲腐烂病防治，{-company}技术经理{-name}演示电动剪，省科技特派员{-name}答疑。",
        "据了解，{-name}研究员团队的“矮砧密植整形方法”获国家发明专利（{-patent}），已在全县推广{-amount}亩。资料可发邮件至中心公务邮箱{-email}索取，技术咨询电话{-landline}。（县融媒体中心记者 {-name}）",
    ],
    # 69 donation
    [
        "爱心捐款公示及鸣谢",
        "本村青年{name}突患{illness}，在省城医院重症监护室，病案号{medical_number}，每天费用上万元。{-plain_date}，村里发出倡议后，四面八方伸出援手，现将捐款情况公布。",
        "{name}2000元，{name}1000元，{name}500元，{name}500元，{name}300元，{name}200元，{name}200元，另有不留姓名者七人共640元。{-company}捐{-money}，代表{-name}送到村部。",
        "以上款项由村委会{-name}和村民代表一起点清，已全部转给患者的哥哥{name:family}，收款卡号{bank_card}，手机{mobile}。以后再捐的，请直接转给他。",
    ],
    # 70 village accounts
    [
        "关于第二季度几笔支出的说明",
        "有村民在群里问账，监委会{-name}委托我（报账员{-name}）把大家关心的几笔说清楚。",
        "第一笔，付{name}工钱{-money}，是掏下水道四天的，人家身份证{id_number}，卡号{bank_card}，派工单上有村主任{-name}的字。第二笔，付{-company}砂石款{-money}，对公账号{-account}，发票齐全。",
        "第三笔，慰问{name}家{-money}，他家老父亲{name:family}住院查出{illness}，按村规民约的标准给的。第四笔，退{name}宅基地押金{-money}，本人住{address}，来签了字。",
        "有不明白的，上午到村部翻凭证，电话{-landline}。",
    ],
    # 71 culture, none
    [
        "示范镇“村晚”节目单说明",
        "总策划：{-name}；导演：{-name}（县文化馆）；主持人：{-name}、{-name}；灯光音响：{-company}。",
        "开场锣鼓由{-village}锣鼓队表演，艺术指导是县级非遗传承人{-name}；小品《分家》编剧{-name}；压轴戏《穆桂英挂帅》由县豫剧团{-name}、{-name}领衔。",
        "演出时间{-plain_date}晚七时，地点镇文化广场。安全保障：派出所{-name}，消防{-name}，医疗{-name}，救护车{-plate}停在东出口。咨询{-landline}。",
    ],
    # 72 police notice, none
    [
        "反诈预警通报（第11期）",
        "{-plain_date}，我县居民{-masked_name}（手机{-masked_mobile}）接到自称“医保局”的电话，说她的医保卡在外地买了治{-illness}的处方药，涉嫌骗保，要她把钱转到“安全账户”。所幸农商行柜员{-name}发现不对，及时劝阻，保住{-money}。",
        "同日，{-masked_name}（身份证{-masked_id}）网上刷单被骗{-money}，已立案，办案民警{-name}。",
        "县公安局反诈中心主任{-name}提醒：公检法、医保局都不会在电话里叫你转账。遇事先打96110，或打中心值班电话{-landline}。",
    ],
    # 73 fraud transcript
    [
        "询问笔录（节选）",
        "问：你的基本情况？答：我叫{name}，{birth_date}出生，初中文化，务农，身份证号码{id_number}，家住{address}，电话{mobile}。",
        "问：把被骗经过讲一下。答：{-plain_date}晌午，有个人加我微信，说是我外甥{name:family}的同学，外甥在外头出了车祸要押金。我一慌，就用农行卡{bank_card}转过去{-money}，对方的卡号尾号记不清了。转完给外甥打电话，他好好的在上班。",
        "问：对方电话？答：{mobile}，现在打不通。\n问：以上是否属实？答：属实。",
        "询问人：{-name}　记录人：{-name}　单位：示范县公安局河东派出所，{-landline}",
    ],
    # 74 hasty group notes
    [
        "群公告汇总 @所有人",
        "还没交医保的抓紧，月底关系统!!! {name} {id_number} 交了没到账，让他打税务{-landline}查；{name} {id_number} 说在外地交了，把截图发给{-name}",
        "三组 {name} 家添了小孙女叫{name:child}，还没满月，身份证下来了{child_id:id_number}，孩子妈{name:family}电话{mobile}，九十天内参保从出生起算，别错过",
        "养老认证剩最后五个老人没刷脸，四组组长{-name}你负责跑一趟；不会弄的带到村部我给弄。镇社保所{-name}明天下来督办，都上点心",
        "发布人：文书{-name}",
    ],
    # 75 annual disclosure report, none
    [
        "示范镇2022年度政府信息公开工作年度报告",
        "本报告由示范镇人民政府编制，电子版可在县政府网站下载。联系地址：{-office_address}；电话：{-landline}；邮箱：{-email}。",
        "一年来，主动公开文件146件，其中规范性文件一件（{-document_number}），回复留言39条。收到申请三件，自然人{-masked_name}申请两件，{-company}申请一件，均按期答复。",
        "存在问题：公示到期后撤得不及时，个别表格没有遮挡身份证号就上网，已由分管领导{-name}约谈经办人{-name}，今后信息发布由{-name}初审、{-name}终审。",
    ],
    # 76 project approval, none
    [
        "关于示范镇污水处理站提标改造工程可行性研究报告的批复",
        "示范镇人民政府：你镇《关于审批污水处理站提标改造工程的请示》（{-document_number}）收悉。经研究，同意实施，项目代码{-project_code}。",
        "一、建设地点：{-office_address}西侧，用地{-amount}亩，地块编号{-plot_number}。二、估算总投资{-money}，资金由县财政和专项债解决。三、项目法人为{-company}，法定代表人{-name}，技术负责人{-name}。",
        "四、可研报告由{-company}编制，评审专家{-name}、{-name}、{-name}出具了意见。请据此开展初步设计。\n联系人：{-name}（县发改局投资股，{-landline}）",
    ],
    # 77 leader mailbox reply
    [
        "书记信箱来信办理：老师傅的烟囱",
        "来信：书记你好，我家住{address}，对门开了个烧烤店，老板叫{name}，烟囱正冲着我卧室。我丈夫{name:family}有{illness}，闻见烟就喘。我去理论，他说“有本事你告去”。我就告了。写信人{name}，{mobile}。",
        "办理：城管中队长{-name}、环保所{-name}当晚突击检查，该店（经营者身份证号{id_number}，营业执照注册号{-registration}）未装油烟净化器，责令停业整改，罚款{-money}。",
        "回访：整改后烟囱改到屋顶，装了净化设备，由{-company}检测合格，报告编号{-document_number}。社区网格长{-name}继续盯着。感谢来信！",
    ],
    # 78 co-op, none
    [
        "示范县金穗种植专业合作社申报示范社材料（概述）",
        "本社成立于{-plain_date}，登记号{-registration}，统一社会信用代码{-credit_code}，理事长{-name}，监事长{-name}，财务负责人{-name}，社部设在{-office_address}。",
        "流转土地{-amount}亩，与{-company}签订订单（合同编号{-contract_number}），拥有实用新型专利一项（{-patent}），专利发明人为本社农艺师{-name}。运粮车{-plate}、{-plate}登记在社名下。",
        "开户行示范农商行，账号{-account}。申报联系人{-name}，办公电话{-landline}，电子邮箱{-email}。",
    ],
    # 79 motorcycle / shop contacts: official's mobile
    [
        "关于召开秸秆禁烧现场会的紧急通知",
        "各村：县督查组{-plain_date}到我镇，请村支书、主任准时到{-village}村部参加现场会，不准请假不准代会。",
        "会务联系人{-name}（农业办），手机{mobile}，办公室{-landline}；现场讲解{-name}，手机{mobile}；督查组带队领导{-name}副局长，乘坐公务车{-plate}，请各路口放行。",
        "昨晚{-village}地头火点已由无人机拍到，坐标{-coordinates}，包片干部{-name}写检查，书记{-name}下会后留下谈话。",
    ],
    # 80 resident praises and complains re teacher; stipend
    [
        "关于雨露计划补助没到账的询问",
        "老师好，我是示范县职教中心二年级学生{name}，学的是汽修，家里是脱贫户。班主任{-name}说补助上学期就发了，我们班别人都收到了，我的卡{bank_card}里一直没有。",
        "我爸{name:family}去村里问，村干部{-name}查了说系统里我的身份证号少录了一位，正确的是{id_number}。镇乡村振兴办的{-name}让我重新填表，可我住校，周五才放学。",
        "能不能把表发到我邮箱{email}？或者加微信{mobile}。谢谢老师。",
    ],
    # 81 hasty registry of returnees/vehicle scrap
    [
        "黄标车、老旧农用车报废补贴核查情况",
        "按照县里给的名单，我们逐车打了电话。{name}，身份证{id_number}，车牌{plate}，说车已经卖给废品站，手续没留，不能补。",
        "{name}，身份证{id_number}，车牌{plate}，有拆解证明，补{-money}，打卡{bank_card}。另有一辆登记在{-company}名下，车牌{-plate}，属于单位车，不在补贴范围，已告知公司会计{-name}。",
        "核查人：交管站{-name}、{-name}。复核：{-name}。{-plain_date}",
    ],
    # 82 heritage / inheritance of collective shares
    [
        "股权继承登记备忘",
        "社员{name}去世，名下集体资产股份一股，证号{-registration}。生前住{address}，身份证号{id_number}。",
        "来办手续的是三个儿女：长女{name:family}、长子{name:family}、次子{name:family}，都写了说明，前两人放弃，归次子。次子身份证{id_number}，分红卡号{bank_card}，手机{mobile}。",
        "合作社董事长{-name}、会计{-name}、镇农经站{-name}三方看过原件，复印件留档。公证费{-money}自理。",
    ],
]

TABLES = [
    (
        "示范镇2023年第三季度农村低保发放明细",
        "户主|身份证号|家庭住址|保障人口|月发放额|一卡通账号",
        "{name}|{id_number}|{address}|2|{-money}|{bank_card}",
    ),
    (
        "村（社区）“两委”干部通讯录（内部使用）",
        "村名|姓名|职务|办公电话|手机",
        "{-village}|{-name}|党支部书记|{-landline}|{mobile}",
    ),
    (
        "残疾人护理补贴新增人员花名册",
        "姓名|残疾类别及等级|身份证号|监护人（与本人关系）|联系电话|开户卡号",
        "{name}|{disability}|{id_number}|{name:family}（父亲）|{mobile}|{bank_card}",
    ),
    (
        "河东幼儿园秋季新生登记",
        "幼儿姓名|年龄|幼儿身份证号|家长姓名|家长手机|家庭住址",
        "{name:child}|{-age}岁|{child_id:id_number}|{name:family}|{mobile}|{address}",
    ),
    (
        "镇卫生院国庆期间值班表",
        "日期|值班医生|值班护士|后勤|带班领导|值班电话",
        "{-plain_date}|{-name}|{-name}|{-name}|{-name}|{-landline}",
    ),
    (
        "招标项目评标委员会名单及评分汇总",
        "项目编号|评委姓名|工作单位|投标人|得分",
        "{-project_code}|{-name}|{-office}|{-company}|87.5",
    ),
    (
        "村级公路施工单位考核情况",
        "施工单位|统一社会信用代码|法定代表人|项目经理|合同编号|合同价",
        "{-company}|{-credit_code}|{-name}|{-name}|{-contract_number}|{-money}",
    ),
    (
        "信访积案化解台账",
        "信访人|联系电话|住址|主要诉求|包案领导|责任单位|化解期限",
        "{name}|{mobile}|{address}|反映修渠占地补偿不到位|{-name}|{-office}|{-plain_date}",
    ),
    (
        "已办结热线工单抽查（对外公开版）",
        "工单编号|来电人|来电号码|诉求摘要|承办单位|经办人",
        "{-index_number}|{-masked_name}|{-masked_mobile}|路灯不亮|{-office}|{-name}",
    ),
    (
        "危房改造补助对象核查表",
        "户主姓名|身份证号码|危房等级|改造方式|补助金额|核查人",
        "{name}|{id_number}|D级|原址重建|{-money}|{-name}",
    ),
    (
        "示范镇事业单位招聘面试成绩",
        "岗位代码|考生姓名|身份证号|笔试|面试|是否进入体检",
        "{-index_number}|{name}|{id_number}|78.5|84.2|是",
    ),
    (
        "家庭医生慢病随访清单",
        "居民姓名|病种|出生日期|住址|联系方式|签约医生",
        "{name}|{illness}|{birth_date}|{address}|{mobile}|{-name}",
    ),
    (
        "公务用车运行登记",
        "车牌号|驾驶员|用车人|用车单位|出车日期|事由",
        "{-plate}|{-name}|{-name}|{-office}|{-plain_date}|下乡检查禁烧",
    ),
    (
        "私家车乱停放劝离记录",
        "车牌号|车主|车主电话|停放位置|劝离民警",
        "{plate}|{name}|{mobile}|学校门口东侧|{-name}",
    ),
    (
        "粮食适度规模经营补贴公示（合作社及公司）",
        "经营主体|负责人|登记号|种植面积（亩）|补贴金额|对公账号",
        "{-company}|{-name}|{-registration}|{-amount}|{-money}|{-account}",
    ),
    (
        "敬老院在院老人一览",
        "老人姓名|出生年月|身份证号|健康状况|医保编号|紧急联系人|紧急联系人与老人关系|联系人电话",
        "{name}|{birth_date}|{id_number}|{illness}|{medical_number}|{name:family}|儿子|{mobile}",
    ),
    (
        "农民工工资代发表（东环路标段）",
        "工人姓名|身份证号|造表人|应发工资|银行卡号|手机号",
        "{name}|{id_number}|{-name}|{-money}|{bank_card}|{mobile}",
    ),
    (
        "地质灾害隐患点防灾责任人",
        "隐患点位置|坐标|村级责任人|监测员|镇级包保领导|值守电话",
        "{-village}后坡|{-coordinates}|{-name}|{-name}|{-name}|{-landline}",
    ),
    (
        "出国（境）证件集中保管登记——劳务输出人员",
        "姓名|护照号码|港澳通行证号码|本人电子邮箱|经办人",
        "{name}|{passport}|{permit}|{email}|{-name}",
    ),
    (
        "县中医院专家门诊排班",
        "科室|专家|职称|擅长病种|诊室电话",
        "脑病科|{-name}|副主任医师|{-illness}|{-landline}",
    ),
    (
        "农村留守儿童关爱台账",
        "儿童姓名|性别|年龄|身份证号|外出父（母）|现监护人|监护人电话|儿童主任",
        "{name:child}|女|{-age}岁|{child_id:id_number}|{name:family}|奶奶{name:family}|{mobile}|{-name}",
    ),
    (
        "城乡居民养老保险待遇暂停人员",
        "参保人|社保个人编号|身份证号|暂停原因|亲属|亲属座机|经办",
        "{name}|{social_insurance}|{id_number}|未认证|{name:family}|{landline}|{-name}",
    ),
    (
        "行政许可信息公示",
        "许可文号|企业名称|法人|经营地址|许可内容|审批人|审批日期",
        "{-document_number}|{-company}|{-name}|{-office_address}|食品小作坊|{-name}|{-plain_date}",
    ),
]

FORMS = [
    [
        "临时救助申请审批表",
        "申请人姓名|{name}|性别|男|出生日期|{birth_date}",
        "公民身份号码|{id_number}|联系电话|{mobile}",
        "现住址|{address}|开户银行及账号|示范农商行 {bank_card}",
        "家庭成员|{name:family}|与申请人关系|妻子|健康状况|{illness}",
        "申请理由|因病花费{-money}，家里没有别的进项，请求救助。",
        "村委会意见|情况属实，同意上报。 签字：{-name}|镇政府意见|同意。 {-name} {-plain_date}",
    ],
    [
        "残疾人证申请表",
        "姓名|{name}|民族|汉|身份证号|{id_number}",
        "户籍地址|{address}|固定电话|{landline}|手机|{mobile}",
        "监护人|{name:family}|与监护人关系|母子",
        "申请类别及拟评等级|{disability}|致残原因|{illness}",
        "评定医院|示范县人民医院|评定医师|{-name}、{-name}",
        "残联审核|{-name}|办证编号|{-index_number}",
    ],
    [
        "小学一年级新生报名表",
        "学生姓名|{name:child}|性别|女|年龄|{-age}岁",
        "学生身份证号|{child_id:id_number}|就读幼儿园|河东幼儿园",
        "父亲姓名|{name:family}|工作单位|{-company}|电话|{mobile}",
        "母亲姓名|{name:family}|工作单位|务农|电话|{mobile}",
        "实际居住地|{address}",
        "审核教师|{-name}|审核日期|{-plain_date}|学校电话|{-landline}",
    ],
    [
        "残疾儿童康复救助申请表（空表）",
        "儿童姓名||性别||出生日期|",
        "身份证号||残疾类别|□视力 □听力 □言语 □肢体 □智力 □孤独症",
        "监护人姓名||与儿童关系||联系电话|",
        "定点康复机构|示范县康复中心|机构负责人|{-name}|机构电话|{-landline}",
        "填表说明|持有残疾人证且等级为{-disability}的无需另附诊断证明；材料寄至{-office_address}。",
    ],
    [
        "个体工商户注销登记申请书",
        "名称|示范镇老槐树杂货店|注册号|{-registration}",
        "经营者|{name}|身份证件号码|{id_number}|移动电话|{mobile}",
        "经营者住所|{address}|经营场所|{-office_address}",
        "注销原因|年纪大了，不想干了",
        "代办人|{name:family}（经营者之女）|受理人|{-name}|核准人|{-name}",
    ],
    [
        "供应商报名登记表",
        "项目名称|示范镇垃圾中转站设备采购|项目编号|{-project_code}",
        "单位名称|{-company}|统一社会信用代码|{-credit_code}",
        "法定代表人|{-name}|授权代表|{-name}",
        "单位地址|{-office_address}|固定电话|{-landline}|电子邮箱|{-email}",
        "开户行及账号|示范农商行 {-account}|登记人|{-name}|登记日期|{-plain_date}",
    ],
    [
        "来访登记单",
        "日期|{-plain_date}|接待人|{-name}",
        "来访人|{name}|身份证|{id_number}|同来人数|3",
        "住址|{address}|电话|{mobile}",
        "反映问题|说邻村{-company}的养鸡场臭味大，上幼儿园的孙子{name:child}一夏天没敢开窗睡觉。",
        "处理|转环保所{-name}，一周内答复|领导批示|请{-name}同志阅办。",
    ],
    [
        "住院病人转院审批单",
        "患者姓名|{name}|住院号|{medical_number}|身份证号|{id_number}",
        "诊断|{illness}|主管医师|{-name}|科主任|{-name}",
        "转往医院|市人民医院|转院工具|本院救护车 {-plate}",
        "家属签字|{name:family}|与患者关系|丈夫|联系电话|{mobile}",
        "医保科意见|同意转诊 {-name}|日期|{-plain_date}",
    ],
    [
        "机动车驾驶人体检回执",
        "姓名|{name}|准驾车型|C1|身份证明号码|{id_number}",
        "联系住所|{address}|移动电话|{mobile}|电子信箱|{email}",
        "本人私家车号牌|{plate}|视力|合格|听力|合格",
        "体检医生|{-name}|医院电话|{-landline}|日期|{-plain_date}",
    ],
    [
        "会议室使用审批单",
        "申请部门|{-office}|经办人|{-name}",
        "使用时间|{-plain_date}|参加人数|45",
        "会议名称|全县安全生产例会|主持人|{-name}|主讲|{-name}",
        "设备需求|投影、话筒|管理员|{-name}|内线|{-landline}",
    ],
    [
        "遗体火化登记表",
        "逝者姓名|{name}|性别|男|出生日期|{birth_date}|身份证号|{id_number}",
        "生前住址|{address}|死亡原因|{illness}|死亡日期|{-plain_date}",
        "家属姓名|{name:family}|与逝者关系|儿子|电话|{mobile}",
        "殡仪馆接运车牌|{-plate}|司机|{-name}|火化工|{-name}",
        "收费|{-money}|收款员|{-name}",
    ],
    [
        "村级小微工程验收单",
        "工程名称|{-village}二组排水沟|合同编号|{-contract_number}",
        "施工单位|{-company}|现场负责人|{-name}",
        "工程量|{-amount}米|结算金额|{-money}",
        "验收人员|{-name}、{-name}、{-name}|村务监督|{-name}",
        "施工单位对公收款账号|{-account}|验收日期|{-plain_date}",
    ],
    [
        "公开招聘报名登记表",
        "姓名|{name}|出生年月|{birth_date}|政治面貌|团员",
        "身份证号|{id_number}|毕业院校|示范师范学院|专业|学前教育",
        "手机|{mobile}|邮箱|{email}|社保个人编号|{social_insurance}",
        "家庭主要成员|父亲 {name:family}，务农|母亲 {name:family}，务农",
        "现居住地|{address}|资格初审|{-name}|复审|{-name}",
    ],
    [
        "收养登记申请书",
        "收养人（男）|{name}|身份证件号|{id_number}|职业|司机",
        "收养人（女）|{name}|身份证件号|{id_number}|职业|裁缝",
        "住址|{address}|联系电话|{mobile}",
        "被收养人|{name:child}|年龄|{-age}岁|身份证件号|{child_id:id_number}",
        "送养单位|示范县儿童福利院|单位负责人|{-name}|电话|{-landline}",
        "登记员|{-name}|登记机关意见|材料齐全，准予登记。|日期|{-plain_date}",
    ],
    [
        "农业保险报案查勘记录",
        "被保险人|{name}|身份证号|{id_number}|报案电话|{mobile}",
        "作物|玉米|受灾面积（亩）|{-amount}|查勘点坐标|{-coordinates}",
        "赔款账户|{bank_card}|赔付金额|{-money}",
        "查勘员|{-name}|协保员|{-name}|镇农办|{-name}",
        "公司服务电话|{-hotline}|查勘车|{-plate}",
    ],
]
