"""Unseen texts; on the first run on them precision and recall were 0.989 and 0.993."""

PROSE = [
    # 1
    [
        "示范县市场监督管理局行政处罚决定书",
        "文号：{-document_number}",
        "当事人：{name}，女，公民身份号码{id_number}，住{address}，系中心圩“阿嫂烧腊档”经营者，注册号{-registration}，联系电话{mobile}。",
        "{-plain_date}，本局执法人员{-name}、{-name}到该档例行检查，在冷柜中发现无检疫标识的鸭胴体{-amount}只，当事人当场拿不出进货票据。经查，上述货品购自流动商贩，货值{-money}，已售部分所得{-money}。",
        "依据《中华人民共和国食品安全法》第一百二十三条之规定，决定：一、没收剩余鸭胴体；二、处罚款{-money}。当事人应于收到本决定书之日起十五日内将罚款缴入县财政非税专户，账号{-account}，逾期每日按百分之三加处。",
        "不服本决定的，可在六十日内向县人民政府申请复议。承办股室：食品流通股，联系人{-name}，电话{-landline}。",
    ],
    # 2 N
    [
        "行政处罚信息公示（{-document_number}）",
        "被处罚单位：{-company}；统一社会信用代码：{-credit_code}；住所：{-office_address}；法定代表人：{-name}。",
        "违法事实：该公司自{-plain_date}起，将未经强制检定的汽车衡用于收购木薯的贸易结算，涉及单据{-amount}张。处罚内容：责令停止使用，罚款{-money}。",
        "处罚机关：示范县市场监督管理局。决定日期：{-plain_date}。公示联系人：{-name}，办公电话{-landline}。",
    ],
    # 3
    [
        "道路交通事故认定书（简易程序）",
        "{-plain_date}18时20分许，{name}（驾驶证号{id_number}，手机{mobile}）驾驶自家小轿车{plate}沿滨江路由东往西行驶，至老汽车站路口右转时，与直行的二轮摩托车{plate}相撞。摩托车由车主{name}驾驶，身份证号{id_number}，住{address}。",
        "事故造成两车受损，摩托车驾驶人倒地，已由县人民医院救护车{-plate}送诊，门诊号{medical_number}。",
        "轿车一方右转未让直行，负全部责任；摩托车一方无责任。双方对上述事实没有异议，同意由承保的{-company}在交强险内先行理赔。",
        "经办民警：{-name}　协办辅警：{-name}　交警大队城区中队电话：{-landline}",
    ],
    # 4 N
    [
        "以案为鉴：交警大队曝光近期五起酒驾案",
        "{-plain_date}晚，{-masked_name}（身份证号{-masked_id}）在宗亲宴上饮了米酒，驾车回家途中在高速引道口被查，血液酒精含量每百毫升{-amount}毫克，已移送检察机关。",
        "{-plain_date}清晨，{-masked_name}以为“睡一觉就没事”，骑摩托车去圩场卖菜时被拦下，呼气检测仍属饮酒驾驶，罚款{-money}，暂扣驾驶证六个月。其余三起的当事人分别为{-masked_name}、{-masked_name}、{-masked_name}，均已作出处罚。",
        "大队长{-name}提醒：隔夜酒同样伤人。举报酒驾请拨{-hotline}，或打大队值班室{-landline}。",
    ],
    # 5
    [
        "限期拆除违法建筑决定书",
        "{name}（身份证号：{id_number}；家庭住址：{address}）：",
        "经查，你户未办乡村建设规划许可，于{-plain_date}前后在省道边的责任田上搭建砖混铁皮棚一处，占地{-amount}平方米，地块编号{-plot_number}，中心坐标{-coordinates}。我局{-plain_date}向你本人送达《责令停止违法行为通知书》，你仍继续封顶。",
        "现根据《中华人民共和国城乡规划法》第六十五条，责令你户自收到本决定之日起七日内自行拆除。逾期不拆，由镇人民政府依法组织拆除，费用由你户承担。",
        "示范县城市管理和综合执法局　{-plain_date}　执法中队长{-name}，队员{-name}，咨询电话{-landline}",
    ],
    # 6
    [
        "协查通报：寻找走失老人",
        "{name}，男，{-grown_age}岁，住{address}，只讲客家话，患{illness}，{-plain_date}清早说去圩上饮茶，至今未归。身高约一米六，走时着灰短袖、解放鞋，挎一只旧布袋。",
        "有见到的街坊请打他儿子{name:family}的手机{mobile}，也可以报城关派出所，值班电话{-landline}，由民警{-name}登记。各村治保主任收到后请在群里转一转。",
    ],
    # 7
    [
        "政务服务热线工单办理情况（工单号{-index_number}）",
        "来电人：{name}，来电号码{mobile}。反映内容：其家住{address}，楼下大排档每晚摆台到凌晨两点，划拳声、抽风机声很大，家里老人睡不着，多次报{-hotline}没有结果。",
        "承办情况：{-plain_date}晚十点，综合执法二中队{-name}、{-name}会同环保站{-name}到场，测得边界噪声超过夜间限值，已责令该店（{-company}）二十三时后收起外摆桌椅，油烟机移至后墙，限五日改好。",
        "回访：次日由中队内勤{-name}电话回访，来电人表示“昨晚安静了，先看一段”。评价：基本满意。承办单位电话{-landline}。",
    ],
    # 8
    [
        "关于公开招聘警务辅助人员体检结果及考察对象的公告",
        "根据招聘方案，县公安局政工室组织笔试、体能测评、面试和体检，现将进入考察环节的人员公告如下：",
        "一、勤务辅警岗：{name}（准考证后附，身份证号{id_number}）；{name}（身份证号{id_number}）；{name}（身份证号{id_number}）。\n二、文职辅警岗：{name}（身份证号{id_number}）。",
        "体检中有一名考生因{-illness}需复查，复查时间另行电话通知。监督电话：县公安局纪检组{-landline}；政策咨询：{-name}警官、{-name}警官，{-landline}，邮箱{-email}。",
    ],
    # 9 N
    [
        "全县打击假冒伪劣农资联席会议纪要",
        "{-plain_date}下午，副县长{-name}在{-office_address}主持召开会议，市场监管局{-name}、农业农村局{-name}、公安局{-name}、供销社{-name}等参加。",
        "会议听取了市场监管局春耕前抽检情况：共抽化肥、农药{-amount}批次，不合格的主要是复合肥总养分不足。{-name}同志提出，罗非鱼苗和甘蔗种茎也要纳入巡查。",
        "会议议定：1. 由{-name}牵头，月底前把沿河三镇的农资店过一遍；2. 检验经费{-money}由财政列支；3. 凡涉刑线索三日内移送治安大队，联络员{-name}，办公电话{-landline}。",
        "记录：{-name}　审核：{-name}",
    ],
    # 10 N
    [
        "关于龙舟水期间值班安排的通知",
        "各中队、站所：据气象台预报，本周有持续强降水。现将交通运输局值班安排通知如下，请按时到岗。",
        "周一带班{-name}，值班{-name}、{-name}；周二带班{-name}，值班{-name}；周三带班{-name}，值班{-name}。值班室电话{-landline}，传真{-landline}。",
        "抢险车{-plate}、{-plate}停放在公路养护中心院内，钥匙由门卫保管；挖机由{-company}待命，合同号{-contract_number}。",
    ],
    # 11
    [
        "治安调解协议书",
        "甲方：{name}，男，{birth_date}生，身份证号{id_number}，现住{address}。\n乙方：{name}，男，{birth_date}生，身份证号{id_number}，现住{address}。",
        "{-plain_date}上午，双方在菜市场因摊位让位问题争执，乙方用秤杆打中甲方手背。甲方到镇卫生院就诊，就诊卡号{medical_number}，花费{-money}。",
        "在本所主持下，双方自愿达成协议：乙方当场道歉并赔偿医药费、误工费共{-money}，一次付清；甲方不再追究。协议履行后，公安机关对乙方不予处罚。",
        "调解民警：{-name}　见证人：市场管理员{-name}　{-plain_date}",
    ],
    # 12
    [
        "消费纠纷调解书",
        "申请人{name}，身份证{id_number}，电话{mobile}，为女儿{name:child}（{-age}岁）在被申请人处报舞蹈班，预付{-money}，上课不到两个月门店搬空。",
        "被申请人{-company}，信用代码{-credit_code}，负责人{-name}到会，称因房租纠纷暂停营业，并非卷款。",
        "县消费者委员会调解员{-name}查看收据、考勤本后提出：按剩余课时退还{-money}。双方同意，款项于{-plain_date}前汇入申请人农商行账户{account:bank_card}。",
        "消委会电话{-landline}，地址{-office_address}。",
    ],
    # 13
    [
        "道路交通事故社会救助基金垫付公示",
        "经审核，拟对下列伤者垫付抢救费用，公示五个工作日：",
        "1. {name}，身份证号{id_number}，被无号牌三轮车撞伤，县中医院住院号{medical_number}，住院期间另查出{illness}，垫付{-money}。",
        "2. {name}，身份证号{id_number}，事故车辆逃逸，住院号{medical_number}，垫付{-money}。联系家属：妻子{name:family}，{mobile}。",
        "款项直接拨付医院基本户，账号{-account}。基金办经办{-name}，复核{-name}，异议电话{-landline}。",
    ],
    # 14
    [
        "交通运输行政处罚案件讨论记录",
        "案由：{name}未取得道路客运经营许可擅自从事班车客运案。主持：副局长{-name}。参加：法规股{-name}、执法大队{-name}、{-name}。记录：{-name}。",
        "承办人汇报：{-plain_date}，当事人用自有七座面包车{plate}从镇上拉了六名乘客去省城，每人收{-money}，在高速入口被截停。当事人身份证{id_number}，住{address}，驾驶证准驾C1。手机收款记录已截屏固定。",
        "讨论意见：{-name}认为系初次，且主动退还车费，可按下限；{-name}同意。结论：罚款{-money}，制作决定书（拟编号{-document_number}）。",
    ],
    # 15 N
    [
        "雨季行车安全小课堂（讲稿）",
        "各位师傅好，我是交警大队宣教民警{-name}。南方四月以后雨多，先讲三件事：轮胎、雨刮、刹车。花纹磨到警戒线就要换，别心疼那几个钱。",
        "再讲身体。患{-illness}的师傅，吃药以后会犯困，一定问过医生再上路；有{-illness}病史的，体检要如实报。我们请县医院{-name}主任来给大家量血压，下周三上午在货运站，免费。",
        "涉水前下车看一看水位线，不要跟前车硬冲。遇山体滑坡打{-hotline}，不要自己搬石头。课后资料找中队{-name}领，办公室{-landline}。",
    ],
    # 16
    [
        "关于一起幼儿园接送车超员情况的报告",
        "县教育局：{-plain_date}早上，我大队民警{-name}在村道口查获一辆接送幼儿的面包车，核载七人，实载十三人。车主{name}，身份证{id_number}，车牌{plate}，系个人私下揽接，与幼儿园没有合同。",
        "车上幼儿均为小太阳幼儿园学生，其中{name:child}座位旁车门松动，最为危险，已通知其母{name:family}，电话{mobile}，当场接回；其余幼儿由园长{-name}派校车{-plate}接走。",
        "建议贵局约谈该园，落实接送登记。我方联系人{-name}，{-landline}。",
    ],
    # 17 N
    [
        "单警执法记录仪采购项目中标公告",
        "项目编号：{-project_code}。采购人：示范县公安局，地址{-office_address}，联系人{-name}，电话{-landline}。代理机构：{-company}，项目经理{-name}，邮箱{-email}。",
        "中标人：{-company}，信用代码{-credit_code}，中标金额{-money}，数量{-amount}台。",
        "评审专家：{-name}、{-name}、{-name}、{-name}，采购人代表{-name}。代理服务费{-money}，汇入代理机构账户{-account}。公告期限自{-plain_date}起一个工作日。",
    ],
    # 18
    [
        "户口登记项目更正申请",
        "城北派出所：我叫{name}，现用身份证号{id_number}，户口在{address}。当年第一代身份证号是{old_id_number}，登记出生{full_birth_date:birth_date}。换证时工作人员录错，和我的实际生日{birth_date}对不上，影响办退休。",
        "随申请附上原始户口底册复印件、小学毕业证，我哥{name:family}和村里老人可以作证。电话{mobile}，家里座机{landline}。请予更正，谢谢。",
        "（派出所批注：户籍民警{-name}已核对底册，属实，报县局户政股{-name}审批。{-plain_date}）",
    ],
    # 19
    [
        "信访事项处理意见书",
        "{-document_number}",
        "信访人：{name}，身份证号{id_number}，住{address}。你{-plain_date}来信反映“运砂车把村道压坏，撒落泥浆，我骑车摔伤没人管”的问题，本局已受理办结。",
        "查明：该路段由{-company}承运砂石，公司经理{-name}承认车辆未全密闭。公路站{-name}测得破损面{-amount}平方米。你摔伤后在镇卫生院门诊治疗，门诊号{medical_number}，费用{-money}，单据齐全。",
        "处理意见：一、责成该公司{-plain_date}前修复路面；二、该公司愿付你医药费，款汇你信用社卡{bank_card}；三、对超限车辆{-plate}等两台公司货车另案处罚。",
        "如不服，可三十日内向县人民政府信访局请求复查。承办人{-name}，电话{-landline}。",
    ],
    # 20
    [
        "政府信息公开申请答复书",
        "{name}：本局{-plain_date}收到你通过邮箱{email}提交的申请，要求公开“城南客运站搬迁的客流论证报告”。你登记的通讯地址为{address}，手机{mobile}。",
        "经审查，该报告由{-company}编制，信息索引号{-index_number}，属于可以公开的范围，现将电子版发送至你登记的邮箱；其中涉及第三方商业秘密的成本测算表，依法不予提供。",
        "如有异议，可自收到本答复之日起六十日内申请行政复议。示范县交通运输局办公室，经办人{-name}，电话{-landline}，邮箱{-email}。",
    ],
    # 21
    [
        "驻村民警走访本（摘）",
        "{-plain_date}　晴　到{-village}。先去村委坐了坐，支书{-name}讲上周有外地人来卖“保健床垫”，已劝走。治保主任{-name}带路。",
        "第一户：{name}，住{address}，刚从外省打工回来，办了居住登记注销，电话{mobile}。门前停一台私家皮卡{plate}，年检过期，叫他抓紧。",
        "第二户：{name}，{-grown_age}岁，独居，患{illness}。侄女{name:family}每周来看一回，留了电话{mobile}。煤气管老化，已拍照发给燃气公司客服{-name}。",
        "第三户没人，留了警民联系卡，所里座机{-landline}。",
    ],
    # 22
    [
        "一起疑似食物中毒事件的初步调查",
        "{-plain_date}中午，{-village}一户人家办满月酒，开十二席，当晚起陆续有人呕吐腹泻。市场监管所{-name}、疾控中心{-name}、镇卫生院医生{-name}连夜到场，留样{-amount}克送检。",
        "就诊人员：{name}，身份证{id_number}，门诊号{medical_number}，原有{illness}，症状较重；{name}，女，{-grown_age}岁，门诊号{medical_number}，输液后回家；{name:child}，{-age}岁，由其外婆{name:family}陪护，已回家。",
        "掌勺的乡厨{name}，身份证号{id_number}，住{address}，持健康证，但未向镇里报备聚餐。初步怀疑白切鸡常温摆放过久，待检验结论。",
    ],
    # 23 N
    [
        "关于加强农村集体聚餐食品安全管理的通告",
        "进入秋冬，嫁娶、进宅、满月酒席增多。为防止群体性食物中毒，现就有关事项通告如下：",
        "一、五桌以上的聚餐，举办者应提前三天向村协管员报备；二、乡厨须持有效健康证明，患有{-illness}、{-illness}等有碍食品安全疾病的，不得上灶；三、不采摘、不加工野生蘑菇和河豚。",
        "各镇联络人：城关镇{-name}，{-landline}；河西镇{-name}，{-landline}；山口镇{-name}，{-landline}。投诉举报：{-hotline}。本通告自{-plain_date}起施行，原{-document_number}同时停用。",
    ],
    # 24
    [
        "变型拖拉机清零工作情况（农机安全监理站报送）",
        "截至{-plain_date}，全县在册变型拖拉机剩余三台。逐台说明如下。",
        "（1）机主{name}，身份证{id_number}，住{address}，号牌{plate}，答应月底报废，补贴{-money}打到其农信卡{bank_card}。（2）机主{name}，电话{mobile}，号牌{plate}，人在外省，由其弟{name:family}代办。（3）机主{name}，号牌{plate}，拖拉机已沉塘，需公证，正联系公证员{-name}。",
        "交警中队{-name}负责路面拦查，监理站{-name}负责档案注销，回收企业为{-company}，合同{-contract_number}，电话{-landline}。",
    ],
    # 25
    [
        "答复：关于残疾人机动轮椅车停放问题",
        "{name}同志：您在书记信箱里说，自己持有残疾证（{disability_said:disability}），靠代步车接孙子，校门口护栏装好以后没处停，只能停马路对面。来信收悉。",
        "我大队{-plain_date}派民警{-name}和残联{-name}一同到场察看，并到您家中（{address}）当面听取意见。决定在护栏东侧开口一米五，施划无障碍泊位两个，施工单位{-company}。",
        "完工后请您试用，不合适可直接打您认识的{-name}警官手机{mobile}，或大队设施股{-landline}。",
    ],
    # 26
    [
        "退役军人免费乘车卡补办公告",
        "下列人员的乘车卡因芯片故障失效，请携带优待证到公交公司服务部补办：",
        "{name}，身份证{id_number}，手机{mobile}；\n{name}，身份证{id_number}，手机{mobile}；\n{name}，身份证{id_number}，持残疾证（{disability}），出门不便，由其妻{name:family}代领，手机{mobile}。",
        "服务部设在{-office_address}，窗口人员{-name}、{-name}，电话{-landline}。补办不收费。",
    ],
    # 27 N
    [
        "示范江龙舟赛期间交通管制通告",
        "为保障龙舟赛顺利举行，{-plain_date}七时至十八时，滨江路、渡口桥实行交通管制，禁止除公交、警车以外的机动车通行。",
        "公交3路临时改走环城路。现场指挥：交警大队{-name}；水上救援：海事所{-name}，救生艇由{-company}提供；医疗点：县中医院{-name}医师，救护车{-plate}。",
        "看赛的群众请从北码头进场，患{-illness}、{-illness}的老人不宜在烈日下久站。问询电话{-landline}。",
    ],
    # 28
    [
        "窃电案件办理小结",
        "{-plain_date}，供电所稽查员{-name}、{-name}巡查时发现台区线损异常，我所派民警{-name}配合，在砂糖橘果园里找到一条从表前私接的线。",
        "违法人{name}，男，身份证{id_number}，住{address}，承认为抽水浇园私接，历时四个月，折算电量{-amount}度，电费{-money}。其父患{illness}长期吃药，家里紧，故起了歪心。",
        "处理：补缴电费及违约使用电费{-money}，已用本人卡{bank_card}转到供电局账户{-account}；公安行政拘留五日，因主动补缴从轻。法制审核{-name}。",
    ],
    # 29
    [
        "给城管队的一封信",
        "领导你好，我是新街的住户{name}，住{address}，电话{mobile}。我家对面空地从去年开始变成夜宵摊，我妈{name:family}今年{-grown_age}岁，有{illness}，一到晚上睡不成。",
        "我不是要断人家饭碗，就是想十一点以后能收摊，音箱别对着楼上。打过社区{-name}主任的电话，他也来劝过两次，摊主当面答应，人一走又开。",
        "求你们管一管。此致敬礼。",
    ],
    # 30
    [
        "劳动争议仲裁裁决书（节录）",
        "申请人：{name}，男，{birth_date}出生，身份证号{id_number}，住{address}，原系货车驾驶员。委托代理人：{-name}，示范律师事务所律师。",
        "被申请人：{-company}，住所{-office_address}，法定代表人{-name}。委托代理人：{-name}，该公司人事主管。",
        "申请人请求支付拖欠运费提成{-money}、未签合同双倍工资{-money}，并补缴社会保险（个人编号{social_insurance}）。被申请人辩称车辆系申请人挂靠，并非雇佣。",
        "本委查明：车辆登记在被申请人名下，号牌{-plate}，派单、考勤均由其调度员{-name}负责，劳动关系成立。裁决被申请人十日内支付{-money}，汇入申请人工资卡{bank_card}。",
        "仲裁员{-name}　书记员{-name}　{-plain_date}",
    ],
    # 31 N
    [
        "关于表扬春运保障先进个人的通报",
        "今年春运，摩托车返乡大军明显减少，高铁接驳压力陡增。县春运办决定，对下列同志予以通报表扬：",
        "交警大队{-name}，连续四十天在国道服务点煮姜茶、修车、指路；客运站{-name}，拾金不昧，交还旅客遗失现金{-money}；公交公司驾驶员{-name}，发现一名有{-illness}史的乘客昏倒后直接把车{-plate}开到医院急诊门口；海事所{-name}，大雾天守渡口十二小时。",
        "志愿者服务队的{-name}、{-name}同获表扬。望全县交通战线向他们看齐。{-plain_date}",
    ],
    # 32
    [
        "捡拾弃婴（儿童）报案证明",
        "兹证明：{-plain_date}凌晨五时，{-village}村民{name}（身份证号{id_number}，电话{mobile}）在村口凉亭发现一名女婴，脐带未脱，身旁有半罐奶粉和一张红纸。当即报警，由我所民警{-name}、{-name}出警，镇卫生院护士{-name}初检，无明显异常。",
        "经走访、采血入库比对，暂未找到生父母。该婴已于当日送县福利院，由副院长{-name}签收。公告期满无人认领的，民政部门可依法办理收养。现有意收养的{name}及其丈夫{name:family}（住{address}）已向民政局递交材料。",
        "特此证明。河西派出所　{-plain_date}　电话{-landline}",
    ],
    # 33
    [
        "尸体处理通知书（存根说明）",
        "死者{name}，男，身份证号{id_number}，生前住{address}，{-plain_date}在县道弯道处骑摩托车坠沟身亡。法医{-name}检验完毕，遗体存放在县殡仪馆。",
        "现通知其子{name:family}（身份证号{id_number}，手机{mobile}）十日内办理丧葬事宜。家属因经济困难，向救助基金申请丧葬费{-money}，收款存折账号{account:bank_card}，户名为死者之妻{name:family}。",
        "事故中队{-name}经办，殡仪馆业务室{-landline}。",
    ],
    # 34 N
    [
        "殡葬用品价格提醒告诫会发言",
        "清明快到了，今天把各店请到市场监管局会议室。我是价监股{-name}，这位是民政局{-name}，这位是殡仪馆业务科{-name}。",
        "明码标价怎么标？骨灰盒、纸扎、香烛，品名、产地、价格一样不能少。去年{-company}把标价牌藏在柜底，被罚{-money}，案号{-document_number}，大家引以为戒。",
        "不得向家属强推套餐，不得借迁坟哄抬。举报电话{-hotline}，股室座机{-landline}。会后请各店经理在告诫书上签字盖章。",
    ],
    # 35
    [
        "台风转移人员情况（山口派出所 23 时报）",
        "已按镇防指要求挨户敲门。低洼危房户：一、{name}，住{address}，手机{mobile}，一家四口转到中心小学；二、{name}，住{address}，持残疾证（{disability}），由辅警{-name}背出；三、{name}，住{address}，先去女婿{name:family}家，电话{mobile}。",
        "安置点由副镇长{-name}负责，校长{-name}开了食堂，药品由卫生院{-name}看管。有位老人带的降压药不够，已补。",
        "路面：{-village}桥头水过膝，设卡劝返；冲锋舟两艘待命，油料{-amount}升。值班电话{-landline}。",
    ],
    # 36
    [
        "电信网络诈骗涉案资金返还公告",
        "我局侦办的“虚假网购客服”案已冻结部分资金，拟按比例返还下列被害人，如有异议请于公告之日起三十日内提出：",
        "{name}，公民身份号码{id_number}，被骗{-money}，返还{-money}，收款卡号{bank_card}；{name}，公民身份号码{id_number}，被骗{-money}，返还{-money}，收款卡号{bank_card}。",
        "资金来源：嫌疑人{name}名下的冻结银行卡{bank_card}；{-company}的对公账户{-account}。",
        "办案单位：刑侦大队反诈中心，民警{-name}、{-name}，电话{-landline}。凡以“返还要先交手续费”为由打电话的，都是骗子。",
    ],
    # 37
    [
        "国家司法救助申请审查意见",
        "申请人{name}，女，身份证号{id_number}，住{address}，系故意伤害案被害人。案发后丧失部分劳动能力，评为{disability_said:disability}；丈夫{name:family}患{illness}，家中无其他收入来源，孩子{name:child}读小学五年级。",
        "被告人服刑，无可执行财产，执行法官{-name}已出具终本裁定，案号{-document_number}。",
        "经办检察官{-name}走访村委会主任{-name}，情况属实，建议救助{-money}，转入申请人账户{bank_card}。呈分管领导{-name}审批。{-plain_date}",
    ],
    # 38
    [
        "关于增设公交站点的建议",
        "交通局：我们是河东新村的居民。村里老人多，去县医院要走两里路才有车。三十多户签名，代表三人：{name}，电话{mobile}；{name}，电话{mobile}；{name}，住{address}。",
        "建议把7路车延到村口榕树下，那里有空坪可以调头。村主任{-name}说村里愿意出工平地，不用县里花钱。",
        "【局办拟办】请公交股{-name}会同{-company}踏勘，五日内答复代表。{-name}　{-plain_date}",
    ],
    # 39
    [
        "感谢信",
        "城南派出所的各位警官：上月我七十多岁的父亲{name:family}出门迷路，他患{illness}，讲不清自己住哪里。是{-name}、{-name}两位警官冒雨在甘蔗地里找了半夜，把他背回来。",
        "我在外地，只能写信。我叫{name}，家住{address}，手机{mobile}。锦旗托邻居送去，请一定收下。",
        "也谢谢村里开三轮车帮忙的各位叔伯。",
    ],
    # 40 N
    [
        "驾驶证业务问答（车管所供稿）",
        "问：{-grown_age}岁还能考小型汽车吗？答：可以，七十岁以上加考记忆力、判断力、反应力。问：有{-illness}能不能学车？答：妨碍安全驾驶的疾病不行，具体由县级以上医院医生出具意见。",
        "问：残疾证上写{-disability}的人可以申领吗？答：先看残疾类别，符合条件的可申领C5，需在装有辅助装置的车上考试，我县由{-company}承办培训。",
        "问：窗口在哪儿？答：{-office_address}，工作日上午八点半到十二点，下午两点半到五点半，导办员{-name}，电话{-landline}。",
    ],
    # 41
    [
        "网上信箱来信选登（已脱敏）",
        "来信人{-masked_name}（手机{-masked_mobile}）：我在{-company}买的电动车，跑不到标称里程，店里不认账。答复：市场监管局质量股{-name}已调取检验报告，电池容量不符，经营者同意换新电池，并接受调查。",
        "来信人{-masked_name}：办理网约车证要跑几趟？答复：材料齐全只跑一趟，窗口设{-office_address}，{-name}负责。",
        "来信人{-masked_name}：我爸有{-illness}，能坐免费公交吗？答复：免费乘车看年龄和优待证，与病情无关，详询{-landline}。",
    ],
    # 42 N
    [
        "示范县公安局中层干部任前公示",
        "经局党委研究，拟任职人选公示如下，期限自{-plain_date}起五个工作日：",
        "{-name}，男，壮族，大学学历，现任城关派出所教导员，拟任治安大队大队长；{-name}，女，汉族，法学学士，现任法制大队副大队长，拟任该大队大队长；{-name}，男，汉族，大专学历，现任河西派出所民警，拟任该所副所长。",
        "对公示对象有意见，可向局政工室{-name}反映，电话{-landline}，信函寄{-office_address}。",
    ],
    # 43
    [
        "注销道路运输从业资格证件公告",
        "依据《道路运输从业人员管理规定》，下列持证人年满六十周岁或逾期未换证，现予注销：",
        "1、{name}　身份证号{id_number}　货运　2、{name}　身份证号{id_number}　货运　3、{name}　身份证号{id_number}　客运　4、{name}　身份证号{id_number}（出生{birth_date}）　出租",
        "当事人如已换证，请于{-plain_date}前持原件来运管股找{-name}核对，电话{-landline}。",
    ],
    # 44
    [
        "履行行政决定催告书",
        "{name}（身份证号{id_number}）：本机关于{-plain_date}向你送达{-document_number}处罚决定，罚款{-money}，你在法定期限内未申请复议、未起诉，也未缴款。",
        "现催告你十日内缴清罚款及加处罚款共{-money}，收款户名为示范县财政局，账号{-account}。你可以陈述申辩，电话{-landline}，联系人{-name}。",
        "逾期仍不履行，将依法申请县人民法院强制执行。\n送达地址：{address}　送达人：{-name}、{-name}",
    ],
    # 45
    [
        "刑事判决书（摘录）",
        "被告人{name}，男，{birth_date}出生，公民身份号码{id_number}，户籍地{address}，初中文化，个体运输户。因涉嫌交通肇事罪于{-plain_date}被取保候审。辩护人{-name}，示范律师事务所律师。",
        "公诉机关指控，被告人驾驶自有自卸货车{plate}行至国道岔口，未减速让行，与被害人{name}（身份证号{id_number}）骑的自行车相撞，致其当场死亡。",
        "案发后被告人与被害人之妻{name:family}达成和解，赔偿{-money}，取得谅解。本院认为，被告人构成交通肇事罪，判处有期徒刑一年，缓刑一年六个月。",
        "审判长{-name}　人民陪审员{-name}　{-name}　书记员{-name}",
    ],
    # 46
    [
        "保证书",
        "我叫{name}，身份证{id_number}，住{address}。昨天晚上在大桥上放孔明灯，又拿冲天炮对着江面打，被巡逻的{-name}警官教育。我认识到错了，容易烧着甘蔗地，也吓到开车的人。",
        "我保证今后不在禁放区放烟花，也会跟一起玩的朋友说。再犯愿受处罚。",
        "保证人电话{mobile}　{-plain_date}　收存民警{-name}",
    ],
    # 47
    [
        "询问笔录（第1次）",
        "时间{-plain_date}9时05分至10时10分　地点{-office_address}　询问人{-name}、{-name}　记录人{-name}",
        "问：讲一下你的个人情况。答：我叫{name}，{full_birth_date:birth_date}生，身份证号{id_number}，住{address}，开五金店，电话{mobile}。问：家里有什么人？答：老婆{name:family}看店，儿子{name:child}上小学三年级。",
        "问：柜台里那批插座哪里来的？答：一个跑业务的送的货，说是{-company}的，没有发票，一共{-amount}个，卖了有{-money}。问：有没有看过3C标志？答：没注意。",
        "问：以上是否属实？答：我看过了，和我讲的一样。",
    ],
    # 48 N
    [
        "乘客被困十五分钟成功救出——我县开展电梯应急演练",
        "本报讯（记者{-name}　通讯员{-name}）{-plain_date}上午，商贸城2号梯“突然停运”，扮演被困者的社区工作者{-name}按下警铃，维保单位{-company}的技工{-name}、{-name}十分钟赶到。",
        "市场监管局特种设备股股长{-name}说，全县在用电梯{-amount}台，老旧小区占三成，今年要逐台建卡。现场还演示了患有{-illness}的人员如何担架转运，由中医院医生{-name}指导。",
        "市民遇困梯可打{-hotline}，报电梯注册代码{-registration}即可定位。",
    ],
    # 49
    [
        "关于乘客意外伤害理赔事宜的函",
        "{-company}：我公司所属大客车{-plate}（驾驶员{-name}）{-plain_date}在收费站前急刹，车上乘客{name}撞到扶手。伤者身份证号{id_number}，手机{mobile}，县医院住院号{medical_number}，医保编号{medical_number}，共用去{-money}。",
        "伤者本人同意一次性赔付，收款卡{bank_card}。所附材料：事故证明、发票、出院小结（载明其原患{illness}，与本次受伤无关）。",
        "请贵司理赔专员{-name}速与我公司安全科{-name}联系，电话{-landline}，邮箱{-email}。示范汽车运输公司　{-plain_date}",
    ],
    # 50
    [
        "乡镇渡口渡工公益性岗位拟聘人员公示",
        "经渡口所在村推荐、镇审查，拟聘以下人员担任渡工，聘期一年，月补贴{-money}：",
        "大湾渡：{name}，{-grown_age}岁，身份证{id_number}；石角渡：{name}，{-grown_age}岁，身份证{id_number}，持船员适任证{-registration}；牛栏渡：{name}，身份证{id_number}，系低保户，妻子{name:family}持残疾证，为{disability_said:disability}。",
        "监督电话：海事所{-landline}，镇交管站{-name}。公示期至{-plain_date}。",
    ],
    # 51 N
    [
        "二月二土地诞庙会安全保卫方案",
        "一、时间地点：{-plain_date}，北帝庙广场及周边三条街。预计人流一万以上。二、组织：总指挥公安局副局长{-name}，副总指挥宗教局{-name}、镇长{-name}；庙管会主任{-name}、庙祝{-name}负责香火区。",
        "三、分工：巡特警{-name}组把守牌坊；交警{-name}组管停车；市场监管{-name}组查明火小吃；消防站{-name}带水罐车{-plate}驻点。",
        "四、抢花炮、舞狮须在围栏内进行，狮队教练{-name}签责任状。五、应急：指挥部电话{-landline}，医疗点备常见的{-illness}急救药。",
    ],
    # 52 N
    [
        "餐饮油烟专项整治第三期通报",
        "本期共查餐馆{-amount}家，立案两起。{-company}未装净化器，排口正对居民窗户，罚款{-money}；{-company}净化器长期不清洗，限期整改。",
        "做得好的：老街中队{-name}、{-name}一店一档；商会会长{-name}带头改用电烤炉。做得不够的：西门片区网格长{-name}上报迟缓，予以提醒。",
        "第三方检测由{-company}承担，合同号{-contract_number}，检测员{-name}。意见箱{-email}，电话{-landline}。",
    ],
    # 53
    [
        "出入境接待大厅一周工作简况",
        "周一，香港居民{name}来办居住证，通行证号码{permit}，现住{address}，电话{mobile}，因指纹磨损多次采集，{-name}警官用湿巾敷手后成功。",
        "周三，回乡探亲的华侨{name}护照（号码{passport}）被雨淋湿，芯片读不出，已指引向领馆换发。周四，{name}赴澳门送孩子读书，旧通行证{permit}遗失，已挂失。",
        "周五受理高峰，民警{-name}、辅警{-name}中午不休。本周共办证{-amount}本，收费全部进入非税账户{-account}。大厅电话{-landline}。",
    ],
    # 54
    [
        "遗失声明三则",
        "{name}不慎遗失护照，号码{passport}，声明作废。",
        "{name}遗失身份证一张，号码{id_number}，签发日期{-plain_date}，自登报之日起由此产生的后果与本人无关，联系电话{mobile}。",
        "{-company}遗失公章一枚及道路运输经营许可证正本，证号{-registration}，信用代码{-credit_code}，声明作废。",
    ],
    # 55 N
    [
        "“红盾护农”半月小结",
        "这半个月主要在沿江三镇转。查了种子店、饲料店、兽药店，共出动{-amount}人次，抽样送检由市质检院{-name}签收。",
        "问题一，有店卖过期除草剂，已下架，店主受口头告诫。问题二，{-company}的叶面肥标签夸大疗效，写着能治黄龙病，已发协查函{-document_number}。问题三，一款号称拿了专利的诱虫灯，专利号{-patent}查无此号，涉嫌假冒专利，移交知识产权股{-name}。",
        "下步打算：{-name}带一组去糖厂料场，{-name}带二组去水产苗种场。填报人{-name}，{-plain_date}",
    ],
    # 56
    [
        "旅馆业治安处罚告知笔录",
        "被告知单位{-company}（“江畔客栈”），负责人{-name}。经查，{-plain_date}晚客栈前台未登记即安排两名旅客入住：{name}，身份证{id_number}；{name}，护照{passport}，二人系来看龙舟的旅客。",
        "前台服务员{-name}承认图快没刷证。拟对单位罚款{-money}。告知陈述、申辩权利后，负责人表示不申辩。",
        "告知人{-name}、{-name}　记录{-name}　治安大队电话{-landline}",
    ],
    # 57
    [
        "关于交通安全劝导站经费使用的公开（{-village}）",
        "上半年县里拨劝导站补助{-money}，已入村账{-account}。支出：买反光背心、喇叭{-money}；夜间值守补贴发给劝导员三人，明细如下。",
        "{name}，卡号{bank_card}，发{-money}；{name}，卡号{bank_card}，发{-money}；{name}，折号{account:bank_card}，发{-money}。",
        "村务监督委员会{-name}、{-name}已审核，报账员{-name}。不清楚的来村委问，座机{-landline}。",
    ],
    # 58
    [
        "车辆租用协议",
        "甲方：示范县河西镇综合执法队，经办人{-name}，电话{-landline}。乙方：{name}，身份证{id_number}，住{address}，电话{mobile}。",
        "因禁采河砂夜间巡查需要，甲方租用乙方自有越野车一辆，车牌{plate}，租期三个月，每月租金{-money}，由甲方按月打入乙方卡{bank_card}。甲方公务车{-plate}维修期间优先使用。",
        "油费、过路费由甲方承担；乙方对车况负责，驾驶由甲方司机{-name}担任。本协议编号{-contract_number}，自{-plain_date}起生效。",
    ],
    # 59
    [
        "校外打架事件调处经过",
        "{-plain_date}放学后，县二中初三学生{name}与初二学生{name}在奶茶店门口起口角，进而推搡，一方牙齿松动。派出所民警{-name}、学校德育主任{-name}当晚把双方家长请到一起。",
        "受伤一方的父亲{name:family}，电话{mobile}，提出要打人者公开道歉；另一方的母亲{name:family}，住{address}，愿意承担治疗费{-money}。社区调解员{-name}、法律顾问{-name}律师解释了有关规定。",
        "最后两个孩子握手言和，学校不记入档案，由班主任{-name}跟踪谈心。",
    ],
    # 60 N
    [
        "“小小交警”走进新街小学",
        "{-plain_date}，交警大队女子中队民警{-name}、{-name}来到新街小学，为三年级的孩子们上了一堂别开生面的安全课。校长{-name}致欢迎辞。",
        "课堂上，{-name}警官用玩具车演示内轮差，班主任{-name}配合扮“路人”；孩子们抢着戴头盔、学手势，笑声不断。公交公司派来一辆真车{-plate}停在操场，驾驶员{-name}让大家轮流坐到驾驶座上看盲区。",
        "少先队辅导员{-name}说，这样的课比发一百张传单管用。（通讯员{-name}）",
    ],
    # 61
    [
        "举报处理结果告知书",
        "{name}：你{-plain_date}寄来的举报信收悉。信中你留下身份证号{id_number}、收信地址{address}及手机{mobile}，称在“万家福商店”买到过期米粉两包，要求查处并给予奖励。",
        "经核，该店经营者为{name}（身份证号{id_number}），货架确有三包过期米粉，因数量少、未造成危害，首次违法，依法不予罚款，责令改正。举报奖励条件不成就，故不予奖励。",
        "你与商店间的退赔要求，可另走投诉程序。承办人{-name}、{-name}，山口市场监管所，{-landline}。",
    ],
    # 62
    [
        "公路边坡施工坍塌事故调查报告（节选）",
        "{-plain_date}15时，县道改建二标边坡坍塌，两名工人被埋。施工单位{-company}，项目经理{-name}；监理单位{-company}，总监{-name}；项目代码{-project_code}。",
        "死者{name}，男，身份证{id_number}，{-village}人，其妻{name:family}已领赔偿款{-money}；伤者{name}，身份证{id_number}，现在县医院，住院号{medical_number}，评残结果为{disability_said:disability}。",
        "调查组组长应急局{-name}，成员公安局{-name}、交通局{-name}、总工会{-name}，特邀专家{-name}。认定为一般生产安全责任事故。建议对项目经理由住建部门处罚，安全员{-name}已解聘。",
    ],
    # 63 N
    [
        "关于进一步规范超限超载治理的实施意见",
        "各镇政府、县直有关单位：经县政府同意，提出如下意见。源头管住砂场、石场、糖厂、木材加工点，货车出厂称重。",
        "固定站点设在国道北段，中心坐标{-coordinates}，站长{-name}；流动组由路政{-name}与交警{-name}带队，执法车{-plate}、{-plate}全程录像。每查一台，单据编号、卸载吨数入系统。",
        "年度经费{-money}列入预算。本意见由交通运输局解释，文号{-document_number}，联系人{-name}，电话{-landline}。",
    ],
    # 64
    [
        "省道拓宽工程房屋征收补偿情况公布（第二批）",
        "征收范围：桩号K12至K15两侧，地块{-plot_number}。按评估公司{-company}（估价师{-name}）报告，第二批补偿如下：",
        "户主{name}，身份证{id_number}，被征房屋位于{address}，补偿{-money}，卡号{bank_card}；户主{name}，身份证{id_number}，被征房屋位于{address}，补偿{-money}，其中猪舍附属物{-money}；户主{name}已去世，由长子{name:family}（身份证{id_number}）领取{-money}。",
        "指挥部设在{-office_address}，组长{-name}，村支书{-name}配合，咨询{-landline}。",
    ],
    # 65 N
    [
        "致全县交通文明志愿者的一封信",
        "亲爱的志愿者：早高峰的斑马线前，总有一抹红马甲。一年来，老年大学队的{-name}每天提前半小时到岗；县医院队的{-name}下夜班还来值守；外卖骑手队的{-name}劝住了好几个闯红灯的同行。",
        "团县委书记{-name}、交警大队教导员{-name}商定，{-plain_date}在文化广场开总结会，请各队队长{-name}、{-name}、{-name}准备三分钟发言。",
        "夏天日头毒，有{-illness}的队员不要勉强上岗。物资领取处{-office_address}，电话{-landline}。",
    ],
    # 66
    [
        "保健品坑老案件线索移送函",
        "县公安局经侦大队：我局在检查中发现，{-company}以“旅游+讲座”方式向老人推销“干细胞贴”，宣称可治{-illness}、{-illness}。讲师{-name}未取得任何医师资格。",
        "已取得两名老人的陈述：{name}，{-grown_age}岁，身份证{id_number}，患{illness}，为买该产品停了药，花去{-money}；{name}，{-grown_age}岁，家中座机{landline}，把女儿{name:family}给的{-money}全交了。",
        "涉案金额已超立案标准，特将材料移送，索引号{-index_number}。市场监管局稽查大队{-name}、{-name}，电话{-landline}。",
    ],
    # 67
    [
        "家庭暴力告诫书",
        "被告诫人{name}，男，身份证号{id_number}，住{address}，手机{mobile}。{-plain_date}21时许，你酒后在家中殴打妻子{name:family}，砸坏桌椅，邻居报警。",
        "以上事实有出警录像、照片及镇卫生院病历（病案号{medical_number}）证实。现依法对你告诫：立即停止家庭暴力，不得骚扰、威胁受害人。再次实施的，将予治安处罚。",
        "城西派出所民警{-name}、{-name}；镇妇联主席{-name}在场见证。本告诫书抄送村委会，由妇女主任{-name}回访。",
    ],
    # 68
    [
        "重点人员关爱帮扶小组会商记录",
        "参加：派出所{-name}、卫生院精防医生{-name}、民政办{-name}、网格员{-name}。",
        "{name}，男，{birth_date}生，身份证号{id_number}，住{address}，健康档案登记患{illness}，持残疾证（{disability}）。监护人为其叔{name:family}，电话{mobile}。近来夜里外出，翻过收费站围栏，被巡逻民警送回。",
        "商定：卫生院每月送药上门，监护补贴{-money}照发，走失手环由县局提供；监护人外出务工前要报网格员，民政办落实照料机构。下次会商{-plain_date}。",
    ],
    # 69 N
    [
        "中队内勤工作日志",
        "{-plain_date}　周二　7:40到岗，晨会{-name}讲停车秩序。8:30收各组文书六份，{-name}组漏签日期，退回。9:15给{-office}送函，文号{-document_number}，收件人{-name}。",
        "10:00{-company}的保洁主管{-name}来对账，上月清运费{-money}，对公账户{-account}，已交财务{-name}。下午整理扣押物品，电子秤{-amount}台，贴签入库。",
        "15:30接热线转办一件，投诉人要求保密，只写“{-masked_name}”。17:50和{-name}交班，执法车{-plate}油不多，明早加。",
    ],
    # 70
    [
        "电动自行车以旧换新补贴未到账的说明",
        "近日有群众询问补贴。经查，下列申请人因卡号填错被退回，请携身份证到商务窗口更正：",
        "{name}，手机{mobile}，原填卡号{bank_card}，应补{-money}；{name}，手机{mobile}，原填卡号{bank_card}，应补{-money}；{name}（由儿媳{name:family}代填，手机{mobile}），应补{-money}。",
        "另有两名申请人{-masked_name}、{-masked_name}（身份证{-masked_id}）旧车未交回，暂不予发。窗口{-name}，座机{-landline}；销售门店为{-company}，投诉找市场监管所{-name}。",
    ],
    # 71
    [
        "群租房清查通报（城东社区）",
        "本次清查由派出所{-name}牵头，消防{-name}、住建{-name}、社区{-name}参加，共查出租屋{-amount}间。",
        "突出问题：房东{name}（身份证{id_number}，住{address}）在自建楼一层停放、充电电动车，楼梯间堆纸皮，限三日清；租客{name}（身份证{id_number}，手机{mobile}）私改燃气管，当场拆除；租客{name}入住半月没登记，已补录，电话{mobile}。",
        "整改后由网格员{-name}复查拍照。{-plain_date}",
    ],
    # 72 N
    [
        "公平秤进圩场，短斤少两无处藏",
        "“你称的三斤，这里只有二斤七！”{-plain_date}是河西圩日，市场监管所所长{-name}把一台公平秤摆到了鱼档口。计量检定员{-name}现场校了电子秤{-amount}台，查出作弊秤两台。",
        "市场开办方{-company}的管理员{-name}表示，今后每圩抽查。县电视台主持人{-name}在直播里教大家看秤的铅封和检定标志。",
        "发现缺斤少两，留好小票，拨打{-hotline}或所里电话{-landline}。",
    ],
]

