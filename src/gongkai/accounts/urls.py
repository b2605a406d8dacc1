"""Signing in and the second factor (django-allauth)."""

from django.urls import include, path

urlpatterns = [path("", include("allauth.urls"))]
