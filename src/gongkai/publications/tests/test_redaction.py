import io
import json
from pathlib import Path

import pylopdf_fonts_zh_cn
import pypdfium2
import pytest
import typst
from django.urls import reverse
from django.utils.timezone import localdate

from gongkai.common.errors import Conflict, NotAllowed
from gongkai.files.queries import open_file, path_of
from gongkai.publications import actions
from gongkai.publications.models import Item
from gongkai.publications.screening_state import state_of
from gongkai.screening.enums import AnswerChoice, FileState, KeepReason
from gongkai.screening.models import Redaction

from .factories import MONDAY, draft, look_into_files

pytestmark = pytest.mark.django_db

BOX = {"page": 1, "x": 0.1, "y": 0.1, "width": 0.3, "height": 0.05, "ground": "personal", "word": ""}


@pytest.fixture(scope="module")
def pdf():
    source = '#set text(font: "Noto Serif SC", size: 14pt)\n申请人张三因土地承包经营权来信。\n\n家属张小\\\n明，张三丰收队。'
    folder = str(Path(pylopdf_fonts_zh_cn.__file__).parent)
    return typst.compile(source.encode(), format="pdf", font_paths=[folder], ignore_system_fonts=True)


@pytest.fixture
def clerk(client, chen):
    client.force_login(chen)
    return client


def attach(chen, notices, content, name):
    version = draft(chen, notices)
    attachment = actions.attach(
        item_id=version.item_id, clerk=chen, content=io.BytesIO(content), name=name, now=MONDAY
    )
    look_into_files()
    return attachment


def address(attachment, name="redact"):
    return reverse(f"publications:{name}", args=[attachment.version.item_id, attachment.code])


def line_of(attachment):
    item = Item.objects.select_related("agency__county").get()
    [line] = state_of(item, item.versions.get(number=None), today=localdate(MONDAY)).files
    return line


def keep_everything(attachment, chen):
    for group in line_of(attachment).open_groups:
        actions.answer_findings(
            item_id=attachment.version.item_id,
            clerk=chen,
            container=attachment.code,
            kind=group.kind,
            choice=AnswerChoice.KEEP,
            reason=KeepReason.NOT_SO,
            now=MONDAY,
        )


def test_words_are_found_over_lines_covered_and_burned(clerk, chen, notices, chain, pdf):
    attachment = attach(chen, notices, pdf, "来信.pdf")
    keep_everything(attachment, chen)
    response = clerk.post(address(attachment), {"do": "find", "words": "张小明\n张三", "ground": "personal"})
    html = response.content.decode()
    marks = Redaction.objects.get().marks
    assert ({mark["word"] for mark in marks}, {mark["page"] for mark in marks}) == ({"张小明", "张三"}, {1})
    assert (len(marks), "请您决定" in html) == (
        3,
        True,
    )  # 张三, and 张小明 on two lines; 张三丰 may be another
    hit = html.partition('name="hit" value="')[2].partition('"')[0].replace("&quot;", '"')
    clerk.post(address(attachment), {"do": "add", "hit": hit})
    assert len(Redaction.objects.get().marks) == 4
    clerk.post(address(attachment), {"do": "make"})
    look_into_files()
    copy = line_of(attachment).copy
    assert (copy.state, copy.reason) == (FileState.DONE, "")
    document = pypdfium2.PdfDocument(path_of(copy.file))
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    assert ("张三" in text, "张小" in text, "因土地承包经营权来信" in text) == (False, False, True)


def test_drawn_marks_are_saved_and_a_page_that_is_old_is_told_so(clerk, chen, notices, chain, pdf):
    attachment = attach(chen, notices, pdf, "来信.pdf")
    save = address(attachment, "save_marks")
    first = clerk.post(save, {"marks": json.dumps([BOX]), "revision": 0})
    assert (first.status_code, first.json()) == (200, {"revision": 1, "count": 1})
    old = clerk.post(save, {"marks": "[]", "revision": 0})
    assert (old.status_code, "您的页面是旧的" in old.json()["error"]) == (409, True)
    assert Redaction.objects.get().marks == [BOX]
    html = clerk.get(address(attachment)).content.decode()
    assert 'data-revision="1"' in html and html.count('class="mark"') == 1


