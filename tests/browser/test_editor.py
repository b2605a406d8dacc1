"""The editor and autosave in a real browser, under the site's Content-Security-Policy."""

import base64
import hashlib
import io
import json
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from editor_server import EditorServer
from PIL import Image

import gongkai

VENDOR = Path(gongkai.__file__).parent / "static" / "vendor"
WORD = Path(__file__).parent / "data" / "word.html"
PASTE = """([element, html, rtf, text]) => {
    const data = new DataTransfer()
    if (html) data.setData('text/html', html)
    if (rtf) data.setData('text/rtf', rtf)
    data.setData('text/plain', text)
    element.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))
}"""
DROP = """([element, name, type, base64]) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    const data = new DataTransfer()
    data.items.add(new File([bytes], name, {type}))
    element.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))
}"""


def picture(colour="navy", width=40, height=30):
    file = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(file, "PNG")
    return file.getvalue()


def rtf_with(*pictures):
    """The clipboard of Word: each picture once as PNG and once as WMF for old readers, and one in a list bullet."""
    bullet = r"{\*\listpicture{\pict\pngblip\picwgoal120\pichgoal120 " + picture("red").hex() + "}}"
    groups = "".join(
        r"{\*\shppict{\pict{\*\picprop\shplid1025{\sp{\sn shapeType}{\sv 75}}}\picscalex100\picscaley100"
        r"\picwgoal600\pichgoal450\pngblip\bliptag1 {\*\blipuid 0123456789abcdef}"
        f"\n{content.hex()}}}}}"
        r"{\nonshppict{\pict\wmetafile8\picwgoal600\pichgoal450 0100090000}}"
        for content in pictures
    )
    return r"{\rtf1\ansi\ansicpg936 \'b8\'bd\'bc\'fe " + bullet + groups + "}"


@pytest.fixture
def site():
    site = EditorServer()
    yield site
    site.close()


@pytest.fixture
def surface(page, site):
    page.goto(site.url)
    surface = page.get_by_role("textbox", name="正文")
    surface.click()
    return surface


def html_of(page):
    return page.evaluate(
        "new Promise((done) => setTimeout(() => done(document.getElementById('body').value), 300))"
    )


def paste(page, surface, html="", rtf="", text="文字"):
    page.evaluate(PASTE, [surface.element_handle(), html, rtf, text])


def tool(page, name):
    return page.get_by_role("button", name=name, exact=True)


def test_typed_text_reaches_the_textarea_and_counts_without_blanks(page, surface):
    page.keyboard.type("各乡镇 人民政府：")
    page.keyboard.press("Enter")
    page.keyboard.type("请遵照执行。")
    assert html_of(page) == "<p>各乡镇 人民政府：</p><p>请遵照执行。</p>"
    assert page.locator(".editor-count").inner_text() == "共 14 字"


def test_what_is_loaded_is_sent_back_unchanged(page, site):
    site.body = (
        '<h2>一、安排</h2><p class="indent">正文<strong>加粗</strong>，见<a href="https://www.example.cn/">原文</a>。</p>'
        '<ol start="3"><li>第三</li><li>第四<ul><li>下级</li></ul></li></ol><blockquote><p>引文</p></blockquote>'
        '<table><thead><tr><th scope="col">单位</th><th scope="col" colspan="2">人数</th></tr></thead>'
        '<tbody><tr><th scope="row" rowspan="2">民政局</th><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>'
        '<figure><img src="/files/a/1.png" alt="办事大厅" width="40" height="30"><figcaption>图一</figcaption></figure>'
        '<hr><p class="align-right">示范县民政局</p>'
    )
    site.files["/files/a/1.png"] = picture()
    page.goto(site.url)
    page.get_by_role("textbox", name="正文").press("Control+End")
    page.keyboard.type("。")
    assert html_of(page) == site.body.replace("示范县民政局", "示范县民政局。")


