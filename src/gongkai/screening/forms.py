"""Forms of the county's pages of screening; they read and clean, they do not write."""

from django import forms

from gongkai.agencies.models import Agency
from gongkai.common.errors import NotAllowed

from .enums import AnswerChoice, FileState, KeepReason, Kind, Level
from .facts import FACTS
from .leader_lines import check_name, check_titles, read_leaders
from .models import ImpactAssessment, WordLine
from .word_lists import WORD_KINDS, WordValues, tidy
from .word_table import BUILT_IN, OWN

ALL = ("", "全部")
WORD_CHOICES = [(kind.value, kind.label) for kind in WORD_KINDS]


class Day(forms.DateInput):
    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


class WordFilter(forms.Form):
    kind = forms.ChoiceField(label="种类", required=False, choices=[ALL, *WORD_CHOICES])
    origin = forms.ChoiceField(
        label="来源", required=False, choices=[ALL, (OWN, "本县增加的"), (BUILT_IN, BUILT_IN)]
    )
    state = forms.ChoiceField(
        label="状态", required=False, choices=[ALL, ("on", "启用的"), ("off", "停用的")]
    )


class WordForm(forms.ModelForm):
    """One line of the county's own; the action writes."""

    kind = forms.ChoiceField(label="种类", choices=WORD_CHOICES)

    class Meta:
        model = WordLine
        fields = ("kind", "text", "instead", "note", "unless", "source", "is_active")
        help_texts = {
            "text": "文章里要找的词，至少两个字。",
            "instead": "建议改成什么；没有固定改法的空着。",
            "note": "显示给信息员看，例如为什么、什么情形不用改。",
            "source": "例如文件名称和文号，日后有人问起时查得到。",
        }

    def _post_clean(self):
        # The action writes; the form must not check or fill the model row itself.
        pass

    def clean_unless(self):
        return tidy(self.cleaned_data["unless"])

    def clean(self):
        cleaned = super().clean()
        if not self.errors and (refusal := self.values().refusal()):
            raise forms.ValidationError(refusal)
        return cleaned

    def values(self) -> WordValues:
        return WordValues(**{**self.cleaned_data, "kind": Kind(self.cleaned_data["kind"])})


class TableForm(forms.Form):
    file = forms.FileField(label="表格", help_text="Excel 工作簿（XLSX，只读第一张表），或 CSV、TSV。")

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > 2 * 1024 * 1024:
            raise forms.ValidationError("表格超过 2 MB。请分成几个文件。")
        return file


class TryForm(forms.Form):
    text = forms.CharField(
        label="要试的文字",
        max_length=20_000,
        widget=forms.Textarea({"rows": 8}),
        help_text="只在这里查一遍，不保存。",
    )


class LeaderForm(forms.Form):
    name = forms.CharField(label="姓名", max_length=40)
    titles = forms.CharField(
        label="职务", max_length=400, help_text="几个职务用顿号隔开，例如：县委副书记、县长。"
    )

    def clean_name(self):
        return _checked(check_name, self.cleaned_data["name"])

    def clean_titles(self):
        return _checked(check_titles, self.cleaned_data["titles"])


class LeadersForm(forms.Form):
    text = forms.CharField(
        label="名单",
        max_length=50_000,
        widget=forms.Textarea({"rows": 12}),
        help_text="每行一个人：姓名，职务、职务。名单里已有的人，职务改成这里写的。",
    )

    def clean_text(self):
        self.leaders, errors = read_leaders(self.cleaned_data["text"])
        if errors:
            raise forms.ValidationError(errors)
        return self.cleaned_data["text"]


class SettleForm(forms.Form):
    note = forms.CharField(
        label="办理情况",
        max_length=200,
        widget=forms.Textarea({"rows": 3}),
        help_text="写明做了什么，例如“已撤下，遮盖后重新发布”“核对过，是公开的办公电话”。",
    )


class TakeOnForm(forms.Form):
    note = forms.CharField(
        label="核对情况",
        max_length=200,
        widget=forms.Textarea({"rows": 3}),
        help_text="写明谁打开看过、看到了什么，例如“已用 WPS 打开核对，是空白申请表，没有个人信息”。",
    )


