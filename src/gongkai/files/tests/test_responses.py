from urllib.parse import quote

import pytest

from gongkai.files.actions import store
from gongkai.files.responses import serve
from gongkai.files.tests import samples

pytestmark = pytest.mark.django_db


@pytest.fixture
def notice():
    return store(samples.PDF, name="通知.pdf")


def get(rf, stored, *, name="通知.pdf", inline=True, private=False, **headers):
    return serve(rf.get("/files/x/y", headers=headers), stored, name, inline=inline, private=private)


def body(response):
    content = response.getvalue()
    response.close()
    return content


def test_public_file_is_sent_whole_and_asked_for_again_each_time(rf, notice):
    response = get(rf, notice)
    assert response.status_code == 200
    assert body(response) == samples.PDF
    assert dict(response.headers) == {
        "Content-Type": "application/pdf",
        "Content-Length": str(len(samples.PDF)),
        "Content-Disposition": f"inline; filename*=utf-8''{quote('通知.pdf')}",
        "Accept-Ranges": "bytes",
        "ETag": f'"{notice.sha256}"',
        "Cache-Control": "public, no-cache",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": response["Content-Security-Policy"],
    }


def test_unchanged_file_is_not_sent_again(rf, notice):
    response = get(rf, notice, if_none_match=f'"{notice.sha256}"')
    assert (response.status_code, response.content, response["Cache-Control"]) == (
        304,
        b"",
        "public, no-cache",
    )


def test_private_file_is_never_kept(rf, notice):
    response = get(rf, notice, private=True, if_none_match=f'"{notice.sha256}"')
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
    assert body(response) == samples.PDF


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-99", 0, 99),
        ("bytes=299900-", 299_900, None),
        ("bytes=-7", -7, None),
        ("bytes=5-99999999", 5, None),
    ],
)
def test_part_of_a_file_is_sent(rf, notice, asked, first, last):
    part = samples.PDF[first:] if last is None else samples.PDF[first : last + 1]
    size = len(samples.PDF)
    start = first if first >= 0 else size + first
    response = get(rf, notice, range=asked)
    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {start}-{start + len(part) - 1}/{size}"
    assert response["Content-Length"] == str(len(part))
    assert body(response) == part


@pytest.mark.parametrize("asked", ["bytes=99999999-", "bytes=9-3", "bytes=-0"])
def test_part_that_does_not_exist_is_refused(rf, notice, asked):
    response = get(rf, notice, range=asked)
    assert (response.status_code, response["Content-Range"]) == (416, f"bytes */{len(samples.PDF)}")


@pytest.mark.parametrize(
    "headers",
    [
        {"range": "bytes=0-1,4-5"},
        {"range": "lines=1-2"},
        {"range": "bytes=-"},
        {"range": "bytes=0-9", "if_range": '"x"'},
    ],
)
def test_range_that_cannot_be_followed_is_answered_with_the_whole(rf, notice, headers):
    response = get(rf, notice, **headers)
    assert response.status_code == 200
    assert body(response) == samples.PDF


def test_only_pictures_pdf_and_text_are_shown_in_the_browser(rf):
    picture = get(rf, store(samples.picture(), name="图.jpg"), name="图.jpg")
    text = get(rf, store("名单".encode("gb18030"), name="名单.txt"), name="名单.txt")
    word = get(rf, store(samples.office(), name="文.docx"), name="a.docx")
    assert picture["Content-Disposition"].startswith("inline")
    assert "Content-Security-Policy" not in picture
    assert text["Content-Type"] == "text/plain; charset=gb18030"
    assert text["Content-Disposition"].startswith("inline")
    assert text["Content-Security-Policy"].startswith("sandbox;")
    assert word["Content-Disposition"] == 'attachment; filename="a.docx"'
    for response in (picture, text, word):
        response.close()


def test_nginx_is_told_where_the_file_is(rf, settings, notice):
    settings.ACCEL_PREFIX = "/protected"
    response = get(rf, notice, range="bytes=0-9")
    sha256 = notice.sha256
    assert (response.status_code, response.content) == (200, b"")
    assert response["X-Accel-Redirect"] == f"/protected/{sha256[:2]}/{sha256[2:4]}/{sha256}"
    assert response["Content-Type"] == "application/pdf"
