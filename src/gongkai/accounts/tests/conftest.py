"""The three administrators (三员), each a person of their own, and the people of the office beside them."""

import pytest
from django.core.cache import cache

from gongkai.accounts.enums import Role
from gongkai.conftest import make_person


@pytest.fixture(autouse=True)
def no_requests_counted_yet():
    """allauth counts requests in the cache, which outlives a test."""
    cache.clear()


@pytest.fixture
def xie(office):
    return make_person("xie", "谢工", office, Role.SYSTEM_ADMINISTRATOR)


@pytest.fixture
def an(office):
    return make_person("an", "安全员老安", office, Role.SECURITY_ADMINISTRATOR)


@pytest.fixture
def shen(office):
    return make_person("shen", "审计员小沈", office, Role.AUDIT_ADMINISTRATOR)
