"""Filling a filing in, handing it in, sending it back, accepting it, and deciding what a finding means."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from gongkai.accounts.models import User
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.history.actions import hold_chain, record

from ..checks import Severity
from ..content import Report
from ..enums import Source, Verdict, next_state
from ..figures import blanks, carried_over, is_typed
from ..handing import as_json
from ..layout import in_words
from ..models import Filing, Judgement
from ..queries import findings_of, kept_cells, missing_parts, previous_report, report_of
from ..rules import OPEN, may_decide, may_edit, may_judge, may_submit, may_withdraw

MOST_PROSE = 20_000  # characters of a section
MOST_NAMED = 5
COUNTS = ("error_count", "warning_count")


@transaction.atomic
def save_filing(
    *,
    filing_id: int,
    person: User,
    revision: int,
    cells: Mapping[str, str],
    prose: Mapping[str, str],
    now: datetime,
) -> Filing:
    """
    Save what was typed: ``cells`` by name as plain numbers or "", ``prose`` by the ordinal of the section.

    Only what is named is changed. Saving leaves no event; handing in does. Raises Conflict when somebody else has
    saved since the page was loaded, NotAllowed when the filing has left the person's hands.
    """
    filing = locked(filing_id)
    _refuse_unless_editable(filing, person)
    if filing.revision != revision:
        by = filing.edited_by.name if filing.edited_by else "其他人"
        raise Conflict(
            f"{by}已于{localtime(filing.edited_at):%-m月%-d日 %H:%M}保存了新的内容，您的页面是旧的，这次没有保存。"
            "请另开一页看看最新的内容，再把您的改动填进去。"
        )
    if not filing.is_summary:
        _put(filing, {cell: text for cell, text in cells.items() if is_typed(cell)}, Source.TYPED)
    for ordinal, text in prose.items():
        filing.prose[ordinal] = text.replace("\r\n", "\n").strip()[:MOST_PROSE]
    return _saved(filing, person, now)


@transaction.atomic
def import_cells(
    *,
    filing_id: int,
    person: User,
    cells: Mapping[str, str],
    prose: Mapping[str, str],
    file_name: str,
    now: datetime,
) -> Filing:
    """
    Take over what was read from the office's own file. Cells not named stay as they are, and so does every section
    that somebody has written already.
    """
    hold_chain()
    filing = locked(filing_id)
    _refuse_unless_editable(filing, person)
    if filing.is_summary:
        raise NotAllowed("汇总的数据由各单位的年报相加得出，不能导入。")
    known = {cell: text for cell, text in cells.items() if is_typed(cell)}
    _put(filing, known, Source.IMPORTED)
    for ordinal, text in prose.items():
        if not filing.prose.get(ordinal):
            filing.prose[ordinal] = text.strip()[:MOST_PROSE]
    record(
        filing,
        "annual.imported",
        actor=person,
        agency=filing.agency,
        file=file_name[:200],
        cells=len(known),
    )
    return _saved(filing, person, now)


@transaction.atomic
def take_last_year(*, filing_id: int, person: User, report: Report, file_name: str, now: datetime) -> Filing:
    """
    Keep last year's published report, read from its file, to compare with; its 结转下年度 becomes 上年结转 where
    nothing was filled in yet. Raises NotAllowed when it is not the report on the year before.
    """
    hold_chain()
    filing = locked(filing_id)
    _refuse_unless_editable(filing, person)
    wanted = filing.season.year - 1
    if report.year != wanted:
        said = f"{report.year}年" if report.year else "没有写明年度"
        raise NotAllowed(f"这份年报是{said}的，要的是{wanted}年的。请换一个文件。")
    if not any(figure.number is not None for figure in report.figures.values()):
        raise NotAllowed("文件里没有读到年报的数据。三张表要是文字，不能是图片。")
    filing.before = as_json(report)
    if not filing.is_summary:
        carried = {cell: text for cell, text in carried_over(report).items() if not filing.cells.get(cell)}
        _put(filing, carried, Source.CARRIED)
    record(filing, "annual.last_year_taken", actor=person, agency=filing.agency, file=file_name[:200])
    return _saved(filing, person, now)


@transaction.atomic
def submit(*, filing_id: int, clerk: User, revision: int, now: datetime) -> Filing:
    """
    Hand the filing in to the disclosure office; a summary to that of the government above.

    Raises NotAllowed while a cell is blank (domain_rules 2.6 T3-I), an error of the checks is neither mended nor
    explained, or parts of a summary are not accepted: from then on none of its figures can change.
    """
    hold_chain()
    filing = locked(filing_id)
    if not may_submit(clerk, filing):
        raise NotAllowed(f"这份年报现在是“{filing.get_state_display()}”，不能报送。请刷新页面查看最新情况。")
    if filing.revision != revision:
        raise Conflict("您的页面打开后数据又有改动。请刷新页面，看过最新内容再报送。")
    refuse_missing_parts(filing)
    refuse_incomplete(filing)
    filing.state = next_state(filing.state, "submit")
    filing.submitted_by, filing.submitted_at, filing.note = clerk, now, ""
    filing.save(update_fields=["state", "submitted_by", "submitted_at", "note"])
    record(filing, "annual.submitted", actor=clerk, agency=filing.agency, cells=kept_cells(filing))
    return filing


@transaction.atomic
def withdraw(*, filing_id: int, clerk: User, now: datetime) -> Filing:
    """Take a filing back that nobody has accepted yet."""
    hold_chain()
    filing = locked(filing_id)
    if not may_withdraw(clerk, filing):
        raise NotAllowed(
            f"这份年报现在是“{filing.get_state_display()}”，不能撤回。要修改请联系审定它的政府信息公开工作机构退回。"
        )
    filing.state = next_state(filing.state, "withdraw")
    filing.save(update_fields=["state"])
    record(filing, "annual.withdrawn", actor=clerk, agency=filing.agency)
    return filing


@transaction.atomic
def return_filing(*, filing_id: int, actor: User, note: str, now: datetime) -> Filing:
    """Send a filing back to its office with a word of what to change."""
    note = note.strip()[:300]
    if not note:
        raise NotAllowed("请写明要修改什么，单位才知道怎么办。")
    hold_chain()
    filing = locked(filing_id)
    _refuse_unless_decidable(filing, actor)
    filing.state, filing.note = next_state(filing.state, "return"), note
    filing.save(update_fields=["state", "note"])
    record(filing, "annual.returned", actor=actor, agency=filing.agency, note=note)
    return filing


@transaction.atomic
def accept(*, filing_id: int, actor: User, now: datetime) -> Filing:
    """Accept a filing: its figures count, and its office may publish it."""
    hold_chain()
    filing = locked(filing_id)
    _refuse_unless_decidable(filing, actor)
    filing.state = next_state(filing.state, "accept")
    filing.save(update_fields=["state"])
    record(filing, "annual.accepted", actor=actor, agency=filing.agency)
    return filing


@transaction.atomic
def judge(
    *, filing_id: int, key: str, verdict: str, note: str, person: User, now: datetime
) -> Judgement | None:
    """
    Say what a finding of the checks means; an empty ``verdict`` takes an earlier decision back.

    Raises NotAllowed without a reason: whoever reads the report later must know why an error was let stand.
    """
    hold_chain()
    filing = locked(filing_id)
    if not may_judge(person, filing):
        raise NotAllowed("检查结果由填报单位和政府信息公开工作机构处理。")
    key, note = key[:160], note.strip()[:200]
    if not verdict:
        filing.judgements.filter(key=key).delete()
        record(filing, "annual.judgement_taken_back", actor=person, agency=filing.agency, finding=key)
        _count_findings(filing).save(update_fields=COUNTS)
        return None
    if verdict not in Verdict.values:
        raise NotAllowed("请选择“确有问题”或“情况属实，不是问题”。")
    if not note:
        raise NotAllowed("请写明理由，例如“机构合并，上年结转含原单位的3件”。")
    judgement, _ = filing.judgements.update_or_create(
        key=key, defaults={"verdict": verdict, "note": note, "judged_by": person, "judged_at": now}
    )
    record(
        filing, "annual.judged", actor=person, agency=filing.agency, finding=key, verdict=verdict, note=note
    )
    _count_findings(filing).save(update_fields=COUNTS)
    return judgement


def locked(filing_id: int) -> Filing:
    filings = Filing.objects.select_for_update(of=("self",))
    return filings.select_related("season__county", "agency", "item", "edited_by", "part_of__season").get(
        pk=filing_id
    )


def refuse_missing_parts(filing: Filing) -> None:
    """Refuse to go on with a summary while one of its parts is not accepted."""
    if filing.is_summary and (missing := missing_parts(filing)):
        named = "、".join(each.short_unit for each in missing[:10])
        raise NotAllowed(f"还有{len(missing)}个单位的年报没有审定：{named}。")


def refuse_incomplete(filing: Filing) -> None:
    """Refuse to go on while cells are blank or errors of the checks are open."""
    if not filing.is_summary and (empty := blanks(filing.cells)):
        named = "、".join(in_words(cell) for cell in empty[:MOST_NAMED])
        more = f"等{len(empty)}格" if len(empty) > MOST_NAMED else ""
        raise NotAllowed(f"还有没有填的格子：{named}{more}。没有的请填 0。")
    found = findings_of(filing, report_of(filing), previous_report(filing))
    if open_errors := [each.finding for each in found if each.is_open_error]:
        said = "".join(each.message for each in open_errors[:MOST_NAMED])
        raise NotAllowed(
            f"还有{len(open_errors)}个错误没有改正或说明：{said}请改正；情况属实的，在检查结果里写明理由。"
        )


def _put(filing: Filing, cells: Mapping[str, str], source: Source) -> None:
    for cell, text in cells.items():
        if filing.cells.get(cell, "") == text:
            continue
        if text:
            filing.cells[cell] = text
        else:
            filing.cells.pop(cell, None)
        if source == Source.TYPED or not text:
            filing.sources.pop(cell, None)
        else:
            filing.sources[cell] = source


def _saved(filing: Filing, person: User, now: datetime) -> Filing:
    _count_findings(filing)
    filing.revision += 1
    filing.edited_by, filing.edited_at = person, now
    filing.save(
        update_fields=[
            *COUNTS,
            *("cells", "sources", "prose", "before", "revision", "edited_by", "edited_at"),
        ]
    )
    return filing


def _count_findings(filing: Filing) -> Filing:
    """Count what is open, for lists; what was explained does not count."""
    found = findings_of(filing, report_of(filing), previous_report(filing))
    filing.error_count = sum(each.is_open_error for each in found)
    filing.warning_count = sum(
        each.finding.severity == Severity.WARNING and each.judgement is None for each in found
    )
    return filing


def _refuse_unless_editable(filing: Filing, person: User) -> None:
    if not may_edit(person, filing):
        is_in_review = filing.is_summary and filing.item and filing.state in OPEN
        now_is = filing.item.get_stage_display() if is_in_review else filing.get_state_display()
        raise NotAllowed(f"这份年报现在是“{now_is}”，不能修改。请刷新页面查看最新情况。")


def _refuse_unless_decidable(filing: Filing, actor: User) -> None:
    if not may_decide(actor, filing):
        raise NotAllowed(
            f"这份年报现在是“{filing.get_state_display()}”，不能退回或审定。只有汇总它的政府信息公开工作机构可以办理，"
            "已经随汇总报送上级的，要先撤回或者请上级退回汇总。"
        )
