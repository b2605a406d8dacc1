from django.db import models


class AgencyKind(models.TextChoices):
    GOVERNMENT = "government", "县人民政府"
    OFFICE = "office", "县政府办公室"
    DEPARTMENT = "department", "政府部门"
    TOWN = "town", "乡镇（街道）"
    OTHER = "other", "其他单位"
