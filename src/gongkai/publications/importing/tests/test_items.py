import csv
import json
from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from PIL import Image

from gongkai.accounts.enums import Role
from gongkai.conftest import make_person
from gongkai.history.models import Event
from gongkai.publications.hashing import content_hash
from gongkai.publications.importing.findings import write_sheet
from gongkai.publications.importing.items import import_items
from gongkai.publications.importing.offices import Offices
from gongkai.publications.models import Attachment, Item, Listing, OldAddress, Version
from gongkai.search.models import IndexChange
from gongkai.sections.models import Section

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


def row(number, **values):
    return {
        "url": f"http://old.example/xxgk/202603/t20260302_{number}.htm",
        "column_path": "affairs/notices",
        "title": f"示范县民政局关于第{number}号事项的通知",
        "issuing_agency": "示范县民政局",
        "signed_on": "2026-03-02",
        "published_on": "2026-03-02 09:30",
        "body": f"各镇人民政府：现将第{number}号事项通知如下。 示范县民政局 2026年3月2日",
    } | values


def written(folder, *rows, name="items.jsonl", encoding="utf-8"):
    path = folder / name
    lines = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in rows]
    path.write_text("\n".join(lines), encoding=encoding)
    return path


@pytest.fixture
def bring_in(county, civil_affairs, education, office, notices):
    def bring_in(path, **options):
        return import_items(
            path, county=county, default_agency=office, offices=Offices.of_county(county), now=NOW, **options
        )

    return bring_in


def counts():
    models = (Item, Version, Listing, OldAddress, Event, IndexChange)
    return {model.__name__: model.objects.count() for model in models}


def test_an_imported_item_is_public_as_it_was_on_the_old_site(bring_in, tmp_path, civil_affairs, notices):
    report = bring_in(written(tmp_path, row(1, doc_number="示民发[2026]第7号", validity="有效")))
    item = Item.objects.get()
    version = item.published_version
    assert (report.imported, item.agency, item.section, item.stage) == (1, civil_affairs, notices, "settled")
    assert (item.visibility, item.index_number) == ("published", "11990000MB0000002B/2026-0000001")
    assert (item.published_at, item.original_published_at) == (
        NOW,
        datetime(2026, 3, 2, 1, 30, tzinfo=UTC),
    )
    assert item.listed_at == item.original_published_at
    assert (version.number, version.review, version.document_number) == (1, None, "示民发〔2026〕7号")
    assert (version.kind, version.validity, version.issuer) == ("document", "in_force", "示范县民政局")
    assert version.content_hash == content_hash(version)
    assert [(row.section.path, row.is_direct) for row in item.listings.order_by("section__path")] == [
        ("affairs", False),
        ("affairs/notices", True),
    ]
    assert [(old.path, old.item) for old in OldAddress.objects.all()] == [
        ("/xxgk/202603/t20260302_1.htm", item)
    ]
    assert [event.verb for event in Event.objects.all()] == ["item.imported"]
    assert list(IndexChange.objects.values_list("kind", "key")) == [("item", item.pk)]
    notices.refresh_from_db()
    assert notices.last_published_at == item.listed_at


def test_a_trial_writes_nothing_and_reports_the_same(bring_in, tmp_path):
    path = written(tmp_path, row(1), row(2, title="公示"), row(3, body=""))
    before = counts()
    trial = bring_in(path, dry_run=True)
    assert counts() == before
    real = bring_in(path)
    assert (trial.rows, trial.imported, trial.refused) == (real.rows, real.imported, real.refused)
    assert (real.imported, real.refused) == (2, 1)


def test_a_run_that_is_killed_goes_on_where_it_stopped(bring_in, tmp_path):
    path = written(tmp_path, *(row(number) for number in range(1, 8)))

    def killed(report):
        if report.imported == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring_in(path, batch=2, progress=killed)
    assert Item.objects.count() == 4
    report = bring_in(path, batch=2)
    assert (report.imported, report.skipped, Item.objects.count()) == (3, 4, 7)
    assert len(set(Item.objects.values_list("index_number", flat=True))) == 7
    assert bring_in(path).imported == 0


def test_a_batch_that_fails_leaves_nothing_of_itself(bring_in, tmp_path, monkeypatch):
    def refuse(kind, keys):
        raise RuntimeError("power cut")

    monkeypatch.setattr("gongkai.publications.importing.writing.note_changed", refuse)
    before = counts()
    with pytest.raises(RuntimeError):
        bring_in(written(tmp_path, row(1)))
    assert counts() == before


def test_the_same_document_in_two_sections_is_written_once_and_listed_in_both(
    bring_in, tmp_path, county, notices
):
    other = Section.objects.create(county=county, name="文件", code="files", path="files")
    again = row(
        2, title=row(1)["title"], body=row(1)["body"], column_path="files", doc_number="示民发〔2026〕7号"
    )
    report = bring_in(written(tmp_path, row(1, doc_number="示民发〔2026〕7号"), again))
    item = Item.objects.get()
    assert (report.imported, report.merged) == (1, 1)
    assert list(item.published_version.also_in.all()) == [other]
    assert sorted(OldAddress.objects.values_list("path", "item")) == [
        ("/xxgk/202603/t20260302_1.htm", item.pk),
        ("/xxgk/202603/t20260302_2.htm", item.pk),
    ]
    assert item.published_version.content_hash == content_hash(item.published_version)


