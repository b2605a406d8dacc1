from gongkai.accounts.coverage import gaps, has_different_people
from gongkai.accounts.enums import Role

WHOLE = {
    Role.CLERK: {1},
    Role.FIRST_REVIEWER: {2},
    Role.SECOND_REVIEWER: {3},
    Role.FINAL_REVIEWER: {4},
    Role.SECRECY_REVIEWER: {2},
}
SHORT = ["起草和各级审核的人不够分：同一件信息会有人要签两次。请给其中一个角色再加一人。"]


def test_office_with_a_person_for_each_level_has_no_gap():
    assert gaps(WHOLE) == []


def test_each_missing_role_is_named():
    assert gaps({Role.CLERK: {1}, Role.SECOND_REVIEWER: {2}, Role.SECRECY_REVIEWER: {3}}) == [
        "没有初审人。",
        "没有终审人。",
    ]


def test_one_person_at_two_levels_would_sign_twice():
    assert gaps(WHOLE | {Role.SECOND_REVIEWER: {2}}) == SHORT


def test_three_roles_shared_by_two_people_are_too_few():
    shared = {5, 6}
    roles = (Role.FIRST_REVIEWER, Role.SECOND_REVIEWER, Role.FINAL_REVIEWER)
    assert gaps(WHOLE | dict.fromkeys(roles, shared)) == SHORT


def test_a_deputy_makes_it_enough():
    assert has_different_people([{1, 2}, {2}, {2, 3}])
    assert not has_different_people([{1, 2}, {2}, {1, 2}])
