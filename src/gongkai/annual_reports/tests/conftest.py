import pytest

from gongkai.accounts.enums import Role
from gongkai.conftest import make_person

from .factories import FEBRUARY, open_year


@pytest.fixture
def season(county, civil_affairs, education, office, lu, notices):
    return open_year(county, notices, lu)


@pytest.fixture
def own(season, civil_affairs):
    """The filing of 民政局."""
    return season.filings.get(agency=civil_affairs)


@pytest.fixture
def summary(season):
    return season.filings.get(scope="summary")


@pytest.fixture
def writer(office):
    """Who writes for the government office, and so for the county."""
    return make_person("he", "小何", office, Role.CLERK)


__all__ = ["FEBRUARY"]
