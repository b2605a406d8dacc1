from django.urls import reverse

from gongkai.desk.menu import MENU, menu_for


def test_every_line_of_the_menu_leads_somewhere():
    assert all(reverse(line.url_name).startswith("/desk/") for group in MENU for line in group.lines)


def test_the_page_one_is_on_is_marked(chen):
    links = [link for _, group in menu_for(chen, reverse("desk:todo")) for link in group]
    assert [link.label for link in links if link.is_current] == ["待办"]