@pytest.mark.parametrize(
    "marks",
    ["", "{", "7", '[{"page": 0}]', json.dumps([BOX | {"ground": "因为"}]), json.dumps([BOX | {"width": 0}])],
)
def test_marks_that_cannot_be_used_are_refused_with_the_reason(clerk, chen, notices, chain, pdf, marks):
    attachment = attach(chen, notices, pdf, "来信.pdf")
    response = clerk.post(address(attachment, "save_marks"), {"marks": marks, "revision": 0})
    assert (response.status_code, response.json()["error"][-1]) == (400, "。")
    assert not Redaction.objects.exists()


def test_a_page_is_drawn_for_the_clerk_and_kept_nowhere(clerk, chen, notices, chain, pdf):
    attachment = attach(chen, notices, pdf, "来信.pdf")
    response = clerk.get(
        reverse("publications:page_picture", args=[attachment.version.item_id, attachment.code, 1])
    )
    assert (response["Content-Type"], response["Cache-Control"]) == ("image/png", "private, no-store")
    assert response.content.startswith(b"\x89PNG")
    beyond = reverse("publications:page_picture", args=[attachment.version.item_id, attachment.code, 2])
    assert clerk.get(beyond).status_code == 404


def test_words_of_a_text_become_blocks(clerk, chen, notices, chain):
    attachment = attach(chen, notices, "申请人张三因土地\n张三丰公司\n".encode(), "来信.txt")
    keep_everything(attachment, chen)
    clerk.post(address(attachment), {"do": "find", "words": "张三\n土地", "ground": "privacy"})
    assert len(Redaction.objects.get().covers) == 2
    assert "申请人<mark>张三</mark>因土地" in clerk.get(address(attachment)).content.decode()
    clerk.post(address(attachment), {"do": "remove-1"})
    assert [cover[1:] for cover in Redaction.objects.get().covers] == [[3, 5, "privacy"]]
    clerk.post(address(attachment), {"do": "make"})
    look_into_files()
    with open_file(line_of(attachment).copy.file) as file:
        assert file.read().decode("utf-8-sig").splitlines()[0] == "申请人██因土地"


def test_a_mark_can_be_placed_by_numbers_and_taken_away(clerk, chen, notices, chain, pdf):
    attachment = attach(chen, notices, pdf, "来信.pdf")
    numbers = {"do": "place", "page": 1, "x": 10, "y": 10, "width": 30, "height": 5, "ground": "personal"}
    clerk.post(address(attachment), numbers)
    assert Redaction.objects.get().marks == [BOX]
    wrong = clerk.post(address(attachment), numbers | {"width": 0, "x": "左"})
    assert (wrong.status_code, "输入一个数字" in wrong.content.decode()) == (422, True)
    clerk.post(address(attachment), {"do": "clear"})
    assert Redaction.objects.get().marks == []


def test_covers_that_overlap_are_joined(chen, notices, chain):
    attachment = attach(chen, notices, "申请人张小明因土地\n".encode(), "来信.txt")
    common = {"attachment_id": attachment.pk, "clerk": chen, "now": MONDAY}
    actions.add_covers(covers=[(0, 3, 5, "personal"), (0, 4, 6, "privacy")], **common)
    assert Redaction.objects.get().covers == [[0, 3, 6, "personal"]]
    with pytest.raises(NotAllowed):
        actions.add_covers(covers=[(0, 3, 5, "因为")], **common)


def test_only_who_may_edit_may_redact(chen, lin, zhou, notices, chain, pdf, client):
    attachment = attach(chen, notices, pdf, "来信.pdf")
    for stranger in (lin, zhou):
        with pytest.raises(NotAllowed):
            actions.save_marks(
                attachment_id=attachment.pk, clerk=stranger, marks=[BOX], revision=0, now=MONDAY
            )
        client.force_login(stranger)
        assert client.get(address(attachment)).status_code in {403, 404}
    with pytest.raises(Conflict):
        actions.save_marks(attachment_id=attachment.pk, clerk=chen, marks=[BOX], revision=0, now=MONDAY)
        actions.save_marks(attachment_id=attachment.pk, clerk=chen, marks=[BOX], revision=0, now=MONDAY)
