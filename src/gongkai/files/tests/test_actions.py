import io
import struct
import threading
import zlib

import pytest
from django.core.management import call_command
from django.db import connection
from PIL import Image

from gongkai.files.actions import FileRefused, store
from gongkai.files.checks import CORRUPT, MISSING, ORPHANED, Finding, compare_with_disk
from gongkai.files.models import StoredFile
from gongkai.files.queries import open_file, path_of
from gongkai.files.tests import samples

pytestmark = pytest.mark.django_db


def on_disk(settings):
    return sorted(path for path in settings.FILES_DIR.rglob("*") if path.is_file())


def test_content_is_stored_once_under_its_hash(settings):
    first = store(samples.PDF, name="通知.pdf")
    second = store(io.BytesIO(samples.PDF), name="另一个名字.pdf")
    assert second == first
    assert (first.size, first.media_type, first.extension, first.width) == (
        len(samples.PDF),
        "application/pdf",
        "pdf",
        None,
    )
    assert on_disk(settings) == [path_of(first)]
    assert path_of(first) == settings.FILES_DIR / first.sha256[:2] / first.sha256[2:4] / first.sha256
    with open_file(first) as file:
        assert file.read() == samples.PDF


def test_refused_file_leaves_nothing_behind(settings):
    with pytest.raises(FileRefused):
        store(b"MZ program", name="通知.pdf")
    with pytest.raises(FileRefused):
        store(samples.picture()[:300], name="断.jpg")
    assert on_disk(settings) == []
    assert StoredFile.objects.count() == 0


def test_file_larger_than_the_limit_is_refused(settings):
    settings.UPLOAD_LIMIT = 1024 * 1024
    with pytest.raises(FileRefused, match="文件超过 1 MB，不能上传"):
        store(samples.PDF * 4, name="大.pdf")
    assert on_disk(settings) == []


def test_photograph_is_stored_upright_without_what_the_camera_wrote():
    stored = store(samples.photograph(), name="现场.jpg")
    content = path_of(stored).read_bytes()
    assert (stored.width, stored.height) == (20, 40)
    assert "示范牌".encode() not in content
    with Image.open(io.BytesIO(content)) as image:
        assert (image.size, dict(image.getexif())) == ((20, 40), {})


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "GIF", "WEBP"])
def test_picture_without_metadata_keeps_its_bytes(format_):
    content = samples.picture(format_)
    assert path_of(store(content, name="图")).read_bytes() == content


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "GIF", "WEBP"])
def test_what_follows_the_end_of_a_picture_is_cut_off(format_):
    content = samples.picture(format_) + b"PK\x03\x04 hidden film with its place"
    stored = store(content, name="图")
    assert b"hidden" not in path_of(stored).read_bytes()
    assert (stored.width, stored.height) == (40, 20)


def test_cleaning_a_clean_picture_changes_nothing_more():
    first = store(samples.photograph(), name="现场.jpg")
    assert store(path_of(first).read_bytes(), name="现场.jpg") == first


@pytest.mark.parametrize("side", [8_000, 15_000, 30_000])
def test_picture_with_too_many_pixels_is_refused_before_it_is_decoded(side):
    content = samples.picture("PNG")
    header = content.index(b"IHDR")
    data = b"IHDR" + struct.pack(">II", side, side) + content[header + 12 : header + 17]
    bomb = content[:header] + data + struct.pack(">I", zlib.crc32(data)) + content[header + 21 :]
    with pytest.raises(FileRefused, match="缩小到 5000 万像素以内"):
        store(bomb, name="图.png")


def test_damaged_file_is_healed_by_storing_it_again():
    stored = store(samples.PDF, name="通知.pdf")
    path_of(stored).write_bytes(b"damaged")
    assert store(samples.PDF, name="通知.pdf") == stored
    assert path_of(stored).read_bytes() == samples.PDF


@pytest.mark.django_db(transaction=True)
def test_same_content_uploaded_at_once_gives_one_row(settings):
    found, start = [], threading.Barrier(6)

    def upload():
        start.wait()
        try:
            found.append(store(samples.PDF, name="通知.pdf").pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=upload) for _count in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    stored = StoredFile.objects.get()
    assert found == [stored.pk] * 6
    assert on_disk(settings) == [path_of(stored)]


def test_check_lists_missing_corrupt_and_orphaned_files(settings, capsys):
    good = store(samples.PDF, name="好.pdf")
    missing = store(samples.office(), name="缺.docx")
    corrupt = store(samples.picture(), name="坏.jpg")
    path_of(missing).unlink()
    path_of(corrupt).write_bytes(b"other")
    (settings.FILES_DIR / "incoming" / "rest").write_bytes(b"x")
    found = {finding.problem: finding for finding in compare_with_disk()}
    relative = {file: str(path_of(file).relative_to(settings.FILES_DIR)) for file in (good, missing, corrupt)}
    assert found == {
        MISSING: Finding(MISSING, relative[missing]),
        CORRUPT: Finding(CORRUPT, relative[corrupt]),
        ORPHANED: Finding(ORPHANED, "incoming/rest"),
    }
    with pytest.raises(SystemExit) as left:
        call_command("files", "check", json=True)
    assert left.value.code == 1
    assert "共 3 个文件，2 个缺失或损坏。" in capsys.readouterr().err
