"""What ``gongkai doctor`` looks at in the history."""

from collections.abc import Iterator

from gongkai.common.checkups import ERROR, GOOD, Finding

from .verify import verify_tail

TAIL = 1000  # quick; the whole chain is for ``gongkai audit verify``


def chain() -> Iterator[Finding]:
    verdict = verify_tail(TAIL)
    if verdict.is_whole:
        yield Finding("操作记录", GOOD, f"最近{verdict.checked}条完整。")
    else:
        yield Finding(
            "操作记录", ERROR, verdict.problem, "请保留现场，运行 gongkai audit verify，并用备份比对。"
        )
