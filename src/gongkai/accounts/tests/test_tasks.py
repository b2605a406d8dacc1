from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone

from gongkai.accounts.tasks import forget_old_sessions


def test_old_sessions_are_forgotten_and_others_kept(db):
    now = timezone.now()
    Session.objects.create(session_key="old", expire_date=now - timedelta(days=1))
    Session.objects.create(session_key="new", expire_date=now + timedelta(days=1))
    assert [forget_old_sessions(), forget_old_sessions()] == [1, 0]
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]


def test_the_settings_name_the_sweep_of_sessions():
    assert settings.SWEEPS["sessions"][0] == "gongkai.accounts.tasks.forget_old_sessions"
