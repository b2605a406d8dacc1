"""``gongkai files check``: are all stored files there, and are they what they were?"""

import json
import sys

from django.core.management.base import BaseCommand

from gongkai.files.checks import CORRUPT, MISSING, ORPHANED, compare_with_disk
from gongkai.files.models import StoredFile

SENTENCES = {
    MISSING: "文件不见了：{path}。请从备份中恢复。",
    CORRUPT: "文件内容已损坏：{path}。请从备份中恢复，或重新上传同一份文件。",
    ORPHANED: "没有记录使用的文件：{path}。可能是中断的上传，不影响使用。",
}


class Command(BaseCommand):
    help = "重新计算每个文件的指纹，列出缺失、损坏和没有记录的文件。"

    def add_arguments(self, parser):
        parser.add_argument("what", choices=["check"])
        parser.add_argument("--json", action="store_true", help="把结果以 JSON 写到标准输出")

    def handle(self, *, json: bool, **options):
        findings = list(compare_with_disk())
        if json:
            self.stdout.write(as_json(findings))
        for finding in findings:
            self.stderr.write(SENTENCES[finding.problem].format(path=finding.path))
        damaged = [finding for finding in findings if finding.problem != ORPHANED]
        self.stderr.write(f"共 {StoredFile.objects.count()} 个文件，{len(damaged)} 个缺失或损坏。")
        if damaged:
            sys.exit(1)


def as_json(findings) -> str:
    return json.dumps([vars(finding) for finding in findings], ensure_ascii=False, indent=2)
