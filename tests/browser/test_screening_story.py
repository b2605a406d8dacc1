"""Nothing leaks: a list with ID numbers and a workbook with a hidden sheet on their way to the public, in a browser."""

import io
import zipfile

import pytest
import xlsxwriter
from django.apps import apps
from test_story import PASTE, approve, sign_in

from gongkai.publications.models import Item
from gongkai.publications.tests.factories import look_into_files
from gongkai.screening.models import CleanCopy
from gongkai.search.tasks import index_changes

pytestmark = pytest.mark.django_db(transaction=True)

TITLE = "示范县民政局2026年高龄津贴发放名单公示"
# The two examples that GB 11643 prints, and a telephone number nobody is given.
NUMBERS = ["11010519491231002X", "440524188001010014"]
HIDDEN = "底册里的秘密八一七三"
LIST = (
    "<p>现将名单公示如下，公示期七个工作日。</p><table><tr><th>姓名</th><th>身份证号</th><th>金额（元）</th></tr>"
    + "".join(
        f"<tr><td>{name}</td><td>{number}</td><td>100</td></tr>"
        for name, number in zip(("张小明", "李大宝"), NUMBERS, strict=True)
    )
    + "</table>"
)


def workbook() -> bytes:
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    shown, base = book.add_worksheet("名单"), book.add_worksheet("底册")
    shown.write_row(0, 0, ["村", "人数"])
    shown.write_row(1, 0, ["甲村", 2])
    base.write_row(0, 0, [HIDDEN, NUMBERS[0]])
    base.hide()
    book.set_properties({"author": "起草人甲"})
    book.close()
    return content.getvalue()


def everywhere(settings) -> bytes:
    """Every table of the database, and every kept page and index file."""
    rows = "\n".join(
        str(row)
        for model in apps.get_models(include_auto_created=True)
        for row in model._default_manager.values_list()
    )
    folders = [settings.PAGES_DIR, settings.SEARCH_DIR]
    files = [path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()]
    return b"\n".join([rows.encode(), *files])


def test_a_list_with_id_numbers_and_a_hidden_sheet_goes_out_clean(
    page, live_server, settings, chain, notices, chen, zhou, fang, wu, qin
):
    county = notices.county
    county.domain = "localhost"
    county.save()

    sign_in(page, live_server, "chen")
    page.goto(f"{live_server.url}/desk/items/")
    page.click("text=新起草")
    page.check("text=公示")
    page.click("text=开始起草")
    page.fill("[name=title]", TITLE)
    page.select_option("[name=section]", label="政务公开 › 通知公告")
    page.wait_for_selector(".editor-surface [contenteditable]")
    page.evaluate(PASTE, [LIST])
    # Found while she writes: the draft is saved two seconds after the paste, and the panel follows.
    finding = page.locator("#screening-panel .finding", has_text="身份证号")
    finding.locator("text=2处").wait_for()
    assert finding.locator("text=必须处理").count() == 1
    finding.locator("summary", has_text="在哪里").click()
    assert finding.locator("mark").all_inner_texts() == ["110105********002X", "440524********0014"]

    finding.get_by_role("button", name="遮盖").click()
    page.wait_for_selector("text=把文字里的2处“身份证号”遮盖？")
    page.get_by_role("button", name="遮盖").click()
    page.wait_for_selector("text=文字里的2处“身份证号”已遮盖")
    assert page.locator("#screening-panel .finding.must", has_text="身份证号").count() == 0

    page.set_input_files("#attach-files", {"name": "各村人数.xlsx", "mimeType": "", "buffer": workbook()})
    page.click("button:has-text('上传')")
    page.wait_for_selector("#screening-panel >> text=正在检查")
    look_into_files()  # the worker, in a few seconds
    page.wait_for_selector("#screening-panel >> text=公开副本已生成")
    page.click("text=处看不见的内容")
    removed = page.locator(".removed li").all_inner_texts()
    assert any("隐藏的工作表" in each and "底册" in each for each in removed)

    names = page.locator("#screening-panel .finding.must", has_text="姓名")
    names.locator("summary", has_text="写明理由保留").click()
    names.locator("select").select_option(label="依法应当公开（请写明）")
    names.get_by_role("button", name="保留").click()
    page.wait_for_selector("text=请写一句话说明依据")  # the reason says nothing without its basis
    names.locator("summary", has_text="写明理由保留").click()
    names.locator("select").select_option(label="依法应当公开（请写明）")
    names.locator("input[type=text]").fill("《社会救助暂行办法》公示规定")
    names.get_by_role("button", name="保留").click()
    page.wait_for_selector("text=按您写的理由保留")
    page.click("text=保存并送审")
    page.wait_for_selector("text=已送审")
    page.wait_for_selector("text=应当作个人信息保护影响评估")

    approve(page, live_server, "zhou", "同意", TITLE)
    sign_in(page, live_server, "qin")
    page.click(f"text={TITLE}")
    page.check(".tick-form >> nth=0 >> text=不涉及，可以公开")
    page.click("text=记录这一项 >> nth=0")
    page.wait_for_selector("text=还有保留的内容没有逐项确认")
    kept = page.locator("#screening .finding", has_text="姓名")
    assert "《社会救助暂行办法》公示规定" in kept.inner_text()
    kept.locator("input[type=checkbox]").check()
    page.click("text=勾选的可以保留")
    page.wait_for_selector("text=已确认1项保留的内容")
    for _ in range(3):
        page.check(".tick-form >> nth=0 >> text=不涉及，可以公开")
        page.click("text=记录这一项 >> nth=0")
        page.wait_for_selector("text=这一项保密审查已记录")
    approve(page, live_server, "fang", "同意", TITLE)
    approve(page, live_server, "wu", "同意发布", TITLE)

    item = Item.objects.get()
    assert index_changes() > 0
    page.context.clear_cookies()
    page.goto(live_server.url + item.get_absolute_url())
    assert "110105********002X" in page.locator("main").inner_text()
    with page.expect_download() as download:
        page.click("main a:has-text('各村人数')")
    members = zipfile.ZipFile(download.value.path())
    parts = b"\n".join(members.read(name) for name in members.namelist())
    assert [
        word in parts.decode("utf-8", "replace") for word in ("甲村", HIDDEN, NUMBERS[0], "起草人甲")
    ] == [
        True,
        False,
        False,
        False,
    ]
    for path in ("/", "/sections/affairs/notices/", "/feeds/all.atom", "/search/?q=高龄津贴"):
        shown = page.request.get(live_server.url + path).text()
        assert [number in shown for number in NUMBERS] == [False, False], path
    # The page of a search repeats what was asked; it has no hit to show for it.
    assert item.get_absolute_url() not in page.request.get(f"{live_server.url}/search/?q={NUMBERS[0]}").text()

    kept_anywhere = everywhere(settings)
    assert [secret.encode() in kept_anywhere for secret in (*NUMBERS, HIDDEN)] == [False, False, False]
    # Only the uploads, which never leave, still hold what was hidden.
    uploads = {copy.original_id for copy in CleanCopy.objects.all()}
    assert uploads == {item.published_version.attachments.get().original_id}
