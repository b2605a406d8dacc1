"""What is typed about agencies and the county. Forms read and clean; ``actions`` decide and write."""

from django import forms

from gongkai.common.errors import NotAllowed
from gongkai.common.fieldsets import Grouped

from .contrast import READABLE, contrast_on_white
from .index_patterns import sample_number
from .models import Agency, County
from .queries import higher_than_counties, open_agencies


class AgencyForm(Grouped, forms.ModelForm):
    groups = (
        ("名称与代码", ("name", "short_name", "code", "kind", "credit_code", "document_prefix")),
        (
            "机构职能与联系方式（《条例》第20条要求公开）",
            ("duties", "head", "address", "hours", "phone", "fax", "postcode", "email"),
        ),
    )

    class Meta:
        model = Agency
        fields = [
            "name",
            "short_name",
            "code",
            "kind",
            "credit_code",
            "document_prefix",
            "duties",
            "head",
            "address",
            "hours",
            "phone",
            "fax",
            "postcode",
            "email",
        ]

    def __init__(self, *args, county, **kwargs):
        super().__init__(*args, **kwargs)
        # The county is part of two constraints; the form checks them only when it knows it.
        self.instance.county = county

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"county"}


class CloseForm(forms.Form):
    closed_on = forms.DateField(label="撤并日期", widget=forms.DateInput({"type": "date"}))
    successor = forms.ModelChoiceField(
        None,
        label="承接职责的单位",
        required=False,
        empty_label="没有",
        help_text="记入操作记录，供日后查对。",
    )

    def __init__(self, *args, agency, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["successor"].queryset = open_agencies(agency.county).exclude(pk=agency.pk)


class CountyForm(Grouped, forms.ModelForm):
    groups = (
        ("网站", ("name", "short_name", "site_name", "domain", "theme_colour")),
        ("层级", ("level", "above")),
        (
            "页脚（《政府网站发展指引》要求公布）",
            (
                "site_id_code",
                "icp_number",
                "police_number",
                "sponsor",
                "operator",
                "phone",
                "address",
            ),
        ),
        ("索引号", ("index_pattern",)),
    )

    class Meta:
        model = County
        fields = [
            "name",
            "short_name",
            "site_name",
            "domain",
            "theme_colour",
            "level",
            "above",
            "site_id_code",
            "icp_number",
            "police_number",
            "sponsor",
            "operator",
            "phone",
            "address",
            "index_pattern",
        ]
        widgets = {"theme_colour": forms.TextInput({"type": "color"})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["above"].queryset = higher_than_counties().exclude(pk=self.instance.pk)
        self.fields["above"].empty_label = "没有，或者不在本系统里"

    def clean_theme_colour(self):
        colour = self.cleaned_data["theme_colour"].lower()
        ratio = contrast_on_white(colour)
        if ratio < READABLE:
            raise forms.ValidationError(
                f"这个颜色与白色的对比度只有 {ratio:.1f}，低于 {READABLE}，视力不好的人看不清。请换深一些的颜色。"
            )
        return colour

    def clean_index_pattern(self):
        try:
            sample_number(self.cleaned_data["index_pattern"])
        except NotAllowed as error:
            raise forms.ValidationError(str(error)) from error
        return self.cleaned_data["index_pattern"]


class PolicyForm(forms.Form):
    required = forms.BooleanField(
        label="审核人员、管理员和政府信息公开工作机构登录时必须使用第二重验证",
        required=False,
        help_text="打开后，还没有设置的人登录后只能先设置，设置好才能继续办理。",
    )