def test_toolbar_is_one_tab_stop_that_arrows_move_along(page, surface):
    page.keyboard.type("标题")
    page.keyboard.press("Alt+F10")
    names = []
    for _ in range(4):
        names.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        page.keyboard.press("ArrowRight")
    assert names == ["撤销", "重做", "正文段落", "大标题（二级标题）"]
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    assert tool(page, "大标题（二级标题）").get_attribute("aria-pressed") == "true"
    page.keyboard.type("一")
    page.keyboard.press("Alt+F10")
    page.keyboard.press("Escape")
    page.keyboard.type("二")
    assert html_of(page) == "<h2>标题一二</h2>"


@pytest.mark.parametrize(
    "leave",
    [
        "(button) => button.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}))",
        "(button) => button.click()",
    ],
)
def test_toolbar_gives_the_keyboard_back_at_once(page, surface, leave):
    tool(page, "居中").focus()
    has_keyboard = (
        f"([button, surface]) => {{ ({leave})(button); return document.activeElement === surface }}"
    )
    handles = [tool(page, "居中").element_handle(), surface.element_handle()]
    assert page.evaluate(has_keyboard, handles)


# A busy page gets keys and presses before the browser says where the caret has gone. The next two do it in one task.


def test_key_that_overtakes_the_news_of_the_caret_acts_where_the_caret_is(page, surface):
    page.keyboard.type("甲乙")
    press_enter_after_the_first_character = """(surface) => {
        getSelection().collapse(surface.querySelector('p').firstChild, 1)
        const key = {key: 'Enter', keyCode: 13, bubbles: true, cancelable: true}
        surface.dispatchEvent(new KeyboardEvent('keydown', key))
    }"""
    page.evaluate(press_enter_after_the_first_character, surface.element_handle())
    assert html_of(page) == "<p>甲</p><p>乙</p>"


def test_button_that_overtakes_the_news_of_the_selection_changes_what_is_selected(page, surface):
    page.keyboard.type("甲乙")
    press_after_selecting_the_first_character = """([surface, button]) => {
        const text = surface.querySelector('p').firstChild
        getSelection().setBaseAndExtent(text, 0, text, 1)
        button.dispatchEvent(new MouseEvent('mousedown', {bubbles: true, cancelable: true}))
        button.click()
    }"""
    bold = tool(page, "加粗").element_handle()
    page.evaluate(press_after_selecting_the_first_character, [surface.element_handle(), bold])
    assert html_of(page) == "<p><strong>甲</strong>乙</p>"


@pytest.mark.parametrize(
    ("button", "html"),
    [
        ("加粗", "<p><strong>文字</strong></p>"),
        ("斜体", "<p><em>文字</em></p>"),
        ("下划线", "<p><u>文字</u></p>"),
        ("删除线", "<p><s>文字</s></p>"),
        ("下标", "<p><sub>文字</sub></p>"),
        ("上标", "<p><sup>文字</sup></p>"),
        ("中标题（三级标题）", "<h3>文字</h3>"),
        ("小标题（四级标题）", "<h4>文字</h4>"),
        ("居中", '<p class="align-center">文字</p>'),
        ("右对齐", '<p class="align-right">文字</p>'),
        ("首行缩进两字", '<p class="indent">文字</p>'),
        ("项目符号列表", "<ul><li>文字</li></ul>"),
        ("编号列表", "<ol><li>文字</li></ol>"),
        ("引用", "<blockquote><p>文字</p></blockquote>"),
    ],
)
def test_each_format_can_be_set_and_cleared(page, surface, button, html):
    page.keyboard.type("文字")
    page.keyboard.press("Control+a")
    tool(page, button).click()
    assert html_of(page) == html
    tool(page, "清除格式").click()
    assert html_of(page) == "<p>文字</p>"


def test_a_step_can_be_undone_and_redone(page, surface):
    page.keyboard.type("文字")
    page.keyboard.press("Control+a")
    page.wait_for_timeout(600)  # what follows within half a second is one step with the typing
    tool(page, "加粗").click()
    tool(page, "撤销").click()
    assert html_of(page) == "<p>文字</p>"
    tool(page, "重做").click()
    assert html_of(page) == "<p><strong>文字</strong></p>"


