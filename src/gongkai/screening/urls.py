"""Screening at the desk. What other programs call is in ``api_urls``."""

from django.urls import path

from . import (
    assessment_views,
    desk_views,
    key_views,
    leader_views,
    look_back_views,
    record_views,
    word_views,
)

app_name = "screening"
urlpatterns = [
    path("", desk_views.overview, name="overview"),
    path("files/", desk_views.files, name="files"),
    path("records/", record_views.records, name="records"),
    path("records/settle/", record_views.settle, name="settle"),
    path("records/<int:pk>/", record_views.record, name="record"),
    path("records/<int:pk>/files/<str:code>/take-on/", record_views.take_on, name="take_on"),
    path("look-back/", look_back_views.look_backs, name="look_backs"),
    path("look-back/start/", look_back_views.start, name="look_back_start"),
    path("look-back/<int:pk>/", look_back_views.look_back, name="look_back"),
    path("look-back/<int:pk>/records/", look_back_views.look_back_records_of, name="look_back_records"),
    path("words/", word_views.words, name="words"),
    path("words/new/", word_views.word_add, name="word_add"),
    path("words/switch/", word_views.words_switch, name="words_switch"),
    path("words/import/", word_views.words_import, name="words_import"),
    path("words/try/", word_views.words_try, name="words_try"),
    path("words/<int:pk>/", word_views.word, name="word"),
    path("leaders/", leader_views.leaders, name="leaders"),
    path("leaders/new/", leader_views.leader_add, name="leader_add"),
    path("leaders/<int:pk>/", leader_views.leader, name="leader"),
    path("leaders/<int:pk>/remove/", leader_views.leader_remove, name="leader_remove"),
    path("leaders/<int:pk>/shift/", leader_views.leader_shift, name="leader_shift"),
    path("assessments/", assessment_views.assessments, name="assessments"),
    path("assessments/<int:pk>/", assessment_views.assessment, name="assessment"),
    path("keys/", key_views.keys, name="keys"),
    path("keys/new/", key_views.key_make, name="key_make"),
    path("keys/<int:pk>/revoke/", key_views.key_revoke, name="key_revoke"),
]
