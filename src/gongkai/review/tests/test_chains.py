from functools import partial

import pytest
from django.urls import reverse

from gongkai.accounts.enums import Role
from gongkai.agencies.models import Agency, County
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.history.models import Event
from gongkai.review.chains import Level, change_chain, create_chain, make_default
from gongkai.review.models import Chain

THREE = [
    Level("初审", Role.FIRST_REVIEWER),
    Level("复审", Role.SECOND_REVIEWER),
    Level("终审", Role.FINAL_REVIEWER),
]


def levels(chain):
    return [(level.position, level.label, level.agency) for level in chain.levels.all()]


def test_the_first_chain_of_a_county_is_its_default(county, lu):
    create = partial(create_chain, county=county, levels=THREE, actor=lu)
    assert [create(name="三级审核").is_default, create(name="另一种").is_default] == [True, False]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_fewer_than_three_levels_are_refused(county, lu, count):
    with pytest.raises(NotAllowed, match=f"至少要有3级，现在只有{count}级"):
        create_chain(county=county, name="短", levels=THREE[:count], actor=lu)
    assert not Chain.objects.exists()


@pytest.mark.parametrize("role", sorted(set(Role) - {level.role for level in THREE}))
def test_only_reviewers_stand_in_a_level(county, lu, role):
    with pytest.raises(NotAllowed, match="不能作审核级次"):
        create_chain(county=county, name="错", levels=[*THREE, Level("多一级", role)], actor=lu)


def test_a_level_may_belong_to_another_office_of_the_county_only(county, lu, office):
    chain = create_chain(
        county=county,
        name="核发",
        levels=[*THREE, Level("核发", Role.FINAL_REVIEWER, office)],
        actor=lu,
    )
    assert levels(chain)[-1] == (4, "核发", office)
    other = County.objects.create(
        name="另一县人民政府", short_name="另一县", site_name="另一县", domain="other"
    )
    foreign = Agency.objects.create(county=other, name="另一县政府办", short_name="政府办", code="office")
    with pytest.raises(NotAllowed, match="不是本县的单位"):
        create_chain(
            county=county,
            name="错",
            levels=[*THREE, Level("核发", Role.FINAL_REVIEWER, foreign)],
            actor=lu,
        )


def test_a_change_of_levels_says_what_was_before(county, lu):
    chain = create_chain(county=county, name="三级审核", levels=THREE, actor=lu)
    change_chain(chain_id=chain.pk, name="三级审核", levels=[*THREE, THREE[2]], actor=lu)
    change_chain(chain_id=chain.pk, name="三级审核", levels=[*THREE, THREE[2]], actor=lu)
    [event] = Event.objects.filter(verb="chain.changed")
    assert [len(event.data[when]["levels"]) for when in ["before", "after"]] == [3, 4]


def test_there_is_one_default_at_a_time(county, lu):
    first = create_chain(county=county, name="一", levels=THREE, actor=lu)
    second = create_chain(county=county, name="二", levels=THREE, actor=lu)
    make_default(chain_id=second.pk, actor=lu)
    first.refresh_from_db()
    assert (first.is_default, Chain.objects.get(is_default=True)) == (False, second)
    with pytest.raises(Conflict):
        make_default(chain_id=second.pk, actor=lu)


def test_two_chains_have_two_names(county, lu):
    create_chain(county=county, name="三级审核", levels=THREE, actor=lu)
    with pytest.raises(Conflict, match="请换一个名称"):
        create_chain(county=county, name="三级审核", levels=THREE, actor=lu)


def test_a_clerk_lays_down_nothing(county, chen, lu):
    chain = create_chain(county=county, name="三级审核", levels=THREE, actor=lu)
    for act in [
        partial(create_chain, county=county, name="新", levels=THREE),
        partial(change_chain, chain_id=chain.pk, name="新", levels=THREE),
        partial(make_default, chain_id=chain.pk),
    ]:
        with pytest.raises(NotAllowed, match="只有本县的政府信息公开工作机构"):
            act(actor=chen)


def test_a_chain_is_laid_down_and_changed_on_its_page(client, county, lu, office):
    client.force_login(lu)
    rows = {"levels-TOTAL_FORMS": "6", "levels-INITIAL_FORMS": "0"}
    for at, level in enumerate(THREE):
        rows |= {f"levels-{at}-label": level.label, f"levels-{at}-role": level.role}
    client.post(reverse("desk:chains:create"), rows | {"name": "三级审核"})
    chain = Chain.objects.get()
    assert [label for _, label, _ in levels(chain)] == ["初审", "复审", "终审"]
    rows |= {
        "levels-INITIAL_FORMS": "3",
        "levels-3-label": "核发",
        "levels-3-role": Role.FINAL_REVIEWER,
        "levels-3-agency": office.pk,
    }
    client.post(reverse("desk:chains:change", args=[chain.pk]), rows | {"name": "四级审核"})
    chain.refresh_from_db()
    assert (chain.name, levels(chain)[3]) == ("四级审核", (4, "核发", office))
    assert "核发（县政府办）" in client.get(reverse("desk:chains:list")).content.decode()


def test_a_level_without_a_reviewer_is_refused_and_nothing_typed_is_lost(client, county, lu):
    client.force_login(lu)
    rows = {
        "levels-TOTAL_FORMS": "6",
        "levels-INITIAL_FORMS": "0",
        "name": "三级",
        "levels-0-label": "初审甲",
    }
    page = client.post(reverse("desk:chains:create"), rows).content.decode()
    assert ("要么都填，要么都空着" in page, 'value="初审甲"' in page) == (True, True)
    assert not Chain.objects.exists()
