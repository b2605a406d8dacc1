"""The page that asks before an act that cannot be undone, or that concerns many things. Works without JavaScript."""

from collections.abc import Sequence

from django.shortcuts import render


def is_confirmed(request) -> bool:
    """Whether the person has pressed the button of the confirmation page."""
    return request.method == "POST" and "confirmed" in request.POST


def confirm(
    request,
    *,
    title: str,
    question: str,
    button: str,
    cancel_url: str,
    consequences: Sequence[str] = (),
    concerned: Sequence[object] = (),
    is_dangerous: bool = True,
    form=None,
):
    """
    Show what will happen and how many things it concerns; pressing the button posts to the same address again.

    What was posted before (the rows ticked in a list, say) is carried along in hidden fields, except what
    ``form`` asks again.
    """
    asked = {form.add_prefix(name) for name in form.fields} if form is not None else set()
    carried = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in {"csrfmiddlewaretoken", "confirmed"} | asked
        for value in values
    ]
    context = {
        "title": title,
        "question": question,
        "button": button,
        "cancel_url": cancel_url,
        "consequences": consequences,
        "concerned": concerned,
        "is_dangerous": is_dangerous,
        "form": form,
        "carried": carried,
    }
    return render(request, "desk/confirm.html", context)
