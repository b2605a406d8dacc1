"""The county, and the agencies (行政机关) that publish and answer in its name."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models

from .enums import LEVELS_UPWARDS, AgencyKind, Level

site_id_code = RegexValidator(r"^\d{10}$", "政府网站标识码是10位数字。")
credit_code = RegexValidator(
    r"^[0-9A-HJ-NPQRTUWXY]{18}$", "统一社会信用代码是18位数字或大写字母（不含 I、O、S、V、Z）。"
)
colour = RegexValidator(r"^#[0-9a-fA-F]{6}$", "颜色写成 # 加六位十六进制数，例如 #a61b1b。")
slug = RegexValidator(r"^[a-z0-9]+(?:-[a-z0-9]+)*$", "只用小写字母、数字和连字符，例如 civil-affairs。")


class County(models.Model):
    """
    A county and its site, or a city or province with its own. One installation may host several; the host name of a
    request tells which, and ``above`` makes a tree of them.

    The footer fields follow 政府网站发展指引 (domain_rules 6.2); the index pattern follows domain_rules 5.3.
    """

    name = models.CharField("全称", max_length=60, help_text="例如：示范县人民政府")
    short_name = models.CharField("简称", max_length=20, help_text="例如：示范县")
    level = models.CharField("层级", max_length=10, choices=Level, default=Level.COUNTY)
    above = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="below",
        verbose_name="上一级政府",
        help_text="上一级政府也在本系统里时选它：年报汇总报送给它，它的政府信息公开工作机构可以查看本级的年报。",
    )
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

    @property
    def whole(self) -> str:
        """The whole of it in a word: 全县 of 示范县, 全区 of a district, 全市 of a city."""
        return f"全{self.short_name[-1:]}"

    def clean(self):
        if self.above and not self.stands_below(self.above):
            raise ValidationError({"above": "上一级政府的层级要比本级高。请检查本级和它的“层级”。"})
        if self.pk and any(not each.stands_below(self) for each in self.below.all()):
            raise ValidationError({"level": "下级政府的层级要比本级低。请检查选了本级作上一级的政府。"})

    def stands_below(self, other: "County") -> bool:
        """Whether the level of ``other`` is higher; what follows such steps upwards never comes back."""
        return LEVELS_UPWARDS.index(Level(self.level)) < LEVELS_UPWARDS.index(Level(other.level))


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
