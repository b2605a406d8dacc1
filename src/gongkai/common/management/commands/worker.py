"""``gongkai worker``: does what is due later, beside the web server or on a machine of its own."""

import logging
import os
import signal
import threading

from django.conf import settings
from django.core.management.base import BaseCommand

from gongkai.common.sweeping import Worker

logger = logging.getLogger("gongkai.worker")


class Command(BaseCommand):
    help = "执行后台任务（建立搜索索引、定时发布等）。可以在几台机器上同时运行，同一任务同时只有一处执行。"

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="每项任务执行一次就结束")
        parser.add_argument("--parent", type=int, help="这个进程结束时一起结束（由 gongkai serve 使用）")

    def handle(self, *args, once, parent, **options):
        worker = Worker(settings.SWEEPS)
        if once:
            for name, done in worker.run_once().items():
                words = "没有执行（别处正在执行，或失败，详见日志）" if done is None else f"办了{done}件"
                self.stdout.write(f"{name}：{words}")
            return
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: worker.stop())
        if parent:
            threading.Thread(target=self._follow, args=(worker, parent), daemon=True).start()
        worker.run()

    def _follow(self, worker, parent):
        """Stop when the server that started us is gone, even by kill -9."""
        while not worker.stopping.wait(2):
            if os.getppid() != parent:
                logger.warning("网站服务已经结束，后台任务随之停止。")
                worker.stop()
