"""``gongkai index rebuild`` and ``gongkai index status``: this node's search index."""

import json
import time

from django.core.management.base import BaseCommand, CommandError, CommandParser

from gongkai.search import index
from gongkai.search.index import IndexUnreadable
from gongkai.search.models import IndexChange
from gongkai.search.tasks import rebuild_index


class Command(BaseCommand):
    help = "查看（status）或重新建立（rebuild）本机的检索库。重新建立期间网站照常检索旧的内容。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["rebuild", "status"], help="rebuild 重新建立，status 查看")
        parser.add_argument("--json", action="store_true", help="输出 JSON")

    def handle(self, *args, **options) -> None:
        answer = self._rebuild() if options["what"] == "rebuild" else self._status()
        if options["json"]:
            said = answer.pop("said")
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
            self.stderr.write(said)
        else:
            self.stdout.write(answer["said"])

    def _rebuild(self) -> dict:
        started = time.perf_counter()
        count = rebuild_index()
        if count is None:
            raise CommandError("另一个进程正在更新检索库。请等它完成后再试一次。", returncode=2)
        seconds = round(time.perf_counter() - started, 1)
        return {
            "documents": count,
            "seconds": seconds,
            "said": f"检索库已重新建立，共 {count} 条，用时 {seconds} 秒。",
        }

    def _status(self) -> dict:
        try:
            opened = index.open_index()
            position = index.position_of(opened)
        except IndexUnreadable:
            raise CommandError(
                "检索库还没有建立或已损坏。请运行 gongkai index rebuild 重新建立。", returncode=2
            ) from None
        documents = opened.searcher().num_docs - 1  # one of them is the position itself
        waiting = IndexChange.objects.filter(seq__gt=position.seq).count()
        return {
            "documents": documents,
            "position": position.seq,
            "waiting": waiting,
            "said": f"检索库有 {documents} 条，已更新到第 {position.seq} 号变更，还有 {waiting} 条变更待更新。",
        }
