"""Drawing on the pages of a file, as a clerk does it."""

import pytest
from test_story import picture, sign_in

from gongkai.publications import actions
from gongkai.publications.tests.factories import MONDAY, draft, look_into_files
from gongkai.screening.models import Redaction

pytestmark = pytest.mark.django_db(transaction=True)


def drag(page, begin, end):
    page.mouse.move(*begin)
    page.mouse.down()
    page.mouse.move((begin[0] + end[0]) / 2, (begin[1] + end[1]) / 2)
    page.mouse.move(*end)
    page.mouse.up()


def test_a_mark_is_drawn_moved_given_another_ground_and_taken_back(page, live_server, chain, notices, chen):
    notices.county.domain = "localhost"
    notices.county.save()
    version = draft(chen, notices)
    attachment = actions.attach(
        item_id=version.item_id, clerk=chen, content=picture(), name="图.png", now=MONDAY
    )
    look_into_files()
    sign_in(page, live_server, "chen")
    page.goto(f"{live_server.url}/desk/items/{version.item_id}/files/{attachment.code}/redact/")
    sheet = page.locator("svg.redact-page")
    sheet.wait_for()
    box = sheet.bounding_box()
    at = lambda x, y: (box["x"] + x * box["width"], box["y"] + y * box["height"])  # noqa: E731

    def kept(revision):
        for _ in range(100):
            found = Redaction.objects.filter(revision=revision).first()
            if found:
                return found.marks
            page.wait_for_timeout(50)
        raise AssertionError("not saved")

    drag(page, at(0.1, 0.1), at(0.4, 0.3))
    [mark] = kept(1)
    assert [round(mark[side], 1) for side in ("x", "y", "width", "height")] == [0.1, 0.1, 0.3, 0.2]
    drag(page, at(0.2, 0.2), at(0.5, 0.6))
    [mark] = kept(2)
    assert [round(mark[side], 1) for side in ("x", "y", "width", "height")] == [0.4, 0.5, 0.3, 0.2]
    page.select_option("#new-ground", "trade_secret")
    assert [mark["ground"] for mark in kept(3)] == ["trade_secret"]
    page.locator("rect.mark").focus()
    page.keyboard.press("Delete")
    assert kept(4) == []
    page.click("text=撤销上一步")
    assert [mark["ground"] for mark in kept(5)] == ["trade_secret"]
