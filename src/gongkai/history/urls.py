from django.urls import path

from . import views

app_name = "history"
urlpatterns = [
    path("", views.events, name="list"),
    path("export/", views.export, name="export"),
    path("verify/", views.verification, name="verify"),
    path("<int:sequence>/", views.event, name="event"),
]
