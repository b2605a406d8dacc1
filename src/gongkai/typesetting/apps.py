from django.apps import AppConfig


class TypesettingConfig(AppConfig):
    name = "gongkai.typesetting"
    label = "typesetting"
    verbose_name = "排版"
