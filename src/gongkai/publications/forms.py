"""Reading and cleaning what people type about items. Forms never write; the views hand the result to an action."""

from django import forms
from django.db.models import Q, QuerySet

from gongkai.accounts.enums import Role
from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.review.enums import Decision, SecrecyKind
from gongkai.sections.models import Section, Topic

from .enums import ItemKind, Stage, TakeDownReason, Visibility
from .models import CONTENT_FIELDS, Version


class SectionField(forms.ModelChoiceField):
    """A section by its whole way from the root (``trails``), because names like 通知公告 repeat under many parents."""

    trails: dict[int, str] = {}

    def label_from_instance(self, section: Section) -> str:
        return self.trails.get(section.pk, section.name)


class SectionsField(forms.ModelMultipleChoiceField):
    trails: dict[int, str] = {}

    def label_from_instance(self, section: Section) -> str:
        return self.trails.get(section.pk, section.name)


class MomentInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self):
        super().__init__(format="%Y-%m-%dT%H:%M")


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


class StartForm(forms.Form):
    """The first question: for which office, and what kind of thing."""

    agency = forms.ModelChoiceField(Agency.objects.none(), label="以哪个单位的名义发布", empty_label=None)
    kind = forms.ChoiceField(
        label="要发布什么", choices=ItemKind, widget=forms.RadioSelect, initial=ItemKind.NOTICE
    )

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = Agency.objects.filter(
            pk__in=user.agencies_with(Role.CLERK), closed_on=None
        )
        self.fields["agency"].initial = user.agency_id


