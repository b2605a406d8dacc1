import io
import re
import zipfile

import pytest

from gongkai.accounts.enums import Role
from gongkai.accounts.models import RoleAssignment, User
from gongkai.conftest import make_person
from gongkai.history.models import Event

CONFIRMED = {"confirmed": "1"}


def names_on(page):
    return re.findall(r'data-label="姓名"><a [^>]*>([^<]+)</a>', page.content.decode())


@pytest.mark.parametrize("rows", [1, 3])
def test_list_asks_the_same_questions_for_one_and_for_three(
    client, xie, civil_affairs, django_assert_num_queries, rows
):
    for number in range(rows):
        make_person(f"person{number}", f"第{number}人", civil_affairs, Role.CLERK, Role.FIRST_REVIEWER)
    client.force_login(xie)
    # the door's 4, roles of the reader, offices of the filter, count, people with their roles
    with django_assert_num_queries(9):
        assert len(names_on(client.get("/desk/people/"))) == rows + 1


def test_list_is_filtered_searched_and_sorted(client, xie, lu, chen, zhou, lin, civil_affairs):
    lin.is_active = False
    lin.save()
    client.force_login(xie)
    for query, names in [
        ("q=zhou", ["老周"]),
        ("q=小", ["小陈", "小林"]),
        (f"agency={civil_affairs.pk}", ["小陈", "老周"]),
        ("role=first_reviewer", ["老周"]),
        ("state=disabled", ["小林"]),
        ("state=no_role", []),
        ("state=no_second_factor&role=clerk", ["小陈", "小林"]),
        ("sort=-1", ["老周", "谢工", "陆主任", "小林", "小陈"]),
    ]:
        assert names_on(client.get(f"/desk/people/?{query}")) == names


def test_list_exports_what_it_shows(client, xie, chen, lin):
    client.force_login(xie)
    response = client.get("/desk/people/?q=chen&export=xlsx")
    with zipfile.ZipFile(io.BytesIO(response.content)) as file:
        text = "".join(file.read(name).decode() for name in file.namelist() if name.endswith(".xml"))
    assert ("小陈" in text, "小林" in text) == (True, False)


def test_ordinary_person_sees_only_their_own_office(client, chen, zhou, lin):
    client.force_login(chen)
    assert names_on(client.get("/desk/people/")) == ["小陈", "老周"]
    assert client.get(f"/desk/people/{zhou.pk}/").status_code == 200
    assert client.get(f"/desk/people/{lin.pk}/").status_code == 404


@pytest.mark.parametrize(
    "step", ["edit", "move", "disable", "enable", "unlock", "reset-password", "reset-second-factor"]
)
def test_steps_on_an_account_are_closed_to_colleagues_and_unknown_to_others(client, chen, zhou, lin, step):
    client.force_login(chen)
    for method in (client.get, client.post):
        assert method(f"/desk/people/{zhou.pk}/{step}/").status_code == 403
        assert method(f"/desk/people/{lin.pk}/{step}/").status_code == 404


@pytest.mark.parametrize("path", ["new/", "import/"])
def test_adding_people_is_closed_to_those_who_do_not_keep_them(client, chen, shen, path):
    for user in (chen, shen):
        client.force_login(user)
        assert client.get(f"/desk/people/{path}").status_code == 403


def test_added_person_and_their_temporary_password_are_shown_once(client, lu, civil_affairs):
    client.force_login(lu)
    typed = {"username": "Qian", "name": "小钱", "agency": civil_affairs.pk}
    response = client.post("/desk/people/new/", typed)
    password = re.search(r"<code>([^<]+)</code>", response.content.decode())[1]
    person = User.objects.get(username="qian")
    assert person.check_password(password)
    assert "no-store" in response["Cache-Control"]
    assert password not in client.get(f"/desk/people/{person.pk}/").content.decode()


def test_user_name_that_is_taken_is_refused_in_the_form(client, lu, chen, civil_affairs):
    client.force_login(lu)
    page = client.post(
        "/desk/people/new/", {"username": "chen", "name": "另一人", "agency": civil_affairs.pk}
    ).content.decode()
    assert "用户名“chen”已有人使用，账号没有建立。请换一个用户名。" in page


