"""How allauth behaves here: nobody signs up; the security administrator makes accounts."""

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False


def display_name(user) -> str:
    return user.name
