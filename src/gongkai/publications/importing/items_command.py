"""``gongkai import items FILE``."""

from pathlib import Path

from django.utils import timezone

from gongkai.common.errors import NotAllowed

from .commands import add_common_arguments, finish, refuse
from .counties import county_called
from .items import BATCH, import_items
from .offices import Offices

HELP = "旧网站的信息（JSON Lines，一行一条）"


def add_arguments(parser):
    add_common_arguments(parser)
    parser.add_argument(
        "--default-agency", required=True, metavar="机构代码", help="认不出发布机构的信息归到哪个单位"
    )
    parser.add_argument("--agency-map", type=Path, metavar="文件", help="对照表（CSV：发布机构、机构代码）")
    parser.add_argument("--batch", type=int, default=BATCH, help=f"每次写入多少条，默认{BATCH}")


def handle(command, *, file, county, dry_run, errors, default_agency, agency_map, batch, **options) -> int:
    try:
        county = county_called(county)
        offices = Offices.of_county(county, agency_map)
        if default_agency not in offices.by_code:
            raise NotAllowed(f"没有代码是“{default_agency}”的机构。请检查 --default-agency。")
        report = import_items(
            file,
            county=county,
            default_agency=offices.by_code[default_agency],
            offices=offices,
            now=timezone.now(),
            dry_run=dry_run,
            batch=batch,
            progress=lambda so_far: command.stderr.write(
                f"已处理{so_far.imported + so_far.merged + so_far.skipped + so_far.refused}条……"
            ),
        )
    except (NotAllowed, OSError) as error:
        return refuse(command, error)
    if report.unknown_agencies:
        command.stderr.write("认不出的发布机构（请写进对照表，用 --agency-map 再试运行一次）：")
        for name, count in report.unknown_agencies.most_common(30):
            command.stderr.write(f"  {name}  {count}条")
    return finish(command, report, errors=errors, dry_run=dry_run)
