import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.urls import NoReverseMatch, reverse

from gongkai.accounts import actions
from gongkai.history.models import Event

PASSWORD = "correct-horse-battery"
SECRET = "JBSWY3DPEHPK3PXP"


def sign_in(client, username="chen", password=PASSWORD, **more):
    return client.post(reverse("account_login"), {"login": username, "password": password, **more})


def code_of_now(secret=SECRET):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def verbs():
    return [*Event.objects.values_list("verb", "subject_label", "actor_name")]


def test_signing_in_leads_to_the_page_that_was_asked_for_and_leaves_an_event(client, chen):
    asked = client.get("/desk/people/me/")
    assert asked.url == "/accounts/login/?next=/desk/people/me/"
    assert 'name="next" value="/desk/people/me/"' in client.get(asked.url).content.decode()
    response = sign_in(client, next="/desk/people/me/")
    assert (response.status_code, response.url) == (302, "/desk/people/me/")
    assert verbs() == [("account.signed_in", "小陈", "小陈")]


def test_signing_in_never_leads_to_another_site(client, chen):
    assert sign_in(client, next="https://elsewhere.example/").url == "/desk/"


@pytest.mark.parametrize("username, password", [("chen", "wrong"), ("nobody", PASSWORD)])
def test_wrong_name_and_wrong_password_read_the_same(client, chen, username, password):
    page = sign_in(client, username, password).content.decode()
    assert "用户名或密码不正确。忘记密码请联系本县系统管理员重置。" in page


def test_failed_sign_in_leaves_an_event_only_for_accounts_that_exist(client, chen):
    sign_in(client, "my-password-in-the-wrong-field", "x")
    sign_in(client, "chen", "wrong")
    assert verbs() == [("account.sign_in_failed", "小陈", "")]


def test_fifth_failure_locks_the_account_whatever_the_case_of_its_name(client, chen):
    for name in ["chen", "Chen", "CHEN", "cheN"]:
        assert sign_in(client, name, "wrong").status_code == 200
    locked = sign_in(client, "chen", "wrong")
    assert locked.status_code == 429
    assert "请等30分钟" in locked.content.decode()
    assert sign_in(client).status_code == 429
    assert verbs() == [("account.sign_in_failed", "小陈", "")] * 5 + [("account.locked_out", "小陈", "")]


def test_unlocked_account_may_sign_in_again(client, chen, xie):
    for _ in range(5):
        sign_in(client, "chen", "wrong")
    actions.unlock(person_id=chen.pk, clerk=xie)
    assert sign_in(client).status_code == 302
    assert Event.objects.filter(verb="account.unlocked").count() == 1


def test_disabled_person_is_told_so_only_after_the_right_password(client, chen):
    chen.is_active = False
    chen.save()
    assert "用户名或密码不正确" in sign_in(client, "chen", "wrong").content.decode()
    response = sign_in(client)
    assert response.url == "/accounts/inactive/"
    assert "账号不能使用" in client.get(response.url).content.decode()
    assert client.get("/desk/people/me/").status_code == 302


def test_person_of_a_closed_agency_cannot_sign_in(client, chen, civil_affairs):
    civil_affairs.closed_on = "2026-03-01"
    civil_affairs.save()
    assert sign_in(client).url == "/accounts/inactive/"
    assert client.get("/desk/people/me/").status_code == 302


def test_second_factor_is_asked_for_and_lets_in_with_the_code_of_now(client, chen):
    TOTP.activate(chen, SECRET)
    assert sign_in(client).url == "/accounts/2fa/authenticate/"
    assert client.get("/desk/people/me/").status_code == 302
    assert Event.objects.count() == 0
    wrong = client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    assert "验证码不正确。" in wrong.content.decode()
    right = client.post("/accounts/2fa/authenticate/", {"code": code_of_now()})
    assert (right.status_code, right.url) == (302, "/desk/")
    assert [verb for verb, *_ in verbs()] == ["account.sign_in_failed", "account.signed_in"]


def test_recovery_code_lets_in_once(client, chen):
    TOTP.activate(chen, SECRET)
    code = RecoveryCodes.activate(chen).get_unused_codes()[0]
    sign_in(client)
    assert client.post("/accounts/2fa/authenticate/", {"code": code}).url == "/desk/"
    client.post("/accounts/logout/")
    sign_in(client)
    assert client.post("/accounts/2fa/authenticate/", {"code": code}).status_code == 200


