import pytest

from gongkai.accounts.enums import Role
from gongkai.agencies.models import Agency
from gongkai.common.errors import NotAllowed
from gongkai.conftest import make_person
from gongkai.publications.importing.agencies import import_agencies
from gongkai.publications.importing.sections import import_sections
from gongkai.publications.models import OldAddress
from gongkai.sections.models import Section


@pytest.fixture
def bai(office):
    return make_person("bai", "小白", office, Role.SECTION_ADMINISTRATOR)


def columns(folder, *lines):
    path = folder / "columns.tsv"
    path.write_text("\n".join(["path\tname\ttotal", *lines]), encoding="utf-8")
    return path


def codes(report):
    return [(line, finding.code) for line, _, finding in report.rows]


def test_columns_become_sections_with_the_parents_the_file_leaves_out(tmp_path, county, bai):
    path = columns(tmp_path, "zwgk/zfxxgk/wj\t政策文件\t3", "zwgk/zfxxgk/wj/xx_1\t\t2")
    report = import_sections(path, county=county, actor=bai)
    tree = Section.objects.order_by("path").values_list("path", "name", "layout", "depth")
    assert list(tree) == [
        ("zwgk", "zwgk", "group", 1),
        ("zwgk/zfxxgk", "zfxxgk", "group", 2),
        ("zwgk/zfxxgk/wj", "政策文件", "list", 3),
        ("zwgk/zfxxgk/wj/xx-1", "xx_1", "list", 4),
    ]
    assert codes(report) == [
        (2, "S-PARENT-ADDED"),
        (2, "S-PARENT-ADDED"),
        (2, "S-NO-NAME"),
        (2, "S-NO-NAME"),
        (3, "S-NO-NAME"),
        (3, "S-CODE"),
    ]
    assert OldAddress.objects.get(path="/zwgk/zfxxgk/wj/xx_1/").section.path == "zwgk/zfxxgk/wj/xx-1"


def test_an_unnamed_column_borrows_the_name_all_its_namesakes_bear(tmp_path, county, bai):
    import_sections(
        columns(tmp_path, "a/hzgfxwj\t行政规范性文件\t1", "b/hzgfxwj\t\t1"), county=county, actor=bai
    )
    assert Section.objects.get(path="b/hzgfxwj").name == "行政规范性文件"


def test_directories_that_differ_only_in_case_get_two_codes(tmp_path, county, bai):
    import_sections(
        columns(tmp_path, "a/CJT\t甲\t1", "a/cjt\t乙\t1", "a/856\t丙\t1"), county=county, actor=bai
    )
    assert sorted(Section.objects.filter(depth=2).values_list("path", flat=True)) == [
        "a/856",
        "a/cjt",
        "a/cjt-2",
    ]


def test_importing_sections_twice_adds_nothing(tmp_path, county, bai):
    path = columns(tmp_path, "a/b\t甲\t1", "a/b\t甲\t1", "\t乙\t1")
    first = import_sections(path, county=county, actor=bai)
    second = import_sections(path, county=county, actor=bai)
    assert (first.imported, first.refused, second.imported, second.skipped) == (2, 2, 0, 2)


def test_a_trial_of_sections_writes_nothing_and_says_the_same(tmp_path, county, bai):
    path = columns(tmp_path, "a/b_1\t\t1")
    trial = import_sections(path, county=county, actor=bai, dry_run=True)
    assert not Section.objects.exists()
    assert codes(trial) == codes(import_sections(path, county=county, actor=bai))


def test_only_who_may_change_the_tree_imports_sections(tmp_path, county, chen):
    with pytest.raises(NotAllowed):
        import_sections(columns(tmp_path, "a\t甲\t1"), county=county, actor=chen)
    assert not Section.objects.exists()


def test_offices_come_in_from_a_table_and_bad_rows_are_told_by_line(tmp_path, county, lu):
    path = tmp_path / "offices.csv"
    path.write_text(
        "全称,简称,代码,类别,机关代字\n"
        "示范县民政局,县民政局,civil-affairs,政府部门,示民发\n"
        "示东镇人民政府,示东镇,town-02,乡镇（街道）,\n"
        "示范县财政局,县财政局,Finance Bureau,政府部门,\n"
        "示范县教育局,,education,政府部门,\n"
        "示范县审计局,县审计局,audit,大学,\n",
        encoding="gb18030",
    )
    trial = import_agencies(path, county=county, actor=lu, dry_run=True)
    assert Agency.objects.count() == 1
    report = import_agencies(path, county=county, actor=lu)
    assert (trial.imported, report.imported, report.refused) == (2, 2, 3)
    assert [line for line, _, _ in report.rows] == [4, 5, 6]
    assert Agency.objects.get(code="civil-affairs").document_prefix == "示民发"
    assert import_agencies(path, county=county, actor=lu).skipped == 2
