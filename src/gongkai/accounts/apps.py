from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "gongkai.accounts"
    label = "accounts"
    verbose_name = "人员与权限"

    def ready(self):
        from . import receivers  # noqa: F401  connects to allauth's signals once its models are loaded
