"""Desk pages of agencies and the county's settings."""

from django.urls import path

from . import views

app_name = "agencies"
urlpatterns = [
    path("", views.agencies, name="list"),
    path("new/", views.add, name="add"),
    path("order/", views.reorder, name="reorder"),
    path("county/", views.county, name="county"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/close/", views.close, name="close"),
    path("<int:pk>/reopen/", views.reopen, name="reopen"),
]
