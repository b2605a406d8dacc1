"""Public items reached by the real actions, and the anonymous visitor who reads them."""

import pytest

from gongkai.publications.tests import factories


@pytest.fixture
def publish(chen, zhou, fang, wu, qin, chain, notices, django_capture_on_commit_callbacks):
    """``publish(title=…)`` takes one item of 民政局 through the whole review; caches are told as in real life."""

    def publish(*, section=notices, now=factories.MONDAY, **content):
        with django_capture_on_commit_callbacks(execute=True):
            item = factories.published(chen, section, qin, [zhou, fang, wu], now=now, **content)
        item.refresh_from_db()
        return item

    return publish


@pytest.fixture
def visitor(client, county):
    """A visitor; an error in a view is answered as in production."""
    client.raise_request_exception = False
    return client
