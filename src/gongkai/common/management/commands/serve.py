"""``gongkai serve``: the production server, with the worker beside it."""

import os
import sys
import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection, connections
from django.db.migrations.executor import MigrationExecutor
from granian import Granian
from granian.constants import Interfaces

from gongkai.common.serving import SHORTEST_LIFE, WorkerBeside, collect_static

QUICK_DEATHS = 3  # so many failed starts in a row are a fault that starting again does not mend


class Command(BaseCommand):
    help = "启动网站（生产方式）。同时在旁边运行后台任务；加 --no-worker 则不运行。"

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1", help="监听的地址，默认只在本机")
        parser.add_argument("--port", type=int, default=8000, help="监听的端口，默认8000")
        parser.add_argument("--workers", type=int, default=settings.WORKERS, help="网站进程数")
        parser.add_argument("--no-worker", action="store_true", help="后台任务在别处运行")

    def handle(self, *args, host, port, workers, no_worker, **options):
        _refuse_old_database()
        if collect_static():
            self.stderr.write("样式和脚本已更新。")
        connections.close_all()  # web workers are forked from here and open their own
        beside = None if no_worker else WorkerBeside(os.getpid())
        self.stderr.write(f"网站在 http://{host}:{port} 上服务，进程数{workers}。按 Ctrl+C 停止。")
        try:
            self._serve(host, port, workers, beside)
        finally:
            if beside:
                beside.stop()

    def _serve(self, host, port, workers, beside):
        """
        Listen until told to stop. granian starts a web worker again when it dies, and gives up when the same one
        dies twice within seconds; then the whole of it is started again, unless that keeps happening.
        """
        quick_deaths = 0
        while True:
            began = time.monotonic()
            server = Granian(
                "gongkai.wsgi:application",
                address=host,
                port=port,
                interface=Interfaces.WSGI,
                workers=workers,
                blocking_threads=1,
                respawn_failed_workers=True,
                respawn_interval=0.5,
                workers_kill_timeout=10,
                log_enabled=settings.DEBUG,
            )
            if beside and not beside.thread.is_alive():
                server.on_startup(beside.start)
            try:
                server.serve()
            except SystemExit:
                if server.interrupt_signal:
                    return
            except OSError as error:
                raise CommandError(
                    f"不能在 {host}:{port} 上监听（{error}）。请用 --port 换一个端口，或先停止占用它的程序。",
                    returncode=2,
                ) from error
            else:
                return
            quick_deaths = quick_deaths + 1 if time.monotonic() - began < SHORTEST_LIFE else 0
            if quick_deaths >= QUICK_DEATHS:
                self.stderr.write("网站进程一再意外结束。请查看上面的错误，或运行 gongkai doctor。")
                sys.exit(1)


def _refuse_old_database() -> None:
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        raise CommandError(
            f"数据库打不开（{error}）。请检查 GONGKAI_DATABASE_URL 和数据库服务。", returncode=2
        ) from error
    if waiting:
        raise CommandError(
            f"数据库还有{len(waiting)}项升级没有执行。请先备份，再运行 gongkai migrate，然后重新启动。",
            returncode=2,
        )
