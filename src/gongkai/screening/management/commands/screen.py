"""``gongkai screen FILE… --json``: what screening finds in files or in text, before anybody uploads them."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils.timezone import localdate

from gongkai.agencies.models import County
from gongkai.screening.antivirus import AntivirusDown
from gongkai.screening.enums import Level
from gongkai.screening.findings import Lists
from gongkai.screening.queries import lists_of
from gongkai.screening.reports import REFUSED, Report, must_be_answered, report_of_file, report_of_text

STANDARD_INPUT = "-"


class Command(BaseCommand):
    help = "筛查文件或文字：个人信息、涉密标志、隐藏内容、表述和格式。查出必须处理的，退出码为1。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="文件", help="要筛查的文件；- 从标准输入读文字")
        parser.add_argument("--county", help="用哪个县的词表和机构通讯录（域名）；只有一个县时不用写")
        parser.add_argument("--json", action="store_true", help="输出 JSON")
        parser.add_argument(
            "--show-values",
            action="store_true",
            help="写出查到的原文，不遮盖。只供技术人员本人排查，结果不要保存和转发",
        )

    def handle(self, *args, files, county, json: bool, show_values: bool, **options) -> None:
        lists = _lists(county, self.stderr)
        try:
            reports = [self._report(name, lists, show_values) for name in files]
        except AntivirusDown as error:
            raise CommandError(f"{error}文件没有检查。", returncode=2) from error
        if json:
            self.stdout.write(_json(reports))
        else:
            for report in reports:
                for line in in_lines(report):
                    self.stdout.write(line)
        for report in reports:
            if report["state"] == REFUSED:
                self.stderr.write(f"{report['file']}：{report['reason']}")
        if any(report["state"] == REFUSED for report in reports):
            sys.exit(2)
        if any(must_be_answered(report) for report in reports):
            sys.exit(1)

    def _report(self, name: str, lists: Lists, show_values: bool) -> Report:
        if name == STANDARD_INPUT:
            try:
                text = sys.stdin.buffer.read().decode("utf-8-sig")
            except UnicodeDecodeError as error:
                raise CommandError(
                    "标准输入不是 UTF-8 编码的文字。请转换编码后再试。", returncode=2
                ) from error
            return report_of_text(text, name=name, lists=lists, with_values=show_values)
        path = Path(name)
        try:
            with path.open("rb"):
                pass
        except OSError as error:
            raise CommandError(
                f"文件{name}打不开（{error.strerror}）。请核对路径和权限。", returncode=2
            ) from error
        report = report_of_file(path, name=path.name, lists=lists, with_values=show_values)
        return {**report, "file": name}


def in_lines(report: Report) -> list[str]:
    """Say a report in lines: first what must be dealt with."""
    if report["state"] == REFUSED:
        return []
    must = must_be_answered(report)
    others = [each for each in report["findings"] if each not in must]
    lines = [
        f"{report['file']}：{report['characters']}字，必须处理{len(must)}处，建议{len(others)}处，"
        f"隐藏内容{len(report['hidden'])}项。"
    ]
    for each in [*must, *others]:
        mark = "必须" if each["level"] == Level.MUST else "建议"
        around = f"{each['before']}【{each.get('value') or each['shown']}】{each['after']}"
        said = f"  {mark}  {each['label']}  {each['place_in_words']}  {around}"
        lines.append(said + (f"  {each['note']}" if each["note"] else ""))
    lines += [
        f"  隐藏  {each['label']}  {each['place_in_words']}  {each['what']}" for each in report["hidden"]
    ]
    return lines


def _json(reports: list[Report]) -> str:
    return json.dumps(reports, ensure_ascii=False, indent=2)


def _lists(domain: str | None, stderr) -> Lists:
    """The county's lists. Where no county is set up yet, files can be screened by the general rules."""
    try:
        counties = list(County.objects.filter(domain=domain) if domain else County.objects.all()[:2])
    except DatabaseError as error:
        stderr.write(f"没有用上数据库（{error}），只按通用规则筛查，不认得本县的办公电话和词表。")
        counties = []
    else:
        if domain and not counties:
            raise CommandError(f"没有域名是“{domain}”的县。请用 --county 写已有的县的域名。", returncode=2)
    if len(counties) > 1:
        raise CommandError("这套系统里有几个县。请用 --county 写明县的域名。", returncode=2)
    return lists_of(counties[0]) if counties else Lists(today=localdate().isoformat())
