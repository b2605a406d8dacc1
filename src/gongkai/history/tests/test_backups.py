"""Backups of a site in a folder of its own, because a restored database cannot live inside a test's transaction."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[3]
EVENTS = """
from django.db import transaction
from gongkai.agencies.models import County
from gongkai.history.actions import record
with transaction.atomic():
    county = County.objects.create(name="示范县人民政府", short_name="示范县", site_name="示范县", domain="localhost")
    record(county, "section.moved")
"""


class Site:
    def __init__(self, folder):
        self.folder = folder
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("GONGKAI_", "DJANGO_"))
        }
        self.environment = kept | {"GONGKAI_DATA_DIR": str(folder), "PYTHONPATH": str(SOURCES)}

    def run(self, *arguments):
        command = [sys.executable, "-m", "gongkai.cli", *map(str, arguments)]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A site with one event and one file, and a backup of it."""
    site = Site(tmp_path_factory.mktemp("site"))
    assert site.run("migrate", "-v0")[0] == 0
    assert site.run("shell", "-v0", "-c", EVENTS) == (0, "")
    (site.folder / "files" / "ab").mkdir(parents=True)
    (site.folder / "files" / "ab" / "cd.pdf").write_bytes(b"%PDF")
    backup = tmp_path_factory.mktemp("backup") / "one"
    code, words = site.run("backup", backup)
    assert code == 0, words
    return site, backup


def copy_of(backup, tmp_path):
    subprocess.run(["cp", "-r", str(backup), str(tmp_path / "copy")], check=True)
    return tmp_path / "copy"


def test_a_backup_says_what_it_holds(made):
    _, backup = made
    manifest = json.loads((backup / "manifest.json").read_text())
    assert [
        manifest["engine"],
        manifest["counts"]["history_event"],
        manifest["chain"]["last_sequence"],
        manifest["files"]["files"],
    ] == ["sqlite", 1, 1, {"count": 1, "bytes": 4}]
    assert not (backup / "secret_key").exists()


def test_a_backup_is_restored_elsewhere_and_verified(made, tmp_path):
    _, backup = made
    other = Site(tmp_path / "other")
    code, words = other.run("restore", backup)
    assert [code, "各表行数与清单相同，操作记录完整" in words] == [0, True], words
    assert (other.folder / "files" / "ab" / "cd.pdf").read_bytes() == b"%PDF"
    assert other.run("audit", "verify")[0] == 0


def test_data_that_are_there_are_not_replaced_unless_forced(made):
    site, backup = made
    assert site.run("restore", backup) == (
        2,
        "CommandError: 这里已有数据，没有恢复。请先停止网站并备份现有数据，确认无误后加 --force。\n",
    )
    code, words = site.run("restore", backup, "--force")
    assert code == 0, words
    assert len(list(site.folder.glob("gongkai.sqlite3.before-*"))) == 1


def test_a_folder_in_use_is_not_written_to(made):
    site, backup = made
    code, words = site.run("backup", backup)
    assert [code, "不是空的" in words] == [2, True]


def test_a_damaged_or_edited_backup_is_refused(made, tmp_path):
    _, backup = made
    copy, other = copy_of(backup, tmp_path), Site(tmp_path / "other")
    (copy / "files" / "ab" / "cd.pdf").unlink()
    assert "少了1个文件" in other.run("restore", copy)[1]
    with closing(sqlite3.connect(copy / "gongkai.sqlite3")) as database:
        database.execute("UPDATE agencies_county SET name = '别的'")
        database.commit()
    code, words = other.run("restore", copy)
    assert [code, "与清单的指纹不符" in words] == [2, True]
    (copy / "manifest.json").unlink()
    code, words = other.run("restore", copy)
    assert [code, "不是一份完整的备份" in words, (other.folder / "gongkai.sqlite3").exists()] == [
        2,
        True,
        False,
    ]