def test_link_is_asked_for_and_an_unsafe_address_refused(page, surface):
    page.keyboard.press("Control+k")
    dialog = page.get_by_role("dialog", name="插入链接")
    dialog.get_by_label("链接地址").fill("javascript:alert(1)")
    dialog.get_by_label("显示的文字").fill("县政府网站")
    dialog.get_by_role("button", name="确定").click()
    assert dialog.get_by_text("这个地址不能用。").count() == 1
    dialog.get_by_label("链接地址").fill("www.example.gov.cn")
    page.keyboard.press("Enter")
    assert html_of(page) == '<p><a href="https://www.example.gov.cn">县政府网站</a></p>'


def test_table_is_inserted_filled_and_its_cells_merged(page, surface):
    tool(page, "插入表格").click()
    page.get_by_role("dialog", name="插入表格").get_by_label("行数").fill("2")
    page.get_by_role("dialog", name="插入表格").get_by_label("列数").fill("2")
    page.keyboard.press("Enter")
    tool(page, "合并单元格").wait_for()
    for word in ("单位", "人数", "民政局", "12"):
        page.keyboard.type(word)
        page.keyboard.press("Tab")
    tool(page, "删除行").click()  # Tab in the last cell has added one
    surface.get_by_text("单位").click()
    page.keyboard.press("End")
    page.keyboard.press("Shift+ArrowRight")
    tool(page, "合并单元格").click()
    merged = (
        '<table><thead><tr><th scope="col" colspan="2"><p>单位</p><p>人数</p></th></tr></thead>'
        "<tbody><tr><td>民政局</td><td>12</td></tr></tbody></table>"
    )
    assert html_of(page) == merged
    tool(page, "拆分单元格").click()
    tool(page, "下方加行").click()
    tool(page, "左侧加列").click()
    assert page.locator(".ProseMirror tr").count() == 3
    assert page.locator(".ProseMirror tr").first.locator("th").count() == 3
    tool(page, "删除表格").click()
    assert html_of(page) == ""


def test_text_from_word_keeps_headings_lists_tables_and_pictures(page, site, surface):
    first, second = picture("navy"), picture("teal", 80, 20)
    paste(page, surface, WORD.read_text(), rtf_with(first, second))
    page.locator('.ProseMirror img[src^="/files/"]').nth(1).wait_for()
    assert html_of(page) == (
        '<h2 class="align-center">关于开展示范活动的通知</h2><h3>一、总体要求</h3>'
        '<p class="indent">坚持<strong>统一部署</strong>，分步实施。</p>'
        "<ol><li>摸清底数</li><li>分类处理<ul><li>纸质材料</li><li>电子材料</li></ul></li><li>按期报送</li></ol>"
        "<p>（一）责任到人</p>"
        '<table><thead><tr><th scope="col" colspan="2">单位与联系人</th><th scope="col">人数</th></tr></thead>'
        '<tbody><tr><td rowspan="2">示范县民政局</td><td>小陈</td><td>12</td></tr><tr><td>老周</td><td>3</td></tr></tbody></table>'
        '<figure><img src="/files/c/粘贴图片1.png" alt="" width="40" height="30"></figure>'
        '<figure><img src="/files/c/粘贴图片2.png" alt="办事流程：申请、受理、办结" width="80" height="20"></figure>'
        "<p>附件：名单</p>"
    )
    assert sorted(site.files.values()) == sorted([first, second])
    assert {fields["token"] for fields in site.sent("/upload")} == {"token"}


def test_pictures_without_alternative_text_are_walked_through(page, surface):
    paste(page, surface, WORD.read_text(), rtf_with(picture(), picture("teal")))
    page.locator('.ProseMirror img[src^="/files/"]').nth(1).wait_for()
    bar = page.locator(".editor-alt-bar")
    assert bar.inner_text().startswith("有 1 张图片还没有替代文字")
    bar.get_by_role("button", name="逐张填写").click()
    page.get_by_role("textbox", name="替代文字").fill("办事大厅全景")
    page.keyboard.press("Enter")
    bar.wait_for(state="hidden")
    assert re.findall(r'alt="([^"]*)"', html_of(page)) == ["办事大厅全景", "办事流程：申请、受理、办结"]