TABLES = [
    (
        "个人客运车辆非法营运处罚公示",
        "当事人姓名|身份证号|私家车号牌|违法时间|罚款|案件承办人",
        "{name}|{id_number}|{plate}|{-plain_date}|{-money}|{-name}",
    ),
    (
        "综合执法局清明假期值班表",
        "日期|带班领导|值班人员|司机|值班车|值班电话",
        "{-plain_date}|{-name}|{-name}|{-name}|{-plate}|{-landline}",
    ),
    (
        "食品安全监督抽检不合格信息",
        "产品名称|标称生产企业|企业地址|信用代码|抽样日期|抽样员",
        "米粉（湿）|{-company}|{-office_address}|{-credit_code}|{-plain_date}|{-name}",
    ),
    (
        "警务辅助人员招聘进入面试人员名册",
        "岗位|姓名|身份证号|出生年月|手机号码|资格审查人",
        "勤务辅警|{name}|{id_number}|{birth_date}|{mobile}|{-name}",
    ),
    (
        "投诉举报办理台账（对外版）",
        "受理日期|举报人|联系方式|被举报单位|承办人|办结文号",
        "{-plain_date}|{-masked_name}|{-masked_mobile}|{-company}|{-name}|{-document_number}",
    ),
    (
        "拟吊销营业执照个体工商户名单",
        "字号|注册号|经营者|经营者身份证号|经营者住所|管辖所负责人",
        "圩头小食店|{-registration}|{name}|{id_number}|{address}|{-name}",
    ),
    (
        "公务用车标识化管理一览",
        "号牌|使用单位|专职驾驶员|购置价格|启用日期|管理员电话（座机）",
        "{-plate}|{-office}|{-name}|{-money}|{-plain_date}|{-landline}",
    ),
    (
        "送牌下乡：村民摩托车登记上牌名册",
        "车主|身份证号|住址|联系手机|所上号牌|登记民警",
        "{name}|{id_number}|{address}|{mobile}|{plate}|{-name}",
    ),
    (
        "残疾人出行补贴发放表",
        "姓名|残疾类别等级|身份证号|银行卡号|补贴金额|审核人",
        "{name}|{disability}|{id_number}|{bank_card}|{-money}|{-name}",
    ),
    (
        "聚餐后就诊人员个案登记",
        "姓名|年龄|住址|门诊号|既往病史|接诊医生|采样日期",
        "{name}|{-grown_age}|{address}|{medical_number}|{illness}|{-name}|{-plain_date}",
    ),
    (
        "向日葵幼儿园校车乘车幼儿登记",
        "幼儿姓名|所在班级|幼儿身份证号|监护人姓名|监护人手机|家庭住址|照管员（教师）|校车号牌",
        "{name:child}|大班|{child_id:id_number}|{name:family}|{mobile}|{address}|{-name}|{-plate}",
    ),
    (
        "渡工公益性岗位补贴明细",
        "渡口|渡工姓名|身份证号|存折账号|社保个人编号|月补贴|镇经办",
        "大湾渡|{name}|{id_number}|{account:bank_card}|{social_insurance}|{-money}|{-name}",
    ),
    (
        "交通信号灯维护项目评审情况",
        "项目编号|投标人|报价|授权代表|评委|采购人代表",
        "{-project_code}|{-company}|{-money}|{-name}|{-name}|{-name}",
    ),
    (
        "社区康复帮扶对象走访表",
        "姓名|出生日期|住址|身体疾病|联系家属（母亲）|家属电话|走访民警",
        "{name}|{birth_date}|{address}|{illness}|{name:family}|{mobile}|{-name}",
    ),
    (
        "暂住人员采集表（新市场片）",
        "姓名|身份证号|暂住地址|手机|房东姓名|房东电话|采集人（网格员）",
        "{name}|{id_number}|{address}|{mobile}|{name}|{mobile}|{-name}",
    ),
    (
        "境外及港澳旅客入住登记核查",
        "旅客姓名|护照号|港澳台通行证号|入住日期|酒店（企业）|酒店前台",
        "{name}|{passport}|{permit}|{-plain_date}|{-company}|{-name}",
    ),
    (
        "公共安全视频点位维护清单",
        "点位编号|安装位置|坐标|维护单位|维护员|报修电话",
        "{-project_code}|{-office_address}|{-coordinates}|{-company}|{-name}|{-landline}",
    ),
    (
        "亡人道路交通事故善后台账",
        "死者姓名|死者身份证号|事故日期|亲属（配偶）姓名|亲属电话|丧葬费垫付|办案民警",
        "{name}|{id_number}|{-plain_date}|{name:family}|{mobile}|{-money}|{-name}",
    ),
    (
        "预付卡退费汇总（某健身房停业）",
        "会员|手机|邮箱|收款卡号|应退金额|经办人（消委会）",
        "{name}|{mobile}|{email}|{bank_card}|{-money}|{-name}",
    ),
    (
        "电动自行车换购补贴公示（脱敏）",
        "申请人|身份证号|手机号|补贴金额|销售门店|门店负责人",
        "{-masked_name}|{-masked_id}|{-masked_mobile}|{-money}|{-company}|{-name}",
    ),
    (
        "12315中心投诉登记（内部）",
        "登记日期|投诉人|投诉人手机|投诉人住址|被投诉企业|企业联系人|接线员",
        "{-plain_date}|{name}|{mobile}|{address}|{-company}|{-name}|{-name}",
    ),
    (
        "派出所一村一警联系表",
        "村别|包村民警|辅警|民警手机|派出所座机",
        "{-village}|{-name}|{-name}|{mobile}|{-landline}",
    ),
    (
        "执法文书用印登记",
        "用印日期|文书编号|用印单位|经办人|批准人",
        "{-plain_date}|{-document_number}|{-office}|{-name}|{-name}",
    ),
]

