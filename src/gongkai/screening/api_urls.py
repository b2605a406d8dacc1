from django.urls import path

from . import api_views

app_name = "screening_api"
urlpatterns = [path("", api_views.screen, name="screen")]
