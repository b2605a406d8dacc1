"""
How allauth behaves here: nobody signs up; the system administrator makes accounts.

The hooks of this adapter are also where sign-ins get into history: unlike signals they run inside, or right
at, the change they record.
"""

import base64
import hashlib

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from . import actions


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        # One sentence for a wrong name, a wrong password and an account that does not exist.
        "username_password_mismatch": "用户名或密码不正确。忘记密码请联系本县系统管理员重置。",
        "incorrect_password": "密码不正确，请重新输入。",
        "enter_current_password": "现在的密码不正确，请重新输入。",
        "too_many_login_attempts": "尝试的次数太多。请等5分钟再试。",
    }

    def is_open_for_signup(self, request):
        return False

    def pre_authenticate(self, request, **credentials):
        """django-axes counts failed passwords, in the database and across workers; one counter is enough."""

    def authenticate(self, request, **credentials):
        # User names are lower case. Without this, “Chen” and “chen” would each have their own count of failures.
        if "username" in credentials:
            credentials["username"] = credentials["username"].lower()
        return super().authenticate(request, **credentials)

    def authentication_failed(self, request, **credentials):
        failures = getattr(request, "axes_failures_since_start", None) or 0
        if failures > settings.AXES_FAILURE_LIMIT:
            return  # what a locked door holds off does not fill the chain
        actions.record_failed_sign_in(
            username=credentials.get("username", ""),
            address=self.get_client_ip(request),
            step="password",
            locked_out=failures == settings.AXES_FAILURE_LIMIT,
        )

    def pre_login(self, request, user, **kwargs):
        response = super().pre_login(request, user, **kwargs)
        if response is None and user.agency.closed_on:
            response = self.respond_user_inactive(request, user)
        return response

    @transaction.atomic
    def login(self, request, user):
        super().login(request, user)
        actions.record_sign_in(person=user, address=self.get_client_ip(request))

    def clean_password(self, password, user=None):
        if user is not None and user.check_password(password):
            raise ValidationError("新密码不能与现在的密码相同。请另想一个。")
        return super().clean_password(password, user)

    def get_password_change_redirect_url(self, request):
        return settings.LOGIN_REDIRECT_URL

    def set_password(self, user, password):
        actions.change_own_password(person=user, password=password)

    def send_notification_mail(self, *args, **kwargs):
        """County intranets often have no mail server; history and “我的账号” show the same facts."""


class MfaAdapter(DefaultMFAAdapter):
    """Keeps the secrets of second factors encrypted: a copy of the database alone opens no account."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "验证码不正确。请确认手机时间准确，等下一个验证码出现后再输入。",
    }

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()


def _cipher() -> Fernet:
    digest = hashlib.sha256(b"second factor:" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))


def display_name(user) -> str:
    return user.name
