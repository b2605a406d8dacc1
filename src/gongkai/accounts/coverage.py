"""
Whether an office has the people its three-level review needs.

Nobody acts twice in one chain (domain_rules 10.2), so it is not enough that each role has somebody: there must be
a different person for drafting and for each level. Pure functions over sets of person ids.
"""

from collections.abc import Mapping, Sequence, Set

from .enums import Role

NEEDED = (
    Role.CLERK,
    Role.FIRST_REVIEWER,
    Role.SECOND_REVIEWER,
    Role.FINAL_REVIEWER,
    Role.SECRECY_REVIEWER,
)
SIGNING_ONE_AFTER_ANOTHER = (Role.CLERK, Role.FIRST_REVIEWER, Role.SECOND_REVIEWER, Role.FINAL_REVIEWER)


def gaps(holders: Mapping[Role, Set[int]]) -> list[str]:
    """Return what is missing at an office, as sentences; an empty list when it can take an item through."""
    found = [f"没有{role.label}。" for role in NEEDED if not holders.get(role)]
    signers = [holders[role] for role in SIGNING_ONE_AFTER_ANOTHER if holders.get(role)]
    if not has_different_people(signers):
        found.append("起草和各级审核的人不够分：同一件信息会有人要签两次。请给其中一个角色再加一人。")
    return found


def has_different_people(groups: Sequence[Set[int]]) -> bool:
    """Whether one can choose a different person from each group."""
    if not groups:
        return True
    # The smallest group first keeps the search to a handful of steps.
    first, *others = sorted(groups, key=len)
    return any(has_different_people([group - {person} for group in others]) for person in first)
