"""``gongkai demo``: a made-up county to try everything on."""

import shutil
import time
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections
from django.utils import timezone

from gongkai.common.errors import NotAllowed
from gongkai.demo.build import STAGES, build, demo_county
from gongkai.demo.setting import PASSWORD

SIGN_INS = (
    ("chen", "小陈", "县民政局信息员：起草、送审，看退回意见"),
    ("zhou", "老周", "县民政局初审人"),
    ("fang", "方主任", "县民政局复审人"),
    ("qin", "小秦", "县民政局保密审查员：逐项保密审查"),
    ("wu", "吴局", "县民政局终审人：签发、撤下"),
    ("office.final", "县政府办终审人", "县政府文件的终审"),
    ("lu", "陆主任", "政府信息公开工作机构：看全县、置顶、先发后审"),
    ("sections", "小白", "栏目管理员：调整栏目"),
    ("lin", "小林", "县教育局信息员：看不到民政局的草稿"),
    ("system", "小程", "系统管理员"),
    ("security", "小安", "安全管理员：授予角色"),
    ("audit", "小申", "审计管理员：查操作记录"),
)


class Command(BaseCommand):
    help = "建立演示用的示范县（机构、人员、栏目和一年的信息全部虚构）。"

    def add_arguments(self, parser):
        parser.add_argument(
            "--stage",
            choices=STAGES,
            default="autumn",
            help="empty 只有机构和人员；autumn 有一年的信息和上年年报；january 年报正在填报",
        )
        parser.add_argument("--serve", action="store_true", help="建好后启动服务")
        parser.add_argument("--reset", action="store_true", help="先清除原有的演示数据")

    def handle(self, *args, stage, serve, reset, **options):
        started = time.monotonic()
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0, interactive=False)
        try:
            if reset:
                self._forget()
            built = build(now=timezone.now(), stage=stage, progress=self.stderr.write)
        except NotAllowed as refused:
            raise CommandError(str(refused)) from None
        if built.was_there:
            self.stderr.write(f"示范县已经建好，共有{built.items}条信息，没有改动。要重新建立请加 --reset。")
        else:
            self.stderr.write(f"示范县已建好：{built.items}条信息，用时{time.monotonic() - started:.0f}秒。")
        self._print_sign_ins()
        if serve:
            connections.close_all()  # the server's processes open their own
            call_command("serve")

    def _forget(self):
        """Empty a database that holds the demo county and nothing else, with its files and pages."""
        if demo_county() is None:
            return
        connections.close_all()
        if connection.vendor != "sqlite":
            raise CommandError("在 PostgreSQL 上请用 dropdb 和 createdb 重建数据库，再运行 gongkai demo。")
        for suffix in ("", "-wal", "-shm"):
            Path(f"{connection.settings_dict['NAME']}{suffix}").unlink(missing_ok=True)
        for folder in (settings.FILES_DIR, settings.PAGES_DIR, settings.SEARCH_DIR):
            shutil.rmtree(folder, ignore_errors=True)
        call_command("migrate", verbosity=0, interactive=False)

    def _print_sign_ins(self):
        write = self.stdout.write
        write("")
        write(f"  网站    {settings.SITE_URL}/")
        write(f"  工作台  {settings.SITE_URL}/desk/")
        write("")
        write(f"  所有人的密码都是 {PASSWORD}，先试这几位：")
        for username, name, duty in SIGN_INS:
            write(f"    {username:<13}{name}　{duty}")
        write(
            "  其他单位：单位代码加 .clerk、.first、.second、.final、.secrecy，例如 education.first、town-01.clerk。"
        )
        write("")
