"""Office × role: who does what, and where somebody is missing."""

from collections import defaultdict

from django.shortcuts import render
from django.views.decorators.http import require_GET

from gongkai.agencies.queries import open_agencies

from ..coverage import NEEDED, gaps
from ..enums import COUNTY_WIDE_ROLES, Role
from ..models import RoleAssignment
from ..queries import able_people
from ..rules import may_see_everyone


@require_GET
def matrix(request):
    user = request.user
    agencies = open_agencies(user.agency.county)
    if not may_see_everyone(user):
        agencies = agencies.filter(pk__in={user.agency_id} | {agency for _, agency in user.grants})
    in_force = RoleAssignment.objects.filter(
        revoked_at=None, agency__in=agencies, user__in=able_people()
    ).select_related("user")
    holders = defaultdict(lambda: defaultdict(list))
    for one in in_force:
        holders[one.agency_id][one.role].append(one.user)
    rows = [row_of(agency, holders[agency.pk]) for agency in agencies]
    context = {
        "title": "单位与角色对照表",
        "roles": NEEDED,
        "rows": rows,
        "incomplete": sum(bool(row["gaps"]) for row in rows),
        "county_wide": [
            (role.label, [one.user for one in in_force if one.role == role])
            for role in Role
            if role in COUNTY_WIDE_ROLES
        ]
        if may_see_everyone(user)
        else [],
    }
    return render(request, "people/matrix.html", context)


def row_of(agency, people_by_role):
    return {
        "agency": agency,
        "cells": [(role, people_by_role[role]) for role in NEEDED],
        "gaps": gaps({role: {person.pk for person in people} for role, people in people_by_role.items()}),
    }
