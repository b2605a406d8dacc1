"""An annual report from the empty form to the public files, and one of somebody else put through its paces."""

import json
from decimal import Decimal

import pytest
from test_story import approve, sign_in
from tests.annual_county import SOME, publish

from gongkai.annual_reports.figures import completed
from gongkai.annual_reports.layout import NATURAL, TOTAL, t2, t3
from gongkai.annual_reports.models import Filing
from gongkai.annual_reports.reading import read
from gongkai.annual_reports.tests import report_samples
from gongkai.annual_reports.tests.factories import accepted, fill, open_year, prose_of
from gongkai.publications.models import Item

pytestmark = pytest.mark.django_db(transaction=True)

TITLE = "示范县民政局2025年政府信息公开工作年度报告"


def check_secrecy_in_browser(page, live_server, title):
    sign_in(page, live_server, "qin")
    page.click(f"text={title}")
    for _ in range(3):
        page.check(".tick-form >> nth=0 >> text=不涉及，可以公开")
        page.click("text=记录这一项 >> nth=0")
        page.wait_for_selector("text=这一项保密审查已记录")


def test_a_report_from_the_empty_form_to_the_public_files(
    page, live_server, chain, notices, education, office, chen, zhou, fang, wu, qin, lu, lin
):
    county = notices.county
    county.domain = "localhost"
    county.save()

    sign_in(page, live_server, "lu")
    page.click(".side-open >> text=年度报告")
    page.click("text=启动年报编制")
    page.fill("[name=year]", "2025")
    page.select_option("[name=section]", value=str(notices.pk))
    page.click("main button:has-text('启动')")
    page.wait_for_selector("h1:has-text('2025年度年报')")

    sign_in(page, live_server, "chen")
    page.click("main a:has-text('示范县民政局2025年度报告')")
    page.wait_for_load_state()  # a paste before the page's scripts run goes into one cell
    # A block copied out of Excel: the first row of table 3, and the next below it.
    page.focus(f'[name="{t3("new", NATURAL)}"]')
    page.evaluate(
        """text => { const data = new DataTransfer(); data.setData("text/plain", text);
        document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})) }""",
        "3\t1\t0\t0\t0\t0\n0\t0\t0\t0\t0\t0\n",
    )
    page.locator(f'output[data-cell="{t3("new", TOTAL)}"]', has_text="4").wait_for()
    page.locator(".finding.error", has_text="应相等，相差4").wait_for()
    # The rest as it is typed into the form by whoever has the time.
    own = Filing.objects.get(agency=chen.agency, scope="own")
    balanced = {
        t3("new", NATURAL): "3",
        t3("new", "business"): "1",
        t3("open", NATURAL): "3",
        t3("open", "business"): "1",
    }
    fill(own, chen, balanced | {t2("licences", "decisions"): "12"}, prose={})
    page.reload()
    page.click("text=按数据起草")
    page.wait_for_selector("text=已按数据起草")
    written = page.input_value("[name=prose-1]")
    assert "新收政府信息公开申请4件" in written and "【请补写" in written
    page.click("text=保存并报送")
    page.wait_for_selector("text=个错误没有改正或说明")  # what is to be written is still to be written
    for ordinal, text in prose_of(2025).items():
        page.fill(f"[name=prose-{ordinal}]", text)
    page.click("text=保存并报送")
    page.wait_for_selector("text=已报送")

    sign_in(page, live_server, "lu")
    page.click("main a:has-text('示范县民政局2025年度报告')")
    page.click("main button:has-text('审定')")
    page.wait_for_selector("text=年报已审定")
    page.click("text=全县汇总")
    page.click(f"#c-{t2('licences', 'decisions').replace('.', chr(92) + '.')} a")
    assert page.locator("tbody tr", has_text="县民政局").locator(".number").inner_text() == "12"

    sign_in(page, live_server, "chen")
    page.goto(f"{live_server.url}/desk/annual-reports/filings/{own.pk}/")
    page.click("text=生成发布稿")
    page.wait_for_selector("text=发布稿已生成")
    assert page.locator("[name=body]").count() == 0
    page.click("text=保存并送审")
    page.wait_for_selector("text=已送审")
    approve(page, live_server, "zhou", "数据与登记一致", TITLE)
    check_secrecy_in_browser(page, live_server, TITLE)
    approve(page, live_server, "fang", "同意", TITLE)
    approve(page, live_server, "wu", "同意发布", TITLE)

    item = Item.objects.get()
    page.context.clear_cookies()
    page.goto(live_server.url + item.get_absolute_url())
    expected = {cell: number for cell, number in completed(Filing.objects.get(pk=own.pk).cells).items()}
    assert numbers(read(page.content().encode(), "page.html")) == expected
    for form in ("PDF", "Word", "JSON"):
        with page.expect_download() as download:
            page.click(f"main a:has-text('（{form}）')")
        content = download.value.path().read_bytes()
        if form == "JSON":
            assert (
                as_numbers(json.loads(content, parse_int=Decimal, parse_float=Decimal)["cells"]) == expected
            )
        else:
            assert numbers(read(content, download.value.suggested_filename)) == expected


