"""``gongkai report read|check FILE…``: published annual reports read to their cells, and checked."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from gongkai.annual_reports.checks import Severity, check
from gongkai.annual_reports.checks import as_json as finding_as_json
from gongkai.annual_reports.content import Report, Unreadable
from gongkai.annual_reports.reading import MOST_BYTES, as_json, read
from gongkai.screening.formats import reading_pictures

FOUND_ERRORS, BAD_INPUT = 1, 2
READABLE = {".html", ".htm", ".mht", ".docx", ".pdf", ".txt", ".md", ".png", ".jpg", ".jpeg"}


class Command(BaseCommand):
    help = (
        "读已发布的政府信息公开工作年度报告（网页、DOCX、PDF、TXT；装了图片识别的还有扫描件和图片）。read 读出三张表的每一格；"
        "check 再核对勾稽关系、正文和上年。查出错误的，退出码为1；文件读不了的，为2。"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        commands = parser.add_subparsers(dest="do", required=True)
        for name, summary in (("read", "读出每一格"), ("check", "读出并检查")):
            command = commands.add_parser(name, help=summary)
            command.add_argument("files", nargs="+", metavar="文件", type=Path)
            command.add_argument(
                "--json", action="store_true", help="输出 JSON，一个文件是对象，几个文件是数组"
            )
            if name == "check":
                command.add_argument(
                    "--previous", metavar="文件", type=Path, help="上年的年报，核对结转和增减"
                )
                command.add_argument(
                    "--units", metavar="目录", type=Path, help="各单位年报所在的目录，核对汇总等于各单位之和"
                )

    def handle(self, *args, do, files, json: bool, previous=None, units=None, **options) -> None:
        before = self._read(previous) if previous else None
        parts = self._read_all(units) if units else []
        answers, worst = [], 0
        for path in files:
            try:
                report = self._read(path)
            except CommandError as error:
                # The others are read all the same; the exit code tells that not all were.
                self.stderr.write(str(error))
                answers.append({"file": str(path), "error": str(error)})
                worst = BAD_INPUT
                continue
            answer: dict[str, Any] = {"file": str(path), **as_json(report)}
            if do == "check":
                findings = check(report, previous=before, units=parts)
                answer["findings"] = [finding_as_json(each) for each in findings]
                if any(each.severity == Severity.ERROR for each in findings):
                    worst = max(worst, FOUND_ERRORS)
            answers.append(answer)
            if not json:
                self._tell(path, report, answer)
        if json:
            self.stdout.write(_text(answers[0] if len(files) == 1 else answers))
        if worst:
            sys.exit(worst)

    def _read(self, path: Path) -> Report:
        try:
            if path.stat().st_size > MOST_BYTES:
                raise CommandError(
                    f"{path}：文件超过 {MOST_BYTES // 1_000_000} MB，不读。", returncode=BAD_INPUT
                )
            return read(path.read_bytes(), path.name, recognises=reading_pictures.available())
        except OSError as error:
            raise CommandError(
                f"{path}：打不开（{error.strerror}）。请核对路径和权限。", returncode=BAD_INPUT
            ) from error
        except Unreadable as error:
            raise CommandError(f"{path}：{error}", returncode=BAD_INPUT) from error

    def _read_all(self, folder: Path) -> list[Report]:
        if not folder.is_dir():
            raise CommandError(
                f"{folder}：不是目录。--units 后面写各单位年报所在的目录。", returncode=BAD_INPUT
            )
        files = sorted(each for each in folder.iterdir() if each.suffix.lower() in READABLE)
        if not files:
            raise CommandError(f"{folder}：目录里没有年报文件。", returncode=BAD_INPUT)
        return [self._read(each) for each in files]

    def _tell(self, path: Path, report: Report, answer: dict[str, Any]) -> None:
        blanks = sum(figure.is_blank for figure in report.figures.values())
        doubts = sum(bool(figure.doubt) for figure in report.figures.values())
        self.stdout.write(f"{path}：{report.title or report.unit or '没有标题'}")
        self.stdout.write(
            f"  {answer['template_version'] or '没有认出表格'}，读出{len(report.figures)}格，其中空白{blanks}格"
            + (f"，没有把握{doubts}格" if doubts else "")
        )
        for reason in [*report.refused.values(), *report.notes]:
            self.stdout.write(f"  注意：{reason}")
        for each in answer.get("findings", []):
            label = Severity(each["severity"]).label
            self.stdout.write(f"  {label} {each['rule']} {each['message']}")
        if "findings" in answer and not answer["findings"]:
            self.stdout.write("  没有发现问题。")


def _text(answer: Any) -> str:
    return json.dumps(answer, ensure_ascii=False, indent=2)
