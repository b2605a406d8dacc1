from django.urls import path

from . import views

app_name = "calendar"
urlpatterns = [
    path("", views.year, name="this_year"),
    path("<int:year>/", views.year, name="year"),
    path("day/", views.edit_day, name="day"),
    path("notice/", views.notice, name="notice"),
]
