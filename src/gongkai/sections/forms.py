"""Forms of sections and topics; they read and clean, they do not write."""

from django import forms

from gongkai.agencies.models import Agency, County, slug
from gongkai.agencies.queries import open_agencies
from gongkai.common.fieldsets import Grouped
from gongkai.review.models import Chain

from .enums import DisclosurePart, SectionLayout, UpdateRule
from .freshness import State
from .models import Section, Topic
from .queries import Node, subtree, tree


class SectionChoice(forms.ModelChoiceField):
    """A section out of the tree, shown with everything above it."""

    def __init__(self, county: County, sections=None, **kwargs):
        rows = Section.objects.filter(archived_at=None) if sections is None else sections
        super().__init__(Section.objects.filter(county=county), **kwargs)
        self.choices = [
            *([("", self.empty_label)] if self.empty_label is not None else []),
            *_named(tree(county, rows)),
        ]


def _named(nodes: list[Node], above: str = ""):
    for node in nodes:
        name = f"{above} › {node.section.name}" if above else node.section.name
        yield node.section.pk, name
        yield from _named(node.children, name)


class SectionForm(Grouped, forms.ModelForm):
    """Name, place in the address and settings of a section; its place in the tree has a page of its own."""

    groups = (
        ("名称和网址", ("name", "code", "description")),
        ("形式和位置", ("layout", "on_home_page", "disclosure_part")),
        ("谁来发布", ("owners", "open_to_all")),
        ("更新和审核", ("update_rule", "chain")),
    )

    class Meta:
        model = Section
        fields = (
            "name",
            "code",
            "description",
            "layout",
            "on_home_page",
            "disclosure_part",
            "owners",
            "open_to_all",
            "update_rule",
            "chain",
        )
        widgets = {"owners": forms.CheckboxSelectMultiple, "layout": forms.RadioSelect}

    def __init__(self, *args, county: County, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owners"].queryset = open_agencies(county)
        self.fields["owners"].label_from_instance = lambda agency: agency.short_name
        self.fields["chain"].queryset = Chain.objects.filter(county=county)
        self.fields["chain"].empty_label = "随上级栏目；上级也没有指定的，用默认流程"
        parts = self.fields["disclosure_part"]
        parts.choices = [("", "不属于"), *DisclosurePart.choices]
        self.fields["layout"].choices = SectionLayout.choices
        code = self.fields["code"]
        code.validators.append(slug)
        if self.instance.pk:
            code.help_text = "改了以后，本栏目和下级栏目的网址都会变；旧网址会自动转到新网址。"
        else:
            code.required = False
            code.help_text = "用在网址里，例如 notices。可以不填，系统会编一个。"

    def _post_clean(self):
        # The action writes; the form must not check or fill the model row itself.
        pass

    def settings(self) -> dict:
        """What ``change_section`` takes."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("name", "code")}


class SectionMoveForm(forms.Form):
    parent = forms.Field()
    place = forms.ChoiceField(
        label="排在",
        choices=[("last", "新的同级栏目最后"), ("first", "新的同级栏目最前")],
        widget=forms.RadioSelect,
        initial="last",
    )

    def __init__(self, *args, section: Section, **kwargs):
        super().__init__(*args, **kwargs)
        inside = subtree(section).values("pk")
        self.fields["parent"] = SectionChoice(
            section.county,
            Section.objects.filter(archived_at=None).exclude(pk__in=inside),
            label="移到哪个栏目下面",
            required=False,
            empty_label="（作为一级栏目）",
            initial=section.parent_id,
        )


class TargetForm(forms.Form):
    """The section that takes over from one that goes."""

    def __init__(self, *args, section: Section, label: str, required: bool, **kwargs):
        super().__init__(*args, **kwargs)
        rows = Section.objects.filter(archived_at=None).exclude(pk__in=subtree(section).values("pk"))
        self.fields["target"] = SectionChoice(
            section.county,
            rows,
            label=label,
            required=required,
            empty_label="（请选择）" if required else "（不转）",
        )


class ArchiveForm(TargetForm):
    with_children = forms.BooleanField(label="连同下级栏目一起归档", required=False)


class TreeFilter(forms.Form):
    q = forms.CharField(
        label="名称或网址代码", required=False, max_length=60, widget=forms.TextInput({"type": "search"})
    )
    owner = forms.ModelChoiceField(
        Agency.objects.none(), label="主管单位", required=False, empty_label="全部"
    )
    rule = forms.ChoiceField(label="更新要求", required=False, choices=[("", "全部"), *UpdateRule.choices])
    state = forms.ChoiceField(label="更新情况", required=False, choices=[("", "全部"), *State.choices])

    def __init__(self, *args, county: County, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = open_agencies(county)
        self.fields["owner"].label_from_instance = lambda agency: agency.short_name


class OwnersForm(forms.Form):
    """Which agency becomes, or ceases to be, an owner of the ticked sections."""

    agency = forms.ModelChoiceField(Agency.objects.none(), label="单位", empty_label="选择单位")
    pk = forms.ModelMultipleChoiceField(
        Section.objects.none(), error_messages={"required": "请先在左边勾选栏目。"}
    )
    act = forms.ChoiceField(choices=[("add", "加为主管单位"), ("remove", "取消主管单位")])

    def __init__(self, *args, county: County, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = open_agencies(county)
        self.fields["agency"].label_from_instance = lambda agency: agency.short_name
        self.fields["pk"].queryset = Section.objects.filter(county=county)


class TopicForm(forms.ModelForm):
    groups_text = forms.CharField(
        label="分组",
        required=False,
        widget=forms.Textarea({"rows": 5}),
        help_text="每行一个组名，按显示的顺序写。专题里的信息按组列出；不分组就空着。",
    )

    class Meta:
        model = Topic
        fields = ("name", "code", "summary", "opened_on")
        widgets = {
            "opened_on": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
            "summary": forms.Textarea({"rows": 4}),
        }
        help_texts = {"code": "用在网址里，例如 flood-control。可以不填，系统会编一个。"}

    field_order = ("name", "code", "summary", "opened_on", "groups_text")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].required = False
        self.fields["code"].validators.append(slug)
        self.fields["groups_text"].initial = "\n".join(self.instance.groups)

    def _post_clean(self):
        pass

    def clean_groups_text(self) -> list[str]:
        names = [line.strip() for line in self.cleaned_data["groups_text"].splitlines() if line.strip()]
        if too_long := [name for name in names if len(name) > 60]:
            raise forms.ValidationError(f"组名最多60个字，“{too_long[0][:20]}…”太长了。")
        return list(dict.fromkeys(names))
