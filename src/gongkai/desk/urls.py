"""Addresses of the desk."""

from django.urls import include, path

from . import preview_views, section_views, topic_views, views

app_name = "desk"
urlpatterns = [
    path("", views.todo, name="todo"),
    path("preview/<int:pk>/<int:version_pk>/", preview_views.preview, name="preview"),
    path("sections/<int:pk>/move/", section_views.move, name="section_move"),
    path("sections/<int:pk>/merge/", section_views.merge, name="section_merge"),
    path("sections/topics/<int:pk>/", topic_views.topic, name="topic"),
    path("sections/topics/<int:pk>/add/", topic_views.add, name="topic_add"),
    path("sections/topics/<int:pk>/entries/<int:entry_pk>/", topic_views.change_entry, name="topic_entry"),
    path("reviews/chains/", include("gongkai.review.chain_urls")),
    # Last, or the public site would look for a section of that name and answer with its own page.
    path("<path:address>/", views.nowhere),
]