def test_person_sets_up_and_removes_an_authenticator(client, chen, django_capture_on_commit_callbacks):
    sign_in(client)
    asked = client.get("/accounts/2fa/totp/activate/")
    assert asked.url == "/accounts/reauthenticate/?next=%2Faccounts%2F2fa%2Ftotp%2Factivate%2F"
    assert "确认是您本人" in client.get(asked.url).content.decode()
    client.post(asked.url, {"password": PASSWORD, "next": "/accounts/2fa/totp/activate/"})
    page = client.get("/accounts/2fa/totp/activate/").content.decode()
    secret = re.search(r"<code>(\w+)</code>", page)[1]
    with django_capture_on_commit_callbacks(execute=True):
        added = client.post("/accounts/2fa/totp/activate/", {"code": code_of_now(secret)})
    assert added.url == "/accounts/2fa/recovery-codes/"
    assert client.get(added.url).content.decode().count("<li><code>") == 10
    client.post("/accounts/2fa/totp/deactivate/")
    assert not Authenticator.objects.exists()
    assert [*Event.objects.values_list("verb", "data__kind")] == [
        ("account.signed_in", None),
        ("account.second_factor_added", "totp"),
        ("account.second_factor_added", "recovery_codes"),
        ("account.second_factor_removed", "totp"),
        ("account.second_factor_removed", "recovery_codes"),
    ]


def test_changing_the_password_leaves_an_event_and_keeps_this_session(client, chen):
    sign_in(client)
    new = "another-long-password"
    changed = client.post(
        "/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )
    assert (changed.status_code, changed.url) == (302, "/desk/")
    assert client.get("/desk/people/me/").status_code == 200
    assert [verb for verb, *_ in verbs()] == ["account.signed_in", "account.password_changed"]


def test_new_password_must_differ_from_the_old_one(client, chen):
    sign_in(client)
    same = {"oldpassword": PASSWORD, "password1": PASSWORD, "password2": PASSWORD}
    assert "新密码不能与现在的密码相同" in client.post("/accounts/password/change/", same).content.decode()


def test_temporary_password_lets_in_only_to_replace_it(client, chen, xie):
    temporary = actions.reset_password(person_id=chen.pk, clerk=xie)
    assert sign_in(client).status_code == 200
    sign_in(client, "chen", temporary)
    assert client.get("/desk/people/me/").url == "/accounts/password/change/"
    new = "my-own-long-password"
    client.post("/accounts/password/change/", {"oldpassword": temporary, "password1": new, "password2": new})
    assert client.get("/desk/people/me/").status_code == 200
    client.post("/accounts/logout/")
    assert sign_in(client, "chen", temporary).status_code == 200
    assert sign_in(client, "chen", new).status_code == 302


@pytest.mark.parametrize(
    "path",
    ["signup/", "email/", "password/reset/", "password/set/", "confirm-email/", "login/code/", "3rdparty/"],
)
def test_signing_up_mail_and_reset_have_no_address(client, db, path):
    assert client.get(f"/accounts/{path}").status_code == 404


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_reset_password"])
def test_signing_up_mail_and_reset_have_no_name(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize(
    "path", ["2fa/", "2fa/totp/activate/", "2fa/webauthn/", "2fa/webauthn/add/", "logout/"]
)
def test_pages_of_one_s_own_account_have_no_inline_script_or_style(client, chen, path):
    sign_in(client)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    response = client.get(f"/accounts/{path}")
    assert response.status_code == 200
    assert_fits_policy(response.content.decode())


@pytest.mark.parametrize("path", ["login/", "inactive/"])
def test_pages_before_signing_in_have_no_inline_script_or_style(client, county, path):
    assert_fits_policy(client.get(f"/accounts/{path}").content.decode())


def test_second_step_offers_the_security_key_through_our_module(client, chen):
    TOTP.activate(chen, SECRET)
    sign_in(client)
    page = client.get("/accounts/2fa/authenticate/").content.decode()
    assert_fits_policy(page)
    assert 'src="/static/accounts/webauthn.js"' in page
    assert 'data-webauthn="get"' in page


def assert_fits_policy(page):
    scripts = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", page)
    assert (scripts, re.findall(r"\sstyle=|<style|\son\w+=", page)) == ([], [])


def test_session_ends_eight_hours_after_signing_in(client, chen, monkeypatch):
    sign_in(client)
    later = time.time() + 8 * 3600 + 60
    monkeypatch.setattr("gongkai.accounts.middleware.time.time", lambda: later)
    assert client.get("/desk/people/me/").url == "/accounts/login/?next=/desk/people/me/"
    assert "已满8小时" in client.get("/accounts/login/").content.decode()
