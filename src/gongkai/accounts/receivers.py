"""
Second factors in history.

We have no signals of our own. allauth offers no other hook around adding and removing an authenticator, and its
views are the only place where people do it themselves, so its signals are received here. ``authenticator_added``
is sent after the commit: should the process die in between, the authenticator is there and the event is not.
"""

from allauth.account.adapter import get_adapter
from allauth.mfa import signals
from django.db import transaction
from django.dispatch import receiver

from gongkai.history.actions import record

from .actions import record_failed_sign_in
from .enums import AccountEvent


@receiver(signals.authenticator_added)
def note_added(request, user, authenticator, **kwargs):
    _note(user, AccountEvent.SECOND_FACTOR_ADDED, authenticator)


@receiver(signals.authenticator_removed)
def note_removed(request, user, authenticator, **kwargs):
    _note(user, AccountEvent.SECOND_FACTOR_REMOVED, authenticator)


@receiver(signals.authenticator_reset)
def note_renewed(request, user, authenticator, **kwargs):
    _note(user, AccountEvent.RECOVERY_CODES_RENEWED, authenticator)


@receiver(signals.authentication_failed)
def note_failed(request, user, authenticator, **kwargs):
    record_failed_sign_in(
        username=user.username, address=get_adapter().get_client_ip(request), step="second_factor"
    )


@transaction.atomic
def _note(user, event, authenticator):
    record(user, event, actor=user, agency=user.agency, kind=authenticator.type)