def test_person_is_edited_and_moved(client, lu, chen, education):
    client.force_login(lu)
    client.post(f"/desk/people/{chen.pk}/edit/", {"name": "陈晓", "job_title": "科长"})
    client.post(f"/desk/people/{chen.pk}/move/", {"agency": education.pk})
    chen.refresh_from_db()
    assert (chen.name, chen.job_title, chen.agency) == ("陈晓", "科长", education)


def test_account_is_disabled_only_after_the_question(client, xie, chen):
    client.force_login(xie)
    url = f"/desk/people/{chen.pk}/disable/"
    assert "停用后立即不能登录" in client.post(url).content.decode()
    chen.refresh_from_db()
    assert chen.is_active
    assert client.post(url, CONFIRMED).url == f"/desk/people/{chen.pk}/"
    chen.refresh_from_db()
    assert not chen.is_active
    client.post(f"/desk/people/{chen.pk}/enable/", CONFIRMED)
    chen.refresh_from_db()
    assert chen.is_active


def test_reset_password_is_shown_in_the_answer(client, xie, chen):
    client.force_login(xie)
    page = client.post(f"/desk/people/{chen.pk}/reset-password/", CONFIRMED).content.decode()
    chen.refresh_from_db()
    assert chen.check_password(re.search(r"<code>([^<]+)</code>", page)[1])


def test_role_is_granted_and_revoked_after_a_question(client, lu, chen, civil_affairs):
    client.force_login(lu)
    wanted = {"role": Role.FIRST_REVIEWER, "agency": civil_affairs.pk}
    page = client.post(f"/desk/people/{chen.pk}/grant/", wanted).content.decode()
    assert "将授予小陈在示范县民政局的“初审人”角色，立即生效。" in page
    assert chen.assignments.count() == 1
    client.post(f"/desk/people/{chen.pk}/grant/", wanted | CONFIRMED)
    granted = chen.assignments.get(role=Role.FIRST_REVIEWER)
    client.post(f"/desk/people/roles/{granted.pk}/revoke/", CONFIRMED)
    granted.refresh_from_db()
    assert granted.revoked_by == lu


def test_role_beyond_one_s_power_is_not_granted_whatever_is_posted(client, lu, chen, office):
    client.force_login(lu)
    wanted = {"role": Role.SECURITY_ADMINISTRATOR, "agency": office.pk, "confirmed": "1"}
    client.post(f"/desk/people/{chen.pk}/grant/", wanted)
    assert [*chen.assignments.values_list("role", flat=True)] == ["clerk"]


def test_refusal_of_the_action_is_read_on_the_page(client, an, lu):
    client.force_login(an)
    held = lu.assignments.get()
    page = client.post(f"/desk/people/roles/{held.pk}/revoke/", CONFIRMED, follow=True).content.decode()
    assert "陆主任是全县最后一位政府信息公开工作机构，不能收回陆主任的这个角色" in page


def test_roles_of_others_cannot_be_revoked_by_their_number(client, chen, zhou, lin):
    client.force_login(chen)
    for person in (zhou, lin):
        held = person.assignments.get()
        assert client.post(f"/desk/people/roles/{held.pk}/revoke/", CONFIRMED).status_code == 404
    assert not RoleAssignment.objects.exclude(revoked_at=None).exists()


def test_matrix_names_people_and_gaps(client, lu, chen, zhou, fang, wu, qin, lin):
    client.force_login(lu)
    page = re.sub(r"\s+", " ", client.get("/desk/people/matrix/").content.decode())
    rows = re.findall(r'<th scope="row"[^>]*>([^<]+)</th>.*?data-label="缺什么">(.*?)</td>', page)
    assert [(office, re.sub(r"<[^>]+>", "", gap)) for office, gap in rows] == [
        ("县政府办", "没有信息员（起草）。没有初审人。没有复审人。没有终审人。没有保密审查员。"),
        ("县民政局", "齐全"),
        ("县教育局", "没有初审人。没有复审人。没有终审人。没有保密审查员。"),
    ]


