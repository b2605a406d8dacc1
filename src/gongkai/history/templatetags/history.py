"""``{% load history %}{% timeline subject %}`` shows what happened to a record, in words."""

from django import template

from .. import labels
from ..queries import events_of

register = template.Library()


@register.inclusion_tag("history/_timeline.html")
def timeline(subject, limit=200):
    """The newest ``limit`` events of ``subject``, newest first; one query."""
    events = list(events_of(subject).order_by("-sequence")[: limit + 1])
    return {"events": events[:limit], "has_more": len(events) > limit}


@register.filter
def verb_label(event):
    return labels.label(event.verb)


@register.filter
def subject_type_label(event):
    return labels.subject_type_label(event.subject_type)


@register.filter
def data_in_words(event):
    return labels.in_words(event.data)


@register.filter
def spoken_words(event):
    """What the person wrote to explain the act."""
    return labels.in_words({key: event.data[key] for key in labels.SPOKEN if event.data.get(key)})
