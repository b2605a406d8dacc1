"""
The people and offices of the tests.

小陈 drafts at 民政局, 老周, 方主任 and 吴局 sign there one after the other, 小秦 makes the secrecy ticks; 小林 works at
教育局 and must see nothing of it. 陆主任 runs the disclosure office.
"""

import os
import shutil

import pytest
from django.db.backends.base.operations import BaseDatabaseOperations

from gongkai.accounts.enums import Role
from gongkai.accounts.models import RoleAssignment, User
from gongkai.agencies.enums import AgencyKind
from gongkai.agencies.models import Agency, County
from gongkai.review.models import Chain
from gongkai.sections.models import Section


def pytest_collection_modifyitems(items):
    for item in items:
        if "db" in item.fixturenames or item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.database)


@pytest.fixture(autouse=True)
def data_folders(settings, tmp_path):
    """Files, pages and the search index of a test are its own."""
    settings.FILES_DIR = tmp_path / "files"
    settings.PAGES_DIR = tmp_path / "pages"
    settings.SEARCH_DIR = tmp_path / "search"


@pytest.fixture(scope="session")
def soffice():
    """LibreOffice, for tests that open what the program has written; in CI a missing one is a failure."""
    found = shutil.which("soffice")
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI needs LibreOffice; tools/find_libreoffice.sh installs it.")
        pytest.skip("no LibreOffice on this machine: install libreoffice-writer, -calc and -impress")
    return found


@pytest.fixture
def county(db):
    return County.objects.create(
        name="示范县人民政府", short_name="示范县", site_name="示范县人民政府网", domain="testserver"
    )


@pytest.fixture
def office(county):
    return Agency.objects.create(
        county=county,
        name="示范县人民政府办公室",
        short_name="县政府办",
        code="office",
        kind=AgencyKind.OFFICE,
        credit_code="11990000MB0000001A",
        document_prefix="示政办发",
    )


@pytest.fixture
def civil_affairs(county):
    return Agency.objects.create(
        county=county,
        name="示范县民政局",
        short_name="县民政局",
        code="civil-affairs",
        credit_code="11990000MB0000002B",
        document_prefix="示民发",
    )


@pytest.fixture
def education(county):
    return Agency.objects.create(
        county=county,
        name="示范县教育局",
        short_name="县教育局",
        code="education",
        credit_code="11990000MB0000003C",
        document_prefix="示教发",
    )


def make_person(username, name, agency, *roles):
    """A person with a password and these roles at their own office."""
    user = User(username=username, name=name, agency=agency)
    user.set_password("correct-horse-battery")
    user.save()
    RoleAssignment.objects.bulk_create(RoleAssignment(user=user, agency=agency, role=role) for role in roles)
    return user


@pytest.fixture
def chen(civil_affairs):
    return make_person("chen", "小陈", civil_affairs, Role.CLERK)


@pytest.fixture
def zhou(civil_affairs):
    return make_person("zhou", "老周", civil_affairs, Role.FIRST_REVIEWER)


@pytest.fixture
def fang(civil_affairs):
    return make_person("fang", "方主任", civil_affairs, Role.SECOND_REVIEWER)


@pytest.fixture
def wu(civil_affairs):
    return make_person("wu", "吴局", civil_affairs, Role.FINAL_REVIEWER)


@pytest.fixture
def qin(civil_affairs):
    return make_person("qin", "小秦", civil_affairs, Role.SECRECY_REVIEWER)


@pytest.fixture
def lin(education):
    return make_person("lin", "小林", education, Role.CLERK)


@pytest.fixture
def lu(office):
    return make_person("lu", "陆主任", office, Role.DISCLOSURE_OFFICE)


@pytest.fixture
def chain(county):
    """The default chain: three levels inside the drafting office."""
    chain = Chain.objects.create(county=county, name="三级审核", is_default=True)
    for position, (label, role) in enumerate(
        [("初审", Role.FIRST_REVIEWER), ("复审", Role.SECOND_REVIEWER), ("终审", Role.FINAL_REVIEWER)],
        start=1,
    ):
        chain.levels.create(position=position, label=label, role=role)
    return chain


@pytest.fixture
def notices(county, civil_affairs):
    """通知公告 under 政务公开, owned by 民政局."""
    root = Section.objects.create(county=county, name="政务公开", code="affairs", path="affairs")
    section = Section.objects.create(
        county=county, parent=root, name="通知公告", code="notices", path="affairs/notices", depth=2
    )
    section.owners.add(civil_affairs)
    return section


@pytest.fixture(autouse=True, scope="session")
def guarded_tables_can_be_emptied():
    """
    A transactional test empties every table when it ends; the triggers that guard the history and frozen
    versions step aside for that, and for nothing else.
    """
    with pytest.MonkeyPatch.context() as patch:
        empty = BaseDatabaseOperations.execute_sql_flush

        def empty_behind_the_guards(operations, sql_list):
            with operations.connection.cursor() as cursor:
                if operations.connection.vendor == "postgresql":
                    cursor.execute("SET session_replication_role = replica")
                    empty(operations, sql_list)
                    cursor.execute("SET session_replication_role = DEFAULT")
                    return
                cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
                triggers = cursor.fetchall()
                for name, _ in triggers:
                    cursor.execute(f"DROP TRIGGER {name}")
                empty(operations, sql_list)
                for _, sql in triggers:
                    cursor.execute(sql)

        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", empty_behind_the_guards)
        yield