def test_a_repeat_of_a_refused_item_is_imported_itself(bring_in, tmp_path):
    again = row(2, title=row(1)["title"], body=row(1)["body"])
    report = bring_in(written(tmp_path, row(1, column_path="nowhere"), again))
    assert (report.imported, report.refused, Item.objects.count()) == (1, 1, 1)


def test_an_old_index_number_is_kept_once(bring_in, tmp_path):
    path = written(tmp_path, row(1, index_number="A-2026-00001"), row(2, index_number="A-2026-00001"), row(3))
    report = bring_in(path)
    assert list(Item.objects.order_by("pk").values_list("index_number", flat=True)) == [
        "A-2026-00001",
        "11990000MB0000002B/2026-0000001",
        "11990000MB0000002B/2026-0000002",
    ]
    assert [finding.code for _, _, finding in report.rows if finding.code == "T10-INDEX-TAKEN"] == [
        "T10-INDEX-TAKEN"
    ]


def test_a_serial_the_file_brings_along_is_stepped_over(bring_in, tmp_path):
    bring_in(written(tmp_path, row(1, index_number="11990000MB0000002B/2026-0000001"), row(2)))
    assert sorted(Item.objects.values_list("index_number", flat=True)) == [
        "11990000MB0000002B/2026-0000001",
        "11990000MB0000002B/2026-0000002",
    ]


def test_spellings_lead_to_agencies_and_unknown_ones_to_the_default(
    bring_in, tmp_path, county, office, education, civil_affairs
):
    spellings = tmp_path / "map.csv"
    spellings.write_text("发布机构,机构代码\n示范教育网,education\n", encoding="gb18030")
    path = written(
        tmp_path,
        row(1, issuing_agency="县民政局", body="事项一。"),
        row(2, issuing_agency="示范教育网", body="事项二。"),
        row(3, issuing_agency="示范县气象台", body="事项三。"),
    )
    report = import_items(
        path, county=county, default_agency=office, offices=Offices.of_county(county, spellings), now=NOW
    )
    placed = Item.objects.order_by("pk").values_list("agency", "published_version__source")
    assert list(placed) == [
        (civil_affairs.pk, "县民政局"),
        (education.pk, "示范教育网"),
        (office.pk, "示范县气象台"),
    ]
    assert [line for line, _, finding in report.rows if finding.code == "T10-UNKNOWN-AGENCY"] == [3]


def test_broken_lines_are_reported_with_their_number_and_the_rest_comes_in(bring_in, tmp_path):
    path = written(tmp_path, row(1), '{"url": "http://old.example/broken', "[1, 2]", "", row(5), row(1))
    report = bring_in(path)
    refused = [(line, finding.code) for line, _, finding in report.rows if finding.severity == "refused"]
    assert refused == [(2, "F-JSON"), (3, "F-JSON"), (6, "F-ADDRESS-TWICE")]
    assert (report.imported, report.refused) == (2, 3)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_usual_encodings_are_read(bring_in, tmp_path, encoding):
    bring_in(written(tmp_path, row(1), encoding=encoding))
    assert Item.objects.get().title == row(1)["title"]


def test_files_that_come_along_are_attached_and_pictures_stay_in_the_text(bring_in, tmp_path):
    Image.new("RGB", (8, 8)).save(tmp_path / "p.png")
    body = '<p>见图。</p><p><img src="./p.png" alt="示意图"></p>'
    path = written(tmp_path, row(1, body=body, files=["p.png", "没有.pdf"]))
    report = bring_in(path)
    attachment = Attachment.objects.get()
    assert (attachment.is_inline, attachment.name) == (True, "p.png")
    assert attachment.get_absolute_url() in attachment.version.body
    assert "F-FILE-MISSING" in report.by_code()


def test_names_of_files_that_did_not_come_stay_out_of_the_public_text(bring_in, tmp_path):
    report = bring_in(written(tmp_path, row(1, attachments=["内部名单.xlsx"])))
    assert "内部名单" not in Version.objects.get().body
    assert [finding.code for _, _, finding in report.rows] == ["T7-NO-FILE"]


def test_the_sheet_has_a_line_for_each_finding(bring_in, tmp_path):
    report = bring_in(written(tmp_path, row(1, title="=公示"), row(2, body="")))
    write_sheet(report, tmp_path / "errors.csv")
    write_sheet(report, tmp_path / "errors.xlsx")
    with (tmp_path / "errors.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [(line["行号"], line["编号"], line["程度"]) for line in lines] == [("2", "T8-EMPTY", "没有导入")]
    assert (tmp_path / "errors.xlsx").read_bytes()[:2] == b"PK"


def test_the_command_answers_with_the_exit_codes_of_the_others(tmp_path, county, office, notices, capsys):
    make_person("bai", "小白", office, Role.SECTION_ADMINISTRATOR)
    table = tmp_path / "columns.tsv"
    table.write_text("path\tname\ttotal\nzwgk/gsgg\t公示公告\t9\n", encoding="utf-8")
    call_command("import", "sections", str(table), "--by", "bai")
    assert Section.objects.filter(path="zwgk/gsgg").exists()
    path = written(tmp_path, row(1, column_path="zwgk/gsgg"), row(2, body=""))
    with pytest.raises(SystemExit) as found:
        call_command("import", "items", str(path), "--default-agency", "office")
    assert (found.value.code, Item.objects.count()) == (1, 1)
    with pytest.raises(SystemExit) as unreadable:
        call_command("import", "items", str(path), "--default-agency", "nobody")
    assert unreadable.value.code == 2