class DraftForm(forms.ModelForm):
    """
    The draft as typed. Nothing is required here: an unfinished text must be savable.

    ``saved_content`` holds the fields that could be read, so that one wrong date does not keep the rest from
    being saved.
    """

    section = SectionField(Section.objects.none(), label="栏目", required=False, empty_label="（请选择栏目）")
    also_in = SectionsField(
        Section.objects.none(), label="同时列入的栏目", required=False, widget=forms.CheckboxSelectMultiple
    )
    topics = forms.ModelMultipleChoiceField(
        Topic.objects.none(), label="列入专题", required=False, widget=forms.CheckboxSelectMultiple
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Version
        fields = [*(name.removesuffix("_id") for name in CONTENT_FIELDS), "also_in", "topics"]
        widgets = {
            "title": forms.Textarea(attrs={"rows": 2, "maxlength": 300}),
            "body": forms.Textarea(attrs={"rows": 22}),
            "summary": forms.Textarea(attrs={"rows": 3, "maxlength": 500}),
            "signed_on": DayInput(),
            "printed_on": DayInput(),
            "effective_on": DayInput(),
            "valid_until": DayInput(),
            "publish_at": MomentInput(),
            "display_until": MomentInput(),
        }
        help_texts = {
            "title": "写明单位和事项，例如“示范县民政局关于做好高温补贴发放工作的通知”。",
            "document_number": "形如：示民发〔2026〕12号。系统按已用的最大号提出建议，以本单位发文登记为准。",
            "signed_on": "文件落款的日期，不是发布日期。发布日期由系统记录。",
            "keywords": "用空格隔开，例如：低保 救助标准。",
            "summary": "一两句话说清内容，显示在列表和检索结果里；不填则取正文开头。",
            "redaction_note": "对个人信息等作了哪些遮盖处理，供审核人查看。",
            "publish_at": "不填则终审同意后立即发布。",
            "display_until": "公示、公告到期后自动撤下；不填则一直保留。",
            "source": "材料由哪个单位提供。",
            "disclosure_basis": "例如：《政府信息公开条例》第二十条第（十一）项。",
        }

    def __init__(
        self,
        *args,
        sections: QuerySet[Section],
        trails: dict[int, str],
        topics: QuerySet[Topic],
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        # What the draft names already stays among the choices, also when the office has lost the section since.
        named = [self.instance.section_id, *self.instance.also_in.values_list("pk", flat=True)]
        for name in ("section", "also_in"):
            self.fields[name].queryset = Section.objects.filter(
                Q(pk__in=sections.values("pk")) | Q(pk__in=[pk for pk in named if pk])
            ).order_by("path")
            self.fields[name].trails = trails
        self.fields["topics"].queryset = topics
        self.fields["revision"].initial = self.instance.revision
        for field in self.fields.values():
            field.required = False
        self.fields["kind"].required = True

    def clean_title(self):
        return " ".join(self.cleaned_data["title"].split())

    def _post_clean(self):
        """Leave the model's own validation out: it would refuse an unfinished draft."""

    @property
    def saved_content(self) -> dict:
        content = {}
        for name in CONTENT_FIELDS:
            key = name.removesuffix("_id")
            if key in self.cleaned_data:
                value = self.cleaned_data[key]
                content[name] = (value.pk if value else None) if name == "section_id" else value
        return content

    @property
    def typed_content(self) -> dict:
        """What was typed, as it was typed: what a colliding save keeps for its author."""
        return {name: self.data.get(name.removesuffix("_id"), "") for name in CONTENT_FIELDS}


class DecisionForm(forms.Form):
    """One level's signature."""

    decision = forms.ChoiceField(label="意见", choices=Decision, widget=forms.RadioSelect)
    opinion = forms.CharField(
        label="说明",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="退回或另提修改要求时必填。",
    )
    position = forms.IntegerField(widget=forms.HiddenInput)
    seen_hash = forms.CharField(widget=forms.HiddenInput)

    def clean(self):
        cleaned = super().clean()
        if (
            cleaned.get("decision") in {Decision.RETURNED, Decision.APPROVED_WITH_REQUEST}
            and not cleaned.get("opinion", "").strip()
        ):
            self.add_error("opinion", "请写明意见，起草人才知道改什么。")
        return cleaned


class SecrecyForm(forms.Form):
    """One of the three secrecy ticks."""

    kind = forms.ChoiceField(choices=SecrecyKind, widget=forms.HiddenInput)
    may_be_public = forms.TypedChoiceField(
        label="结论",
        choices=[("yes", "不涉及，可以公开"), ("no", "涉及，不能公开（将退回起草人）")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    opinion = forms.CharField(label="说明", required=False, max_length=300, help_text="认为不能公开时必填。")
    seen_hash = forms.CharField(widget=forms.HiddenInput)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("may_be_public") is False and not cleaned.get("opinion", "").strip():
            self.add_error("opinion", "请写明为什么不能公开，起草人才知道怎样处理。")
        return cleaned


class EarlyReleaseForm(forms.Form):
    reason = forms.CharField(
        label="先行发布的理由",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="例如：台风红色预警，需立即告知公众。发布后审核继续进行，未通过的自动撤下。",
    )


class TakeDownForm(forms.Form):
    reason = forms.ChoiceField(
        label="撤下原因",
        choices=[choice for choice in TakeDownReason.choices if choice[0] != TakeDownReason.REVIEW_FAILED],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label="向公众说明",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="会显示在撤下后的页面上，请不要写入个人信息。撤回行政处罚决定信息时必填。",
    )


class SettleRequestForm(forms.Form):
    answer = forms.CharField(label="办理情况", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class ItemFilter(forms.Form):
    """Narrowing the desk's list of items."""

    agency = forms.ModelChoiceField(
        Agency.objects.none(), label="单位", required=False, empty_label="全部单位"
    )
    stage = forms.ChoiceField(label="办理状态", required=False, choices=[("", "全部"), *Stage.choices])
    visibility = forms.ChoiceField(
        label="公开状态", required=False, choices=[("", "全部"), *Visibility.choices]
    )
    since = forms.DateField(label="改动日期从", required=False, widget=DayInput())
    until = forms.DateField(label="到", required=False, widget=DayInput())

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = Agency.objects.filter(county=user.agency.county_id)
