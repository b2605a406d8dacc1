"""What the three ``gongkai import`` kinds of this room have in common."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand

from gongkai.accounts.models import User
from gongkai.common.errors import NotAllowed

from .findings import Report, Severity, write_sheet

DONE, FINDINGS, UNREADABLE = 0, 1, 2


def add_common_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="文件")
    parser.add_argument("--county", help="县的简称、全称或域名；只有一个县时可以不写")
    parser.add_argument("--dry-run", action="store_true", help="只检查，不写入；报告与正式导入相同")
    parser.add_argument("--errors", type=Path, metavar="文件", help="把发现的问题写成表格（.csv 或 .xlsx）")


def add_actor_argument(parser: ArgumentParser) -> None:
    parser.add_argument("--by", required=True, metavar="用户名", help="以谁的名义导入；他要有相应的权限")


def person_called(username: str) -> User:
    person = User.objects.filter(username=username, is_active=True).select_related("agency").first()
    if person is None:
        raise NotAllowed(f"没有用户名是“{username}”的在用账号。")
    return person


def finish(command: BaseCommand, report: Report, *, errors: Path | None, dry_run: bool) -> int:
    """Print the summary, write the sheet, and return the exit code."""
    command.stderr.write(report.summary(dry_run=dry_run))
    for code, count in report.by_code().items():
        command.stderr.write(f"  {code:<28}{count}")
    if errors:
        write_sheet(report, errors)
        command.stderr.write(f"问题清单已写到 {errors}。")
    elif report.rows:
        command.stderr.write("加 --errors 问题清单.xlsx 可以得到逐行的说明。")
    return FINDINGS if report.count(Severity.REFUSED) else DONE


def refuse(command: BaseCommand, error: Exception) -> int:
    command.stderr.write(str(error))
    return UNREADABLE
