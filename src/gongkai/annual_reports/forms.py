"""Reading and cleaning what people type about filings. Forms never write."""

from django import forms

from gongkai.sections.models import Section

from .enums import AdjustmentReason, FilingState, Verdict
from .figures import TYPED_CELLS, BadNumber, parse_typed
from .models import FIRST_YEAR

PROSE_SECTIONS = ("0", "1", "5", "6")  # the others are tables


class FilledSheet:
    """
    The cells and sections of a posted filing page.

    ``cells`` holds what could be read, ``errors`` what is wrong with the rest; ``typed`` is everything as it was
    typed, to be shown again.
    """

    def __init__(self, data):
        self.cells: dict[str, str] = {}
        self.errors: dict[str, str] = {}
        self.typed: dict[str, str] = {}
        for cell in TYPED_CELLS:
            if cell not in data:
                continue
            self.typed[cell] = data[cell][:40]
            try:
                self.cells[cell] = parse_typed(data[cell], cell)
            except BadNumber as error:
                self.errors[cell] = str(error)
        self.prose = {each: data[f"prose-{each}"] for each in PROSE_SECTIONS if f"prose-{each}" in data}
        revision = data.get("revision", "")
        self.revision = int(revision) if revision.isdecimal() else -1


class SeasonForm(forms.Form):
    year = forms.IntegerField(
        label="年度", min_value=FIRST_YEAR, max_value=2200, help_text="报告哪一年的工作，一般是上一年。"
    )
    section = forms.ModelChoiceField(
        Section.objects.none(),
        label="年报发布的栏目",
        empty_label="（请选择栏目）",
        help_text="各单位和本级政府的年报都发布在这个栏目，一般是“政府信息公开年报”。",
    )

    def __init__(self, *args, county, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = Section.objects.filter(county=county, archived_at=None).order_by(
            "path"
        )


class FilingFilter(forms.Form):
    state = forms.ChoiceField(
        label="状态", required=False, choices=[("", "全部"), *FilingState.choices, ("late", "逾期没有报送")]
    )
    found = forms.ChoiceField(
        label="检查", required=False, choices=[("", "全部"), ("error", "有错误"), ("warning", "有待核实")]
    )


class ReturnForm(forms.Form):
    note = forms.CharField(
        label="要修改什么",
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        help_text="单位会在年报和待办里看到，例如“行政许可件数与许可系统不一致，请核对”。",
    )


class JudgeForm(forms.Form):
    key = forms.CharField(widget=forms.HiddenInput)
    verdict = forms.ChoiceField(label="结论", required=False, choices=[("", ""), *Verdict.choices])
    note = forms.CharField(label="理由", required=False, max_length=200)


class AdjustForm(forms.Form):
    amount = forms.DecimalField(
        label="调整数",
        max_digits=18,
        decimal_places=6,
        help_text="在各单位之和上加多少；减少的写负数，例如 -1。",
    )
    reason = forms.ChoiceField(label="原因", choices=AdjustmentReason)
    note = forms.CharField(
        label="具体情况", max_length=200, help_text="例如“民政局、财政局联合发文1件，只计一次”。"
    )


class CorrectionForm(forms.Form):
    place = forms.CharField(
        label="更正的地方", max_length=120, help_text="例如：表三“（一）予以公开”自然人一格。"
    )
    was = forms.CharField(label="原来的内容", max_length=200)
    corrected = forms.CharField(label="更正为", max_length=200)
    reason = forms.CharField(label="原因", max_length=200)


class ReportFileForm(forms.Form):
    file = forms.FileField(
        label="文件",
        help_text="本单位自己的年报：Word（DOCX）、Excel（XLSX，用系统导出的填报表）、PDF、网页或者文本。"
        "表格是图片的，装了图片识别的系统也能读，读出的数要逐格对照原图。",
    )
