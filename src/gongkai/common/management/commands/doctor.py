"""``gongkai doctor``: what is wrong with this installation, and what to do about it."""

import json
import sys
from dataclasses import asdict

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.module_loading import import_string

from gongkai.common.checkups import ERROR, Finding

WORDS = {"good": "正常", "warning": "注意", "error": "有误"}


class Command(BaseCommand):
    help = "检查安装和配置，逐项说明怎样改正。有错误时退出码为1。"
    requires_system_checks = []  # a broken setting is what this command is asked about

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="结果写成 JSON")

    def handle(self, *args, json: bool, **options):
        findings = [finding for path in settings.CHECKUPS for finding in examine(path)]
        if json:
            self.stdout.write(_json([asdict(finding) for finding in findings]))
        else:
            for finding in findings:
                words = f"{WORDS[finding.level]}  {finding.name}：{finding.message}"
                self.stdout.write(words + (f" {finding.remedy}" if finding.remedy else ""))
        if any(finding.level == ERROR for finding in findings):
            sys.exit(1)


def examine(path: str) -> list[Finding]:
    """Run one checkup; one that cannot be run is a finding itself, and the others go on."""
    try:
        return list(import_string(path)())
    except Exception as error:  # the patient may be ill in any way
        return [
            Finding(
                path,
                ERROR,
                f"检查没有做成：{type(error).__name__}: {error}",
                "请先改正上面的问题，再运行一次。",
            )
        ]


def _json(data) -> str:
    return json.dumps(data, ensure_ascii=False)
