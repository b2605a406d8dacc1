"""Amounts that a summary adds beside its parts, each with a reason."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.errors import NotAllowed
from gongkai.history.actions import hold_chain, record

from ..enums import AdjustmentReason
from ..figures import is_typed
from ..layout import in_words, is_money
from ..models import Adjustment, Filing
from ..queries import kept_cells
from ..rules import may_edit
from .filling import locked


@transaction.atomic
def adjust(
    *, filing_id: int, cell: str, amount: Decimal, reason: str, note: str, actor: User, now: datetime
) -> Adjustment:
    """Add ``amount`` to a cell of a summary. Raises NotAllowed when the cell would fall below zero."""
    hold_chain()
    filing = locked(filing_id)
    _refuse(filing, actor)
    note = note.strip()[:200]
    if not is_typed(cell):
        raise NotAllowed("合计由系统计算，不能调整。请调整它的分项。")
    if not amount or (amount % 1 and not is_money(cell)):
        raise NotAllowed("调整数要填不等于 0 的整数，只有收费金额可以有小数。")
    if reason not in AdjustmentReason.values or not note:
        raise NotAllowed("请选择原因并写明具体情况，例如“民政局、财政局联合发文1件，只计一次”。")
    now_is = Decimal(kept_cells(filing).get(cell) or 0)
    if now_is + amount < 0:
        raise NotAllowed(f"{in_words(cell)}现在是{now_is:f}，减去{-amount:f}就成了负数。请核对。")
    adjustment = Adjustment.objects.create(
        filing=filing, cell=cell, amount=amount, reason=reason, note=note, made_by=actor, made_at=now
    )
    said = {"cell": cell, "amount": str(amount), "reason": reason, "note": note}
    record(filing, "annual.adjusted", actor=actor, agency=filing.agency, **said)
    return adjustment


@transaction.atomic
def remove_adjustment(*, adjustment_id: int, actor: User, now: datetime) -> None:
    hold_chain()
    adjustment = Adjustment.objects.get(pk=adjustment_id)
    filing = locked(adjustment.filing_id)
    _refuse(filing, actor)
    said = {"cell": adjustment.cell, "amount": str(adjustment.amount), "note": adjustment.note}
    adjustment.delete()
    record(filing, "annual.adjustment_removed", actor=actor, agency=filing.agency, **said)


def _refuse(filing: Filing, actor: User) -> None:
    if not filing.is_summary:
        raise NotAllowed("只有汇总可以调整；单位自己的数据请直接修改。")
    if not may_edit(actor, filing):
        raise NotAllowed("汇总已经送审或者不由您办理，不能调整。")