@pytest.mark.parametrize("rows", [1, 3])
def test_matrix_asks_the_same_questions_for_one_and_for_three(
    client, lu, civil_affairs, django_assert_num_queries, rows
):
    for number in range(rows):
        make_person(f"person{number}", f"第{number}人", civil_affairs, Role.CLERK)
    client.force_login(lu)
    with django_assert_num_queries(8):
        client.get("/desk/people/matrix/")


def test_own_page_changes_title_and_not_the_name(client, chen):
    client.force_login(chen)
    client.post("/desk/people/me/", {"name": "别名", "job_title": "科员", "email": ""})
    chen.refresh_from_db()
    assert (chen.name, chen.job_title) == ("小陈", "科员")
    assert [event.verb for event in Event.objects.all()] == ["account.changed"]


TABLE = "用户名,姓名,单位,职务,角色\nqian,小钱,县民政局,科员,信息员、初审人\nsun,老孙,示范县教育局,,\n"


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("gb18030"),
        TABLE.replace(",", "\t").encode(),
        TABLE.replace("\n", "\r\n").encode(),
    ],
    ids=["utf-8", "utf-8 with mark", "gb18030", "tab", "windows lines"],
)
def test_table_is_looked_at_first_and_imported_then(client, lu, civil_affairs, education, data):
    client.force_login(lu)
    page = client.post("/desk/people/import/", {"file": io.BytesIO(data)})
    assert "共2人，没有发现错误。还没有建立账号" in page.content.decode()
    assert not User.objects.filter(username="qian").exists()
    made = client.post("/desk/people/import/", {"table": page.context["table"]}).content.decode()
    assert len(re.findall(r"<code>[^<]+</code>", made)) == 2
    qian = User.objects.get(username="qian")
    assert (qian.agency, qian.job_title, qian.must_change_password) == (civil_affairs, "科员", True)
    assert qian.agencies_with(Role.CLERK, Role.FIRST_REVIEWER) == {civil_affairs.pk}
    assert User.objects.get(username="sun").agency == education


def test_table_with_mistakes_is_not_imported_and_says_where(client, lu, chen, civil_affairs):
    client.force_login(lu)
    table = (
        "用户名,姓名,单位,角色,电子邮箱\n"
        "chen,另一人,县民政局,,\n"
        "AB,,县卫健局,厨师,不是邮箱\n"
        "qian,小钱,县民政局,安全管理员,\n"
        "qian,小钱,县民政局,,\n"
    )
    page = client.post("/desk/people/import/", {"file": io.BytesIO(table.encode())})
    assert [row.errors for row in page.context["rows"]] == [
        ["用户名“chen”已有人使用。"],
        [
            "没有填姓名。",
            "用户名用3到30个小写字母、数字、点、横线，以字母或数字开头。",
            "电子邮箱“不是邮箱”写得不对。",
            "没有叫“县卫健局”的单位，或它已撤并。请写全称或简称。",
            "没有叫“厨师”的角色。",
        ],
        ["用户名“qian”在表里出现了不止一次。", "您不能授予“安全管理员”。"],
        ["用户名“qian”在表里出现了不止一次。"],
    ]
    refused = client.post("/desk/people/import/", {"table": table}).content.decode()
    assert "表格里还有错误，一个账号也没有建立。" in refused
    assert User.objects.count() == 2


@pytest.mark.parametrize(
    "data, sentence",
    [
        (b"", "所提交的是空文件。"),
        ("姓名,单位\n小钱,县民政局\n".encode(), "第一行缺少“用户名”这样的列名"),
        ("用户名,姓名,单位\n".encode(), "只有列名，没有人员"),
        (b"\xff\xfe\x00\x81", "编码不认识"),
    ],
)
def test_file_that_is_no_table_is_refused_with_the_reason(client, lu, data, sentence):
    client.force_login(lu)
    page = client.post("/desk/people/import/", {"file": io.BytesIO(data)}).content.decode()
    assert sentence in page