def test_picture_missing_from_the_clipboard_leaves_a_notice_and_the_text(page, site, surface):
    paste(page, surface, WORD.read_text(), rtf_with())
    notices = page.locator(".editor-pending.is-failed")
    assert notices.count() == 2
    assert notices.first.locator("p").inner_text().startswith("剪贴板里没有这张图片的内容。")
    assert html_of(page).endswith("</table><p>附件：名单</p>")
    notices.first.get_by_role("button", name="移除这张图片").click()
    assert notices.count() == 1


def test_data_pictures_are_uploaded_and_pictures_of_other_sites_explained(page, site, surface):
    data = base64.b64encode(picture()).decode()
    paste(
        page,
        surface,
        f'<p>前</p><img src="data:image/png;base64,{data}" alt="印章样式"><p>后</p><img src="https://example.com/a.png">',
    )
    page.locator('.ProseMirror img[src^="/files/"]').wait_for()
    assert html_of(page) == (
        '<p>前</p><figure><img src="/files/c/粘贴图片1.png" alt="印章样式" width="40" height="30"></figure><p>后</p>'
    )
    assert page.locator(".editor-pending p").inner_text().startswith("这张图片在别的网站上")


def test_refused_upload_says_why_holds_the_form_back_and_can_be_tried_again(page, site, surface):
    site.answers["/upload"] = (400, {"error": "图片里有定位信息，请先删除再上传。"})
    page.keyboard.type("正文")
    file = ["现场.png", "image/png", base64.b64encode(picture()).decode()]
    page.evaluate(DROP, [surface.element_handle(), *file])
    notice = page.locator(".editor-pending.is-failed")
    assert notice.locator("p").inner_text() == "图片里有定位信息，请先删除再上传。"
    assert html_of(page) == "<p>正文</p>"
    tool(page, "保存").click()
    assert page.locator(".editor-live").inner_text() == "有 1 张图片没有上传成功，请先重试或移除，再提交。"
    assert site.sent("/submitted") == []
    del site.answers["/upload"]
    notice.get_by_role("button", name="重试").click()
    page.locator('.ProseMirror img[src="/files/c/现场.png"]').or_(
        page.locator(".ProseMirror figure")
    ).first.wait_for()
    assert html_of(page) == (
        '<p>正文</p><figure><img src="/files/c/现场.png" alt="" width="40" height="30"></figure>'
    )


def test_chosen_picture_is_inserted_with_its_alternative_text(page, surface):
    with page.expect_file_chooser() as chooser:
        tool(page, "插入图片").click()
    chooser.value.set_files([{"name": "大厅.png", "mimeType": "image/png", "buffer": picture()}])
    dialog = page.get_by_role("dialog", name="插入图片")
    dialog.get_by_role("button", name="插入").click()
    assert dialog.get_by_text("请用一句话写出图片的内容。").count() == 1
    dialog.get_by_label("替代文字").fill("政务服务大厅")
    page.keyboard.press("Enter")
    page.locator(".ProseMirror figcaption").click()
    page.keyboard.type("图一")
    page.keyboard.press("Enter")
    page.keyboard.type("续写")
    assert html_of(page) == (
        '<figure><img src="/files/c/大厅.png" alt="政务服务大厅" width="40" height="30"><figcaption>图一</figcaption></figure>'
        "<p>续写</p>"
    )


def test_undo_after_an_upload_brings_no_placeholder_back(page, surface):
    page.keyboard.type("正文")
    file = ["现场.png", "image/png", base64.b64encode(picture()).decode()]
    page.evaluate(DROP, [surface.element_handle(), *file])
    page.locator(".ProseMirror figure").wait_for()
    tool(page, "撤销").click()
    tool(page, "重做").click()
    page.wait_for_timeout(100)
    assert page.locator(".editor-pending").count() == 0


def test_plain_paste_leaves_only_the_words(page, surface):
    tool(page, "粘贴为纯文本").click()
    paste(page, surface, "<h1>标题</h1><table><tr><td>格</td></tr></table>", text="标题\n格")
    assert html_of(page) == "<p>标题</p><p>格</p>"


def test_hostile_paste_leaves_no_script_and_no_foreign_attribute(page, surface):
    paste(
        page,
        surface,
        '<p onclick="x()" style="color:red">甲<script>window.hit = 1</script><a href="javascript:x()">乙</a></p>'
        '<img src=x onerror="window.hit=1"><iframe src="https://example.com"></iframe>'
        '<span style="display:none">隐藏</span>',
    )
    assert html_of(page).startswith("<p>甲乙</p>")
    assert not re.search(r"on\w+=|javascript|style|隐藏", html_of(page))
    assert page.evaluate("window.hit") is None


