"""Opening a county on an empty database: what must exist before anybody can sign in and make the rest."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gongkai.accounts.enums import Role
from gongkai.accounts.models import RoleAssignment, User
from gongkai.accounts.passwords import hash_temporary, temporary_password
from gongkai.agencies.enums import AgencyKind, Level
from gongkai.agencies.models import Agency, County
from gongkai.common.errors import NotAllowed
from gongkai.history.actions import record
from gongkai.review.models import Chain
from gongkai.sections.enums import DisclosurePart, SectionLayout
from gongkai.sections.models import Section

# Four people who keep each other in check: three administrators, and the office that runs disclosure.
FIRST_PEOPLE = (
    ("system", "系统管理员", Role.SYSTEM_ADMINISTRATOR),
    ("security", "安全管理员", Role.SECURITY_ADMINISTRATOR),
    ("audit", "审计管理员", Role.AUDIT_ADMINISTRATOR),
    ("disclosure", "政府信息公开工作机构", Role.DISCLOSURE_OFFICE),
)
LEVELS = (("初审", Role.FIRST_REVIEWER), ("复审", Role.SECOND_REVIEWER), ("终审", Role.FINAL_REVIEWER))
# The fixed parts of the 政府信息公开 column (domain_rules 5.1); the reports join it with their first report.
PARTS = (
    (DisclosurePart.GUIDE, "disclosure-guide", SectionLayout.PAGE),
    (DisclosurePart.RULES, "disclosure-rules", SectionLayout.LIST),
    (DisclosurePart.CONTENT, "disclosure-content", SectionLayout.LIST),
)


@dataclass(frozen=True)
class FirstSignIn:
    username: str
    name: str
    password: str


@transaction.atomic
def open_county(
    *, name: str, short_name: str, domain: str, level: str = Level.COUNTY, now: datetime
) -> tuple[County, list[FirstSignIn]]:
    """
    Make the county (or city, or province), its government office, the first four people, the default chain and the statutory column.

    The temporary passwords are returned once and kept nowhere; each must be changed at the first sign-in. Raises
    NotAllowed when the database already holds a county of this name or domain, because two of one would split it.
    """
    if County.objects.filter(domain=domain).exists() or County.objects.filter(name=name).exists():
        raise NotAllowed(f"数据库里已经有“{name}”或域名“{domain}”，没有重复建立。")
    county = County.objects.create(
        name=name, short_name=short_name, site_name=f"{name}网", domain=domain, level=level
    )
    office = Agency.objects.create(
        county=county,
        name=f"{name}办公室",
        short_name=f"{short_name}政府办",
        code="office",
        kind=AgencyKind.OFFICE,
    )
    sign_ins = [_person(office, *who, now=now) for who in FIRST_PEOPLE]
    chain = Chain.objects.create(county=county, name="三级审核", is_default=True)
    for position, (label, role) in enumerate(LEVELS, start=1):
        chain.levels.create(position=position, label=label, role=role)
    for position, (part, code, layout) in enumerate(PARTS):
        section = Section.objects.create(
            county=county,
            name=part.label,
            code=code,
            path=code,
            layout=layout,
            disclosure_part=part,
            position=position,
        )
        section.owners.add(office)
    record(county, "county.opened", agency=office, name=name, domain=domain)
    return county, sign_ins


def _person(office: Agency, username: str, name: str, role: Role, *, now: datetime) -> FirstSignIn:
    if User.objects.filter(username=username).exists():
        username = f"{username}-{office.county_id}"  # a second county on the same installation
    password = temporary_password()
    person = User.objects.create(
        username=username,
        name=name,
        agency=office,
        password=hash_temporary(password),
        must_change_password=True,
    )
    RoleAssignment.objects.create(user=person, agency=office, role=role, granted_at=now)
    return FirstSignIn(username, name, password)
