"""
The pattern of index numbers (索引号), e.g. ``{credit_code}/{year}-{serial:07d}`` → 11990000MB0000002B/2026-0000001.

Serial numbers count per agency and year and are never reused (domain_rules 5.3), so a pattern that leaves out the
agency, the year or the serial would give two items the same number. Pure functions.
"""

from string import Formatter

from gongkai.common.errors import NotAllowed

SAMPLE = {
    "credit_code": "11990000MB0000002B",
    "agency": "civil-affairs",
    "year": 2026,
    "month": 3,
    "serial": 1,
}
LONGEST = 80


def sample_number(pattern: str) -> str:
    """Return what the first item of a sample agency would be numbered; raises NotAllowed with the reason."""
    names = _names(pattern)
    if not names & {"credit_code", "agency"}:
        raise NotAllowed("索引号格式要有 {credit_code} 或 {agency}，否则两个单位的信息会得到同一个索引号。")
    for name, meaning in (("year", "年"), ("serial", "流水号")):
        if name not in names:
            raise NotAllowed(f"索引号格式要有 {{{name}}}（{meaning}），否则两条信息会得到同一个索引号。")
    try:
        number = pattern.format(**SAMPLE)
    except (ValueError, TypeError) as error:
        raise NotAllowed(
            "索引号格式里冒号后面的写法不对。流水号写成 {serial:07d}，月写成 {month:02d}。"
        ) from error
    if len(number) > LONGEST:
        raise NotAllowed(f"按这个格式，索引号有{len(number)}个字符，最多{LONGEST}个。请缩短。")
    return number


def _names(pattern: str) -> set[str]:
    """Return the fields of ``pattern``, refusing all that reaches into objects ({year.__class__}) or converts."""
    try:
        fields = [field for field in Formatter().parse(pattern) if field[1] is not None]
    except ValueError as error:
        raise NotAllowed(
            "索引号格式里的花括号没有成对。请照默认格式写，例如 {credit_code}/{year}-{serial:07d}。"
        ) from error
    for _text, name, specification, conversion in fields:
        if name not in SAMPLE or conversion or "{" in (specification or ""):
            raise NotAllowed(
                f"索引号格式里的“{{{name}}}”不认识。可以用：{'、'.join('{' + known + '}' for known in SAMPLE)}。"
            )
    return {name for _text, name, _specification, _conversion in fields}
