"""
Old binary formats: handed to LibreOffice where it is installed, and read as what it makes of them.

Nothing here reads them itself. What LibreOffice drops (macros, old layers of fast saving) is dropped for good.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from ..findings import Unreadable

CONVERTED = {"doc": "docx", "wps": "docx", "xls": "xlsx", "et": "xlsx", "ppt": "pptx", "dps": "pptx"}
FILTERS = {
    "docx": "MS Word 2007 XML",
    "xlsx": "Calc MS Excel 2007 XML",
    "pptx": "Impress MS PowerPoint 2007 XML",
}
# LibreOffice knows WPS's files by their content, under the names Microsoft gave the formats.
SPELLINGS = {"wps": "doc", "et": "xls", "dps": "ppt"}
PROGRAMS = {"docx": "WPS 或 Word", "xlsx": "WPS 或 Excel", "pptx": "WPS 或 PowerPoint"}
SECONDS = 60.0


def program() -> str | None:
    return shutil.which("soffice")


def convert(path: Path, extension: str, folder: Path, *, soffice: str | None = None) -> Path:
    """
    Write what ``path`` becomes in the new format into ``folder``; return its path.

    ``soffice`` is the program to use; otherwise it is looked for. Raises Unreadable.
    """
    new = CONVERTED[extension]
    advice = f"请用 {PROGRAMS[new]} 打开，另存为 {new.upper()} 后再上传。"
    soffice = soffice or program()
    if soffice is None:
        raise Unreadable(f"系统没有安装转换程序，不能检查这种旧格式。{advice}")
    source = folder / f"source.{SPELLINGS.get(extension, extension)}"
    shutil.copyfile(path, source)
    out = folder / "converted"
    out.mkdir()
    # A profile of its own: two conversions at a time would wait for one another, and one could leave settings
    # behind for the next.
    with tempfile.TemporaryDirectory(prefix="soffice-", dir=folder) as profile:
        command = [
            *(soffice, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore"),
            *("--nologo", "--nodefault", "--convert-to", f"{new}:{FILTERS[new]}", "--outdir", str(out)),
            str(source),
        ]
        environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "HOME": profile,
            "LANG": "C.UTF-8",
            "SAL_USE_VCLPLUGIN": "svp",
        }
        try:
            subprocess.run(  # noqa: S603  a fixed program, and no shell
                command,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise Unreadable(f"这个旧格式的文件超过 {SECONDS:.0f} 秒没有转换完。{advice}") from error
        except OSError as error:
            raise Unreadable(f"系统的转换程序不能运行，这种旧格式没有检查。{advice}") from error
    result = out / f"source.{new}"
    if not result.is_file() or not result.stat().st_size:
        raise Unreadable(f"这个旧格式的文件转换不了，可能已经损坏或者设了密码。{advice}")
    return result