# --- autosave ---


def test_change_is_saved_after_two_quiet_seconds(page, site):
    page.clock.install()
    page.goto(site.url)
    page.get_by_role("textbox", name="正文").click()
    page.keyboard.type("第一稿")
    page.clock.run_for(1900)
    assert site.sent("/autosave") == []
    page.clock.run_for(500)
    page.get_by_text("已自动保存 10:23:05").wait_for()
    (sent,) = site.sent("/autosave")
    assert (sent["title"], sent["body"], sent["revision"]) == ("关于开展示范活动的通知", "<p>第一稿</p>", "3")
    assert page.locator("form").get_attribute("data-revision") == "4"
    assert page.evaluate("localStorage.length") == 0


def test_endless_typing_is_saved_every_twenty_seconds(page, site):
    page.clock.install()
    page.goto(site.url)
    page.get_by_label("标题", exact=True).click()
    for _ in range(24):
        page.keyboard.type("字")
        page.clock.run_for(1000)
    page.get_by_text("已自动保存").wait_for()
    # The clock also runs by itself: on a slow machine fewer characters fit into the twenty seconds, never more.
    assert 5 <= site.sent("/autosave")[0]["title"].count("字") <= 21


def test_conflict_stops_saving_and_keeps_the_text(page, site):
    site.answers["/autosave"] = (409, {"error": "老周已修改这篇稿件，您的文字另存了一份。", "copy": 7})
    page.clock.install()
    page.goto(site.url)
    page.get_by_role("textbox", name="正文").click()
    page.keyboard.type("我的修改")
    page.clock.run_for(2500)
    page.get_by_text("老周已修改这篇稿件，您的文字另存了一份。").wait_for()
    page.keyboard.type("继续")
    page.clock.run_for(60_000)
    assert len(site.sent("/autosave")) == 1
    assert html_of_now(page) == "<p>我的修改继续</p>"


def html_of_now(page):
    page.evaluate("new FormData(document.querySelector('form'))")  # the editor hands its text over first
    return page.locator("#body").input_value()


def test_ended_session_keeps_the_text_here_and_saves_once_it_is_back(page, site):
    site.answers["/autosave"] = (401, {"error": "请登录。"})
    page.clock.install()
    page.goto(site.url)
    page.get_by_role("textbox", name="正文").click()
    page.keyboard.type("没有保存的话")
    page.clock.run_for(2500)
    link = page.get_by_role("link", name="在新标签页登录")
    link.wait_for()
    assert link.get_attribute("target") == "_blank"
    assert "没有保存的话" in page.evaluate("localStorage.getItem('gongkai-autosave:item-1')")
    page.context.add_cookies([{"name": "csrftoken", "value": "new", "url": site.url}])
    del site.answers["/autosave"]
    page.clock.run_for(6000)
    page.get_by_text("已自动保存 10:23:05").wait_for()
    assert site.sent("/autosave")[-1]["csrfmiddlewaretoken"] == "new"
    assert page.evaluate("localStorage.length") == 0


def test_offline_text_is_saved_when_the_network_is_back(page, site):
    page.goto(site.url)
    page.context.set_offline(True)
    page.get_by_role("textbox", name="正文").click()
    page.keyboard.type("断网时写的")
    page.get_by_text("没有连上服务器").wait_for(timeout=5000)
    page.context.set_offline(False)
    page.get_by_text("已自动保存").wait_for(timeout=5000)
    assert site.sent("/autosave")[-1]["body"] == "<p>断网时写的</p>"


def local_copy(page, site, body, revision=3, **more):
    page.goto(site.url)
    copy = {
        "revision": revision,
        "at": 1780000000000,
        "fields": [["title", "改过的标题"], ["body", body]],
        **more,
    }
    page.evaluate(
        "([key, copy]) => localStorage.setItem(key, JSON.stringify({...copy, at: Date.now()}))",
        ["gongkai-autosave:item-1", copy],
    )
    page.reload()


