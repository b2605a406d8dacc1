from django.apps import AppConfig


class SectionsConfig(AppConfig):
    name = "gongkai.sections"
    label = "sections"
    verbose_name = "栏目"
