from django import forms

from gongkai.common.periods import between

from .labels import LABELS, SUBJECT_TYPES


class FilterForm(forms.Form):
    """Which events to list; an empty field leaves its question out."""

    verb = forms.ChoiceField(label="动作", required=False, choices=[("", "全部"), *LABELS.items()])
    subject_type = forms.ChoiceField(
        label="对象类别", required=False, choices=[("", "全部"), *SUBJECT_TYPES.items()]
    )
    subject = forms.CharField(label="对象名称", required=False, max_length=60)
    person = forms.CharField(label="办理人", required=False, max_length=30)
    agency = forms.CharField(label="单位", required=False, max_length=60)
    since = forms.DateField(label="从", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label="到", required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def filter(self, events):
        """Return those of ``events`` that are asked for; a field that was filled in wrongly finds nothing."""
        if not self.is_valid():
            return events.none()
        asked = self.cleaned_data
        lookups = {
            "verb": asked["verb"],
            "subject_type": asked["subject_type"],
            "subject_label__icontains": asked["subject"],
            "actor_name__icontains": asked["person"],
            "actor_agency__icontains": asked["agency"],
        }
        events = events.filter(**{lookup: value for lookup, value in lookups.items() if value})
        return between(events, "at", asked["since"], asked["until"])
