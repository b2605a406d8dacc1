"""Sections and topics at the desk. Moving, merging and the items of a topic are in ``desk.urls``."""

from django.urls import path

from . import topic_views, views

app_name = "sections"
urlpatterns = [
    path("", views.section_tree, name="tree"),
    path("new/", views.create, name="create"),
    path("shift/", views.shift, name="shift"),
    path("owners/", views.owners, name="owners"),
    path("monitor/", views.monitor, name="monitor"),
    path("<int:pk>/", views.section, name="section"),
    path("<int:pk>/change/", views.change, name="change"),
    path("<int:pk>/archive/", views.archive, name="archive"),
    path("<int:pk>/reopen/", views.reopen, name="reopen"),
    path("topics/", topic_views.topics, name="topics"),
    path("topics/new/", topic_views.create, name="topic_create"),
    path("topics/<int:pk>/change/", topic_views.change, name="topic_change"),
    path("topics/<int:pk>/shift/", topic_views.shift, name="topic_shift"),
    path("topics/<int:pk>/close/", topic_views.close, name="topic_close"),
    path("topics/<int:pk>/reopen/", topic_views.reopen, name="topic_reopen"),
]
