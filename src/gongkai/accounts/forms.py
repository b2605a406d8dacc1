"""What is typed about people. Forms read and clean; ``actions`` decide and write."""

from django import forms

from gongkai.agencies.queries import open_agencies

from .enums import Role
from .models import User
from .models import username as username_rule


class PersonForm(forms.Form):
    """A new account."""

    username = forms.CharField(
        label="用户名",
        max_length=30,
        help_text="登录用，3到30个小写字母、数字、点、横线，例如姓名拼音。建立后不能改。",
    )
    name = forms.CharField(label="姓名", max_length=30, help_text="审核单上的签名就是它，请用真实姓名。")
    agency = forms.ModelChoiceField(None, label="所在单位", empty_label="请选择")
    job_title = forms.CharField(label="职务", max_length=40, required=False)
    email = forms.EmailField(label="电子邮箱", required=False)

    def __init__(self, *args, county, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = open_agencies(county)

    def clean_username(self):
        typed = self.cleaned_data["username"].lower()
        username_rule(typed)
        return typed


class DetailsForm(forms.ModelForm):
    """What the office may change of a person. The action writes; ``save`` is never called."""

    class Meta:
        model = User
        fields = ["name", "job_title", "email"]


class OwnDetailsForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["job_title", "email"]


class MoveForm(forms.Form):
    agency = forms.ModelChoiceField(None, label="调到", empty_label="请选择")

    def __init__(self, *args, county, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = open_agencies(county)


class GrantForm(forms.Form):
    role = forms.ChoiceField(label="角色")
    agency = forms.ModelChoiceField(None, label="在哪个单位", empty_label=None)

    def __init__(self, *args, roles, county, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role.value, role.label) for role in roles]
        self.fields["agency"].queryset = open_agencies(county)


class PeopleFilters(forms.Form):
    """What the list of people is narrowed by."""

    STATES = [
        ("", "全部状态"),
        ("active", "可以登录"),
        ("disabled", "已停用"),
        ("temporary", "还没有换掉临时密码"),
        ("no_second_factor", "没有第二重验证"),
        ("no_role", "没有角色"),
    ]

    agency = forms.ModelChoiceField(None, label="单位", required=False, empty_label="全部单位")
    role = forms.ChoiceField(label="角色", required=False, choices=[("", "全部角色"), *Role.choices])
    state = forms.ChoiceField(label="状态", required=False, choices=STATES)

    def __init__(self, *args, agencies, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = agencies


class ImportForm(forms.Form):
    file = forms.FileField(
        label="文件", help_text="CSV 或 TSV 文件，UTF-8 或 GB18030 编码。在 Excel 里用“另存为”选 CSV 即可。"
    )
