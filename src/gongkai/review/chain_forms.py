"""The form of a review chain: a name and a table of levels."""

from django import forms

from gongkai.accounts.enums import Role
from gongkai.agencies.models import Agency, County
from gongkai.agencies.queries import open_agencies

from .chains import LEVEL_ROLES, Level

MOST_LEVELS = 6


class ChainForm(forms.Form):
    name = forms.CharField(label="名称", max_length=60, help_text="例如：三级审核、规范性文件审核")


class LevelForm(forms.Form):
    label = forms.CharField(label="级次名称", max_length=20, required=False)
    role = forms.ChoiceField(
        label="由谁审核",
        required=False,
        choices=[("", "（不设这一级）"), *((role, Role(role).label) for role in LEVEL_ROLES)],
    )
    agency = forms.ModelChoiceField(
        Agency.objects.none(), label="单位", required=False, empty_label="起草单位自己"
    )

    def __init__(self, *args, county: County, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = open_agencies(county)
        self.fields["agency"].label_from_instance = lambda agency: agency.short_name

    def clean(self):
        data = super().clean()
        if bool(data.get("label")) != bool(data.get("role")):
            raise forms.ValidationError("级次名称和“由谁审核”要么都填，要么都空着。")
        return data


LevelForms = forms.formset_factory(
    LevelForm, extra=0, min_num=MOST_LEVELS, max_num=MOST_LEVELS, absolute_max=MOST_LEVELS
)


def levels_of(formset) -> list[Level]:
    """The levels that were filled in, in order; rows left empty are not levels."""
    return [
        Level(label=data["label"], role=data["role"], agency=data["agency"])
        for data in formset.cleaned_data
        if data.get("label")
    ]
