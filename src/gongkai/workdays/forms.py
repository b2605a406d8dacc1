from django import forms

from .actions import YEARS


class DayForm(forms.Form):
    """One day set by hand."""

    day = forms.DateField(label="日期", widget=forms.DateInput(attrs={"type": "date"}))
    is_workday = forms.TypedChoiceField(
        label="这一天",
        choices=[("0", "放假"), ("1", "上班")],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label="说明", max_length=40, help_text="例如：国庆节、国庆节调休。")


class NoticeForm(forms.Form):
    """The text of a yearly notice. ``confirmed`` comes from the preview's own button."""

    text = forms.CharField(
        label="通知全文",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="从中国政府网复制《国务院办公厅关于……年部分节假日安排的通知》全文，连同标题和文号。",
    )
    year = forms.IntegerField(
        label="年份",
        required=False,
        min_value=YEARS.start,
        max_value=YEARS.stop - 1,
        help_text="全文里写明时不必填。",
    )
