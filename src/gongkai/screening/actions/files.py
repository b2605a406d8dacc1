"""
Looking into files and making their public copies: asked for in a request, done by the worker in the sandbox.

A row that waits is the order; doing it twice gives the same result, and a worker that dies leaves it waiting.
"""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.utils import timezone

from gongkai.agencies.models import County
from gongkai.files.actions import FileRefused, store
from gongkai.files.models import StoredFile
from gongkai.files.queries import path_of

from .. import antivirus, sandbox
from ..enums import FileState, Level
from ..findings import Cover, Unreadable
from ..groups import level_of
from ..models import CleanCopy, FileCheck
from ..queries import lists_of
from ..recipes import Recipe, hash_of
from ..recording import found_row, hidden_row, unread_row, unremovable_row

RULES = "1"  # raised when the detectors find more than before: files are then looked at again
MOST_FINDINGS = 50_000  # in one file; a list longer than that is not for a web page
MOST_TRIES = 3  # a file that killed the process three times is refused


def ask_for_check(stored: StoredFile, county: County) -> FileCheck:
    """Order a look into ``stored``; one that has been looked at by today's rules is not looked at again."""
    ask_for_checks([stored], county)
    return FileCheck.objects.get(file=stored)


def ask_for_checks(files: Iterable[StoredFile], county: County) -> None:
    """As ``ask_for_check``, for many files in two queries."""
    files = {each.pk: each for each in files}
    FileCheck.objects.bulk_create(
        (FileCheck(file=file, county=county) for file in files.values()), ignore_conflicts=True
    )
    looked_at = FileCheck.objects.filter(file__in=files).exclude(state=FileState.WAITING)
    looked_at.exclude(rules=RULES).update(
        state=FileState.WAITING, done_at=None, reason="", tries=0, county=county
    )


def ask_for_copy(original: StoredFile, recipe: Recipe) -> CleanCopy:
    """Order the public copy of ``original`` by ``recipe``; an equal one that exists is given back."""
    digest = hash_of(recipe)
    copy, _ = CleanCopy.objects.get_or_create(
        original=original, recipe_hash=digest, defaults={"recipe": recipe}
    )
    return copy


def ensure_checked(stored: StoredFile, county: County) -> FileCheck:
    """Order the look and take it at once, in the calling process (commands, the look-back, the demo)."""
    check = ask_for_check(stored, county)
    return check if check.state != FileState.WAITING else run_check(check)


def ensure_copied(original: StoredFile, recipe: Recipe) -> CleanCopy:
    copy = ask_for_copy(original, recipe)
    return copy if copy.state != FileState.WAITING else run_copy(copy)


def run_check(check: FileCheck) -> FileCheck:
    """
    Look into a waiting file in the sandbox and write down what was found.

    Raises antivirus.AntivirusDown when the scanner is configured and does not answer: the file then goes on waiting.
    """
    stored = check.file
    FileCheck.objects.filter(pk=check.pk).update(tries=check.tries + 1)
    if check.tries >= MOST_TRIES:
        return _refuse_check(
            check, "这个文件几次检查都没有完成，可能已经损坏。请打开原文件另存一份后再上传。"
        )
    if virus := antivirus.scan(path_of(stored)):
        return _refuse_check(check, f"杀毒软件在这个文件里发现了“{virus}”，不能使用。请联系技术人员处理。")
    try:
        seen = sandbox.inspect(path_of(stored), extension=stored.extension, lists=lists_of(check.county))
    except Unreadable as error:
        return _refuse_check(check, str(error))
    rows = [
        found_row(each.finding, each.place, each.before, each.shown, each.after) for each in seen.findings
    ]
    rows += [unremovable_row(each) for each in seen.hidden if not each.removable]
    rows += [unread_row(each) for each in seen.unread]
    if len(rows) > MOST_FINDINGS:
        return _refuse_check(
            check, f"这个文件里有{len(rows)}处个人信息等内容，不能逐一处理。请只保留应当公开的项目后再上传。"
        )
    checked = _finish(
        check,
        state=FileState.DONE,
        reason="",
        rules=RULES,
        findings=rows,
        hidden=[hidden_row(each) for each in seen.hidden],
        pages=seen.pages,
        characters=seen.characters,
        title=seen.title[:300],
        beginning=seen.beginning[:400],
        links=seen.links[:500],
    )
    if not any(level_of(row) == Level.MUST for row in rows):
        ask_for_copy(stored, {})  # nothing to decide: the copy is there before anybody asks for it
    return checked


def run_copy(copy: CleanCopy) -> CleanCopy:
    """Make a waiting public copy in the sandbox and store it; the sandbox has attacked it before it gives it out."""
    original = copy.original
    CleanCopy.objects.filter(pk=copy.pk).update(tries=copy.tries + 1)
    if copy.tries >= MOST_TRIES:
        return _refuse_copy(
            copy, "公开副本几次都没有生成，可能原文件已经损坏。请打开原文件另存一份后再上传。"
        )
    covers = [Cover(*each) for each in copy.recipe.get("covers", [])]
    with tempfile.TemporaryDirectory(prefix="gongkai-copy-") as folder:
        target = Path(folder) / "copy"
        try:
            extension = sandbox.clean(
                path_of(original),
                target,
                extension=original.extension,
                covers=covers,
                marks=copy.recipe.get("marks", []),
            )
            with target.open("rb") as content:
                made = store(content, name=f"copy.{extension}")
        except (Unreadable, FileRefused) as error:
            return _refuse_copy(copy, str(error))
    return _finish(copy, state=FileState.DONE, file=made)


def _finish(row, **fields):
    """Write the result only if the row is still waiting: a second worker may have been faster."""
    fields["done_at"] = timezone.now()
    type(row).objects.filter(pk=row.pk, state=FileState.WAITING).update(**fields)
    row.refresh_from_db()
    return row


def _refuse_check(check: FileCheck, reason: str) -> FileCheck:
    return _finish(check, state=FileState.REFUSED, reason=reason[:400], rules=RULES)


def _refuse_copy(copy: CleanCopy, reason: str) -> CleanCopy:
    return _finish(copy, state=FileState.REFUSED, reason=reason[:400])
