"""``gongkai import sections FILE``."""

from gongkai.common.errors import NotAllowed

from .commands import add_actor_argument, add_common_arguments, finish, person_called, refuse
from .counties import county_called
from .sections import import_sections

HELP = "旧网站的栏目（TSV或CSV：path、name、total）"


def add_arguments(parser):
    add_common_arguments(parser)
    add_actor_argument(parser)


def handle(command, *, file, county, by, dry_run, errors, **options) -> int:
    try:
        report = import_sections(file, county=county_called(county), actor=person_called(by), dry_run=dry_run)
    except (NotAllowed, OSError) as error:
        return refuse(command, error)
    return finish(command, report, errors=errors, dry_run=dry_run)
