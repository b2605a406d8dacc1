"""Desk pages of people and roles."""

from django.urls import path

from .views import bulk, matrix, me, people, steps

app_name = "people"
urlpatterns = [
    path("", people.people, name="list"),
    path("new/", people.add, name="add"),
    path("import/", bulk.bulk, name="import"),
    path("matrix/", matrix.matrix, name="matrix"),
    path("me/", me.me, name="me"),
    path("<int:pk>/", people.person, name="person"),
    path("<int:pk>/edit/", people.edit, name="edit"),
    path("<int:pk>/move/", people.move, name="move"),
    path("<int:pk>/disable/", steps.disable, name="disable"),
    path("<int:pk>/enable/", steps.enable, name="enable"),
    path("<int:pk>/unlock/", steps.unlock, name="unlock"),
    path("<int:pk>/reset-password/", steps.reset_password, name="reset_password"),
    path("<int:pk>/reset-second-factor/", steps.reset_second_factor, name="reset_second_factor"),
    path("<int:pk>/grant/", steps.grant, name="grant"),
    path("roles/<int:pk>/revoke/", steps.revoke, name="revoke"),
]
