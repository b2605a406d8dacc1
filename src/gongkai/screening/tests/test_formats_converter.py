import shutil
import stat
import time

import pytest

from gongkai.screening import formats
from gongkai.screening.findings import Unreadable
from gongkai.screening.formats import converter


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "old"
    path.write_bytes(b"\xd0\xcf\x11\xe0old")
    return path


@pytest.fixture
def soffice(tmp_path):
    def write(script):
        program = tmp_path / "soffice"
        program.write_text(script)
        program.chmod(program.stat().st_mode | stat.S_IEXEC)
        return str(program)

    return write


@pytest.mark.parametrize(
    ("extension", "advice"),
    [
        ("doc", "请用 WPS 或 Word 打开，另存为 DOCX 后再上传。"),
        ("wps", "请用 WPS 或 Word 打开，另存为 DOCX 后再上传。"),
        ("et", "请用 WPS 或 Excel 打开，另存为 XLSX 后再上传。"),
        ("dps", "请用 WPS 或 PowerPoint 打开，另存为 PPTX 后再上传。"),
    ],
)
def test_without_a_converter_the_clerk_is_told_to_save_anew(monkeypatch, old, extension, advice):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(Unreadable) as refused:
        formats.read(old, extension)
    assert str(refused.value) == f"系统没有安装转换程序，不能检查这种旧格式。{advice}"


def test_file_is_handed_over_and_taken_back(tmp_path, old, soffice):
    program = soffice(
        '#!/bin/sh\nfor last; do :; done\ncp "$last" "$(dirname "$last")/converted/source.docx"\n'
    )
    made = converter.convert(old, "wps", tmp_path, soffice=program)
    assert made == tmp_path / "converted" / "source.docx"
    assert made.read_bytes() == old.read_bytes()


def test_file_that_cannot_be_converted_is_refused(tmp_path, old, soffice):
    with pytest.raises(Unreadable, match="转换不了"):
        converter.convert(old, "doc", tmp_path, soffice=soffice("#!/bin/sh\nexit 1\n"))


def test_converter_that_hangs_is_ended(monkeypatch, tmp_path, old, soffice):
    monkeypatch.setattr(converter, "SECONDS", 0.3)
    start = time.monotonic()
    with pytest.raises(Unreadable, match="没有转换完"):
        converter.convert(old, "doc", tmp_path, soffice=soffice("#!/bin/sh\nexec sleep 30\n"))
    assert time.monotonic() - start < 5


def test_converter_that_cannot_run_is_told(tmp_path, old):
    with pytest.raises(Unreadable, match="不能运行"):
        converter.convert(old, "doc", tmp_path, soffice=str(tmp_path / "nothing"))
