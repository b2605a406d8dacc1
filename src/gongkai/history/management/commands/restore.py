"""``gongkai restore DIR``: puts a backup back and checks that it is whole."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from gongkai.history.backups import BackupError, restore


class Command(BaseCommand):
    help = "从备份目录恢复，并核对行数和操作记录。恢复前请先停止网站。"

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="目录")
        parser.add_argument("--force", action="store_true", help="替换现有数据（原 SQLite 数据库改名保留）")

    def handle(self, *args, folder, force, **options):
        try:
            manifest = restore(folder=folder, force=force, now=timezone.localtime())
        except BackupError as error:
            raise CommandError(str(error), returncode=2) from error
        self.stdout.write(
            f"已恢复到{manifest['made_at']}的状态，各表行数与清单相同，操作记录完整。"
            "搜索索引已清除，请运行 gongkai index rebuild 重建。"
        )
