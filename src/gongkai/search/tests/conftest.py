import pytest

from gongkai.search.tasks import rebuild_index

from . import sources


@pytest.fixture(autouse=True)
def public(settings):
    """What the test's room has made public; the index is built from it and nothing else."""
    settings.SEARCH_SOURCES = {"item": "gongkai.search.tests.sources.documents"}
    sources.PUBLIC.clear()
    yield sources.PUBLIC
    sources.PUBLIC.clear()


@pytest.fixture
def index_of(public, db):
    """Make these documents public and index them."""

    def build(*documents):
        public.update({document.key: document for document in documents})
        rebuild_index()

    return build
