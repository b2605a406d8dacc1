"""``gongkai audit``: checks that the history is whole, and hands it over."""

import json
import re
import sys
from dataclasses import asdict
from datetime import date

from django.core.management.base import BaseCommand, CommandError

from gongkai.common.periods import between
from gongkai.history.models import Event
from gongkai.history.verify import verify


class Command(BaseCommand):
    help = "核对操作记录是否完整（audit verify），或把操作记录逐行导出（audit export）。"

    def add_arguments(self, parser):
        commands = parser.add_subparsers(dest="command", required=True)
        verifying = commands.add_parser("verify", help="从头到尾核对记录链；完整时退出码为0，否则为1")
        verifying.add_argument("--json", action="store_true", help="结果写成 JSON")
        verifying.add_argument(
            "--anchor", metavar="序号:指纹", help="另外记下的一条记录的序号和指纹，一并核对"
        )
        exporting = commands.add_parser("export", help="每条记录一行 JSON，写到标准输出")
        exporting.add_argument("--since", type=_day, metavar="YYYY-MM-DD", help="从哪天开始")
        exporting.add_argument("--until", type=_day, metavar="YYYY-MM-DD", help="到哪天为止")

    def handle(self, *args, command, **options):
        getattr(self, command)(**options)

    def verify(self, *, anchor, json: bool, **options):
        verdict = verify(anchor=_anchor(anchor))
        if json:
            self.stdout.write(_json({"is_whole": verdict.is_whole, **asdict(verdict)}))
        elif verdict.is_whole:
            self.stdout.write(
                f"操作记录完整：共核对{verdict.checked}条。末条的序号和指纹是 "
                f"{verdict.last_sequence}:{verdict.last_hash}，请另处记下，以后可用 --anchor 核对。"
            )
        if not verdict.is_whole:
            self.stderr.write(f"操作记录不完整：{verdict.problem}此前的{verdict.checked}条没有问题。")
            sys.exit(1)

    def export(self, *, since, until, **options):
        events = between(Event.objects.all(), "at", since, until)
        for event in events.values().iterator(chunk_size=2000):
            # To the microsecond, so that whoever holds the export can compute the hashes again.
            self.stdout.write(_json(event | {"at": event["at"].isoformat(timespec="microseconds")}))


def _json(data) -> str:
    return json.dumps(data, ensure_ascii=False)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _anchor(text: str | None) -> tuple[int, str] | None:
    if not text:
        return None
    if not re.fullmatch(r"\d+:[0-9a-f]{64}", text):
        raise CommandError(f"“{text}”不是“序号:指纹”。指纹是64位十六进制数，请照原样填写。", returncode=2)
    sequence, _, digest = text.partition(":")
    return int(sequence), digest
