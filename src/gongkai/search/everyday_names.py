"""
What people call things, and what documents call them.

Tried only when a search finds nothing: documents of a county write 最低生活保障 throughout and 低保 nowhere.
"""

EVERYDAY_NAMES = {
    "低保": "最低生活保障",
    "五保": "特困人员救助供养",
    "医保": "医疗保险",
    "社保": "社会保险",
    "养老金": "基本养老保险",
    "失业金": "失业保险金",
    "公租房": "公共租赁住房",
    "危房改造": "农村住房安全保障",
    "房产证": "不动产权证书",
    "老年证": "老年人优待",
    "残疾证": "残疾人证",
    "考公": "公务员招录",
    "打疫苗": "预防接种",
    "上户口": "户口登记",
}


def official_wording(query: str) -> str:
    """Return the query with everyday names replaced by those documents use; unchanged when there are none."""
    for everyday, official in EVERYDAY_NAMES.items():
        query = query.replace(everyday, official)
    return query