def numbers(report):
    return {cell: figure.number for cell, figure in report.figures.items()}


def as_numbers(cells):
    return {cell: None if value is None else Decimal(value) for cell, value in cells.items()}


def test_a_correction_stands_beside_the_published_report(
    page, live_server, chain, notices, chen, zhou, fang, wu, qin, lu
):
    county = notices.county
    county.domain = "localhost"
    county.save()
    own = open_year(county, notices, lu).filings.get(agency=chen.agency, scope="own")
    item = publish(accepted(own, chen, lu, SOME), chen, [zhou, fang, wu], qin)
    sign_in(page, live_server, "chen")
    page.goto(f"{live_server.url}/desk/annual-reports/filings/{own.pk}/")
    page.click("text=更正")
    page.fill("[name=place]", "表二“行政许可”")
    page.fill("[name=was]", "12")
    page.fill("[name=corrected]", "13")
    page.click("text=写入更正")
    page.wait_for_selector("text=还有内容需要修改")
    assert page.input_value("[name=corrected]") == "13"
    page.fill("[name=reason]", "漏统计1件")
    page.click("text=写入更正")
    page.wait_for_selector("text=更正已写在年报后面")
    public = live_server.url + item.get_absolute_url()
    page.click("text=保存并送审")
    page.wait_for_selector("text=已送审")
    approve(page, live_server, "zhou", "同意", TITLE)
    check_secrecy_in_browser(page, live_server, TITLE)
    approve(page, live_server, "fang", "同意", TITLE)
    approve(page, live_server, "wu", "同意", TITLE)
    page.goto(public)
    main = page.locator("main").inner_text()
    assert "表二“行政许可”原为“12”，更正为“13”。原因：漏统计1件。" in main
    assert numbers(read(page.content().encode(), "page.html"))[t2("licences", "decisions")] == 12


@pytest.mark.parametrize("width", [1280, 390])
def test_anybody_has_a_report_checked_and_is_led_to_both_places(page, live_server, notices, width):
    county = notices.county
    county.domain = "localhost"
    county.save()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{live_server.url}/")
    page.click("footer >> text=年报体检")
    page.click("text=开始体检")
    page.wait_for_selector("text=请选择年报文件")
    page.set_input_files("[name=file]", {"name": "a.pdf", "mimeType": "", "buffer": b"%PDF-1.7 broken"})
    page.click("text=开始体检")
    page.wait_for_selector("text=PDF 不完整")
    texts = report_samples.printed(report_samples.figures())
    texts[t3("done", NATURAL)] = str(int(texts[t3("done", NATURAL)]) + 1)
    content = report_samples.page(texts=texts).encode()
    page.set_input_files("[name=file]", {"name": "年报.html", "mimeType": "", "buffer": content})
    page.click("text=开始体检")
    finding = page.locator(".findings li", has_text="相差1").first
    finding.locator("text=看这一格").click()
    assert page.locator("td:target.lit").count() == 1
    page.goto(f"{live_server.url}/report-check/")
    page.fill(
        "[name=text]",
        report_samples.text({n: report_samples.dumped(rows) for n, rows in report_samples.tables().items()}),
    )
    page.click("text=开始体检")
    page.wait_for_selector("h1:has-text('年报体检结果')")
    assert page.locator(".findings .count-error").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
