"""
Text as it is compared: full-width and half-width, traditional and simplified, radical and character, letter case,
spaces and dashes do not count. Pure.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from ..formats.pdf.letters import ORDINARY

# Signs that are written between the parts of one name or number; a comma or full stop parts two.
MIDDLE_DOTS = frozenset("·•・‧∙⋅●")
NUMBER_SIGNS = frozenset("-‐‑‒–—―－﹣−.．/／()（）+＋ ")
OTHER_SIGNS = frozenset("_＿~～*＊'’`^|｜\\＼\"“”[]［］{}【】〔〕<>《》〈〉=＝")
SIGNS = MIDDLE_DOTS | NUMBER_SIGNS | OTHER_SIGNS

# Traditional characters of names and addresses that have exactly one simplified form.
PAIRS = (
    "張张 陳陈 劉刘 楊杨 趙赵 黃黄 吳吴 孫孙 馬马 羅罗 鄭郑 謝谢 韓韩 馮冯 許许 鄧邓 蕭萧 葉叶 蘇苏 呂吕 蔣蒋 盧卢 賈贾 陸陆 鍾钟 閻阎 韋韦 龍龙 賀贺 錢钱 湯汤 喬乔 "
    "賴赖 龔龚 龐庞 蘭兰 顧顾 項项 莊庄 興兴 國国 華华 偉伟 軍军 榮荣 傑杰 強强 東东 慶庆 寶宝 貴贵 財财 達达 運运 順顺 權权 學学 義义 禮礼 勝胜 貞贞 靜静 麗丽 瑩莹 "
    "潔洁 蓮莲 鳳凤 鸞鸾 鶴鹤 鵬鹏 飛飞 雲云 風风 電电 陽阳 陰阴 漢汉 濤涛 澤泽 沖冲 漣涟 溫温 滿满 準准 嶺岭 崗岗 峽峡 島岛 嶼屿 橋桥 樓楼 閣阁 廣广 廳厅 廟庙 園园 "
    "區区 縣县 鄉乡 鎮镇 灣湾 溝沟 堿碱 塊块 壩坝 場场 圖图 團团 圓圆 聖圣 壽寿 夢梦 寧宁 實实 寬宽 審审 將将 導导 層层 屆届 屬属 歲岁 師师 帶带 幫帮 開开 關关 閃闪 "
    "閱阅 間间 問问 聞闻 閔闵 誌志 誠诚 語语 說说 調调 論论 講讲 證证 評评 詩诗 話话 該该 詳详 認认 議议 譚谭 護护 讓让 識识 變变 豐丰 豔艳 貝贝 負负 貢贡 貨货 販贩 "
    "貫贯 責责 費费 貸贷 貿贸 資资 賓宾 賢贤 賣卖 質质 賬账 贈赠 贊赞 車车 軌轨 軒轩 軟软 軸轴 輕轻 輝辉 輪轮 輯辑 輸输 轉转 農农 邊边 遠远 適适 選选 遷迁 還还 郵邮 "
    "鄰邻 醫医 釋释 鈞钧 鈴铃 鉛铅 銀银 銅铜 銘铭 銳锐 銷销 鋒锋 錄录 錦锦 鍵键 鎖锁 鏡镜 鐘钟 鐵铁 長长 門门 際际 隊队 隨随 險险 雖虽 雙双 雜杂 難难 雋隽 霧雾 靈灵 "
    "頁页 頂顶 頃顷 須须 預预 頓顿 頒颁 頗颇 領领 頭头 頤颐 頻频 題题 額额 顏颜 願愿 類类 顯显 養养 餘余 館馆 駐驻 駕驾 駛驶 騎骑 驗验 驚惊 驥骥 魚鱼 魯鲁 鮑鲍 鮮鲜 "
    "鯉鲤 鳥鸟 鳴鸣 鴻鸿 鵑鹃 鷹鹰 麥麦 黨党 齊齐 齡龄 紅红 紀纪 純纯 紙纸 級级 細细 終终 紹绍 結结 絡络 給给 統统 絲丝 經经 綠绿 維维 網网 綱纲 緒绪 緣缘 編编 緯纬 "
    "練练 縱纵 總总 績绩 繼继 續续 瑋玮 瑤瑶 瓊琼 畢毕 異异 療疗 盡尽 監监 盤盘 眾众 睜睁 礦矿 礎础 禎祯 種种 稱称 積积 穩稳 窮穷 競竞 筆笔 節节 範范 築筑 簡简 籃篮 "
    "籌筹 糧粮 約约 紋纹 納纳 紐纽 紛纷 葦苇 蓋盖 蒼苍 薩萨 藍蓝 藝艺 藥药 蘆芦 虛虚 蟲虫 補补 裝装 裡里 見见 規规 視视 覽览 覺觉 親亲 觀观 訂订 計计 訊讯 訓训 記记 "
    "設设 訪访 訴诉 診诊 詞词 試试 詢询 誤误 請请 諾诺 謀谋 謙谦 謹谨 譜谱 貓猫 壯壮 "
)
TO_SIMPLIFIED = {pair[0]: pair[1] for pair in PAIRS.split()}


@lru_cache(maxsize=65_536)
def fold_character(character: str) -> str:
    """Return what ``character`` counts as: a letter, several, or nothing."""
    if is_between(character):
        return ""
    folded = unicodedata.normalize("NFKC", ORDINARY.get(character, character)).lower()
    return "".join(TO_SIMPLIFIED.get(each, each) for each in folded if not is_between(each))


@lru_cache(maxsize=65_536)
def is_between(character: str) -> bool:
    """Whether a character may stand between two letters of one word without parting them."""
    return character in SIGNS or character.isspace() or unicodedata.category(character) in {"Cc", "Cf"}


def fold(text: str) -> str:
    return "".join(map(fold_character, text))


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """Return the folded text and, for each of its letters, where in ``text`` it comes from."""
    letters: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        for letter in fold_character(character):
            letters.append(letter)
            places.append(at)
    return "".join(letters), places


def fold_all(words: Iterable[str]) -> dict[str, str]:
    """Return folded word → word as typed, the longest first; words that fold to nothing are left out."""
    folded = {fold(word): word for word in words}
    folded.pop("", None)
    return dict(sorted(folded.items(), key=lambda pair: (-len(pair[0]), pair[0])))
