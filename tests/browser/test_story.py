"""The whole way of one item, as the people of 民政局 and a resident walk it, in a real browser."""

import base64
import io
import re

import pypdfium2
import pytest
from PIL import Image

from gongkai.publications.models import Item
from gongkai.publications.tests.factories import look_into_files
from gongkai.search.tasks import index_changes

pytestmark = pytest.mark.django_db(transaction=True)

TITLE = "示范县民政局关于做好2026年高温补贴发放工作的通知"
WORD = """<p class=MsoNormal>各镇人民政府、街道办事处：</p><h1>一、补贴标准</h1>
<table class=MsoTableGrid border=1><tr><th>类别</th><th>每月（元）</th></tr><tr><td>室外作业</td><td>200</td></tr></table>
<p class=MsoNormal><img src="data:image/png;base64,{image}"></p><p class=MsoNormal>特此通知。</p>"""
PASTE = """([html]) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "粘贴");
  const surface = document.querySelector(".editor-surface [contenteditable]");
  surface.focus();
  surface.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


def picture() -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (60, 40), "#a61b1b").save(content, "PNG")
    return content.getvalue()


def small_pdf() -> bytes:
    content = io.BytesIO()
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    document.save(content)
    return content.getvalue()


def sign_in(page, live_server, username):
    page.context.clear_cookies()
    page.goto(f"{live_server.url}/accounts/login/")
    page.fill("[name=login]", username)
    page.fill("[name=password]", "correct-horse-battery")
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/desk/")


def open_from_todo(page, title=TITLE):
    page.click(f"text={title}")
    page.wait_for_selector("h1")


def write_the_item(page, live_server):
    page.click("text=新起草")
    page.check("text=通知公告")
    page.click("text=开始起草")
    page.fill("[name=title]", TITLE)
    page.select_option("[name=section]", label="政务公开 › 通知公告")
    page.fill("[name=summary]", "室外作业每月200元。")
    page.wait_for_selector(".editor-surface [contenteditable]")
    page.evaluate(PASTE, [WORD.format(image=base64.b64encode(picture()).decode())])
    page.wait_for_selector(".editor-surface img[src^='/files/']")
    page.click("text=逐张填写")
    page.get_by_role("textbox", name="替代文字").fill("高温补贴标准示意图")
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open]", state="detached")
    page.click("button[name=save]")
    page.wait_for_selector("text=已保存")
    page.set_input_files(
        "#attach-files", {"name": "申请表.pdf", "mimeType": "application/pdf", "buffer": small_pdf()}
    )
    page.click("button:has-text('上传')")
    page.wait_for_selector("a:has-text('申请表.pdf')")
    look_into_files()
    page.wait_for_selector("#screening-panel:not([data-waiting])")
    keep(page, "图片里的文字没有检查", "已逐页看过，没有不能公开的内容")
    look_into_files()
    page.click("text=保存并送审")
    page.wait_for_selector("text=已送审")


def keep(page, kind, reason, note=""):
    """Keep what the panel found of ``kind``, with a reason."""
    finding = page.locator("#screening-panel .finding.must", has_text=kind)
    finding.locator("summary", has_text="写明理由保留").click()
    finding.locator("select").select_option(label=reason)
    finding.locator(".keep input[type=text]").fill(note)
    finding.get_by_role("button", name="保留").click()
    page.wait_for_selector("text=保密审查员会逐项确认")


def confirm_kept(page):
    for box in page.locator("#screening input[type=checkbox]").all():
        box.check()
    page.click("text=勾选的可以保留")
    page.wait_for_selector("text=项保留的内容")


def approve(page, live_server, username, opinion, title=TITLE):
    sign_in(page, live_server, username)
    open_from_todo(page, title)
    page.check(".decide input[value=approved]")
    page.fill(".decide [name=opinion]", opinion)
    page.click(".decide button")
    page.wait_for_selector("text=已签署")


def test_an_item_from_the_first_word_to_the_tombstone(
    page, live_server, chain, notices, chen, zhou, fang, wu, qin, lu
):
    county = notices.county
    county.domain = "localhost"
    county.save()
    notices.on_home_page = True
    notices.save()

    sign_in(page, live_server, "chen")
    page.goto(f"{live_server.url}/desk/items/")
    write_the_item(page, live_server)

    approve(page, live_server, "zhou", "标准与文件一致")
    sign_in(page, live_server, "qin")
    open_from_todo(page)
    confirm_kept(page)
    for _ in range(3):
        page.check(".tick-form >> nth=0 >> text=不涉及，可以公开")
        page.click("text=记录这一项 >> nth=0")
        page.wait_for_selector("text=这一项保密审查已记录")
    approve(page, live_server, "fang", "同意报终审")
    approve(page, live_server, "wu", "同意发布")

    item = Item.objects.get()
    assert index_changes() > 0
    public = {
        "home": "/",
        "section": "/sections/affairs/notices/",
        "office": "/agencies/civil-affairs/",
        "feed": "/feeds/all.atom",
        "sitemap": None,
        "search": "/search/?q=高温补贴",
    }
    page.context.clear_cookies()
    shown = {}
    for name, path in public.items():
        if path is None:
            index = page.request.get(f"{live_server.url}/sitemap.xml").text()
            parts = re.findall(r"<loc>(.*?)</loc>", index)
            shown[name] = any(item.get_absolute_url() in page.request.get(part).text() for part in parts)
        else:
            shown[name] = TITLE in re.sub(r"</?mark>", "", page.request.get(live_server.url + path).text())
    assert shown == dict.fromkeys(public, True)

    page.goto(live_server.url + item.get_absolute_url())
    assert page.locator("article table, main table >> text=室外作业").count() >= 1
    assert page.locator("main img[alt='高温补贴标准示意图']").count() == 1
    with page.expect_download() as download:
        page.click("main a:has-text('申请表')")
    assert download.value.suggested_filename == "申请表.pdf"
    attachment = item.published_version.attachments.get(is_inline=False)

    sign_in(page, live_server, "wu")
    form = page.request.get(f"{live_server.url}/desk/items/{item.pk}/versions/1/review-form.pdf").body()
    text = "".join(each.get_textpage().get_text_bounded() for each in pypdfium2.PdfDocument(form))
    for said in ("老周", "方主任", "吴局", "小秦", "标准与文件一致", "同意报终审", "同意发布"):
        assert said in text
    # sent, three ticks, three signatures, published, and printed at the foot of both pages
    assert len(re.findall(r"\d{4}年\d+月\d+日\d\d:\d\d", re.sub(r"\s", "", text))) == 10

    page.goto(f"{live_server.url}/desk/items/{item.pk}/")
    page.click("a:has-text('撤下')")
    page.check("text=内容有误，更正后另行发布")
    page.fill("[name=note]", "标准表述有误")
    page.click("button:has-text('撤下')")
    page.wait_for_selector("text=已撤下。原网址")
    page.context.clear_cookies()
    tombstone = page.goto(live_server.url + item.get_absolute_url())
    assert tombstone.status == 410
    assert page.locator("main").inner_text().count("内容有误，更正后另行发布") == 1
    assert page.request.get(live_server.url + attachment.get_absolute_url()).status == 410
    assert TITLE not in page.request.get(live_server.url + "/").text()
