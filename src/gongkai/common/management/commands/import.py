"""``gongkai import KIND FILE``: brings in data from files; each room adds its kinds in ``settings.IMPORTERS``."""

import sys
from importlib import import_module

from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """
    Hands over to the importer named in the settings.

    An importer is a module with ``HELP``, ``add_arguments(parser)`` and ``handle(command, **options)``, which
    returns the exit code: 0 done, 1 something in the file is wrong, 2 the file cannot be read.
    """

    help = "从文件导入数据。加 --dry-run 只检查、不写入。"

    def add_arguments(self, parser):
        kinds = parser.add_subparsers(dest="kind", required=True, metavar="种类")
        for kind, path in settings.IMPORTERS.items():
            importer = import_module(path)
            importer.add_arguments(kinds.add_parser(kind, help=importer.HELP))

    def handle(self, *args, kind, **options):
        code = import_module(settings.IMPORTERS[kind]).handle(self, **options)
        if code:
            sys.exit(code)
