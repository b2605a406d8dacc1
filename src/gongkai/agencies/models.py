"""The county, and the agencies (行政机关) that publish and answer in its name."""

from django.core.validators import RegexValidator
from django.db import models

from .enums import AgencyKind

site_id_code = RegexValidator(r"^\d{10}$", "政府网站标识码是10位数字。")
credit_code = RegexValidator(
    r"^[0-9A-HJ-NPQRTUWXY]{18}$", "统一社会信用代码是18位数字或大写字母（不含 I、O、S、V、Z）。"
)
colour = RegexValidator(r"^#[0-9a-fA-F]{6}$", "颜色写成 # 加六位十六进制数，例如 #a61b1b。")
slug = RegexValidator(r"^[a-z0-9]+(?:-[a-z0-9]+)*$", "只用小写字母、数字和连字符，例如 civil-affairs。")


class County(models.Model):
    """
    A county and its site. One installation may host several; the host name of a request tells which.

    The footer fields follow 政府网站发展指引 (domain_rules 6.2); the index pattern follows domain_rules 5.3.
    """

    name = models.CharField("全称", max_length=60, help_text="例如：示范县人民政府")
    short_name = models.CharField("简称", max_length=20, help_text="例如：示范县")
    site_name = models.CharField("网站名称", max_length=60)
    domain = models.CharField(
        "域名", max_length=100, unique=True, help_text="不带 http://，例如 www.example.gov.cn"
    )
    site_id_code = models.CharField("政府网站标识码", max_length=10, blank=True, validators=[site_id_code])
    icp_number = models.CharField("ICP备案号", max_length=40, blank=True)
    police_number = models.CharField("公安备案号", max_length=40, blank=True)
    sponsor = models.CharField("主办单位", max_length=60, blank=True)
    operator = models.CharField("承办单位", max_length=60, blank=True)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    address = models.CharField("地址", max_length=120, blank=True)
    theme_colour = models.CharField("主题色", max_length=7, default="#a61b1b", validators=[colour])
    index_pattern = models.CharField(
        "索引号格式",
        max_length=80,
        default="{credit_code}/{year}-{serial:07d}",
        help_text="可用 {credit_code} 信用代码、{agency} 机构代码、{year} 年、{month:02d} 月、{serial:07d} 流水号。",
    )
    require_second_factor = models.BooleanField("审核人员和管理员必须使用第二重验证", default=False)

    class Meta:
        verbose_name = "县"
        ordering = ["pk"]

    def __str__(self):
        return self.short_name


class Agency(models.Model):
    """An office that publishes in its own name (公开主体): a department, a town, the government office."""

    county = models.ForeignKey(County, models.PROTECT, related_name="agencies", verbose_name="县")
    name = models.CharField("全称", max_length=60)
    short_name = models.CharField("简称", max_length=20)
    code = models.CharField("网址代码", max_length=40, validators=[slug])
    kind = models.CharField("类别", max_length=20, choices=AgencyKind, default=AgencyKind.DEPARTMENT)
    credit_code = models.CharField("统一社会信用代码", max_length=18, blank=True, validators=[credit_code])
    document_prefix = models.CharField(
        "机关代字", max_length=20, blank=True, help_text="文号开头的字，例如：示民发"
    )
    address = models.CharField("办公地址", max_length=120, blank=True)
    postcode = models.CharField("邮政编码", max_length=6, blank=True)
    phone = models.CharField("联系电话", max_length=60, blank=True)
    fax = models.CharField("传真", max_length=40, blank=True)
    email = models.EmailField("电子邮箱", blank=True)
    hours = models.CharField("办公时间", max_length=120, blank=True)
    head = models.CharField("负责人", max_length=40, blank=True)
    duties = models.TextField("机关职能", blank=True)
    position = models.PositiveIntegerField("排序", default=0)
    closed_on = models.DateField("撤并日期", null=True, blank=True)

    class Meta:
        verbose_name = "机构"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["county", "code"], name="agency_code_once_per_county"),
            models.UniqueConstraint(fields=["county", "name"], name="agency_name_once_per_county"),
            models.UniqueConstraint(
                fields=["credit_code"], condition=~models.Q(credit_code=""), name="agency_credit_code_once"
            ),
        ]

    def __str__(self):
        return self.name
