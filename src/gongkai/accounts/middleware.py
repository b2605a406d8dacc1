"""
Who may come to the desk, and what they must do before anything else there.

Every address under /desk/ needs a sign-in because this middleware says so, not because each view remembered a
decorator. Whoever is stopped reads why, also after pressing a button: nothing is lost without a word.
"""

import time
from dataclasses import dataclass

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from .enums import SECOND_FACTOR_ROLES

DESK, ACCOUNTS = "/desk/", "/accounts/"


@dataclass(frozen=True)
class Stop:
    """Why a person cannot go on, and where they can."""

    sentence: str
    url_name: str
    link: str
    status: int = 403


SIGN_IN = Stop("请先登录。", "account_login", "去登录", 401)
EXPIRED = Stop("这次登录已满8小时，为了账号安全，请重新登录。", "account_login", "重新登录", 401)
CLOSED_AGENCY = Stop(
    "您所在的单位已经撤并，账号不能再使用。请联系县政府信息公开工作机构，把账号调到现在的单位。",
    "account_login",
    "返回登录页",
)
CHANGE_PASSWORD = Stop(
    "您现在用的是临时密码。请先换成自己的密码，再继续办理。", "account_change_password", "去修改密码"
)
ADD_SECOND_FACTOR = Stop(
    "县里要求审核人员和管理员登录时使用第二重验证。请先在这里设置验证器或安全密钥，再继续办理。",
    "mfa_index",
    "去设置第二重验证",
)


class AccountDutiesMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path.startswith((DESK, ACCOUNTS)):
            return self.get_response(request)  # public pages never look at the session, so they can be cached
        if not request.user.is_authenticated:
            if request.path.startswith(DESK):
                return stopped(request, SIGN_IN)
            return self.get_response(request)
        if wrong_county(request):
            return render(request, "accounts/wrong_county.html", status=403)
        for ended, stop in ((session_is_over, EXPIRED), (agency_is_closed, CLOSED_AGENCY)):
            if ended(request):
                logout(request)
                return stopped(request, stop)
        duty = first_duty(request)
        if duty and not is_way_out(request.path, duty):
            return stopped(request, duty)
        return self.get_response(request)


def wrong_county(request) -> bool:
    """One installation hosts several counties; roles of one never act on the pages of another."""
    return request.county is not None and request.user.agency.county_id != request.county.pk


def agency_is_closed(request) -> bool:
    return request.user.agency.closed_on is not None


def session_is_over(request) -> bool:
    """8 hours after signing in, however busy the session was: a working day, not a shared computer's week."""
    records = get_authentication_records(request, request.user)
    signed_in_at = [one["at"] for one in records if not one.get("reauthenticated")]
    return bool(signed_in_at) and time.time() - signed_in_at[-1] > settings.SESSION_COOKIE_AGE


def first_duty(request) -> Stop | None:
    user = request.user
    if user.must_change_password:
        return CHANGE_PASSWORD
    if request.county is not None and request.county.require_second_factor and lacks_second_factor(user):
        return ADD_SECOND_FACTOR
    return None


def lacks_second_factor(user) -> bool:
    return any(role in SECOND_FACTOR_ROLES for role, _ in user.grants) and not is_mfa_enabled(user)


def is_way_out(path: str, duty: Stop) -> bool:
    """Whether ``path`` is where the duty is done, or the way out of the desk."""
    if path in {reverse(duty.url_name), reverse("account_logout")}:
        return True
    return duty is ADD_SECOND_FACTOR and (
        path.startswith(reverse("mfa_index"))
        or path in {reverse("account_reauthenticate"), reverse("account_change_password")}
    )


def stopped(request, stop: Stop) -> HttpResponse:
    """
    Send a reader to where they can go on; tell a writer, in place, that nothing was saved.

    A form sent without a valid sign-in is not redirected: the answer stays on the address of the form, so that
    “back” still shows what was typed.
    """
    lost = request.method not in {"GET", "HEAD"}
    sentence = stop.sentence + ("您刚才提交的内容没有保存。" if lost else "")
    if wants_fragment(request):
        return HttpResponse(sentence, status=stop.status, content_type="text/plain; charset=utf-8")
    if lost:
        context = {"sentence": sentence, "url": reverse(stop.url_name), "link": stop.link}
        return render(request, "accounts/stopped.html", context, status=stop.status)
    if stop is not SIGN_IN:
        messages.warning(request, sentence)
    if stop.url_name == "account_login":
        return redirect_to_login(request.get_full_path())
    return redirect(stop.url_name)


def wants_fragment(request) -> bool:
    """Whether a script asks (htmx, or the editor's own requests), to whom a sign-in page would be of no use."""
    return (
        "HX-Request" in request.headers
        or request.content_type == "application/json"
        or request.headers.get("Accept", "").startswith("application/json")
    )
