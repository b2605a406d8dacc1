"""``gongkai backup DIR``: a safe copy while the site goes on working."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from gongkai.history.backups import BackupError, back_up


class Command(BaseCommand):
    help = "把数据库、文件和字体备份到一个新目录。网站不必停。搜索索引可以重建，不备份。"

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="目录")

    def handle(self, *args, folder, **options):
        try:
            manifest = back_up(folder=folder, now=timezone.localtime())
        except BackupError as error:
            raise CommandError(str(error), returncode=2) from error
        chain, files = manifest["chain"], manifest["files"]["files"]
        self.stdout.write(
            f"已备份到{folder}：文件{files['count']}个，操作记录到第{chain['last_sequence']}条，"
            f"指纹{chain['last_hash']}。密钥文件 secret_key 没有备份，请另处保管。"
        )