def test_text_left_in_the_browser_is_restored_on_demand(page, site):
    local_copy(page, site, "<h2>丢不了的文字</h2>")
    bar = page.get_by_role("alert").filter(has_text="这台电脑上有")
    assert re.search(r"\d+月\d+日.*\d\d:\d\d 写下.*服务器上的内容保存于 10:00", bar.inner_text())
    bar.get_by_role("button", name="恢复这台电脑上的文字").click()
    assert page.locator(".ProseMirror h2").inner_text() == "丢不了的文字"
    page.get_by_text("已自动保存").wait_for(timeout=5000)
    (sent,) = site.sent("/autosave")
    assert (sent["title"], sent["body"]) == ("改过的标题", "<h2>丢不了的文字</h2>")


def test_text_left_in_the_browser_can_be_thrown_away(page, site):
    local_copy(page, site, "<p>不要的</p>")
    page.get_by_role("button", name="不要了，用服务器上的").click()
    assert page.evaluate("localStorage.length") == 0
    assert page.get_by_role("button", name="不要了，用服务器上的").count() == 0


def test_text_that_has_reached_the_server_is_not_offered_again(page, site):
    site.title, site.body, site.revision = "改过的标题", '<p class="indent">已保存</p>', 4
    local_copy(page, site, "<p>已保存</p>")
    assert page.evaluate("localStorage.length") == 0
    assert page.locator(".autosave-bar").count() == 0


def test_leaving_with_unsaved_text_sends_it_and_asks(page, site, surface):
    site.answers["/autosave"] = (500, {})
    page.keyboard.type("还没保存")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    html_of(page)
    page.goto("about:blank")
    assert asked == ["beforeunload"]
    page.wait_for_timeout(1000)
    assert [fields["body"] for fields in site.sent("/autosave")][-1:] == ["<p>还没保存</p>"]


def test_pressing_save_sends_the_form_without_asking(page, site, surface):
    page.keyboard.type("定稿")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    with page.expect_navigation():
        tool(page, "保存").click()
    assert [fields["body"] for fields in site.sent("/submitted")] == ["<p>定稿</p>"]
    assert asked == []


# --- for everybody ---


@pytest.mark.parametrize("width", [1280, 390])
def test_editor_has_no_accessibility_fault_and_fits(page, site, width):
    site.body = (
        "<h2>标题</h2><p>正文</p><table><tr><th>甲</th></tr><tr><td>乙</td></tr></table>"
        '<figure><img src="/files/a/1.png" alt=""></figure>'
    )
    site.files["/files/a/1.png"] = picture()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site.url)
    page.get_by_text("乙", exact=True).click()
    paste(page, page.get_by_role("textbox", name="正文"), '<img src="https://example.com/a.png">')
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.keyboard.press("Control+k")
    assert violations(page) == []


def violations(page):
    found = Axe().run(page).response["violations"]
    return [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found]


# --- what is shipped ---


def vendored():
    return sorted(path for path in VENDOR.iterdir() if path.is_dir())


def test_every_vendored_library_has_its_licence_and_true_hashes():
    assert vendored() != []
    for folder in vendored():
        sums = dict(
            reversed(line.split("  ", 1)) for line in (folder / "SHA256SUMS").read_text().splitlines()
        )
        files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
        del files["SHA256SUMS"]
        assert sums == files
        assert (folder / "LICENSE.txt").stat().st_size > 100


def test_vendored_versions_are_those_of_the_lock_file():
    frontend = Path(__file__).parents[2] / "frontend"
    lock = json.loads((frontend / "package-lock.json").read_text())["packages"]
    versions = {
        f"editor@{lock['']['version']}",
        f"htmx@{lock['node_modules/htmx.org']['version']}",
        f"lucide@{lock['node_modules/lucide-static']['version']}",
    }
    assert {folder.name for folder in vendored()} == versions
    assert [name for name, package in lock.items() if "resolved" in package] == []


def test_vendored_scripts_name_no_map_and_evaluate_no_text():
    for script in VENDOR.glob("*/*.js"):
        assert not re.search(r"sourceMappingURL|\beval\(|new Function\(", script.read_text())