class RecordFilter(forms.Form):
    """What the lists of records are narrowed by; every number of a report is a link with some of these."""

    agency = forms.ModelChoiceField(Agency.objects.none(), label="单位", required=False, empty_label="全部")
    kind = forms.ChoiceField(label="种类", required=False)
    level = forms.ChoiceField(
        label="级别", required=False, choices=[ALL, (Level.MUST, Level.MUST.label), (Level.ADVICE, "建议")]
    )

    def __init__(self, *args, agencies, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = agencies
        self.fields["agency"].label_from_instance = lambda agency: agency.short_name
        self.fields["kind"].choices = [ALL, *kinds_by_group()]


class LookBackFilter(RecordFilter):
    state = forms.ChoiceField(
        label="办理", required=False, choices=[ALL, ("open", "没有办结"), ("settled", "已经办结")]
    )


class SubmissionFilter(RecordFilter):
    choice = forms.ChoiceField(
        label="处理", required=False, choices=[ALL, *AnswerChoice.choices, ("none", "没有处理")]
    )
    reason = forms.ChoiceField(label="保留的理由", required=False, choices=[ALL, *KeepReason.choices])
    confirmed = forms.ChoiceField(
        label="保密审查员", required=False, choices=[ALL, ("yes", "已确认保留"), ("no", "还没有确认")]
    )
    since = forms.DateField(label="从", required=False, widget=Day)
    until = forms.DateField(label="到", required=False, widget=Day)


class FileFilter(forms.Form):
    state = forms.ChoiceField(label="状态", required=False, choices=[ALL, *FileState.choices])


class PeriodForm(forms.Form):
    since = forms.DateField(label="从", widget=Day)
    until = forms.DateField(label="到", widget=Day)

    def clean(self):
        cleaned = super().clean()
        if not self.errors and cleaned["since"] > cleaned["until"]:
            raise forms.ValidationError("开始日期在结束日期后面，请改过来。")
        return cleaned


class AssessmentForm(forms.ModelForm):
    """The questions of 《个人信息保护法》第56条, each with a hint for what to write."""

    class Meta:
        model = ImpactAssessment
        fields = ("purpose", "basis", "items", "necessity", "risk", "measures", "conclusion")
        help_texts = {
            "purpose": "为什么要公开，例如“公示低保对象，接受群众监督”。",
            "basis": "法律、法规或文件的名称、文号和条款；没有依据的，不能公开个人信息。",
            "items": "逐项列出，例如“户主姓名、村（社区）、保障人数、金额，共132户”。写明有没有敏感个人信息和未成年人信息。",
            "necessity": "每一项是不是达到目的所必需，能不能少公开、遮盖一部分、缩短公示时间。",
            "risk": "公开以后本人可能受到什么影响：骚扰、诈骗、歧视、名誉受损；能不能与别处的信息拼起来认到人。",
            "measures": "例如“身份证号不公开，住址只到村，公示7天后撤下，指定专人答复异议”。",
            "conclusion": "可以公开、改后可以公开，还是不能公开；要改的写明改什么。",
        }
        widgets = {name: forms.Textarea({"rows": 3}) for name in fields}

    def _post_clean(self):
        # The action writes; the form must not check or fill the model row itself.
        pass


class AssessmentFilter(forms.Form):
    agency = forms.ModelChoiceField(Agency.objects.none(), label="单位", required=False, empty_label="全部")
    year = forms.TypedChoiceField(label="年份", required=False, coerce=int, empty_value=None)

    def __init__(self, *args, agencies, years, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = agencies
        self.fields["agency"].label_from_instance = lambda agency: agency.short_name
        self.fields["year"].choices = [ALL, *((year, f"{year}年") for year in years)]


class KeyForm(forms.Form):
    name = forms.CharField(
        label="用途", max_length=60, help_text="写明哪个系统用，例如“县融媒体中心采编系统”。"
    )


def kinds_by_group() -> list[tuple[str, list[tuple[str, str]]]]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for kind in Kind:
        groups.setdefault(FACTS[kind].group.label, []).append((kind.value, kind.label))
    return list(groups.items())


def _checked(check, typed: str) -> str:
    try:
        return check(typed)
    except NotAllowed as error:
        raise forms.ValidationError(str(error)) from error
