"""``gongkai import agencies FILE``."""

from gongkai.common.errors import NotAllowed

from .agencies import import_agencies
from .commands import add_actor_argument, add_common_arguments, finish, person_called, refuse
from .counties import county_called

HELP = "机构（CSV：全称、简称、代码、类别、统一社会信用代码……）"


def add_arguments(parser):
    add_common_arguments(parser)
    add_actor_argument(parser)


def handle(command, *, file, county, by, dry_run, errors, **options) -> int:
    try:
        report = import_agencies(file, county=county_called(county), actor=person_called(by), dry_run=dry_run)
    except (NotAllowed, OSError) as error:
        return refuse(command, error)
    return finish(command, report, errors=errors, dry_run=dry_run)
