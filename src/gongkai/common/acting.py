"""Calling an action from a page: done with a sentence, or refused with the action's own sentence."""

from django.contrib import messages

from gongkai.common.errors import NotAllowed


def attempt(request, act, done: str = "") -> bool:
    """Call ``act``; tell the person what was ``done``, or why it is not possible. Returns whether it was done."""
    try:
        act()
    except NotAllowed as error:
        messages.error(request, str(error))
        return False
    if done:
        messages.success(request, done)
    return True


def attempt_form(form, act):
    """Call ``act`` for a valid form; a refusal becomes an error of the form, so that nothing typed is lost."""
    try:
        return act()
    except NotAllowed as error:
        form.add_error(None, str(error))
        return None
