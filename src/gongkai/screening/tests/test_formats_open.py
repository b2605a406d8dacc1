"""Every kind of public copy is opened by LibreOffice: a file that is clean and that nobody can open helps nobody."""

import importlib.util
import subprocess
import tempfile
from pathlib import Path

import pypdfium2

from gongkai.screening import formats
from gongkai.screening.tests import pdf_samples

SECONDS = 120
OPENED = {"pdf", "docx", "xlsx", "pptx", "txt", "csv"}


def samples():
    found = dict(pdf_samples.SAMPLES)
    if importlib.util.find_spec("gongkai.screening.tests.office_samples"):
        from gongkai.screening.tests import office_samples

        found |= office_samples.SAMPLES
    return found


def write_texts(folder: Path):
    (folder / "公告.txt").write_text("公告\n联系人：张三\n", encoding="gb18030")
    (folder / "名单.csv").write_text("姓名,电话\n张三,12345\n", encoding="gb18030")
    return [folder / "公告.txt", folder / "名单.csv"]


def convert(soffice: str, kind: str, out: Path, sources: list[Path]):
    with tempfile.TemporaryDirectory(prefix="soffice-") as profile:
        subprocess.run(
            [
                *(soffice, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore"),
                *("--convert-to", kind, "--outdir", str(out), *map(str, sources)),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=True,
        )


def test_old_document_is_read_as_what_libreoffice_makes_of_it(tmp_path, soffice):
    (tmp_path / "old.txt").write_text("公告正文\n联系人：张三\n")
    convert(soffice, "doc:MS Word 97", tmp_path, [tmp_path / "old.txt"])
    document = formats.read(tmp_path / "old.doc", "doc")
    assert [each.text for each in document.passages] == ["公告正文", "联系人：张三"]
    assert formats.clean(tmp_path / "old.doc", tmp_path / "copy", "doc", []) == "docx"
    assert formats.read(tmp_path / "copy", "docx").hidden == []


def test_every_copy_opens_in_libreoffice(tmp_path, soffice):
    originals, copies, out = (tmp_path / name for name in ("originals", "copies", "out"))
    for folder in (originals, copies, out):
        folder.mkdir()
    made = [*write_texts(originals)]
    for name, build in samples().items():
        folder = originals / name
        folder.mkdir()
        made.append(build(folder))
    targets = []
    for number, original in enumerate(made):
        extension = original.suffix[1:]
        target = copies / f"{number}-{original.stem}.{extension}"
        formats.clean(original, target, extension, [])
        if extension in OPENED:
            targets.append(target)
    convert(soffice, "pdf", out, targets)
    missing = [each.name for each in targets if not (out / f"{each.stem}.pdf").exists()]
    assert missing == []
    for each in out.iterdir():
        with pypdfium2.PdfDocument(each) as pdf:
            assert len(pdf) > 0
