from django.db import models


class Level(models.TextChoices):
    """Where a government stands among governments; each level compiles what those below it report."""

    COUNTY = "county", "县（市、区、旗）"
    CITY = "city", "市（州、盟、地区）"
    PROVINCE = "province", "省（自治区、直辖市）"


LEVELS_UPWARDS = tuple(Level)


class AgencyKind(models.TextChoices):
    GOVERNMENT = "government", "县人民政府"
    OFFICE = "office", "县政府办公室"
    DEPARTMENT = "department", "政府部门"
    TOWN = "town", "乡镇（街道）"
    OTHER = "other", "其他单位"


class AgencyEvent(models.TextChoices):
    """What history says of agencies and of the county's settings."""

    ADDED = "agency.added", "新增机构"
    CHANGED = "agency.changed", "修改机构资料"
    CLOSED = "agency.closed", "撤并机构"
    REOPENED = "agency.reopened", "恢复机构"
    REORDERED = "agency.reordered", "调整机构顺序"
    COUNTY_CHANGED = "county.changed", "修改网站设置"
    SECOND_FACTOR_POLICY_CHANGED = "county.second_factor_policy_changed", "修改第二重验证的要求"
