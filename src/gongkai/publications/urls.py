"""Addresses of the desk's item pages, under /desk/items/."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from . import list_views, redaction_views, review_views, screening_views, views


class PrintedForm(StringConverter):
    regex = "pdf|docx"


register_converter(PrintedForm, "printed_form")

app_name = "publications"
urlpatterns = [
    path("", list_views.items, name="items"),
    path("new/", views.start, name="start"),
    path("queue/", review_views.queue, name="queue"),
    path("<int:pk>/", views.item, name="item"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/save/", views.save, name="save"),
    path("<int:pk>/submit/", views.submit, name="submit"),
    path("<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("<int:pk>/revise/", views.revise, name="revise"),
    path("<int:pk>/discard/", views.discard, name="discard"),
    path("<int:pk>/restore/", views.restore, name="restore"),
    path("<int:pk>/drop-revision/", views.drop_revision, name="drop_revision"),
    path("<int:pk>/take-down/", views.take_down, name="take_down"),
    path("<int:pk>/pin/", views.set_pinned, {"pinned": True}, name="pin"),
    path("<int:pk>/unpin/", views.set_pinned, {"pinned": False}, name="unpin"),
    path("<int:pk>/images/", views.attach_image, name="attach_image"),
    path("<int:pk>/copies/<int:copy_pk>/", views.copy, name="copy"),
    path("<int:pk>/screening/", screening_views.panel, name="screening"),
    path("<int:pk>/screening/mask/<slug:kind>/", screening_views.mask_text, name="mask_text"),
    path("<int:pk>/screening/confirm/", screening_views.confirm_kept, name="confirm_kept"),
    path("<int:pk>/originals/<int:attachment_pk>/", screening_views.original, name="original"),
    path("<int:pk>/assessment/", screening_views.assess, name="assess"),
    path("<int:pk>/files/<str:code>/public-copy/", screening_views.public_copy, name="public_copy"),
    path("<int:pk>/files/<str:code>/redact/", redaction_views.redact, name="redact"),
    path("<int:pk>/files/<str:code>/redact/marks/", redaction_views.save_marks, name="save_marks"),
    path(
        "<int:pk>/files/<str:code>/pages/<int:number>.png", redaction_views.page_picture, name="page_picture"
    ),
    path("<int:pk>/decide/", review_views.decide, name="decide"),
    path("<int:pk>/secrecy/", review_views.tick_secrecy, name="tick_secrecy"),
    path("<int:pk>/release-early/", review_views.release_early, name="release_early"),
    path("<int:pk>/requests/<int:step_pk>/", review_views.settle_request, name="settle_request"),
    path(
        "<int:pk>/versions/<int:number>/review-form.<printed_form:form>",
        review_views.review_form,
        name="review_form",
    ),
]
