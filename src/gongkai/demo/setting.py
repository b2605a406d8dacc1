"""示范县 before anything is published: county, offices, people, review chains, sections, topics."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.hashers import make_password

from gongkai.accounts.enums import Role
from gongkai.accounts.models import RoleAssignment, User
from gongkai.agencies.enums import AgencyKind
from gongkai.agencies.models import Agency, County
from gongkai.history.actions import record
from gongkai.review.models import Chain, ChainLevel
from gongkai.sections.actions import archive_section, create_section
from gongkai.sections.models import Section, Topic

from .offices import OFFICES, TOWNS, credit_code
from .places import Place, places

SITE_ID_CODE = (
    "9999990001"  # no region of China begins with 999999: this mark tells a demo county from a real one
)
PASSWORD = "shifan-2026-demo"  # noqa: S105 — printed on the screen; it opens nothing but made-up data
SURNAMES = "陈林黄张李王吴刘蔡杨许郑谢洪郭邱曾廖赖徐周叶苏庄吕江何萧罗高潘简朱钟彭游詹胡施沈"

# The people of the tests, so that documentation, tests and demo tell of the same persons.
KNOWN = {
    ("civil-affairs", Role.CLERK): ("chen", "小陈"),
    ("civil-affairs", Role.FIRST_REVIEWER): ("zhou", "老周"),
    ("civil-affairs", Role.SECOND_REVIEWER): ("fang", "方主任"),
    ("civil-affairs", Role.FINAL_REVIEWER): ("wu", "吴局"),
    ("civil-affairs", Role.SECRECY_REVIEWER): ("qin", "小秦"),
    ("education", Role.CLERK): ("lin", "小林"),
}
OFFICE_ROLES = (
    (Role.CLERK, "clerk", "小{}", "信息员"),
    (Role.FIRST_REVIEWER, "first", "老{}", "股长"),
    (Role.SECOND_REVIEWER, "second", "{}主任", "办公室主任"),
    (Role.FINAL_REVIEWER, "final", "{}局", "分管负责人"),
    (Role.SECRECY_REVIEWER, "secrecy", "{}干事", "保密员"),
)
LEVELS = (("初审", Role.FIRST_REVIEWER), ("复审", Role.SECOND_REVIEWER), ("终审", Role.FINAL_REVIEWER))
COUNTY_PEOPLE = (
    ("lu", "陆主任", "政务公开办公室主任", Role.DISCLOSURE_OFFICE),
    ("sections", "栏目管理员小白", "网站编辑", Role.SECTION_ADMINISTRATOR),
    ("system", "系统管理员小程", "系统管理员", Role.SYSTEM_ADMINISTRATOR),
    ("security", "安全管理员小安", "安全管理员", Role.SECURITY_ADMINISTRATOR),
    ("audit", "审计管理员小申", "审计管理员", Role.AUDIT_ADMINISTRATOR),
)
TOPICS = (
    ("elderly", "养老服务专题", "汇集养老补贴、居家养老和机构养老的政策、办理指南和进展。", ("政策文件", "办理指南", "工作进展"), ("养老", "高龄")),
    ("business", "优化营商环境", "经营主体办事、政策兑现和公平竞争审查。", ("政策文件", "工作动态"), ("营商", "经营主体", "公平竞争", "企业")),
    ("subsidies", "惠农补贴公开", "各类惠农补贴的政策、名单和发放情况。", ("政策", "名单", "发放"), ("补贴", "农机", "耕地")),
    ("safety", "安全生产与防灾减灾", "预警信息、检查结果和避险常识。", ("预警", "检查", "常识"), ("安全", "防汛", "防灭火", "预警")),
)  # fmt: skip


@dataclass
class Setting:
    """What the rest of the demo is built upon."""

    county: County
    agencies: dict[str, Agency]
    people: dict[tuple[str, str], User]  # (office code, role)
    sections: dict[str, Section]
    for_the_office: frozenset[str]  # paths of the sections whose items the government office signs off
    topics: list[tuple[Topic, tuple[str, ...]]]

    def person(self, code: str, role: Role) -> User:
        return self.people[code, role]

    def levels(self, path: str, code: str) -> list[tuple[str, Role, str]]:
        """Label, role and office code of each level an item of ``code`` in ``path`` goes through."""
        last = "office" if path in self.for_the_office else code
        return [(label, role, last if label == "终审" else code) for label, role in LEVELS]


def make_setting(*, now: datetime) -> Setting:
    """Write the county and everything its people need to begin working."""
    county = County.objects.create(
        name="示范县人民政府",
        short_name="示范县",
        site_name="示范县人民政府网",
        domain="127.0.0.1",
        site_id_code=SITE_ID_CODE,
        icp_number="示ICP备00000000号-1（演示）",
        police_number="示公网安备 99999902000001号（演示）",
        sponsor="示范县人民政府办公室",
        operator="示范县政务公开服务中心",
        phone="0000-80000001",
        address="示范县示范路1号（演示数据，并无此地）",
    )
    agencies = _agencies(county)
    people = _people(agencies)
    record(county, "demo.built", data_note="演示数据：示范县及其单位、人员、信息均为虚构")
    documents = _chains(county, agencies["office"])
    sections, for_the_office = _sections(
        county, agencies, people["office", Role.SECTION_ADMINISTRATOR], documents
    )
    topics = [
        (
            Topic.objects.create(
                county=county,
                code=code,
                name=name,
                summary=summary,
                groups=list(groups),
                position=n,
                opened_on=now.date(),
            ),
            words,
        )
        for n, (code, name, summary, groups, words) in enumerate(TOPICS)
    ]
    return Setting(county, agencies, people, sections, for_the_office, topics)


def _agencies(county: County) -> dict[str, Agency]:
    agencies = [
        Agency(
            county=county,
            name=office.full_name,
            short_name=office.short,
            code=office.code,
            kind=office.kind,
            credit_code=credit_code(position),
            document_prefix=office.prefix,
            address=f"示范县示范路{position}号",
            postcode="999999",
            phone=f"0000-80001{position:03d}",
            fax=f"0000-80002{position:03d}",
            email=f"{office.code}@shifan.example",
            hours="工作日 8:30—12:00，14:00—17:30",
            head=f"{SURNAMES[position % len(SURNAMES)]}某某",
            duties=office.duties,
            position=position,
        )
        for position, office in enumerate(OFFICES, start=1)
    ]
    return {agency.code: agency for agency in Agency.objects.bulk_create(agencies)}


def _people(agencies: dict[str, Agency]) -> dict[tuple[str, str], User]:
    """Five people for each office, and those who serve the whole county. All share one password, hashed once."""
    password = make_password(PASSWORD)
    people: dict[tuple[str, str], User] = {}
    for place, (code, agency) in enumerate(agencies.items()):
        for number, (role, word, pattern, job) in enumerate(OFFICE_ROLES):
            surname = SURNAMES[(place * 3 + number * 7) % len(SURNAMES)]
            if agency.kind == AgencyKind.TOWN and role == Role.FINAL_REVIEWER:
                pattern = "{}镇长"
            username, name = KNOWN.get((code, role), (f"{code}.{word}", pattern.format(surname)))
            people[code, role] = User(
                username=username, name=name, agency=agency, job_title=job, password=password
            )
    for username, name, job, role in COUNTY_PEOPLE:
        people["office", role] = User(
            username=username, name=name, agency=agencies["office"], job_title=job, password=password
        )
    User.objects.bulk_create(people.values())
    RoleAssignment.objects.bulk_create(
        RoleAssignment(user=user, agency=user.agency, role=role) for (_, role), user in people.items()
    )
    return people


def _chains(county: County, office: Agency) -> Chain:
    """Lay down the default chain and the one for documents of the county; return the latter."""
    default = Chain.objects.create(county=county, name="三级审核", is_default=True)
    documents = Chain.objects.create(county=county, name="县政府文件审核（县政府办终审）")
    for chain in (default, documents):
        ChainLevel.objects.bulk_create(
            ChainLevel(
                chain=chain,
                position=position,
                label=label,
                role=role,
                agency=office if chain is documents and label == "终审" else None,
            )
            for position, (label, role) in enumerate(LEVELS, start=1)
        )
    return documents


def _sections(county, agencies, administrator, documents) -> tuple[dict[str, Section], frozenset[str]]:
    groups = {
        "all": list(agencies.values()),
        "departments": [agency for agency in agencies.values() if agency.kind != AgencyKind.TOWN],
        "towns": [agency for agency in agencies.values() if agency.kind == AgencyKind.TOWN],
    }
    sections: dict[str, Section] = {}
    for_the_office = set()
    for place in places([(town.code, town.short) for town in TOWNS]):
        sections[place.path] = create_section(
            county=county,
            name=place.name,
            actor=administrator,
            parent_id=sections[place.parent].pk if place.parent else None,
            code=place.path.rpartition("/")[2],
            owners=_owners(place, groups, agencies),
            layout="group" if "group" in place.options else "page" if "page" in place.options else "list",
            update_rule=place.options.get("rule", "none"),
            disclosure_part=place.options.get("part", ""),
            on_home_page="home" in place.options,
            chain=documents if place.options.get("chain") == "documents" else None,
            description=f"公开{place.name}方面的信息。",
        )
        if place.options.get("chain") == "documents":
            for_the_office.add(place.path)
    return sections, frozenset(for_the_office)


def _owners(place: Place, groups: dict[str, list[Agency]], agencies: dict[str, Agency]) -> list[Agency]:
    named = [word for word in place.options.get("owners", "").split(",") if word]
    found = [agency for word in named for agency in (groups.get(word) or [agencies[word]])]
    return list(dict.fromkeys(found))


def archive_old(setting: Setting, *, now: datetime) -> None:
    """Put the columns that history has closed where the old address leads on."""
    for place in places([(town.code, town.short) for town in TOWNS]):
        if "archived" in place.options:
            archive_section(
                section_id=setting.sections[place.path].pk,
                actor=setting.person("office", Role.SECTION_ADMINISTRATOR),
                now=now,
                redirect_to_id=setting.sections["open/disclosure/content/inspections/health"].pk,
            )
