"""A small county in a scratch data folder, for tests that kill the server: ``python -m tests.faults.county COUNT``."""

import json
import os
import sys

import django


def build(count: int) -> dict:
    """
    Make ``count`` drafts and ``count`` items that wait for their last signature; return what a client needs.

    The answer holds session keys of the clerk and of the final reviewer, and the ids of the items.
    """
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from gongkai.accounts.enums import Role
    from gongkai.agencies.models import Agency, County
    from gongkai.conftest import make_person
    from gongkai.publications.models import Version
    from gongkai.publications.tests.factories import check_secrecy, draft, sign, submitted
    from gongkai.review.models import Chain
    from gongkai.sections.models import Section

    def session(user):
        store = SessionStore()
        store[SESSION_KEY] = str(user.pk)
        store[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        store[HASH_SESSION_KEY] = user.get_session_auth_hash()
        store.save()
        return {"name": settings.SESSION_COOKIE_NAME, "value": store.session_key}

    county = County.objects.create(
        name="示范县人民政府", short_name="示范县", site_name="示范县", domain="127.0.0.1"
    )
    agency = Agency.objects.create(
        county=county, name="示范县民政局", short_name="县民政局", code="civil-affairs"
    )
    chen, zhou, fang, wu, qin = (
        make_person(username, name, agency, role)
        for username, name, role in (
            ("chen", "小陈", Role.CLERK),
            ("zhou", "老周", Role.FIRST_REVIEWER),
            ("fang", "方主任", Role.SECOND_REVIEWER),
            ("wu", "吴局", Role.FINAL_REVIEWER),
            ("qin", "小秦", Role.SECRECY_REVIEWER),
        )
    )
    chain = Chain.objects.create(county=county, name="三级审核", is_default=True)
    for position, role in enumerate(
        (Role.FIRST_REVIEWER, Role.SECOND_REVIEWER, Role.FINAL_REVIEWER), start=1
    ):
        chain.levels.create(position=position, label=role.label, role=role)
    section = Section.objects.create(county=county, name="通知公告", code="notices", path="notices")
    section.owners.add(agency)
    drafts = [draft(chen, section, title=f"第{number}份草稿通知") for number in range(count)]
    waiting = []
    for number in range(count):
        item = check_secrecy(submitted(chen, section, title=f"第{number}份待签通知"), qin)
        waiting.append(sign(sign(item, zhou), fang))
    hashes = dict(Version.objects.filter(item__in=waiting).values_list("item", "content_hash"))
    return {
        "clerk": session(chen),
        "signer": session(wu),
        "drafts": [{"item": each.item_id, "revision": each.revision} for each in drafts],
        "waiting": [{"item": item.pk, "hash": hashes[item.pk], "position": 3} for item in waiting],
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.settings")
    django.setup()
    json.dump(build(int(sys.argv[1])), sys.stdout)