FORMS = [
    [
        "个体工商户登记申请表",
        "经营者姓名|{name}|身份证号|{id_number}",
        "经营者住址|{address}|手机|{mobile}",
        "字号|榕树下糖水铺|经营场所面积|{-amount}平方米",
        "委托代办人（经营者之妹）|{name:family}|代办人手机|{mobile}",
        "受理人|{-name}|受理日期|{-plain_date}",
        "核发注册号|{-registration}|窗口电话|{-landline}",
    ],
    [
        "行政处罚案件立案审批表",
        "案由|涉嫌使用未经检定的燃油加油机|案件来源|日常检查",
        "当事人|{-company}|统一社会信用代码|{-credit_code}",
        "法定代表人|{-name}|住所|{-office_address}",
        "涉案货值|{-money}|发现日期|{-plain_date}",
        "承办人|{-name}、{-name}|承办机构电话|{-landline}",
        "部门负责人意见|同意立案。{-name}|局领导意见|同意。{-name}",
    ],
    [
        "车辆通行证申请表（空白样表）",
        "申请人姓名||身份证号|",
        "车辆号牌||联系电话|",
        "通行路段||通行时段|",
        "受理窗口|{-office_address}|咨询电话|{-landline}",
        "填表说明|请用黑色签字笔填写|审核民警|{-name}",
    ],
    [
        "受案登记表",
        "报案人|{name}|性别|女",
        "出生日期|{full_birth_date:birth_date}|身份证号|{id_number}",
        "现住址|{address}|联系电话|{mobile}",
        "报案方式|当面|接报时间|{-plain_date}",
        "简要案情|称其停在楼下的电动车被盗，价值{-money}|案件编号|{-document_number}",
        "接报民警|{-name}|受案审批|{-name}",
    ],
    [
        "机动车驾驶证申请表",
        "姓名|{name}|出生日期|{birth_date}",
        "证件号码|{id_number}|住所地址|{address}",
        "手机|{mobile}|电子邮箱|{email}",
        "申请准驾车型|C1|申请事由|初次申领",
        "有无妨碍驾驶的疾病|本人曾患{illness}，已治愈|体检医生|{-name}",
        "驾校|{-company}|教练员|{-name}",
    ],
    [
        "流动人口居住登记申报表",
        "申报人|{name}|公民身份号码|{id_number}",
        "户籍地址|{address}|居住地址|{address}",
        "本人手机|{mobile}|私家车号牌|{plate}",
        "工作单位|{-company}|单位电话|{-landline}",
        "随行配偶姓名|{name:family}|配偶身份证号|{id_number}",
        "随行子女（6岁以下幼儿）|{name:child}|子女身份证号|{child_id:id_number}",
        "社区登记员|{-name}|登记日期|{-plain_date}",
    ],
    [
        "消费者投诉登记单",
        "投诉人|{name}|电话|{mobile}",
        "通讯住址|{address}|宅电|{landline}",
        "被投诉方|{-company}|被投诉方客服经理|{-name}",
        "投诉事由|热水器用了三天漏电，要求退货退款{-money}|购货日期|{-plain_date}",
        "处理结果|商家同意退款至投诉人卡{bank_card}|调解员|{-name}",
    ],
    [
        "道路交通事故社会救助基金申请表",
        "伤者姓名|{name}|身份证号|{id_number}",
        "伤者住址|{address}|住院号|{medical_number}",
        "医保编号|{medical_number}|合并疾病|{illness}",
        "申请人（伤者之父）|{name:family}|申请人手机|{mobile}",
        "肇事车辆|逃逸，号牌不明|转运救护车号牌|{-plate}",
        "医院对公账户|{-account}|申请垫付|{-money}",
        "事故中队意见|属实。{-name}|基金办意见|同意。{-name}",
    ],
    [
        "未成年人户口补录申请表",
        "儿童姓名|{name:child}|儿童年龄|{-age}岁",
        "拟用公民身份号码|{child_id:id_number}|现抚养情况|随母亲生活",
        "父亲姓名|{name:family}|父亲身份证号|{id_number}",
        "母亲姓名|{name:family}|母亲手机|{mobile}",
        "落户地址|{address}|村委意见|情况属实。村主任{-name}",
        "调查民警|{-name}|亲子鉴定机构|{-company}",
    ],
    [
        "警务辅助人员报名表",
        "姓名|{name}|出生年月|{birth_date}|政治面貌|群众",
        "身份证号|{id_number}|手机|{mobile}|邮箱|{email}",
        "家庭住址|{address}|社保个人编号|{social_insurance}|健康状况|良好",
        "家庭成员：父亲|{name:family}|电话|{mobile}|职业|务农",
        "家庭成员：妻子|{name:family}|电话|{mobile}|职业|收银员",
        "资格初审人|{-name}|复审人|{-name}|日期|{-plain_date}",
    ],
    [
        "计量器具检定记录",
        "送检单位|{-company}|联系人|{-name}",
        "器具名称|电子汽车衡|出厂编号|{-registration}",
        "检定地点|{-office_address}|检定费|{-money}",
        "检定员|{-name}|核验员|{-name}",
        "检定日期|{-plain_date}|机构电话|{-landline}",
    ],
    [
        "巡游出租汽车驾驶员从业资格申请",
        "申请人|{name}|身份证号|{id_number}",
        "原第一代身份证号（15位）|{old_id_number}|手机|{mobile}",
        "住址|{address}|紧急联系人（妻子）|{name:family}",
        "拟服务企业|{-company}|企业安全经理|{-name}",
        "背景核查民警|{-name}|运管受理人|{-name}",
        "受理日期|{-plain_date}|拟驾营运车辆（公司车）|{-plate}",
    ],
    [
        "死亡人员户口注销登记",
        "死者姓名|{name}|死者身份证号|{id_number}",
        "生前住址|{address}|死亡原因|因病（{illness}）",
        "申报人与死者关系：儿子|{name:family}|申报人手机|{mobile}",
        "火化证编号|{-registration}|殡仪馆经办人|{-name}",
        "户籍民警|{-name}|注销日期|{-plain_date}",
    ],
    [
        "政府信息公开申请表（公民）",
        "姓名|{name}|证件号码|{id_number}",
        "通信地址|{address}|手机|{mobile}",
        "电子邮箱|{email}|固定电话（家）|{landline}",
        "所需信息|县城停车收费核价批复（{-document_number}）|索引号|{-index_number}",
        "受理机关|示范县市场监督管理局|机关邮箱|{-email}",
        "收件人|{-name}|收件日期|{-plain_date}",
    ],
    [
        "驾驶员违法学习教育签到卡（企业司机场）",
        "主办中队|城区中队|授课民警|{-name}",
        "参训企业|{-company}|企业安全员|{-name}",
        "参训公交驾驶员|{-name}|所驾公交车|{-plate}",
        "授课日期|{-plain_date}|联系电话（中队）|{-landline}",
    ],
]
