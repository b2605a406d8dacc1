"""Import of many people: upload, look at what would happen, then let it happen."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from gongkai.common.errors import NotAllowed
from gongkai.common.tables import decode

from .. import importing, rules
from ..forms import ImportForm
from .people import temporary_passwords


@never_cache
def bulk(request):
    """
    The first upload is a dry run. The page that shows it carries the table as text, and its button sends that text
    back: what is written is what was looked at, and no half-done import lies about on the server.
    """
    if not rules.may_keep_people(request.user):
        raise PermissionDenied
    context = {"title": "批量导入人员", "form": ImportForm(), "columns": importing.COLUMNS}
    if request.method != "POST":
        return render(request, "people/import.html", context)
    try:
        if "table" in request.POST:
            rows = importing.read(request.POST["table"])
            made = importing.import_people(rows=rows, clerk=request.user, now=timezone.now())
            return temporary_passwords(request, made)
        context["form"] = form = ImportForm(request.POST, request.FILES)
        if form.is_valid():
            text = decode(form.cleaned_data["file"].read())
            rows = importing.check(importing.read(text), request.user)
            context |= {"rows": rows, "table": text, "wrong": sum(bool(row.errors) for row in rows)}
    except NotAllowed as error:
        context["refused"] = str(error)
    return render(request, "people/import.html", context)
